"""The work of a worker that stamps: a compiled brochure is unpacked once, then window after window of rows. Floor 4.

A window goes out as the rows' values alone, and comes back as what differs from file to file: about a kilobyte a row.
"""

from collections.abc import Mapping
from typing import NamedTuple

from brochures.making.stamping.program import Program
from brochures.making.stamping.stamping import Stamper, Unfit

Window = tuple[Mapping[str, str], ...]
"""The values of some rows, by the fields' names."""


class Tail(NamedTuple):
    """What stands in one person's file after the body that all have; or why nothing can be stamped."""

    data: bytes
    shrunk: tuple[str, ...] = ()
    """Slots in which type is smaller."""
    unfit: tuple[tuple[str, str], ...] = ()
    """Slots whose value cannot be stamped, each with the reason."""


def open_stamper(program: Program) -> Stamper:
    """A stamper for all windows of one run."""
    return Stamper(program)


def stamp(stamper: Stamper, window: Window) -> tuple[Tail, ...]:
    """A tail for each row of the window."""
    made = (stamper.stamp(values) for values in window)
    return tuple(Tail(b"", unfit=one.codes) if isinstance(one, Unfit) else Tail(one.tail, one.shrunk) for one in made)
