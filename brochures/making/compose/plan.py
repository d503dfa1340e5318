"""What the plans of all formats share: geometry, clipping for the edition, the finished document. Floor 4."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, TypeVar

from brochures.making.compose import locking
from brochures.making.compose.dealing import RUNGS, Heights, Misfit, Sparse
from brochures.making.compose.slots import named
from brochures.making.compose.stamping import with_room
from brochures.model.blocks import Block
from brochures.model.brochure import Brochure
from brochures.model.document import Art, Box, ColourField, Document, FieldRole, Forbidden, Page, Rung
from brochures.model.formats import EditionName, Format, Paper
from brochures.model.themes import Ground

Request = tuple[Block, float]
"""A block and the width in millimetres at which its height is wanted."""

_REACHES_MM: Final = 0.01
"""Sums of widths come out this near the trim where they mean the trim itself."""

_Flat = TypeVar("_Flat", ColourField, Art)


class Plan(ABC):
    """One brochure in one format on one paper: which blocks to measure, and how they make pages."""

    rungs: tuple[Rung, ...] = RUNGS
    """What is tried in turn until everything fits."""

    def __init__(self, brochure: Brochure, row: Format, paper: Paper, edition: EditionName) -> None:
        self.brochure = brochure
        self.format = row
        self.paper = paper
        self.edition: EditionName = edition
        self.margins = with_room(row.margins, row, brochure)
        self.grounds = brochure.look.theme.grounds
        self.is_personal = brochure.is_personal and row.has_slots
        self.has_kickers = brochure.look.theme.has_kickers
        self.width_mm, self.height_mm = row.size_mm(paper)

    @property
    def name(self) -> str:
        """Subject, format and paper: `botox-trifold-letter`."""
        return f"{self.brochure.name}-{self.format.name}-{self.paper.name}"

    @abstractmethod
    def requests(self) -> Iterable[Request]:
        """Every block with every width at which its height is wanted."""

    @abstractmethod
    def compose(self, heights: Heights, rung: Rung) -> Document | tuple[Misfit, ...] | Sparse:
        """The document at this rung of the ladder, every frame that is too full, or those left empty."""


def ground_of(plan: Plan, frame: str) -> Ground:
    """What the theme lets a frame's words stand on; first what it says of the frame in this format (`zfold-flap`)."""
    return plan.grounds.get(f"{plan.format.name}-{frame}", plan.grounds.get(frame, "paper"))


def ground_field(plan: Plan, frame: str, box: Box) -> tuple[ColourField, ...]:
    """The field that the theme lays behind a frame, if any."""
    roles: dict[Ground, FieldRole] = {"tint": "tint", "brand": "brand", "accent": "accent"}
    ground = ground_of(plan, frame)
    return (ColourField(roles[ground], box),) if ground in roles else ()


def clip(plan: Plan, flats: Iterable[_Flat], size_mm: tuple[float, float] | None = None) -> tuple[_Flat, ...]:
    """Colour and art cut to what the edition prints: to the trim, or inside the office printer's white frame.

    On a press what reaches the trim runs past it by the bleed; what meets at a fold meets there as before.
    `size_mm` is the trim of the page where it is not the plan's.
    """
    width, height = size_mm or (plan.width_mm, plan.height_mm)
    white = plan.format.frame_mm if plan.edition == "print" else 0.0
    paper = Box(white, white, width - 2 * white, height - 2 * white)
    boxes = ((flat, flat.box.within(paper)) for flat in flats)
    if plan.edition != "press":
        return tuple(replace(flat, box=box) for flat, box in boxes)
    return tuple(replace(flat, box=_bled(box, paper, plan.paper.bleed_mm)) for flat, box in boxes)


def _bled(box: Box, trim: Box, bleed: float) -> Box:
    """The box, past each edge of the trim that it reaches."""
    left = bleed if box.x <= trim.x + _REACHES_MM else 0.0
    top = bleed if box.y <= trim.y + _REACHES_MM else 0.0
    right = bleed if box.right >= trim.right - _REACHES_MM else 0.0
    foot = bleed if box.bottom >= trim.bottom - _REACHES_MM else 0.0
    return Box(box.x - left, box.y - top, box.width + left + right, box.height + top + foot)


def document(plan: Plan, pages: tuple[Page, ...], rung: Rung) -> Document:
    """The pages with the piece's name, title and language."""
    brochure = plan.brochure
    place = brochure.profile
    return Document(
        name=plan.name,
        title=brochure.title,
        language=brochure.subject.language,
        format=plan.format,
        paper=plan.paper,
        edition=plan.edition,
        rung=rung,
        pages=named(pages),
        description=brochure.subject.cover.purpose,
        locked=locking.locked(brochure, plan.format),
        required=locking.required(brochure, plan.format),
        forbidden=tuple(Forbidden(law.terms, law.why, place.title) for law in place.blocked),
    )
