"""The whole story: read, judge, resolve, compose, mark up, typeset, finish, look again, give. Floor 7.

Rooms with heavy libraries are entered when their turn comes: `--help` and `list` load no engine.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from brochures import shipped
from brochures.errors import DeliveryError, Mark, Problem, SourceError
from brochures.giving.delivery import deliver
from brochures.orders import Order, Selection, file_name, orders
from brochures.sources import Sources, case_of, read, resolved

if TYPE_CHECKING:
    from brochures.making.production import Extra, Product, Production
    from brochures.model.brochure import Brochure
    from brochures.rules.instruments.score import Scorecard

__all__ = [
    "Order",
    "Piece",
    "Proof",
    "Selection",
    "Sources",
    "case_of",
    "give",
    "give_proof",
    "judge",
    "make",
    "prove",
    "read",
    "resolved",
    "score",
    "wanted",
]

Told = Callable[[str], None]
"""Is told the name of each piece as its turn comes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece that was made, or why it was withheld; `pdf` is empty for the latter."""

    order: Order
    name: str
    language: str = ""
    clinic: str = ""
    version: str = ""
    is_draft: bool = False
    pages: int = 0
    rung: str = ""
    pdf: bytes = b""
    extras: tuple["Extra", ...] = ()
    path: Path | None = None
    sha256: str = ""
    beside: tuple[Path, ...] = ()
    """The files written beside the PDF."""
    problems: tuple[Problem, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece as it is looked at before it is printed: a PNG for each sheet; none where there are no pages."""

    name: str
    sheets: tuple[bytes, ...] = ()
    problems: tuple[Problem, ...] = ()
    paths: tuple[Path, ...] = ()


def wanted(sources: Sources, selection: Selection) -> tuple[Order, ...]:
    """Every piece that the selection asks for.

    Raises:
        SourceError: nothing in the content or the clinic's list answers to it.
    """
    return orders(sources.content.value, sources.clinic, selection)


def judge(sources: Sources, subjects: tuple[str, ...], today: date) -> dict[str, tuple[Problem, ...]]:
    """What the rules say of each subject, in the clinic's words and for its place.

    Raises:
        SourceError: the clinic or its profile sets rules that do not exist, or lowers those of safety.
    """
    from brochures import rules

    files = [reading for reading in (sources.placed, sources.promotion) if reading]
    problems = [problem for reading in files for problem in rules.settings_problems(reading)]
    if problems:
        raise SourceError(problems)
    return {subject: _judged(sources, subject, today) for subject in subjects}


def _judged(sources: Sources, subject: str, today: date) -> tuple[Problem, ...]:
    from brochures import rules

    try:
        return rules.judge(case_of(sources, subject, today), sources.placed)
    except SourceError as error:
        return error.problems


def score(
    sources: Sources, subject: str, today: date, review: Path | None = None
) -> tuple["Scorecard", "Brochure", tuple[Problem, ...]]:
    """How one subject scores by the instruments, what is printed of it, and the readings that are not counted.

    `review` is the file of what people found; without it `review.yaml` beside the clinic file.

    Raises:
        SourceError: the subject cannot be resolved here, or the review file is not in order.
    """
    from brochures.reading.reviews import read_reviews, review_file
    from brochures.rules.instruments.reviewed import found_by_people, review_problems
    from brochures.rules.instruments.score import scorecard

    case = case_of(sources, subject, today)
    path = review_file(review, sources.folder)
    reviews = read_reviews(path) if path else None
    version, known = case.brochure.version_id, sources.content.value.subject_names
    doubts = review_problems(reviews, subject, version, known, today.isoformat()) if reviews else ()
    return scorecard(case, found_by_people(reviews, subject, version)), case.brochure, doubts


