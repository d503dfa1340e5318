"""What is asked for, and which pieces that makes: subjects × formats × papers × editions. Floor 5."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from brochures.errors import Problem, SourceError
from brochures.model.formats import (
    FORMATS,
    EditionName,
    FormatName,
    PaperName,
    SheetName,
    SubjectKind,
    default_formats,
    formats_of,
)
from brochures.model.themes import ThemeName

if TYPE_CHECKING:
    from brochures.model.clinic import Clinic
    from brochures.model.content import Content


_WORDS: Final = ("large", "easy", "personal")
"""What a piece's name says after its format, where it holds."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What to make. What is left empty is the clinic's: its pieces, formats, paper, theme; else the house's."""

    subjects: tuple[str, ...] = ()
    formats: tuple[FormatName, ...] = ()
    papers: tuple[SheetName, ...] = ()
    editions: tuple[EditionName, ...] = ()
    content: Path | None = None
    clinic: Path | None = None
    profile: str | None = None
    easy: bool = False
    theme: ThemeName | None = None
    large_print: bool = False
    personal: bool = False
    sets: tuple[str, ...] = ()

    @property
    def all_formats(self) -> bool:
        """Whether every format is asked for, whatever each of them has."""
        return len(self.formats) == len(FORMATS)


@dataclass(frozen=True, slots=True)
class Order:
    """One piece to make."""

    subject: str
    format: FormatName
    paper: PaperName
    edition: EditionName
    large: bool = False
    easy: bool = False
    personal: bool = False
    """Whether it has slots for what is a patient's own."""


def kind_of(content: "Content", subject: str) -> SubjectKind:
    """Whether a subject is a topic or a comparison."""
    return "topic" if subject in content.topics else "comparison"


def orders(content: "Content", clinic: "Clinic | None", selection: Selection) -> tuple[Order, ...]:
    """Every piece that the selection asks for, each once: the clinic's `pieces:`, or subjects in catalogue order.

    Raises:
        SourceError: a subject that the content does not have, or a format that no chosen subject has.
    """
    unknown = [name for name in selection.subjects if name not in content.subject_names]
    if unknown:
        raise SourceError(_unknown_subject(name, content) for name in unknown)
    absent = (*_without_edition(selection), *_without_slots(selection))
    if absent:
        raise SourceError(absent)
    large = selection.large_print and not selection.all_formats
    unlarge = [name for name in selection.formats if large and not FORMATS[name].has_large]
    if unlarge:
        having = ", ".join(row.name for row in FORMATS.values() if row.has_large)
        message = f"there is no large print of {', '.join(unlarge)}"
        raise SourceError([Problem("no-large-print", message, f"large print is made of: {having}")])
    listed = clinic is not None and clinic.pieces and not selection.subjects
    found = _pieces(content, clinic, selection) if listed and clinic else _catalogue(content, clinic, selection)
    marked = (replace(order, easy=selection.easy, personal=selection.personal) for order in found)
    made = tuple(dict.fromkeys(one for one in marked if FORMATS[one.format].has_slots or not selection.personal))
    if not made:
        raise SourceError([_nothing(selection, listed=bool(listed))])
    return made


def _without_edition(selection: Selection) -> Iterable[Problem]:
    """Formats named that none of the named editions has; `all` formats pass over what they lack."""
    for name in () if selection.all_formats else selection.formats:
        having = FORMATS[name].editions
        if selection.editions and not set(having) & set(selection.editions):
            message = f"there is no {' or '.join(selection.editions)} edition of {name}"
            yield Problem("no-such-edition", message, f"its editions are: {', '.join(having)}")


def _without_slots(selection: Selection) -> Iterable[Problem]:
    """Formats and editions named of which nothing personal is made."""
    having = [row.name for row in FORMATS.values() if row.has_slots]
    for name in selection.formats if selection.personal and not selection.all_formats else ():
        if name not in having:
            yield Problem("no-slots", f"nothing personal is made as {name}", f"it is made as: {', '.join(having)}")
    if selection.personal and "press" in selection.editions:
        message, hint = "nothing personal is made in the press edition", "use `--edition print`"
        yield Problem("no-slots", message, hint)


