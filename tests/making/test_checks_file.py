"""The file as a whole: where its links lead, and how heavy it is."""

from dataclasses import replace

import pikepdf
import pytest

from brochures.making import checks_file
from brochures.making.findings import Finding
from brochures.making.typesetting import Typeset
from brochures.model.blocks import Photo
from brochures.model.document import Document, Placed
from tests.making.breaking import Bench


def linked(bench: Bench, target: str) -> Typeset:
    """The file with a link to this."""

    def add(pdf: pikepdf.Pdf) -> None:
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(target))
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[72, 700, 144, 720], A=action
        )
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])

    return bench.changed(add)


@pytest.mark.parametrize(
    ("target", "is_good"),
    [
        ("https://harbor.example/care?x=1#top", True),
        ("http://harbor.example", True),
        ("mailto:care@harbor.example", True),
        ("tel:+15550100142", True),
        ("", False),
        ("https://", False),
        ("https://harbor example/", False),
        ("harbor.example", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("mailto:", False),
        ("tel:call us", False),
        ("https://[", False),
    ],
)
def test_a_link_that_leads_nowhere_is_told(sheet: Bench, target: str, *, is_good: bool) -> None:
    """A reader can open pages, write mails and call; nothing else."""
    found = sheet.found(checks_file.notes, typeset=linked(sheet, target))

    assert [finding.code for finding in found] == ([] if is_good else ["bad-link"])


def test_the_place_of_a_link_is_told(sheet: Bench) -> None:
    """In millimetres from the top left, as everything else."""
    (found,) = sheet.found(checks_file.notes, typeset=linked(sheet, ""))

    assert found.spot
    assert (found.spot.page, found.spot.left_mm, found.spot.top_mm) == (1, 25.4, 25.4)


def test_a_file_for_the_press_has_no_notes(sheet: Bench) -> None:
    """Not even a good link."""
    press = replace(sheet.good.pages, edition="press")
    found = sheet.found(checks_file.notes, document=press, typeset=linked(sheet, "https://harbor.example"))

    assert [finding.code for finding in found] == ["annotation"]


def weighed(bench: Bench, document: Document, size: int) -> list[Finding]:
    """What is said of a file of so many bytes."""
    padded = replace(bench.good.set_pages, pdf=bench.good.pdf.ljust(size, b" "))
    return bench.found(checks_file.weight, document=document, typeset=padded)


def test_a_file_for_the_screen_that_is_too_heavy_is_told(sheet: Bench) -> None:
    """It is mailed; what is printed may be as heavy as it likes."""
    document = sheet.good.pages

    assert weighed(sheet, document, 299_000) == []
    assert [(f.code, f.severity) for f in weighed(sheet, document, 301_000)] == [("too-heavy", "error")]
    assert weighed(sheet, replace(document, edition="print"), 301_000) == []


def test_photographs_may_weigh_more(sheet: Bench) -> None:
    """From 2 MB on it is told, from 10 MB on refused."""
    document = sheet.good.pages
    photo = Placed(Photo(data="", alternative="Skin", caption="", width_mm=40, height_mm=30), 0.0)
    page, *pages = document.pages
    frame, *frames = page.frames
    with_photo = replace(frame, placed=(*frame.placed, photo))
    pictured = replace(document, pages=(replace(page, frames=(with_photo, *frames)), *pages))

    assert weighed(sheet, pictured, 1_900_000) == []
    assert [f.severity for f in weighed(sheet, pictured, 2_100_000)] == ["warning"]
    assert [f.severity for f in weighed(sheet, pictured, 10_100_000)] == ["error"]
