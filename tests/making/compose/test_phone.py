"""A telephone's pages: all that the usual piece says, help early, and numbers and addresses to touch."""

import io
import re
from collections import defaultdict

import pikepdf
import pytest

from brochures.making.compose import one_column_words as column
from brochures.making.compose.fitting import fit, plan_of
from brochures.making.compose.plan import Request
from brochures.making.inspection import characters
from brochures.model.content import Source
from brochures.model.document import LARGE_PT, Document
from brochures.model.formats import FormatName
from brochures.units import mm_from_pt
from tests.making.compose.test_large import page_numbers, words
from tests.press import Press, Printed

LEAST_TOUCH_MM = 44 * 90 / 390
"""44 px of a screen that is 390 px wide, where the page fills it."""
each_size = pytest.mark.parametrize("large", [False, True])


def phone(press: Press, subject: str, *, large: bool = False) -> Printed:
    """The subject for a telephone."""
    return press.piece(subject, "phone", "screen", "screen", large=large)


def links(pdf: bytes) -> list[tuple[str, str, float]]:
    """Address, what is heard, and height in millimetres of every link."""
    with pikepdf.open(io.BytesIO(pdf)) as read:
        found = [annotation for page in read.pages for annotation in page.get("/Annots", [])]
        boxes = [[float(edge) for edge in annotation.Rect] for annotation in found]
        return [
            (str(a.A.URI), str(a.Contents), mm_from_pt(abs(box[3] - box[1])))
            for a, box in zip(found, boxes, strict=True)
        ]


@pytest.mark.parametrize(
    ("subject", "usual", "large"), [("botox", "handout", False), ("botox-vs-fillers", "comparison", True)]
)
def test_what_ships_is_made_for_a_telephone(press: Press, subject: str, usual: FormatName, large: bool) -> None:  # noqa: FBT001 - a parameter
    """On pages of 9 to 16, with every word of the usual piece; a table's corner and lines to write on are for paper."""
    piece = phone(press, subject, large=large)
    wording = press.brochure(subject).wording
    said = words(press.piece(subject, usual).html)
    spared = set(re.findall(r"\w+", f"{wording.question} {wording.notes} {wording.write_name} {wording.write_phone}"))

    assert [problem for problem in piece.problems if problem.severity == "error"] == []
    assert piece.pages.size_mm == (90.0, 160.0)
    assert (
        said - words(piece.html) - spared - page_numbers(said) - {wording.page, wording.page_of, wording.bars} == set()
    )


@pytest.mark.parametrize(
    ("subject", "usual", "large"),
    [("peel", "handout", False), ("laser", "handout", True), ("peel-or-laser", "comparison", False)],
)
def test_a_clinic_is_reached_by_touch(harbor: Press, subject: str, usual: FormatName, large: bool) -> None:  # noqa: FBT001 - a parameter
    """Each number dials, each address opens, each is heard as its words and large enough for a thumb."""
    found = links(phone(harbor, subject, large=large).pdf)
    addresses = {address for address, _, _ in found}

    assert {
        "tel:5550100142",
        "tel:5550100143",
        "https://harbor.example/care",
        "https://harbor.example/book",
    } <= addresses
    assert ("tel:911" in addresses) == ("911" in harbor.piece(subject, usual).html)
    assert {heard for address, heard, _ in found if address == "https://harbor.example/book"} == {"Book a visit"}
    assert not [heard for _, heard, _ in found if heard.startswith(("tel:", "http"))]
    assert min(height for *_, height in found) >= LEAST_TOUCH_MM


def test_nobody_scans_their_own_telephone(harbor: Press) -> None:
    """Without a clinic there are no lines to write on either."""
    assert "contact-qr" not in phone(harbor, "peel").html
    assert "contact-write" not in phone(harbor, "peel").html
    assert "brand-write" not in phone(Press(harbor.content_file), "peel").html


@each_size
def test_help_is_the_second_page_and_the_version_the_last(harbor: Press, large: bool) -> None:  # noqa: FBT001 - a parameter
    """Red from edge to edge."""
    pages = phone(harbor, "peel", large=large).pages.pages
    (red,) = pages[1].fields
    ending = pages[-1].frames[-1].placed[-1].block

    assert (red.role, red.box.width, red.box.height) == ("urgent", 90.0, 160.0)
    assert getattr(ending, "version", ())
    assert "urgent" not in {field.role for page in pages[3:] for field in page.fields}


def test_large_print_is_large(harbor: Press) -> None:
    """Every letter, the last line too."""
    assert min(c.size_pt for c in characters(phone(harbor, "peel", large=True).pdf)) >= LARGE_PT


@each_size
def test_no_page_before_the_last_is_nearly_empty(press: Press, large: bool) -> None:  # noqa: FBT001 - a parameter
    """A swipe brings a third of a page or more."""
    piece = phone(press, "botox-vs-fillers", large=large)
    lowest: dict[int, float] = defaultdict(float)
    for letter in characters(piece.pdf):
        lowest[letter.page] = max(lowest[letter.page], letter.bottom)

    assert min(lowest[page] for page in range(len(piece.pages.pages) - 1)) > piece.pages.size_mm[1] / 3.5


def test_signs_that_one_page_cannot_hold_go_on_overleaf(pair: Press) -> None:
    """Parted by whom to call; the number stands with signs, at the foot of the last red page."""

    def high(_name: str, _size: str, requests: list[Request]) -> tuple[float, ...]:
        counts = [sum(len(c) for c in getattr(block, "columns", ())) for block, _ in requests]
        return tuple(60.0 * count if count else 30.0 for count in counts)

    plan = plan_of(pair.brochure("peel-or-laser"), "phone", "screen", "screen")
    found = fit(plan, high)
    assert isinstance(found, Document)
    red = [page for page in found.pages if page.fields and page.fields[0].role == "urgent"]

    assert len(red) > 1
    assert len(red[-1].frames[0].placed) > 1
    last = red[-1].frames[0]
    assert sum(p.gap_mm for p in last.placed) + 60.0 * (len(last.placed) - 1) + 30.0 == pytest.approx(last.box.height)


def test_a_block_higher_than_a_page_is_told(pair: Press) -> None:
    """By its heading."""

    def high(_name: str, _size: str, requests: list[Request]) -> tuple[float, ...]:
        return tuple(300.0 if block.component == "callout" else 20.0 for block, _ in requests)

    found = fit(plan_of(pair.brochure("peel"), "phone", "screen", "screen"), high)

    assert not isinstance(found, Document)
    assert found[0].code == "too-long"


def test_a_source_leads_to_itself_or_nowhere() -> None:
    """A copy on someone else's pages is named and not linked; a part of an address leads nowhere."""
    source = Source(body="FDA", title="Label", address="https://fda.example/label", read_as="original")

    assert column.address(source) == "https://fda.example/label"
    assert column.address(source.model_copy(update={"read_as": "copy"})) == ""
    assert column.address(source.model_copy(update={"address": "https://fda.example/.../label"})) == ""
    assert column.address(source.model_copy(update={"address": "a text file"})) == ""


def test_sources_are_read_once_and_linked_by_their_words(press: Press) -> None:
    """Body and title are what is touched."""
    found = {heard: address for address, heard, _ in links(phone(press, "botox").pdf)}

    assert found["CDC: Botulinum toxin injections"].startswith("https://www.cdc.gov/")
    assert not [heard for heard in found if heard.startswith("Allergan")]
