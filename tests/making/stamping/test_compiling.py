"""A slot is found exactly once, or the piece is not compiled; what the clinic's own pieces need."""

from dataclasses import replace

import pytest

from brochures.making.finishing import finish
from brochures.making.personal import filled, slots_of
from brochures.making.reading_aloud import script
from brochures.making.stamping.compiling import compile_program
from brochures.making.stamping.embedding import Embedded
from brochures.making.stamping.finding import SlotNotFound
from brochures.making.stamping.stamping import Stamped, Stamper
from brochures.model.merging import Values
from brochures.pipeline import Order
from tests.making.stamping.own import PLACES, SLOTS, Own, page, slot_html, unlike, words
from tests.press import Press

BEFORE = PLACES[0][0]
HEADING = f"{BEFORE}<h2>{slot_html(SLOTS[0])}</h2>"
SHOUTED = f"{BEFORE}<p>{slot_html(SLOTS[0], style='text-transform:uppercase')}</p>"
SPACED = f"{BEFORE}<p>{slot_html(SLOTS[0], style='letter-spacing:1pt')}</p>"
STRUCK = f"{BEFORE}<p>{slot_html(SLOTS[0], style='text-decoration:underline')}</p>"
BROKEN = f"{BEFORE}<p>{slot_html(SLOTS[0]).replace('&#160;', 'a<br>b')}</p>"
FADED = f'{BEFORE}<p style="opacity:.5">{slot_html(SLOTS[0])}</p>'


@pytest.mark.parametrize(
    ("instead", "why"),
    [
        (BEFORE, "0 times"),
        (HEADING, "heading"),
        (SHOUTED, "text-transform"),
        (SPACED, "letter-spacing"),
        (STRUCK, "undecorated"),
        (BROKEN, "2 runs"),
        (FADED, "not painted"),
    ],
)
def test_a_slot_that_cannot_be_filled_in_is_named(pair: Press, instead: str, why: str) -> None:
    """A value in the wrong place, or in a bookmark for all to see, is worse than none."""
    piece = pair.piece("peel", "trifold")
    html = piece.html.replace(BEFORE, instead, 1)

    with pytest.raises(SlotNotFound, match=f"slot recipient: .*{why}"):
        compile_program(html, SLOTS[:1], pair.typesetter, finish(piece.pages))


def test_a_glyph_counts_when_it_is_in_the_file() -> None:
    """Width, ink and meaning: without one of them a letter would be printed or read as nothing."""
    face = Embedded({1: 250, 2: 500, 3: 500, 4: 500}, {1: " ", 2: "a", 3: "b", 4: "Đ"}, frozenset({2, 4}))

    assert face.can_print(" ", 1)
    assert face.can_print("\u00a0", 1)
    assert face.can_print("a", 2)
    assert not face.can_print("b", 3)
    assert not face.can_print("c", 9)
    assert not face.can_print("Ð", 4)


def test_the_pieces_own_slots_are_stamped_as_laid_out(press: Press) -> None:
    """A shipped piece with its own block for a patient's data: all slots, each filled in."""
    values: Values = {
        "recipient": "Zoë O’Brien-Łukasz",
        "clinician": "Dr. Ann To, MD",
        "appointment": "Thursday, 3 December 2026, 2:30 PM",
        "phone": "(555) 010-0142",
        "line1": "Bring your list of medicines",
    }
    order = Order("botox", "trifold", "letter", "screen")
    document = press.made(replace(press.brochure("botox"), is_personal=True), order).pages
    slots = slots_of(document)
    program = compile_program(press.html(document), slots, press.typesetter, finish(document))
    made = Stamper(program).stamp({str(name): value for name, value in values.items()})
    full = press.typeset(press.html(filled(document, values)), document).pdf

    assert isinstance(made, Stamped)
    assert {head.name for head in program.slots} == {slot.name for slot in slots} >= values.keys()
    assert words(made.pdf) == words(full)
    assert script(made.pdf) == script(full)
    assert unlike(made.pdf, full) <= 0.001


def test_slots_may_be_open_or_filled_in_when_compiled(own: Own) -> None:
    """What stood in them leaves no trace."""
    html = page(own.press, {"recipient": "Somebody Else", "phone": "1"})
    finisher = finish(own.press.piece("peel", "trifold").pages)

    assert compile_program(html, SLOTS, own.press.typesetter, finisher) == own.program
