"""The stamp of a piece whose day of review has passed: a plate in the upper margin of its panels. Floor 4."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from brochures.model.brochure import Brochure
from brochures.model.document import Box, Document, Page
from brochures.model.formats import Format, FormatName, Margins

_USUAL_MM: Final = 4.85
_LARGE_MM: Final = 6.4
_HEIGHTS_MM: Final[dict[FormatName, float]] = {"card": 3.05, "phone": 5.6, "poster": 10.6, "slide": 7.6}
"""Height of the plate, as stamp.css sets its words."""
_BESIDE_MM: Final = 2.0


def with_room(margins: Margins, row: Format, brochure: Brochure, *, large: bool = False) -> Margins:
    """The margins, the upper one wide enough for the stamp of a piece that gets one."""
    if not brochure.is_overdue:
        return margins
    return replace(margins, top=max(margins.top, row.clear_mm + _height_mm(row, large=large)))


def _height_mm(row: Format, *, large: bool) -> float:
    return max(_HEIGHTS_MM.get(row.name, _USUAL_MM), _LARGE_MM if large else 0.0)


def stamped(document: Document, brochure: Brochure) -> Document:
    """The document with the stamp on every side and before its title; as it is while its words are in date."""
    if not brochure.is_overdue:
        return document
    words = brochure.wording.draft
    pages = tuple(replace(page, stamps=tuple(_on(page, document))) for page in document.pages)
    return replace(document, pages=pages, draft=words, title=f"{words}. {document.title}")


def _on(page: Page, document: Document) -> Iterator[Box]:
    """The place of the stamp on each panel between the folds; on a card, on the one that has room."""
    row, height = document.format, _height_mm(document.format, large=document.large)
    panels = [*pairwise((0.0, *page.folds_mm, document.size_mm[0]))]
    if row.name == "card":
        yield _on_card(page, panels[-1], row, height)
        return
    for left, right in panels:
        yield Box(left + row.margins.side, row.clear_mm, right - left - 2 * row.margins.side, height)


def _on_card(page: Page, panel: tuple[float, float], row: Format, height: float) -> Box:
    """On the cover over the drawing, beside the words; inside over the lines to write on."""
    left = next((frame.box.right + _BESIDE_MM for frame in page.frames if frame.name == "cover"), 0.0)
    left = left or panel[0] + row.margins.side
    return Box(left, row.clear_mm, panel[1] - row.margins.side - left, height)
