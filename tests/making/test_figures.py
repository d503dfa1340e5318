"""The figures: what their geometry promises, and that every template prints it whole."""

import itertools
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from brochures.making.drawing_lines import crosses
from brochures.making.drawing_markers import Marker
from brochures.making.figures import (
    ICONS,
    OnsetLabels,
    Span,
    cover_motif,
    face_map,
    icon,
    icon_data_uri,
    lasting_bar,
    lasting_chart,
    nice_months,
    onset_chart,
    qr,
    rate_dots,
)
from brochures.model.pictured import Area, Icon, Motif
from brochures.reading.colours import palette

AREAS: tuple[Area, ...] = get_args(Area)
MOTIFS: tuple[Motif, ...] = get_args(Motif)
TITLE = "One < two & “three”"
FIGURES = Path(__file__).parents[2] / "templates" / "figures"
PAINT = palette()
LABELS = OnsetLabels("Day 0", "Days 3 to 7", "2 weeks", "Most people see a change", "Full effect")
SPANS = (
    Span("Botox", "3 to 4 months", 3, 4),
    Span("HA filler (hyaluronic acid)", "6 to 12 months", 6, 12, "second"),
    Span("CaHA filler (calcium hydroxylapatite)", "about 18 months", 18, 18, "second"),
)
MAKERS: dict[str, Callable[[], Any]] = {
    "cover_motif": lambda: cover_motif(93.7, 126, "both", title=TITLE, bleed_mm=3, with_ground=True),
    "face_map": lambda: face_map(AREAS[:4], AREAS[4:], 58, 62, title=TITLE),
    "onset_chart": lambda: onset_chart((3, 7), 14, 75.6, LABELS, title=TITLE),
    "lasting_chart": lambda: lasting_chart(SPANS, 75.6, max_months=18, title=TITLE),
    "lasting_bar": lambda: lasting_bar(6, 18, 18, 47.5, side="second", title=TITLE),
    "rate_dots": lambda: rate_dots(6410, 74, 29, title=TITLE),
    "icon": lambda: icon("drop", "#0b5260", title=TITLE),
}
SHARED = set(MAKERS) - {"cover_motif"}
"""Figures whose numbers serve every theme; each theme computes a cover of its own."""


def printed(name: str, figure: object) -> str:
    """The SVG of a figure, from its template."""
    environment = Environment(undefined=StrictUndefined, autoescape=True, loader=FileSystemLoader(FIGURES))
    return environment.get_template(f"{name}.svg").render(fig=figure, paint=PAINT, face="Source Sans 3")


