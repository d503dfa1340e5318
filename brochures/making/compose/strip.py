"""The strip across a sheet that holds one patient's own data, in two columns. Floor 4."""

from collections.abc import Iterable
from typing import Final

from brochures.making.compose import slots
from brochures.making.compose.dealing import Heights
from brochures.making.compose.plan import Plan, Request, ground_field, ground_of
from brochures.model.document import Box, ColourField, Frame, Placed
from brochures.model.personal_block import Personal

_LEFT: Final = slots.ABOUT[:4]
"""Whom it is for, and the visit, up to a whole address; the number and free lines have the rest of the width."""
_RIGHT: Final = (*slots.ABOUT[4:], *slots.LINES)
_GUTTER_MM: Final = 9.0
_PAD_MM: Final = 3.0
"""From the edge of the strip to its words."""
_FOOT_MM: Final = 4.0
"""Under the last line: on paper it is the white before what follows, on a ground it is seen."""
_NAME: Final = "personal"


class Strip:
    """Nothing at all on a piece that is nobody's own."""

    def __init__(self, plan: Plan, text_mm: float, left_mm: float) -> None:
        self._plan = plan
        own = plan.brochure
        self._columns: tuple[tuple[float, float], ...] = ()
        self.blocks: tuple[Personal, ...] = ()
        if plan.is_personal:
            right_mm = text_mm - left_mm - _GUTTER_MM
            self._columns = ((0.0, left_mm), (left_mm + _GUTTER_MM, right_mm))
            self.blocks = slots.beside(own, _LEFT, left_mm), slots.beside(own, _RIGHT, right_mm)

    def requests(self) -> Iterable[Request]:
        """Both columns at their widths."""
        return ((block, width) for block, (_, width) in zip(self.blocks, self._columns, strict=True))

    def height_mm(self, heights: Heights) -> float:
        """Its height with the white in it; 0 where there is none."""
        if not self.blocks:
            return 0.0
        return _PAD_MM + max(heights[request] for request in self.requests()) + _FOOT_MM

    def fields(self, top: float, heights: Heights) -> tuple[ColourField, ...]:
        """The ground that the theme lays under it, from edge to edge."""
        if not self.blocks:
            return ()
        return ground_field(self._plan, _NAME, Box(0.0, top, self._plan.width_mm, self.height_mm(heights)))

    def frames(self, top: float, heights: Heights) -> tuple[Frame, ...]:
        """One frame a column, hung from one line."""
        ground, height = ground_of(self._plan, _NAME), self.height_mm(heights) - _PAD_MM - _FOOT_MM
        side = self._plan.margins.side
        places = (Box(side + x, top + _PAD_MM, width, height) for x, width in self._columns)
        return tuple(
            Frame(f"{_NAME}-{i}", "the patient's own strip", box, (Placed(block, 0.0),), ground=ground)
            for i, (block, box) in enumerate(zip(self.blocks, places, strict=True), start=1)
        )
