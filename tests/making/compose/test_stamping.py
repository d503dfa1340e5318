"""The stamp of what is overdue: on paper, in every panel's margin, and once to the ear."""

from dataclasses import replace
from datetime import date

import pytest

from brochures import pipeline
from brochures.making.reading_aloud import script
from brochures.model.formats import EditionName, FormatName, PaperName
from brochures.orders import Order
from tests.press import Press, Printed

WORDS = "DRAFT: review overdue"
OVERDUE = date(2028, 3, 1)


def draft(press: Press, name: FormatName, paper: PaperName, edition: EditionName, *, large: bool = False) -> Printed:
    """A piece of the small topic, as it is printed when nobody has read it again in time."""
    brochure = replace(press.brochure("peel"), is_overdue=True)
    return press.made(brochure, Order("peel", name, paper, edition, large=large))


def pages_of(piece: Printed) -> list[str]:
    """The letters of each page."""
    from brochures.making.inspection import characters

    read = characters(piece.pdf)
    return ["".join(c.text for c in read if c.page == number) for number in range(piece.set_pages.page_count)]


@pytest.mark.parametrize(
    ("name", "paper", "edition", "large", "times"),
    [
        ("trifold", "letter", "print", False, 3),
        ("handout", "a4", "screen", False, 1),
        ("handout", "letter", "print", True, 1),
        ("rack-card", "a4", "print", False, 1),
        ("card", "letter", "print", False, 1),
    ],
)
def test_every_page_says_that_it_is_a_draft(  # noqa: PLR0913, PLR0917 - a format is all of these
    pair: Press,
    name: FormatName,
    paper: PaperName,
    edition: EditionName,
    large: bool,  # noqa: FBT001 - a row of the table
    times: int,
) -> None:
    """On each panel that has room for it, and the piece passes every check: nothing is covered, all can be read."""
    piece = draft(pair, name, paper, edition, large=large)

    assert [page.count(WORDS) for page in pages_of(piece)] == [times] * len(piece.pages.pages)


def test_a_listener_hears_it_once_and_first(pair: Press) -> None:
    """In the title that the window shows, and as the first line."""
    title, first, *rest = script(draft(pair, "trifold", "letter", "screen").pdf)

    assert title.startswith(f"Document: {WORDS}. ")
    assert first == WORDS
    assert not any(WORDS in line for line in rest)


def test_what_is_in_date_has_no_stamp(pair: Press) -> None:
    """Nor a place for one."""
    piece = pair.piece("peel", "trifold")

    assert piece.pages.draft == ""
    assert all(page.stamps == () for page in piece.pages.pages)
    assert not any("DRAFT" in page for page in pages_of(piece))


def test_the_stamp_is_no_word_of_the_version(pair: Press) -> None:
    """Who approved the words before has approved them still, and a comparison is as old as its oldest topic."""
    before, after = (pipeline.resolved(pair.sources, "peel-or-laser", day) for day in (date(2026, 11, 22), OVERDUE))
    content = pair.content
    reworded = content.model_copy(update={"wording": content.wording.model_copy(update={"draft": "ENTWURF"})})
    other = pipeline.resolved(
        replace(pair.sources, content=replace(pair.sources.content, value=reworded)), "peel-or-laser", OVERDUE
    )

    assert (before.is_overdue, after.is_overdue) == (False, True)
    assert before.version_id == after.version_id == other.version_id


def test_the_usual_record_of_a_piece_tells_a_draft(pair: Press) -> None:
    """So that a machine need not read the page."""
    order = Order("peel", "handout", "letter", "print")
    now, late = (next(pipeline.make(pair.sources, (order,), day)) for day in (date(2026, 11, 22), OVERDUE))

    assert (now.is_draft, late.is_draft) == (False, True)
