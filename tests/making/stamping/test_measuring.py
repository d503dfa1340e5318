"""Glyphs and kerns are the engine's own, for all pairs."""

import random
import re
from typing import Any

import pytest

from brochures.making.stamping.setting import SetFace
from tests.making.stamping.own import PLACES, SLOTS, Own, page, slot_html

ID = 'id="slot-recipient"'
NAMES = (
    "O’Brien-Łukasz",
    "AVATAR To Wa Yo. LT, P.A. Vélez–Ruíz",
    "Zoë Ångström",
    "Þórður Ólafsson",
    "fficial fi fl ffi",
    "½ 11:30–12 №.",
    "“Teddy” L’Ștefan Țăranu",
)


def test_lines_are_set_as_the_engine_sets_them(own: Own) -> None:
    """Every glyph and every kern: values of all letters, in one render of the engine."""
    maker = random.Random(70)  # noqa: S311 - no secret
    face = SetFace(own.program.faces[0])
    letters = [letter for letter in own.program.faces[0].letters if letter.strip()]
    some = ["".join(maker.choices(letters, k=24)) for _ in range(120)]
    lines = [line for line in (*NAMES, *some) if not face.refusal(line)]
    before = PLACES[0][0]
    spans = "".join(f"<p>{slot_html(SLOTS[0], line, 'line-height:1mm').replace(ID, '')}</p>" for line in lines)
    html = own.press.piece("peel", "trifold").html
    html = html.replace(before, f'{before}<div style="position:absolute;line-height:1mm">{spans}</div>', 1)
    shown: list[bytes] = []

    def look(_: object, pdf: Any) -> None:  # noqa: ANN401 - the engine is untyped
        streams = (getattr(thing, "stream", ()) for thing in pdf.objects)
        shown.extend(item for stream in streams for item in stream if isinstance(item, bytes) and item[-2:] == b"TJ")

    own.press.typesetter.typeset(html, look)
    drawn = {re.sub(rb">0(?=[<\]])", b">", item).replace(b"><", b"") for item in shown}

    assert len(lines) > len(some) // 2
    assert [line for line in lines if face.run(line, "  ")[0] not in drawn] == []


def test_a_pair_drawn_as_one_is_known(own: Own) -> None:
    """The Catalan l·l is one glyph and a half in this face: it is laid out in full."""
    face = SetFace(own.program.faces[0])

    assert face.refusal("Paral·lel") == "needs-shaping"
    assert not face.refusal("Parallel · Harbor")


@pytest.mark.parametrize("face", [0, 1])
def test_the_alphabet_is_embedded(own: Own, face: int) -> None:
    """What a program says it can print is in the file with a width and a meaning; the house's faces have all names."""
    letters = own.program.faces[face].letters

    assert set("AZaz09’-–ÅåÖöŁłŠšÇçÑñ\u00a0") <= set(letters)
    assert len(letters) == len(set(letters)) > 290
    assert page(own.press, {}).count("slot-") == len(SLOTS)
