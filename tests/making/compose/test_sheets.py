"""Panel pages on their sheets: which page lies beside which, what meets at the fold, and in which order it is read."""

import pytest

from brochures.making.compose.fitting import plan_of
from brochures.making.compose.plan import Plan
from brochures.making.compose.sheets import OVERLAP_MM, Sheets, arranged
from brochures.model.document import Art, Box, ColourField, Frame, Page
from brochures.model.formats import FRAME_MM, EditionName
from tests.press import Press

WIDTH, HEIGHT = PANEL = (140.0, 216.0)
WHOLE = Box(0.0, 0.0, WIDTH, HEIGHT)


def plan(pair: Press, edition: EditionName) -> Plan:
    """Any plan: the edition is all that counts here."""
    return plan_of(pair.brochure("peel"), "trifold", "letter", edition)


def panel(number: int) -> Page:
    """A page with one frame, a field over all of it, and art that is wider than the page."""
    frame = Frame(f"page-{number}", f"page {number}", Box(12.0, 12.0, 100.0, 180.0), ())
    art = Art("waves", Box(-5.0, 100.0, WIDTH + 10.0, 50.0))
    return Page(f"page-{number}", (ColourField("brand", WHOLE),), (art,), (frame,))


def sides(sheets: Sheets) -> list[list[int]]:
    """The numbers of the pages on each side, from left to right."""
    return [[int(frame.name[5:]) for frame in page.frames] for page in sheets.pages]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (4, [[4, 1], [2, 3]]),
        (8, [[8, 1], [2, 7], [6, 3], [4, 5]]),
        (6, [[6, 1], [2], [3], [4, 5]]),
        (12, [[12, 1], [2, 11], [10, 3], [4, 9], [8, 5], [6, 7]]),
    ],
)
def test_pages_lie_as_they_are_bound(pair: Press, count: int, expected: list[list[int]]) -> None:
    """Printed on both sides, stacked and folded once, they follow each other; blank ones stand before the last."""
    sheets = arranged(plan(pair, "print"), [panel(i + 1) for i in range(count)], PANEL)

    assert sides(sheets) == expected
    assert [page.name for page in sheets.pages][:2] == ["outside-1", "inside-1"]
    assert sheets.page_mm == (2 * WIDTH, HEIGHT)
    assert {page.folds_mm for page in sheets.pages} == {(WIDTH,)}


@pytest.mark.parametrize("edition", ["print", "screen", "press"])
def test_they_are_read_from_front_to_back(pair: Press, edition: EditionName) -> None:
    """However they lie on the sheets."""
    sheets = arranged(plan(pair, edition), [panel(i + 1) for i in range(8)], PANEL)

    assert sheets.reading == tuple(f"page-{i + 1}" for i in range(8))


def test_on_the_screen_each_page_is_its_own(pair: Press) -> None:
    """As it is, to its edges, and nothing over them."""
    sheets = arranged(plan(pair, "screen"), [panel(i + 1) for i in range(6)], PANEL)

    assert sides(sheets) == [[i + 1] for i in range(6)]
    assert sheets.page_mm == PANEL
    assert sheets.pages[0].fields[0].box == WHOLE
    assert sheets.pages[0].art[0].box == Box(0.0, 100.0, WIDTH, 50.0)
    assert sheets.pages[0].folds_mm == ()


def test_white_stands_at_the_edges_of_the_sheet_only(pair: Press) -> None:
    """An office printer leaves white all round; at the fold both fields meet, one a hair under the other."""
    side = arranged(plan(pair, "print"), [panel(i + 1) for i in range(4)], PANEL).pages[0]
    left, right = (field.box for field in side.fields)

    assert (left.x, left.y, left.right) == pytest.approx((FRAME_MM, FRAME_MM, WIDTH + OVERLAP_MM))
    assert (right.x, right.right, right.bottom) == pytest.approx((WIDTH, 2 * WIDTH - FRAME_MM, HEIGHT - FRAME_MM))
    assert [art.box.x for art in side.art] == pytest.approx([FRAME_MM, WIDTH])


def test_a_field_beside_paper_stops_at_the_fold(pair: Press) -> None:
    """Where nothing hides it, it would show on the other page."""
    bare = Page("bare", (), (), ())
    side = arranged(plan(pair, "press"), [bare, bare, bare, panel(4)], PANEL).pages[0]

    assert side.fields[0].box.right == pytest.approx(WIDTH)


def test_frames_of_one_name_are_refused(pair: Press) -> None:
    """The reading order and every check go by name."""
    with pytest.raises(ValueError, match="page-1"):
        arranged(plan(pair, "screen"), [panel(1), panel(1)], PANEL)
