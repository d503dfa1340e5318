"""The whole story: read, judge, resolve, compose, mark up, typeset, finish, look again, give. Floor 7.

Rooms with heavy libraries are entered when their turn comes: `--help` and `list` load no engine.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from brochures import shipped
from brochures.errors import DeliveryError, Mark, Problem, SourceError
from brochures.giving.delivery import deliver
from brochures.model.brand import Look
from brochures.model.clinic import Clinic
from brochures.model.content import Content
from brochures.model.formats import FORMATS, EditionName, FormatName, PaperName, SubjectKind, default_formats

if TYPE_CHECKING:
    from brochures.making.production import Production
    from brochures.reading.source import Reading

_T = TypeVar("_T")
Told = Callable[[str], None]
"""Is told the name of each piece as its turn comes."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What to make: empty subjects and formats mean the whole catalogue in each subject's own formats."""

    subjects: tuple[str, ...] = ()
    formats: tuple[FormatName, ...] = ()
    papers: tuple[PaperName, ...] = ("letter",)
    editions: tuple[EditionName, ...] = ("print",)
    content: Path | None = None
    clinic: Path | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that was read: content and clinic with their places, and the clinic's look."""

    content: "Reading[Content]"
    clinic: Clinic | None
    look: Look
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """One piece to make."""

    subject: str
    format: FormatName
    paper: PaperName
    edition: EditionName


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece that was made, or why it was withheld; `pdf` is empty for the latter."""

    order: Order
    name: str
    language: str = ""
    clinic: str = ""
    version: str = ""
    pages: int = 0
    rung: str = ""
    pdf: bytes = b""
    path: Path | None = None
    sha256: str = ""
    problems: tuple[Problem, ...] = field(default=())


def read(selection: Selection) -> Sources:
    """Content, clinic and look.

    Raises:
        SourceError: all that is wrong with the files and the selection; nothing has been made.
    """
    from brochures.reading.brand import make_look
    from brochures.reading.catalogue import read_content
    from brochures.reading.clinics import place_problems, read_clinic

    content_path = selection.content or shipped.content_file()
    problems: list[Problem] = []
    content = _collect(lambda: read_content(content_path), problems)
    clinic_path = selection.clinic
    clinic = _collect(lambda: read_clinic(clinic_path), problems) if clinic_path else None
    fonts = shipped.styles() / "fonts"
    if clinic is not None and clinic_path is not None:
        folder = clinic_path.parent
        problems += place_problems(clinic, content.value) if content else ()
        made = _collect(lambda: make_look(clinic.value, clinic.source, folder, fonts), problems)
    else:
        made = make_look(None, None, Path(), fonts)
    if content is None or made is None or problems:
        raise SourceError(problems)
    look, warnings = made
    own = clinic.warnings if clinic else ()
    found = (*content.warnings, *own, *warnings)
    return Sources(content, clinic.value if clinic else None, look, found)


def _collect(step: Callable[[], _T], problems: list[Problem]) -> _T | None:
    try:
        return step()
    except SourceError as error:
        problems.extend(error.problems)
        return None


def kind_of(content: Content, subject: str) -> SubjectKind:
    """Whether a subject is a topic or a comparison."""
    return "topic" if subject in content.topics else "comparison"


def orders(sources: Sources, selection: Selection) -> tuple[Order, ...]:
    """Every piece that the selection asks for, in catalogue order.

    Raises:
        SourceError: a subject that the content does not have, or a format that no chosen subject has.
    """
    content = sources.content.value
    unknown = [name for name in selection.subjects if name not in content.subject_names]
    if unknown:
        raise SourceError(_unknown_subject(name, content) for name in unknown)
    made = []
    for subject in selection.subjects or content.subject_names:
        kind = kind_of(content, subject)
        formats = [name for name in selection.formats or default_formats(kind) if kind in FORMATS[name].kinds]
        made += [
            Order(subject, name, paper, edition)
            for name in formats
            for paper in selection.papers
            for edition in selection.editions
        ]
    if not made:
        wanted = ", ".join(selection.formats)
        hint = f"`brochures list` shows what there is for {', '.join(selection.subjects) or 'each subject'}"
        raise SourceError([Problem("no-such-piece", f"none of these subjects is printed as {wanted}", hint)])
    return tuple(made)


def _unknown_subject(name: str, content: Content) -> Problem:
    near = get_close_matches(name, content.subject_names, n=1)
    hint = f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(content.subject_names)}"
    return Problem("unknown-subject", f"the content has no subject `{name}`", hint)


def judge(sources: Sources, subjects: tuple[str, ...], today: date) -> tuple[Problem, ...]:
    """What the rules say of these subjects."""
    from brochures import rules

    return tuple(problem for subject in subjects for problem in rules.judge(sources.content, subject, today))


def make(sources: Sources, wanted: tuple[Order, ...], told: Told = lambda _: None) -> Iterator[Piece]:
    """Each piece in turn: made and looked at, or withheld with its problems."""
    from brochures.making.production import Production

    production = Production(sources.look, shipped.styles(), shipped.templates())
    for order in wanted:
        told(_file_name(order, sources.clinic))
        yield _make(production, sources, order)


def _make(production: "Production", sources: Sources, order: Order) -> Piece:
    from brochures.making.compose.resolve import resolve

    name = _file_name(order, sources.clinic)
    clinic = sources.clinic.name if sources.clinic else ""
    try:
        brochure = resolve(sources.content.value, order.subject, sources.clinic, sources.look)
    except SourceError as error:
        return Piece(order, name, clinic=clinic, problems=error.problems)
    product = production.produce(brochure, order.format, order.paper, order.edition)
    return Piece(
        order,
        name,
        language=brochure.subject.language,
        clinic=clinic,
        version=f"{brochure.subject.version}-{brochure.version_hash}",
        pages=len(product.document.pages) if product.document else 0,
        rung=product.document.rung.name if product.document else "",
        pdf=product.pdf,
        problems=tuple(replace(problem, piece=name) for problem in product.problems),
    )


def _file_name(order: Order, clinic: Clinic | None) -> str:
    parts = [_slug(clinic.name)] if clinic else []
    parts += [order.subject, order.format, order.paper]
    if order.edition != "print":
        parts.append(order.edition)
    return "-".join(parts)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "clinic"


def give(piece: Piece, folder: Path) -> Piece:
    """The piece, written to `folder`; a withheld piece is given back as it is, and no file is touched."""
    if not piece.pdf:
        return piece
    target = folder / f"{piece.name}.pdf"
    try:
        digest = deliver(piece.pdf, target)
    except DeliveryError as error:
        problem = Problem("not-written", str(error), "choose another folder with -o", mark=Mark(str(target)))
        return replace(piece, pdf=b"", problems=(*piece.problems, problem))
    return replace(piece, path=target, sha256=digest)
