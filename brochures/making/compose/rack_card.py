"""The plan of a rack card: a headline for the top third that a rack shows, facts below, risks on the back. Floor 4."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from brochures.making.compose import fineprint, furniture, pictures
from brochures.making.compose.dealing import RUNGS, Column, Heights, Item, Misfit, deal, items_of
from brochures.making.compose.parts import Parts
from brochures.making.compose.plan import Plan, Request, clip, document, ground_field, ground_of
from brochures.model.blocks import Block, Points
from brochures.model.brochure import Brochure
from brochures.model.clinic import Clinic
from brochures.model.document import Art, Box, ColourField, Document, Frame, Page, Placed, Rung
from brochures.model.formats import FORMATS, EditionName, Paper
from brochures.model.furniture import Colophon, Contact, Cover, Lead

_FRONT: Final = "rack-front"
_BACK: Final = "rack-back"
_DROP_MM: Final = 2.5
"""The title stands a little lower than the field's edge, white frame included."""
_ART_GAP_MM: Final = 4.0
_PAD_MM: Final = 4.5
"""From the edge of a field to its words."""
_RED_PAD_MM: Final = 4.0
_FINE_GAP_MM: Final = 3.0
_SCAN_MM: Final = 20.0
"""Width of the code at the foot, its caption included."""
_ART_MM: Final = (84.0, 76.0, 68.0, 60.0, 53.0, 47.0, 42.0, 37.0, 32.0)
"""Heights of the drawing, the best first: it gives way to the words."""
_LEAST_ART_MM: Final = (*_ART_MM, 28.0, 24.0, 20.0, 16.0)
_QUESTIONS: Final = (3, 2)
_FEWER: Final = (3, 2, 1, 0)
"""How many questions are asked: something to do, and the first thing to go when all else has been tried."""


@dataclass(frozen=True, slots=True)
class _Try:
    """One way to lay the card out: how high the drawing is, how many questions, what ends the back."""

    art_mm: float
    asked: int
    ending: tuple[Block, ...]


