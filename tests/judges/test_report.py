"""The report on any PDF: what it claims, what judges say, what it holds; and files that cannot be read."""

import io
import random
from collections.abc import Iterator

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Stream

from brochures.making import verapdf
from brochures.making.report import inspect
from brochures.making.report_reading import legibility
from tests.judges.broken import painted, root, xmp
from tests.judges.good import WORDS, saved, set_in_type

PALE = (
    '<!doctype html><html lang="en-US"><head><title>Pale</title><style>@font-face { font-family: T; '
    "src: url(ClearText-400.ttf) } html { font: 12pt T } .field { background: #555; padding: 5mm }</style></head><body>"
)


@pytest.fixture(autouse=True)
def without_java(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What veraPDF says has a module of its own."""
    with monkeypatch.context() as patch:
        patch.setattr(verapdf, "available", lambda: "veraPDF is not asked in this test")
        yield


def test_a_tagged_file_is_told_in_full(tagged: bytes) -> None:
    """Each part with what was put into it."""
    report = inspect(tagged, "laser.pdf")

    assert (report.trouble, report.notes, report.passes) == ("", (), True)
    assert report.claims == ("PDF/A-2a", "PDF/UA-1")
    assert {(v.judge, v.standard, v.passed) for v in report.verdicts} == {
        ("veraPDF", "PDF/UA-1", None),
        ("page-validation", "PDF/UA-1", True),
        ("veraPDF", "PDF/A-2a", None),
        ("page-validation", "PDF/A-2a", True),
    }
    assert [(row.first, row.last, row.media_mm) for row in report.pages] == [(1, 1, (90.0, 120.0))]
    assert [(font.name, font.kind, font.is_embedded, font.is_subset) for font in report.fonts] == [
        ("T", "TrueType", True, True)
    ]
    assert report.structure
    assert (report.structure.language, report.structure.title, report.structure.bookmarks) == ("en-US", "Laser", 3)
    assert (report.structure.tags["H1"], report.structure.tags["TH"], report.structure.tags["Figure"]) == (1, 3, 1)
    assert [(link.target, link.pages) for link in report.links] == [("https://example.org/laser", (1,))]
    assert report.legibility
    assert (report.legibility.least_pt, report.legibility.below, report.legibility.unseen) == (11.0, 0, 0)
    assert report.legibility.x_height_mm == pytest.approx(1.9, abs=0.1)


def test_a_press_file_is_told_in_full(inked: bytes) -> None:
    """Trim, bleed, inks and pictures; what is for a press has no tags, and nobody asks for them."""
    report = inspect(inked, "press.pdf")

    assert (report.claims, report.passes) == (("PDF/X-4",), True)
    assert ("our subset of PDF/X-4", True) in {(v.judge, v.passed) for v in report.verdicts}
    assert {v.standard for v in report.verdicts} == {"PDF/X-4"}
    (row,) = report.pages
    assert (row.media_mm, row.trim_mm, row.bleed_mm) == ((120.0, 80.0), (112.0, 72.0), 3.0)
    assert [(row.name, row.most_ink_percent) for row in report.colours] == [("CMYK", 130)]
    assert [(row.width_px, row.ppi, row.colours) for row in report.pictures] == [(100, 300, "CMYK")]


def test_a_claim_that_is_not_kept_fails(tagged: bytes) -> None:
    """The same fault without the claim does not."""
    with pikepdf.open(io.BytesIO(tagged)) as file:
        root(Lang=None)(file)
        claimed = saved(file)
        xmp(b"pdfuaid:part>1<", b"pdfuaid:rev>1<")(file)
        xmp(b'conformance="A"', b'conformance="B"')(file)
        unclaimed = saved(file)

    assert not inspect(claimed, "a.pdf").passes
    assert "PDF/UA-1" not in inspect(unclaimed, "b.pdf").claims
    assert all(v.standard != "PDF/UA-1" or v.passed is not True for v in inspect(unclaimed, "b.pdf").verdicts)


def test_pale_words_are_found_on_the_ground_they_stand_on() -> None:
    """Grey is fine on white and lost on grey: the colour alone says nothing."""
    on_white = legibility(set_in_type(f'{PALE}<p style="color: #666">Call us</p>'))
    on_grey = legibility(set_in_type(f'{PALE}<p class="field" style="color: #888">Call us</p>'))

    assert (on_white.below, on_grey.below) == (0, 1)
    assert on_white.places[0].ratio == pytest.approx(5.74, abs=0.05)
    assert on_grey.places[0].ratio == pytest.approx(2.1, abs=0.1)
    assert (on_grey.places[0].words, on_grey.places[0].page, on_grey.places[0].least) == ("Call us", 1, 4.5)


def test_transparent_and_covered_words_are_found(tagged: bytes) -> None:
    """Black letters of which a tenth is painted, and letters under a field."""
    faint = legibility(set_in_type(f'{PALE}<p style="color: rgba(0, 0, 0, 0.3)">Call us</p>'))
    with pikepdf.open(io.BytesIO(tagged)) as file:
        painted(b"/Artifact BMC 1 g 0 0 999 999 re f EMC")(file)
        covered = legibility(saved(file))

    assert (faint.below, faint.places[0].ratio < 3) == (1, True)
    assert covered.unseen == covered.looked_at > 0


def test_large_type_may_be_paler() -> None:
    """3:1 from 18 points on, as WCAG has it."""
    large = legibility(set_in_type(f'{PALE}<p style="font-size: 20pt; color: #888">Call us</p>'))

    assert (large.below, large.places[0].least) == (0, 3.0)


def test_a_turned_page_is_read_all_the_same(tagged: bytes) -> None:
    """Scanners and printers turn pages; words stay where they are."""
    with pikepdf.open(io.BytesIO(tagged)) as file:
        file.pages[0].obj.Rotate = 90
        turned = legibility(saved(file))

    assert turned.places == legibility(tagged).places


@pytest.mark.parametrize(
    ("pdf", "told"),
    [
        (b"", "the file is empty"),
        (b"GIF89a", "this is no PDF file"),
        (b"%PDF-1.7\nnothing more", "the file is damaged and cannot be read: unable to find trailer dictionary"),
    ],
)
def test_what_cannot_be_read_is_one_line(pdf: bytes, told: str) -> None:
    """And fails."""
    report = inspect(pdf, "x.pdf")

    assert report.trouble.startswith(told)
    assert "\n" not in report.trouble
    assert "<" not in report.trouble
    assert not report.passes


def test_locked_files_say_so(tagged: bytes) -> None:
    """With a password to open there is nothing to see; with one to change, all but the claim of PDF/A."""
    with pikepdf.open(io.BytesIO(tagged)) as file:
        closed = saved(file, encryption=pikepdf.Encryption(owner="o", user="u", R=6))
        barred = saved(file, encryption=pikepdf.Encryption(owner="o", user="", R=6))

    assert inspect(closed, "x.pdf").trouble.startswith("the file is locked with a password")
    report = inspect(barred, "x.pdf")
    assert (report.trouble, report.encryption) == ("", "256 bits (R6), opens without a password")
    assert {v.standard for v in report.verdicts if v.passed is False} >= {"PDF/A-2a"}
    assert report.legibility
    assert report.legibility.least_pt == 11.0


def test_no_damage_ends_in_a_traceback(tagged: bytes) -> None:
    """Bytes changed at random: every file is told, whole or in trouble."""
    chance = random.Random(7)  # noqa: S311 - the same damage each time
    told = set()
    for _ in range(40):
        pdf = bytearray(tagged)
        for _ in range(chance.choice((1, 5, 40))):
            pdf[chance.randrange(len(pdf))] = chance.randrange(256)
        report = inspect(bytes(pdf[: chance.choice((len(pdf), len(pdf) // 2))]), "x.pdf")
        told.add(bool(report.trouble))

        assert report.trouble or report.pages

    assert told == {True, False}


def test_strange_parts_are_noted_and_the_rest_is_told(tagged: bytes) -> None:
    """A link that is no link, a font that is a number: not ours, and still worth a look."""
    with pikepdf.open(io.BytesIO(tagged)) as file:
        file.pages[0].obj.Annots = pikepdf.Array([5])
        report = inspect(saved(file), "x.pdf")

    assert any(note.startswith("the links could not be looked at: ") for note in report.notes)
    assert report.fonts


def test_forms_that_hold_themselves_come_to_an_end(tagged: bytes) -> None:
    """Whoever sends a file may mean harm."""
    with pikepdf.open(io.BytesIO(tagged)) as file:
        loop = file.make_indirect(Stream(file, b"/Me Do /Me Do", Type=Name.XObject, Subtype=Name.Form))
        loop.BBox = pikepdf.Array([0, 0, 9, 9])
        loop.Resources = Dictionary(XObject=Dictionary(Me=loop))
        file.pages[0].add_resource(loop, Name.XObject, Name.Me)
        file.pages[0].contents_add(b"/Me Do")
        report = inspect(saved(file), "x.pdf")

    assert report.trouble == ""


def test_the_words_of_the_good_file_are_ours() -> None:
    """What the other tests count stands in it."""
    assert WORDS.count("<th ") == 3
