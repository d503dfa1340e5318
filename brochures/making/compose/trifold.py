"""The plan of a roll-fold brochure: six panels, mirrored sides, the tucked panel narrower. Floor 4."""

from collections.abc import Iterable
from typing import Final

from brochures.making.compose import fineprint, furniture, own, pictures
from brochures.making.compose.dealing import (
    FOOT_GAP_MM,
    Column,
    Heights,
    Item,
    Misfit,
    Sparse,
    deal,
    is_sparse,
    items_of,
)
from brochures.making.compose.parts import Parts
from brochures.making.compose.plan import Plan, Request, clip, document, ground_field, ground_of
from brochures.making.compose.rear import FIELD_PAD_MM, OVER_FIELD_MM, OVERLAP_MM, has_field, rear
from brochures.model.blocks import Block, OptionSide
from brochures.model.brochure import Brochure
from brochures.model.content import Role
from brochures.model.document import Art, Box, ColourField, Document, Frame, Page, Placed, Rung
from brochures.model.formats import FORMATS, ROLL_FOLDS, EditionName, Panel, Paper, RollFold
from brochures.model.furniture import Cover, Head, Hook

_ABOUT: Final[tuple[Role, ...]] = ("what_it_is", "how_it_works", "uses")
_LATER: Final[tuple[Role, ...]] = ("follow_up", "both", "who_gives_it", "cost", "own")
_INSIDE: Final = ("inside-1", "inside-2", "inside-3")
_NOTED: Final = ("flap", "inside-1", "inside-2")
"""Panels whose large rests become lines for notes."""
_QUESTIONS: Final = (5, 4, 3, 2)
"""How many questions the back panel asks: as many as a clinic's own contact lines leave room for."""
_COVER_DROP_MM: Final = 4.0
"""The logo stands as far under the colour field's top edge as from its side, white frame included."""
_TITLE_GAP_MM: Final = 12.0
_FACE_MM: Final = 46.0
_ART_GAP_MM: Final = 9.0