def _catalogue(content: "Content", clinic: "Clinic | None", selection: Selection) -> Iterable[Order]:
    large = selection.large_print or bool(clinic and clinic.large_print)
    papers = selection.papers or (clinic.paper if clinic else "letter",)
    for subject in selection.subjects or content.subject_names:
        kind = kind_of(content, subject)
        usual = _usual_formats(clinic, kind, large=large)
        formats = [name for name in selection.formats or usual if kind in FORMATS[name].kinds]
        if selection.large_print:
            formats = [name for name in formats if FORMATS[name].has_large]
        yield from _combined(subject, formats, papers, selection.editions, large=large)


def _usual_formats(clinic: "Clinic | None", kind: SubjectKind, *, large: bool) -> tuple[FormatName, ...]:
    """The clinic's formats that this kind of subject has, else all; in large print only what has it."""
    all_ = formats_of(kind)
    wanted = tuple(name for name in clinic.formats if name in all_) if clinic else ()
    return tuple(name for name in wanted or default_formats(kind) if FORMATS[name].has_large or not large)


def _pieces(content: "Content", clinic: "Clinic", selection: Selection) -> Iterable[Order]:
    """The clinic's own list, narrowed by what the selection names."""
    for row in clinic.pieces:
        kind = kind_of(content, row.subject)
        large = selection.large_print or (clinic.large_print if row.large_print is None else row.large_print)
        formats = row.formats or _usual_formats(clinic, kind, large=large)
        kept = [name for name in formats if name in (selection.formats or formats)]
        if selection.large_print:
            kept = [name for name in kept if FORMATS[name].has_large]
        papers = selection.papers or row.papers or (clinic.paper,)
        listed = _combined(row.subject, kept, papers, row.editions, large=large)
        yield from (order for order in listed if order.edition in (selection.editions or (order.edition,)))


def _combined(
    subject: str,
    formats: Iterable[FormatName],
    papers: Iterable[PaperName],
    editions: Iterable[EditionName],
    *,
    large: bool,
) -> Iterable[Order]:
    """Each format on those papers and in those editions that it has; what is on no paper, and in one edition, once."""
    for name in formats:
        row = FORMATS[name]
        for paper in papers if len(row.papers) > 1 else row.papers:
            for edition in editions or row.editions[:1]:
                if edition in row.editions:
                    yield Order(subject, name, paper, edition, large=large and row.has_large)


def _nothing(selection: Selection, *, listed: bool) -> Problem:
    if listed:
        wanted = ", ".join((*selection.formats, *selection.editions)) or "large print"
        hint = "name a subject to print what is not on that list"
        return Problem("no-such-piece", f"none of the clinic's `pieces:` is printed as {wanted}", hint)
    wanted = ", ".join(selection.formats) or "large print"
    hint = f"`brochures list` shows what there is for {', '.join(selection.subjects) or 'each subject'}"
    return Problem("no-such-piece", f"none of these subjects is printed as {wanted}", hint)


def _unknown_subject(name: str, content: "Content") -> Problem:
    from difflib import get_close_matches

    near = get_close_matches(name, content.subject_names, n=1)
    hint = f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(content.subject_names)}"
    return Problem("unknown-subject", f"the content has no subject `{name}`", hint)


def file_name(order: Order, clinic: "Clinic | None") -> str:
    """The name without an ending: `[<clinic>-]<subject>-<format>[-<paper>][-<edition>][-large][-easy][-personal]`.

    `print` is not written.

    What is on no paper has neither paper nor edition in its name.
    """
    parts = [_slug(clinic.short)] if clinic else []
    parts += [order.subject, order.format]
    if order.paper != "screen":
        parts.append(order.paper)
        if order.edition != "print":
            parts.append(order.edition)
    parts += [word for word in _WORDS if getattr(order, word)]
    return "-".join(parts)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "clinic"
