"""Proves that safety text is on the pages: whole, large enough, upright, and really to be seen. Floor 4.

Nothing is believed of templates and stylesheets, which may be a clinic's own: the finished file is read and
looked at. Each passage is one run of letters in the file's order, broken over lines and columns as may be.
Words that the engine would draw as a picture are no letters, and count as missing.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Final

from brochures.making.findings import Finding, Findings, spot_round
from brochures.making.inspection import Character
from brochures.making.passages import letters
from brochures.making.sights import Colour, Glimpse, Sights, colour_of, pixel_of
from brochures.model.document import Document
from brochures.reading.richtext import to_plain
from brochures.units import mm_from_pt

LEAST_CONTRAST: Final = 4.5
"""Between text and what is behind it (WCAG 2.1, success criterion 1.4.3, level AA)."""
_SIZE_SLACK_PT: Final = 0.05
_UPRIGHT_SLACK: Final = 0.01
_SQUEEZE_SLACK: Final = 0.02
_MOST_LETTER_GAP: Final = 0.3
_MOST_WORD_GAP: Final = 2.5
_MOST_LINE_GAP: Final = 3.0
"""White between letters, words and lines that still reads as one text; in sizes of the type."""
_BACK: Final = 0.15
_SIGN: Final = 0.8
_SAME_LINE: Final = 0.1
_LEAST_ROWS: Final = 0.6
"""How much of a letter's height must be painted; between dot and stem of an i is white."""
_FULL_INK: Final = 0.99
_THIN_INK: Final = 0.8
"""Strokes narrower than a pixel are read paler than they print: how pale one letter, and the best of all, may be."""
_SHOWN: Final = 60
_LINEAR: Final = 0.03928


def lock_faults(document: Document, pdf: bytes, read: tuple[Character, ...], sights: Sights | None = None) -> Findings:
    """What is wrong with each locked passage that a reader would not see, and each required line that is missing.

    `sights` are the pages as others have looked at them already.
    """
    text = _Text.of(read)
    for line in document.required:
        if letters(to_plain(line)) not in text.letters:
            hint = "a template or stylesheet leaves it out: put it back, or take our own again"
            message = f"a line that every piece carries is not printed: {_quoted(line)}"
            yield Finding("required-missing", message, hint)
    passages = [_Passage.of(passage, text, document) for passage in document.locked]
    every = {character: None for passage in passages for place in passage.places for character in place.inked}
    seen = (sights or Sights(pdf)).glimpses(every)
    for passage in dict.fromkeys(passages):
        times = sum(other.letters.count(passage.letters) for other in passages)
        yield from passage.faults(document, seen, times)


@dataclass(frozen=True, slots=True)
class _Text:
    """All that is printed as one run of letters, and for each letter the place of its character."""

    read: tuple[Character, ...]
    letters: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, read: tuple[Character, ...]) -> "_Text":
        pairs = [(letter, at) for at, character in enumerate(read) for letter in letters(character.text)]
        return cls(read, "".join(letter for letter, _ in pairs), tuple(at for _, at in pairs))

    def gap(self, before: int, after: int) -> float:
        """The most white between two letters of one word: more where signs stand between, none for a blank."""
        between = self.read[before + 1 : after]
        if any(c.text.isspace() for c in between):
            return -1.0
        return _MOST_LETTER_GAP + _SIGN * len(between)


@dataclass(frozen=True, slots=True)
class _Place:
    """One place where a passage stands: its letters, and the most white before each, in sizes of the type."""

    inked: tuple[Character, ...]
    gaps: tuple[float, ...]
    body_pt: float

    @classmethod
    def of(cls, text: _Text, start: int, words: list[str], body_pt: float) -> "_Place":
        """Where the words' letters stand from `start` on."""
        places: list[int] = []
        gaps: list[float] = []
        for word in words:
            for number in range(len(word)):
                at = text.places[start]
                if not places or at != places[-1]:
                    gaps.append(_MOST_WORD_GAP if number == 0 else text.gap(places[-1], at))
                    places.append(at)
                start += 1
        return cls(tuple(text.read[at] for at in places), tuple(gaps), body_pt)

    def codes(self, seen: Mapping[Character, Glimpse]) -> tuple[str, ...]:
        """What is wrong here."""
        found = []
        if any(c.size_pt < self.body_pt - _SIZE_SLACK_PT for c in self.inked):
            found.append("locked-small")
        follows = map(_follows, self.inked, self.inked[1:], self.gaps[1:])
        if not (all(map(_is_upright, self.inked)) and all(follows)):
            found.append("locked-transformed")
        if not _is_seen([(c, seen[c]) for c in self.inked]):
            found.append("locked-unseen")
        return tuple(found)


