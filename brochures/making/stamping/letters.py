"""Which letters can be stamped one by one, and how a value is written before it is. Floor 4."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_MARKS: Final = "–—‘’‚“”„†•…‹›′″‐‑\u202f€™−"
_COMMA_BELOW: Final = "ȘșȚț"
"""Of Romanian names; the block in which they stand is otherwise not asked for."""
_NO_LETTERS: Final = "\u00ad¤¦¨¬¯´µ¶¸×÷ĸſ\u0149\u013f\u0140"
"""No part of names and addresses today: each costs its pairs with all others. The soft hyphen has no glyph."""

ALPHABET: Final[frozenset[str]] = frozenset(
    {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180))} - {*_NO_LETTERS} | {*_MARKS, *_COMMA_BELOW}
)
"""What every program can print, as far as its faces can: Latin names with their marks. The same for all batches."""

ALIKE: Final[tuple[frozenset[str], ...]] = (frozenset(" \u00a0\u202f"), frozenset("-‐‑"))
"""Characters that may share a glyph: read back, one stands for the other, as in any file of the engine."""

_STANDING_ALONE: Final = ("LATIN ", "GREEK ", "CYRILLIC ")
"""Scripts whose letters look the same whatever stands beside them, by the names of their letters."""
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_SPACES: Final = re.compile("[ \t\n\r\f]+")


def written(value: str) -> str:
    """The value as it is printed: letters with their marks composed (NFC), spaces as HTML has them."""
    return unicodedata.normalize("NFC", _SPACES.sub(" ", value).strip(" "))


def needs_shaping(character: str) -> bool:
    """Whether a character depends on its neighbours, or on the direction of writing: no glyph of its own will do.

    True as well for what is not printed at all, and for scripts of which this is not known to be false.

    >>> [needs_shaping(character) for character in ("é", "Ж", "₂", "ب", "क", "字", chr(0x301))]
    [False, False, False, True, True, True, True]
    """
    if character in ALPHABET:
        return False
    category = unicodedata.category(character)
    if category[0] in "MC" or unicodedata.bidirectional(character) in _RIGHT_TO_LEFT:
        return True
    return category[0] == "L" and not unicodedata.name(character, "").startswith(_STANDING_ALONE)


def extra_letters(values: Iterable[str]) -> frozenset[str]:
    """The characters of values that no program has and that could be compiled into one, for `compile_program(extra=)`.

    >>> sorted(extra_letters(["Zoë", "Ελένη", "محمد"]))
    ['Ε', 'έ', 'η', 'λ', 'ν']
    """
    used: set[str] = set()
    for value in values:
        used.update(written(value))
    return frozenset(character for character in used - ALPHABET if not needs_shaping(character))
