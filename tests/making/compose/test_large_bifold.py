"""A half-fold in large print: a booklet of half sheets that says all that the usual piece says."""

import io

import pypdfium2
import pytest

from brochures.making.compose.sheets import PAGES_A_SHEET
from brochures.making.inspection import characters
from brochures.model.document import LARGE_PT
from brochures.model.formats import EditionName, FormatName, PaperName
from tests.making.compose.test_large import page_numbers, words
from tests.press import Press, Printed

each_subject = pytest.mark.parametrize(
    ("subject", "usual"), [("peel", "handout"), ("laser", "handout"), ("peel-or-laser", "comparison")]
)


def booklet(press: Press, subject: str, paper: PaperName = "letter", edition: EditionName = "print") -> Printed:
    """The subject as a half-fold in large print."""
    return press.piece(subject, "bifold", paper, edition, large=True)


@pytest.mark.parametrize(
    ("subject", "usual", "paper"), [("botox", "handout", "a4"), ("botox-vs-fillers", "comparison", "letter")]
)
def test_what_ships_loses_no_word(press: Press, subject: str, usual: FormatName, paper: PaperName) -> None:
    """But for a table's corner and the key to its bars, which cards do not have: the chart of months has its own."""
    piece = booklet(press, subject, paper)
    wording = press.brochure(subject).wording
    said = words(press.piece(subject, usual, paper).html)

    assert [problem for problem in piece.problems if problem.severity == "error"] == []
    assert (
        said - words(piece.html) - page_numbers(said) - {wording.question, wording.bars, *wording.notes.split()}
        == set()
    )


@each_subject
def test_a_clinic_stands_on_the_back(harbor: Press, subject: str, usual: FormatName) -> None:
    """Beside the cover, when the sheet lies open."""
    (outside, *_) = booklet(harbor, subject).pages.pages
    names = [frame.name for frame in outside.frames]

    assert names[-1] == "cover"
    assert names[0].startswith("visit")


@each_subject
def test_pages_are_whole_sheets_on_paper_and_one_by_one_on_a_screen(
    harbor: Press,
    subject: str,
    usual: FormatName,
) -> None:
    """Two sides of a sheet have four pages; a screen shows none that is blank."""
    paper, screen = booklet(harbor, subject).pages, booklet(harbor, subject, edition="screen").pages

    assert len(paper.pages) * 2 % PAGES_A_SHEET == 0
    assert paper.size_mm[0] == pytest.approx(2 * screen.size_mm[0])
    assert len(screen.pages) <= len(paper.pages) * 2
    assert all(page.frames for page in screen.pages)
    assert paper.reading == screen.reading


def test_no_letter_is_small(harbor: Press) -> None:
    """16 pt or more, but for the line at the foot of a page."""
    piece = booklet(harbor, "peel-or-laser", edition="screen")
    feet = {i: f.box.y for i, page in enumerate(piece.pages.pages) for f in page.frames if f.name.startswith("folio")}
    text = [c for c in characters(piece.pdf) if c.text.isalnum() and c.top < feet.get(c.page, 999.0)]

    assert min(c.size_pt for c in text) >= LARGE_PT


def test_every_page_but_cover_and_red_says_which_it_is(harbor: Press) -> None:
    """The cover and the signs are known without."""
    piece = booklet(harbor, "peel", edition="screen")
    count = len(piece.pages.pages)
    document = pypdfium2.PdfDocument(io.BytesIO(piece.pdf))
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()

    assert [number for number, text in enumerate(texts, 1) if f"Page {number} of {count}" not in text] == [1, 2]


def test_a_sheet_that_would_be_partly_blank_has_lines_to_write_on(harbor: Press) -> None:
    """Before the last page, and only then."""
    made = [booklet(harbor, subject, edition="screen").pages.pages for subject in ("peel", "laser", "peel-or-laser")]
    noted = [
        [page.name for page in pages].index("notes") - len(pages)
        for pages in made
        if "notes" in {p.name for p in pages}
    ]

    assert noted
    assert set(noted) == {-2}
    assert all(len(pages) % PAGES_A_SHEET == 0 or "notes" in {p.name for p in pages} for pages in made)
