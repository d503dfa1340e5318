"""A whole run: what is right already is kept, the rest is made by as many workers as the machine has cores. Floor 7."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from brochures.errors import Problem
from brochures.giving.store import Store, usual_store
from brochures.orders import Selection
from brochures.pipeline.ways import Way, runner_for
from brochures.recalling.memory import Known, Memory
from brochures.recalling.pieces import Piece

if TYPE_CHECKING:
    from brochures.pipeline.making import Planned


@dataclass(frozen=True, slots=True)
class Listener:
    """What is told while a run goes on."""

    noticed: Callable[[Iterable[Problem]], None] = lambda _: None
    """What is wrong with the files and with what they say, before anything is made."""
    planned: Callable[[int], None] = lambda _: None
    """How many pieces there are."""
    next: Callable[[str], None] = lambda _: None
    """The name of a piece whose turn comes."""
    done: Callable[[Piece], None] = lambda _: None
    """A piece that was written, kept or withheld."""
    going: Callable[[], bool] = lambda: True
    """Whether to go on with the next piece."""


def run(  # noqa: PLR0913, PLR0917 - a run is all of these
    selection: Selection, out: Path, today: date, way: Way, listener: Listener, store: Store | None = None
) -> tuple[Piece, ...]:
    """Every piece of a selection, written to a folder: made anew, or kept where it lies there right already.

    Raises:
        SourceError: the files cannot be used; nothing has been made.
        EngineMissing: the paper engine cannot be loaded.
    """
    memory = Memory(store or usual_store(), selection, out, is_fresh=way.is_fresh)
    known = memory.whole_run(today)
    if known is None:
        return _anew(selection, out, today, way, listener, memory)
    noticed, pieces = known
    listener.noticed(noticed)
    listener.planned(len(pieces))
    missing = [one.fitted for one in pieces if one.fitted]
    if not missing:
        return tuple(_told(one.piece, listener) for one in pieces)
    from brochures.pipeline.making import made

    with runner_for(way, len(missing)) as runner:
        making = made(_turns(pieces, listener), missing[0].shop, runner)
        found = _given(making, out, memory, listener)
    memory.keep_run(today, noticed, found)
    return found


def _anew(  # noqa: PLR0913, PLR0917 - a run is all of these
    selection: Selection, out: Path, today: date, way: Way, listener: Listener, memory: Memory
) -> tuple[Piece, ...]:
    from brochures.pipeline.judging import judge, wanted
    from brochures.pipeline.making import make
    from brochures.sources import read

    with runner_for(way, _most(selection, way)) as runner:
        sources = read(selection)
        ordered = wanted(sources, selection)
        judged = judge(sources, tuple(dict.fromkeys(order.subject for order in ordered)), today)
        noticed = (*sources.warnings, *(problem for each in judged.values() for problem in each))
        listener.noticed(noticed)
        listener.planned(len(ordered))
        making = make(sources, ordered, today, listener.next, judged, runner=runner, memory=memory)
        found = _given(making, out, memory, listener)
    if len(found) == len(ordered):
        memory.keep_run(today, noticed, found)
    return found


def _most(selection: Selection, way: Way) -> int:
    """How many pieces a selection may make at most, as far as it says; else as many as there are workers."""
    if not selection.subjects or not selection.formats or selection.all_formats:
        return way.workers
    counted = len(selection.subjects) * len(selection.formats)
    return counted * max(1, len(selection.papers)) * max(1, len(selection.editions))


def _turns(pieces: tuple[Known, ...], listener: Listener) -> "Iterator[Planned]":
    from brochures.pipeline.making import again

    for one in pieces:
        listener.next(one.piece.name)
        yield again(one)


def _given(making: Iterator[Piece], out: Path, memory: Memory, listener: Listener) -> tuple[Piece, ...]:
    """Each piece written as soon as its turn comes, and remembered; its bytes are let go."""
    from brochures.pipeline.making import give

    found = []
    for piece in making:
        given = give(piece, out)
        memory.keep(given)
        found.append(_told(replace(given, pdf=b"", extras=(), fitted=None), listener))
        if not listener.going():
            break
    return tuple(found)


def _told(piece: Piece, listener: Listener) -> Piece:
    listener.done(piece)
    return piece
