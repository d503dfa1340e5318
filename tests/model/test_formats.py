"""Millimetres of the formats: the sheets, and what a printer can print."""

import pytest

from brochures.model.formats import CLEAR_MM, FORMATS, FRAME_MM, PAPERS, default_formats


def test_the_white_beside_a_panel_is_the_white_under_it() -> None:
    """An even frame; how two of them meet at a fold is tested with the frames."""
    margins = FORMATS["trifold"].margins

    assert margins.side == margins.foot


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_text_keeps_clear_of_every_trim(name: str) -> None:
    """Nearer than 6.5 mm, a guillotine or an office printer may take it."""
    row = FORMATS[name]
    margins = row.margins

    assert min(margins.top, margins.side, margins.foot) >= row.clear_mm
    assert row.clear_mm >= CLEAR_MM == FRAME_MM == 6.5 or row.name == "card"


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
    assert ("actual size" in row.print_note) == (row.papers != ("screen",))
    assert row.pages[0] <= row.pages[1]


@pytest.mark.parametrize(
    ("name", "duplex"),
    [("trifold", "DuplexFlipShortEdge"), ("handout", "DuplexFlipLongEdge"), ("comparison", "Simplex")],
)
def test_the_sheet_is_turned_over_its_right_edge(name: str, duplex: str) -> None:
    """Over the wrong one, the inside stands on its head."""
    assert FORMATS[name].duplex == duplex
