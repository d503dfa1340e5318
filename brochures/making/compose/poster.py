"""The plan of a poster: one side read from two metres, in bands of colour, one idea to each. Floor 4.

From the top: title and drawing, facts as large numerals or the options side by side, serious risks, that one
may say no and whom to ask, fine print. What the bands do not need, the drawing takes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from brochures.making.compose import fineprint, signage
from brochures.making.compose.dealing import Heights, Misfit
from brochures.making.compose.parts import Parts
from brochures.making.compose.plan import Plan, Request, clip, document, ground_field, ground_of
from brochures.model.blocks import Block, Callout, Prose
from brochures.model.brochure import Brochure
from brochures.model.document import Art, Box, ColourField, Document, Frame, Page, Placed, Rung
from brochures.model.formats import FORMATS, EditionName, Paper
from brochures.model.furniture import Lead
from brochures.model.themes import Ground

_RUNGS: Final = (
    Rung("roomy", "normal", 13.0),
    Rung("tight", "normal", 9.5),
    Rung("small", "floor", 11.0),
    Rung("smallest", "floor", 7.0),
)
"""The gap is the white between the words of a band and its edge."""
_WORDS_SHARE: Final = 0.545
"""How far the words of the first band reach; the drawing begins before, where its lines are faint."""
_ART_FROM: Final = 0.43
_MOST_TITLES: Final = (0.235, 0.19, 0.15, 0.125)
"""Height of the title, at most: of the poster's; a long one gives way to what must be said."""
_COMPARED: Final = ((3, True), (2, True), (2, False), (1, False))
"""Rows that compare two options, and whether what speaks for no treatment stands beside them."""
_LEAST_ART_MM: Final = 100.0
_NO_SHARES: Final = {"topic": 0.45, "comparison": 0.5}
"""How wide the words before the clinic's are, of both."""
_CODE_MM: Final = 38.0
_CODE_GAP_MM: Final = 8.0
_GUTTER_MM: Final = 14.0
_FINE_GAP_MM: Final = 6.0
_LOGO: Final = (1.9, 20.0)
"""How much larger than elsewhere a logo is, and how high at most."""
_CLOSE: Final = 0.35
"""White between blocks of one band: this much of the white at its edges."""
_NUMBERS: Final = 3
_MOST_GROWN_MM: Final = 1.5
"""How much white each edge of a band may gain, before the drawing takes the rest."""


@dataclass(frozen=True, slots=True)
class _Way:
    """What is told on one poster: the words beside the drawing, and the band of facts or options."""

    most_title: float
    said: tuple[Block, ...]
    facts: tuple[Block, ...]
    asks: bool = True
    """Whether a call to ask stands over the clinic's mark and number."""


class _Bands(NamedTuple):
    """Heights of the bands, from the second to the fine print."""

    facts: float
    risks: float
    ask: float
    fine: float


