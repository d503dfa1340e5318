"""Pieces are made, each from its brochure or from what was fitted before, and given. Floor 7."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from brochures import shipped
from brochures.errors import DeliveryError, Mark, Problem, SourceError
from brochures.giving.delivery import deliver
from brochures.orders import Order, file_name
from brochures.recalling.memory import Known, Memory
from brochures.recalling.pieces import Piece
from brochures.running.work import Outcome, Runner, Task, Work
from brochures.sources import Sources, resolved

if TYPE_CHECKING:
    from brochures.making.jobs import Job
    from brochures.making.products import Product, Shop
    from brochures.model.brochure import Brochure

Told = Callable[[str], None]
"""Is told the name of each piece as its turn comes."""

_LOST = {
    "timeout": ("took-too-long", "it was not laid out within the time that a piece may take"),
    "crash": ("worker-died", "the process that made it died"),
    "lost": ("worker-died", "no machine could make it: each that tried was lost"),
}
_LOST_HINT = (
    "render it alone with `--jobs 1`; if that fails too, a template, picture or font of the clinic's is the cause"
)


@dataclass(frozen=True, slots=True)
class Planned:
    """A piece before it is made: what can be told of it, and its job; none where there is nothing to do."""

    piece: Piece
    job: "Job | None" = None


def shop_of(sources: Sources) -> "Shop":
    """What all pieces of these sources have in common."""
    from brochures.making.products import Shop

    return Shop(sources.look, shipped.styles(), shipped.templates(), sources.folder, sources.profile)


def make(  # noqa: PLR0913 - who makes the pieces and what is remembered need not be said
    sources: Sources,
    pieces: tuple[Order, ...],
    today: date,
    told: Told = lambda _: None,
    judged: Mapping[str, tuple[Problem, ...]] | None = None,
    *,
    runner: Runner | None = None,
    memory: Memory | None = None,
) -> Iterator[Piece]:
    """Each piece in turn: made and looked at, kept as it lies there, or withheld with its problems.

    `judged` is what the rules said of each subject: one with an error is not made. Without a `runner` they are made
    in this process, one after the other; without a `memory` each is made anew.
    """

    @cache
    def brochure_of(subject: str) -> "Brochure":
        return resolved(sources, subject, today)

    def plans() -> Iterator[Planned]:
        for order in pieces:
            told(file_name(order, sources.clinic))
            errors = [one for one in (judged or {}).get(order.subject, ()) if one.severity == "error"]
            yield _plan(sources, order, errors, brochure_of, memory)

    return made(plans(), shop_of(sources), runner)


def made(plans: Iterable[Planned], shop: "Shop", runner: Runner | None = None) -> Iterator[Piece]:
    """What comes of each plan, in their order."""
    from brochures.making import jobs
    from brochures.running.here import Here

    waiting: dict[int, Planned] = {}
    done: dict[int, Piece] = {}

    def tasks() -> Iterator[Task]:
        for number, plan in enumerate(plans):
            if plan.job is None:
                done[number] = plan.piece
            else:
                waiting[number] = plan
                yield Task(number, plan.job, plan.piece.name)

    following = 0
    for outcome in (runner or Here()).each(Work(jobs.open_shop, jobs.make, shop), tasks()):
        done[outcome.task.number] = _finished(waiting.pop(outcome.task.number), outcome, shop)
        while following in done:
            yield done.pop(following)
            following += 1
    yield from (done[number] for number in sorted(done))


def again(known: Known) -> Planned:
    """The plan of a piece that was made before."""
    if known.fitted is None:
        return Planned(known.piece)
    from brochures.making.jobs import Job

    order = known.piece.order
    job = Job(known.piece.name, order.format, order.paper, order.edition, order.large, fitted=known.fitted)
    return Planned(known.piece, job)


def job_of(sources: Sources, order: Order, brochure: "Brochure") -> "Job":
    """The job that makes a brochure as it was ordered.

    Raises:
        SourceError: its place withholds the format.
    """
    from brochures.making.compose.local import refuse_format
    from brochures.making.jobs import Job

    refuse_format(brochure, order.format)
    own = replace(brochure, is_personal=True) if order.personal else brochure
    name = file_name(order, sources.clinic)
    return Job(name, order.format, order.paper, order.edition, order.large, brochure=own)


def _plan(
    sources: Sources,
    order: Order,
    errors: list[Problem],
    brochure_of: "Callable[[str], Brochure]",
    memory: Memory | None,
) -> Planned:
    bare = Piece(order, file_name(order, sources.clinic), clinic=sources.clinic.name if sources.clinic else "")
    if errors:
        return Planned(replace(bare, problems=tuple(errors)))
    try:
        brochure = brochure_of(order.subject)
        job = job_of(sources, order, brochure)
    except SourceError as error:
        return Planned(replace(bare, problems=tuple(error.problems)))
    known = memory.piece(order, is_draft=brochure.is_overdue) if memory else None
    if known is not None:
        return again(known)
    piece = replace(
        bare,
        language=brochure.subject.language,
        place=brochure.profile.place,
        version=brochure.version_id,
        is_draft=brochure.is_overdue,
    )
    return Planned(piece, job)


def _finished(plan: Planned, outcome: Outcome, shop: "Shop") -> Piece:
    """The piece as it was made.

    Raises:
        BrochureError: no piece can be made here, because the paper engine is missing.
    """
    from brochures.making.jobs import fitted

    if outcome.error is not None:
        raise outcome.error
    if outcome.fault:
        code, message = _LOST[outcome.fault]
        lost = Problem(code, message, _LOST_HINT, piece=plan.piece.name)
        return replace(plan.piece, problems=(lost,), path=None, sha256="", size=0, beside=(), beside_sha256=())
    product: Product = outcome.value
    name = plan.piece.name
    return replace(
        plan.piece,
        pages=len(product.document.pages) if product.document else 0,
        rung=product.document.rung.name if product.document else "",
        pdf=product.pdf,
        extras=product.extras,
        path=None,
        sha256="",
        beside=(),
        beside_sha256=(),
        problems=tuple(replace(problem, piece=name) for problem in product.problems),
        fitted=fitted(product, outcome.task.payload, shop),
    )


def give(piece: Piece, folder: Path) -> Piece:
    """The piece, written to `folder`; a withheld or kept piece is given back as it is, and no file is touched."""
    if not piece.pdf:
        return piece
    target = folder / f"{piece.name}.pdf"
    try:
        digest = deliver(piece.pdf, target)
        beside = tuple(folder / f"{piece.name}{extra.ending}" for extra in piece.extras)
        beside_digests = tuple(deliver(extra.data, path) for path, extra in zip(beside, piece.extras, strict=True))
    except DeliveryError as error:
        problem = Problem("not-written", str(error), "choose another folder with -o", mark=Mark(str(target)))
        return replace(piece, pdf=b"", problems=(*piece.problems, problem))
    return replace(piece, path=target, sha256=digest, size=len(piece.pdf), beside=beside, beside_sha256=beside_digests)
