"""A Z fold: the same six panels as a roll fold, in other places, read in the same order."""

import pytest

from brochures.making.compose.fitting import fit, plan_of
from brochures.making.compose.plan import Request
from brochures.making.compose.sheets import OVERLAP_MM
from brochures.making.finishing import reading_order
from brochures.model.document import Document
from brochures.model.formats import CLEAR_MM, FRAME_MM, EditionName, FormatName, PaperName
from brochures.pipeline import Selection, read
from tests.press import PAPERS, Press

READ = ("cover", "flap", "inside-1", "inside-2", "inside-3", "back")


def composed(
    press: Press, name: FormatName, subject: str, paper: PaperName = "letter", edition: EditionName = "print"
) -> Document:
    """A document whose blocks are the higher the more they say."""

    def by_length(_name: str, _size: str, requests: list[Request]) -> tuple[float, ...]:
        return tuple(5.0 + 4.4 * len(repr(block)) / width for block, width in requests)

    found = fit(plan_of(press.brochure(subject), name, paper, edition), by_length)
    assert isinstance(found, Document)
    return found


@pytest.fixture(scope="module")
def bold() -> Press:
    """The two small topics in the theme whose grounds meet at the folds."""
    press = Press()
    press.__dict__["sources"] = read(Selection(theme="bold"))
    return press


@pytest.mark.parametrize("name", ["trifold", "zfold"])
@pytest.mark.parametrize("subject", ["peel", "peel-or-laser"])
def test_every_fold_is_read_alike(pair: Press, name: FormatName, subject: str) -> None:
    """Cover, flap, the inside in its order, and who the clinic is last, wherever the panels lie."""
    made = composed(pair, name, subject)

    assert made.reading == READ
    assert reading_order(made) == READ


def test_what_it_is_lies_beside_its_risks(pair: Press) -> None:
    """On the side that the cover opens on, with the urgent signs under the risks."""
    made = composed(pair, "zfold", "peel")
    inside = {frame.name: frame for frame in made.pages[1].frames}
    said = {p.block.component for p in inside["inside-3"].placed}

    assert inside["inside-1"].box.x < inside["inside-3"].box.x < inside["back"].box.x
    assert {"callout", "urgent"} <= said


@pytest.mark.parametrize("paper", PAPERS)
def test_text_keeps_clear_of_every_third(pair: Press, paper: PaperName) -> None:
    """The folds are exact thirds, and every column of text has the same width."""
    made = composed(pair, "zfold", "peel-or-laser", paper)
    width, _ = made.size_mm
    frames = [(frame.box, page.folds_mm) for page in made.pages for frame in page.frames]

    assert all(page.folds_mm == pytest.approx((width / 3, 2 * width / 3)) for page in made.pages)
    assert len({round(box.width, 6) for box, _ in frames}) == 1
    assert all(box.right <= f - CLEAR_MM or box.x >= f + CLEAR_MM for box, folds in frames for f in folds)


def test_coloured_feet_meet_without_a_gap(bold: Press) -> None:
    """The lower of two fields goes on a hair under the higher; at the edge of the sheet the white frame is whole."""
    made = composed(bold, "zfold", "botox")
    fold = made.pages[1].folds_mm[1]
    red, contact = sorted((f.box for f in made.pages[1].fields if f.box.right > fold), key=lambda box: box.x)

    assert red.right - contact.x == pytest.approx(OVERLAP_MM)
    assert contact.right == pytest.approx(made.size_mm[0] - FRAME_MM)


@pytest.mark.parametrize("subject", ["botox", "botox-vs-fillers"])
def test_what_ships_fits_in_thirds(press: Press, subject: str) -> None:
    """With every safety text on it: preflight withholds nothing."""
    assert press.piece(subject, "zfold", "letter", "screen").pdf