class Poster(Plan):
    """Five bands."""

    rungs = _RUNGS

    def __init__(self, brochure: Brochure, paper: Paper, edition: EditionName) -> None:
        super().__init__(brochure, FORMATS["poster"], paper, edition)
        self.parts = parts = Parts(brochure, full=False)
        subject, wording = brochure.subject, brochure.wording
        self.text_mm = self.width_mm - 2 * self.margins.side
        self.words_mm = round(self.width_mm * _WORDS_SHARE - self.margins.side, 3)
        self.titles = signage.titles(parts)
        self.ways = tuple(self._ways())
        self.facts_frame = "numbers" if brochure.kind == "topic" else "sides"
        self.risks = parts.warning()
        self.no_mm = round((self.text_mm - _GUTTER_MM) * _NO_SHARES[brochure.kind], 3)
        self.ask_mm = round(self.text_mm - _GUTTER_MM - self.no_mm, 3)
        reach = signage.reach(parts, live=False, writes=True)
        self.code = reach.code
        self.reach_mm = round(self.ask_mm - (_CODE_MM + _CODE_GAP_MM if reach.code else 0.0), 3)
        self.reach = tuple(signage.sized(block, *_LOGO, self.reach_mm) for block in reach.words)
        ask = Lead(text=wording.ask_us, is_large=True)
        self.no: tuple[Block, ...] = (Lead(text=parts.run(subject.no_treatment)),)
        self.ask: tuple[Block, ...] = (ask,)
        if brochure.kind == "comparison":
            asked = tuple(row.text for row in parts.kept(subject.questions)[-1:])
            self.no, self.ask = (Prose(title=wording.ask_us, paragraphs=asked),), ()
        self.fine = fineprint.colophon(parts)

    def _ways(self) -> Iterable[_Way]:
        """The most first: a large title, the hook, the whole message, three rows that compare; then less of each."""
        brochure, parts = self.brochure, self.parts
        message = parts.kept(brochure.subject.main_message)
        first, whole = (Lead(text=parts.run(said)) for said in (message[:1], message))
        said: list[tuple[Block, ...]]
        facts: list[tuple[Block, ...]]
        if brochure.kind == "comparison":
            said = [(whole,), (first,)]
            facts = [(signage.sides(parts, rows, says=says),) for rows, says in _COMPARED]
        else:
            hook = Prose(title=" ".join(brochure.subject.hook), paragraphs=())
            said = [(hook, first), (first,)] if brochure.subject.hook else [(whole,), (first,)]
            facts = [tuple(signage.numbers(parts, _NUMBERS, across=True))]
        for shown in facts:
            for words in said:
                yield from (_Way(most, words, shown) for most in _MOST_TITLES)
        yield _Way(_MOST_TITLES[-1], said[-1], facts[-1], asks=False)

    def requests(self) -> Iterable[Request]:
        """Every block with the width at which its height is wanted."""
        yield from signage.title_requests(self.titles, self.words_mm)
        for way in self.ways:
            yield from ((block, self.words_mm) for block in way.said)
            yield from ((block, self.text_mm) for block in way.facts)
        yield from ((block, self.text_mm) for block in (*self.risks, self.fine))
        yield from ((block, self.no_mm) for block in self.no)
        yield from ((block, self.ask_mm) for block in self.ask)
        yield from ((block, self.reach_mm) for block in self.reach)
        yield from ((block, _CODE_MM) for block in self.code)

    def compose(self, heights: Heights, rung: Rung) -> Document | tuple[Misfit, ...]:
        """The poster with as much as it holds at this rung; or by how much the least is too long.

        Words are left out at the last rung only: white and size give way first.
        """
        over = 0.0
        for way in self.ways if rung is _RUNGS[-1] else self.ways[: len(self.ways) // 2]:
            pad = rung.least_gap_mm
            words = self._words_height(way, heights, pad)
            bands = self._bands(way, heights, pad)
            spare = self.height_mm - max(words, _LEAST_ART_MM) - sum(bands)
            if spare >= 0:
                grown = pad + min(_MOST_GROWN_MM, spare / 7)
                page = self._page(way, heights, self._bands(way, heights, grown), grown)
                return document(self, (page,), rung)
            over = -spare
        longest = tuple(block.title for block in self.risks if isinstance(block, Callout))
        return (Misfit("the poster", over, longest),)

    def _title(self, way: _Way, heights: Heights) -> Block:
        return signage.widest(self.titles, heights, self.words_mm, self.height_mm * way.most_title)

    def _words_height(self, way: _Way, heights: Heights, pad: float) -> float:
        said = signage.height(heights, way.said, self.words_mm, pad * 0.6)
        return self.margins.top + heights[self._title(way, heights), self.words_mm] + pad + said + pad

    def _bands(self, way: _Way, heights: Heights, pad: float) -> _Bands:
        facts = sum(heights[block, self.text_mm] for block in way.facts)
        risks = sum(heights[block, self.text_mm] for block in self.risks)
        no = signage.height(heights, self.no, self.no_mm, pad * _CLOSE)
        ask = self._title_mm(way, heights, pad) + max(
            signage.height(heights, self.reach, self.reach_mm, pad * _CLOSE),
            signage.height(heights, self.code, _CODE_MM, 0.0),
        )
        fine = heights[self.fine, self.text_mm]
        return _Bands(
            facts=facts + 2 * pad if facts else 0.0,
            risks=risks + 2 * pad if risks else 0.0,
            ask=max(no, ask) + 2 * pad,
            fine=fine + _FINE_GAP_MM + self.margins.foot,
        )

    def _page(self, way: _Way, heights: Heights, bands: _Bands, pad: float) -> Page:
        top = self.height_mm - sum(bands)
        risks, ask, fine = top + bands.facts, top + bands.facts + bands.risks, self.height_mm - bands.fine
        side = self.margins.side
        fields = [
            ColourField("brand", Box(0.0, 0.0, self.width_mm, top)),
            *ground_field(self, self.facts_frame, Box(0.0, top, self.width_mm, bands.facts)),
            *self._ask_fields(ask, fine),
        ]
        frames = [*self._first(way, heights, top, pad)]
        if way.facts:
            name, ground = self.facts_frame, ground_of(self, self.facts_frame)
            frames.append(_frame(name, _down(side, top + pad, self.text_mm, risks - pad), way.facts, ground))
        if self.risks:
            frames.append(_frame("risks", _down(side, risks + pad, self.text_mm, ask - pad), self.risks))
        frames += self._asking(way, heights, ask, fine, pad)
        end = self.height_mm - self.margins.foot
        frames.append(_frame("fine-print", _down(side, fine + _FINE_GAP_MM, self.text_mm, end), (self.fine,)))
        art = Box(self.width_mm * _ART_FROM, 0.0, self.width_mm * (1 - _ART_FROM), top)
        motif = Art(self.brochure.subject.cover.motif, art, is_tall=True)
        return Page("poster", clip(self, fields), clip(self, (motif,)), tuple(frames))

    def _first(self, way: _Way, heights: Heights, bottom: float, pad: float) -> Iterable[Frame]:
        """Title above, message at the foot of the band: what is between them is the drawing's."""
        side, title = self.margins.side, self._title(way, heights)
        said = signage.height(heights, way.said, self.words_mm, pad * 0.6)
        box = Box(side, self.margins.top, self.words_mm, heights[title, self.words_mm])
        yield Frame("title", "the title", box, (Placed(title, 0.0),), tone="brand")
        top = bottom - pad - said
        placed = tuple(Placed(block, pad * 0.6 if i else 0.0) for i, block in enumerate(way.said))
        yield Frame("message", "the message", Box(side, top, self.words_mm, said), placed, ground="brand")

    def _ask_fields(self, top: float, bottom: float) -> Iterable[ColourField]:
        """A comparison has no treatment among its options: there both halves are one field."""
        edge = self.margins.side + self.no_mm + _GUTTER_MM / 2 if self.brochure.kind == "topic" else 0.0
        if edge:
            yield ColourField("tint", Box(0.0, top, edge, bottom - top))
        yield ColourField("brand", Box(edge, top, self.width_mm - edge, bottom - top))

    def _asking(self, way: _Way, heights: Heights, top: float, bottom: float, pad: float) -> Iterable[Frame]:
        ground: Ground = "tint" if self.brochure.kind == "topic" else "brand"
        side, end = self.margins.side, bottom - pad
        left = side + self.text_mm - self.ask_mm
        no = Box(side, top + pad, self.no_mm, end - top - pad)
        yield _stacked("say-no", no, self.no, pad * _CLOSE, heights, ground)
        if self.ask and way.asks:
            yield _frame("ask", _down(left, top + pad, self.ask_mm, end), self.ask, "brand")
        under = top + pad + self._title_mm(way, heights, pad)
        reach = Box(left, under, self.reach_mm, end - under)
        yield _stacked("reach", reach, self.reach, pad * _CLOSE, heights, "brand")
        if self.code:
            code = Box(side + self.text_mm - _CODE_MM, under, _CODE_MM, end - under)
            yield _stacked("code", code, self.code, 0.0, heights, "brand")

    def _title_mm(self, way: _Way, heights: Heights, pad: float) -> float:
        """Height of the call to ask, with the white under it."""
        return sum(heights[block, self.ask_mm] + pad * _CLOSE for block in self.ask if way.asks)


def _down(left: float, top: float, width: float, bottom: float) -> Box:
    return Box(left, top, width, bottom - top)


def _frame(name: str, box: Box, blocks: Iterable[Block], ground: Ground = "paper") -> Frame:
    return Frame(name, name.replace("-", " "), box, tuple(Placed(block, 0.0) for block in blocks), ground=ground)


def _stacked(  # noqa: PLR0913, PLR0917 - a place on the page is all of these
    name: str, box: Box, blocks: tuple[Block, ...], gap: float, heights: Heights, ground: Ground
) -> Frame:
    """Blocks under each other in the middle of their box."""
    free = max(0.0, box.height - signage.height(heights, blocks, box.width, gap))
    placed = tuple(Placed(block, gap if i else free / 2) for i, block in enumerate(blocks))
    return Frame(name, name.replace("-", " "), box, placed, ground=ground)
