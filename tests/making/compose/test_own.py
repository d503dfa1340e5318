"""What a clinic adds of its own: advice, prices and photographs, its numbers and places, and what it signs."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw

from brochures.making.compose import own
from brochures.making.compose.fineprint import approval_line, colophon
from brochures.making.compose.furniture import contact
from brochures.making.compose.parts import Parts
from brochures.making.compose.resolve import resolve
from brochures.model.blocks import Advice as AdviceBlock
from brochures.model.blocks import Photo as PhotoBlock
from brochures.model.brand import Picture
from brochures.model.brochure import Brochure
from brochures.model.clinic import Clinic
from brochures.model.furniture import Colophon, Contact
from brochures.model.words import Price, Product
from brochures.pipeline import Order
from brochures.reading.richtext import to_plain
from brochures.units import MM_PER_INCH
from tests.press import Press, Printed, place
from tests.structure import printed_words, tags

DAILY, LINE, CLOSED = "(555) 010-0142", "(555) 010-0199", "(555) 010-0170"
ALT = "A room with a chair by the window"
APPROVAL = {"subject": "peel", "role": "medical director", "date": "2026-11-22"}


def unbroken(number: str) -> str:
    """A number as it is printed: no line breaks it."""
    return number.replace(" ", "\u00a0")


def clinic(**fields: Any) -> Clinic:  # noqa: ANN401 - any field of a clinic
    """A clinic as its file gives it."""
    return Clinic.model_validate({"name": "Harbor Dermatology", **fields})


def brochure(press: Press, *pictures: Picture, **fields: Any) -> Brochure:  # noqa: ANN401 - any field of a clinic
    """The peel of a clinic with these fields."""
    return resolve(press.content, "peel", clinic(**fields), press.look, pictures, profile=place())


def advised(press: Press, **advice: Any) -> Parts:  # noqa: ANN401 - any field of an advice
    """The parts of a peel for which a clinic has this advice."""
    return Parts(brochure(press, words={"peel": {"advice": advice}}), full=True)


def advice_rows(press: Press, **advice: Any) -> dict[str, str]:  # noqa: ANN401 - any field of an advice
    """Label and words of each line of advice, as a reader sees them."""
    (block,) = own.advice(advised(press, **advice))
    assert isinstance(block, AdviceBlock)
    return {label: to_plain(text) for label, text in block.items}


def priced(press: Press, **price: Any) -> str:  # noqa: ANN401 - any field of a price
    """A price as a reader sees it."""
    return to_plain(own.price(brochure(press).wording, Price.model_validate(price)))


def picture(width: int, height: int) -> Picture:
    """A plain photograph."""
    target = io.BytesIO()
    Image.new("RGB", (width, height), (120, 150, 160)).save(target, "JPEG")
    return Picture("jpeg", target.getvalue(), width / height)


def pictured(press: Press, *pictures: Picture) -> Brochure:
    """A peel with these photographs."""
    rows = [
        {"file": f"room-{i}.jpg", "alt": f"{ALT} {i}", "consent": f"book {i}", "caption": f"Results vary {i}."}
        for i, _ in enumerate(pictures)
    ]
    return brochure(press, *pictures, words={"peel": {"photos": rows}})


def photo_sizes(press: Press, width_mm: float, *pictures: Picture) -> list[tuple[float, float]]:
    """Width and height of the photographs in millimetres."""
    blocks = own.photos(Parts(pictured(press, *pictures), full=True), width_mm)
    return [(block.width_mm, block.height_mm) for block in blocks if isinstance(block, PhotoBlock)]


def handout(press: Press, of: Brochure) -> Printed:
    """The finished handout."""
    return press.made(of, Order("peel", "handout", "letter", "print"))


def images_mm(pdf: bytes) -> Iterator[tuple[float, float]]:
    """Width and height of every picture of pixels in a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        for item in page.get_objects(max_depth=9, filter=[raw.FPDF_PAGEOBJ_IMAGE]):
            left, bottom, right, top = item.get_bounds()
            yield (right - left) / 72 * MM_PER_INCH, (top - bottom) / 72 * MM_PER_INCH
    document.close()


# Advice


def test_a_clinic_that_advises_nothing_has_no_heading_for_it(pair: Press) -> None:
    """Nor has one whose words say other things."""
    assert own.advice(Parts(pair.brochure("peel"), full=True)) == []
    assert own.advice(Parts(brochure(pair), full=True)) == []
    assert own.advice(advised(pair)) == []


