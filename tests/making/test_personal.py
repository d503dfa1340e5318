"""Personal pieces: slots where a patient's own data belongs, and nothing that moves when they are filled in."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from brochures.making.compose.fitting import plan_of
from brochures.making.compose.plan import Request
from brochures.making.personal import filled, slots_of
from brochures.model.blocks import Block
from brochures.model.document import Document
from brochures.model.formats import FORMATS, FormatName, PaperName
from brochures.model.furniture import Questions
from brochures.model.merging import FIELD_NAMES, Values
from brochures.model.personal_block import Personal
from brochures.orders import Order
from tests.press import Press, Printed
from tests.structure import printed_words

EXAMPLES = Path(__file__).parents[2] / "examples"
PERSONAL = {"trifold", "handout", "card", "phone"}
LEAST_PITCH_MM = 7.0
VALUES: Values = {
    "recipient": "Alexandra van der Linden",
    "clinician": "Dr. Jamie Ferncroft",
    "appointment": "Thursday, December 3, 2026",
    "location": "1208 Meadowbrook Avenue",
    "phone": "(503) 555-0142",
    "line1": "Please come early.",
}


def order(name: FormatName, subject: str = "botox", paper: PaperName = "letter") -> Order:
    """One piece of a format, on paper where it has any."""
    if "screen" in FORMATS[name].papers:
        return Order(subject, name, "screen", "screen")
    return Order(subject, name, paper, "print")


def blocks(document: Document) -> list[Block]:
    """Every block of a document."""
    return [placed.block for page in document.pages for frame in page.frames for placed in frame.placed]


def asked(press: Press, name: FormatName, *, is_personal: bool) -> list[Request]:
    """All that a plan wants to know the height of."""
    one = order(name)
    brochure = replace(press.brochure(one.subject), is_personal=is_personal)
    return list(plan_of(brochure, name, one.paper, one.edition).requests())


def made(press: Press, one: Order) -> Printed:
    """A personal piece, measured and set."""
    return press.made(replace(press.brochure(one.subject), is_personal=True), one)


@pytest.mark.parametrize("name", sorted(PERSONAL))
def test_four_formats_have_slots(press: Press, name: FormatName) -> None:
    """Each field at most once, each slot under its own name."""
    slots = slots_of(made(press, order(name)).pages)
    names = [slot.name for slot in slots]

    assert "recipient" in names
    assert len(set(names)) == len(names)
    assert all(slot.key == slot.name for slot in slots)
    if name != "card":
        assert set(names) == set(FIELD_NAMES)


@pytest.mark.parametrize("name", ["bifold", "rack-card", "zfold"])
def test_other_formats_stay_as_they_are(press: Press, name: FormatName) -> None:
    """They have nowhere to put one patient's data: whoever asks is told so before."""
    assert not FORMATS[name].has_slots
    assert asked(press, name, is_personal=True) == asked(press, name, is_personal=False)


def test_the_formats_say_so_themselves() -> None:
    """The row is the one truth about it."""
    assert {row.name for row in FORMATS.values() if row.has_slots} == PERSONAL


@pytest.mark.parametrize("name", sorted(PERSONAL))
def test_a_piece_for_everybody_has_no_slots(press: Press, name: FormatName) -> None:
    """And asks for no room for any."""
    usual = asked(press, name, is_personal=False)

    assert not any(isinstance(block, Personal) for block, _ in usual)
    assert any(isinstance(block, Personal) for block, _ in asked(press, name, is_personal=True))


def test_a_personal_piece_keeps_the_version(press: Press) -> None:
    """A clinician approves words; whom they are given to is no part of them."""
    brochure = press.brochure("botox")
    worded = brochure.wording.model_copy(update={"personal_title": "Something else"})

    assert replace(brochure, is_personal=True, wording=worded).version_id == brochure.version_id


@pytest.mark.parametrize("name", sorted(PERSONAL))
def test_filling_in_moves_nothing(press: Press, name: FormatName) -> None:
    """Every box is where it was, the values are read, and preflight finds nothing wrong, open and filled in."""
    opened = made(press, order(name))
    document = filled(opened.pages, VALUES)
    html = press.html(document)
    typeset = press.typeset(html, document)
    words = printed_words(typeset.pdf)

    assert not [problem for problem in opened.problems if problem.severity == "error"]
    assert typeset.anchors == opened.set_pages.anchors
    assert press.preflight(document, html, typeset) <= {problem.code for problem in opened.problems}
    assert all(slot.value in words for slot in slots_of(document))
    assert {slot.value for slot in slots_of(document)} >= {VALUES["recipient"], VALUES["clinician"]}


def test_an_open_slot_is_a_line_to_write_on(press: Press) -> None:
    """With room for handwriting above it, the same for each."""
    opened = made(press, order("handout")).set_pages
    boxes = [box for page in opened.anchors for name, box in page.items() if name.startswith("slot-")]
    left = sorted(box[1] for box in boxes if box[0] == min(b[0] for b in boxes))
    pitches = {round(b - a, 1) for a, b in pairwise(left)}

    assert len(boxes) == len(FIELD_NAMES)
    assert len(pitches) == 1
    assert min(pitches) >= LEAST_PITCH_MM


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize(
    ("subject", "name"),
    [("fillers", "handout"), ("fillers", "trifold"), ("botox-vs-fillers", "trifold"), ("fillers", "card")],
)
def test_shipped_subjects_have_room_for_all_slots(
    press: Press, subject: str, name: FormatName, paper: PaperName
) -> None:
    """On no more sheets than the piece for everybody; what gives way is a help, and no safety text."""
    found = made(press, order(name, subject, paper))
    usual = 2 if name == "handout" else FORMATS[name].pages[1]

    assert found.pdf
    assert len(found.pages.pages) <= usual
    assert name == "card" or len(slots_of(found.pages)) == len(FIELD_NAMES)


@pytest.mark.parametrize("clinic", ["alder-dermatology", "ferncroft-community"])
def test_full_back_panels_give_their_questions_away(clinic: str) -> None:
    """Who it is for, with whom, when and where has room on the back of every example's tri-fold."""
    found = made(Press(clinic_file=EXAMPLES / clinic / "clinic.yaml"), order("trifold"))

    assert found.pdf
    assert {"recipient", "clinician", "appointment", "location"} <= {slot.field for slot in slots_of(found.pages)}
    assert not any(isinstance(block, Questions) for block in blocks(found.pages))
