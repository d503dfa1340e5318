"""The plan of a handout: a banner, facts, two even columns, urgent signs; one page or two, more at need. Floor 4."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from brochures.making.compose import fineprint, furniture, handout_items, pictures
from brochures.making.compose.dealing import RUNGS, Column, Heights, Item, Misfit, deal
from brochures.making.compose.handout_items import COLUMNS
from brochures.making.compose.parts import Parts
from brochures.making.compose.plan import Plan, Request, clip, document
from brochures.making.compose.strip import Strip
from brochures.model.blocks import Block
from brochures.model.brochure import Brochure
from brochures.model.document import Art, Box, ColourField, Document, Frame, Page, Placed, Rung
from brochures.model.formats import FORMATS, EditionName, Paper
from brochures.model.furniture import Cover, Folio, Lead

_GUTTER_MM: Final = 9.0
_BANNER_PAD_MM: Final = 6.0
_BLOCK_MM: Final = 6.0
_BRAND_GAP_MM: Final = 8.0
_TIGHT_BRAND_GAP_MM: Final = 4.5
"""The same over one patient's own lines."""
_STRIP_PAD_MM: Final = 5.0
_FOLIO_GAP_MM: Final = 4.0
_LONGER: Final = Rung("longer", "normal", 4.4)
"""The last resort: a clinic's own words may take a second sheet, in type of the usual size."""
_USUAL_PAGES: Final = 2
_MOST_PAGES: Final = 4


