"""Words and letters: empty boxes, fonts that are not in the file, and letters too small are found out."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from brochures.making import checks_type
from brochures.making.checks_type import least_x_mm
from brochures.making.inspection import characters
from brochures.model.formats import FORMATS
from brochures.units import mm_from_pt
from tests.making.breaking import Bench


def descriptors(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """What the file says of its fonts."""
    every = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
    return [thing for thing in every if thing.get("/Type") == "/FontDescriptor"]


def stating(x_height: float) -> Callable[[pikepdf.Pdf], None]:
    """Has every font of the file state this x-height, in sizes of type; its letters stay as they are."""

    def change(pdf: pikepdf.Pdf) -> None:
        for descriptor in descriptors(pdf):
            font = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()))
            font["OS/2"].sxHeight = round(x_height * font["head"].unitsPerEm)
            saved = io.BytesIO()
            font.save(saved)
            descriptor.FontFile2.write(saved.getvalue())

    return change


def test_an_empty_box_is_told(bench: Bench) -> None:
    """Glyph number 0 is drawn for a character that the font lacks, and the text may still read right."""

    def blank(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[-1]
        operators = list(pikepdf.parse_content_stream(page))
        for place, instruction in enumerate(operators):
            if str(instruction.operator) == "TJ":
                shown = pikepdf.Array([pikepdf.String("\0\0"), *instruction.operands[0]])
                operators[place] = pikepdf.ContentStreamInstruction([shown], instruction.operator)
                break
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(operators))

    found = bench.found(checks_type.glyphs, typeset=bench.changed(blank))

    assert [finding.code for finding in found] == ["glyph-missing"]
    assert found[0].spot is not None
    assert found[0].spot.page == len(bench.good.pages.pages)


def test_a_font_that_is_not_in_the_file_is_told(bench: Bench) -> None:
    """Another printer would take another font in its place."""

    def remove(pdf: pikepdf.Pdf) -> None:
        for descriptor in descriptors(pdf):
            del descriptor["/FontFile2"]

    found = bench.found(checks_type.fonts, typeset=bench.changed(remove))

    assert {finding.code for finding in found} == {"font-not-embedded"}


def test_a_font_with_all_its_letters_is_told(bench: Bench) -> None:
    """A subset is marked by six letters and a plus."""

    def rename(pdf: pikepdf.Pdf) -> None:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/BaseFont" in thing:
                thing.BaseFont = pikepdf.Name(f"/{str(thing.BaseFont).split('+')[1]}")

    found = bench.found(checks_type.fonts, typeset=bench.changed(rename))

    assert {finding.code for finding in found} == {"font-whole"}


def test_letters_that_are_too_low_are_told(bench: Bench) -> None:
    """The number of points says nothing of a font whose letters are small."""
    found = bench.found(checks_type.x_heights, typeset=bench.changed(stating(0.4)))

    assert {finding.code for finding in found} == {"x-height"}
    assert all(finding.spot for finding in found)


def test_an_x_height_that_is_not_stated_is_measured(bench: Bench) -> None:
    """Nothing is stated; the letters themselves are high enough, and as high as the font said."""
    silent = bench.changed(stating(0.0))
    read = [c for c in characters(silent.pdf) if c.text == "x"]
    stated = {c.face.name: c.face.x_height for c in characters(bench.good.pdf)}

    assert bench.found(checks_type.x_heights, typeset=silent) == []
    for c in read:
        assert c.bottom - c.top == pytest.approx(stated[c.face.name] * mm_from_pt(c.size_pt), rel=0.03)


@pytest.mark.parametrize(
    ("name", "size_pt", "least_mm"),
    [("trifold", 10.0, 1.6), ("trifold", 9.0, 1.4), ("comparison", 9.25, 1.4), ("card", 7.0, 1.2), ("card", 8.5, 1.4)],
)
def test_the_least_x_height_follows_the_format(name: str, size_pt: float, least_mm: float) -> None:
    """Body text and fine print, and less on a card, which is held close."""
    assert least_x_mm(FORMATS[name], size_pt) == pytest.approx(least_mm)


def test_what_is_read_from_afar_has_higher_letters() -> None:
    """A poster hangs two metres away."""
    assert least_x_mm(FORMATS["poster"], 24.0) > 2 * least_x_mm(FORMATS["trifold"], 10.0)