def test_advice_stands_under_the_clinics_heading_a_line_for_each_kind(pair: Press) -> None:
    """In the order of a visit; what is not given is not mentioned."""
    rows = advice_rows(
        pair,
        appointment="About half an hour",
        before=["Wash your face", "Take off lenses"],
        aftercare=["Stay out of the sun for two weeks."],
        products=[{"name": "Glowpeel", "generic": "glycolic acid"}, {"name": "Calm™"}],
        price={"lowest": 120},
    )

    assert rows == {
        "Your visit": "About half an hour.",
        "Before": "Wash your face. Take off lenses.",
        "Afterwards": "Stay out of the sun for two weeks.",
        "Products we use": "Glowpeel® (glycolic acid), Calm™.",
        "Price": "from $120.",
    }
    assert list(rows) == ["Your visit", "Before", "Afterwards", "Products we use", "Price"]


def test_a_slot_in_advice_is_filled(pair: Press) -> None:
    """As everywhere else."""
    parts = Parts(
        brochure(pair, phone=DAILY, words={"peel": {"advice": {"aftercare": ["Call {clinic_phone} if it weeps"]}}}),
        full=True,
    )
    (block,) = own.advice(parts)

    assert isinstance(block, AdviceBlock)
    assert to_plain(block.items[0][1]) == f"Call {DAILY} if it weeps."


def test_a_products_name_is_printed_as_it_is_written(pair: Press) -> None:
    """Stars in it are no emphasis."""
    rows = advice_rows(pair, products=[{"name": "Peel*Plus* [1]", "mark": ""}])

    assert rows == {"Products we use": "Peel*Plus* [1]."}


@pytest.mark.parametrize(
    ("product", "printed"),
    [
        ({"name": "Botox"}, "Botox®"),
        ({"name": "Botox®"}, "Botox®"),
        ({"name": "Botox™"}, "Botox™"),
        ({"name": "Botox", "mark": "™"}, "Botox™"),
        ({"name": "Glycolic 30%", "mark": ""}, "Glycolic 30%"),
        ({"name": "Botox", "generic": "onabotulinumtoxinA"}, "Botox® (onabotulinumtoxinA)"),
    ],
)
def test_a_mark_stands_once_after_a_products_name(product: dict[str, str], printed: str) -> None:
    """However the name was written."""
    assert Product.model_validate(product).printed == printed


# Prices


@pytest.mark.parametrize(
    ("price", "printed"),
    [
        ({"lowest": 250}, "from $250"),
        ({"lowest": 250, "highest": 600}, "$250 to $600"),
        ({"lowest": 250, "highest": 250}, "$250"),
        ({"lowest": 1250.5, "highest": 100_000}, "$1,250.50 to $100,000"),
        ({"lowest": 250, "highest": 600, "per": "an area"}, "$250 to $600 an area"),
        ({"lowest": 90, "currency": "£"}, "from £90"),
        ({"lowest": 90, "highest": 120, "currency": "CHF"}, "CHF 90 to CHF 120"),
        ({"lowest": 0.5, "per": "a unit *now*"}, "from $0.50 a unit *now*"),
    ],
)
def test_a_price_is_told_in_words(pair: Press, price: dict[str, Any], printed: str) -> None:
    """From the least to the most, with its sign before each."""
    assert priced(pair, **price).replace("\u00a0", " ") == printed


def test_a_currency_of_letters_is_not_parted_from_its_amount(pair: Press) -> None:
    """Not even at the end of a line."""
    assert own.price(brochure(pair).wording, Price(lowest=90.0, currency="CHF")) == "from CHF\u00a090"


# Photographs


def test_a_photograph_takes_the_width_that_there_is(pair: Press) -> None:
    """And keeps its shape."""
    assert photo_sizes(pair, 85.0, picture(1200, 800)) == [(85.0, 56.67)]


def test_an_upright_photograph_is_less_wide(pair: Press) -> None:
    """Or it would fill the page."""
    ((width, height),) = photo_sizes(pair, 85.0, picture(800, 1200))

    assert height == pytest.approx(62, abs=0.05)
    assert width == pytest.approx(62 * 2 / 3, abs=0.05)


def test_photographs_keep_their_words_in_order(pair: Press) -> None:
    """What is shown in one is not said of the other; where the consent lies is said of none."""
    blocks = own.photos(Parts(pictured(pair, picture(1200, 800), picture(900, 900)), full=True), 80.0)

    assert [(b.alternative, b.caption) for b in blocks if isinstance(b, PhotoBlock)] == [
        (f"{ALT} 0", "Results vary 0."),
        (f"{ALT} 1", "Results vary 1."),
    ]
    assert "book" not in str(blocks)


