"""The editorial cover: a head whose echoes keep apart, stay on the panel, and tell lines from bands."""

import re
from itertools import pairwise
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from brochures import shipped
from brochures.making.drawing_cover import Line
from brochures.making.drawing_cover_editorial import EditorialCover, cover_editorial
from brochures.making.markup import environment
from brochures.model.pictured import Motif
from brochures.reading.colours import palette

MOTIFS: tuple[Motif, ...] = get_args(Motif)
BOXES = [(93.66, 129.5), (87.16, 122.0), (100.0, 126.0), (93.5, 100.0)]
BANNER = (95.0, 46.0)
each_motif = pytest.mark.parametrize("motif", MOTIFS)
each_box = pytest.mark.parametrize("box", BOXES)


def points_of(path: str) -> list[tuple[float, float]]:
    """The points that a path goes through, relative steps added up; closing corners included."""
    x = y = 0.0
    points = []
    for command, data in re.findall(r"([McsL])([^McsLZ]*)", path):
        values = [float(text) for text in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", data)]
        pairs = list(zip(values[::2], values[1::2], strict=True))
        x, y = pairs[-1] if command in "ML" else (x + pairs[-1][0], y + pairs[-1][1])
        points.append((x, y))
    return points


def outlines_of(drawn: EditorialCover) -> list[list[tuple[float, float]]]:
    """The face, its bands and its lines, from the face outward, without the corners that close them."""
    closed = [drawn.face, *(band.path for band in reversed(drawn.bands))]
    return [*(points_of(path)[:-3] for path in closed), *(points_of(line.path) for line in drawn.lines)]


def seen(bands: tuple[Line, ...]) -> list[float]:
    """How strongly each band shows where those outside it lie under it, from the outermost inward."""
    ground, out = 1.0, []
    for band in bands:
        ground *= 1 - band.strength
        out.append(1 - ground)
    return out


@each_box
@each_motif
def test_the_echoes_stay_under_the_words_and_on_the_panel(box: tuple[float, float], motif: Motif) -> None:
    """The outermost neither is cut at the top of its box nor meets the trim at the right."""
    outermost = outlines_of(cover_editorial(*box, motif, title=""))[-1]

    assert min(y for _, y in outermost) > 0.5
    assert max(x for x, _ in outermost) < box[0] - 3


@each_motif
def test_each_echo_keeps_its_distance_from_the_one_before(motif: Motif) -> None:
    """Measured at the height of the mouth, where the face is least even: 2 mm at least, and never a crossing."""
    drawn = cover_editorial(*BOXES[0], motif, title="")
    furthest = [max(x for x, y in outline if abs(y - 98) < 6) for outline in outlines_of(drawn)]

    assert all(outer - inner > 2 for inner, outer in pairwise(furthest))


@each_motif
def test_each_echo_is_calmer_than_the_one_before(motif: Motif) -> None:
    """Below the brow an outline turns back under nose, lips and chin; the outermost no longer does."""

    def way_back(outline: list[tuple[float, float]]) -> float:
        xs = [x for x, y in outline if 62 < y < 118]
        return sum(max(0.0, b - a) for a, b in pairwise(xs)) - max(0.0, max(xs) - xs[0])

    unrest = [way_back(outline) for outline in outlines_of(cover_editorial(*BOXES[0], motif, title=""))]

    assert unrest[0] > 3
    assert unrest[-1] < 0.2
    assert unrest[1] < unrest[0] / 2


def test_lines_stand_for_the_first_option_and_bands_for_the_second() -> None:
    """One relaxes, the other fills: the drawing says which, and a comparison shows both."""
    drawn = {motif: cover_editorial(*BOXES[0], motif, title="") for motif in MOTIFS}

    assert {motif: (len(cover.bands), len(cover.lines)) for motif, cover in drawn.items()} == {
        "calm": (1, 6),
        "fill": (5, 0),
        "both": (4, 3),
    }
    assert {motif: bool(cover.cheek) for motif, cover in drawn.items()} == {"calm": False, "fill": True, "both": False}


def test_bands_grow_stronger_towards_the_face_in_clear_steps() -> None:
    """They are laid over one another, so what is seen is more than each one's own strength."""
    steps = seen(cover_editorial(*BOXES[0], "fill", title="").bands)

    assert steps[-1] == pytest.approx(1.0)
    assert all(inner - outer > 0.1 for outer, inner in pairwise(steps))


@each_motif
def test_in_a_banner_the_face_leaves_the_left_to_the_title(motif: Motif) -> None:
    """It looks to the left from the right half, and its lines fade before they reach the words."""
    drawn = cover_editorial(*BANNER, motif, title="", is_banner=True)
    strengths = [line.strength for line in drawn.lines]

    assert min(x for x, _ in points_of(drawn.face)) > BANNER[0] * 0.55
    assert strengths == sorted(strengths, reverse=True)
    assert not strengths or (strengths[0] == 1 and strengths[-1] < 0.15)


@each_motif
def test_the_template_draws_it_in_roles(motif: Motif) -> None:
    """Well-formed, and with no colour but the clinic's."""
    paint = palette("#27357f", "#b3cd70")
    template = environment(shipped.templates()).get_template("figures/editorial/cover_motif.svg")
    svg = template.render(fig=cover_editorial(*BOXES[0], motif, title="a face"), paint=paint)
    colours = set(re.findall(r"#[0-9a-f]{6}", svg))

    assert ET.fromstring(svg).tag.endswith("svg")  # noqa: S314 - our own drawing
    assert colours <= {paint.brand, paint.accent, paint.accent_on_brand, paint.accent_tint}
