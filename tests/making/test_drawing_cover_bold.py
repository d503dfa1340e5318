"""The flat cover drawing: it fills its box for every motif, and shows what the treatment does."""

import re
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from brochures import shipped
from brochures.making.drawing_cover_bold import BoldCover, cover_bold
from brochures.making.markup import environment
from brochures.model.pictured import Motif
from brochures.reading.colours import palette

MOTIFS: tuple[Motif, ...] = get_args(Motif)
BOXES = [(93.66, 129.5), (87.16, 100.0), (93.5, 78.0)]
each_motif = pytest.mark.parametrize("motif", MOTIFS)
each_box = pytest.mark.parametrize("box", BOXES)


def head_of(drawn: BoldCover) -> str:
    """The silhouette: the first shape."""
    return drawn.shapes[0].path


def profile_of(drawn: BoldCover) -> list[tuple[float, float]]:
    """The points of the silhouette's outline, relative steps added up."""
    x = y = 0.0
    points = []
    for command, data in re.findall(r"([McsLZ])([^McsLZ]*)", head_of(drawn)):
        values = [float(text) for text in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", data)]
        pairs = list(zip(values[::2], values[1::2], strict=True))
        if pairs and command in "ML":
            x, y = pairs[-1]
        elif pairs:
            x, y = x + pairs[-1][0], y + pairs[-1][1]
        points.append((x, y))
    return points


@each_box
@each_motif
def test_the_face_stays_in_its_box(box: tuple[float, float], motif: Motif) -> None:
    """Nose clear of the fold, crown under the upper edge; back and neck run off the sheet."""
    points = profile_of(cover_bold(*box, motif, title=""))

    assert min(x for x, _ in points) >= 3.5
    assert min(y for _, y in points) >= 0
    assert max(x for x, _ in points) > box[0]
    assert max(y for _, y in points) > box[1]


@each_box
def test_waves_mean_calm_and_a_full_cheek_means_filled(box: tuple[float, float]) -> None:
    """Lines on the forehead for the first kind, a full disc for the second, and both for both."""
    lines = {m: sum("H" in shape.path for shape in cover_bold(*box, m, title="").shapes) for m in MOTIFS}
    discs = {m: sum(shape.paint == "light" for shape in cover_bold(*box, m, title="").shapes) for m in MOTIFS}

    assert lines == {"calm": 3, "fill": 0, "both": 3}
    assert discs == {"calm": 0, "fill": 1, "both": 1}


@each_motif
def test_a_banner_shows_the_signs_alone(motif: Motif) -> None:
    """A face would be too small beside a title: waves, a dome, or both, in the colour that reads on the field."""
    shapes = cover_bold(92.0, 58.0, motif, title="", is_banner=True).shapes
    waves = [shape for shape in shapes if shape.stroke and "H" in shape.path]
    domes = [shape for shape in shapes if not shape.stroke]

    assert {shape.paint for shape in shapes} == {"accent"}
    assert bool(waves) == (motif != "fill")
    assert bool(domes) == (motif != "calm")


def test_strokes_grow_with_the_head() -> None:
    """The drawing is one design at every size: half the box, half the pen."""
    large, small = (cover_bold(80.0 * k, 100.0 * k, "calm", title="") for k in (2, 1))

    assert [shape.stroke for shape in large.shapes] == pytest.approx(
        [2 * shape.stroke for shape in small.shapes], rel=0.12
    )


@pytest.mark.parametrize("is_banner", [False, True])
@each_motif
def test_the_template_draws_every_shape_in_a_colour_of_the_clinic(motif: Motif, *, is_banner: bool) -> None:
    """One path each, filled or stroked with a role of the palette that reads on the brand's field."""
    paint = palette("#0b4a39", "#ffb61e")
    drawn = cover_bold(90.0, 60.0, motif, title="A < B", is_banner=is_banner)
    svg = environment(shipped.templates()).get_template("figures/bold/cover_motif.svg").render(fig=drawn, paint=paint)
    root = ET.fromstring(svg)  # noqa: S314 - our own markup
    paths = list(root.iter("{http://www.w3.org/2000/svg}path"))
    colours = {path.get("stroke") or path.get("fill") for path in paths}

    assert len(paths) == len(drawn.shapes)
    assert colours <= {paint.accent_on_brand, paint.brand, paint.paper}
    assert root.get("viewBox") == "0 0 90 60"


def test_the_profile_is_one_line() -> None:
    """The grid's own path has no gap: a second subpath would fill the face's outside."""
    drawn = cover_bold(93.66, 129.5, "both", title="")

    assert head_of(drawn).count("M") == 1
    assert head_of(drawn).endswith("Z")
