"""Blocked words are found wherever a finished file holds them, and nowhere else."""

from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from brochures.making import checks_terms
from brochures.model.document import Document, Forbidden
from tests.making.breaking import Bench


def blocking(bench: Bench, *terms: str) -> Document:
    """The good piece, in a place that blocks these words."""
    return replace(bench.good.pages, forbidden=(Forbidden(terms, "It is the law", "Nowhere"),))


def test_a_good_piece_holds_no_blocked_word(bench: Bench) -> None:
    """A part of a word is not a word."""
    assert bench.found(checks_terms.terms, document=blocking(bench, "botulinum", "eel")) == []


def test_a_blocked_word_on_a_page_withholds_the_piece(bench: Bench) -> None:
    """In any case, with the reason and the page; the other places of the file tell it too."""
    found = bench.found(checks_terms.terms, document=blocking(bench, "PEEL"))

    assert {finding.code for finding in found} == {"forbidden-term"}
    assert {"page 1 holds", "page 2 holds"} <= {finding.message[:12] for finding in found}
    assert found[0].hint == "It is the law"
    assert found[0].problem("peel").severity == "error"


@pytest.mark.parametrize(
    "words", ["<p>Zanti-wrinkles, zan­tox</p>", '<p style="width: 6mm">Zan&shy;tox</p>', "<p>A ZANTOX® day</p>"]
)
def test_a_word_that_a_line_end_parts_is_found(bench: Bench, words: str) -> None:
    """Soft hyphens hide nothing."""
    found = bench.found(checks_terms.terms, html=bench.with_words(words), document=blocking(bench, "zantox"))

    assert found


def titled(pdf: pikepdf.Pdf) -> None:
    """The word in the file's properties."""
    pdf.docinfo["/Keywords"] = "peels, Zantox"


def told(pdf: pikepdf.Pdf) -> None:
    """The word in what a listener hears of a drawing."""
    pdf.Root.StructTreeRoot["/Alt"] = "A face after Zantox"


def marked(pdf: pikepdf.Pdf) -> None:
    """The word in a bookmark."""
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Zantox", 0))


def linked(pdf: pikepdf.Pdf) -> None:
    """The word in an address, where it begins no word."""
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://myzantoxclinic.example"))
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[72, 700, 144, 720], A=action)
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])


def described(pdf: pikepdf.Pdf) -> None:
    """The word in the metadata."""
    with pdf.open_metadata() as data:
        data["dc:description"] = "All about Zantox"


@pytest.mark.parametrize("change", [titled, told, marked, linked, described])
def test_a_blocked_word_beside_the_pages_is_found(bench: Bench, change: Callable[[pikepdf.Pdf], None]) -> None:
    """What is not seen on paper is read by search engines and screen readers."""
    found = bench.found(checks_terms.terms, document=blocking(bench, "zantox"), typeset=bench.changed(change))

    assert {finding.code for finding in found} == {"forbidden-term"}
