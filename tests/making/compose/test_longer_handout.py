"""A handout with much of a clinic's own takes a second sheet, and no more than that."""

from pathlib import Path

import pytest

from brochures.making.inspection import characters
from tests.press import PAIR, Press, Printed

SECTION = """\
      - title: "About number {number}"
        text:
{lines}
"""
LINE = '          - "We tell you what we see, we say what we would do, and we write it down for you to keep."\n'
CLINIC = """\
name: Harbor Dermatology
words:
  peel:
    add:
{sections}
"""


def printed(folder: Path, sections: int, lines: int) -> Printed:
    """The handout of a clinic that adds so many sections of so many lines."""
    file = folder / "clinic.yaml"
    added = "".join(SECTION.format(number=i, lines=LINE * lines) for i in range(sections))
    file.write_text(CLINIC.format(sections=added), encoding="utf-8")
    return Press(PAIR, file).piece("peel", "handout")


@pytest.fixture(scope="module")
def longer(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """A handout that does not fit on two pages."""
    return printed(tmp_path_factory.mktemp("longer"), sections=6, lines=12)


def test_a_clinics_words_may_take_a_third_page_in_usual_type(longer: Printed) -> None:
    """Nobody must choose between the clinic's advice and type that can be read."""
    document = longer.pages

    assert longer.problems == ()
    assert document.rung.name == "longer"
    assert document.rung.type_size == "normal"
    assert 3 <= len(document.pages) <= 4


def test_every_page_counts_all_pages(longer: Printed) -> None:
    """A sheet that was lost is missed."""
    count = len(longer.pages.pages)
    words = "".join(c.text for c in characters(longer.pdf))

    assert all(f"Page {number} of {count}" in words for number in range(1, count + 1))


def test_the_first_page_keeps_what_comes_first(longer: Printed) -> None:
    """Risks and urgent signs do not move to the back because the clinic has much to say."""
    first = {placed.block.component for frame in longer.pages.pages[0].frames for placed in frame.placed}

    assert {"callout", "urgent"} <= first


def test_only_the_last_page_has_the_contact(longer: Printed) -> None:
    """The clinic stands at the end, once."""
    holding = [page.name for page in longer.pages.pages for frame in page.frames if frame.name == "contact"]

    assert holding == [longer.pages.pages[-1].name]


def test_a_book_is_refused_with_what_is_longest(tmp_path: Path) -> None:
    """Four pages are two sheets; beyond that it is no handout."""
    refused = printed(tmp_path, sections=6, lines=60)

    assert refused.typeset is None
    assert {problem.code for problem in refused.problems} == {"too-long"}
    assert "About number" in refused.problems[0].message
