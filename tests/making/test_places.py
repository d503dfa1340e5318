"""Proof on paper: what a place forbids is in no file that is made for it, as another reader takes the words out."""

import io
import re

import pikepdf
import pypdfium2
import pytest

from brochures.making.compose.resolve import resolve
from brochures.model.formats import FormatName
from brochures.pipeline import Order
from tests.press import Press, Printed, place

MEDICINES = re.compile(
    r"botox|botulin|toxin|clostridium|dysport|azzalure|vistabel|hyaluronidase|lidocaine", re.IGNORECASE
)
FOREIGN = re.compile(r"911|MedWatch|Food and Drug|FDA")


def made(press: Press, subject: str, name: FormatName, profile: str) -> Printed:
    """The piece as it is printed in a place."""
    brochure = resolve(press.content, subject, None, press.look, profile=place(profile))
    return press.made(brochure, Order(subject, name, "a4", "print"))


def read(pdf: bytes) -> str:
    """All words of the pages, as PDFium takes them out, with words whole that a line's end parts."""
    file = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in file)
    return re.sub(r"[-\u00ad\ufffe\u0002]\s*\n\s*", "", text.replace("\r", "\n"))


def beside(pdf: bytes) -> str:
    """What the file says of itself, its bookmarks and alternatives among it."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return "\n".join(str(value) for held in file.objects if isinstance(held, pikepdf.Dictionary)
                         for value in held.values() if isinstance(value, pikepdf.String))  # fmt: skip


@pytest.mark.parametrize("name", ["trifold", "handout"])
def test_no_medicine_is_named_in_a_waiting_room_in_the_united_kingdom(press: Press, name: FormatName) -> None:
    """The piece on fillers is printed without them, and offers a consultation."""
    pdf = made(press, "fillers", name, "uk-waiting-room").pdf

    text = " ".join(read(pdf).split())
    assert MEDICINES.findall(text) == []
    assert MEDICINES.findall(beside(pdf)) == []
    assert "consultation for lines and wrinkles" in text
    assert "Call 999" in text


@pytest.mark.parametrize(
    ("subject", "name"), [("botox", "trifold"), ("botox", "handout"), ("botox-vs-fillers", "comparison")]
)
def test_no_advice_of_another_country_is_printed_in_the_united_kingdom(
    press: Press, subject: str, name: FormatName
) -> None:
    """The FDA stands among the sources only; the number is 999, the scheme the Yellow Card."""
    text = read(made(press, subject, name, "uk-post-consultation").pdf)

    told, found, after = text.partition("Sources.")
    assert found
    # What follows the sources in the file is the version, and the next frame.
    after = after.partition(f"{subject} 1.0")[2]
    assert FOREIGN.findall(told + after) == []
    assert "call 999" in told.lower() + after.lower()
    assert "yellowcard.mhra.gov.uk" in "".join((told + after).split())
    assert "Not for display." in " ".join((told + after).split())
