"""A run by several processes is the same run: the same pieces in the same order, and what one loses is one."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from brochures import pipeline
from brochures.giving.store import Store
from brochures.making.jobs import Job
from brochures.making.products import Product
from brochures.orders import Order
from brochures.pipeline import Listener, Piece, Selection, Way
from brochures.pipeline.making import Planned, made, shop_of
from brochures.running.work import Outcome, Task, Work
from tests.press import PAIR, TODAY, Press

FORMATS = ("card", "handout")


def test_two_processes_make_what_one_makes(tmp_path: Path) -> None:
    """Byte for byte, told in the same order."""
    told: dict[int, list[str]] = {}
    for jobs in (1, 2):
        names = told.setdefault(jobs, [])
        listener = Listener(done=lambda piece, names=names: names.append(piece.name))  # type: ignore[misc] # bound now
        chosen = Selection(content=PAIR, formats=FORMATS)  # type: ignore[arg-type] # names of formats
        store = Store(tmp_path / f"cache-{jobs}")
        pipeline.run(chosen, tmp_path / str(jobs), TODAY, Way(jobs=jobs), listener, store)

    one, two = ({path.name: path.read_bytes() for path in (tmp_path / str(jobs)).glob("*.pdf")} for jobs in (1, 2))
    assert len(one) >= 4
    assert one == two
    assert told[1] == told[2]


class _Losing:
    """Runs tasks in an order of its own, and loses the second."""

    def each(self, work: Work, tasks: Iterable[Task]) -> Iterator[Outcome]:  # noqa: ARG002 - the seam
        """The last first."""
        found = [Outcome(task, Product(b"%PDF", None, ())) for task in tasks]
        found[1] = Outcome(found[1].task, fault="timeout")
        return iter(found[::-1])

    def close(self) -> None:
        """Nothing was started."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def test_a_lost_piece_is_withheld_and_the_others_are_in_order(small: Press) -> None:
    """With what to do about it."""
    names = ("a", "b", "c")
    order = Order("peel", "card", "letter", "print")
    plans = [Planned(Piece(order, name), Job(name, "card", "letter", "print")) for name in names]

    pieces = list(made(plans, shop_of(small.sources), _Losing()))

    assert [piece.name for piece in pieces] == list(names)
    assert [[problem.code for problem in piece.problems] for piece in pieces] == [[], ["took-too-long"], []]
    assert [bool(piece.pdf) for piece in pieces] == [True, False, True]
