"""The plan of waiting-room slides: one idea each, read from four metres, on a screen. Floor 4.

`slide_rooms` knows how a slide is divided; here stands which slides there are, and what each says.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from brochures.making.compose import fineprint, furniture, pictures, signage
from brochures.making.compose.dealing import Heights, Misfit
from brochures.making.compose.parts import Parts
from brochures.making.compose.plan import Plan, Request, document, ground_of
from brochures.making.compose.slide_rooms import Part, Rooms, Slide
from brochures.model.blocks import Block, Callout, Points, Prose
from brochures.model.brochure import Brochure
from brochures.model.document import Document, Rung
from brochures.model.drawn import FaceMap, Lasting, Onset, Rate
from brochures.model.formats import FORMATS, EditionName, Paper
from brochures.model.furniture import Brand, Head, Hook, Lead, Urgent, UrgentGroup
from brochures.model.pictured import FactKind

_RUNGS: Final = (
    Rung("roomy", "normal", 9.0),
    Rung("tight", "normal", 4.0),
    Rung("small", "floor", 8.0),
    Rung("smallest", "floor", 5.0),
)
_SCALE: Final = 2.75
"""Letters of 8.8 pt, the smallest in our drawings, become 24 pt."""
_FACE_SCALE: Final = 2.3
"""The words of a face map stand beside the drawing; only its numbers are in it."""
_FACES: Final = {"topic": (112.0, 0.61), "comparison": (114.0, 0.66)}
"""Width of the face, and its share of the slide: with the areas of two options it has numbers at both sides."""
_FACE_HIGH_MM: Final = 138.0
_LOW_FACE_MM: Final = 112.0
"""Its height where a heading stands over it."""
_DOTS_MM: Final = 46.0
_NUMBERS: Final = 2
_ROWS: Final = 3
_QUESTIONS: Final = 4
_WIDE: Final = 0.58
_MARK: Final = (1.0, 10.0, 60.0)
_COVER_MARK: Final = (1.7, 24.0, 90.0)
_LOGO: Final = (2.2, 32.0, 110.0)
"""How much larger than elsewhere a logo is, how high and how wide at most."""


class Slides(Plan):
    """As many slides as the subject has ideas."""

    rungs = _RUNGS

    def __init__(self, brochure: Brochure, paper: Paper, edition: EditionName) -> None:
        super().__init__(brochure, FORMATS["slide"], paper, edition)
        self.parts = Parts(brochure, full=False)
        self.text_mm = self.width_mm - 2 * self.margins.side
        self.rooms = Rooms(self, signage.titles(self.parts))
        self.slides = tuple(self._slides())

    def _mark(self, *, on_dark: bool) -> tuple[Block, ...]:
        """The clinic's mark at the foot of a slide; a screen has no lines to write on."""
        clinic = self.brochure.clinic
        if clinic is None:
            return ()
        mark = furniture.brand(self.parts, on_dark=on_dark)
        if isinstance(mark, Brand) and not mark.logo:
            return (Brand(name=clinic.short, on_dark=on_dark),)
        return (signage.sized(mark, *_MARK),)

    def _slides(self) -> Iterator[Slide]:
        light, dark = self._mark(on_dark=False), self._mark(on_dark=True)
        yield self._cover()
        told = (
            self._in_short() if self.brochure.kind == "topic" else self._compared(),
            *self._charted("starts", pictures.onset(self.parts, self.text_mm)),
            *self._charted("lasts", pictures.lasting(self.parts, self.text_mm)),
            *self._where(),
            *self._risks(),
            *self._rate(),
        )
        yield from (replace(slide, marks=light) for slide in told)
        yield from self._urgent()
        yield replace(self._choices(), marks=dark)
        yield self._end()

    def _head(self, title: str, kicker: str) -> Head:
        return Head(title=title, kicker=kicker if self.has_kickers else "")

    def _cover(self) -> Slide:
        purpose = Lead(text=self.brochure.subject.cover.purpose)
        marks = tuple(signage.sized(mark, *_COVER_MARK) for mark in self._mark(on_dark=True))
        return Slide("cover", (Part("message", (purpose,), ground="brand"),), is_cover=True, marks=marks)

    def _in_short(self) -> Slide:
        """What it does, and beside it what can be said in numbers."""
        subject = self.brochure.subject
        lines = tuple((line, self.brochure.topic.colour) for line in subject.hook or (subject.cover.title[0],))
        kicker = self.brochure.wording.kicker_short if self.has_kickers else ""
        hook = Hook(lines=lines, lead=self.parts.run(subject.main_message), kicker=kicker)
        facts = tuple(signage.numbers(self.parts, _NUMBERS, across=False))
        left = Part("short", (hook,), share=_WIDE if facts else 1.0)
        right = Part("numbers", facts, ground=ground_of(self, "numbers"), share=1 - _WIDE)
        return Slide("short", (left, right) if facts else (left,))

    def _compared(self) -> Slide:
        head = self._head(
            " ".join(self.brochure.subject.hook) or self.brochure.title, self.brochure.wording.kicker_table
        )
        return Slide("short", (Part("short", (head, signage.sides(self.parts, _ROWS, says=True))),))

    def _charted(self, kind: FactKind, drawn: Iterable[Block]) -> Iterator[Slide]:
        """One number, and the chart that it belongs to."""
        for chart in drawn:
            if not isinstance(chart, Onset | Lasting):
                continue
            is_one = isinstance(chart, Onset) or len(chart.bars) == 1
            number = tuple(signage.fact(self.parts, kind)) if is_one else ()
            head = self._head(chart.title, self.brochure.wording.kicker_expect)
            drawing = replace(chart, title="", scale=_SCALE)
            if number:
                band = Part(f"{kind}-number", (head, *number), ground=ground_of(self, "numbers"))
                yield Slide(kind, (band, Part(kind, (drawing,))), is_banded=True)
            else:
                yield Slide(kind, (Part(kind, (head, drawing)),))

    def _where(self) -> Iterator[Slide]:
        """The face, and beside it what the areas are."""
        wide, share = _FACES[self.brochure.kind]
        for drawn in pictures.face_map(self.parts, wide, _FACE_HIGH_MM, grow_mm=0.0):
            if isinstance(drawn, FaceMap):
                head = self._head(drawn.title, self.brochure.wording.kicker_about)
                face = replace(drawn, title="", caption="", scale=_FACE_SCALE)
                if not drawn.caption:
                    yield Slide("where", (Part("where", (head, replace(face, height_mm=_LOW_FACE_MM))),))
                    continue
                left = Part("where", (head, Prose(title="", paragraphs=(drawn.caption,))), share=1 - share)
                yield Slide("where", (left, Part("face", (face,), ground="tint", share=share)))

    def _risks(self) -> Iterator[Slide]:
        for warning in self.parts.warning():
            if isinstance(warning, Callout) and warning.items:
                head = self._head(warning.title, self.brochure.wording.kicker_risks)
                yield Slide("risks", (Part("risks", (head, replace(warning, title=""))),))

    def _rate(self) -> Iterator[Slide]:
        for drawn in pictures.rate(self.parts, self.text_mm, _DOTS_MM, grow_mm=0.0):
            if isinstance(drawn, Rate):
                head = self._head(drawn.title, self.brochure.wording.kicker_risks)
                yield Slide("rate", (Part("rate", (head, replace(drawn, title="", scale=_SCALE))),))

    def _urgent(self) -> Iterator[Slide]:
        """Signs and whom to call; of a comparison a slide for each option, so that its letters stay large."""
        signs = furniture.urgent(self.parts, across=False, listed=True)
        if not isinstance(signs, Urgent):
            return
        if not signs.phone:  # on a screen there is nothing to write a number with
            signs = replace(signs, call=self.brochure.wording.then_call)
        name = self.brochure.clinic.short if self.brochure.clinic else ""
        marks = (Brand(name=name, on_dark=True),) if name else ()
        shares: tuple[tuple[tuple[UrgentGroup, ...], ...], ...] = (signs.columns,)
        if self.brochure.kind == "comparison":
            shares = tuple(tuple((group,) for group in column) for column in signs.columns)
        for number, columns in enumerate(shares, start=1):
            part = Part(f"urgent-{number}", (replace(signs, columns=columns),), tone="urgent")
            yield Slide(f"urgent-{number}", (part,), marks=marks)

    def _choices(self) -> Slide:
        """That one may say no, and what to ask before one says yes."""
        subject, wording = self.brochure.subject, self.brochure.wording
        no = Part("say-no", (Lead(text=self.parts.run(subject.no_treatment)),), ground="brand", share=1 - _WIDE)
        rows = tuple(row.text for row in self.parts.kept(subject.questions)[:_QUESTIONS])
        head = self._head(wording.questions, wording.kicker_visit)
        asked = Part("asked", (head, Points(title="", items=rows)), share=_WIDE)
        return Slide("choices", (no, asked))

    def _end(self) -> Slide:
        """Whom to ask, the code to scan, and the fine print."""
        reach = signage.reach(self.parts, live=True, writes=False)
        words = tuple(signage.sized(block, *_LOGO) for block in reach.words)
        ask = Part("ask", (Lead(text=self.brochure.wording.ask_us, is_large=True), *words), ground="brand")
        fine = Part("fine-print", (fineprint.colophon(self.parts),))
        return Slide("end", (ask, fine), is_banded=True, code=reach.code)

    def requests(self) -> Iterable[Request]:
        """Every block with the width at which its height is wanted."""
        for slide in self.slides:
            yield from self.rooms.requests(slide)

    def compose(self, heights: Heights, rung: Rung) -> Document | tuple[Misfit, ...]:
        """All slides, or those that are too full at this rung."""
        made = [self.rooms.page(slide, heights, rung.least_gap_mm) for slide in self.slides]
        misfits = tuple(found for found in made if isinstance(found, Misfit))
        if misfits:
            return misfits
        return document(self, tuple(found for found in made if not isinstance(found, Misfit)), rung)
