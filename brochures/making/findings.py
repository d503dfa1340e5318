"""What a check says: a code, words, the way out, and the place on paper. Floor 4."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from brochures.errors import Problem, Severity, Spot
from brochures.making.inspection import Character
from brochures.model.document import Box, Document, Page


class Finding(NamedTuple):
    """One thing that is wrong with a finished piece."""

    code: str
    message: str
    hint: str
    spot: Spot | None = None
    severity: Severity = "error"

    def problem(self, piece: str) -> Problem:
        """The same, named after its piece."""
        return Problem(self.code, self.message, self.hint, piece=piece, severity=self.severity, spot=self.spot)


Findings = Iterator[Finding]


def spot_of(document: Document, page: int, box: Box) -> Spot:
    """A box on a page, counted from 0, with the name of the panel that its middle stands in."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    panel = panel_at(document.pages[page], x, y) if page < len(document.pages) else ""
    return Spot(page + 1, panel, *(round(value, 1) for value in (box.x, box.y, box.width, box.height)))


def panel_at(page: Page, x: float, y: float) -> str:
    """The label of the frame at this place, else of the one nearest to it between the same folds."""
    inside = [f for f in page.frames if f.box.x <= x <= f.box.right and f.box.y <= y <= f.box.bottom]
    if inside:
        return inside[0].label
    strip = sum(fold < x for fold in page.folds_mm)
    beside = [f for f in page.frames if sum(fold < f.box.x for fold in page.folds_mm) == strip]
    nearest = min(beside, key=lambda f: max(f.box.y - y, y - f.box.bottom), default=None)
    return nearest.label if nearest else ""


def box_round(characters: Iterable[Character]) -> Box:
    """The box round characters of one page, of which there is one at least; millimetres."""
    every = list(characters)
    left, top = min(c.left for c in every), min(c.top for c in every)
    return Box(left, top, max(c.right for c in every) - left, max(c.bottom for c in every) - top)


def spot_round(document: Document, characters: Iterable[Character]) -> Spot | None:
    """Where these characters stand; of several pages, those on the first. None for none."""
    every = list(characters)
    if not every:
        return None
    page = min(c.page for c in every)
    return spot_of(document, page, box_round(c for c in every if c.page == page))
