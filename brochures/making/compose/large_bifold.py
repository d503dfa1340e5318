"""The plan of a half-fold in large print: one column on each page of a booklet of half sheets. Floor 4."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from brochures.making.compose import fineprint
from brochures.making.compose import one_column_words as words
from brochures.making.compose.dealing import Heights
from brochures.making.compose.large_sizes import BOOKLET
from brochures.making.compose.one_column import Chapter, OneColumn, Shape, bare
from brochures.making.compose.sheets import PAGES_A_SHEET, arranged
from brochures.model.blocks import Block
from brochures.model.brochure import Brochure
from brochures.model.document import Box, Document, Frame, Page, Placed, Rung
from brochures.model.formats import FORMATS, EditionName, Margins, Paper
from brochures.model.furniture import Contact, Folio, Notes

_ROW: Final = FORMATS["bifold"]
_PAGES: Final = 88
"""The widest page number that is reckoned with: a folio is measured before pages are counted."""
_FOLIO_GAP_MM: Final = 5.0
_LINE_MM: Final = 12.0
_NOTES_LESS_MM: Final = 62.0
"""What a page of lines has for margins, title and foot."""


class LargeBifold(OneColumn):
    """All that a handout or a comparison says, on half sheets of the paper."""

    def __init__(self, brochure: Brochure, paper: Paper, edition: EditionName) -> None:
        open_mm, height_mm = _ROW.size_mm(paper)
        shape = Shape(
            page_mm=(open_mm / 2, height_mm),
            margins=Margins(top=13.0, side=12.0, foot=9.5),
            sizes=BOOKLET,
            rung=Rung("large", "large", 8.5),
            line_mm=8.4,
            title_gap_mm=14.0,
            tight_gap_mm=6.5,
            follow_gap_mm=2.5,
            most_gap_mm=14.0,
            is_large=True,
        )
        super().__init__(brochure, _ROW, paper, edition, shape)
        self.text, self.questions = words.text(brochure, paper, edition, self.text_mm, BOOKLET)
        self.sources = words.sources(self.parts, BOOKLET, linked=False)
        self.fine = words.fine_print(self.colophon, BOOKLET)
        lines = int((height_mm - _NOTES_LESS_MM) // _LINE_MM)
        self.notes = Notes(title=brochure.wording.notes, lines=lines, line_mm=_LINE_MM)

    def _reach(self, *, is_whole: bool) -> tuple[Block, ...]:
        return words.contact(self.contact, is_whole=is_whole) if isinstance(self.contact, Contact) else ()

    def asked(self) -> Iterable[Block]:
        """Every block of the text, and the foot of a page."""
        reach = (*self._reach(is_whole=True), *self._reach(is_whole=False))
        text = (*self.text, *self.questions, *self.sources, *self.fine, *reach)
        return (*text, self.notes, self._folio(_PAGES, _PAGES))

    def read(self, heights: Heights) -> tuple[Chapter, ...]:
        """The short of it and the text; on the last page who the clinic is, with the fine print where it fits."""
        page_mm = self.page_text_mm(heights)
        fits = all(heights[block, self.text_mm] <= page_mm for block in self._reach(is_whole=True))
        reach = self._reach(is_whole=fits)
        text = (*self.text, *self.questions, *self.sources)
        last = (*reach, *self.fine)
        if self._needed(last, heights) > page_mm:
            text, last = (*text, *self.fine), reach
        return *self.opened(text, heights), Chapter("visit", "contact", last)

    def _needed(self, blocks: Sequence[Block], heights: Heights) -> float:
        gaps = self.shape.tight_gap_mm * (len(blocks) - 1)
        return sum(heights[block, self.text_mm] for block in blocks) + gaps

    def filled(self, pages: Sequence[Page], heights: Heights) -> Sequence[Page]:
        """The pages with one of lines to write on before the last, where sheets of four would leave one empty."""
        is_free = len(pages) % PAGES_A_SHEET != 0
        if not is_free or heights[self.notes, self.text_mm] > self.page_text_mm(heights):
            return pages
        lines = Frame("notes", "the page for notes", self.text_box(heights), (Placed(self.notes, 0.0),))
        return (*pages[:-1], Page("notes", (), (), (lines,)), pages[-1])

    def foot_mm(self, heights: Heights) -> float:
        """The folio, and the white above it."""
        return heights[self._folio(_PAGES, _PAGES), self.text_mm] + _FOLIO_GAP_MM

    def feet(self, page: Page, number: int, count: int, heights: Heights) -> tuple[Frame, ...]:
        """Whose booklet it is and the number of the page, on its ground; the red pages have none."""
        if any(frame.tone == "urgent" for frame in page.frames):
            return ()
        top = self.height_mm - self.margins.foot - self.foot_mm(heights) + _FOLIO_GAP_MM
        box = Box(self.margins.side, top, self.text_mm, self.height_mm - self.margins.foot - top)
        placed = (Placed(self._folio(number, count), 0.0),)
        return (Frame(f"folio-{number}", f"page {number}, foot", box, placed, ground=page.frames[-1].ground),)

    def _folio(self, page: int, pages: int) -> Block:
        wording = self.brochure.wording
        text = "\u2003".join(part.replace(" ", "\u00a0") for part in fineprint.whose(self.parts))
        return Folio(text=text or self.brochure.title, page=f"{wording.page} {page} {wording.page_of} {pages}")

    def bound(self, pages: Sequence[Page], rung: Rung) -> Document:
        """The pages one by one on the screen, two on each side of a sheet for paper."""
        sheets = arranged(self, pages, self.shape.page_mm)
        return sheets.bound(replace(bare(self, sheets.pages, rung), large=True))
