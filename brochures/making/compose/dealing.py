"""Deals blocks to frames by measured height, then shares out the white. Pure arithmetic. Floor 4.

Each item names the frames where it may stand, best first; items of one track keep their order from frame
to frame. A beam search finds the deal with no frame over its height, few items away from home, and even
frames. It is deterministic: same heights, same deal.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from brochures.model.blocks import Block
from brochures.model.document import Placed, Rung
from brochures.model.furniture import Notes

Heights = Mapping[tuple[Block, float], float]

_BEAM: Final = 400
_AWAY_COST: Final = 8.0
_OVER_COST: Final = 10_000.0
_OVER_EACH_MM: Final = 100.0
_EVEN_COST: Final = 60.0
TIGHT_GAP_MM: Final = 2.0
HEAD_GAP_MM: Final = 4.5
USUAL_GAP_MM: Final = 5.0
MOST_GAP_MM: Final = 8.0
FOOT_GAP_MM: Final = 8.0
NOTES_FROM_MM: Final = 34.0

RUNGS: Final = (
    Rung("roomy", "normal", 4.4),
    Rung("tight", "normal", 2.9),
    Rung("small", "floor", 4.0),
    Rung("smallest", "floor", 2.6),
)
"""The ladder: spacing first, then type."""


@dataclass(frozen=True, slots=True)
class Item:
    """A block to deal: its frames best first; `follows` continues the block before it in the same text."""

    block: Block
    frames: tuple[str, ...]
    track: str = ""
    follows: bool = False
    at_home: float = 1.0
    """How dear it is to stand elsewhere; risks belong under their heading."""


def items_of(
    blocks: Iterable[Block], frames: tuple[str, ...], track: str = "", *, at_home: float = 1.0
) -> Iterator[Item]:
    """One item for each block; a block without a title of its own goes on with the text before it."""
    for i, block in enumerate(blocks):
        follows = i > 0 and not getattr(block, "title", "")
        yield Item(block, frames, track, follows=follows, at_home=at_home)


@dataclass(frozen=True, slots=True)
class Column:
    """A frame to fill: its width and height, what heads it and what stands at its foot."""

    name: str
    label: str
    width_mm: float
    height_mm: float
    head: tuple[Block, ...] = ()
    foot: tuple[Block, ...] = ()
    notes: str = ""
    head_gap_mm: float = HEAD_GAP_MM
    head_least_mm: float = 0.0
    foot_gap_mm: float = FOOT_GAP_MM
    may_stay_empty: bool = False
    """Takes only what fits nowhere before; its white is for notes."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A frame that is too full: by how much, and its largest blocks, largest first."""

    label: str
    over_mm: float
    largest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sparse:
    """Too little text: the frames that would be two thirds empty."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _State:
    cost: float
    used: tuple[float, ...]
    filled: tuple[int, ...]
    tracks: tuple[tuple[str, int], ...]
    chosen: tuple[int, ...]


def deal(
    columns: tuple[Column, ...], items: tuple[Item, ...], heights: Heights, rung: Rung
) -> dict[str, tuple[Placed, ...]] | tuple[Misfit, ...]:
    """The blocks of each column with the white above each, or every column that is too full."""
    rooms = tuple(_room(column, heights) for column in columns)
    chosen = _Search(columns, rooms, heights, rung).best(items)
    shares: dict[str, list[Item]] = {column.name: [] for column in columns}
    for item, index in zip(items, chosen, strict=True):
        shares[columns[index].name].append(item)
    misfits: list[Misfit] = []
    placed: dict[str, tuple[Placed, ...]] = {}
    for column, room in zip(columns, rooms, strict=True):
        mine = shares[column.name]
        need = sum(heights[item.block, column.width_mm] for item in mine) + sum(_least_gaps(mine, rung))
        if need > room + 0.01:
            misfits.append(_misfit(column, mine, heights, need - room))
        else:
            placed[column.name] = _share_white(column, mine, heights, rung, room)
    return tuple(misfits) if misfits else placed


def is_sparse(column: Column, placed: tuple[Placed, ...], heights: Heights) -> bool:
    """Whether text, head and foot fill less than a third of the column; lines for notes do not count."""
    usual = ((replace(p.block, grow_mm=0.0), p.block.grow_mm) for p in placed if not isinstance(p.block, Notes))
    words = sum(heights[block, column.width_mm] + grown for block, grown in usual)
    return words < column.height_mm / 3


def _head_height(column: Column, heights: Heights) -> float:
    return max(column.head_least_mm, sum(heights[block, column.width_mm] for block in column.head))


def _foot_height(column: Column, heights: Heights) -> float:
    return sum(heights[block, column.width_mm] for block in column.foot) + USUAL_GAP_MM * max(0, len(column.foot) - 1)


def _room(column: Column, heights: Heights) -> float:
    room = column.height_mm
    if column.head:
        room -= _head_height(column, heights) + column.head_gap_mm
    if column.foot:
        room -= _foot_height(column, heights) + column.foot_gap_mm
    return room


def _least_gaps(items: list[Item], rung: Rung) -> list[float]:
    return [TIGHT_GAP_MM if item.follows else rung.least_gap_mm for item in items[1:]]


@dataclass(frozen=True, slots=True)
class _Search:
    """The beam: every state is a deal of the items so far."""

    columns: tuple[Column, ...]
    rooms: tuple[float, ...]
    heights: Heights
    rung: Rung

    def best(self, items: tuple[Item, ...]) -> tuple[int, ...]:
        """For each item the index of its column."""
        index = {column.name: i for i, column in enumerate(self.columns)}
        count = len(self.columns)
        beam = [_State(0.0, (0.0,) * count, (0,) * count, (), ())]
        for item in items:
            grown = [
                self._step(state, item, index[name], rank)
                for state in beam
                for rank, name in enumerate(item.frames)
                if name in index and index[name] >= _earliest(state, item)
            ]
            beam = sorted(grown, key=lambda s: (s.cost, s.chosen))[:_BEAM]
        return min(beam, key=lambda s: (s.cost + _unevenness(s, self.columns, self.rooms), s.chosen)).chosen

    def _step(self, state: _State, item: Item, at: int, rank: int) -> _State:
        gap = 0.0 if not state.filled[at] else TIGHT_GAP_MM if item.follows else self.rung.least_gap_mm
        height = self.heights[item.block, self.columns[at].width_mm] + gap
        before, room = state.used[at], self.rooms[at]
        over = max(0.0, before + height - room) - max(0.0, before - room)
        burst = _OVER_COST if over > 0 and before <= room else 0.0
        tracks = dict(state.tracks)
        if item.track:
            tracks[item.track] = at
        return _State(
            state.cost + _AWAY_COST * rank * item.at_home + burst + over * _OVER_EACH_MM,
            (*state.used[:at], before + height, *state.used[at + 1 :]),
            (*state.filled[:at], state.filled[at] + 1, *state.filled[at + 1 :]),
            tuple(sorted(tracks.items())),
            (*state.chosen, at),
        )


def _earliest(state: _State, item: Item) -> int:
    """The first column where an item may stand: not before its track, nor before the text it goes on with."""
    reached = dict(state.tracks).get(item.track, 0) if item.track else 0
    return max(reached, state.chosen[-1]) if item.follows else reached


def _unevenness(state: _State, columns: tuple[Column, ...], rooms: tuple[float, ...]) -> float:
    each = zip(state.used, columns, rooms, strict=True)
    shares = (max(0.0, room - used) / room for used, column, room in each if room > 0 and not column.may_stay_empty)
    return _EVEN_COST * sum(share**2 for share in shares)


def _misfit(column: Column, items: list[Item], heights: Heights, over: float) -> Misfit:
    by_size = sorted(items, key=lambda item: -heights[item.block, column.width_mm])
    names = tuple(dict.fromkeys(getattr(item.block, "title", "") for item in by_size))
    return Misfit(column.label, over, tuple(name for name in names if name)[:3])


def _share_white(column: Column, items: list[Item], heights: Heights, rung: Rung, room: float) -> tuple[Placed, ...]:
    """Gaps first up to the usual, then what can grow, then gaps to the most; notes take a large rest."""
    gaps = _least_gaps(items, rung)
    free = room - sum(heights[item.block, column.width_mm] for item in items) - sum(gaps)
    gaps, free = _widen(gaps, free, USUAL_GAP_MM)
    blocks: list[Block] = []
    for item in items:
        take = min(free, item.block.max_grow_mm)
        blocks.append(replace(item.block, grow_mm=take) if take > 0 else item.block)
        free -= max(0.0, take)
    if not column.notes or free < NOTES_FROM_MM:
        gaps, free = _widen(gaps, free, MOST_GAP_MM)
    placed = [Placed(block, gap) for block, gap in zip(blocks, (0.0, *gaps), strict=False)]
    if column.head:
        spare = _head_height(column, heights) - sum(heights[block, column.width_mm] for block in column.head)
        first = [Placed(block, 0.0) for block in column.head]
        if placed:
            placed[0] = Placed(placed[0].block, column.head_gap_mm + spare)
        placed = [*first, *placed]
    if column.notes and free >= NOTES_FROM_MM:
        lines = int((free - USUAL_GAP_MM - 8.0) // 8.0)
        placed.append(Placed(Notes(title=column.notes, lines=lines), USUAL_GAP_MM + 2.0))
        free -= USUAL_GAP_MM + 2.0 + 6.0 + lines * 8.0
    if column.foot:
        placed.append(Placed(column.foot[0], column.foot_gap_mm + max(0.0, free)))
        placed.extend(Placed(block, USUAL_GAP_MM) for block in column.foot[1:])
    return tuple(placed)


def _widen(gaps: list[float], free: float, most: float) -> tuple[list[float], float]:
    """Gaps widened evenly up to `most`, and the white that is left; gaps inside one text stay."""
    wide = [i for i, gap in enumerate(gaps) if gap > TIGHT_GAP_MM]
    room = sum(max(0.0, most - gaps[i]) for i in wide)
    if not room or free <= 0:
        return gaps, free
    share = min(1.0, free / room)
    widened = [gap + max(0.0, most - gap) * share if i in wide else gap for i, gap in enumerate(gaps)]
    return widened, free - (sum(widened) - sum(gaps))
