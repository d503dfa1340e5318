"""What a clinician reads before signing a version: changes, locked text, own advice, photographs, the id. Floor 4."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from brochures.making.compose.own import advice_rows
from brochures.model.clinic import Approval, Clinic
from brochures.model.content import Comparison, Content
from brochures.model.differences import Change, Difference, Kind, differences, text_changes, word_changes
from brochures.model.named_parts import URGENT, NamedPart, parts_of
from brochures.model.profile import Profile
from brochures.model.slots import fill, slot_values
from brochures.model.wording import Wording
from brochures.model.words import Photo, Words
from brochures.reading.richtext import to_plain

_LABELS: Final = {
    "main_message": "Main message",
    "boxed_warning": "Boxed warning",
    "no_treatment": "No treatment",
    "lines": "Small print",
    "urgent_emergency": "Urgent signs: call the emergency number",
    "urgent_clinic": "Urgent signs: call the clinic",
    "urgent_team": "For the emergency team",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One changed part in the words that are printed: its label, what was done, and the changes text by text.

    `title` holds the changes of a title that is another now.
    """

    part: str
    label: str
    kinds: tuple[Kind, ...]
    title: tuple[Change, ...]
    texts: tuple[tuple[Change, ...], ...]
    is_locked: bool
    is_stale: bool
    base: str
    pinned: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is to be read of one subject; `version` is what is signed, empty where nothing can be printed.

    `also` names the topics of a comparison whose words the clinic has changed: they count in its version.
    `locked` are the parts of safety text in full, as they are printed here.
    """

    subject: str
    title: str
    language: str
    version: str
    changes: tuple[Shown, ...]
    locked: tuple[tuple[str, tuple[str, ...]], ...]
    advice: tuple[tuple[str, str], ...]
    photos: tuple[Photo, ...]
    approvals: tuple[Approval, ...]
    also: tuple[str, ...] = ()

    @property
    def is_approved(self) -> bool:
        """Whether somebody has signed this very version."""
        return any(approval.version == self.version for approval in self.approvals)


def sheets(  # noqa: PLR0913, PLR0917 - what is signed is all of these
    base: Content,
    own: Content,
    clinic: Clinic,
    subjects: Iterable[str],
    versions: Mapping[str, str],
    profile: Profile,
) -> tuple[Sheet, ...]:
    """A sheet for each subject, with its current version id.

    `base` is the content without the clinic's words, `own` with them.
    """
    return tuple(_sheet(base, own, clinic, name, versions.get(name, ""), profile) for name in subjects)


def _sheet(base: Content, own: Content, clinic: Clinic, name: str, version: str, profile: Profile) -> Sheet:  # noqa: PLR0913, PLR0917 - as `sheets`
    place = profile.place
    values = slot_values(profile, clinic, base.wording)
    subject, words = own.subject(name), clinic.words.get(name) or Words()

    def said(text: str) -> str:
        return to_plain(fill(text, values))

    options = subject.options if isinstance(subject, Comparison) else ()
    changes = [_shown(found, own.wording, said) for found in differences(base, name, words, place)]
    for option in options:
        urgent = differences(base, option, clinic.words.get(option) or Words(), place)
        changes += [_shown(found, own.wording, said, of=option) for found in urgent if found.part in URGENT]
    locked = [(part, "") for part in parts_of(subject, place).values()]
    for option in options:
        locked += [(part, option) for part in parts_of(own.topics[option], place).values() if part.name in URGENT]
    return Sheet(
        subject=name,
        title=" ".join(subject.cover.title),
        language=subject.language,
        version=version,
        changes=tuple(changes),
        locked=tuple(
            (_label(part.name, part, own.wording, of), tuple(said(text) for text in part.words))
            for part, of in locked
            if part.is_locked and part.words
        ),
        advice=tuple((label, said(text)) for label, text in advice_rows(words.advice, own.wording))
        if words.advice
        else (),
        photos=words.photos,
        approvals=tuple(approval for approval in clinic.approvals if approval.subject == name),
        also=tuple(option for option in options if own.topics[option] != base.topics[option]),
    )


def _shown(found: Difference, wording: Wording, said: Callable[[str], str], of: str = "") -> Shown:
    label = found.title_after or found.title_before or _label(found.part, None, wording, of)
    before, after = (tuple(said(text) for text in side) for side in (found.before, found.after))
    titles = said(found.title_before), said(found.title_after)
    is_retitled = all(titles) and titles[0] != titles[1]
    return Shown(
        part=found.part,
        label=said(label),
        kinds=found.kinds,
        title=word_changes(*titles) if is_retitled else (),
        texts=text_changes(before, after),
        is_locked=found.is_locked,
        is_stale=found.is_stale,
        base=found.base,
        pinned=found.pinned or "",
    )


def _label(name: str, part: NamedPart | None, wording: Wording, of: str) -> str:
    label = (part.title if part else "") or _LABELS.get(name) or str(getattr(wording, name, name.replace("_", " ")))
    return f"{label} ({of})" if of else label
