"""Where text stands on the sheet: every frame of every format, with heights that are made up."""

import itertools
from dataclasses import replace
from typing import Any

import pytest

from brochures.making.compose.fitting import fit, plan_of
from brochures.making.compose.plan import Request
from brochures.model.blocks import Block
from brochures.model.brochure import Brochure
from brochures.model.document import Box, Document, Page
from brochures.model.folds import ROLL_FOLDS
from brochures.model.formats import CLEAR_MM, FRAME_MM, EditionName, FormatName, PaperName
from tests.press import Press

SUBJECTS: tuple[tuple[str, FormatName], ...] = (
    ("peel", "trifold"),
    ("peel", "handout"),
    ("peel-or-laser", "trifold"),
    ("peel-or-laser", "comparison"),
)
each_paper = pytest.mark.parametrize("paper", ["letter", "a4"])
each_piece = pytest.mark.parametrize(("subject", "name"), SUBJECTS)


def composed(brochure: Brochure, name: FormatName, paper: PaperName, edition: EditionName = "print") -> Document:
    """A document whose blocks are the higher the more they say."""
    found = fit(plan_of(brochure, name, paper, edition), by_length)
    assert isinstance(found, Document)
    return found


def by_length(_name: str, _size: str, requests: list[Request]) -> tuple[float, ...]:
    """Heights in millimetres, roughly as printed."""
    return tuple(5.0 + 4.4 * len(repr(_on_paper(block))) / width for block, width in requests)


def _on_paper(block: Block) -> Block:
    """Without what makes words a link, which takes no room."""
    on_paper: dict[str, Any] = {"dial": (), "live": False, "booking": ""}
    return replace(block, **{name: value for name, value in on_paper.items() if hasattr(block, name)})


def boxes(page: Page) -> dict[str, Box]:
    """Every frame by name."""
    return {frame.name: frame.box for frame in page.frames}


@each_paper
@each_piece
def test_every_frame_keeps_clear_of_trim_and_folds(
    pair: Press, subject: str, name: FormatName, paper: PaperName
) -> None:
    """By 6.5 mm at least, on all sides, on every page."""
    made = composed(pair.brochure(subject), name, paper)
    width, height = made.size_mm
    for page in made.pages:
        for frame, box in boxes(page).items():
            assert box.x >= CLEAR_MM, frame
            assert box.y >= CLEAR_MM, frame
            assert box.right <= width - CLEAR_MM + 1e-6, frame
            assert box.bottom <= height - CLEAR_MM + 1e-6, frame
            assert all(box.right <= fold - CLEAR_MM or box.x >= fold + CLEAR_MM for fold in page.folds_mm), frame


@each_paper
@each_piece
def test_frames_of_a_page_do_not_overlap(pair: Press, subject: str, name: FormatName, paper: PaperName) -> None:
    """No words are printed over others."""
    for page in composed(pair.brochure(subject), name, paper).pages:
        for one, other in itertools.combinations(page.frames, 2):
            shared = one.box.within(other.box)

            assert min(shared.width, shared.height) < 0.01, (one.name, other.name)


@each_paper
def test_white_across_a_fold_is_twice_the_outer_margin(pair: Press, paper: PaperName) -> None:
    """Folded, every panel has the same white on both sides."""
    made = composed(pair.brochure("peel"), "trifold", paper)
    for page in made.pages:
        lying = sorted(boxes(page).values(), key=lambda box: box.x)
        outer = lying[0].x

        assert made.size_mm[0] - lying[-1].right == pytest.approx(outer, abs=1e-6)
        for left, right in itertools.pairwise(lying):
            assert right.x - left.right == pytest.approx(2 * outer, abs=1e-6)


@each_paper
def test_panels_stand_where_the_sheet_is_folded(pair: Press, paper: PaperName) -> None:
    """The folds of the two sides are one line each, seen from in front and from behind."""
    outside, inside = composed(pair.brochure("peel"), "trifold", paper).pages
    tucked, full, _ = ROLL_FOLDS[paper].widths_mm
    width = 2 * full + tucked

    assert outside.folds_mm == pytest.approx((tucked, tucked + full))
    assert inside.folds_mm == pytest.approx(tuple(width - x for x in reversed(outside.folds_mm)))


@each_paper
def test_the_panel_that_tucks_in_has_the_narrower_text(pair: Press, paper: PaperName) -> None:
    """On both its sides."""
    outside, inside = composed(pair.brochure("peel"), "trifold", paper).pages

    assert boxes(outside)["flap"].width == pytest.approx(boxes(inside)["inside-3"].width)
    assert boxes(outside)["flap"].width < boxes(outside)["cover"].width


def test_the_cover_is_read_first(pair: Press) -> None:
    """Frames stand in reading order, which is not their place on the sheet."""
    outside, inside = composed(pair.brochure("peel"), "trifold", "letter").pages

    assert next(iter(boxes(outside))) == "cover"
    assert list(boxes(inside)) == ["inside-1", "inside-2", "inside-3"]


@each_piece
def test_colour_stops_inside_the_sheet_for_an_office_printer(pair: Press, subject: str, name: FormatName) -> None:
    """An even white frame, where the printer would leave an uneven one."""
    made = composed(pair.brochure(subject), name, "letter")
    width, height = made.size_mm
    flats = [flat.box for page in made.pages for flat in page.fields]
    flats += [art.box for page in made.pages for art in page.art]

    assert flats
    for box in flats:
        assert min(box.x, box.y) >= FRAME_MM
        assert box.right <= width - FRAME_MM + 1e-6
        assert box.bottom <= height - FRAME_MM + 1e-6


@each_piece
def test_colour_runs_to_the_trim_on_a_screen(pair: Press, subject: str, name: FormatName) -> None:
    """Where nothing is cut, nothing is framed."""
    made = composed(pair.brochure(subject), name, "letter", "screen")
    flats = [flat.box for page in made.pages for flat in page.fields]

    assert any(box.x == 0 or box.right == pytest.approx(made.size_mm[0]) for box in flats)


@each_piece
def test_the_editions_say_the_same_in_the_same_place(pair: Press, subject: str, name: FormatName) -> None:
    """Only colour reaches further; a link on the screen is the same words on paper."""
    for_print = composed(pair.brochure(subject), name, "letter", "print")
    screen = composed(pair.brochure(subject), name, "letter", "screen")

    assert [boxes(page) for page in for_print.pages] == [boxes(page) for page in screen.pages]


@each_paper
def test_fields_meet_at_the_folds(pair: Press, paper: PaperName) -> None:
    """A colour that stops short of its fold shows as a line when the sheet is folded."""
    for edition in ("print", "screen"):
        outside, inside = composed(pair.brochure("peel"), "trifold", paper, edition).pages
        for page in (outside, inside):
            for flat in page.fields:
                touching = [fold for fold in page.folds_mm if fold in (flat.box.x, flat.box.right)]

                assert touching, flat.role


def test_what_is_printed_of_the_pages_is_within_their_number(pair: Press) -> None:
    """A handout is one page when all fits, and never more than two."""
    short = composed(pair.brochure("laser"), "handout", "letter")

    assert len(short.pages) == 1
    for subject, name in SUBJECTS:
        made = composed(pair.brochure(subject), name, "letter")
        assert made.format.pages[0] <= len(made.pages) <= made.format.pages[1]


def test_composing_is_pure(pair: Press) -> None:
    """Same brochure, same heights: the same document, and the brochure as it was."""
    brochure = pair.brochure("peel")
    before = replace(brochure)

    assert composed(brochure, "trifold", "a4") == composed(brochure, "trifold", "a4")
    assert brochure == before
