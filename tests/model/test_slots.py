"""Words in braces: which there are, and how they are filled."""

import pytest

from brochures.model.slots import SLOTS, fill, unknown_slots
from brochures.reading.richtext import to_html, to_plain


def test_every_slot_is_explained() -> None:
    """The words go into messages for authors."""
    assert all(meaning for meaning in SLOTS.values())


def test_slots_are_filled_wherever_they_stand() -> None:
    """At both ends, twice, and next to signs."""
    values = {"regulator": "FDA", "emergency_number": "911"}

    assert fill("{regulator}: call {emergency_number}, {regulator}", values) == "FDA: call 911, FDA"


def test_unknown_names_are_told_in_order() -> None:
    """So that each can be pointed at."""
    assert unknown_slots("{a} {regulator} {b} {}") == ["a", "b", ""]


def test_what_has_no_value_stays_as_it_was() -> None:
    """A slot that nobody fills is seen, not swallowed."""
    assert fill("{regulator} {other}", {"regulator": "FDA"}) == "FDA {other}"


def test_a_text_without_slots_is_the_same_text() -> None:
    """Nothing is touched that was not asked for."""
    text = r"One *two* **three** [four](https://example.org) \* 1 < 2"

    assert fill(text, {"regulator": "FDA"}) == text


@pytest.mark.parametrize(
    "value",
    ["A*B*", "[Harbor](https://example.org)", "_Harbor_", "`Harbor`", r"Har\bor", "<b>Harbor</b>", "Harbor & Sons"],
)
def test_a_value_is_printed_as_its_owner_writes_it(value: str) -> None:
    """A clinic's name is words: no mark in it makes bold, a link or markup."""
    filled = fill("{clinic_name}", {"clinic_name": value})

    assert to_plain(filled) == value
    assert "<" not in to_html(filled)


def test_a_value_is_not_filled_again() -> None:
    """A clinic called after a slot keeps its name."""
    assert fill("{clinic_name}", {"clinic_name": "{regulator}", "regulator": "FDA"}) == "{regulator}"