class Trifold(Plan):
    """Blocks of a tri-fold and the frames where each may stand."""

    def __init__(self, brochure: Brochure, paper: Paper, edition: EditionName) -> None:
        super().__init__(brochure, FORMATS["trifold"], paper, edition)
        self.fold = ROLL_FOLDS[paper.name]
        self.parts = parts = Parts(brochure, full=False)
        self.panels = _in_reading_order(self.fold)
        self.wide_mm = self.fold.full_mm - 2 * self.margins.side
        self.narrow_mm = self.fold.tucked_mm - 2 * self.margins.side
        wording = brochure.wording
        self.heads = {
            "inside-1": self._head(wording.chapter_about, wording.kicker_about, "1"),
            "inside-2": self._head(wording.chapter_expect, wording.kicker_expect, "2"),
            "inside-3": self._head(wording.chapter_risks, wording.kicker_risks, "3"),
            "back": self._head(wording.questions, wording.kicker_visit),
        }
        self.brand = furniture.brand(parts, on_dark=True)
        self.cover = Cover(title=brochure.subject.cover.title, purpose=brochure.subject.cover.purpose)
        self.urgent = furniture.urgent(parts, across=False)
        self.contact = furniture.contact(parts, live=edition == "screen")
        self.colophon = fineprint.colophon(parts)
        self.questions = tuple(
            furniture.questions(parts, limit=limit, titled=False, grow_mm=48.0) for limit in _QUESTIONS
        )
        self.items = tuple(self._items())

    def _head(self, title: str, kicker: str, number: str = "") -> Head:
        """The title of a panel, with what the theme puts above it."""
        return Head(title=title, kicker=kicker, number=number) if self.has_kickers else Head(title=title)

    def _items(self) -> Iterable[Item]:
        yield from self._first_look()
        yield from self._about()
        yield from self._expect()
        yield from self._risks()

    def _first_look(self) -> Iterable[Item]:
        """What is seen when the cover opens: the message, the facts in short."""
        subject, parts = self.brochure.subject, self.parts
        yield from items_of([self._hook()], ("flap",))
        facts = pictures.facts(parts, across=False) if self.brochure.kind == "topic" else pictures.quick(parts)
        yield from items_of(facts, ("flap", "inside-2"))
        if not facts:
            points = parts.points(self.brochure.wording.key_points, subject.key_points)
            yield from items_of(points, ("flap", "inside-1"))

    def _about(self) -> Iterable[Item]:
        parts = self.parts
        for role in _ABOUT:
            yield from items_of(parts.sections(role), ("inside-1", "inside-2"), "inside")
        # Two options' words share the right side: a taller drawing keeps them apart.
        height = 46.0 if self.brochure.kind == "topic" else 55.0
        face = pictures.face_map(parts, _FACE_MM, height, grow_mm=4.0)
        yield from items_of(face, ("inside-1", "inside-2"), "inside")
        yield from items_of(parts.sections("medical_uses"), ("inside-1", "inside-2", "flap"))

    def _expect(self) -> Iterable[Item]:
        subject, wording, parts = self.brochure.subject, self.brochure.wording, self.parts
        steps = parts.sections("what_to_expect", titled=False)
        yield from items_of(steps or parts.prose(wording.aftercare, subject.aftercare), ("inside-2",), "inside")
        yield from items_of(pictures.onset(parts, self.wide_mm), ("inside-2", "inside-1"), "inside")
        yield from items_of(own.advice(parts), ("inside-2", "flap", "inside-1"))
        months = pictures.lasting(parts, self.wide_mm) or parts.sections("how_long")
        yield from items_of(months, ("inside-2", "inside-1"), "inside")
        for role in parts.wanted(_LATER):
            yield from items_of(parts.sections(role), ("inside-2", "inside-1", "flap"))
        choices = (*subject.no_treatment, *subject.alternatives)
        anywhere = ("inside-2", "inside-1", "flap")
        yield from items_of(parts.prose(wording.alternatives, choices), anywhere)
        yield from items_of(parts.prose(wording.unknowns, subject.unknowns), anywhere)

    def _risks(self) -> Iterable[Item]:
        subject, wording, parts = self.brochure.subject, self.brochure.wording, self.parts
        common = parts.prose(wording.common_effects, subject.common_effects)
        yield from items_of(common, ("inside-3", "inside-2"), "risks", at_home=4.0)
        yield from items_of(parts.warning(), ("inside-3", "inside-2"), "risks", at_home=6.0)
        not_for = parts.points(wording.who_should_not, subject.who_should_not)
        yield from items_of(not_for, ("inside-3", "flap", "inside-2"))
        yield from items_of(
            parts.points(wording.tell_us_first, subject.tell_us_first), ("flap", "inside-3", "inside-2")
        )
        yield from items_of(pictures.rate(parts, self.narrow_mm, 16.0, grow_mm=14.0), ("flap", "inside-2"))

    def _hook(self) -> Block:
        subject = self.brochure.subject
        sides: tuple[OptionSide, ...] = ("first", "second")
        lines = subject.hook or tuple(topic.names.short for _, topic in self.brochure.topics[:2])
        if self.brochure.kind == "topic":
            sides = ("first", "first")
        kicker = self.brochure.wording.kicker_short if self.has_kickers else ""
        return Hook(
            lines=tuple(zip(lines, sides, strict=False)), lead=self.parts.run(subject.main_message), kicker=kicker
        )

    def requests(self) -> Iterable[Request]:
        """Every block with every width at which its height is wanted."""
        widths = {panel.name: self._text_width(panel) for panel in self.panels}
        for item in self.items:
            yield from ((item.block, widths[name]) for name in item.frames)
        yield from ((block, self.wide_mm) for block in self.questions)
        for name, head in self.heads.items():
            yield head, widths[name]
        yield from ((self.brand, self.wide_mm), (self.cover, self.wide_mm))
        yield from ((self.urgent, self.narrow_mm), (self.contact, self.wide_mm), (self.colophon, self.wide_mm))

    def _text_width(self, panel: Panel) -> float:
        return panel.width_mm - 2 * self.margins.side

    def compose(self, heights: Heights, rung: Rung) -> Document | tuple[Misfit, ...] | Sparse:
        """The document, or the panels that are too full at this rung."""
        inside_heads = max(heights[self.heads[p.name], self._text_width(p)] for p in self.fold.inside())
        columns = tuple(self._column(panel, inside_heads) for panel in self.panels)
        for asked in self.questions:
            dealt = deal(columns, (*self.items, Item(asked, ("back",))), heights, rung)
            if not isinstance(dealt, tuple):
                break
        if isinstance(dealt, tuple):
            return dealt
        sparse = tuple(c.label for c in columns if c.name != "back" and is_sparse(c, dealt[c.name], heights))
        if len(sparse) > 1:
            return Sparse(sparse)
        outside = self._outside(dealt, heights)
        inside = self._inside(dealt, heights)
        return document(self, (outside, inside), rung)

    def _column(self, panel: Panel, inside_heads_mm: float) -> Column:
        """One panel to fill; inside heads reserve the tallest one's height, so that the texts hang together."""
        name = panel.name
        feet: dict[str, tuple[Block, ...]] = {"inside-3": (self.urgent,), "back": (self.contact, self.colophon)}
        gaps = {"inside-3": FIELD_PAD_MM + FOOT_GAP_MM - 2.0, "back": FOOT_GAP_MM}
        if has_field(self):
            gaps["back"] = FIELD_PAD_MM + OVER_FIELD_MM
        return Column(
            name,
            f"panel {name}",
            self._text_width(panel),
            self._text_height(),
            head=(self.heads[name],) if name in self.heads else (),
            foot=feet.get(name, ()),
            notes=self.brochure.wording.notes if name in _NOTED else "",
            head_least_mm=inside_heads_mm if name in _INSIDE else 0.0,
            foot_gap_mm=gaps.get(name, FOOT_GAP_MM),
        )

    def _text_height(self) -> float:
        return self.height_mm - self.margins.top - self.margins.foot

    def _frame(self, panel: Panel, placed: tuple[Placed, ...]) -> Frame:
        box = Box(
            panel.x_mm + self.margins.side,
            self.margins.top,
            self._text_width(panel),
            self._text_height(),
        )
        return Frame(panel.name, f"panel {panel.name}", box, placed, ground=ground_of(self, panel.name))

    def _fields(self, panels: Iterable[Panel]) -> tuple[ColourField, ...]:
        """The grounds that the theme gives to whole panels."""
        return tuple(
            field
            for panel in panels
            for field in ground_field(self, panel.name, Box(panel.x_mm, 0.0, panel.width_mm, self.height_mm))
        )

    def _outside(self, dealt: dict[str, tuple[Placed, ...]], heights: Heights) -> Page:
        flap, back, cover = self.fold.outside()
        whole = Box(cover.x_mm, 0.0, cover.width_mm, self.height_mm)
        text = _COVER_DROP_MM + heights[self.brand, self.wide_mm] + _TITLE_GAP_MM + heights[self.cover, self.wide_mm]
        art_top = max(self.margins.top + text + _ART_GAP_MM, self.height_mm * 0.4)
        art = Box(cover.x_mm, art_top, cover.width_mm, self.height_mm - art_top)
        front = Frame(
            "cover",
            "panel cover",
            self._frame(cover, ()).box,
            (Placed(self.brand, _COVER_DROP_MM), Placed(self.cover, _TITLE_GAP_MM)),
            tone="brand",
        )
        behind = rear(self, back, self._frame(back, dealt["back"]), (self.contact, self.colophon), heights)
        return Page(
            "outside",
            fields=clip(self, (*behind.fields, *self._fields((flap, back)), ColourField("brand", whole))),
            art=clip(self, (Art(self.brochure.subject.cover.motif, art),)),
            frames=(front, self._frame(flap, dealt["flap"]), *behind.frames),
            folds_mm=(back.x_mm, cover.x_mm),
        )

    def _inside(self, dealt: dict[str, tuple[Placed, ...]], heights: Heights) -> Page:
        panels = self.fold.inside()
        last = panels[2]
        top = self.height_mm - self.margins.foot - heights[self.urgent, self.narrow_mm] - FIELD_PAD_MM
        under = OVERLAP_MM if ground_of(self, panels[1].name) != "paper" else 0.0
        red = Box(last.x_mm - under, top, last.width_mm + under, self.height_mm - top)
        return Page(
            "inside",
            fields=clip(self, (ColourField("urgent", red), *self._fields(panels))),
            art=(),
            frames=tuple(self._frame(panel, dealt[panel.name]) for panel in panels),
            folds_mm=(panels[1].x_mm, panels[2].x_mm),
        )


def _in_reading_order(fold: RollFold) -> tuple[Panel, ...]:
    """The panels that text is dealt to: flap, inside, back; the cover has its own plan."""
    flap, back, _ = fold.outside()
    return (flap, *fold.inside(), back)