class RackCard(Plan):
    """Two tall, narrow sides."""

    def __init__(self, brochure: Brochure, paper: Paper, edition: EditionName) -> None:
        super().__init__(brochure, FORMATS["rack-card"], paper, edition)
        self.parts = parts = Parts(brochure, full=False)
        self.text_mm = self.width_mm - 2 * self.margins.side
        subject, clinic = brochure.subject, brochure.clinic
        self.cover = Cover(title=subject.cover.title, purpose=" ".join(subject.hook) or subject.cover.purpose)
        contact = furniture.contact(parts, live=False)
        self.mark = furniture.brand(parts, on_dark=False, reachable=True) if clinic else contact
        self.scan = _code_of(contact)
        self.mark_mm = self.text_mm - (_SCAN_MM if self.scan else 0.0)
        self.urgent = furniture.urgent(parts, across=False)
        self.fine = self._fine_print()
        self.where = (_where(clinic),) if clinic else ()
        self.told = tuple(self._told())
        self.asked = {count: tuple(self._asked(count)) for count in _FEWER}

    def _fine_print(self) -> Block:
        """The lines, the version in one line, and who approved it; larger pieces list the sources."""
        fine, parts = fineprint.colophon(self.parts), self.parts
        lines = fine.lines if isinstance(fine, Colophon) else ()
        version = " · ".join(fineprint.version_lines(parts))
        return Colophon(
            lines=lines,
            sources_title=parts.wording.sources,
            sources=(parts.wording.rack_sources,),
            version=(version, fineprint.approval_line(self.brochure)),
        )

    def _told(self) -> Iterator[Item]:
        """Message and facts in front; effects, risks and who should not have it behind."""
        subject, wording, parts = self.brochure.subject, self.brochure.wording, self.parts
        yield Item(Lead(text=parts.run(subject.main_message)), (_FRONT,))
        facts = pictures.facts(parts, across=False) if self.brochure.kind == "topic" else pictures.quick(parts)
        yield from items_of(facts or parts.points(wording.key_points, subject.key_points), (_FRONT,))
        common = parts.prose(wording.common_effects, subject.common_effects)
        yield from items_of(common, (_BACK, _FRONT), at_home=6.0)
        yield from items_of(parts.warning(), (_BACK,))
        not_for = parts.points(wording.who_should_not, subject.who_should_not)
        yield from items_of(not_for, (_BACK, _FRONT), at_home=9.0)

    def _asked(self, count: int) -> Iterator[Item]:
        """Something to do: the first questions to ask."""
        rows = self.parts.kept(self.brochure.subject.questions)[:count]
        if rows:
            block = Points(title=self.brochure.wording.questions, items=tuple(row.text for row in rows))
            yield Item(block, (_FRONT,))

    def requests(self) -> Iterable[Request]:
        """Every block with the width at which its height is wanted."""
        asked = (item for items in self.asked.values() for item in items)
        items = (item.block for item in (*self.told, *asked))
        yield from ((block, self.text_mm) for block in (self.cover, self.urgent, *self.where, self.fine, *items))
        yield self.mark, self.mark_mm
        yield from ((block, _SCAN_MM) for block in self.scan)

    def compose(self, heights: Heights, rung: Rung) -> Document | tuple[Misfit, ...]:
        """Both sides with the largest drawing that the words leave room for; or the sides that are too full."""
        misfits: tuple[Misfit, ...] = ()
        for tried in self._tries(rung):
            columns = (self._front_column(heights, tried), self._back_column(heights, tried))
            dealt = deal(columns, (*self.told, *self.asked[tried.asked]), heights, rung)
            if not isinstance(dealt, tuple):
                front, back = self._front(dealt[_FRONT], heights, tried), self._back(dealt[_BACK], heights, tried)
                return document(self, (front, back), rung)
            misfits = dealt
        return misfits

    def _tries(self, rung: Rung) -> Iterator[_Try]:
        """What gives way in turn: the drawing, then questions; when all else has been tried, the address too."""
        is_last = rung is RUNGS[-1]
        endings = [(*self.where, self.fine), (self.fine,)] if is_last and self.where else [(*self.where, self.fine)]
        for ending in endings:
            for count in _FEWER if is_last else _QUESTIONS:
                for art_mm in _LEAST_ART_MM if is_last else _ART_MM:
                    yield _Try(art_mm, count, ending)

    def _art_top(self, heights: Heights) -> float:
        return self.margins.top + _DROP_MM + heights[self.cover, self.text_mm] + _ART_GAP_MM

    def _foot_top(self, heights: Heights) -> float:
        """Where the clinic's mark begins, or the lines to write its name on."""
        tallest = max(heights[self.mark, self.mark_mm], *(heights[block, _SCAN_MM] for block in self.scan), 0.0)
        return self.height_mm - self.margins.foot - tallest

    def _ending_top(self, heights: Heights, tried: _Try) -> float:
        ending = sum(heights[block, self.text_mm] for block in tried.ending) + _FINE_GAP_MM * (len(tried.ending) - 1)
        return self.height_mm - self.margins.foot - ending

    def _red_top(self, heights: Heights, tried: _Try) -> float:
        red = heights[self.urgent, self.text_mm] + 2 * _RED_PAD_MM
        return self._ending_top(heights, tried) - _FINE_GAP_MM - red

    def _front_column(self, heights: Heights, tried: _Try) -> Column:
        top = self._art_top(heights) + tried.art_mm + _PAD_MM
        return Column(_FRONT, "the front page", self.text_mm, self._foot_top(heights) - 2 * _PAD_MM - top)

    def _back_column(self, heights: Heights, tried: _Try) -> Column:
        bottom = self._red_top(heights, tried) - _PAD_MM
        return Column(_BACK, "the back page", self.text_mm, bottom - self.margins.top)

    def _front(self, words: tuple[Placed, ...], heights: Heights, tried: _Try) -> Page:
        art_top, foot = self._art_top(heights), self._foot_top(heights)
        edge, field_foot = art_top + tried.art_mm, foot - _PAD_MM
        headline = self._frame("headline", self.margins.top, art_top, (Placed(self.cover, _DROP_MM),))
        frames = (
            replace(headline, tone="brand"),
            self._frame(_FRONT, edge + _PAD_MM, field_foot - _PAD_MM, words),
            *self._foot(foot),
        )
        ground = ground_field(self, _FRONT, Box(0.0, edge, self.width_mm, field_foot - edge))
        head = ColourField("brand", Box(0.0, 0.0, self.width_mm, edge))
        art = Art(self.brochure.subject.cover.motif, Box(0.0, art_top, self.width_mm, tried.art_mm), is_banner=True)
        return Page("front", clip(self, (*ground, head)), clip(self, (art,)), frames)

    def _foot(self, top: float) -> Iterator[Frame]:
        """Whose card it is, and the code that leads to more."""
        height = self.height_mm - self.margins.foot - top
        left = Box(self.margins.side, top, self.mark_mm, height)
        yield Frame("foot", "the foot", left, (Placed(self.mark, 0.0),))
        for block in self.scan:
            right = Box(left.right, top, _SCAN_MM, height)
            yield Frame("scan", "the code", right, (Placed(block, 0.0),))

    def _back(self, words: tuple[Placed, ...], heights: Heights, tried: _Try) -> Page:
        red, ending = self._red_top(heights, tried), self._ending_top(heights, tried)
        placed = tuple(Placed(block, _FINE_GAP_MM if number else 0.0) for number, block in enumerate(tried.ending))
        frames = (
            self._frame(_BACK, self.margins.top, red - _PAD_MM, words),
            self._frame("urgent", red + _RED_PAD_MM, ending - _FINE_GAP_MM - _RED_PAD_MM, (Placed(self.urgent, 0.0),)),
            self._frame("ending", ending, self.height_mm - self.margins.foot, placed),
        )
        field = ColourField("urgent", Box(0.0, red, self.width_mm, ending - _FINE_GAP_MM - red))
        return Page("back", clip(self, (field,)), (), frames)

    def _frame(self, name: str, top: float, bottom: float, placed: tuple[Placed, ...]) -> Frame:
        box = Box(self.margins.side, top, self.text_mm, bottom - top)
        return Frame(name, name.replace("-", " "), box, placed, ground=ground_of(self, name))


def _code_of(contact: Block) -> tuple[Block, ...]:
    """The code alone, for the front."""
    if not isinstance(contact, Contact) or not contact.qr:
        return ()
    return (Contact(qr=contact.qr, qr_caption=contact.qr_caption),)


def _where(clinic: Clinic) -> Contact:
    """Where the clinic is, a line each: numbers and code stand on the front, hours on larger pieces."""
    places = tuple(f"{place.name}: {', '.join(place.address)}" for place in clinic.locations if place.address)
    address = places or ((", ".join(clinic.address),) if clinic.address else ())
    site = (clinic.site or "").split("://", 1)[-1].rstrip("/")
    return Contact(name=clinic.name, address=address, site=site)
