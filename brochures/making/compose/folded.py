"""The plan of a sheet with two folds, roll or Z: six panels, whose places are data of the fold. Floor 4."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from brochures.making.compose import back, fineprint, furniture, six_panels
from brochures.making.compose.dealing import FOOT_GAP_MM, Column, Heights, Item, Misfit, Sparse, deal, is_sparse
from brochures.making.compose.front import Front
from brochures.making.compose.parts import Parts
from brochures.making.compose.plan import Plan, Request, clip, document, ground_field, ground_of
from brochures.making.compose.rear import FIELD_PAD_MM, OVER_FIELD_MM, has_field, rear
from brochures.making.compose.sheets import joined
from brochures.model.blocks import Block
from brochures.model.brochure import Brochure
from brochures.model.document import Art, Box, ColourField, Document, Frame, Page, Placed, Rung
from brochures.model.folds import FOLDS, Panel
from brochures.model.formats import FORMATS, EditionName, FormatName, Paper

_READ: Final = ("cover", "flap", "inside-1", "inside-2", "inside-3", "back")
"""The panels in the order in which they are read, which is that of the text dealt to them."""
_INSIDE: Final = ("inside-1", "inside-2", "inside-3")
_NOTED: Final = ("flap", "inside-1", "inside-2")
"""Panels whose large rests become lines for notes."""
_TITLE_GAP_MM: Final = 12.0
_ART_GAP_MM: Final = 9.0


class Folded(Plan):
    """Blocks of a folded sheet and the panels where each may stand; `name` says how it is folded."""

    def __init__(self, name: FormatName, brochure: Brochure, paper: Paper, edition: EditionName) -> None:
        super().__init__(brochure, FORMATS[name], paper, edition)
        self.fold = FOLDS[name][paper.name]
        self.parts = parts = Parts(brochure, full=False)
        found = {panel.name: panel for panel in (*self.fold.outside(), *self.fold.inside())}
        self.panels = {panel: found[panel] for panel in _READ}
        self.heads = six_panels.heads(parts, has_kickers=self.has_kickers)
        self.front = Front(self, parts, title_gap_mm=_TITLE_GAP_MM, art_gap_mm=_ART_GAP_MM)
        self.urgent = furniture.urgent(parts, across=False, live=edition == "screen")
        self.contact = furniture.contact(parts, live=edition == "screen")
        self.colophon = fineprint.colophon(parts)
        self.endings = back.endings(parts, self._text_mm("back"), is_personal=self.is_personal)
        if self.is_personal:
            self.heads["back"] = six_panels.head(
                parts.wording.personal_title, parts.wording.kicker_visit, has_kickers=self.has_kickers
            )
        inside = [panel.name for panel in self.fold.inside()]
        beside = inside[inside.index("inside-3") - 1]
        self.items = tuple(six_panels.items(parts, self._least_text_mm, beside, has_kickers=self.has_kickers))

    def _text_mm(self, panel: str) -> float:
        return self.panels[panel].width_mm - 2 * self.margins.side

    def _least_text_mm(self, panels: tuple[str, ...]) -> float:
        return min(self._text_mm(panel) for panel in panels)

    def requests(self) -> Iterable[Request]:
        """Every block with every width at which its height is wanted."""
        for item in self.items:
            yield from ((item.block, self._text_mm(name)) for name in item.frames)
        yield from ((head, self._text_mm(name)) for name, head in self.heads.items())
        yield from ((block, self._text_mm("back")) for block in (self.contact, self.colophon))
        yield from ((block, self._text_mm("back")) for ending in self.endings for block in ending.blocks)
        yield self.urgent, self._text_mm("inside-3")
        yield from self.front.requests(self._text_mm("cover"))

    def compose(self, heights: Heights, rung: Rung) -> Document | tuple[Misfit, ...] | Sparse:
        """The document, or the panels that are too full at this rung."""
        inside_heads = max(heights[self.heads[name], self._text_mm(name)] for name in _INSIDE)
        columns = tuple(self._column(name, inside_heads) for name in _READ if name != "cover")
        bare = tuple(replace(column, head=()) if column.name == "back" else column for column in columns)
        reached = self.rungs.index(rung)
        for ending in (one for one in self.endings if one.rung <= reached):
            last = tuple(Item(block, ("back",)) for block in ending.blocks)
            dealt = deal(columns if ending.has_head else bare, (*self.items, *last), heights, rung)
            if not isinstance(dealt, tuple):
                break
        if isinstance(dealt, tuple):
            return dealt
        sparse = tuple(c.label for c in columns if c.name != "back" and is_sparse(c, dealt[c.name], heights))
        if len(sparse) > 1:
            return Sparse(sparse)
        sides = (("outside", self.fold.outside()), ("inside", self.fold.inside()))
        made = document(self, tuple(self._side(name, panels, dealt, heights) for name, panels in sides), rung)
        return replace(made, reading=self._reading(made.pages))

    @staticmethod
    def _reading(pages: tuple[Page, ...]) -> tuple[str, ...]:
        names = [frame.name for page in pages for frame in page.frames]
        return tuple(sorted(names, key=lambda name: _READ.index(name) if name in _READ else len(_READ)))

    def _column(self, name: str, inside_heads_mm: float) -> Column:
        """One panel to fill; inside heads reserve the tallest one's height, so that the texts hang together."""
        feet: dict[str, tuple[Block, ...]] = {"inside-3": (self.urgent,), "back": (self.contact, self.colophon)}
        gaps = {"inside-3": FIELD_PAD_MM + FOOT_GAP_MM - 2.0, "back": FOOT_GAP_MM}
        if has_field(self):
            gaps["back"] = FIELD_PAD_MM + OVER_FIELD_MM
        return Column(
            name,
            f"panel {name}",
            self._text_mm(name),
            self._text_height(),
            head=(self.heads[name],) if name in self.heads else (),
            foot=feet.get(name, ()),
            notes=self.brochure.wording.notes if name in _NOTED else "",
            head_least_mm=inside_heads_mm if name in _INSIDE else 0.0,
            foot_gap_mm=gaps.get(name, FOOT_GAP_MM),
        )

    def _text_height(self) -> float:
        return self.height_mm - self.margins.top - self.margins.foot

    def _box(self, panel: Panel) -> Box:
        return Box(panel.x_mm + self.margins.side, self.margins.top, self._text_mm(panel.name), self._text_height())

    def _whole(self, panel: Panel) -> Box:
        return Box(panel.x_mm, 0.0, panel.width_mm, self.height_mm)

    def _side(
        self, name: str, panels: tuple[Panel, ...], dealt: dict[str, tuple[Placed, ...]], heights: Heights
    ) -> Page:
        """One side of the sheet; its frames in reading order, its fields the lower ones first."""
        fields: list[ColourField] = []
        frames: list[Frame] = []
        art: list[Art] = []
        for panel in sorted(panels, key=lambda one: _READ.index(one.name)):
            box = self._box(panel)
            if panel.name == "cover":
                frames.append(self.front.frame(box, "panel cover"))
                fields.append(self.front.field(self._whole(panel)))
                art.append(self.front.art(self._whole(panel), box.width, heights))
                continue
            frame = Frame(panel.name, f"panel {panel.name}", box, dealt[panel.name], ground=ground_of(self, panel.name))
            fields += ground_field(self, panel.name, self._whole(panel))
            if panel.name == "back":
                behind = rear(self, panel, frame, (self.contact, self.colophon), heights)
                fields += behind.fields
                frames += behind.frames
                continue
            frames.append(frame)
            if panel.name == "inside-3":
                fields.append(self._red(panel, heights))
        folds = tuple(panel.x_mm for panel in panels[1:])
        flat = joined(sorted(fields, key=lambda field: (field.box.height, field.box.x)), folds)
        return Page(name, clip(self, flat), clip(self, art), tuple(frames), folds)

    def _red(self, panel: Panel, heights: Heights) -> ColourField:
        """The field of the urgent signs, from fold or trim to fold and down to the trim."""
        foot = self.margins.foot + heights[self.urgent, self._text_mm(panel.name)] + FIELD_PAD_MM
        return ColourField("urgent", Box(panel.x_mm, self.height_mm - foot, panel.width_mm, foot))
