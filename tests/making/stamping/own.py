"""A folded piece with slots of three kinds, made both ways: laid out anew for each person, and stamped."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import pikepdf
import pypdfium2
from PIL import Image, ImageChops

from brochures.making.finishing import finish
from brochures.making.stamping.compiling import compile_program
from brochures.making.stamping.program import Program
from brochures.making.stamping.stamping import Stamped, Stamper
from brochures.model.merging import Slot
from tests.press import Press

SLOTS = (Slot("recipient", 54), Slot("phone", 40, align="right"), Slot("appointment", 60, align="center"))
"""In the text's face twice, in that of headings once; at the left, at the right, in the middle."""
PLACES = (
    ("What to know before you decide.</p>", "<p>For {}</p>"),
    ('<p class="contact-write">Telephone</p>', "<p>{}</p>"),
    ('<p class="caption">Results vary.</p>', '<p style="font-family:var(--font-display);font-weight:700">{}</p>'),
)
STYLE = "display:inline-block;white-space:nowrap;font-variant-ligatures:none;line-height:6mm"
_DPI = 150
_NEAR = 8


def slot_html(slot: Slot, value: str = "", style: str = "") -> str:
    """A slot as a template prints it."""
    words = escape(value) or "&#160;"
    style = f"{STYLE};width:{slot.width_mm}mm;text-align:{slot.align};{style}"
    return f'<span id="slot-{slot.name}" style="{style}">{words}</span>'


@dataclass(frozen=True)
class Own:
    """The piece: `full` lays it out for one person, `stamped` does not."""

    press: Press
    program: Program

    def full(self, values: Mapping[str, str]) -> bytes:
        """The file as the engine makes it."""
        return self.press.typeset(page(self.press, values), self.press.piece("peel", "trifold").pages).pdf

    def stamped(self, values: Mapping[str, str]) -> Stamped:
        """The file as it is stamped."""
        made = Stamper(self.program).stamp(values)
        assert isinstance(made, Stamped), made
        return made


def page(press: Press, values: Mapping[str, str]) -> str:
    """The markup of the piece for one person."""
    html = press.piece("peel", "trifold").html
    for slot, (before, around) in zip(SLOTS, PLACES, strict=True):
        assert before in html
        html = html.replace(before, before + around.format(slot_html(slot, values.get(slot.field, ""))), 1)
    return html


def compiled(press: Press, extra: frozenset[str] = frozenset()) -> Program:
    """The piece as a program."""
    finisher = finish(press.piece("peel", "trifold").pages)
    return compile_program(page(press, {}), SLOTS, press.typesetter, finisher, extra=extra)


def words(pdf: bytes) -> list[str]:
    """The text of each page."""
    file = pypdfium2.PdfDocument(pdf)
    try:
        return [sheet.get_textpage().get_text_range() for sheet in file]
    finally:
        file.close()


def unlike(first: bytes, second: bytes) -> float:
    """The share of the points of the worst page that differ, at 150 dpi, by more than 8 of 255."""
    shares: list[float] = []
    for one, other in zip(_pictures(first), _pictures(second), strict=True):
        red, green, blue = ImageChops.difference(one, other).split()
        most = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
        shares.append(sum(most[_NEAR + 1 :]) / (one.width * one.height))
    return max(shares)


def _pictures(pdf: bytes) -> list[Image.Image]:
    file = pypdfium2.PdfDocument(pdf)
    try:
        return [sheet.render(scale=_DPI / 72).to_pil().convert("RGB") for sheet in file]
    finally:
        file.close()


def fonts(pdf: bytes) -> list[str]:
    """The names of the fonts whose files are in a PDF, one for each file."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return sorted(
            str(thing.FontName)
            for thing in file.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
        )
