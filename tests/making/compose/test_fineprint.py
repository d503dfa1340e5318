"""The fine print and the foot of a page: whose they are, and what a clinic's own words owe."""

import pytest

from brochures.making.compose import fineprint, furniture, own
from brochures.making.compose.parts import Parts
from brochures.model.blocks import Advice
from brochures.model.furniture import Brand, Colophon, Urgent
from tests.press import PAIR, Press

CLINIC = """\
name: Harbor Dermatology and Skin Surgery of the North Shore
short_name: Harbor
after_hours: (555) 010-0143
locations:
  - {name: North, phone: (555) 010-0150}
  - {name: South, phone: (555) 010-0151}
words:
  peel:
    add_to: {who_should_not: ["you have a fever"]}
    advice: {price: {lowest: 90, per: a visit}, products: [{name: Clearpeel}]}
"""


@pytest.fixture(scope="module")
def harbor(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """A clinic with two places, a line for the night, and words of its own."""
    file = tmp_path_factory.mktemp("harbor") / "clinic.yaml"
    file.write_text(CLINIC, encoding="utf-8")
    return Press(PAIR, file)


def parts(press: Press, subject: str, *, full: bool = True) -> Parts:
    """The parts of one subject."""
    return Parts(press.brochure(subject), full=full)


def lines(press: Press, subject: str) -> tuple[str, ...]:
    """The lines of the fine print."""
    block = fineprint.colophon(parts(press, subject))
    assert isinstance(block, Colophon)
    return block.lines


def test_a_loose_page_says_whose_it_is_and_whom_to_call(harbor: Press) -> None:
    """The foot of each page begins with the clinic and its urgent number."""
    assert fineprint.folio_parts(parts(harbor, "peel"))[:2] == ("Harbor", "(555) 010-0150")


def test_without_a_clinic_the_foot_has_the_version_alone(pair: Press) -> None:
    """No empty places."""
    found = fineprint.folio_parts(parts(pair, "peel"))

    assert found[0].startswith("peel ")
    assert all(found)


def test_own_words_are_told_where_they_are_printed(harbor: Press, pair: Press) -> None:
    """Who reads it knows that not every word is the content's; where none is the clinic's, nothing is said."""
    told = "Some of these words are those of Harbor Dermatology and Skin Surgery of the North Shore."

    assert told in lines(harbor, "peel")
    assert told not in lines(harbor, "laser")
    assert not any("Some of these words" in line for line in lines(pair, "peel"))


def test_named_products_owe_a_line_on_trademarks(harbor: Press) -> None:
    """Only where a product is named."""
    assert "Product names are trademarks of their owners." in lines(harbor, "peel")
    assert "Product names are trademarks of their owners." not in lines(harbor, "laser")


def test_a_comparison_carries_what_the_clinic_says_of_each_option(harbor: Press) -> None:
    """The price belongs on the page where a patient chooses, under the option's name."""
    (block,) = own.advice(parts(harbor, "peel-or-laser", full=False))

    assert isinstance(block, Advice)
    assert len(block.items) == 1
    label, text = block.items[0]
    assert label == harbor.content.topics["peel"].names.short
    assert "Price: from $90 a visit." in text


def test_the_urgent_block_has_the_number_for_closed_hours(harbor: Press) -> None:
    """At night the everyday number rings in an empty room."""
    block = furniture.urgent(parts(harbor, "peel"), across=True)

    assert isinstance(block, Urgent)
    assert "When we are closed: (555)\u00a0010-0143." in block.note


def test_each_number_of_several_places_has_its_name(harbor: Press) -> None:
    """Two bare numbers leave a patient to guess."""
    block = furniture.brand(parts(harbor, "peel-or-laser"), on_dark=False, reachable=True)

    assert isinstance(block, Brand)
    assert block.numbers == ("North: (555)\u00a0010-0150", "South: (555)\u00a0010-0151")
