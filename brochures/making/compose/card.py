"""The plan of a wallet card: one fold, four small panels; urgent signs, and what was injected. Floor 4."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Final

from brochures.making.compose import fineprint, furniture, slots
from brochures.making.compose.dealing import Heights, Misfit
from brochures.making.compose.parts import Parts
from brochures.making.compose.plan import Plan, Request, clip, document
from brochures.model.blocks import Block
from brochures.model.brochure import Brochure
from brochures.model.document import Art, Box, ColourField, Document, Frame, Page, Placed, Rung
from brochures.model.formats import FORMATS, EditionName, Paper
from brochures.model.furniture import Brand, Colophon, Cover, Hotline, Record, Signs, Team
from brochures.model.personal_block import Personal, WriteIn

_COVER_SHARE: Final = 0.66
"""How much of the cover's width its words have; the drawing stands beside them."""
_BESIDE_MM: Final = 2.0
_LOGO_MM: Final = 8.5
_GAP_MM: Final = 1.5
_MOST_LINE_GROW_MM: Final = 4.5
_GUTTER_MM: Final = 2.5
"""White between two lines of the record beside each other."""


@dataclass(frozen=True, slots=True)
class _Face:
    """One panel's words: what stands at its top and what at its foot, at which width."""

    name: str
    x_mm: float
    width_mm: float
    top: tuple[Block, ...]
    foot: tuple[Block, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All of them, from the top."""
        return (*self.top, *self.foot)


class WalletCard(Plan):
    """A card that a patient keeps: cover and back outside, urgent signs and the record of the treatment inside."""

    def __init__(self, brochure: Brochure, paper: Paper, edition: EditionName) -> None:
        super().__init__(brochure, FORMATS["card"], paper, edition)
        self.parts = Parts(brochure, full=False)
        self.panel_mm = self.width_mm / 2
        self.faces = {face.name: face for face in self._faces()}

    def _faces(self) -> Iterator[_Face]:
        side, half = self.margins.side, self.panel_mm
        text = half - 2 * side
        wording, clinic = self.brochure.wording, self.brochure.clinic
        phone = clinic.urgent_phone if clinic else ""
        label = wording.after_hours if clinic and clinic.answers_always else wording.our_number
        title = Cover(title=(self.brochure.title,), purpose=wording.card_keep, compact=True)
        named = (_small(furniture.brand(self.parts, on_dark=True)), Hotline(label=label, phone=phone))
        yield _Face("cover", half + side, round(text * _COVER_SHARE, 3), (title,), named)
        team, imprint = self._team(), (self._imprint(),)
        # Without words for the emergency team the back has room for the fine print.
        has_words = bool(self.brochure.topic.urgent.team)
        yield _Face("back", side, text, (team,), () if has_words else imprint)
        yield _Face("inside-1", side, text, (_signs(furniture.urgent(self.parts, across=False)),))
        yield _Face("inside-2", half + side, text, (self._record(text),), imprint if has_words else ())

    def _team(self) -> Team:
        """What the emergency team should know; without words for it, what was given and its serious risks."""
        wording, topic = self.brochure.wording, self.brochure.topic
        return Team(
            kicker=wording.card_team,
            title=topic.urgent.team_title or topic.names.generic,
            items=tuple(statement.text for statement in topic.urgent.team or topic.serious_risks),
            note=wording.card_inside,
        )

    def _imprint(self) -> Colophon:
        """The version and who approved it: all the fine print that a card has room for."""
        version = " · ".join(fineprint.version_lines(self.parts))
        return Colophon(
            lines=(), sources_title="", sources=(), version=(version, fineprint.approval_line(self.brochure))
        )

    def _record(self, text_mm: float) -> Block:
        """What was given, by whom and when; with slots for what is known before."""
        wording = self.brochure.wording
        if self.is_personal:
            return _filled_in(self.brochure, text_mm)
        rows = (
            (wording.card_product, wording.card_lot),
            (wording.card_areas,),
            (wording.card_date, wording.card_injector),
        )
        return Record(title=wording.card_record, rows=rows, max_grow_mm=len(rows) * _MOST_LINE_GROW_MM)

    def requests(self) -> Iterable[Request]:
        """Every block with the width at which its height is wanted."""
        yield from ((block, face.width_mm) for face in self.faces.values() for block in face.blocks)

    def compose(self, heights: Heights, rung: Rung) -> Document | tuple[Misfit, ...]:
        """Two sides of two panels; or the panels whose words are higher than a card."""
        misfits = [
            Misfit(f"panel {face.name}", over, tuple(title for title in map(_title, face.blocks) if title))
            for face in self.faces.values()
            if (over := _height(face, heights) - self._room_mm(face)) > 0
        ]
        if misfits:
            return tuple(misfits)
        return document(self, (self._outside(heights), self._inside(heights)), rung)

    def _top_mm(self, face: _Face) -> float:
        """Where its words begin: lower in the panel that may have a stamp over them."""
        return self.margins.top if face.name == "inside-2" else self.format.margins.top

    def _room_mm(self, face: _Face) -> float:
        return self.height_mm - self._top_mm(face) - self.margins.foot

    def _outside(self, heights: Heights) -> Page:
        half = self.panel_mm
        cover = self.faces["cover"]
        left = cover.x_mm + cover.width_mm + _BESIDE_MM
        art = Box(left, 0.0, self.width_mm - left, self.height_mm)
        return Page(
            "outside",
            fields=clip(self, (ColourField("brand", Box(half, 0.0, half, self.height_mm)),)),
            art=clip(self, (Art(self.brochure.subject.cover.motif, art),)),
            frames=(replace(self._frame("cover", heights), tone="brand"), self._frame("back", heights)),
            folds_mm=(half,),
        )

    def _inside(self, heights: Heights) -> Page:
        half = self.panel_mm
        return Page(
            "inside",
            fields=clip(self, (ColourField("urgent", Box(0.0, 0.0, half, self.height_mm)),)),
            art=(),
            frames=(self._frame("inside-1", heights), self._frame("inside-2", heights)),
            folds_mm=(half,),
        )

    def _frame(self, name: str, heights: Heights) -> Frame:
        """The words of one panel; lines to write on take what is left, else it parts top and foot."""
        face = self.faces[name]
        room = self._room_mm(face)
        free = room - _height(face, heights)
        placed = []
        for number, block in enumerate(face.top):
            grown = min(free, block.max_grow_mm)
            free -= grown
            placed.append(Placed(replace(block, grow_mm=grown) if grown else block, _GAP_MM if number else 0.0))
        for number, block in enumerate(face.foot):
            placed.append(Placed(block, _GAP_MM + (0.0 if number else free)))
        box = Box(face.x_mm, self._top_mm(face), face.width_mm, room)
        return Frame(name, f"panel {name}", box, tuple(placed))


def _height(face: _Face, heights: Heights) -> float:
    return sum(heights[block, face.width_mm] for block in face.blocks) + _GAP_MM * (len(face.blocks) - 1)


def _title(block: Block) -> str:
    return "" if isinstance(block, Cover) else str(getattr(block, "title", ""))


def _small(mark: Block) -> Block:
    """The clinic's mark no higher than a card's corner has room for, and without its line of words."""
    if not isinstance(mark, Brand):
        return mark
    mark = replace(mark, tagline="")
    if mark.logo_height_mm <= _LOGO_MM:
        return mark
    scale = _LOGO_MM / mark.logo_height_mm
    return replace(mark, logo_width_mm=round(mark.logo_width_mm * scale, 2), logo_height_mm=_LOGO_MM)


def _signs(urgent: Block) -> Signs:
    """The same words in the shape that a card has room for."""
    return Signs(**{field.name: getattr(urgent, field.name) for field in fields(urgent)})


def _filled_in(brochure: Brochure, text_mm: float) -> Personal:
    """The record under the patient's name; a name needs the whole width, and so does a day with its time."""
    wording = brochure.wording
    half = (text_mm - _GUTTER_MM) / 2
    given = replace(slots.slot(brochure, "clinician", half), label=wording.card_injector)
    day = replace(slots.slot(brochure, "appointment", text_mm), label=wording.card_date)
    rows = (
        (slots.slot(brochure, "recipient", text_mm),),
        (WriteIn(wording.card_product, half), WriteIn(wording.card_lot, half)),
        (WriteIn(wording.card_areas, half), given),
        (day,),
    )
    grown = len(rows) * _MOST_LINE_GROW_MM
    return Personal(rows=rows, gutter_mm=_GUTTER_MM, max_grow_mm=grown)
