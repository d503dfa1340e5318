"""What a font file says of itself, against an independent reader of fonts."""

import io
import struct
from pathlib import Path

import fontpkg  # type: ignore[import-untyped]  # the package ships no types
import pytest
from fontTools.ttLib import TTFont

from brochures.reading.fontfile import is_printable, is_variable, letters, own_weight, weight_range

from .pictures import font

SHIPPED = sorted((Path(__file__).parents[2] / "styles" / "fonts").glob("*.ttf"))
SERIF = Path(fontpkg.path("Source Serif 4", 400, "normal"))


@pytest.mark.parametrize("path", [*SHIPPED, SERIF], ids=lambda path: path.name)
def test_letters_and_weight_are_those_that_another_reader_finds(path: Path) -> None:
    """Every code point, and the weight in the font's own table."""
    raw = path.read_bytes()
    other = TTFont(io.BytesIO(raw))

    assert letters(raw) == set(other.getBestCmap())
    assert own_weight(raw) == other["OS/2"].usWeightClass
    assert is_variable(raw) == ("fvar" in other)
    assert is_printable(raw, ".ttf")


def test_a_variable_font_tells_its_weights() -> None:
    """From its axis; a font without axes has none."""
    assert weight_range(SERIF.read_bytes()) == (200, 900)
    assert weight_range(SHIPPED[0].read_bytes()) is None


@pytest.mark.parametrize("raw", [b"", b"wOF2", font(), font(whole=False), font()[:40], b"\x00\x01\x00\x00\xff\xff"])
def test_what_is_no_font_has_no_letters_and_is_not_printed(raw: bytes) -> None:
    """And no reader stumbles over it."""
    assert letters(raw) == frozenset()
    assert own_weight(raw) == 400
    assert not is_printable(raw, ".ttf")


def test_an_ending_that_lies_is_refused() -> None:
    """The paper engine goes by it."""
    assert not is_printable(SHIPPED[0].read_bytes(), ".woff")


def test_a_font_that_names_letters_without_end_is_cut_short() -> None:
    """Groups that overlap would make a few bytes speak of millions of letters."""
    groups = struct.pack(">III", 0x41, 0x10FFFF, 1) * 5000
    cmap = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, 5000) + groups
    raw = (
        b"\x00\x01\x00\x00" + struct.pack(">HHHH", 1, 0, 0, 0) + struct.pack(">4sIII", b"cmap", 0, 28, len(cmap)) + cmap
    )

    assert len(letters(raw)) == 0x10FFFF - 0x41 + 1