def test_words_for_a_photograph_without_its_file_are_a_fault(pair: Press) -> None:
    """Of ours: the files are read with the words."""
    with pytest.raises(ValueError, match="zip"):
        own.photos(Parts(replace(pictured(pair, picture(900, 900)), photos=()), full=True), 80.0)


@pytest.fixture(scope="module")
def full_handout(pair: Press) -> Printed:
    """A handout with advice and two photographs."""
    of = brochure(
        pair,
        picture(1200, 800),
        picture(800, 1000),
        phone=DAILY,
        words={
            "peel": {
                "advice": {
                    "aftercare": ["Stay out of the sun for two weeks"],
                    "price": {"lowest": 120, "highest": 300},
                },
                "photos": [
                    {"file": "a.jpg", "alt": f"{ALT} one", "consent": "book 12", "caption": "Results vary, one."},
                    {"file": "b.jpg", "alt": f"{ALT} two", "consent": "book 13", "caption": "Results vary, two."},
                ],
            }
        },
    )
    return handout(pair, of)


def test_photographs_are_as_large_on_paper_as_they_were_meant(full_handout: Printed) -> None:
    """In millimetres, not squeezed and not stretched."""
    found = [size for size in images_mm(full_handout.pdf) if size[1] > 20]

    assert len(found) == 2
    assert sorted(round(width / height, 1) for width, height in found) == [0.8, 1.5]
    assert all(height <= 62.1 for width, height in found if width < height)


def test_photographs_are_read_aloud(full_handout: Printed) -> None:
    """By the words that were given for them."""
    told = [tag.alternative for tag in tags(full_handout.pdf) if tag.kind == "Figure"]

    assert f"{ALT} one" in told
    assert f"{ALT} two" in told


def test_the_finished_handout_has_the_clinics_words(full_handout: Printed) -> None:
    """Advice, price and captions; where the consent lies is not printed."""
    words = " ".join(printed_words(full_handout.pdf).split())

    assert "At our clinic" in words
    assert "Stay out of the sun for two weeks." in words
    assert "$120 to $300." in words
    assert "Results vary, one." in words
    assert "book 12" not in words


# What is signed


def test_an_approval_of_these_very_words_is_printed(pair: Press) -> None:
    """With its day and its role; a name only where it was given."""
    version = brochure(pair).version_id
    by_role = brochure(pair, approvals=[{**APPROVAL, "version": version}])
    by_name = brochure(pair, approvals=[{**APPROVAL, "version": version, "name": "Dana Reyes, MD"}])

    assert approval_line(by_role) == "Approved 2026-11-22 by medical director."
    assert approval_line(by_name) == "Approved 2026-11-22 by Dana Reyes, MD, medical director."


def test_an_invented_approval_is_printed_as_one(pair: Press) -> None:
    """An example is not to be taken for the word of a clinician."""
    version = brochure(pair).version_id
    line = approval_line(brochure(pair, approvals=[{**APPROVAL, "version": version, "example": True}]))

    assert line == "Approved 2026-11-22 by medical director (an invented example)."


@pytest.mark.parametrize(
    "approval",
    [
        {**APPROVAL, "version": "1.0-000000"},
        {**APPROVAL, "version": "9.9-000000"},
        {**APPROVAL, "subject": "laser"},
    ],
    ids=["other-words", "other-edition", "other-subject"],
)
def test_an_approval_of_other_words_does_not_count(pair: Press, approval: dict[str, str]) -> None:
    """Somebody read something else."""
    row = {"version": brochure(pair).version_id, **approval}

    assert approval_line(brochure(pair, approvals=[row])) == "Not yet approved by a clinician."


def test_an_approval_does_not_change_what_was_approved(pair: Press) -> None:
    """Or no version could ever be."""
    version = brochure(pair).version_id

    assert brochure(pair, approvals=[{**APPROVAL, "version": version}]).version_id == version


def test_of_several_approvals_the_latest_is_printed(pair: Press) -> None:
    """In whatever order they stand."""
    version = brochure(pair).version_id
    rows = [
        {**APPROVAL, "version": version, "date": "2026-11-23", "role": "second reader"},
        {**APPROVAL, "version": version},
    ]

    assert approval_line(brochure(pair, approvals=rows)) == "Approved 2026-11-23 by second reader."


def test_without_a_clinic_nobody_has_approved(pair: Press) -> None:
    """And it is said."""
    assert approval_line(pair.brochure("peel")) == "Not yet approved by a clinician."


