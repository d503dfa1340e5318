"""One piece as it is told of, and the same as a record that is kept. Floor 6."""

from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brochures.errors import Mark, Problem, Spot
from brochures.orders import Order

if TYPE_CHECKING:
    from brochures.making.products import Extra, Fitted

Record = dict[str, Any]
"""Plain data, as JSON has it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece that was made, or why it was withheld; `pdf` is empty for the latter, and for one kept from before."""

    order: Order
    name: str
    language: str = ""
    clinic: str = ""
    place: str = ""
    """Two letters of the country whose rules it follows."""
    version: str = ""
    is_draft: bool = False
    pages: int = 0
    rung: str = ""
    pdf: bytes = b""
    extras: tuple["Extra", ...] = ()
    path: Path | None = None
    sha256: str = ""
    size: int = 0
    """Bytes of the PDF."""
    beside: tuple[Path, ...] = ()
    """The files written beside the PDF."""
    problems: tuple[Problem, ...] = field(default=())
    is_kept: bool = False
    """Whether the file lay there, made from the very same before."""
    beside_sha256: tuple[str, ...] = ()
    fitted: "Fitted | None" = None
    """What it can be set again from, of a piece that was just made."""


def piece_record(piece: Piece) -> Record:
    """The piece without its bytes; files by their names alone."""
    return {
        "order": asdict(piece.order),
        "name": piece.name,
        "language": piece.language,
        "clinic": piece.clinic,
        "place": piece.place,
        "version": piece.version,
        "is_draft": piece.is_draft,
        "pages": piece.pages,
        "rung": piece.rung,
        "sha256": piece.sha256,
        "size": piece.size,
        "beside": [path.name for path in piece.beside],
        "beside_sha256": list(piece.beside_sha256),
        "problems": [problem_record(problem) for problem in piece.problems],
    }


def piece_of(record: Record, folder: Path) -> Piece:
    """The piece of a record, its files in this folder.

    Raises:
        KeyError, TypeError: it is not a record of a piece.
    """
    values = dict(record)
    order, names, hashes = Order(**values.pop("order")), values.pop("beside"), values.pop("beside_sha256")
    problems = tuple(problem_of(one) for one in values.pop("problems"))
    path = folder / f"{values['name']}.pdf" if values["sha256"] else None
    beside = tuple(folder / name for name in names)
    return Piece(order, **values, path=path, beside=beside, beside_sha256=tuple(hashes), problems=problems)


def problem_record(problem: Problem) -> Record:
    """A problem as plain data."""
    return asdict(problem)


def problem_of(record: Record) -> Problem:
    """The problem of a record.

    Raises:
        KeyError, TypeError: it is not a record of a problem.
    """
    mark, spot = record["mark"], record["spot"]
    plain = Problem(**{**record, "mark": None, "spot": None})
    return replace(plain, mark=Mark(**mark) if mark else None, spot=Spot(**spot) if spot else None)
