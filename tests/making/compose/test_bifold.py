"""A half-fold: a leaflet where four pages do, or a booklet of eight with one idea a page."""

from collections.abc import Callable
from itertools import chain

import pytest

from brochures.errors import Problem
from brochures.making.compose.bifold import Bifold
from brochures.making.compose.bifold_parts import BOOKLET, LEAFLET
from brochures.making.compose.fitting import fit, plan_of
from brochures.making.compose.plan import Request
from brochures.model.document import Document, Page
from brochures.model.formats import CLEAR_MM, EditionName, PaperName
from brochures.model.furniture import Colophon
from tests.press import PAPERS, Press

LITTLE, MORE = 5.0, 9.0
"""Millimetres for each letter of a block's record on a line of one millimetre: for four pages, and for eight."""
Measured = Callable[[str, str, list[Request]], tuple[float, ...]]


def each(share: float) -> Measured:
    """Heights by how much a block says; `share` is small for a short text."""
    return lambda _name, _size, requests: tuple(2.0 + share * len(repr(block)) / width for block, width in requests)


def composed(
    press: Press,
    share: float,
    paper: PaperName = "letter",
    edition: EditionName = "screen",
    subject: str = "peel",
) -> Document | tuple[Problem, ...]:
    """A half-fold of heights that are made up."""
    return fit(plan_of(press.brochure(subject), "bifold", paper, edition), each(share))


def whole(found: Document | tuple[Problem, ...]) -> Document:
    """A document; what does not fit fails the test."""
    assert isinstance(found, Document), found
    return found


def components(page: Page) -> set[str]:
    """What stands on a page."""
    return {placed.block.component for frame in page.frames for placed in frame.placed}


def test_a_short_text_is_a_leaflet(pair: Press) -> None:
    """What it is faces the risks, the urgent signs stand in red under them, questions stand on the back."""
    made = whole(composed(pair, LITTLE))
    cover, left, right, back = made.pages

    assert made.reading == ("cover", *LEAFLET)
    assert made.page_mm == pytest.approx((139.7, 215.9))
    assert {"callout", "urgent"} <= components(right)
    assert [field.role for field in right.fields] == ["urgent"]
    assert {"questions", "contact", "colophon"} <= components(back)
    assert cover.art
    assert "hook" in components(left)


def test_a_longer_text_is_a_booklet_before_it_is_small(pair: Press) -> None:
    """Eight pages in type of the usual size; the risks face what to expect, the signs stand on the back cover."""
    made = whole(composed(pair, MORE))
    told = [page.frames[0].name for page in made.pages]

    assert made.rung.type_size == "normal"
    assert told == ["cover", *BOOKLET[:-1], "urgent"]
    assert told.index("inside-2") % 2 == 1
    assert told.index("inside-3") == told.index("inside-2") + 1
    assert made.pages[-1].fields[-1].role == "urgent"
    assert "contact" in components(made.pages[-1])


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("share", [LITTLE, MORE])
def test_everything_is_kept_and_clear_of_fold_and_trim(pair: Press, share: float, paper: PaperName) -> None:
    """Every block of the plan stands on a page, once, and no text is near an edge."""
    plan = plan_of(pair.brochure("peel"), "bifold", paper, "print")
    assert isinstance(plan, Bifold)
    made = whole(fit(plan, each(share)))
    frames = [(page, frame) for page in made.pages for frame in page.frames]
    titles = [getattr(p.block, "title", "") for _, frame in frames for p in frame.placed]
    wanted = [getattr(item.block, "title", "") for item in plan.items]
    width, height = made.size_mm

    assert all(titles.count(title) >= wanted.count(title) for title in wanted)
    for page, frame in frames:
        box = frame.box
        assert box.x >= CLEAR_MM
        assert box.right <= width - CLEAR_MM
        assert CLEAR_MM <= box.y <= box.bottom <= height - CLEAR_MM + 1e-6
        assert all(box.right <= fold - CLEAR_MM or box.x >= fold + CLEAR_MM for fold in page.folds_mm)


@pytest.mark.parametrize("edition", ["print", "press"])
def test_on_paper_two_pages_share_a_side(pair: Press, edition: EditionName) -> None:
    """The back left of the cover, the sixth page left of the third; the reading order is that of the screen."""
    made, screen = (whole(composed(pair, MORE, edition=wanted)) for wanted in (edition, "screen"))
    outside = made.pages[0].frames

    assert made.size_mm == pytest.approx((279.4, 215.9))
    assert [page.name for page in made.pages] == ["outside-1", "inside-1", "outside-2", "inside-2"]
    assert outside[0].name == "urgent"
    assert outside[-1].name == "cover"
    assert made.reading == screen.reading
    assert set(made.reading) == set(chain.from_iterable([f.name for f in page.frames] for page in made.pages))


def test_fine_print_that_has_no_room_on_the_back_stands_under_the_questions(harbor: Press) -> None:
    """The signs and the clinic keep the back cover; the lines the law wants are not lost."""

    def measured(name: str, size: str, requests: list[Request]) -> tuple[float, ...]:
        usual = each(MORE)(name, size, requests)
        return tuple(high if isinstance(b, Colophon) else mm for (b, _), mm in zip(requests, usual, strict=True))

    high = 115.0
    made = whole(fit(plan_of(harbor.brochure("peel"), "bifold", "letter", "screen"), measured))
    visit = next(page for page in made.pages if page.frames[0].name == "visit")

    assert "colophon" not in components(made.pages[-1])
    assert components(visit) >= {"questions", "colophon"}


def test_too_little_text_is_said(small: Press) -> None:
    """Two pages of white are no leaflet: a handout is offered."""
    found = composed(small, 0.5)

    assert isinstance(found, tuple)
    assert [problem.code for problem in found] == ["too-little"]


@pytest.mark.parametrize("subject", ["fillers", "botox-vs-fillers"])
def test_what_ships_is_a_booklet_with_every_safety_text(press: Press, subject: str) -> None:
    """As the engine sets it: preflight withholds nothing."""
    piece = press.piece(subject, "bifold", "letter", "screen")

    assert piece.pdf
    assert len(piece.pages.pages) == len(BOOKLET) + 1
