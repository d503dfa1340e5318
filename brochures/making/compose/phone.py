"""The plan of a telephone's pages: one column, big type, numbers and addresses that are touched. Floor 4."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from brochures.making.compose import one_column_words as words
from brochures.making.compose import slots
from brochures.making.compose.dealing import Heights
from brochures.making.compose.large_sizes import PHONE, PHONE_LARGE
from brochures.making.compose.one_column import Chapter, OneColumn, Shape, bare
from brochures.making.compose.plan import ground_of
from brochures.model.blocks import Block
from brochures.model.brochure import Brochure
from brochures.model.document import Document, Page, Rung
from brochures.model.formats import FORMATS, PAPERS, SCREEN, EditionName, Paper
from brochures.model.furniture import Contact

_ROW: Final = FORMATS["phone"]
_ROW_GAP_MM: Final = 3.0
"""White above each label of the patient's own page."""
_USUAL: Final = Shape(
    page_mm=_ROW.size_mm(SCREEN),
    margins=_ROW.margins,
    sizes=PHONE,
    rung=Rung("phone", "normal", 6.5),
    line_mm=_ROW.line_mm,
    title_gap_mm=10.0,
    tight_gap_mm=5.0,
    follow_gap_mm=2.5,
    most_gap_mm=11.0,
)
_LARGE: Final = replace(
    _USUAL, sizes=PHONE_LARGE, rung=Rung("large", "large", 6.5), line_mm=7.6, title_gap_mm=8.0, is_large=True
)


class Phone(OneColumn):
    """A handout's or a comparison's words for reading on a telephone."""

    def __init__(self, brochure: Brochure, paper: Paper, edition: EditionName, *, large: bool = False) -> None:
        super().__init__(brochure, _ROW, paper, edition, _LARGE if large else _USUAL)
        sizes = self.shape.sizes
        # The words are those of the usual piece; its paper only gives drawings a size before they get ours.
        self.text, self.questions = words.text(brochure, PAPERS["letter"], edition, self.text_mm, sizes)
        self.reach, self.parted_reach = (self._reach(is_whole=whole) for whole in (True, False))
        self.sources = words.sources(self.parts, sizes, linked=True)
        self.fine = words.fine_print(self.colophon, sizes)
        title = self.parts.wording.personal_title
        own = slots.above(brochure, (*slots.ABOUT, *slots.LINES), self.text_mm, title=title)
        own = replace(own, row_gap_mm=0.0 if large else _ROW_GAP_MM)
        self.own: tuple[Block, ...] = (own,) if self.is_personal else ()

    def _reach(self, *, is_whole: bool) -> tuple[Block, ...]:
        """Who the clinic is, with a link to book in place of a code: nobody can scan their own telephone."""
        clinic = self.brochure.clinic
        if clinic is None or not isinstance(self.contact, Contact):
            return ()
        label = self.parts.wording.book_visit
        touched = replace(
            self.contact, qr="", qr_caption="", booking=clinic.booking or "", booking_label=label, write_in=()
        )
        return words.contact(touched, is_whole=is_whole)

    def asked(self) -> Iterable[Block]:
        """Every block of the text."""
        reach = (*self.reach, *self.parted_reach)
        return (*self.text, *self.questions, *reach, *self.sources, *self.fine)

    def read(self, heights: Heights) -> tuple[Chapter, ...]:
        """The short of it, the text, questions with whom to ask, and the fine print with the version at its end.

        Only a ground of its own makes the visit begin a page.
        """
        page_mm = self.page_text_mm(heights)
        fits = all(heights[block, self.text_mm] <= page_mm for block in self.reach)
        reach = self.reach if fits else self.parted_reach
        end = (*self.sources, *self.fine)
        if not reach or ground_of(self, "contact") == "paper":
            return self.opened((*self.text, *self.questions, *reach, *end), heights)
        visit = Chapter("visit", "contact", (*self.questions, *reach))
        return *self.opened(self.text, heights), visit, Chapter("end", "", end)

    def bound(self, pages: Sequence[Page], rung: Rung) -> Document:
        """The pages one after the other."""
        return bare(self, pages, rung)
