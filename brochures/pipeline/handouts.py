"""The one brochure that a merge fills in for many: judged, fitted and compiled, or known from before. Floor 7."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from brochures.errors import Problem, SourceError
from brochures.orders import Order, Selection
from brochures.recalling.memory import Memory
from brochures.recalling.pieces import Piece

if TYPE_CHECKING:
    from brochures.making.jobs import Job
    from brochures.making.production import Production
    from brochures.making.products import Fitted, Shop
    from brochures.making.stamping.program import Program
    from brochures.model.brochure import Brochure
    from brochures.model.merging import Values
    from brochures.sources import Sources

_USUAL: Final = ("handout", "trifold")
"""What is filled in where no format is named: the first that the subject has."""


@dataclass(frozen=True, slots=True)
class Base:
    """The brochure that is filled in: what can be told of it, and what was noticed on the way."""

    piece: Piece
    noticed: tuple[Problem, ...]


class Handouts:
    """All that a merge needs of one brochure, each worked out when it is first asked for."""

    def __init__(self, selection: Selection, today: date, memory: Memory) -> None:
        self._selection, self._today, self._memory = selection, today, memory
        self._sources: Sources | None = None
        self._order: Order | None = None

    def base(self) -> Base:
        """The brochure, judged; from memory where the same was merged before.

        Raises:
            SourceError: the files cannot be used, the rules forbid it, or the selection is not one piece with slots.
        """
        found = self._memory.base(self._today)
        if found:
            return Base(found[1], found[0])
        from brochures.pipeline.judging import judge
        from brochures.pipeline.making import job_of

        sources, order = self._read()
        judged = judge(sources, (order.subject,), self._today)[order.subject]
        errors = [problem for problem in judged if problem.severity == "error"]
        if errors:
            raise SourceError(errors)
        brochure = self._brochure()
        piece = Piece(
            order,
            job_of(sources, order, brochure).called,
            language=brochure.subject.language,
            clinic=sources.clinic.name if sources.clinic else "",
            place=brochure.profile.place,
            version=brochure.version_id,
            is_draft=brochure.is_overdue,
        )
        noticed = (*sources.warnings, *(problem for problem in judged if problem.severity != "error"))
        self._memory.keep_base(self._today, noticed, piece)
        return Base(piece, noticed)

    def program(self, base: Base, extra: Iterable[str] = ()) -> "Program":
        """The brochure compiled; `extra` letters are compiled in for this run alone.

        Raises:
            SourceError: the brochure does not fit, or is not as it must be to be given to anyone.
        """
        letters = frozenset(extra)
        known = None if letters else self._memory.program(base.piece)
        if known is not None:
            return known
        made = self._compiled(base, letters)
        self._memory.keep_program(base.piece, made)
        return made

    def job(self, values: "Values") -> "Job":
        """The job that lays the brochure out for one person."""
        from brochures.pipeline.making import job_of

        sources, order = self._read()
        job = job_of(sources, order, self._brochure())
        return replace(job, brochure=replace(job.brochure, values=values)) if job.brochure else job

    def shop(self) -> "Shop":
        """What such jobs have in common."""
        from brochures.pipeline.making import shop_of

        return shop_of(self._read()[0])

    def _compiled(self, base: Base, letters: frozenset[str]) -> "Program":
        from brochures.making import jobs

        fitted = self._memory.fit(base.piece)
        shop = fitted.shop if fitted else self.shop()
        production = jobs.open_shop(shop)
        return production.compile(fitted or self._fitted(base, production, shop), letters)

    def _fitted(self, base: Base, production: "Production", shop: "Shop") -> "Fitted":
        """The open piece, laid out and looked at as any other is.

        Raises:
            SourceError: it is withheld.
        """
        from brochures.making import jobs

        job = self.job({})
        product = jobs.make(production, job)
        found = jobs.fitted(product, job, shop)
        if found is None:
            raise SourceError(replace(problem, piece=base.piece.name) for problem in product.problems)
        self._memory.keep_fit(replace(base.piece, fitted=found))
        return found

    def _brochure(self) -> "Brochure":
        from brochures.sources import resolved

        sources, order = self._read()
        return resolved(sources, order.subject, self._today)

    def _read(self) -> "tuple[Sources, Order]":
        if self._sources is None or self._order is None:
            from brochures.pipeline.judging import wanted
            from brochures.sources import read

            self._sources = read(self._selection)
            self._order = _only(wanted(self._sources, self._selection), is_named=bool(self._selection.formats))
        return self._sources, self._order


def _only(orders: tuple[Order, ...], *, is_named: bool) -> Order:
    if not is_named:
        usual = [name for name in _USUAL if any(order.format == name for order in orders)]
        orders = tuple(order for order in orders if order.format in usual[:1]) or orders
    if len(orders) == 1:
        return orders[0]
    names = ", ".join(dict.fromkeys(f"{one.subject} as {one.format} on {one.paper}" for one in orders))
    message = f"people can be merged with one brochure at a time, and this is {len(orders)}: {names}"
    hint = "name one subject, one --format and one --paper"
    raise SourceError([Problem("too-many-pieces", message, hint)])