def leaders(markers: tuple[Marker, ...]) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight pieces from markers to dots."""
    return [((m.x, m.y), (m.dot_x, m.dot_y)) for m in markers]


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_every_template_prints_a_titled_picture(name: str) -> None:
    """Nothing undefined, well-formed XML, the words escaped, an image role and a view box."""
    root = ET.fromstring(printed(name, MAKERS[name]()))  # noqa: S314 - our own markup

    assert root.findtext("{http://www.w3.org/2000/svg}title") == TITLE
    assert root.get("role") == "img"
    assert root.get("viewBox")


@pytest.mark.parametrize(
    "name", sorted(f"{path.parent.name}/{path.stem}" for path in FIGURES.glob("*/*.svg") if path.stem in SHARED)
)
def test_a_themes_own_template_prints_a_titled_picture(name: str) -> None:
    """What a theme draws in its own way takes the same numbers, and holds the same promises."""
    root = ET.fromstring(printed(name, MAKERS[name.partition("/")[2]]()))  # noqa: S314 - our own markup

    assert root.findtext("{http://www.w3.org/2000/svg}title") == TITLE
    assert root.get("role") == "img"
    assert root.get("viewBox")


def test_no_template_is_without_a_figure() -> None:
    """A template nobody fills would rot."""
    assert sorted(MAKERS) == sorted(path.stem for path in FIGURES.glob("*.svg"))


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    """Figures hold no chance and no clock."""
    assert printed(name, MAKERS[name]()) == printed(name, MAKERS[name]())


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_no_figure_claims_an_id(name: str) -> None:
    """Several figures share one page."""
    assert " id=" not in printed(name, MAKERS[name]())


@pytest.mark.parametrize("one_in", [2, 3, 7, 10, 11, 24, 100, 365, 999, 1000, 6410, 20_000, 100_000])
@pytest.mark.parametrize("size", [(40, 20), (74, 29), (112, 45)])
def test_the_dots_are_exactly_as_many_as_said(one_in: int, size: tuple[float, float]) -> None:
    """The red one is one of them, and no dot is hidden by its ring or another dot."""
    figure = rate_dots(one_in, *size, title="x")
    dots = [(row.x + i * figure.pitch, row.y) for row in figure.rows for i in range(row.count)]
    clear = figure.halo_radius + figure.dot_width / 2 - 0.05 * figure.pitch

    assert len(dots) + 1 == one_in
    assert len({(int(x / figure.pitch), int(y / figure.pitch)) for x, y in dots}) == len(dots)
    assert all(math.dist(dot, (figure.hit_x, figure.hit_y)) >= clear for dot in dots)
    assert all(x + figure.dot_width / 2 <= size[0] + 1e-6 for x, _ in dots)
    assert figure.ring_radius + figure.ring_width / 2 <= figure.halo_radius
    assert max([figure.hit_y, *(y for _, y in dots)]) + figure.dot_width / 2 <= figure.height_mm + 1e-6


@pytest.mark.parametrize("one_in", [100, 1000, 6410, 100_000])
def test_the_dots_keep_to_their_height(one_in: int) -> None:
    """A field of dots never grows past what the panel gave it."""
    assert rate_dots(one_in, 74, 29, title="x").height_mm <= 29


def test_a_stroke_ends_on_its_last_dot() -> None:
    """The dash repeats once for each dot, and the stroke stops before the next."""
    figure = rate_dots(6410, 74, 29, title="x")

    assert all((row.count - 1) * figure.pitch < row.length < row.count * figure.pitch for row in figure.rows)


@pytest.mark.parametrize("width", [47.5, 75.6, 112])
def test_bars_are_as_long_as_their_months(width: float) -> None:
    """Solid to the least, pale to the most, on one scale."""
    figure = lasting_chart(SPANS, width, max_months=18, title="x")
    for bar, span in zip(figure.bars, SPANS, strict=True):
        assert bar.solid_width == pytest.approx(span.months_lo / 18 * width, abs=0.001)
        assert bar.pale_width == pytest.approx((span.months_hi - span.months_lo) / 18 * width, abs=0.002)

    assert [tick.x for tick in figure.ticks][-1] == width


def test_a_bar_of_the_table_has_the_scale_of_the_chart() -> None:
    """The same months are the same share of the width."""
    cell = lasting_bar(6, 12, 18, 45, side="second", title="x").bar
    chart = lasting_chart(SPANS, 90, max_months=18, title="x").bars[1]

    assert cell.solid_width / 45 == pytest.approx(chart.solid_width / 90)
    assert cell.pale_width / 45 == pytest.approx(chart.pale_width / 90)


def test_long_labels_leave_their_words_room() -> None:
    """Where both do not fit on a line, the words go under the label."""
    wide, narrow = (lasting_chart(SPANS, width, max_months=18, title="x").bars[1] for width in (112, 50))

    assert wide.label[0].y == wide.words[0].y
    assert narrow.label[-1].y < narrow.words[0].y


@pytest.mark.parametrize(("most", "end"), [(4, 6), (12, 12), (18, 18), (20, 24), (40, 48)])
def test_the_scale_ends_on_a_round_number_of_months(most: float, end: int) -> None:
    """Quarters, halves, then whole years."""
    assert nice_months([Span("x", "x", 1, most)]) == end


@pytest.mark.parametrize("width", [56, 75.6, 90, 112])
@pytest.mark.parametrize(
    "days", [((3, 7), 14), ((1, 2), 30), ((0, 0), None), (None, 28), ((10, 12), 13), ((7, 90), 400)]
)
def test_days_of_the_onset_chart_stay_in_their_box(
    width: float, days: tuple[tuple[int, int] | None, int | None]
) -> None:
    """Marks rise with the days, and words stand within the figure."""
    figure = onset_chart(*days, width, LABELS, title="x")
    xs = [tick.x for tick in figure.ticks]

    assert xs == sorted(xs)
    assert xs[0] >= 0
    assert xs[-1] <= width
    assert all(0 <= words.x <= width and 0 < words.y <= figure.height_mm for words in (*figure.days, *figure.meanings))


@pytest.mark.parametrize("count", range(len(AREAS) + 1))
def test_leaders_never_cross_and_markers_never_touch(count: int) -> None:
    """For every set of areas, on either side."""
    for areas in itertools.combinations(AREAS, count):
        rest = [area for area in AREAS if area not in areas]
        figure = face_map(areas, rest, 42, 50, title="x")
        for markers in (figure.circles, figure.squares):
            ys = [marker.y for marker in markers]

            assert all(b - a >= 2 * figure.radius + 0.5 for a, b in itertools.pairwise(ys))
            assert all(figure.radius <= y <= figure.height_mm - figure.radius for y in ys)
            assert not any(crosses(*a, *b) for a, b in itertools.combinations(leaders(markers), 2))


def test_numbers_run_downward_and_name_their_areas() -> None:
    """First option from 1 on the left, second option after it on the right."""
    figure = face_map(["neck_bands", "forehead"], ["chin", "cheeks"], 42, 50, title="x")

    assert [(entry.number, entry.area, entry.index) for entry in figure.order] == [
        (1, "forehead", 1), (2, "neck_bands", 0), (3, "cheeks", 1), (4, "chin", 0),
    ]  # fmt: skip
    assert all(marker.x < figure.width_mm / 4 for marker in figure.circles)
    assert all(marker.x > figure.width_mm * 3 / 4 for marker in figure.squares)


def test_markers_stand_beside_the_face() -> None:
    """Never on an area or a feature: there is a gap to the ears on either side."""
    figure = face_map(AREAS[:4], AREAS[4:], 42, 50, title="x")
    dots = [marker.dot_x for marker in (*figure.circles, *figure.squares)]

    assert max(marker.x for marker in figure.circles) + figure.radius < min(dots) - 2
    assert min(marker.x for marker in figure.squares) - figure.radius > max(dots) + 2


def test_one_option_alone_is_cropped_to_its_side() -> None:
    """The empty lane is cut off; fillers alone keep their squares."""
    both = face_map(["lips"], ["chin"], 42, 50, title="x")
    alone = face_map([], ["lips", "chin"], 42, 50, title="x")

    assert alone.width_mm < both.width_mm
    assert not alone.circles
    assert [entry.number for entry in alone.order] == [1, 2]


def test_an_area_named_twice_has_two_numbers() -> None:
    """Two products for the lips are two lines of the legend, and drawing them ends."""
    figure = face_map(["lips", "lips"], [], 42, 50, title="x")

    assert [(entry.number, entry.index) for entry in figure.order] in ([(1, 0), (2, 1)], [(1, 1), (2, 0)])
    assert len(figure.areas) == 1


@pytest.mark.parametrize("motif", MOTIFS)
@pytest.mark.parametrize("size", [(93.7, 126), (87, 110), (100, 120), (110, 86), (100, 80)])
def test_covers_are_light_and_cover_their_box(motif: Motif, size: tuple[float, float]) -> None:
    """Under 40 kB, and the silhouette goes past the box above and below."""
    figure = cover_motif(*size, motif, title="x", bleed_mm=3)

    assert len(printed("cover_motif", figure)) < 40_000
    assert figure.view_box == f"-3 -3 {size[0] + 6:g} {size[1] + 6:g}"


def test_the_three_covers_are_three_drawings() -> None:
    """Lines that leave, a face that fills, and both."""
    calm, fill, both = (cover_motif(93.7, 126, motif, title="x") for motif in ("calm", "fill", "both"))

    assert calm.echoes
    assert not calm.contours
    assert fill.contours
    assert fill.is_loud
    assert len(both.echoes) > len(fill.echoes)
    assert both.contours


def test_bleed_can_differ_by_side_and_moves_nothing() -> None:
    """A cover bleeds right and at the foot, not into the fold."""
    plain = cover_motif(93.7, 126, "calm", title="x")
    bled = cover_motif(93.7, 126, "calm", title="x", bleed_mm=(0, 3, 3, 0))

    assert not plain.ground
    assert bled.view_box == "0 0 96.7 129"
    assert bled.features == plain.features


@pytest.mark.parametrize("name", get_args(Icon))
def test_every_icon_is_an_address(name: Icon) -> None:
    """Usable as a background in CSS, in the colour asked for."""
    uri = icon_data_uri(name, "#a5101f")

    assert uri.startswith("data:image/svg+xml;utf8,%3Csvg")
    assert not set(uri) & set("\"'()<>#")
    assert 'stroke="#a5101f"' in unquote(uri)
    assert ICONS[name] in unquote(uri)


def test_the_code_is_a_titled_picture_without_size() -> None:
    """The layout gives size and quiet zone."""
    root = ET.fromstring(qr("https://example.org/?a=1&b=2", "#15262b", title=TITLE))  # noqa: S314 - our own markup

    assert root.get("width") is None
    assert root.findtext("{http://www.w3.org/2000/svg}title") == TITLE