def make(
    sources: Sources,
    pieces: tuple[Order, ...],
    today: date,
    told: Told = lambda _: None,
    judged: Mapping[str, tuple[Problem, ...]] | None = None,
) -> Iterator[Piece]:
    """Each piece in turn: made and looked at, or withheld with its problems.

    `judged` is what the rules said of each subject: one with an error is not made.
    """
    from brochures.making.production import Production

    production = Production(sources.look, shipped.styles(), shipped.templates(), sources.folder, sources.profile)
    for order in pieces:
        errors = [problem for problem in (judged or {}).get(order.subject, ()) if problem.severity == "error"]
        told(file_name(order, sources.clinic))
        if errors:
            yield _withheld(order, sources, errors)
        else:
            yield _make(production, sources, order, today)


def _make(production: "Production", sources: Sources, order: Order, today: date) -> Piece:
    try:
        brochure, product = _produced(production, sources, order, today)
    except SourceError as error:
        return _withheld(order, sources, error.problems)
    name = file_name(order, sources.clinic)
    return Piece(
        order,
        name,
        language=brochure.subject.language,
        clinic=_clinic_name(sources),
        version=brochure.version_id,
        is_draft=brochure.is_overdue,
        pages=len(product.document.pages) if product.document else 0,
        rung=product.document.rung.name if product.document else "",
        pdf=product.pdf,
        extras=product.extras,
        problems=tuple(replace(problem, piece=name) for problem in product.problems),
    )


def _withheld(order: Order, sources: Sources, problems: Iterable[Problem]) -> Piece:
    name = file_name(order, sources.clinic)
    return Piece(order, name, clinic=_clinic_name(sources), problems=tuple(problems))


def _clinic_name(sources: Sources) -> str:
    return sources.clinic.name if sources.clinic else ""


def _produced(production: "Production", sources: Sources, order: Order, today: date) -> tuple["Brochure", "Product"]:
    """What is printed, and what came of it.

    Raises:
        SourceError: the subject cannot be resolved for this clinic, or its place withholds the format.
    """
    from brochures.making.compose.local import refuse_format

    brochure = resolved(sources, order.subject, today)
    refuse_format(brochure, order.format)
    called = file_name(order, sources.clinic)
    product = production.produce(brochure, order.format, order.paper, order.edition, large=order.large, called=called)
    return brochure, product


def prove(sources: Sources, pieces: tuple[Order, ...], today: date, told: Told = lambda _: None) -> Iterator[Proof]:
    """Each piece in turn as pictures of its sheets, with folds, safe zones, frames and what is wrong drawn in."""
    from brochures.making.production import Production
    from brochures.making.proofing import proof

    production = Production(sources.look, shipped.styles(), shipped.templates(), sources.folder, sources.profile)
    for order in pieces:
        name = file_name(order, sources.clinic)
        told(name)
        try:
            _, product = _produced(production, sources, order, today)
        except SourceError as error:
            yield Proof(name, problems=error.problems)
            continue
        problems = tuple(replace(problem, piece=name) for problem in product.problems)
        if product.document is None or not product.attempt:
            yield Proof(name, problems=problems)
        else:
            yield Proof(name, proof(product.document, product.attempt, problems, shipped.styles(), name), problems)


def give_proof(made: Proof, folder: Path) -> Proof:
    """The proof, each sheet written to `folder` as `<piece>-proof-<number>.png`.

    Raises:
        DeliveryError: a file cannot be written.
    """
    paths = tuple(folder / f"{made.name}-proof-{number}.png" for number in range(1, len(made.sheets) + 1))
    for path, sheet in zip(paths, made.sheets, strict=True):
        deliver(sheet, path)
    return replace(made, paths=paths)


def give(piece: Piece, folder: Path) -> Piece:
    """The piece, written to `folder`; a withheld piece is given back as it is, and no file is touched."""
    if not piece.pdf:
        return piece
    target = folder / f"{piece.name}.pdf"
    try:
        digest = deliver(piece.pdf, target)
        beside = tuple(folder / f"{piece.name}{extra.ending}" for extra in piece.extras)
        for path, extra in zip(beside, piece.extras, strict=True):
            deliver(extra.data, path)
    except DeliveryError as error:
        problem = Problem("not-written", str(error), "choose another folder with -o", mark=Mark(str(target)))
        return replace(piece, pdf=b"", problems=(*piece.problems, problem))
    return replace(piece, path=target, sha256=digest, beside=beside)
