"""The press edition: what a print shop would measure in the file, measured in the file."""

import io
import re
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import page as judge
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from brochures import pipeline, shipped
from brochures.making import x4
from brochures.making.compose.fitting import fit, plan_of
from brochures.making.compose.resolve import resolve
from brochures.making.inspection import characters
from brochures.making.press.drawing import imperial, metric
from brochures.making.press.inks import Inks
from brochures.making.press.marks import MARK_AWAY_MM
from brochures.making.press.pressing import inks_for
from brochures.making.press.proof import Seen, look, press_problems
from brochures.model.document import Document
from brochures.model.formats import SLUG_MM, FormatName, PaperName
from brochures.model.press import PressShop, Stock
from brochures.model.themes import ThemeName
from brochures.pipeline import Order, Piece, Selection, Sources
from brochures.reading.profiles import press_for
from brochures.units import mm_from_pt, pt_from_mm
from tests.press import PAIR, TODAY

CLINIC = """\
name: Harbor Dermatology
address: [12 Harbor Street, "Portland, ME 04101"]
phone: (555) 010-0142
booking: https://harbor.example/book
brand: {color: {primary: "#0b6e6e"}, logo: logo.png}
press: {stock: uncoated, weight_gsm: 170}
"""
DOTS = 200
FOLDS_MM = {"letter": ((92.075, 185.7375), (93.6625, 187.325)), "a4": ((97.0, 197.0), (100.0, 200.0))}
"""On the outside and on the inside, from the left: the trade's roll fold, whose narrowest panel is folded in."""
TRAPPED = {
    "PDFA2B-XMP-PREDEFINED-PROPERTY-001",
    "PDFA2B-XMP-PREDEFINED-VALUE-TYPE-001",
    "PDFA2B-XMP-PROPERTY-DEFINITION-001",
}
BLEED_MM = {"letter": 3.175, "a4": 3.0}


@dataclass(frozen=True)
class Made:
    """A press piece with what it was made of."""

    piece: Piece
    sources: Sources

    @property
    def pdf(self) -> bytes:
        """The file; a withheld piece fails the test that asks for it."""
        assert self.piece.pdf, self.piece.problems
        return self.piece.pdf

    @property
    def ticket(self) -> bytes:
        """The page beside it."""
        (extra,) = self.piece.extras
        assert extra.ending == "-ticket.pdf"
        return extra.data

    @property
    def paper(self) -> PaperName:
        """The family of its paper."""
        return self.piece.order.paper

    def inks(self) -> Inks:
        """What it was separated with."""
        clinic, paper = self.sources.clinic, self.paper
        shop = clinic.press if clinic else None
        return inks_for(press_for(shop, None, paper, shipped.styles()), self.sources.look.palette)


def make(
    name: FormatName,
    paper: PaperName,
    theme: ThemeName,
    clinic: Path | None = None,
) -> Made:
    """The small topic, in the way of the pipeline."""
    sources = pipeline.read(Selection(content=PAIR, clinic=clinic, theme=theme))
    (piece,) = pipeline.make(sources, (Order("peel", name, paper, "press"),), TODAY)
    return Made(piece, sources)


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clinic with a logo of pixels, half of it transparent."""
    folder = tmp_path_factory.mktemp("clinic")
    logo = Image.new("RGBA", (900, 400), (0, 0, 0, 0))
    ImageDraw.Draw(logo).rectangle((0, 0, 880, 380), fill=(11, 110, 110, 255))
    ImageDraw.Draw(logo).rectangle((300, 100, 500, 300), fill=(250, 200, 40, 128))
    logo.save(folder / "logo.png")
    (folder / "clinic.yaml").write_text(CLINIC, encoding="utf-8")
    return folder / "clinic.yaml"


@pytest.fixture(scope="module")
def letter(clinic: Path) -> Made:
    """A tri-fold on letter paper, uncoated, with a logo of pixels."""
    return make("trifold", "letter", "clear", clinic)


@pytest.fixture(scope="module")
def a4() -> Made:
    """A tri-fold on A4, coated, whose panels are all coloured and whose art reaches three edges."""
    return make("trifold", "a4", "editorial")


@pytest.fixture(scope="module")
def handout() -> Made:
    """A handout with colour across its width in the flow of its text."""
    return make("handout", "a4", "bold")


@pytest.fixture(params=["letter", "a4", "handout"])
def made(request: pytest.FixtureRequest) -> Made:
    """Each of them."""
    found: Made = request.getfixturevalue(request.param)
    return found


def pictures(pdf: bytes) -> list[Image.Image]:
    """The whole sheets, slug and all, at 200 dots an inch."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=DOTS / 72).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def dots(length_mm: float) -> int:
    """A length on those pictures."""
    return round(length_mm / 25.4 * DOTS)


