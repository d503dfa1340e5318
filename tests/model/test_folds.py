"""Millimetres of the folds: what the trade folds, and how the sides of a sheet mirror each other."""

import itertools

import pytest

from brochures.model.folds import FOLDS, ROLL_FOLDS, Z_FOLDS, Panel
from brochures.model.formats import FORMATS, PAPERS, FormatName

EXACT_MM = {
    "letter": {"full": 3.6875 * 25.4, "tucked": 3.625 * 25.4},
    "a4": {"full": 100.0, "tucked": 97.0},
}
each_paper = pytest.mark.parametrize("paper", sorted(PAPERS))
each_fold = pytest.mark.parametrize("name", sorted(FOLDS))


def edges(panels: tuple[Panel, ...]) -> list[float]:
    """Where each panel starts, and where the last one ends."""
    return [*(panel.x_mm for panel in panels), panels[-1].x_mm + panels[-1].width_mm]


@each_paper
def test_panels_have_the_widths_of_the_trade(paper: str) -> None:
    """Letter 3.6875, 3.6875 and 3.625 inches; A4 100, 100 and 97 millimetres."""
    tucked, *full = ROLL_FOLDS[paper].widths_mm

    assert full == pytest.approx([EXACT_MM[paper]["full"]] * 2, abs=1e-9)
    assert tucked == pytest.approx(EXACT_MM[paper]["tucked"], abs=1e-9)


@each_fold
@each_paper
def test_panels_fill_the_sheet_on_both_sides(paper: str, name: FormatName) -> None:
    """No gap, no overlap, nothing past the trim."""
    width, _ = FORMATS[name].size_mm(PAPERS[paper])
    for side in (FOLDS[name][paper].outside(), FOLDS[name][paper].inside()):
        for left, right in itertools.pairwise(side):
            assert left.x_mm + left.width_mm == pytest.approx(right.x_mm, abs=1e-9)

        assert side[0].x_mm == 0
        assert edges(side)[-1] == pytest.approx(width, abs=1e-6)


@each_fold
@each_paper
def test_the_inside_mirrors_the_outside(paper: str, name: FormatName) -> None:
    """The sheet is turned over: folds lie where they lay, seen from behind."""
    outside, inside = FOLDS[name][paper].outside(), FOLDS[name][paper].inside()
    width = edges(outside)[-1]

    assert edges(inside) == pytest.approx([width - x for x in reversed(edges(outside))], abs=1e-6)


@each_paper
def test_a_z_fold_is_in_thirds(paper: str) -> None:
    """Nothing is tucked in, so every panel has the same width; the cover opens on what it is and the risks."""
    fold = Z_FOLDS[paper]
    width, _ = FORMATS["zfold"].size_mm(PAPERS[paper])

    assert fold.widths_mm == pytest.approx([width / 3] * 3, abs=1e-9)
    assert [panel.name for panel in fold.outside()] == ["flap", "inside-2", "cover"]
    assert [panel.name for panel in fold.inside()] == ["inside-1", "inside-3", "back"]


@each_paper
def test_the_tucked_panel_is_narrower_than_its_neighbours(paper: str) -> None:
    """A roll fold closes flat: the panel that goes inside loses the tuck, on both its sides."""
    outside, inside = ROLL_FOLDS[paper].outside(), ROLL_FOLDS[paper].inside()
    flap, back, cover = (panel.width_mm for panel in outside)

    assert [panel.name for panel in outside] == ["flap", "back", "cover"]
    assert flap < back == cover
    assert inside[2].width_mm == flap
    assert inside[0].width_mm == inside[1].width_mm == cover
