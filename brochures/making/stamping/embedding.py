"""What of a face a file really holds: its glyphs, their widths and what they mean, read back from the file. Floor 4.

A glyph that is not embedded would be printed as nothing, without a word.
"""

import io
import re
from dataclasses import dataclass
from struct import unpack_from
from typing import Any, Final

from brochures.making.stamping.letters import ALIKE
from brochures.making.stamping.measuring import Measured

_MEANING: Final = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")
_OUTLINES: Final = (b"\x00\x01\x00\x00", b"true")
_TABLES_AT: Final = 12
_TABLE_BYTES: Final = 16
_LONG_FORMAT_AT: Final = 50


@dataclass(frozen=True, slots=True)
class Embedded:
    """A face in the file: width in thousandths and text of each glyph, and the glyphs that are drawn with ink."""

    widths: dict[int, int]
    texts: dict[int, str]
    inked: frozenset[int]

    def can_print(self, letter: str, glyph: int) -> bool:
        """Whether a letter is printed by this glyph, and read back as itself."""
        if glyph not in self.widths or (letter.strip() and glyph not in self.inked):
            return False
        text = self.texts.get(glyph, "")
        return text == letter or any(letter in alike and text in alike for alike in ALIKE)


def embedded(pdf: Any, page: Any, font: str, face: Measured) -> Embedded:  # noqa: ANN401 - pydyf is untyped
    """The face that a page calls by this name; `face` tells which glyphs to look for."""
    fonts = resolved(pdf, resolved(pdf, page["Resources"])["Font"])
    outer = resolved(pdf, fonts[font])
    inner = resolved(pdf, outer["DescendantFonts"][0])
    meanings = b"\n".join(resolved(pdf, outer["ToUnicode"]).stream)
    texts = {int(g, 16): bytes.fromhex(t.decode()).decode("utf-16-be") for g, t in _MEANING.findall(meanings)}
    widths: dict[int, int] = {}
    for first, row in zip(inner["W"][::2], inner["W"][1::2], strict=True):
        widths |= dict(enumerate(row, start=first))
    descriptor = resolved(pdf, inner["FontDescriptor"])
    file = resolved(pdf, descriptor.get("FontFile2") or descriptor["FontFile3"])
    return Embedded(widths, texts, _inked(b"".join(file.stream), face.glyphs))


def resolved(pdf: Any, thing: Any) -> Any:  # noqa: ANN401 - pydyf is untyped
    """The object for which a reference stands; anything else as it is."""
    return pdf.objects[int(thing.split()[0])] if isinstance(thing, bytes) else thing


def _inked(font: bytes, glyphs: tuple[int, ...]) -> frozenset[int]:
    """The glyphs with outlines in a font's file."""
    if font[:4] not in _OUTLINES:
        return _inked_by_curves(font, glyphs)
    tables = {}
    for place in range(unpack_from(">H", font, 4)[0]):
        tag, _, start, length = unpack_from(">4sIII", font, _TABLES_AT + place * _TABLE_BYTES)
        tables[tag] = start, length
    is_long = unpack_from(">h", font, tables[b"head"][0] + _LONG_FORMAT_AT)[0] == 1
    start, length = tables[b"loca"]
    ends = unpack_from(f">{length // 4}I" if is_long else f">{length // 2}H", font, start)
    return frozenset(glyph for glyph in glyphs if glyph + 1 < len(ends) and ends[glyph] < ends[glyph + 1])


def _inked_by_curves(font: bytes, glyphs: tuple[int, ...]) -> frozenset[int]:
    """As `_inked`, of the other kind of fonts, whose table of outlines only its own library reads."""
    from fontTools.pens.boundsPen import ControlBoundsPen
    from fontTools.ttLib import TTFont

    opened = TTFont(io.BytesIO(font), lazy=True)
    names, shapes = opened.getGlyphOrder(), opened.getGlyphSet()
    found = set()
    for glyph in set(glyphs):
        pen = ControlBoundsPen(shapes)
        if glyph < len(names):
            shapes[names[glyph]].draw(pen)
        if pen.bounds:
            found.add(glyph)
    return frozenset(found)