def box(page: pikepdf.Page, name: str) -> list[float]:
    """A box in millimetres."""
    return [mm_from_pt(float(edge)) for edge in page.obj[name]]


def streams(pdf: bytes) -> list[Any]:
    """Every stream of the file."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return [(thing.stream_dict, thing.read_bytes()) for thing in file.objects if isinstance(thing, pikepdf.Stream)]


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_marks_stand_at_the_folds_of_a_roll_fold(paper: str, request: pytest.FixtureRequest) -> None:
    """A fold half a millimetre off shows a stripe of the next panel; the dashed marks are read from the file."""
    made: Made = request.getfixturevalue(paper)
    with pikepdf.open(io.BytesIO(made.pdf)) as file:
        found = []
        for page in file.pages:
            dashed = page.Contents.read_bytes().decode("latin-1").rpartition(" d ")[2]
            marks = re.findall(r"([0-9.]+) ([0-9.]+) m \1 ([0-9.]+) l S", dashed)
            left, _, _, top = box(page, "/TrimBox")
            above = [mm_from_pt(float(x)) - left for x, y, _ in marks if mm_from_pt(float(y)) > top]
            assert len(marks) == 2 * len(above)
            found.append(above)

    for side, folds in zip(found, FOLDS_MM[paper], strict=True):
        assert side == pytest.approx(list(folds), abs=0.1)


def test_colours_meet_at_the_folds(a4: Made) -> None:
    """Marks alone prove nothing: the fields that stand on the panels begin and end there too."""
    outside = pictures(a4.pdf)[0]
    row = dots(SLUG_MM + 200)
    for fold in FOLDS_MM["a4"][0]:
        at = (SLUG_MM + fold) / 25.4 * DOTS
        shades = [outside.getpixel((round(at) + step, row)) for step in range(-8, 9)]
        changes = [step for step, (a, b) in zip(range(-7, 9), pairwise(shades), strict=True) if a != b]

        assert changes
        assert all(abs(round(at) + step - at) <= 0.2 / 25.4 * DOTS for step in changes)


def test_boxes_are_exact_and_nested(made: Made) -> None:
    """The shop's imposition goes by them: trim in the middle of the sheet, bleed round it."""
    bleed = BLEED_MM[made.paper]
    with pikepdf.open(io.BytesIO(made.pdf)) as file:
        for page in file.pages:
            media, outer, trim = (box(page, name) for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
            size = made.sources and made.piece.order.format
            width, height = (297.0, 210.0) if made.paper == "a4" else (279.4, 215.9)
            if size == "handout":
                width, height = height, width
            assert trim == pytest.approx([SLUG_MM, SLUG_MM, SLUG_MM + width, SLUG_MM + height], abs=0.005)
            assert media == pytest.approx([0, 0, width + 2 * SLUG_MM, height + 2 * SLUG_MM], abs=0.005)
            assert [abs(a - b) for a, b in zip(outer, trim, strict=True)] == pytest.approx([bleed] * 4, abs=0.005)
            assert "/CropBox" not in page.obj


def test_what_reaches_the_trim_runs_past_it(made: Made) -> None:
    """A cut that drifts by half a millimetre must not show white: along every edge the bleed goes on as inside."""
    bleed = dots(BLEED_MM[made.paper] - 0.4)
    coloured = 0
    for picture in pictures(made.pdf):
        left, top = dots(SLUG_MM), dots(SLUG_MM)
        right, foot = picture.width - left, picture.height - top
        edges = [((x, top + 6), (x, top - bleed)) for x in range(left, right, 5)]
        edges += [((x, foot - 6), (x, foot + bleed)) for x in range(left, right, 5)]
        edges += [((left + 6, y), (left - bleed, y)) for y in range(top, foot, 5)]
        edges += [((right - 6, y), (right + bleed, y)) for y in range(top, foot, 5)]
        for inside, outside in edges:
            shade = picture.getpixel(inside)
            coloured += shade != (255, 255, 255)
            assert shade == (255, 255, 255) or picture.getpixel(outside) != (255, 255, 255), (inside, outside)

    assert coloured > 100


def test_nothing_but_marks_stands_outside_the_bleed(made: Made) -> None:
    """What stays on a sheet that was cut a little wide would be seen."""
    between = dots((BLEED_MM[made.paper] + MARK_AWAY_MM) / 2)
    for picture in pictures(made.pdf):
        left, top = dots(SLUG_MM) - between, dots(SLUG_MM) - between
        right, foot = picture.width - left - 1, picture.height - top - 1
        ring = [(x, y) for x in range(left, right) for y in (top, foot)]
        ring += [(x, y) for y in range(top, foot) for x in (left, right)]
        marks = [picture.getpixel((x, dots(SLUG_MM - MARK_AWAY_MM - 1))) for x in range(picture.width)]

        assert {picture.getpixel(spot) for spot in ring} == {(255, 255, 255)}
        assert min(sum(shade) for shade in marks if isinstance(shade, tuple)) < 600


def test_every_colour_is_in_the_four_inks(made: Made) -> None:
    """A shop's own conversion would turn black words into four inks."""
    for head, data in streams(made.pdf):
        if head.get("/Subtype") == "/Form":
            assert head.Group.CS == "/DeviceCMYK"
            assert not re.search(rb"\b(?:rg|RG|g|G)\s", data)
    with pikepdf.open(io.BytesIO(made.pdf)) as file:
        used = {str(step.operator) for page in file.pages for step in pikepdf.parse_content_stream(page)}

    assert used & {"rg", "RG", "g", "G", "cs"} == set()
    assert {"k", "K"} <= used
    assert look(made.pdf).foreign == set()


def test_no_spot_bears_more_ink_than_its_paper(letter: Made, a4: Made) -> None:
    """More does not dry, and marks the next sheet: 240 % on uncoated paper, 300 % on coated."""
    assert 1.0 < look(letter.pdf).most_ink <= 2.4
    assert 1.0 < look(a4.pdf).most_ink <= 3.0


def test_a_logo_of_pixels_keeps_its_edges(letter: Made) -> None:
    """Its colours become inks, what is transparent stays so."""
    kinds = [
        (str(head.ColorSpace), "/SMask" in head) for head, _ in streams(letter.pdf) if head.get("/Subtype") == "/Image"
    ]

    assert ("/DeviceCMYK", True) in kinds
    assert ("/DeviceGray", False) in kinds


def test_words_are_in_black_alone(made: Made) -> None:
    """Four inks that do not meet exactly blur small type; white is paper, and brand colours are brand colours."""
    words, inks = look(made.pdf).words, made.inks()

    assert (0.0, 0.0, 0.0, 1.0) in words
    assert [word for word in words if inks.reads_grey(word)] == []
    assert inks.of(1.0, 1.0, 1.0) == (0.0, 0.0, 0.0, 0.0)
    for role in ("ink", "ink_soft", "line"):
        colour = getattr(made.sources.look.palette, role)
        assert inks.of(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))[:3] == (0.0, 0.0, 0.0)


