"""Millimetres of the formats: what the trade folds, and what a printer can print."""

import itertools

import pytest

from brochures.model.formats import (
    CLEAR_MM,
    FORMATS,
    FRAME_MM,
    PAPERS,
    ROLL_FOLDS,
    Panel,
    default_formats,
)

EXACT_MM = {
    "letter": {"full": 3.6875 * 25.4, "tucked": 3.625 * 25.4},
    "a4": {"full": 100.0, "tucked": 97.0},
}
each_paper = pytest.mark.parametrize("paper", sorted(PAPERS))


def edges(panels: tuple[Panel, ...]) -> list[float]:
    """Where each panel starts, and where the last one ends."""
    return [*(panel.x_mm for panel in panels), panels[-1].x_mm + panels[-1].width_mm]


@each_paper
def test_panels_have_the_widths_of_the_trade(paper: str) -> None:
    """Letter 3.6875, 3.6875 and 3.625 inches; A4 100, 100 and 97 millimetres."""
    fold = ROLL_FOLDS[paper]

    assert fold.full_mm == pytest.approx(EXACT_MM[paper]["full"], abs=1e-9)
    assert fold.tucked_mm == pytest.approx(EXACT_MM[paper]["tucked"], abs=1e-9)


@each_paper
def test_panels_fill_the_sheet_on_both_sides(paper: str) -> None:
    """No gap, no overlap, nothing past the trim."""
    width, _ = FORMATS["trifold"].size_mm(PAPERS[paper])
    for side in (ROLL_FOLDS[paper].outside(), ROLL_FOLDS[paper].inside()):
        for left, right in itertools.pairwise(side):
            assert left.x_mm + left.width_mm == pytest.approx(right.x_mm, abs=1e-9)

        assert side[0].x_mm == 0
        assert edges(side)[-1] == pytest.approx(width, abs=1e-6)


@each_paper
def test_the_inside_mirrors_the_outside(paper: str) -> None:
    """The sheet is turned over: folds lie where they lay, seen from behind."""
    outside, inside = ROLL_FOLDS[paper].outside(), ROLL_FOLDS[paper].inside()
    width = edges(outside)[-1]

    assert edges(inside) == pytest.approx([width - x for x in reversed(edges(outside))], abs=1e-6)


@each_paper
def test_the_tucked_panel_is_narrower_than_its_neighbours(paper: str) -> None:
    """A roll fold closes flat: the panel that goes inside loses the tuck, on both its sides."""
    outside, inside = ROLL_FOLDS[paper].outside(), ROLL_FOLDS[paper].inside()
    flap, back, cover = (panel.width_mm for panel in outside)

    assert [panel.name for panel in outside] == ["flap", "back", "cover"]
    assert flap < back == cover
    assert inside[2].width_mm == flap
    assert inside[0].width_mm == inside[1].width_mm == cover


def test_the_white_beside_a_panel_is_the_white_under_it() -> None:
    """An even frame; how two of them meet at a fold is tested with the frames."""
    margins = FORMATS["trifold"].margins

    assert margins.side == margins.foot


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_text_keeps_clear_of_every_trim(name: str) -> None:
    """Nearer than 6.5 mm, a guillotine or an office printer may take it."""
    margins = FORMATS[name].margins

    assert min(margins.top, margins.side, margins.foot) >= CLEAR_MM == FRAME_MM == 6.5


@pytest.mark.parametrize(
    ("name", "paper", "size"),
    [
        ("trifold", "letter", (279.4, 215.9)),
        ("trifold", "a4", (297.0, 210.0)),
        ("handout", "letter", (215.9, 279.4)),
        ("handout", "a4", (210.0, 297.0)),
        ("comparison", "letter", (215.9, 279.4)),
        ("comparison", "a4", (210.0, 297.0)),
    ],
)
def test_sheets_lie_as_they_are_read(name: str, paper: str, size: tuple[float, float]) -> None:
    """Tri-folds landscape, the others upright."""
    assert FORMATS[name].size_mm(PAPERS[paper]) == pytest.approx(size)


def test_each_kind_of_subject_has_its_formats() -> None:
    """In the order of the catalogue."""
    assert default_formats("topic") == ("trifold", "handout")
    assert default_formats("comparison") == ("trifold", "comparison")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_format_goes_by_its_own_name(name: str) -> None:
    """The row and its key say the same, and the note says how to print it."""
    row = FORMATS[name]

    assert row.name == name
    assert "actual size" in row.print_note
    assert row.pages[0] <= row.pages[1]


@pytest.mark.parametrize(
    ("name", "duplex"),
    [("trifold", "DuplexFlipShortEdge"), ("handout", "DuplexFlipLongEdge"), ("comparison", "Simplex")],
)
def test_the_sheet_is_turned_over_its_right_edge(name: str, duplex: str) -> None:
    """Over the wrong one, the inside stands on its head."""
    assert FORMATS[name].duplex == duplex
