"""Waiting-room slides: one idea each, all large, and a picture of each beside the PDF."""

import io

import pytest
from PIL import Image

from brochures import shipped
from brochures.making.inspection import characters
from brochures.making.production import Production
from brochures.model.furniture import Urgent
from tests.press import Press, Printed

FINE = "end"


def slides(press: Press, subject: str) -> Printed:
    """The slides of a subject."""
    return press.piece(subject, "slide", "screen", "screen")


def test_a_topic_has_a_slide_for_each_idea(press: Press) -> None:
    """In the order in which they are shown."""
    names = [page.name for page in slides(press, "botox").pages.pages]

    assert names == ["cover", "short", "starts", "lasts", "where", "risks", "urgent-1", "choices", "end"]


def test_a_comparison_says_for_each_option_when_to_get_help(press: Press) -> None:
    """The signs of both on one slide would be too small for four metres."""
    piece = slides(press, "botox-vs-fillers")
    urgent = [
        p.block for page in piece.pages.pages for f in page.frames for p in f.placed if isinstance(p.block, Urgent)
    ]
    headings = [[group.heading for column in block.columns for group in column] for block in urgent]

    assert headings == [["After Botox: call 911"], ["After filler: call 911", "After filler: call us at once"]]
    assert piece.pdf


@pytest.mark.parametrize("subject", ["botox", "botox-vs-fillers"])
def test_only_fine_print_and_marks_in_drawings_are_smaller_than_24_pt(press: Press, subject: str) -> None:
    """Numbers on the face are repeated large in its legend."""
    piece = slides(press, subject)
    pages = piece.pages.pages
    large = {page.name for page in pages} - {FINE, "where"}
    small = [c for c in characters(piece.pdf) if c.text.isalnum() and c.size_pt < 23.9 and pages[c.page].name in large]

    assert {c.text for c in small} <= {"®"}


def test_colour_runs_to_the_edges(press: Press) -> None:
    """A screen has no margin that a printer cannot reach."""
    piece = slides(press, "botox")
    width, height = piece.pages.size_mm
    (cover,) = piece.pages.pages[0].fields

    assert width / height == pytest.approx(16 / 9)
    assert (cover.box.x, cover.box.y, cover.box.right, cover.box.bottom) == pytest.approx((0, 0, width, height))


def test_slides_of_a_clinic_carry_its_name_and_no_lines_to_write_on(harbor: Press, press: Press) -> None:
    """Nobody writes on a screen; who the clinic is stands on each."""
    named = [f.name for page in slides(harbor, "peel").pages.pages for f in page.frames if f.name.startswith("mark-")]

    assert len(named) == len(slides(harbor, "peel").pages.pages) - 1
    assert slides(harbor, "peel").pdf
    assert not [word for word in ("contact-write", "brand-write") if word in slides(press, "botox").html]


def test_the_least_topic_has_slides(small: Press) -> None:
    """No chart, no map: the ideas that are there."""
    assert slides(small, "peel").pdf


def test_each_slide_is_a_picture_beside_the_pdf(small: Press) -> None:
    """Screens that know no PDF show pictures of 1920 by 1080."""
    production = Production(small.look, shipped.styles(), shipped.templates())
    product = production.produce(small.brochure("peel"), "slide", "screen", "screen")
    assert product.document is not None

    assert [extra.ending for extra in product.extras] == [
        f"-{n}.png" for n in range(1, len(product.document.pages) + 1)
    ]
    assert {Image.open(io.BytesIO(extra.data)).size for extra in product.extras} == {(1920, 1080)}
