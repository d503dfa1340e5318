"""The back panel: one frame, or two with a field under the contact that reaches the trim and both folds."""

import pytest

from brochures import pipeline
from brochures.making.compose.rear import FIELD_PAD_MM
from brochures.making.compose.sheets import OVERLAP_MM
from brochures.model.document import Document, Frame
from brochures.model.folds import ROLL_FOLDS
from brochures.model.formats import CLEAR_MM, PaperName
from brochures.pipeline import Selection
from tests.press import PAPERS, Press
from tests.structure import tags


@pytest.fixture(scope="module")
def bold() -> Press:
    """The press of that theme."""
    press = Press()
    press.__dict__["sources"] = pipeline.read(Selection(theme="bold"))
    return press


def frame(document: Document, name: str) -> Frame:
    """One frame of the outside."""
    return next(frame for frame in document.pages[0].frames if frame.name == name)


each_paper = pytest.mark.parametrize("paper", PAPERS)


@each_paper
def test_the_contact_has_a_field_from_fold_to_fold(bold: Press, paper: PaperName) -> None:
    """To the lower trim, and under both neighbours, so that no pale hairline shows at a fold."""
    document = bold.piece("botox", "trifold", paper, "screen").pages
    contact = frame(document, "contact")
    panel = ROLL_FOLDS[paper].outside()[1]
    field = next(f.box for f in document.pages[0].fields if f.role == "brand" and f.box.x < panel.x_mm)

    assert (field.x, field.right) == pytest.approx((panel.x_mm - OVERLAP_MM, panel.x_mm + panel.width_mm + OVERLAP_MM))
    assert field.bottom == pytest.approx(document.size_mm[1])
    assert contact.box.y - field.y == pytest.approx(FIELD_PAD_MM)


@each_paper
def test_the_printed_field_stops_at_the_white_frame(bold: Press, paper: PaperName) -> None:
    """An office printer cannot reach the trim; at the folds the field goes on."""
    document = bold.piece("botox", "trifold", paper, "print").pages
    bottom = max(f.box.bottom for f in document.pages[0].fields)

    assert bottom == pytest.approx(document.size_mm[1] - CLEAR_MM)


@each_paper
def test_questions_end_above_the_field(bold: Press, paper: PaperName) -> None:
    """The lines to write on stay on white paper."""
    document = bold.piece("botox", "trifold", paper, "screen").pages
    upper, contact = frame(document, "back"), frame(document, "contact")
    ends = bold.piece("botox", "trifold", paper, "screen").set_pages.anchors[0]

    assert upper.ground == "paper"
    assert contact.ground == "brand"
    assert ends["end-back"][1] < contact.box.y - FIELD_PAD_MM
    assert ends["end-contact"][1] == pytest.approx(contact.box.bottom, abs=0.3)


def test_a_theme_without_that_ground_keeps_one_frame(press: Press) -> None:
    """Contact and fine print stand under the questions, as before."""
    names = [frame.name for frame in press.piece("botox", "trifold").pages.pages[0].frames]

    assert names == ["cover", "flap", "back"]


def test_questions_and_contact_are_read_last(bold: Press) -> None:
    """After the inside, questions first: a listener hears whom to call when all else is said."""
    found = [tag for tag in tags(bold.piece("botox", "trifold").pdf) if tag.words]
    words = [tag.words for tag in found]
    asked = next(i for i, said in enumerate(words) if said.startswith("Questions"))
    number = next(i for i, said in enumerate(words) if said.startswith("Telephone"))
    inside = [i for i, tag in enumerate(found) if tag.page == 1]

    assert max(inside) < asked < number
    assert all(tag.page == 0 for tag in found[asked:])
