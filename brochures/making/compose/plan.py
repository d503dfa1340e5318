"""What the plans of all formats share: geometry, clipping for the edition, the finished document. Floor 4."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from brochures.making.compose import locking
from brochures.making.compose.dealing import RUNGS, Heights, Misfit, Sparse
from brochures.model.blocks import Block
from brochures.model.brochure import Brochure
from brochures.model.document import Art, Box, ColourField, Document, FieldRole, Page, Rung
from brochures.model.formats import FRAME_MM, EditionName, Format, Paper
from brochures.model.themes import Ground

Request = tuple[Block, float]
"""A block and the width in millimetres at which its height is wanted."""

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
        self.margins = row.margins
        self.grounds = brochure.look.theme.grounds
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
    """What the theme lets a frame's words stand on."""
    return plan.grounds.get(frame, "paper")


def ground_field(plan: Plan, frame: str, box: Box) -> tuple[ColourField, ...]:
    """The field that the theme lays behind a frame, if any."""
    roles: dict[Ground, FieldRole] = {"tint": "tint", "brand": "brand", "accent": "accent"}
    ground = ground_of(plan, frame)
    return (ColourField(roles[ground], box),) if ground in roles else ()


def clip(plan: Plan, flats: Iterable[_Flat]) -> tuple[_Flat, ...]:
    """Colour and art cut to what the edition prints: to the trim, or inside the office printer's white frame."""
    if plan.edition == "print":
        paper = Box(FRAME_MM, FRAME_MM, plan.width_mm - 2 * FRAME_MM, plan.height_mm - 2 * FRAME_MM)
    else:
        paper = Box(0.0, 0.0, plan.width_mm, plan.height_mm)
    return tuple(replace(flat, box=flat.box.within(paper)) for flat in flats)


def document(plan: Plan, pages: tuple[Page, ...], rung: Rung) -> Document:
    """The pages with the piece's name, title and language."""
    brochure = plan.brochure
    return Document(
        name=plan.name,
        title=brochure.title,
        language=brochure.subject.language,
        format=plan.format,
        paper=plan.paper,
        edition=plan.edition,
        rung=rung,
        pages=pages,
        description=brochure.subject.cover.purpose,
        locked=locking.locked(brochure, plan.format.name),
        required=locking.required(brochure, full=plan.format.name != "trifold"),
    )
