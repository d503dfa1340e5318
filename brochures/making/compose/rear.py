"""The back panel of a folded brochure: questions, and at its foot, maybe on a field, who the clinic is. Floor 4."""

from dataclasses import dataclass, replace
from typing import Final

from brochures.making.compose.dealing import USUAL_GAP_MM, Heights
from brochures.making.compose.plan import Plan, ground_field, ground_of
from brochures.model.blocks import Block
from brochures.model.document import Box, ColourField, Frame, Placed
from brochures.model.folds import Panel

FIELD_PAD_MM: Final = 5.5
"""From the upper edge of a coloured foot, the urgent signs or the contact, to its words."""
OVER_FIELD_MM: Final = 4.0
"""From the last line to write on down to the field."""
_NAME: Final = "contact"


@dataclass(frozen=True, slots=True)
class Rear:
    """The frames of the panel in reading order, and the field that the theme lays under the last."""

    frames: tuple[Frame, ...]
    fields: tuple[ColourField, ...] = ()


def has_field(plan: Plan) -> bool:
    """Whether the theme gives the contact a ground of its own."""
    return ground_of(plan, _NAME) != "paper"


def rear(plan: Plan, panel: Panel, whole: Frame, foot: tuple[Block, ...], heights: Heights) -> Rear:
    """The panel as one frame; or as two where the theme colours its foot, from fold to fold and to the trim.

    `foot` are the last blocks of `whole`, contact first; their heights are those at its width.
    """
    if not has_field(plan):
        return Rear((whole,))
    height = sum(heights[block, whole.box.width] for block in foot) + USUAL_GAP_MM * (len(foot) - 1)
    top = whole.box.bottom - height
    edge = top - FIELD_PAD_MM
    upper = replace(
        whole, box=replace(whole.box, height=edge - whole.box.y), placed=whole.placed[: len(whole.placed) - len(foot)]
    )
    lower = Frame(
        _NAME,
        f"the foot of {whole.label}",
        replace(whole.box, y=top, height=height),
        tuple(Placed(block, USUAL_GAP_MM if i else 0.0) for i, block in enumerate(foot)),
        ground=ground_of(plan, _NAME),
    )
    field = Box(panel.x_mm, edge, panel.width_mm, plan.height_mm - edge)
    return Rear((upper, lower), ground_field(plan, _NAME, field))
