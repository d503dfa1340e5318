"""A brochure in one narrow column on small pages: cover, urgent signs on red, the short of it, text, end. Floor 4.

A telephone has such pages, and a half-fold in large print. There are as many as the text needs.
"""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from brochures.making.compose import fineprint, furniture, large_blocks, one_column_words
from brochures.making.compose.dealing import Heights, Misfit
from brochures.making.compose.large_pages import Row, dealt, placed, used_mm
from brochures.making.compose.large_sizes import Sizes
from brochures.making.compose.parts import Parts
from brochures.making.compose.plan import Plan, Request, document, ground_field, ground_of
from brochures.making.compose.stamping import with_room
from brochures.model.blocks import Block
from brochures.model.brochure import Brochure
from brochures.model.document import Art, Box, ColourField, Document, Frame, Page, Placed, Rung
from brochures.model.formats import EditionName, Format, Margins, Paper
from brochures.model.furniture import Cover

_ART_FROM: Final = 0.4
"""The drawing of a cover begins at this share of its height, or under the words."""
_ART_GAP_MM: Final = 7.0
_LEAST_ART: Final = 0.2
_TOP_GAP_MM: Final = 2.0
_SLACK_MM: Final = 0.01
_PAGES: Final = (2, 60)
_LEAST_OPENING: Final = 0.36
"""How much of a page the short of it fills at least, to have one of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The geometry of the pages, and how their type is set; millimetres."""

    page_mm: tuple[float, float]
    margins: Margins
    sizes: Sizes
    rung: Rung
    line_mm: float
    title_gap_mm: float
    tight_gap_mm: float
    """White between two texts where it saves a page."""
    follow_gap_mm: float
    most_gap_mm: float
    is_large: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """Blocks that begin a page of their own, and the name of their frames: the theme may give it a ground."""

    name: str
    ground: str
    blocks: tuple[Block, ...]


