"""The plan of a roll-fold brochure: six panels, mirrored sides, the tucked panel narrower. Floor 4."""

from collections.abc import Iterable

from brochures.making.compose import furniture, pictures
from brochures.making.compose.dealing import Column, Heights, Item, Misfit, deal, items_of
from brochures.making.compose.parts import Parts
from brochures.making.compose.plan import Plan, Request, clip, document
from brochures.model.blocks import Block, OptionSide
from brochures.model.furniture import Cover, Head, Hook
from brochures.model.brochure import Brochure
from brochures.model.document import Art, Box, ColourField, Document, Frame, Page, Placed, Rung
from brochures.model.formats import FORMATS, ROLL_FOLDS, EditionName, Panel, Paper

_INSIDE = ("inside-1", "inside-2", "inside-3")
_URGENT_PAD_MM = 5.5
_ART_GAP_MM = 9.0


class Trifold(Plan):
    """Blocks of a tri-fold and the frames where each may stand."""

    def __init__(self, brochure: Brochure, paper: Paper, edition: EditionName) -> None:
        super().__init__(brochure, FORMATS["trifold"], paper, edition)
        self.fold = ROLL_FOLDS[paper.name]
        self.parts = parts = Parts(brochure, full=False)
        self.wide_mm = self.fold.full_mm - 2 * self.margins.side
        self.narrow_mm = self.fold.tucked_mm - 2 * self.margins.side
        wording = brochure.wording
        self.heads = {
            "inside-1": Head(title=wording.chapter_about),
            "inside-2": Head(title=wording.chapter_expect),
            "inside-3": Head(title=wording.chapter_risks),
            "back": Head(title=wording.questions),
        }
        self.brand = furniture.brand(parts, on_dark=True)
        self.cover = Cover(title=brochure.subject.cover.title, purpose=brochure.subject.cover.purpose)
        self.urgent = furniture.urgent(parts, across=False)
        self.contact = furniture.contact(parts, live=edition == "screen")
        self.colophon = furniture.colophon(parts)
        self.items = tuple(self._items())

    def _items(self) -> Iterable[Item]:
        subject, wording, parts = self.brochure.subject, self.brochure.wording, self.parts
        narrow, wide = self.narrow_mm, self.wide_mm
        yield from items_of([self._hook()], ("flap",))
        single = self.brochure.kind == "topic"
        facts = pictures.facts(parts, across=False) if single else pictures.quick(parts)
        yield from items_of(facts, ("flap", "inside-2"))
        about = ("inside-1", "inside-2")
        for role in ("what_it_is", "how_it_works", "uses"):
            yield from items_of(parts.sections(role), about, "inside")
        yield from items_of(pictures.face_map(parts, wide, 45.0 if single else 50.0, beside=single, grow_mm=6.0), about, "inside")
        yield from items_of(parts.sections("medical_uses"), ("inside-1", "flap", "inside-2"))
        expect = ("inside-2", "inside-1")
        yield from items_of(parts.sections("what_to_expect", titled=False), expect, "inside")
        yield from items_of(pictures.onset(parts, narrow), expect, "inside")
        months = pictures.lasting(parts, narrow)
        yield from items_of(months or parts.sections("how_long"), expect, "inside")
        if not parts.has("what_to_expect"):
            yield from items_of(parts.prose(wording.aftercare, subject.aftercare), expect, "inside")
        for role in ("follow_up", "both", "who_gives_it", "cost"):
            yield from items_of(parts.sections(role), ("inside-2", "inside-1", "flap"))
        risks = ("inside-3", "inside-2")
        yield from items_of(parts.prose(wording.common_effects, subject.common_effects), risks, "inside")
        yield from items_of(parts.warning(), risks, "inside")
        yield from items_of(parts.points(wording.who_should_not, subject.who_should_not), ("inside-3", "inside-2"))
        yield from items_of(parts.points(wording.tell_us_first, subject.tell_us_first), ("flap", "inside-3", "inside-2"))
        yield from items_of(pictures.rate(parts, narrow, 20.0, grow_mm=10.0), ("flap", "inside-2"))
        if not facts:
            yield from items_of(parts.points(wording.key_points, subject.key_points), ("flap", "inside-1"))
        choices = (*subject.no_treatment, *subject.alternatives)
        yield from items_of(parts.prose(wording.alternatives, choices), ("inside-2", "inside-1", "flap", "back"))
        yield from items_of(parts.prose(wording.unknowns, subject.unknowns), ("inside-2", "inside-1", "flap", "back"))
        yield from items_of([furniture.questions(parts, limit=5, titled=False, grow_mm=40.0)], ("back",))

    def _hook(self) -> Block:
        subject = self.brochure.subject
        sides: tuple[OptionSide, ...] = ("first", "second")
        lines = subject.hook if self.brochure.kind == "comparison" else subject.hook[:2]
        if self.brochure.kind == "topic":
            sides = ("first", "first")
        return Hook(lines=tuple(zip(lines, sides, strict=False)), lead=self.parts.run(subject.main_message))

    def requests(self) -> Iterable[Request]:
        """Every block with every width at which its height is wanted."""
        widths = {panel.name: panel.width_mm - 2 * self.margins.side for panel in self._panels()}
        for item in self.items:
            yield from ((item.block, widths[name]) for name in item.frames)
        for name, head in self.heads.items():
            yield head, widths[name]
        yield from ((self.brand, self.wide_mm), (self.cover, self.wide_mm))
        yield from ((self.urgent, self.narrow_mm), (self.contact, self.wide_mm), (self.colophon, self.wide_mm))

    def _panels(self) -> tuple[Panel, ...]:
        return (*self.fold.outside(), *self.fold.inside())

    def compose(self, heights: Heights, rung: Rung) -> Document | tuple[Misfit, ...]:
        """The document, or the panels that are too full at this rung."""
        columns = tuple(self._column(panel, heights) for panel in self._panels() if panel.name != "cover")
        order = {name: i for i, name in enumerate(("flap", *_INSIDE, "back"))}
        columns = tuple(sorted(columns, key=lambda column: order[column.name]))
        dealt = deal(columns, self.items, heights, rung)
        if isinstance(dealt, tuple):
            return dealt
        outside = self._outside(dealt, heights)
        inside = self._inside(dealt, heights)
        return document(self, (outside, inside), rung)

    def _column(self, panel: Panel, heights: Heights) -> Column:
        wording = self.brochure.wording
        width = panel.width_mm - 2 * self.margins.side
        head = (self.heads[panel.name],) if panel.name in self.heads else ()
        foot: tuple[Block, ...] = ()
        if panel.name == "inside-3":
            foot = (self.urgent,)
        if panel.name == "back":
            foot = (self.contact, self.colophon)
        least = max(
            heights[self.heads[name], p.width_mm - 2 * self.margins.side]
            for p in self.fold.inside() for name in (p.name,)
        )
        notes = {"inside-2": wording.notes, "inside-1": wording.notes, "flap": wording.notes}.get(panel.name, "")
        return Column(
            panel.name, f"panel {panel.name}", width, self._text_height(), head=head, foot=foot, notes=notes,
            head_least_mm=least if panel.name in _INSIDE else 0.0,
        )

    def _text_height(self) -> float:
        return self.height_mm - self.margins.top - self.margins.foot

    def _frame(self, panel: Panel, placed: tuple[Placed, ...]) -> Frame:
        box = Box(
            panel.x_mm + self.margins.side, self.margins.top, panel.width_mm - 2 * self.margins.side,
            self._text_height(),
        )
        return Frame(panel.name, f"panel {panel.name}", box, placed)

    def _outside(self, dealt: dict[str, tuple[Placed, ...]], heights: Heights) -> Page:
        flap, back, cover = self.fold.outside()
        whole = Box(cover.x_mm, 0.0, cover.width_mm, self.height_mm)
        text = heights[self.brand, self.wide_mm] + 12.0 + heights[self.cover, self.wide_mm]
        art_top = max(self.margins.top + text + _ART_GAP_MM, self.height_mm * 0.4)
        art = Box(cover.x_mm, art_top, cover.width_mm, self.height_mm - art_top)
        front = Frame(
            "cover", "panel cover", self._frame(cover, ()).box,
            (Placed(self.brand, 0.0), Placed(self.cover, 12.0)), tone="brand",
        )
        tint = Box(flap.x_mm, 0.0, flap.width_mm, self.height_mm)
        return Page(
            "outside",
            fields=clip(self, (ColourField("brand-tint", tint), ColourField("brand", whole))),
            art=clip(self, (Art(self.brochure.subject.cover.motif, art),)),
            frames=(front, self._frame(flap, dealt["flap"]), self._frame(back, dealt["back"])),
            folds_mm=(back.x_mm, cover.x_mm),
        )

    def _inside(self, dealt: dict[str, tuple[Placed, ...]], heights: Heights) -> Page:
        panels = self.fold.inside()
        last = panels[2]
        top = self.height_mm - self.margins.foot - heights[self.urgent, self.narrow_mm] - _URGENT_PAD_MM
        red = Box(last.x_mm, top, last.width_mm, self.height_mm - top)
        return Page(
            "inside",
            fields=clip(self, (ColourField("urgent", red),)),
            art=(),
            frames=tuple(self._frame(panel, dealt[panel.name]) for panel in panels),
            folds_mm=(panels[1].x_mm, panels[2].x_mm),
        )