@dataclass(frozen=True, slots=True)
class _Passage:
    """One locked text, and where its letters stand."""

    text: str
    letters: str
    body_pt: float
    places: tuple[_Place, ...] = field(compare=False)

    @classmethod
    def of(cls, passage: str, text: _Text, document: Document) -> "_Passage":
        words = [letters(word) for word in to_plain(passage).split()]
        whole = "".join(words)
        places, start = [], text.letters.find(whole) if whole else -1
        while start >= 0:
            places.append(_Place.of(text, start, words, document.body_pt))
            start = text.letters.find(whole, start + 1)
        return cls(to_plain(passage), whole, document.body_pt, tuple(places))

    def faults(self, document: Document, seen: Mapping[Character, Glimpse], times: int) -> Findings:
        """What is wrong at the best of its places: as many as the document has this text, alone or within another."""
        if len(self.places) < times:
            yield Finding(
                "locked-missing",
                f"safety text is not printed, or not in one piece: {_quoted(self.text)}",
                "a template or stylesheet leaves it out or parts it: put it back as it is, or take our own again",
            )
            return
        judged = sorted(((place.codes(seen), place) for place in self.places), key=lambda pair: len(pair[0]))
        for code, place in {code: place for codes, place in reversed(judged[:times]) for code in codes}.items():
            message, hint = _WORDS[code]
            spot = spot_round(document, place.inked)
            yield Finding(code, f"{message.format(self.body_pt)}: {_quoted(self.text)}", hint, spot)


_WORDS: Final = {
    "locked-small": ("safety text is smaller than {:g} pt", "a style makes it small: set it as large as body text"),
    "locked-transformed": (
        "safety text is turned, squeezed, or pulled apart",
        "a style does this: set it upright, in one line after another",
    ),
    "locked-unseen": (
        "safety text cannot be seen, or is too pale for what is behind it",
        f"a style covers, hides, clips or pales it: show it whole, with a contrast of {LEAST_CONTRAST:g}:1 or more",
    ),
}


def _quoted(text: str) -> str:
    plain = to_plain(text)
    return f"“{plain}”" if len(plain) <= _SHOWN else f"“{plain[:_SHOWN].rsplit(' ', 1)[0]} …”"


def _is_upright(character: Character) -> bool:
    """Neither turned, slanted nor mirrored, and as wide as its height asks for."""
    across, turn, slant, along = character.matrix
    least = _UPRIGHT_SLACK * across
    return across > 0 and abs(turn) < least and abs(slant) < least and abs(along / across - 1) < _SQUEEZE_SLACK


def _follows(a: Character, b: Character, most_gap: float) -> bool:
    """Whether `b` is read after `a`: beside it, on the next line, or at the head of the next column or page."""
    if a.page != b.page:
        return b.page > a.page
    size = mm_from_pt(max(a.size_pt, b.size_pt))
    if min(a.bottom, b.bottom) - max(a.top, b.top) > _SAME_LINE * size:
        is_ligature = (a.left, a.right) == (b.left, b.right)
        return is_ligature or -_BACK * size < b.left - a.right < most_gap * size
    if b.top > a.top:
        return b.top - a.bottom < _MOST_LINE_GAP * size
    return b.left > a.right


def _is_seen(inked: list[tuple[Character, Glimpse]]) -> bool:
    """Whether every letter is painted over most of its height, in a colour that can be told from its ground."""
    strongest = [_strength(character, glimpse) for character, glimpse in inked]
    return min(strongest) >= _THIN_INK * LEAST_CONTRAST and max(strongest) >= _FULL_INK * LEAST_CONTRAST


def _strength(character: Character, glimpse: Glimpse) -> float:
    """The contrast of a letter as it is painted; 0 where it is not."""
    pairs = zip(glimpse.shown, glimpse.bare, strict=True)
    rows = [(shown, bare) for shown, bare in pairs if shown.tobytes() != bare.tobytes()]
    if not rows or len(rows) < _LEAST_ROWS * len(glimpse.shown):
        return 0.0
    grounds = Counter[int]()
    for _, bare in rows:
        grounds.update(bare)
    ground, _ = grounds.most_common(1)[0]
    if contrast(character.fill, colour_of(ground)) < LEAST_CONTRAST:
        return 0.0
    if len(grounds) == 1:
        seen = set(chain.from_iterable(shown for shown, _ in rows))
        full = pixel_of(character.fill)
        return max(_told_apart((shown, ground)) for shown in ([full] if full in seen else seen))
    painted: set[tuple[int, int]] = set()
    for shown, bare in rows:
        painted.update(zip(shown, bare, strict=True))
    return max(map(_told_apart, painted))


@lru_cache(maxsize=65536)
def _told_apart(pair: tuple[int, int]) -> float:
    shown, bare = pair
    return contrast(colour_of(shown), colour_of(bare))


@lru_cache(maxsize=65536)
def contrast(a: Colour, b: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21.

    (L1 + 0.05) / (L2 + 0.05), L1 the lighter (WCAG 2.1, https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio).

    >>> round(contrast((255, 255, 255), (0, 0, 0)), 1)
    21.0
    """
    lighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=4096)
def luminance(colour: Colour) -> float:
    """Relative luminance of red, green and blue to 255, from 0 to 1.

    WCAG 2.1, https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
    """
    red, green, blue = (c / 12.92 if c <= _LINEAR else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