# The fine print


def fine_print(press: Press, **fields: Any) -> list[str]:  # noqa: ANN401 - any field of a clinic
    """The lines of the colophon as a reader sees them, those of the content left out."""
    block = colophon(Parts(brochure(press, **fields), full=True))
    assert isinstance(block, Colophon)
    return [to_plain(line) for line in block.lines if "Medicines" not in line and "Report side" not in line]


def test_the_fine_print_has_what_the_clinic_owes(pair: Press) -> None:
    """Disclaimers, who answers for the treatment, licences and who paid; each a sentence."""
    lines = fine_print(
        pair,
        disclaimers=["We treat only after an examination", "No advice by mail."],
        responsible={"name": "Dana Reyes", "credentials": "MD"},
        licences=["ME 1234", "ME 5678"],
        funding="Printed at our own cost",
    )

    assert lines == [
        "We treat only after an examination.",
        "No advice by mail.",
        "Responsible clinician: Dana Reyes, MD.",
        "License: ME 1234, ME 5678.",
        "Funding: Printed at our own cost.",
    ]


def test_a_clinic_that_owes_nothing_prints_none_of_it(pair: Press) -> None:
    """No empty labels."""
    assert fine_print(pair) == []


def test_signs_in_the_fine_print_are_no_markup(pair: Press) -> None:
    """They are the clinic's own words."""
    assert fine_print(pair, disclaimers=["We *never* [sell] 2 < 3 _data_"]) == ["We *never* [sell] 2 < 3 _data_."]


# How to reach it


def reached(press: Press, **fields: Any) -> Contact:  # noqa: ANN401 - any field of a clinic
    """The contact block of a clinic with these fields."""
    block = contact(Parts(brochure(press, **fields), full=True), live=False)
    assert isinstance(block, Contact)
    return block


def test_every_number_says_when_it_answers(pair: Press) -> None:
    """A line for day and night is not one for when the clinic is closed."""
    both = reached(pair, phone=DAILY, emergency_line=LINE, after_hours=CLOSED)

    assert both.phone == DAILY
    assert both.phone_note == f"Urgent, day or night: {unbroken(LINE)}. When we are closed: {unbroken(CLOSED)}"
    assert reached(pair, phone=DAILY).phone_note == ""


def test_each_location_stands_with_its_own_lines(pair: Press) -> None:
    """In the order of the file; what one lacks is left out."""
    block = reached(
        pair,
        locations=[
            {
                "name": "North Side",
                "address": ["12 Harbor Street", "Portland"],
                "phone": DAILY,
                "emergency_line": LINE,
                "hours": [{"days": "Monday", "times": "8 to 5"}],
            },
            {"name": "South Side"},
        ],
    )

    north, south = block.places
    assert north.name == "North Side"
    assert north.lines == (
        "12 Harbor Street",
        "Portland",
        DAILY,
        f"Urgent, day or night: {unbroken(LINE)}",
        "Monday: 8 to 5",
    )
    assert (south.name, south.lines) == ("South Side", ())


def test_there_is_a_line_to_write_a_number_on_only_where_none_is_printed(pair: Press) -> None:
    """A location's number is one."""
    assert reached(pair).write_in == ("Telephone",)
    assert reached(pair, phone=DAILY).write_in == ()
    assert reached(pair, locations=[{"name": "North", "phone": DAILY}]).write_in == ()


def test_the_code_leads_to_booking_or_else_to_the_site(pair: Press) -> None:
    """And without either there is no code, and no words under it."""
    site, booking = "https://harbor.example/", "https://harbor.example/book"

    assert reached(pair, site=site, booking=booking).qr == booking
    assert reached(pair, site=site).qr == site
    assert reached(pair, site=site).site == "harbor.example"
    assert (reached(pair).qr, reached(pair).qr_caption) == ("", "")


def test_every_location_is_on_the_finished_handout(pair: Press) -> None:
    """With its number and its hours."""
    of = brochure(
        pair,
        phone=DAILY,
        locations=[
            {"name": "North Side", "address": ["12 Harbor Street"], "phone": LINE},
            {"name": "South Side", "phone": CLOSED, "hours": [{"days": "Friday", "times": "9 to 1"}]},
        ],
    )
    words = " ".join(printed_words(handout(pair, of).pdf).split())

    for told in ("North Side", "12 Harbor Street", LINE, "South Side", CLOSED, "Friday: 9 to 1", DAILY):
        assert told in words
