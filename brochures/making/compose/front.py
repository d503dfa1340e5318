"""The cover of a folded piece: whose it is and the title above, the drawing below, on the brand's colour. Floor 4."""

from collections.abc import Iterable
from typing import Final

from brochures.making.compose import furniture
from brochures.making.compose.dealing import Heights
from brochures.making.compose.parts import Parts
from brochures.making.compose.plan import Plan, Request
from brochures.model.document import Art, Box, ColourField, Frame, Placed
from brochures.model.furniture import Cover

_DROP_MM: Final = 4.0
"""The logo stands as far under the colour field's top edge as from its side, white frame included."""
_ART_SHARE: Final = 0.4
"""The drawing begins no higher than this share of the panel."""


class Front:
    """The words of a cover and where they and the drawing stand; the white between them is the format's."""

    def __init__(self, plan: Plan, parts: Parts, *, title_gap_mm: float, art_gap_mm: float) -> None:
        self._plan = plan
        self._title_gap_mm = title_gap_mm
        self._art_gap_mm = art_gap_mm
        cover = parts.brochure.subject.cover
        self._motif = cover.motif
        self.brand = furniture.brand(parts, on_dark=True)
        self.cover = Cover(title=cover.title, purpose=cover.purpose)

    def requests(self, text_mm: float) -> Iterable[Request]:
        """Both blocks at the width of the cover's text."""
        return ((self.brand, text_mm), (self.cover, text_mm))

    def frame(self, box: Box, label: str) -> Frame:
        """The words."""
        placed = (Placed(self.brand, _DROP_MM), Placed(self.cover, self._title_gap_mm))
        return Frame("cover", label, box, placed, tone="brand")

    def field(self, panel: Box) -> ColourField:
        """The colour over the whole panel."""
        return ColourField("brand", panel)

    def art(self, panel: Box, text_mm: float, heights: Heights) -> Art:
        """The drawing, under the words and down to the trim."""
        text = _DROP_MM + heights[self.brand, text_mm] + self._title_gap_mm + heights[self.cover, text_mm]
        top = max(self._plan.margins.top + text + self._art_gap_mm, panel.height * _ART_SHARE)
        return Art(self._motif, Box(panel.x, top, panel.width, panel.height - top))
