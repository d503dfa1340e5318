"""Everything that is read before anything is made: content, clinic, look and pictures, checked together. Floor 6."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from brochures import shipped
from brochures.errors import Problem, SourceError
from brochures.giving.ejection import stale_ejections
from brochures.model.brand import Look, Picture
from brochures.model.clinic import Clinic
from brochures.model.content import Content
from brochures.model.press import PrintProfile
from brochures.model.themes import THEMES
from brochures.orders import Selection

if TYPE_CHECKING:
    from brochures.reading.source import Reading

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Sources:
    """Content and clinic with their places, the clinic's look and photographs, and what was noticed.

    `content` is in the clinic's own words; `base` is as its file has it, and only `base` knows its places.
    """

    content: "Reading[Content]"
    base: "Reading[Content]"
    clinic: Clinic | None
    look: Look
    warnings: tuple[Problem, ...] = ()
    photos: dict[str, tuple[Picture, ...]] = field(default_factory=dict)
    placed: "Reading[Clinic] | None" = None
    folder: Path | None = None
    """Where the clinic file lies, and with it the clinic's own templates and stylesheets."""
    profile: PrintProfile | None = None
    """The printing profile that the clinic's print shop gave."""


def read(selection: Selection) -> Sources:
    """Content, clinic and look.

    Raises:
        SourceError: all that is wrong with the files, at once; nothing has been made.
    """
    from brochures.making.compose.versions import current_versions
    from brochures.model.personal import personalised
    from brochures.reading.brand import make_look
    from brochures.reading.catalogue import read_content
    from brochures.reading.clinics import read_clinic, reference_problems
    from brochures.reading.lettering import content_letters
    from brochures.reading.overrides import approval_problems, personal_problems
    from brochures.reading.photos import read_photos
    from brochures.reading.profiles import read_profile
    from brochures.reading.setting import settings_for

    content_path = selection.content or shipped.content_file()
    problems: list[Problem] = []
    content = _collect(lambda: read_content(content_path, selection.sets), problems)
    clinic_path = selection.clinic
    is_given = clinic_path or settings_for("clinic", selection.sets)
    clinic = _collect(lambda: read_clinic(clinic_path, selection.sets), problems) if is_given else None
    fonts = shipped.styles() / "fonts"
    theme = THEMES[selection.theme or (clinic.value.theme if clinic else "clear")]
    photos: dict[str, tuple[Picture, ...]] | None = {}
    profile: PrintProfile | None = None
    personal = personal_problems(clinic, content.value) if clinic and content else ()
    problems += [problem for problem in personal if problem.severity == "error"]
    if clinic is not None:
        folder = clinic_path.parent if clinic_path else Path()
        problems += reference_problems(clinic, content.value) if content else ()
        made = _collect(lambda: make_look(clinic.value, clinic.source, folder, fonts, theme), problems)
        photos = _collect(lambda: read_photos(clinic, folder), problems)
        profile = _collect(lambda: read_profile(clinic, folder), problems)
    else:
        made = make_look(None, None, Path(), fonts, theme)
    problems += content_letters(made[0], content.source) if content and made else []
    if content is None or made is None or problems:
        raise SourceError(problems)
    look, warnings = made
    if clinic is None:
        return Sources(content, content, None, look, (*content.warnings, *warnings))
    own = replace(content, value=personalised(content.value, clinic.value))
    approved = [approval.subject for approval in clinic.value.approvals]
    stale = approval_problems(clinic, current_versions(own.value, approved, clinic.value, look, photos or {}))
    home = clinic_path.parent if clinic_path else None
    ejected = stale_ejections(home) if home else ()
    found = (*content.warnings, *clinic.warnings, *personal, *stale, *warnings, *ejected)
    return Sources(own, content, clinic.value, look, found, photos or {}, clinic, home, profile)


def _collect(step: Callable[[], _T], problems: list[Problem]) -> _T | None:
    try:
        return step()
    except SourceError as error:
        problems.extend(error.problems)
        return None
