"""Pages of a booklet arranged as an edition prints them: one by one, or two on each side of a sheet. Floor 4.

A plan composes *panel pages*: pages of one size, in reading order, front cover first and back cover last,
each measured from its own top left corner and not clipped. `arranged` makes of them what is printed:

    sheets = arranged(plan, panels, (width_mm, height_mm))
    return sheets.bound(document(plan, sheets.pages, rung))

On the screen the pages stand as they are. For paper they become printer's spreads: of eight pages
8 | 1, 2 | 7, 6 | 3 and 4 | 5, printed on both sides, stacked and folded once.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from brochures.making.compose.plan import Plan, clip
from brochures.model.document import Art, Box, ColourField, Document, Frame, Page

OVERLAP_MM: Final = 0.3
"""How far a field goes on under its neighbour at a fold: two edges that only touch leave a pale hairline."""
PAGES_A_SHEET: Final = 4
_SAME_MM: Final = 1e-6
_BLANK: Final = Page("blank", (), (), ())

_Placed = TypeVar("_Placed", Frame, ColourField, Art)


@dataclass(frozen=True, slots=True)
class Sheets:
    """What an edition prints: its pages, the trim of each, and the names of all frames in reading order."""

    pages: tuple[Page, ...]
    page_mm: tuple[float, float]
    reading: tuple[str, ...]

    def bound(self, document: Document) -> Document:
        """The document with the size of these pages and their reading order."""
        return replace(document, pages=self.pages, page_mm=self.page_mm, reading=self.reading)


def arranged(plan: Plan, panels: Sequence[Page], panel_mm: tuple[float, float]) -> Sheets:
    """Panel pages as the plan's edition prints them; `panel_mm` is the trim of one.

    Fields and art are cut to their panel, and clipped for the edition: white stands at the edges of the
    sheet only, so fields meet at the fold.

    Raises:
        ValueError: two frames have one name, by which they are read and found again.
    """
    reading = tuple(frame.name for page in panels for frame in page.frames)
    twice = [name for name, count in Counter(reading).items() if count > 1]
    if twice:
        message = f"frames of one name: {', '.join(twice)}"
        raise ValueError(message)
    width, height = panel_mm
    if plan.edition == "screen":
        cut = (_cut(page, panel_mm) for page in panels)
        return Sheets(tuple(_clipped(plan, page, panel_mm) for page in cut), panel_mm, reading)
    open_mm = (2 * width, height)
    return Sheets(
        tuple(_clipped(plan, page, open_mm) for page in _spreads([_cut(page, panel_mm) for page in panels], width)),
        open_mm,
        reading,
    )


def padded(panels: Sequence[Page]) -> tuple[Page, ...]:
    """The pages, with blank ones before the last until they fill whole sheets."""
    missing = -len(panels) % PAGES_A_SHEET
    return (*panels[:-1], *(_BLANK,) * missing, panels[-1])


def joined(fields: Sequence[ColourField], folds_mm: Sequence[float]) -> tuple[ColourField, ...]:
    """The fields, each going on a hair under every later one that it meets at a fold, where that one hides it."""
    out: list[ColourField] = []
    for i, field in enumerate(fields):
        box = field.box
        strips: list[ColourField] = []
        for fold in folds_mm:
            for other in fields[i + 1 :]:
                low, high = max(box.y, other.box.y), min(box.bottom, other.box.bottom)
                if not _meet(field.box, other.box, fold) or high <= low:
                    continue
                past = Box(fold - OVERLAP_MM, low, 2 * OVERLAP_MM, high - low)
                if high - low < box.height - _SAME_MM:
                    strips.append(replace(field, box=past))
                else:
                    left, right = min(box.x, past.x), max(box.right, past.right)
                    box = Box(left, box.y, right - left, box.height)
        out += [replace(field, box=box), *strips]
    return tuple(out)


def _meet(one: Box, other: Box, fold: float) -> bool:
    left, right = (one, other) if one.x < other.x else (other, one)
    return abs(left.right - fold) < _SAME_MM and abs(right.x - fold) < _SAME_MM


def _spreads(panels: Sequence[Page], width: float) -> Iterator[Page]:
    """Outside and inside of each sheet, the outermost sheet first."""
    pages = padded(panels)
    for i in range(len(pages) // 2):
        low, high = pages[i], pages[-1 - i]
        name = f"outside-{i // 2 + 1}" if i % 2 == 0 else f"inside-{i // 2 + 1}"
        left, right = (high, low) if i % 2 == 0 else (low, high)
        yield _side_by_side(name, left, right, width)


def _side_by_side(name: str, left: Page, right: Page, width: float) -> Page:
    fields = tuple(_moved(field, width) for field in right.fields)
    return Page(
        name,
        fields=joined((*left.fields, *fields), (width,)),
        art=(*left.art, *(_moved(art, width) for art in right.art)),
        frames=(*left.frames, *(_moved(frame, width) for frame in right.frames)),
        folds_mm=(width,),
    )


def _moved(thing: _Placed, by_mm: float) -> _Placed:
    return replace(thing, box=replace(thing.box, x=thing.box.x + by_mm))


def _cut(page: Page, panel_mm: tuple[float, float]) -> Page:
    panel = Box(0.0, 0.0, *panel_mm)
    return replace(
        page,
        fields=tuple(replace(field, box=field.box.within(panel)) for field in page.fields),
        art=tuple(replace(art, box=art.box.within(panel)) for art in page.art),
    )


def _clipped(plan: Plan, page: Page, size_mm: tuple[float, float]) -> Page:
    return replace(page, fields=clip(plan, page.fields, size_mm), art=clip(plan, page.art, size_mm))
