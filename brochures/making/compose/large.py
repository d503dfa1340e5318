"""The plan of large print: one column on as many pages as it takes, urgent signs at the foot of the first. Floor 4."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from brochures.making.compose import fineprint, furniture, large_blocks, slots
from brochures.making.compose.comparison import ComparisonSheet
from brochures.making.compose.dealing import Heights, Misfit
from brochures.making.compose.handout import Handout
from brochures.making.compose.large_front import FrontPage, Words, banner_mm, beside_mm, slim_mm
from brochures.making.compose.large_pages import Row, dealt, placed
from brochures.making.compose.parts import Parts
from brochures.making.compose.plan import Plan, Request, clip, document
from brochures.model.blocks import Block
from brochures.model.brochure import Brochure
from brochures.model.document import Box, Document, Frame, Page, Placed, Rung
from brochures.model.formats import FORMATS, EditionName, Format, FormatName, Margins, Paper
from brochures.model.furniture import Cover, Folio, Lead

LINE_MM: Final = 8.6
_RUNG: Final = Rung("large", "large", 8.5)
_TIGHT_GAP_MM: Final = 6.5
"""White between two texts where it saves a page."""
_MARGINS: Final = Margins(top=14.5, side=20.0, foot=9.5)
_PAGES: Final = 88
"""The widest page number that is reckoned with: a folio is measured before pages are counted."""
_FOLIO_GAP_MM: Final = 5.5
_FOLLOW_GAP_MM: Final = 2.5
_MOST_GAP_MM: Final = 14.0


class LargePrint(Plan):
    """A handout, or a comparison as one card a question, in type that poor sight can read."""

    rungs = (_RUNG,)

    def __init__(self, name: FormatName, brochure: Brochure, paper: Paper, edition: EditionName) -> None:
        super().__init__(brochure, _large(FORMATS[name]), paper, edition)
        self.text_mm = self.width_mm - 2 * self.margins.side
        cover = brochure.subject.cover
        if brochure.kind == "topic":
            blocks = large_blocks.of_topic(Handout(brochure, paper, edition), self.text_mm)
        else:
            blocks = large_blocks.of_comparison(ComparisonSheet(brochure, paper, edition), self.text_mm)
        self.parts = parts = Parts(brochure, full=True)
        self.front = Words(
            brand=large_blocks.brand(parts, beside_mm(self.text_mm)),
            cover=Cover(title=cover.title, purpose=cover.purpose, compact=True),
            lead=Lead(text=parts.run(brochure.subject.main_message)),
            urgent=large_blocks.urgent(parts, live=edition == "screen"),
        )
        contact = furniture.contact(parts, live=edition == "screen")
        colophon = fineprint.colophon(parts, versioned=False)
        title, fields = brochure.wording.personal_title, (*slots.ABOUT, *slots.LINES)
        own = (slots.above(brochure, fields, self.text_mm, title=title),) if self.is_personal else ()
        self.blocks = (*own, *blocks, *large_blocks.ending(contact, colophon))

    @property
    def name(self) -> str:
        """Subject, format, paper and `large`: `botox-handout-letter-large`."""
        return f"{super().name}-large"

    def requests(self) -> Iterable[Request]:
        """Every block with the width at which its height is wanted."""
        front = self.front
        yield from ((block, banner_mm(self)) for block in (front.brand, front.cover))
        yield front.cover, slim_mm(self.text_mm)
        yield front.brand, beside_mm(self.text_mm)
        yield from (
            (block, self.text_mm) for block in (front.lead, front.urgent, *self.blocks, self._folio(_PAGES, _PAGES))
        )

    def compose(self, heights: Heights, rung: Rung) -> Document | tuple[Misfit, ...]:
        """As many pages as the text needs; or the blocks that are higher than a page."""
        page_mm = self._text_end(heights) - self.margins.top
        ruled = ((block, heights[block, self.text_mm]) for block in (self.front.lead, self.front.urgent, *self.blocks))
        high = [(block, height - page_mm) for block, height in ruled if height > page_mm]
        if high:
            return tuple(Misfit("a page", over, (getattr(block, "title", ""),)) for block, over in high)
        roomy, tight = (self._pages(heights, gap_mm) for gap_mm in (rung.least_gap_mm, _TIGHT_GAP_MM))
        return replace(document(self, min(roomy, tight, key=len), rung), large=True)

    def _pages(self, heights: Heights, gap_mm: float) -> tuple[Page, ...]:
        end = self._text_end(heights)
        page_mm = end - self.margins.top
        first = FrontPage(self, self.front, heights, end)
        front = first.best(gap_mm)
        rows = self._rows(heights, gap_mm, with_lead=not front.has_lead)
        shares = dealt(rows, front.room_mm, page_mm)
        warned = 0 if front.has_urgent else 1
        count = len(shares) + warned
        pages = [first.page(front, shares[0], gap_mm, self._foot(1, heights, count))]
        if warned:
            field, words = first.red(self.margins.top)
            pages.append(Page("page-2", clip(self, (field,)), (), (words, self._foot(2, heights, count))))
        for number, share in enumerate(shares[1:], start=2 + warned):
            box = Box(self.margins.side, self.margins.top, self.text_mm, page_mm)
            text = Frame(f"text-{number}", f"page {number}", box, placed(share, page_mm, _MOST_GAP_MM))
            pages.append(Page(f"page-{number}", (), (), (text, self._foot(number, heights, count))))
        return tuple(pages)

    def _rows(self, heights: Heights, gap_mm: float, *, with_lead: bool) -> tuple[Row, ...]:
        blocks = (self.front.lead, *self.blocks) if with_lead else self.blocks
        return tuple(
            Row(block, heights[block, self.text_mm], _FOLLOW_GAP_MM if goes_on else gap_mm, follows=goes_on)
            for block, goes_on in ((block, large_blocks.follows(block)) for block in blocks)
        )

    def _text_end(self, heights: Heights) -> float:
        """The lowest place of text, above the folio."""
        return self.height_mm - self.margins.foot - heights[self._folio(_PAGES, _PAGES), self.text_mm] - _FOLIO_GAP_MM

    def _folio(self, page: int, pages: int) -> Block:
        """The last line; where it is too long for one, it breaks between two of its parts."""
        wording = self.brochure.wording
        parts = fineprint.folio_parts(self.parts)
        return Folio(
            text="\u2003".join(part.replace(" ", "\u00a0") for part in parts),
            page=f"{wording.page} {page} {wording.page_of} {pages}",
        )

    def _foot(self, number: int, heights: Heights, count: int) -> Frame:
        top = self._text_end(heights) + _FOLIO_GAP_MM
        box = Box(self.margins.side, top, self.text_mm, self.height_mm - self.margins.foot - top)
        return Frame(f"folio-{number}", f"page {number}, foot", box, (Placed(self._folio(number, count), 0.0),))


def _large(row: Format) -> Format:
    """The format with the geometry of large print."""
    return replace(
        row,
        pages=(2, 60),
        margins=_MARGINS,
        duplex="DuplexFlipLongEdge",
        print_note="actual size, both sides, flip on long edge",
    )
