"""Figures as templates ask for them: a block goes in, SVG at its printed size comes out. Floor 4."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from jinja2 import Environment
from markupsafe import Markup

from brochures.making import figures
from brochures.model.blocks import OptionSide
from brochures.model.brand import Look
from brochures.model.document import Art
from brochures.model.drawn import FaceMap, Lasting, Onset, Rate
from brochures.model.pictured import Area, Icon
from brochures.model.themes import Ground

_COVERS: Final[dict[str, Callable[..., object]]] = {
    "shapes": figures.cover_bold,
    "bands": figures.cover_editorial,
}
"""The cover drawings other than the usual one, by the theme's style of cover."""
_ROW_MM: Final = 4.6
"""Line height of a legend, as its stylesheet sets it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """SVG markup and its size on paper in millimetres."""

    svg: Markup
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One line of a legend; `top_mm` is its place beside its marker, from the top of the drawing."""

    number: int
    label: str
    top_mm: float


@dataclass(frozen=True, slots=True)
class LegendGroup:
    """One option's lines of a legend, in the order of the drawing."""

    name: str
    side: OptionSide
    rows: tuple[LegendRow, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """The words of a face map. Where `beside_markers`, the second option's stand next to their numbers."""

    groups: tuple[LegendGroup, ...]
    beside_markers: bool


class Pictures:
    """Draws in the colours and the text face of one look."""

    def __init__(self, env: Environment, look: Look, dark: str = "") -> None:
        self._env = env
        self._look = look
        self._dark = dark or look.palette.ink

    def on(self, ground: Ground) -> "Pictures":
        """The same, drawn in colours that read on this ground."""
        if ground == "paper":
            return self
        return Pictures(self._env, replace(self._look, palette=self._look.palette.on(ground)), self._dark)

    def icon(self, name: Icon, colour: str) -> str:
        """An icon as a data address, for a background: decoration, so no reader stops at it."""
        palette = self._look.palette
        dot = palette.accent if self._look.theme.has_fine_icons else ""
        return figures.icon_data_uri(name, getattr(palette, colour), dot)

    def motif(self, art: Art) -> str:
        """The cover drawing as a data address."""
        draw = _COVERS.get(self._look.theme.cover, figures.cover_motif)
        if self._look.theme.cover == "shapes":
            draw = partial(draw, is_banner=art.is_banner)
        elif self._look.theme.cover == "bands":
            draw = partial(draw, is_banner=art.is_banner or art.is_tall)
        else:
            draw = partial(draw, is_banner=art.is_tall)
        svg = self._svg("cover_motif", draw(art.box.width, art.box.height, art.motif, title=""))
        return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()

    @property
    def has_signs(self) -> bool:
        """Whether the theme draws a sign for each option, and sets numbers as pictures."""
        return self._look.theme.has_signs

    def sign(self, side: OptionSide, colour: str) -> str:
        """The sign of an option as a data address: decoration beside its name."""
        svg = self._svg("sign", figures.sign(side, getattr(self._look.palette, colour)))
        return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()

    def face(self, block: FaceMap) -> tuple[Figure, Legend]:
        """The face map and its legend."""
        areas: dict[OptionSide, list[Area]] = {"first": [], "second": []}
        words: dict[tuple[OptionSide, str], str] = {}
        for _, side, rows in block.groups:
            for area, label in rows:
                areas[side].append(area)  # type: ignore[arg-type] # the model has checked the name
                words[side, area] = label
        scale = block.scale
        width, high = block.width_mm / scale, (block.height_mm + block.grow_mm) / scale
        drawn = figures.face_map(areas["first"], areas["second"], width, high, title=block.alternative)
        height = {marker.number: marker.y for marker in (*drawn.circles, *drawn.squares)}
        groups = tuple(
            LegendGroup(
                name,
                side,
                tuple(
                    LegendRow(row.number, words[row.side, row.area], (height[row.number] - _ROW_MM / 2) * scale)
                    for row in drawn.order
                    if row.side == side
                ),
            )
            for name, side, _ in block.groups
        )
        return self._figure("face_map", drawn, scale), Legend(
            groups, not block.is_stacked and _fits_beside(groups, _ROW_MM * scale)
        )

    def onset(self, block: Onset) -> Figure:
        """The scale of days."""
        start, first, full, first_words, full_words = block.labels
        labels = figures.OnsetLabels(start, first, full, first_words, full_words)
        width = block.width_mm / block.scale
        drawn = figures.onset_chart(
            block.first_days, block.full_days, width, labels, title=block.alternative, side=block.side
        )
        return self._figure("onset_chart", drawn, block.scale)

    def lasting(self, block: Lasting) -> Figure:
        """Bars on one scale of months."""
        spans = [figures.Span(label, words, least, most, side) for label, words, least, most, side in block.bars]
        width = block.width_mm / block.scale
        drawn = figures.lasting_chart(spans, width, max_months=block.scale_months, title=block.alternative)
        return self._figure("lasting_chart", drawn, block.scale)

    def bar(  # noqa: PLR0913, PLR0917 - all that a bar is made of
        self,
        months: tuple[float, float],
        scale_months: float,
        width_mm: float,
        side: OptionSide,
        title: str,
        scale: float = 1.0,
    ) -> Figure:
        """One bar for a table's cell or a card."""
        width = width_mm / scale
        drawn = figures.lasting_bar(months[0], months[1], scale_months, width, side=side, title=title, key=side)
        return self._figure("lasting_bar", drawn, scale)

    def rate(self, block: Rate) -> Figure:
        """One in so many, as dots."""
        width, height = block.width_mm / block.scale, (block.height_mm + block.grow_mm) / block.scale
        drawn = figures.rate_dots(block.one_in, width, height, title=block.alternative)
        return self._figure("rate_dots", drawn, block.scale)

    def qr(self, text: str, title: str) -> Markup:
        """A QR code in the ink of white paper, on every ground: cameras want dark on light."""
        return Markup(figures.qr(text, self._dark, title=title))  # noqa: S704 - segno escapes

    def _figure(self, name: str, drawn: Any, scale: float = 1.0) -> Figure:  # noqa: ANN401 - any of the figure records
        """The drawing as SVG; its view box makes letters and lines as much larger as its size."""
        svg = Markup(self._svg(name, drawn))  # noqa: S704 - our template
        return Figure(svg, drawn.width_mm * scale, drawn.height_mm * scale)

    def _svg(self, name: str, drawn: Any) -> str:  # noqa: ANN401 - any of the figure records
        own = [f"figures/{self._look.theme.figures}/{name}.svg"] if self._look.theme.figures else []
        template = self._env.select_template([*own, f"figures/{name}.svg"])
        family = self._look.sans_family or self._look.text_family
        return template.render(fig=drawn, paint=self._look.palette, face=family).strip()


def _fits_beside(groups: tuple[LegendGroup, ...], row_mm: float) -> bool:
    """Whether the second option's words can stand at their numbers, under the first option's list."""
    first = sum(len(group.rows) for group in groups if group.side == "first")
    tops = [row.top_mm for group in groups if group.side == "second" for row in group.rows]
    return bool(tops) and first * row_mm < min(tops)