class OneColumn(Plan):
    """The pages of one column; a format says what stands in it, and in what order."""

    def __init__(self, brochure: Brochure, row: Format, paper: Paper, edition: EditionName, shape: Shape) -> None:
        super().__init__(brochure, replace(row, line_mm=shape.line_mm, pages=_PAGES, title_level=2), paper, edition)
        self.shape = shape
        self.rungs = (shape.rung,)
        self.margins = with_room(shape.margins, row, brochure, large=shape.is_large)
        self.width_mm, self.height_mm = shape.page_mm
        self.text_mm = self.width_mm - 2 * self.margins.side
        self.parts = parts = Parts(brochure, full=True)
        self.is_live = edition == "screen"
        self.brand = large_blocks.brand(parts, self.text_mm, shape.sizes)
        self.cover = Cover(title=brochure.subject.cover.title, purpose=brochure.subject.cover.purpose)
        signs = furniture.urgent(parts, across=False, listed=True, live=self.is_live)
        self.signs = one_column_words.signs(signs, has_line="screen" not in row.papers)
        has_kicker = self.has_kickers and not shape.is_large
        self.openings = tuple(
            one_column_words.opening(parts, shape.sizes, has_kicker=has_kicker, is_whole=whole)
            for whole in (True, False)
        )
        self.contact = furniture.contact(parts, live=self.is_live)
        self.colophon = fineprint.colophon(parts)
        self.own: tuple[Block, ...] = ()

    @property
    def name(self) -> str:
        """Subject, format and paper, and `large`: `botox-phone-screen-large`."""
        return f"{super().name}-large" if self.shape.is_large else super().name

    @abstractmethod
    def read(self, heights: Heights) -> tuple[Chapter, ...]:
        """What follows the urgent signs, part by part."""

    @abstractmethod
    def asked(self) -> Iterable[Block]:
        """Every block of every part that there may be."""

    @abstractmethod
    def bound(self, pages: Sequence[Page], rung: Rung) -> Document:
        """The document of these pages."""

    def foot_mm(self, heights: Heights) -> float:  # noqa: ARG002 - a format with folios measures them
        """What the foot of a page takes, above the margin."""
        return 0.0

    def feet(self, page: Page, number: int, count: int, heights: Heights) -> tuple[Frame, ...]:  # noqa: ARG002 - as above
        """The foot of a page, if any."""
        return ()

    def filled(self, pages: Sequence[Page], heights: Heights) -> Sequence[Page]:  # noqa: ARG002 - as above
        """The pages with those that fill a sheet, if any."""
        return pages

    def requests(self) -> Iterable[Request]:
        """Every block with the width at which its height is wanted: that of the column."""
        parted = (block for way in (*self.signs, *self.openings) for block in way)
        for block in (self.brand, self.cover, *self.own, *parted, *self.asked()):
            yield block, self.text_mm

    def page_text_mm(self, heights: Heights) -> float:
        """Height for text on one page."""
        return self.height_mm - self.margins.top - self.margins.foot - self.foot_mm(heights)

    def compose(self, heights: Heights, rung: Rung) -> Document | tuple[Misfit, ...]:
        """As many pages as the text needs; or the blocks that are higher than a page."""
        page_mm = self.page_text_mm(heights)
        parts = self.read(heights)
        single = [*self.own, *self.signs[-1], *(block for part in parts for block in part.blocks)]
        over = [(block, heights[block, self.text_mm] - page_mm) for block in single]
        misfits = [Misfit("a page", mm, (getattr(b, "title", "") or b.component,)) for b, mm in over if mm > _SLACK_MM]
        lacking = self._cover_end(heights) - self.height_mm * (1 - _LEAST_ART)
        if lacking > 0:
            misfits.append(Misfit("the cover", lacking, (self.brochure.title,)))
        if misfits:
            return tuple(misfits)
        made = [self._front(heights)]
        if self.own:
            made += self._pages(Chapter("personal", "personal", self.own), heights, rung.least_gap_mm)
        made += self._red(heights)
        for part in parts:
            roomy, tight = (list(self._pages(part, heights, g)) for g in (rung.least_gap_mm, self.shape.tight_gap_mm))
            made += roomy if len(roomy) <= len(tight) else tight
        return self.bound(self._numbered(self.filled(made, heights), heights), rung)

    def opened(self, text: Sequence[Block], heights: Heights) -> tuple[Chapter, ...]:
        """The short of it on a page of its own, as much as that holds, and the text after it.

        Too little for a page stands at the head of the text.
        """
        page_mm = self.page_text_mm(heights)
        for opening in self.openings:
            shares = dealt(self._rows(opening, heights, self.shape.tight_gap_mm), page_mm, page_mm)
            if len(shares) == 1:
                break
        held = tuple(row.block for row in shares[0])
        if used_mm(shares[0]) < _LEAST_OPENING * page_mm:
            return (Chapter("text", "", (*opening, *text)),)
        return Chapter("short", "flap", held), Chapter("text", "", (*opening[len(held) :], *text))

    def _rows(self, blocks: Iterable[Block], heights: Heights, gap_mm: float) -> tuple[Row, ...]:
        follow_mm = self.shape.follow_gap_mm
        return tuple(
            Row(block, heights[block, self.text_mm], follow_mm if goes_on else gap_mm, follows=goes_on)
            for block, goes_on in ((block, large_blocks.follows(block)) for block in blocks)
        )

    def _numbered(self, pages: Sequence[Page], heights: Heights) -> tuple[Page, ...]:
        """The pages with their feet; the cover has none."""
        return tuple(
            page if i == 0 else replace(page, frames=(*page.frames, *self.feet(page, i + 1, len(pages), heights)))
            for i, page in enumerate(pages)
        )

    def text_box(self, heights: Heights) -> Box:
        """Where text stands on a page."""
        return Box(self.margins.side, self.margins.top, self.text_mm, self.page_text_mm(heights))

    def _whole(self) -> Box:
        return Box(0.0, 0.0, self.width_mm, self.height_mm)

    def _cover_words(self) -> tuple[Block, ...]:
        return (self.brand, self.cover) if self._has_brand() else (self.cover,)

    def _has_brand(self) -> bool:
        """A line to write the clinic's name on is for paper."""
        return self.brochure.clinic is not None or self.edition != "screen"

    def _cover_end(self, heights: Heights) -> float:
        words = self._cover_words()
        text = sum(heights[block, self.text_mm] for block in words) + self.shape.title_gap_mm * (len(words) - 1)
        return self.margins.top + _TOP_GAP_MM + text + _ART_GAP_MM

    def _front(self, heights: Heights) -> Page:
        top = max(self._cover_end(heights), self.height_mm * _ART_FROM)
        drawn = Art(self.brochure.subject.cover.motif, Box(0.0, top, self.width_mm, self.height_mm - top))
        box = Box(self.margins.side, self.margins.top + _TOP_GAP_MM, self.text_mm, top - self.margins.top - _TOP_GAP_MM)
        words = tuple(Placed(b, self.shape.title_gap_mm if i else 0.0) for i, b in enumerate(self._cover_words()))
        frame = Frame("cover", "the cover", box, words, tone="brand")
        return Page("cover", (ColourField("brand", self._whole()),), (drawn,), (frame,))

    def _red(self, heights: Heights) -> Iterator[Page]:
        """Urgent signs on one page, or parted as little as can be; whom to call stands at the foot of the last."""
        page_mm = self.page_text_mm(heights)
        gap = self.shape.tight_gap_mm
        for way in self.signs:
            rows = [Row(block, heights[block, self.text_mm], gap, follows=block is way[-1]) for block in way]
            is_whole = way is self.signs[0]
            if used_mm(rows) <= page_mm if is_whole else all(row.height_mm <= page_mm for row in rows):
                break
        for number, share in enumerate(dealt(rows, 0.0, page_mm, last_share=1.0)[1:], start=1):
            blocks = list(placed(share, used_mm(share), gap))
            if share[-1] is rows[-1] and len(share) > 1:
                blocks[-1] = replace(blocks[-1], gap_mm=gap + page_mm - used_mm(share))
            frame = Frame(f"urgent-{number}", "the urgent signs", self.text_box(heights), tuple(blocks), tone="urgent")
            yield Page(f"urgent-{number}", (ColourField("urgent", self._whole()),), (), (frame,))

    def _pages(self, part: Chapter, heights: Heights, gap_mm: float) -> Iterator[Page]:
        page_mm = self.page_text_mm(heights)
        rows = self._rows(part.blocks, heights, gap_mm)
        field = ground_field(self, part.ground, self._whole())
        for number, share in enumerate(dealt(rows, 0.0, page_mm, last_share=1.0)[1:], start=1):
            name = f"{part.name}-{number}"
            text = placed(share, page_mm, self.shape.most_gap_mm)
            frame = Frame(name, f"“{part.name}”, page {number}", self.text_box(heights), text)
            yield Page(name, field, (), (replace(frame, ground=ground_of(self, part.ground)),))


def bare(plan: OneColumn, pages: Sequence[Page], rung: Rung) -> Document:
    """The document of these pages, told to be large where it is."""
    return replace(document(plan, tuple(pages), rung), large=plan.shape.is_large)
