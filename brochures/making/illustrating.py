"""Figures as templates ask for them: a block goes in, SVG at its printed size comes out. Floor 4."""

from base64 import b64encode
from dataclasses import dataclass
from typing import Any, Final

from jinja2 import Environment
from markupsafe import Markup

from brochures.making import figures
from brochures.model.blocks import OptionSide
from brochures.model.brand import Look
from brochures.model.document import Art
from brochures.model.drawn import FaceMap, Lasting, Onset, Rate
from brochures.model.pictured import Area, Icon

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

    def __init__(self, env: Environment, look: Look) -> None:
        self._env = env
        self._look = look

    def icon(self, name: Icon, colour: str) -> str:
        """An icon as a data address, for a background: decoration, so no reader stops at it."""
        return figures.icon_data_uri(name, getattr(self._look.palette, colour))

    def motif(self, art: Art) -> str:
        """The cover drawing as a data address."""
        drawn = figures.cover_motif(art.box.width, art.box.height, art.motif, title="")  # type: ignore[arg-type]
        svg = self._svg("cover_motif", drawn)
        return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()

    def face(self, block: FaceMap) -> tuple[Figure, Legend]:
        """The face map and its legend."""
        areas: dict[OptionSide, list[Area]] = {"first": [], "second": []}
        words: dict[tuple[OptionSide, str], str] = {}
        for _, side, rows in block.groups:
            for area, label in rows:
                areas[side].append(area)  # type: ignore[arg-type] # the model has checked the name
                words[side, area] = label
        drawn = figures.face_map(
            areas["first"], areas["second"], block.width_mm, block.height_mm + block.grow_mm, title=block.alternative
        )
        height = {marker.number: marker.y for marker in (*drawn.circles, *drawn.squares)}
        groups = tuple(
            LegendGroup(
                name,
                side,
                tuple(
                    LegendRow(row.number, words[row.side, row.area], height[row.number] - _ROW_MM / 2)
                    for row in drawn.order
                    if row.side == side
                ),
            )
            for name, side, _ in block.groups
        )
        return self._figure("face_map", drawn), Legend(groups, _fits_beside(groups))

    def onset(self, block: Onset) -> Figure:
        """The scale of days."""
        start, first, full, first_words, full_words = block.labels
        labels = figures.OnsetLabels(start, first, full, first_words, full_words)
        drawn = figures.onset_chart(
            block.first_days, block.full_days, block.width_mm, labels, title=block.alternative, side=block.side
        )
        return self._figure("onset_chart", drawn)

    def lasting(self, block: Lasting) -> Figure:
        """Bars on one scale of months."""
        spans = [figures.Span(label, words, least, most, side) for label, words, least, most, side in block.bars]
        drawn = figures.lasting_chart(spans, block.width_mm, max_months=block.scale_months, title=block.alternative)
        return self._figure("lasting_chart", drawn)

    def bar(self, months: tuple[float, float], scale: float, width_mm: float, side: OptionSide, title: str) -> Figure:
        """One bar for a table's cell."""
        drawn = figures.lasting_bar(months[0], months[1], scale, width_mm, side=side, title=title, key=side)
        return self._figure("lasting_bar", drawn)

    def rate(self, block: Rate) -> Figure:
        """One in so many, as dots."""
        drawn = figures.rate_dots(
            block.one_in, block.width_mm, block.height_mm + block.grow_mm, title=block.alternative
        )
        return self._figure("rate_dots", drawn)

    def qr(self, text: str, title: str) -> Markup:
        """A QR code in ink."""
        return Markup(figures.qr(text, self._look.palette.ink, title=title))  # noqa: S704 - segno escapes

    def _figure(self, name: str, drawn: Any) -> Figure:  # noqa: ANN401 - any of the figure records
        return Figure(Markup(self._svg(name, drawn)), drawn.width_mm, drawn.height_mm)  # noqa: S704 - our template

    def _svg(self, name: str, drawn: Any) -> str:  # noqa: ANN401 - any of the figure records
        template = self._env.get_template(f"figures/{name}.svg")
        return template.render(fig=drawn, paint=self._look.palette, face=self._look.text_family).strip()


def _fits_beside(groups: tuple[LegendGroup, ...]) -> bool:
    """Whether the second option's words can stand at their numbers, under the first option's list."""
    first = sum(len(group.rows) for group in groups if group.side == "first")
    tops = [row.top_mm for group in groups if group.side == "second" for row in group.rows]
    return bool(tops) and first * _ROW_MM < min(tops)
