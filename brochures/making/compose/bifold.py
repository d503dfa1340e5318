"""The plan of a half-fold: a leaflet of four pages, or a booklet of eight where the text needs it. Floor 4."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from brochures.making.compose import bifold_parts, fineprint, furniture, six_panels
from brochures.making.compose.bifold_parts import BOOKLET, LEAFLET, in_leaflet
from brochures.making.compose.dealing import FOOT_GAP_MM, Column, Heights, Item, Misfit, Sparse, deal, is_sparse
from brochures.making.compose.front import Front
from brochures.making.compose.parts import Parts
from brochures.making.compose.plan import Plan, Request, document, ground_field, ground_of
from brochures.making.compose.rear import FIELD_PAD_MM, OVER_FIELD_MM, has_field, rear
from brochures.making.compose.sheets import OVERLAP_MM, arranged
from brochures.model.blocks import Block
from brochures.model.brochure import Brochure
from brochures.model.document import Box, ColourField, Document, Frame, Page, Placed, Rung
from brochures.model.folds import Panel
from brochures.model.formats import FORMATS, EditionName, Paper
from brochures.model.furniture import Folio

_LEAFLET_RUNGS: Final = (Rung("roomy", "normal", 4.4), Rung("tight", "normal", 2.9))
_BOOKLET_RUNGS: Final = (
    Rung("booklet", "normal", 5.0),
    Rung("tight-booklet", "normal", 3.0),
    Rung("small-booklet", "floor", 4.0),
    Rung("smallest-booklet", "floor", 2.6),
)
_QUESTIONS: Final = (6, 5, 4, 3, 2)
"""How many questions are asked: all in a booklet; in a leaflet, as many as the contact lines leave room for."""
_NOTED: Final = ("inside-2", "inside-4", "visit")
"""Pages of a booklet whose large rests become lines for notes."""
_TITLE_GAP_MM: Final = 16.0
_ART_GAP_MM: Final = 11.0
_FOLIO_GAP_MM: Final = 5.0
_LINE_GROW_MM: Final = 44.0
_MOST_RED_MM: Final = 44.0
"""The most height that the red field of the back page takes beside its signs."""
_RED_TOP_MM: Final = 2.0
"""How much lower the signs begin than other text where they stand at the head of a page: the field has an edge."""


class Bifold(Plan):
    """Blocks of a half-fold and the pages where each may stand."""

    rungs = (*_LEAFLET_RUNGS, *_BOOKLET_RUNGS)

    def __init__(self, brochure: Brochure, paper: Paper, edition: EditionName) -> None:
        super().__init__(brochure, FORMATS["bifold"], paper, edition)
        self.parts = parts = Parts(brochure, full=True)
        self.panel_mm = self.width_mm / 2, self.height_mm
        self.text_mm = self.panel_mm[0] - 2 * self.margins.side
        self.front = Front(self, parts, title_gap_mm=_TITLE_GAP_MM, art_gap_mm=_ART_GAP_MM)
        wording = brochure.wording
        self.hook = six_panels.hook(parts, has_kickers=self.has_kickers)
        self.heads = {
            **six_panels.heads(parts, has_kickers=self.has_kickers),
            "inside-4": self._head(wording.chapter_choice, wording.kicker_choice, "4"),
            "visit": self._head(wording.questions, wording.kicker_visit),
        }
        self.opening = bifold_parts.opening(parts)
        self.urgent = furniture.urgent(parts, across=False, live=edition == "screen")
        self.contact = furniture.contact(parts, live=edition == "screen")
        self.colophon = fineprint.colophon(parts)
        self.questions = tuple(
            furniture.questions(parts, limit=limit, titled=False, grow_mm=_LINE_GROW_MM) for limit in _QUESTIONS
        )
        self.items = tuple(bifold_parts.items(parts, self.text_mm))

    def _head(self, title: str, kicker: str, number: str = "") -> Block:
        return six_panels.head(title, kicker, number, has_kickers=self.has_kickers)

    def requests(self) -> Iterable[Request]:
        """Every block at the one width of the text."""
        blocks = (self.hook, *self.heads.values(), *self.opening, *(item.block for item in self.items))
        feet = (self.urgent, self.contact, self.colophon, self._folio(1), *self.questions)
        yield from ((block, self.text_mm) for block in (*blocks, *feet))
        yield from self.front.requests(self.text_mm)

    def compose(self, heights: Heights, rung: Rung) -> Document | tuple[Misfit, ...] | Sparse:
        """The document, or the pages that are too full at this rung."""
        is_booklet = rung in _BOOKLET_RUNGS
        found = self._booklet(heights, rung) if is_booklet else self._leaflet(heights, rung)
        numbers = {name: f"page {number}" for number, name in enumerate(BOOKLET if is_booklet else LEAFLET, start=2)}
        if isinstance(found, Sparse):
            return Sparse(tuple(numbers[name] for name in found.labels))
        if isinstance(found, tuple):
            return tuple(replace(misfit, label=numbers[misfit.label]) for misfit in found)
        sheets = arranged(self, [_labelled(page, number) for number, page in enumerate(found, start=1)], self.panel_mm)
        return sheets.bound(document(self, sheets.pages, rung))

    def _leaflet(self, heights: Heights, rung: Rung) -> list[Page] | tuple[Misfit, ...] | Sparse:
        """Cover, what it is facing the risks with the urgent signs at their foot, questions."""
        left, right, back = LEAFLET
        first = [Item(block, (left, right)) for block in self.opening]
        items = [*first, *(replace(item, frames=in_leaflet(item.frames)) for item in self.items)]
        ends = (self.contact, self.colophon)
        end_gap = FIELD_PAD_MM + OVER_FIELD_MM if has_field(self) else FOOT_GAP_MM
        columns = (
            self._column(left, (self.hook,)),
            self._column(right, (self.heads[right],), (self.urgent,), FIELD_PAD_MM + FOOT_GAP_MM),
            self._column(back, (self.heads[back],), ends, end_gap),
        )
        for asked in self.questions:
            dealt = deal(columns, (*items, Item(asked, (back,))), heights, rung)
            if not isinstance(dealt, tuple):
                break
        if isinstance(dealt, tuple):
            return dealt
        empty = tuple(c.label for c in columns[:2] if is_sparse(c, dealt[c.name], heights))
        if empty:
            return Sparse(empty)
        foot = self.margins.foot + heights[self.urgent, self.text_mm] + FIELD_PAD_MM
        red = ColourField("urgent", replace(self._whole(), y=self.height_mm - foot, height=foot))
        panel = Panel(back, 0.0, self.panel_mm[0])
        behind = rear(self, panel, self._frame(back, dealt[back]), ends, heights)
        return [
            self._cover(heights),
            self._page(left, dealt[left]),
            self._page(right, dealt[right], (red,)),
            Page(back, (*ground_field(self, back, self._whole()), *behind.fields), (), behind.frames),
        ]

    def _booklet(self, heights: Heights, rung: Rung) -> list[Page] | tuple[Misfit, ...] | Sparse:
        """Cover, six pages of one idea each, and the urgent signs on the back, where they are found unopened.

        Fine print that has no room there stands under the questions.
        """
        foot_mm = heights[self._folio(1), self.text_mm] + _FOLIO_GAP_MM
        names = BOOKLET[:-1]
        for ends in ((self.contact, self.colophon), (self.contact,)):
            back = self._back(heights, ends)
            if isinstance(back, Page):
                break
        fine = () if len(ends) > 1 else (self.colophon,)
        columns = tuple(self._chapter(name, foot_mm, fine) for name in names)
        for asked in self.questions:
            dealt = deal(columns, (Item(asked, (names[-1],)), *self.items), heights, rung)
            if not isinstance(dealt, tuple):
                break
        if isinstance(dealt, tuple) or isinstance(back, Misfit):
            return (*(dealt if isinstance(dealt, tuple) else ()), *((back,) if isinstance(back, Misfit) else ()))
        empty = tuple(c.label for c in columns[1:-1] if is_sparse(c, dealt[c.name], heights))
        if len(empty) > 1:
            return Sparse(empty)
        pages = [self._page(name, dealt[name], less_mm=foot_mm) for name in names]
        numbered = [self._numbered(page, number, foot_mm) for number, page in enumerate(pages, start=2)]
        return [self._cover(heights), *numbered, back]

    def _chapter(self, name: str, foot_mm: float, fine: tuple[Block, ...]) -> Column:
        """One page of a booklet: the first says it in short, the last takes questions, and what fine print is left."""
        if name == BOOKLET[0]:
            short = self._column(name, (self.hook,), self.opening, less_mm=foot_mm)
            return replace(short, may_stay_empty=True)
        feet = fine if name == BOOKLET[-2] else ()
        notes = self.brochure.wording.notes if name in _NOTED and not feet else ""
        return self._column(name, (self.heads[name],), feet, less_mm=foot_mm, notes=notes)

    def _column(  # noqa: PLR0913, PLR0917 - a column is all of these
        self,
        name: str,
        head: tuple[Block, ...],
        foot: tuple[Block, ...] = (),
        foot_gap_mm: float = FOOT_GAP_MM,
        less_mm: float = 0.0,
        notes: str = "",
    ) -> Column:
        """One page to fill; `less_mm` is what its number takes."""
        height = self._text_height() - less_mm
        return Column(name, name, self.text_mm, height, head=head, foot=foot, foot_gap_mm=foot_gap_mm, notes=notes)

    def _text_height(self) -> float:
        return self.height_mm - self.margins.top - self.margins.foot

    def _whole(self) -> Box:
        return Box(0.0, 0.0, *self.panel_mm)

    def _frame(self, name: str, placed: tuple[Placed, ...], less_mm: float = 0.0) -> Frame:
        box = Box(self.margins.side, self.margins.top, self.text_mm, self._text_height() - less_mm)
        return Frame(name, name, box, placed, ground=ground_of(self, name))

    def _page(
        self, name: str, placed: tuple[Placed, ...], fields: tuple[ColourField, ...] = (), less_mm: float = 0.0
    ) -> Page:
        frame = self._frame(name, placed, less_mm)
        return Page(name, (*ground_field(self, name, self._whole()), *fields), (), (frame,))

    def _cover(self, heights: Heights) -> Page:
        whole = self._whole()
        front = self.front.frame(self._frame("cover", ()).box, "page 1")
        return Page("cover", (self.front.field(whole),), (self.front.art(whole, self.text_mm, heights),), (front,))

    def _numbered(self, page: Page, number: int, foot_mm: float) -> Page:
        """The page with its number at its foot, on its ground."""
        height = foot_mm - _FOLIO_GAP_MM
        box = Box(self.margins.side, self.height_mm - self.margins.foot - height, self.text_mm, height)
        placed = (Placed(self._folio(number), 0.0),)
        foot = Frame(f"folio-{number}", page.name, box, placed, ground=page.frames[0].ground)
        return replace(page, frames=(*page.frames, foot))

    def _folio(self, number: int) -> Block:
        words = " · ".join(part.replace(" ", "\u00a0") for part in fineprint.whose(self.parts))
        return Folio(text=words or self.brochure.title, page=str(number))

    def _back(self, heights: Heights, ends: tuple[Block, ...]) -> Page | Misfit:
        """The urgent signs on red from the upper trim down; at the foot who the clinic is, and the fine print.

        The red takes what height is left, with the signs in its middle.
        """
        signs_mm = heights[self.urgent, self.text_mm]
        ends_mm = sum(heights[block, self.text_mm] for block in ends) + FOOT_GAP_MM * (len(ends) - 1)
        above = self.margins.top + _RED_TOP_MM
        spare = self.height_mm - self.margins.foot - above - signs_mm - 2 * FIELD_PAD_MM - ends_mm
        if spare < 0:
            return Misfit(BOOKLET[-1], -spare, ())
        air = min(spare, _MOST_RED_MM) / 2
        edge = above + signs_mm + 2 * air + FIELD_PAD_MM
        top = edge + FIELD_PAD_MM
        signs = Box(self.margins.side, above + air, self.text_mm, signs_mm)
        below = Box(self.margins.side, top, self.text_mm, self.height_mm - self.margins.foot - top)
        gap = FOOT_GAP_MM + spare - 2 * air
        placed = tuple(Placed(block, gap if number else 0.0) for number, block in enumerate(ends))
        whole = self._whole()
        under = replace(whole, y=edge - OVERLAP_MM, height=whole.height - edge + OVERLAP_MM)
        fields = (*ground_field(self, "contact", under), ColourField("urgent", replace(whole, height=edge)))
        frames = (
            Frame("urgent", BOOKLET[-1], signs, (Placed(self.urgent, 0.0),)),
            Frame("contact", BOOKLET[-1], below, placed, ground=ground_of(self, "contact")),
        )
        return Page(BOOKLET[-1], fields, (), frames)


def _labelled(page: Page, number: int) -> Page:
    """The page with its frames called by its number, by which a reader finds it."""
    return replace(page, frames=tuple(replace(frame, label=f"page {number}") for frame in page.frames))
