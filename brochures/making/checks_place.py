"""Checks of places: distances from trim and fold, letters on letters, panels left empty. Floor 4."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from brochures.making.evidence import Evidence
from brochures.making.findings import Finding, Findings, spot_of, spot_round
from brochures.making.inspection import Character
from brochures.model.document import Box, Page

_SLACK_MM: Final = 0.3
_MOST_SHARED: Final = 0.35
_LIGATURE: Final = 3
_NEAR_FOLD_MM: Final = 3.0
_ON_FOLD_MM: Final = 0.35
"""A field may go on a hair under its neighbour: two edges that only touch leave a pale line."""
_LEAST_FULL: Final = 1 / 3
_LEAST_FULL_LAST: Final = 0.15
"""How much of a panel is used at least, and of the last page of what has as many pages as its text needs."""
_MANY: Final = 2
_WHITE_MM: Final = 14.0
"""White that is more than a gap between blocks, or between lines to write on."""
_STRIP_MM: Final = 5.0
_MOST_STRIPS: Final = 200.0
_SHOWN: Final = 24
_INK: Final = 12
"""How much darker or lighter than its ground a spot is that counts as printed, of 255."""
_ROWS_PER_MM: Final = 2
_BESIDE_MM: Final = 2.0
"""White beside a panel that is looked at too: a line over its whole width begins there with its ground."""


def distances(evidence: Evidence) -> Findings:
    """Text keeps away from trim and folds."""
    document = evidence.document
    clear, sheet = document.format.clear_mm - _SLACK_MM, evidence.sheet
    for number, page in enumerate(document.pages):
        near = [c for c in evidence.by_page.get(number, ()) if _is_near(c, page, sheet, clear)]
        if near:
            words = "".join(c.text for c in near[:_SHOWN])
            distance = f"{document.format.clear_mm:g} mm"
            message = f"text on {page.name} is nearer than {distance} to a trim or fold: “{words}”"
            yield Finding("near-edge", message, "shorten it", spot_round(document, near))


def _is_near(character: Character, page: Page, sheet: Box, clear: float) -> bool:
    if character.left < clear or character.top < clear:
        return True
    if character.right > sheet.width - clear or character.bottom > sheet.height - clear:
        return True
    return any(character.left < fold + clear and character.right > fold - clear for fold in page.folds_mm)


def fields(evidence: Evidence) -> Findings:
    """Colour ends at a fold or well away from it: a hand's fold is not exact, and shows a narrow strip."""
    document = evidence.document
    for number, page in enumerate(document.pages):
        for field in page.fields:
            for fold in page.folds_mm:
                off = min(abs(edge - fold) for edge in (field.box.x, field.box.right))
                if _ON_FOLD_MM < off < _NEAR_FOLD_MM:
                    message = f"a colour field on {page.name} ends {off:.1f} mm beside a fold"
                    hint = "let it end on the fold, or 3 mm and more away from it"
                    yield Finding("field-near-fold", message, hint, spot_of(document, number, field.box), "warning")


def overlaps(evidence: Evidence) -> Findings:
    """Letters printed on letters: blocks placed by number neither break nor warn when they meet."""
    for number, page in enumerate(evidence.document.pages):
        hit = next(_hits(evidence.by_page.get(number, [])), None)
        if hit:
            where = f"{hit.left:.0f} mm from the left, {hit.top:.0f} mm from the top"
            message = f"text on {page.name} runs into other text at {where}"
            yield Finding("text-overlap", message, "shorten it", spot_round(evidence.document, [hit]))


def _hits(here: list[Character]) -> Iterator[Character]:
    """Characters that lie on others: from top to bottom, each is held against those that are not yet passed.

    Only those in the same upright strips of the page are looked at.
    """
    strips: dict[int, list[Character]] = {}
    for new in sorted(here, key=lambda c: c.top):
        for strip in range(_strip(new.left), _strip(new.right) + 1):
            waiting = strips.setdefault(strip, [])
            if waiting and waiting[0].bottom <= new.top:
                waiting[:] = [c for c in waiting if c.bottom > new.top]
            for other in waiting:
                # The letters of a ligature share one box, so neighbours in the text are left out.
                if other.left < new.right and new.left < other.right and abs(other.index - new.index) > _LIGATURE:  # noqa: SIM102
                    if _shared(other, new) > _MOST_SHARED:
                        yield new
            waiting.append(new)


def _strip(x: float) -> int:
    """The strip at a place; all that is far beside the page is in one."""
    return int(max(-1.0, min(x / _STRIP_MM, _MOST_STRIPS)))


def _shared(a: Character, b: Character) -> float:
    """How much of the smaller letter's box lies under the other, from 0 to 1."""
    width = min(a.right, b.right) - max(a.left, b.left)
    height = min(a.bottom, b.bottom) - max(a.top, b.top)
    least = min((c.right - c.left) * (c.bottom - c.top) for c in (a, b))
    return width * height / least if width > 0 and height > 0 and least > 0 else 0.0


def emptiness(evidence: Evidence) -> Findings:
    """No panel is mostly white; the cover and a last page are judged more kindly."""
    document = evidence.document
    for number, page in enumerate(document.pages):
        is_last = number == len(document.pages) - 1 and len(document.pages) > 1
        is_open = document.large or document.format.pages[1] > _MANY
        least = _LEAST_FULL_LAST if is_last and is_open else _LEAST_FULL
        for panel in _panels(page, evidence.sheet, evidence):
            full = _fullness(evidence, number, panel)
            if full < least:
                spot = spot_of(document, number, panel)
                message = f"{spot.panel or page.name} is nearly empty: {full:.0%} of its height is used"
                hint = "give it more to say, or choose a format with less room"
                yield Finding("nearly-empty", message, hint, spot, "warning")


def _panels(page: Page, sheet: Box, evidence: Evidence) -> Iterator[Box]:
    """Where text stands between the folds of a page, but for the cover."""
    margins = evidence.document.format.margins
    top, foot = sheet.y + margins.top, sheet.bottom - margins.foot
    for left, right in pairwise((0.0, *page.folds_mm, sheet.width)):
        frames = [f for f in page.frames if left <= f.box.x < right]
        if frames and not any(frame.name.startswith("cover") for frame in frames):
            inset = min(margins.side, (right - left) / 4)
            yield Box(left + inset, top, right - left - 2 * inset, foot - top)


def _fullness(evidence: Evidence, number: int, panel: Box) -> float:
    """How much of the height is used, from 0 to 1: all but the stretches of white that are more than gaps."""
    shown, _ = evidence.sights.page(number)
    x0, y0, x1, y1 = shown.area(panel.x - _BESIDE_MM, panel.y, panel.right, panel.bottom)
    if x1 <= x0 or y1 <= y0:
        return 1.0
    rows = max(1, round(panel.height * _ROWS_PER_MM))
    inked = shown.inked_rows((x0, y0, x1, y1), rows, _INK)
    marks = [-1, *(row for row, is_inked in enumerate(inked) if is_inked), rows]
    gaps = ((b - a - 1) / _ROWS_PER_MM for a, b in pairwise(marks))
    return 1.0 - sum(gap for gap in gaps if gap > _WHITE_MM) / panel.height
