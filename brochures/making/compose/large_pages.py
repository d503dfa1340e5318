"""Deals the blocks of one column to pages: as few pages as can be, evenly filled. Pure arithmetic. Floor 4.

No block is cut by a page's end; a heading is part of its block, so no page ends on one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from brochures.model.blocks import Block
from brochures.model.document import Placed

_CUT_COST: Final = 0.06
"""For a page that ends within a text: as dear as a page that is a quarter empty."""
LAST_SHARE: Final = 0.5
"""How much the white of the last page counts: it may be the emptiest, but not hold a line or two only."""
_SLACK_MM: Final = 0.01


@dataclass(frozen=True, slots=True)
class Row:
    """A block with its height and the white above it, unless it stands first on its page; millimetres."""

    block: Block
    height_mm: float
    gap_mm: float
    follows: bool = False


@dataclass(frozen=True, slots=True)
class _Deal:
    pages: int
    cost: float
    ends: tuple[int, ...]


def used_mm(rows: Sequence[Row]) -> float:
    """Height of these rows on one page."""
    return sum(row.height_mm for row in rows) + sum(row.gap_mm for row in rows[1:])


def dealt(
    rows: Sequence[Row], first_mm: float, page_mm: float, *, last_share: float = LAST_SHARE
) -> tuple[tuple[Row, ...], ...]:
    """The rows of each page; the first page has `first_mm` for them and may stay empty, each other `page_mm`.

    Every row must be lower than a page.
    """
    best = {}
    for end in (0, *_ends(rows, 0, first_mm)):
        free = (first_mm - used_mm(rows[:end])) / page_mm
        best[end] = _Deal(1, free * free + _cut(rows, end), (end,))
    for start in range(len(rows)):
        if start not in best:
            continue
        before = best[start]
        for end in _ends(rows, start, page_mm):
            free = (page_mm - used_mm(rows[start:end])) / page_mm
            last = end == len(rows)
            cost = before.cost + free * free * (last_share if last else 1.0) + _cut(rows, end)
            found = _Deal(before.pages + 1, cost, (*before.ends, end))
            if end not in best or (found.pages, found.cost) < (best[end].pages, best[end].cost):
                best[end] = found
    ends = best[len(rows)].ends
    return tuple(tuple(rows[start:end]) for start, end in zip((0, *ends), ends, strict=False))


def _ends(rows: Sequence[Row], start: int, room_mm: float) -> list[int]:
    """After which rows a page that begins with `start` can end."""
    ends = []
    height = 0.0
    for i in range(start, len(rows)):
        height += rows[i].height_mm + (rows[i].gap_mm if i > start else 0.0)
        if height > room_mm + _SLACK_MM:
            break
        ends.append(i + 1)
    return ends


def _cut(rows: Sequence[Row], end: int) -> float:
    return _CUT_COST if end < len(rows) and rows[end].follows else 0.0


def placed(rows: Sequence[Row], room_mm: float, most_mm: float) -> tuple[Placed, ...]:
    """The rows of one page, the white between two texts widened to `most_mm` where there is room."""
    wide = [row for row in rows[1:] if not row.follows]
    free = max(0.0, room_mm - used_mm(rows))
    wanted = sum(max(0.0, most_mm - row.gap_mm) for row in wide)
    share = min(1.0, free / wanted) if wanted else 0.0
    out = []
    for i, row in enumerate(rows):
        more = 0.0 if row.follows else max(0.0, most_mm - row.gap_mm) * share
        out.append(Placed(row.block, 0.0 if i == 0 else row.gap_mm + more))
    return tuple(out)
