"""Everything that is read before anything is made: content, clinic, look and pictures, checked together. Floor 6."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from brochures import shipped
from brochures.errors import Problem, SourceError
from brochures.model.themes import THEMES
from brochures.orders import Selection

if TYPE_CHECKING:
    from brochures.model.brand import Look, Picture
    from brochures.model.brochure import Brochure
    from brochures.model.clinic import Clinic
    from brochures.model.content import Content
    from brochures.model.press import PrintProfile
    from brochures.model.profile import Profile
    from brochures.reading.source import Reading
    from brochures.rules.case import Case

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Sources:
    """Content and clinic with their places, the clinic's look and photographs, and what was noticed.

    `content` is in the clinic's own words; `base` is as its file has it, and only `base` knows its places.
    """

    content: "Reading[Content]"
    base: "Reading[Content]"
    clinic: "Clinic | None"
    look: "Look"
    warnings: tuple[Problem, ...] = ()
    photos: "dict[str, tuple[Picture, ...]]" = field(default_factory=dict)
    placed: "Reading[Clinic] | None" = None
    folder: Path | None = None
    """Where the clinic file lies, and with it the clinic's own templates and stylesheets."""
    profile: "PrintProfile | None" = None
    """The printing profile that the clinic's print shop gave."""
    promotion: "Reading[Profile] | None" = None
    """What the place allows; always there once the sources were read."""

    @property
    def place(self) -> "Profile":
        """The profile of the place.

        Raises:
            TypeError: these sources were not read with one.
        """
        if self.promotion is None:
            raise TypeError("sources without a profile")
        return self.promotion.value


def read(selection: Selection) -> Sources:
    """Content, clinic and look.

    Raises:
        SourceError: all that is wrong with the files, at once; nothing has been made.
    """
    from brochures.making.compose.versions import every_version
    from brochures.model.personal import personalised
    from brochures.model.profile import DEFAULT_PROFILE
    from brochures.reading.brand import make_look
    from brochures.reading.catalogue import read_content
    from brochures.reading.clinics import read_clinic, reference_problems
    from brochures.reading.lettering import content_letters
    from brochures.reading.overrides import approval_problems, personal_problems
    from brochures.reading.promotion import read_profile_named
    from brochures.reading.setting import settings_for

    content_path = selection.content or shipped.content_file()
    problems: list[Problem] = []
    clinic_path = selection.clinic
    is_given = clinic_path or settings_for("clinic", selection.sets)
    clinic = _collect(lambda: read_clinic(clinic_path, selection.sets), problems) if is_given else None
    home = clinic_path.parent if clinic_path else None
    named = selection.profile or (clinic.value.profile if clinic else DEFAULT_PROFILE)
    at = clinic.locate("profile") if clinic and not selection.profile else None
    promotion = _collect(lambda: read_profile_named(named, home, at), problems)
    places = (promotion.value.place,) if promotion else ()
    content = _collect(lambda: read_content(content_path, selection.sets, places), problems)
    fonts = shipped.styles() / "fonts"
    theme = THEMES[selection.theme or (clinic.value.theme if clinic else "clear")]
    photos: dict[str, tuple[Picture, ...]] | None = {}
    profile: PrintProfile | None = None
    personal = personal_problems(clinic, content.value) if clinic and content else ()
    problems += [problem for problem in personal if problem.severity == "error"]
    if clinic is not None:
        from brochures.reading.photos import read_photos
        from brochures.reading.profiles import read_profile

        folder = clinic_path.parent if clinic_path else Path()
        problems += reference_problems(clinic, content.value) if content else ()
        made = _collect(lambda: make_look(clinic.value, clinic.source, folder, fonts, theme), problems)
        photos = _collect(lambda: read_photos(clinic, folder), problems)
        profile = _collect(lambda: read_profile(clinic, folder), problems)
    else:
        made = make_look(None, None, Path(), fonts, theme)
    problems += content_letters(made[0], content.source) if content and made else []
    if content is None or made is None or promotion is None or problems:
        raise SourceError(problems)
    look, warnings = made
    own = replace(content, value=personalised(content.value, clinic.value if clinic else None, easy=selection.easy))
    if clinic is None:
        return Sources(own, content, None, look, (*content.warnings, *warnings), promotion=promotion)
    from brochures.giving.ejection import stale_ejections

    approved = [approval.subject for approval in clinic.value.approvals]
    now = every_version(content.value, approved, clinic.value, look, photos or {}, promotion.value)
    stale = approval_problems(clinic, now)
    ejected = stale_ejections(home) if home else ()
    found = (*content.warnings, *clinic.warnings, *personal, *stale, *warnings, *ejected)
    return Sources(own, content, clinic.value, look, found, photos or {}, clinic, home, profile, promotion)


def case_of(sources: Sources, subject: str, today: date) -> "Case":
    """One subject as the rules look at it.

    Raises:
        SourceError: the subject cannot be resolved for this clinic in this place.
    """
    from brochures.model.slots import slot_values
    from brochures.rules.case import Case
    from brochures.rules.placing import Places

    brochure = resolved(sources, subject, today)
    content = sources.content.value
    values = slot_values(sources.place, sources.clinic, content.wording)
    options = {option: content.subject(option) for option, _ in brochure.topics if option != subject}
    return Case(
        brochure,
        content.subject(subject),
        options,
        today,
        Places(sources.base, sources.placed, values, sources.promotion),
    )


def resolved(sources: Sources, subject: str, today: date) -> "Brochure":
    """One subject for the clinic and its place.

    Raises:
        SourceError: it cannot be resolved for them.
    """
    from brochures.making.compose.resolve import resolve

    photos = sources.photos.get(subject, ())
    content = sources.content.value
    return resolve(content, subject, sources.clinic, sources.look, photos, profile=sources.place, today=today)


def _collect(step: Callable[[], _T], problems: list[Problem]) -> _T | None:
    try:
        return step()
    except SourceError as error:
        problems.extend(error.problems)
        return None