def test_the_file_says_what_it_is(made: Made) -> None:
    """PDF/X-4, the printing condition with its profile, dates that do not depend on the clock."""
    with pikepdf.open(io.BytesIO(made.pdf)) as file:
        xmp = file.Root.Metadata.read_bytes().decode()
        kinds = {str(intent.S): intent for intent in file.Root.OutputIntents}
        profile = kinds["/GTS_PDFX"].DestOutputProfile

        assert file.pdf_version == "1.6"
        assert "/ID" in file.trailer
        assert file.docinfo["/Trapped"] == "/False"
        assert set(kinds) == {"/GTS_PDFX", "/GTS_PDFA1"}
        assert str(kinds["/GTS_PDFX"].OutputConditionIdentifier) in {"CGATS TR 006", "FOGRA39", "FOGRA29"}
        assert profile.read_bytes()[12:20] == b"prtrCMYK"
        assert not {"/StructTreeRoot", "/Outlines", "/Names", "/OpenAction", "/MarkInfo"} & set(file.Root.keys())
        assert not any("/Annots" in page.obj for page in file.pages)
    assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in xmp
    assert re.search(r"<xmp:CreateDate>20\d\d-\d\d-01T00:00:00Z<", xmp)


def test_an_independent_judge_agrees(made: Made) -> None:
    """Fonts, colours and metadata, judged as PDF/A-2b by a program that is not ours; then our own subset of PDF/X-4.

    PDF/X-4 wants `pdf:Trapped`, and the file describes that property as PDF/A asks. This judge does not look for
    descriptions in a schema that it knows; veraPDF does, and finds nothing.
    """
    report = judge.validate_pdf_bytes(made.pdf, profile=judge.ValidationProfile.PDF_A_2B)

    assert {failure.rule_id for failure in report.failures} <= TRAPPED
    assert x4.judge(made.pdf, stock="uncoated" if made.paper == "letter" else "coated").faults == ()


