"""The poster: bands that fill the sheet, words large enough for two metres, safety text whole."""

from dataclasses import replace

import pytest

from brochures.making.inspection import characters
from brochures.model.brochure import Brochure
from brochures.model.document import Page
from brochures.model.drawn import Sides
from brochures.model.formats import PaperName
from brochures.model.furniture import Cover
from brochures.model.statement import Statement
from brochures.orders import Order
from brochures.units import inches
from tests.press import Press

FINE = "fine-print"


def page_of(press: Press, subject: str, paper: PaperName = "letter") -> Page:
    """The one side of the poster."""
    (page,) = press.piece(subject, "poster", paper).pages.pages
    return page


@pytest.mark.parametrize(("paper", "size"), [("letter", (inches(11), inches(17))), ("a4", (297.0, 420.0))])
def test_a_poster_is_one_side_of_tabloid_or_a3(press: Press, paper: PaperName, size: tuple[float, float]) -> None:
    """The papers that a copy shop has."""
    piece = press.piece("botox", "poster", paper)

    assert len(piece.pages.pages) == 1
    assert piece.pages.size_mm == pytest.approx(size)
    assert piece.pdf


@pytest.mark.parametrize("subject", ["botox", "botox-vs-fillers"])
def test_only_fine_print_is_smaller_than_can_be_read_from_two_metres(press: Press, subject: str) -> None:
    """24 pt; of the fine print, the labels of lines to write on are part."""
    piece = press.piece(subject, "poster")
    frames = {frame.name: frame for frame in piece.pages.pages[0].frames}
    exempt = [frames[name].box for name in (FINE, "reach")]
    small = [
        c.text
        for c in characters(piece.pdf)
        if c.text.isalnum() and c.size_pt < 23.9 and not any(box.y <= c.top <= box.bottom + 1 for box in exempt)
    ]

    # The sign of a registered mark is drawn small wherever it stands.
    assert set(small) <= {"®"}


def test_bands_meet_and_leave_no_strip_between_them(press: Press) -> None:
    """The white frame of the office printer is all round; the first band begins at it and its art ends with it."""
    page = page_of(press, "botox")
    brand, numbers = page.fields[0].box, page.fields[1].box
    (art,) = page.art

    assert brand.y == pytest.approx(6.5)
    assert brand.bottom == pytest.approx(numbers.y)
    assert (art.box.y, art.box.bottom, art.box.right) == pytest.approx((brand.y, brand.bottom, brand.right))


def test_a_title_is_as_large_as_its_words_allow(press: Press) -> None:
    """`Botox` is short, and seen from the door."""
    titles = {
        subject: next(
            p.block for frame in page_of(press, subject).frames for p in frame.placed if isinstance(p.block, Cover)
        )
        for subject in ("botox", "botox-vs-fillers")
    }

    assert titles["botox"].scale > titles["botox-vs-fillers"].scale


def test_a_comparison_sets_no_treatment_beside_the_options(press: Press) -> None:
    """It is a choice of its own, with the same weight."""
    (sides,) = (
        p.block for f in page_of(press, "botox-vs-fillers").frames for p in f.placed if isinstance(p.block, Sides)
    )

    assert [side for _, side, _ in sides.columns] == ["first", "second", "none"]
    assert all(lines for *_, lines in sides.columns)


def test_the_least_topic_and_one_given_by_a_clinic_make_posters(small: Press, harbor: Press) -> None:
    """Few words leave more room to the drawing; a code to scan stands beside the number."""
    page = page_of(harbor, "peel")

    assert small.piece("peel", "poster").pdf
    assert harbor.piece("peel", "poster").pdf
    assert "code" in {frame.name for frame in page.frames}


def test_too_many_risks_are_named_and_not_dropped(press: Press) -> None:
    """A poster that had to leave out a risk is not made."""
    brochure: Brochure = press.brochure("botox")
    risk = brochure.subject.serious_risks[0].text
    many = tuple(Statement(text=f"{number}. {risk}", sources=("S81",)) for number in range(9))
    subject = brochure.subject.model_copy(update={"serious_risks": many})
    piece = press.made(replace(brochure, subject=subject), Order("botox", "poster", "letter", "print"))

    assert [problem.code for problem in piece.problems] == ["too-long"]
    assert "Serious risks" in piece.problems[0].message
