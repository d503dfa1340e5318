"""What a file says of itself, in which order it is read, and where its bookmarks lead."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest

from brochures.errors import StyleFault
from brochures.making.finishing import reading_order, unread
from brochures.making.inspection import is_accessible, is_archival
from brochures.making.reading_aloud import script
from brochures.model.document import Document
from brochures.model.formats import SCREEN
from tests.press import Press, Printed

Entry = tuple[int, str, int, float, float]
"""Level from 1, title, page from 0, and millimetres from the left and the top."""


@pytest.fixture(scope="module")
def folded(pair: Press) -> Printed:
    """A folded sheet, whose contact panel lies on the outside."""
    return pair.piece("peel", "trifold", "letter", "screen")


def finished(press: Press, piece: Printed, document: Document) -> bytes:
    """The pages of a piece, finished as this document is."""
    return press.typeset(piece.html, document).pdf


def entries(pdf: bytes, height_mm: float) -> list[Entry]:
    """The bookmarks, from the top."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}

        def below(record: pikepdf.Object, level: int) -> Iterator[Entry]:
            following = record.get("/First")
            while following is not None:
                page, _, left, bottom, _ = following.Dest
                x, y = float(left) * 25.4 / 72, height_mm - float(bottom) * 25.4 / 72
                yield level, str(following.Title), pages[page.objgen], x, y
                yield from below(following, level + 1)
                following = following.get("/Next")

        return list(below(file.Root.Outlines, 1))


def heard(pdf: bytes) -> list[str]:
    """The headings in the order in which they are read."""
    lines = [line.partition(": ")[2] for line in script(pdf) if line.startswith("Heading ")]
    return [re.sub(r"\[link to \S+: |\]", "", line) for line in lines]


def test_a_file_claims_what_it_is_in_words_that_need_no_unpacking(folded: Printed) -> None:
    """An archive looks for both claims without a PDF reader."""
    assert b'pdfaid:part="2"' in folded.pdf
    assert b'pdfaid:conformance="A"' in folded.pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in folded.pdf
    assert folded.pdf.count(b"<rdf:RDF") == 1


def test_the_contact_panel_of_a_folded_sheet_is_read_last(folded: Printed) -> None:
    """It lies on the outside, beside the cover."""
    order = reading_order(folded.pages)

    assert order[0] == "cover"
    assert order[-1] in ("back", "contact")
    assert sorted(order) == sorted(frame.name for page in folded.pages.pages for frame in page.frames)


def test_a_document_names_the_order_in_which_it_is_read(pair: Press, folded: Printed) -> None:
    """In the tags and in the bookmarks, over the bounds of pages; what it does not name comes after."""
    names = [frame.name for page in folded.pages.pages for frame in page.frames]
    turned = replace(folded.pages, reading=("inside-3", "cover"))
    pdf = finished(pair, folded, turned)
    titles = [title for _, title, *_ in entries(pdf, turned.size_mm[1])]

    assert reading_order(turned) == ("inside-3", "cover", *(n for n in names if n not in ("inside-3", "cover")))
    assert titles == heard(pdf)
    assert titles != heard(folded.pdf)
    assert sorted(titles) == sorted(heard(folded.pdf))
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert [str(part.T) for part in file.Root.StructTreeRoot.K[0].K][:2] == ["inside-3", "cover"]


def test_sections_that_are_not_there_are_told(pair: Press, folded: Printed) -> None:
    """A page of the clinic's own that drops them would be read in any order."""
    html = folded.html.replace('title="back"', "")

    with pytest.raises(StyleFault, match="back"):
        pair.typeset(html, folded.pages)


def test_bookmarks_are_the_headings_in_the_order_of_reading(folded: Printed) -> None:
    """Each once, none empty, the contact panel's last as it is read."""
    found = entries(folded.pdf, folded.pages.size_mm[1])
    titles = [title for _, title, *_ in found]

    assert titles == heard(folded.pdf)
    assert all(titles)
    assert "\u00a0" not in "".join(titles)
    assert [level for level, *_ in found].count(1) == 1


def test_bookmarks_lead_to_their_headings(folded: Printed) -> None:
    """To the frame in which each stands."""
    places = {}
    for number, page in enumerate(folded.pages.pages):
        for frame in page.frames:
            places[frame.name] = (number, frame.box)
    found = {title: (at, x, y) for _, title, at, x, y in entries(folded.pdf, folded.pages.size_mm[1])}
    at, x, y = found[folded.pages.title]
    number, box = places["cover"]

    assert at == number
    assert box.x - 1 < x < box.right
    assert box.y < y < box.bottom


def test_a_screen_shows_bookmarks_where_there_are_many_pages(pair: Press, folded: Printed) -> None:
    """Beside two pages they would only take room."""

    def mode(document: Document) -> object:
        with pikepdf.open(io.BytesIO(finished(pair, folded, document))) as pdf:
            return pdf.Root.get("/PageMode")

    empty = replace(folded.pages.pages[0], frames=())

    assert mode(folded.pages) is None
    assert mode(replace(folded.pages, pages=(*folded.pages.pages, empty))) == "/UseOutlines"
    assert mode(replace(folded.pages, pages=(*folded.pages.pages, empty), edition="print")) is None


def test_what_is_on_no_paper_asks_nothing_of_a_printer(pair: Press, folded: Printed) -> None:
    """Its title in the window is all."""
    with pikepdf.open(io.BytesIO(finished(pair, folded, replace(folded.pages, paper=SCREEN)))) as pdf:
        assert set(pdf.Root.ViewerPreferences) == {"/DisplayDocTitle"}


def test_what_has_one_side_is_not_turned(pair: Press) -> None:
    """A printer would feed the sheet again for nothing."""
    piece = pair.piece("peel-or-laser", "comparison")
    with pikepdf.open(io.BytesIO(piece.pdf)) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == "/Simplex"
        assert "/NumCopies" not in pdf.Root.ViewerPreferences


def test_the_version_is_heard_once(pair: Press) -> None:
    """At the foot of the last page, where nothing else tells it; the feet before it, and page numbers, never."""
    piece = pair.piece("peel", "handout", "letter", "screen")
    feet = [f.name for page in piece.pages.pages for f in page.frames if f.name.startswith("folio")]
    told = [line for line in script(piece.set_pages.pdf) if "sources checked" in line]

    assert unread(piece.pages) == set(feet[:-1])
    assert len(told) == 1
    assert "Page" not in told[0]


@pytest.mark.parametrize("edition", ["print", "screen"])
@pytest.mark.parametrize("name", ["trifold", "handout"])
def test_a_file_is_archival_and_accessible(harbor: Press, name: str, edition: str) -> None:
    """PDF/A-2a and PDF/UA-1 at once, with links and a code."""
    pdf = harbor.piece("peel", name, "a4", edition).set_pages.pdf  # type: ignore[arg-type] # the names of formats and editions

    assert is_accessible(pdf) == ()
    assert is_archival(pdf) == ()