def test_places_count_from_the_trim(a4: Made) -> None:
    """Whoever measures distances must not know of slug and bleed: without a trim, all places lie a slug further in."""
    bare = io.BytesIO()
    with pikepdf.open(io.BytesIO(a4.pdf)) as file:
        for page in file.pages:
            del page.obj.TrimBox, page.obj.BleedBox
        file.save(bare)
    trimmed, whole = characters(a4.pdf), characters(bare.getvalue())

    assert len(trimmed) == len(whole) > 1000
    assert [b.left - a.left for a, b in zip(trimmed, whole, strict=True)] == pytest.approx(
        [SLUG_MM] * len(whole), abs=0.001
    )
    assert [b.top - a.top for a, b in zip(trimmed, whole, strict=True)] == pytest.approx(
        [SLUG_MM] * len(whole), abs=0.001
    )


def test_the_same_input_gives_the_same_file(handout: Made) -> None:
    """In another run too: what was approved is what is printed again."""
    again = make("handout", "a4", "bold")

    assert again.pdf == handout.pdf
    assert again.ticket == handout.ticket


def test_the_ticket_tells_the_shop_all(letter: Made) -> None:
    """Which file, how large, how folded, on what: one page that can also be read aloud."""
    words = " ".join("".join(c.text for c in characters(letter.ticket)).split())
    report = judge.validate_pdf_bytes(letter.ticket, profile=judge.ValidationProfile.PDF_UA_1)
    bare = words.replace(" ", "")

    assert report.failures == []
    with pikepdf.open(io.BytesIO(letter.ticket)) as file:
        assert len(file.pages) == 1
    assert sha256(letter.pdf).hexdigest() in bare
    for told in (
        f"{letter.piece.name}.pdf",
        letter.piece.version,
        "92.08mm",
        "93.66mm",
        "35/8in",
        "FOGRA29",
        "170g/m²",
    ):
        assert told.replace(" ", "") in bare
    assert "Scorebeforefolding" in bare
    assert "shortedge" in bare


