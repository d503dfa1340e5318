"""Pieces as they are looked at before they are printed: pictures of their sheets, what is wrong drawn in. Floor 7."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from brochures import shipped
from brochures.errors import Problem, SourceError
from brochures.giving.delivery import deliver
from brochures.orders import Order, file_name
from brochures.pipeline.making import Told, job_of, shop_of
from brochures.sources import Sources, resolved


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece as it is looked at before it is printed: a PNG for each sheet; none where there are no pages."""

    name: str
    sheets: tuple[bytes, ...] = ()
    problems: tuple[Problem, ...] = ()
    paths: tuple[Path, ...] = ()


def prove(sources: Sources, pieces: tuple[Order, ...], today: date, told: Told = lambda _: None) -> Iterator[Proof]:
    """Each piece in turn as pictures of its sheets, with folds, safe zones, frames and what is wrong drawn in."""
    from brochures.making import jobs
    from brochures.making.proofing import proof

    production = jobs.open_shop(shop_of(sources))
    for order in pieces:
        name = file_name(order, sources.clinic)
        told(name)
        try:
            product = jobs.make(production, job_of(sources, order, resolved(sources, order.subject, today)))
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