class Handout(Plan):
    """Blocks of a handout and the columns where each may stand."""

    rungs = (*RUNGS, _LONGER)

    def __init__(self, brochure: Brochure, paper: Paper, edition: EditionName) -> None:
        super().__init__(brochure, FORMATS["handout"], paper, edition)
        self.parts = parts = Parts(brochure, full=True)
        self.text_mm = self.width_mm - 2 * self.margins.side
        self.column_mm = round((self.text_mm - _GUTTER_MM) / 2, 4)
        self.banner_mm = self.text_mm * 0.56
        self.brand_gap_mm = _TIGHT_BRAND_GAP_MM if self.is_personal else _BRAND_GAP_MM
        self.strip = Strip(self, self.text_mm, self.banner_mm)
        subject = brochure.subject
        self.brand = furniture.brand(parts, on_dark=True)
        self.cover = Cover(title=(brochure.title,), purpose=subject.cover.purpose, compact=True)
        self.lead = Lead(text=parts.run(subject.main_message))
        self.facts = pictures.facts(parts, across=True)
        self.urgent = furniture.urgent(parts, across=True, live=edition == "screen")
        self.contact = furniture.contact(parts, live=edition == "screen")
        self.colophon = fineprint.colophon(parts, versioned=False)
        self.ways = handout_items.ways(parts, self.column_mm, is_personal=self.is_personal)
        self.items = self.ways[0]

    def requests(self) -> Iterable[Request]:
        """Every block with every width at which its height is wanted."""
        yield from ((item.block, self.column_mm) for item in self.items)
        yield from ((block, self.banner_mm) for block in (self.brand, self.cover))
        yield from ((block, self.text_mm) for block in (self.lead, *self.facts, self.urgent, self._folio(1)))
        yield from self.strip.requests()
        yield self.contact, self.column_mm
        yield self.colophon, self.column_mm

    def compose(self, heights: Heights, rung: Rung) -> Document | tuple[Misfit, ...]:
        """One page where all fits on it, otherwise two; or the columns that are too full at this rung.

        The last rung takes three pages, or four.
        """
        first = self._first_columns(heights, last=True)
        single = deal(first, self._on(COLUMNS[:2]), heights, rung)
        if not isinstance(single, tuple):
            return document(self, (self._first(single, heights, pages=1),), rung)
        tried: Document | tuple[Misfit, ...] = ()
        for pages in range(3, _MOST_PAGES + 1) if rung is _LONGER else (2,):
            # What gives way to the patient's own lines goes piece by piece, and no faster than the type.
            for way in self.ways[: 1 if rung is _LONGER else self.rungs.index(rung) + 1]:
                tried = self._on_pages(pages, way, heights, rung)
                if isinstance(tried, Document):
                    return tried
        return tried

    def _on_pages(
        self, pages: int, items: tuple[Item, ...], heights: Heights, rung: Rung
    ) -> Document | tuple[Misfit, ...]:
        later = range(2, pages + 1)
        columns = [column for number in later for column in self._later_columns(number, pages, heights)]
        more = tuple(column.name for column in columns if column.name not in COLUMNS)
        # What belongs to the beginning stays there: only what may stand last goes on to further pages.
        items = tuple(
            replace(item, frames=(*item.frames, *more)) if COLUMNS[-1] in item.frames else item for item in items
        )
        dealt = deal((*self._first_columns(heights, last=False), *columns), items, heights, rung)
        if isinstance(dealt, tuple):
            return dealt
        first = self._first(dealt, heights, pages=pages)
        return document(self, (first, *(self._later(number, pages, dealt, heights) for number in later)), rung)

    def _on(self, names: tuple[str, ...]) -> tuple[Item, ...]:
        return tuple(replace(item, frames=tuple(n for n in item.frames if n in names) or names) for item in self.items)

    def _folio(self, page: int, pages: int = 2) -> Block:
        wording = self.brochure.wording
        return Folio(
            text=" · ".join(fineprint.folio_parts(self.parts)),
            page=f"{wording.page} {page} {wording.page_of} {pages}",
        )

    def _foot_top(self, heights: Heights) -> float:
        """Where the folio's line starts."""
        return self.height_mm - self.margins.foot - heights[self._folio(1), self.text_mm]

    def _banner_bottom(self, heights: Heights) -> float:
        text = heights[self.brand, self.banner_mm] + self.brand_gap_mm + heights[self.cover, self.banner_mm]
        return self.margins.top + text + _BANNER_PAD_MM

    def _lead_top(self, heights: Heights) -> float:
        return self._banner_bottom(heights) + self.strip.height_mm(heights) + _BLOCK_MM

    def _lead_bottom(self, heights: Heights) -> float:
        blocks = (self.lead, *self.facts)
        height = sum(heights[block, self.text_mm] for block in blocks) + _BLOCK_MM * (len(blocks) - 1)
        return self._lead_top(heights) + height

    def _strip_top(self, heights: Heights) -> float:
        return self._foot_top(heights) - _FOLIO_GAP_MM - 2 * _STRIP_PAD_MM - heights[self.urgent, self.text_mm]

    def _ends(self, heights: Heights) -> tuple[float, float]:
        """Height of the contact and of the fine print; one for both, but where the patient's own lines take room."""
        found = heights[self.contact, self.column_mm], heights[self.colophon, self.column_mm]
        return found if self.is_personal else (max(found), max(found))

    def _first_columns(self, heights: Heights, *, last: bool) -> tuple[Column, ...]:
        top = self._lead_bottom(heights) + _BLOCK_MM
        height = self._strip_top(heights) - _BLOCK_MM - top
        notes = self.brochure.wording.notes if last else ""
        left, right = (end + _BLOCK_MM if last else 0.0 for end in self._ends(heights))
        return (
            Column("left-1", "page 1, left column", self.column_mm, height - left),
            Column("right-1", "page 1, right column", self.column_mm, height - right, notes=notes),
        )

    def _later_columns(self, number: int, pages: int, heights: Heights) -> tuple[Column, ...]:
        height = self._foot_top(heights) - _FOLIO_GAP_MM - self.margins.top
        is_last = number == pages
        left, right = (end + _BLOCK_MM if is_last else 0.0 for end in self._ends(heights))
        notes, extra = self.brochure.wording.notes if is_last else "", number > _USUAL_PAGES
        return (
            Column(f"left-{number}", f"page {number}, left column", self.column_mm, height - left),
            Column(
                f"right-{number}",
                f"page {number}, right column",
                self.column_mm,
                height - right,
                notes=notes,
                may_stay_empty=extra,
            ),
        )

    def _whole(self, name: str, top: float, bottom: float, blocks: Iterable[tuple[Block, float]]) -> Frame:
        placed = tuple(Placed(block, gap) for block, gap in blocks)
        return Frame(name, name, Box(self.margins.side, top, self.text_mm, bottom - top), placed)

    def _columns(self, columns: tuple[Column, ...], dealt: dict[str, tuple[Placed, ...]], top: float) -> list[Frame]:
        places = (self.margins.side, self.margins.side + self.column_mm + _GUTTER_MM)
        return [
            Frame(column.name, column.label, Box(x, top, self.column_mm, column.height_mm), dealt[column.name])
            for column, x in zip(columns, places, strict=True)
        ]

    def _ending(self, heights: Heights, bottom: float) -> list[Frame]:
        """Contact and fine print side by side, hung from one line where there is room."""
        lefts, rights = self._ends(heights)
        left = Box(self.margins.side, bottom - lefts, self.column_mm, lefts)
        right = Box(left.right + _GUTTER_MM, bottom - rights, self.column_mm, rights)
        return [
            Frame("contact", "contact", left, (Placed(self.contact, 0.0),)),
            Frame("colophon", "fine print", right, (Placed(self.colophon, 0.0),)),
        ]

    def _first(self, dealt: dict[str, tuple[Placed, ...]], heights: Heights, *, pages: int) -> Page:
        banner = self._banner_bottom(heights)
        lead_bottom = self._lead_bottom(heights)
        strip = self._strip_top(heights)
        foot = self._foot_top(heights)
        columns = self._first_columns(heights, last=pages == 1)
        head = Frame(
            "banner",
            "banner",
            Box(self.margins.side, self.margins.top, self.banner_mm, banner - self.margins.top),
            (Placed(self.brand, 0.0), Placed(self.cover, self.brand_gap_mm)),
            tone="brand",
        )
        lead = [(self.lead, 0.0), *((block, _BLOCK_MM) for block in self.facts)]
        frames = [head, *self.strip.frames(banner, heights)]
        frames.append(self._whole("lead", self._lead_top(heights), lead_bottom, lead))
        frames += self._columns(columns, dealt, lead_bottom + _BLOCK_MM)
        if pages == 1:
            frames += self._ending(heights, strip - _BLOCK_MM)
        frames.append(self._whole("urgent", strip + _STRIP_PAD_MM, foot - _FOLIO_GAP_MM, ((self.urgent, 0.0),)))
        frames.append(self._whole("folio-1", foot, self.height_mm - self.margins.foot, ((self._folio(1, pages), 0.0),)))
        brand = ColourField("brand", Box(0.0, 0.0, self.width_mm, banner))
        red = Box(0.0, strip, self.width_mm, foot - _FOLIO_GAP_MM - strip)
        art = Box(self.width_mm * 0.56, 0.0, self.width_mm * 0.44, banner)
        return Page(
            "page-1",
            fields=clip(self, (*self.strip.fields(banner, heights), brand, ColourField("urgent", red))),
            art=clip(self, (Art(self.brochure.subject.cover.motif, art, is_banner=True),)),
            frames=tuple(frames),
        )

    def _later(self, number: int, pages: int, dealt: dict[str, tuple[Placed, ...]], heights: Heights) -> Page:
        foot = self._foot_top(heights)
        frames = self._columns(self._later_columns(number, pages, heights), dealt, self.margins.top)
        if number == pages:
            frames += self._ending(heights, foot - _FOLIO_GAP_MM)
        folio = (self._folio(number, pages), 0.0)
        frames.append(self._whole(f"folio-{number}", foot, self.height_mm - self.margins.foot, (folio,)))
        return Page(f"page-{number}", fields=(), art=(), frames=tuple(frames))