def test_a_proof_that_cannot_fail_is_no_proof(letter: Made) -> None:
    """Too much ink, four inks in words, colours of screens, boxes of another size: each is named."""
    inks, press = letter.inks(), press_for(PressShop(), None, "letter", shipped.styles())
    screen = _screen_colours(letter.pdf)
    sources = letter.sources
    bad = Seen(painted={(1.0, 1.0, 1.0, 0.5)}, words={(0.7, 0.6, 0.6, 0.9)}, foreign=look(screen).foreign)
    document = _document(sources)
    codes = {problem.code for problem in press_problems(document, screen, bad, press, inks)}

    assert "rg" in bad.foreign
    assert codes >= {"press-ink", "press-text", "press-colour", "press-box"}


def _screen_colours(pdf: bytes) -> bytes:
    """The file with a red square of a screen on a page without the right boxes."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        file.pages[0].contents_add(file.make_stream(b"q 1 0 0 rg 0 0 9 9 re f Q"))
        file.pages[0].obj.TrimBox = file.pages[0].obj.MediaBox
        file.save(target)
    return target.getvalue()


def _document(sources: Sources) -> Document:
    brochure = resolve(sources.content.value, "peel", sources.clinic, sources.look, profile=sources.place)
    plan = plan_of(brochure, "trifold", "letter", "press")
    found = fit(plan, lambda _name, _size, requests: tuple(20.0 for _ in requests))
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize("stock", ["coated", "uncoated"])
def test_grey_components_go_to_black_when_there_is_too_much(stock: Stock) -> None:
    """Equal parts of three inks are grey, and black prints it with one; one by one as in pictures."""
    inks = Inks(press_for(PressShop(stock=stock), None, "a4", shipped.styles()), ("#15262b",))
    heavy = (0.9, 0.8, 0.75, 0.6)
    mended = inks.capped(heavy)
    picture = inks.picture(Image.new("CMYK", (2, 1), tuple(round(ink * 255) for ink in heavy)))

    assert sum(mended) <= inks.most + 1e-9
    assert sum(mended) > inks.most - 0.1
    assert mended[3] > heavy[3]
    assert heavy[0] - mended[0] == pytest.approx(heavy[2] - mended[2], abs=0.02)
    assert [band / 255 for band in picture.getpixel((0, 0))] == pytest.approx(mended, abs=0.02)  # type: ignore[union-attr] # four bands
    assert inks.capped((1.0, 1.0, 1.0, 1.0))[3] == 1.0
    assert inks.capped((0.5, 0.4, 0.3, 0.2)) == (0.5, 0.4, 0.3, 0.2)


def test_greys_of_pictures_are_in_black_alone() -> None:
    """A grey photograph in four inks has a cast that changes from sheet to sheet."""
    inks = Inks(press_for(PressShop(), None, "letter", shipped.styles()), ("#15262b",))
    ramp = inks.picture(Image.linear_gradient("L"))

    assert all(ramp.getchannel(band).getextrema() == (0, 0) for band in "CMY")
    assert ramp.getchannel("K").getextrema() == (0, 255)


@pytest.mark.parametrize(
    ("length", "written"),
    [
        (92.075, "3 5/8 in"),
        (279.4, "11 in"),
        (3.175, "1/8 in"),
        (297.0, "11.693 in"),
        (100.0, "3.937 in"),
        (215.9, "8 1/2 in"),
    ],
)
def test_inches_are_written_as_shops_write_them(length: float, written: str) -> None:
    """In sixteenths where they are sixteenths."""
    assert imperial(length) == written
    assert metric(92.075) == "92.08 mm"
    assert pt_from_mm(length) == pytest.approx(length / 25.4 * 72)
