"""Numbers that are dialled: on a screen only, as they are printed, and under words that say what they are."""

import re

import pytest

from brochures import shipped
from brochures.making.compose import dialling, furniture
from brochures.making.compose.parts import Parts
from brochures.making.markup import environment
from brochures.model.formats import FormatName
from brochures.model.furniture import Contact, Urgent
from tests.press import Press


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("(555) 010-0142", "tel:5550100142"),
        ("+44 20 7946 0000", "tel:+442079460000"),
        ("555.010.0142", "tel:5550100142"),
        ("0800\u00a0123", "tel:0800123"),
        ("911", "tel:911"),
        ("999 or 112", ""),
    ],
)
def test_a_number_is_dialled_as_it_is_printed(printed: str, address: str) -> None:
    """Digits and a plus alone; two numbers in one text would dial neither."""
    assert dialling.tel(printed) == address


def test_paper_has_nothing_to_touch(harbor: Press) -> None:
    """What is printed stays as it was."""
    parts = Parts(harbor.brochure("peel"), full=True)
    contact, urgent = furniture.contact(parts, live=False), furniture.urgent(parts, across=True)
    assert isinstance(contact, Contact)
    assert isinstance(urgent, Urgent)

    assert (contact.dial, urgent.dial) == ((), ())
    assert "tel:" not in harbor.piece("peel", "handout").html


@pytest.mark.parametrize(
    ("subject", "name"), [("peel", "handout"), ("peel", "trifold"), ("peel-or-laser", "comparison")]
)
def test_numbers_on_a_screen_are_links(harbor: Press, subject: str, name: FormatName) -> None:
    """In the red field the clinic's, and the emergency number under the words that say whom it calls."""
    html = harbor.piece(subject, name, edition="screen").html

    assert '<a href="tel:5550100143">(555) 010-0143</a>' in html
    assert re.search('<a href="tel:911">[Cc]all 911</a>', html)


def test_words_are_found_in_any_case_and_whole() -> None:
    """“call 911” within a heading is one link; digits within another number are none."""
    dialled = environment(shipped.templates()).filters["dial"]
    dial = (("Call 911", "tel:911"), ("911", "tel:911"))

    assert dialled("After it: call\u00a0911", dial) == 'After it: <a href="tel:911">call\u00a0911</a>'
    assert dialled("1911 & 911-0143", dial) == "1911 &amp; 911-0143"
