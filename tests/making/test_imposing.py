"""Sheets of several copies: true to size, tagged once, both sides back to back, and the same bytes each time."""

import io
import re
from typing import Any

import pikepdf
import pytest

from brochures.making.imposing import imposed
from brochures.making.inspection import characters, facts, is_accessible, is_archival
from brochures.model.document import Document
from brochures.model.formats import FORMATS, PAPERS, FormatName, PaperName
from brochures.units import mm_from_pt
from tests.press import Press
from tests.structure import tags

PIECES: tuple[tuple[FormatName, PaperName], ...] = (("card", "letter"), ("card", "a4"), ("rack-card", "letter"))
each_piece = pytest.mark.parametrize(("name", "paper"), PIECES)
NEAR_MM = 0.02


def both(press: Press, name: FormatName, paper: PaperName) -> tuple[Document, bytes, bytes]:
    """A document, its file of single copies, and its file of sheets."""
    piece = press.piece("fillers", name, paper)
    return piece.pages, piece.pdf, imposed(piece.pages, piece.pdf)


def corner(document: Document) -> tuple[float, float, int, int]:
    """Left and top of the grid on the sheet in millimetres, and its columns and rows."""
    ganging = document.format.ganging
    assert ganging is not None
    width, height = document.size_mm
    paper = document.paper
    left = (paper.width_mm - ganging.columns * width) / 2
    return left, (paper.height_mm - ganging.rows * height) / 2, ganging.columns, ganging.rows


@each_piece
def test_every_copy_stands_in_its_place(press: Press, name: FormatName, paper: PaperName) -> None:
    """A grid in the middle of the sheet: letters of all copies are where the first has them, moved by whole cards."""
    document, single, sheet = both(press, name, paper)
    left, top, columns, rows = corner(document)
    width, height = document.size_mm
    one, all_of_them = characters(single), characters(sheet)

    assert len(all_of_them) == columns * rows * len(one)
    for page in range(2):
        wanted = sorted(
            (c.text, c.left + left + x * width, c.top + top + y * height)
            for c in one
            if c.page == page
            for x in range(columns)
            for y in range(rows)
        )
        found = sorted((c.text, c.left, c.top) for c in all_of_them if c.page == page)
        for text in {text for text, *_ in wanted}:
            for axis in (1, 2):
                here, there = (sorted(place[axis] for place in some if place[0] == text) for some in (found, wanted))
                assert here == pytest.approx(there, abs=NEAR_MM), text


@each_piece
def test_a_sheet_meets_the_standards(press: Press, name: FormatName, paper: PaperName) -> None:
    """PDF/UA-1 and PDF/A-2a, as the single piece does."""
    _, single, sheet = both(press, name, paper)

    assert is_archival(single) == ()
    assert is_accessible(sheet) == ()
    assert is_archival(sheet) == ()


@each_piece
def test_a_reader_that_speaks_hears_the_words_once(press: Press, name: FormatName, paper: PaperName) -> None:
    """The tags are those of one copy; title, language and preferences stay."""
    _, single, sheet = both(press, name, paper)
    before, after = facts(single), facts(sheet)

    assert tags(sheet) == tags(single)
    assert (after.title, after.language, after.fonts) == (before.title, before.language, before.fonts)
    with pikepdf.open(io.BytesIO(sheet)) as file:
        assert file.Root.ViewerPreferences.PrintScaling == "/None"


@each_piece
def test_a_sheet_is_the_papers_own_size(press: Press, name: FormatName, paper: PaperName) -> None:
    """Both sides, whatever the size of a copy."""
    _, _, sheet = both(press, name, paper)
    size = PAPERS[paper].width_mm, PAPERS[paper].height_mm

    for side in facts(sheet).sizes_mm:
        assert side == pytest.approx(size, abs=NEAR_MM)


def test_the_reverse_lies_behind_its_front(press: Press) -> None:
    """Turned on the long edge: the tagged copy is in the left column in front and in the right one behind."""
    document, _, sheet = both(press, "rack-card", "letter")
    left, *_ = corner(document)
    with pikepdf.open(io.BytesIO(sheet)) as file:
        front, back = ([mm_from_pt(float(edge)) for edge in page.mediabox] for page in file.pages)

    assert -front[0] == pytest.approx(left, abs=NEAR_MM)
    assert back[2] - document.size_mm[0] == pytest.approx(left, abs=NEAR_MM)


@each_piece
def test_marks_stay_in_the_waste(press: Press, name: FormatName, paper: PaperName) -> None:
    """For every cut and fold, off the cards and on the paper."""
    document, _, sheet = both(press, name, paper)
    left, top, columns, rows = corner(document)
    width, height = document.size_mm
    with pikepdf.open(io.BytesIO(sheet)) as file:
        for page in file.pages:
            found = [moved(segment, page) for segment in marks(page)]
            folds = len(document.pages[0].folds_mm)
            assert len(found) == 2 * (columns + 1) + 2 * (rows + 1) + 2 * folds * columns
            for x, y in (point for segment in found for point in segment):
                inside = left < x < left + columns * width and top < y < top + rows * height
                assert not inside
                assert 0 < x < document.paper.width_mm
                assert 0 < y < document.paper.height_mm


def marks(page: pikepdf.Page) -> list[tuple[float, ...]]:
    """The straight lines that are drawn after everything else: their two ends in points."""
    last: Any = page.obj.Contents[-1]
    number = r"(-?[0-9.]+)"
    found = re.findall(rf"{number} {number} m {number} {number} l S", last.read_bytes().decode())
    return [tuple(map(float, ends)) for ends in found]


def moved(segment: tuple[float, ...], page: pikepdf.Page) -> tuple[tuple[float, float], tuple[float, float]]:
    """The ends of a line in millimetres from the sheet's lower left corner; the grid is in its middle."""
    x, y = (float(edge) for edge in list(page.mediabox)[:2])
    first, second, third, fourth = segment
    return (
        (mm_from_pt(first - x), mm_from_pt(second - y)),
        (mm_from_pt(third - x), mm_from_pt(fourth - y)),
    )


def test_the_same_sheet_has_the_same_bytes(press: Press) -> None:
    """Whenever and wherever it is made."""
    document, single, sheet = both(press, "card", "letter")

    assert imposed(document, single) == sheet


def test_other_pieces_are_left_as_they_are(press: Press) -> None:
    """Only formats that are ganged, and only for the office printer."""
    trifold = press.piece("fillers", "trifold")

    assert imposed(trifold.pages, trifold.pdf) == trifold.pdf
    assert FORMATS["trifold"].ganging is None
