"""Finds each heading, paragraph and cell of the markup in the finished file, line by line. Floor 4.

The file tells letters and places, the markup what they are. They are joined by their letters alone: a passage is
where the file has its letters in one run, and one that a style parts or puts elsewhere is not found, and not judged.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from brochures.making.elements import Markup
from brochures.making.inspection import Character
from brochures.units import mm_from_pt

_BACK: Final = 0.5
_SAME_COLUMN: Final = 2.0
_NEXT_LINE: Final = 0.3
"""How far back, on, and down the next letter stands where a new line begins; in sizes of the type."""
_SURE: Final = 4
"""Letters that a passage has so that the search goes on behind it: shorter ones stand in many places."""


@lru_cache(maxsize=8192)
def letters(text: str) -> str:
    """What text is compared by: letters and digits alone, ligatures and full widths taken apart."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


@dataclass(frozen=True, slots=True)
class Line:
    """The characters of one printed line, and those that a passage has in all lines."""

    characters: tuple[Character, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(c.text for c in self.characters).strip()

    @property
    def page(self) -> int:
        """Its page from 0."""
        return self.characters[0].page

    @property
    def top(self) -> float:
        """Its upper edge, from the top of the page; millimetres."""
        return min(c.top for c in self.characters)

    @property
    def bottom(self) -> float:
        """Its lower edge; millimetres."""
        return max(c.bottom for c in self.characters)


@dataclass(frozen=True, slots=True)
class Passage:
    """One element of text: its tag, those it stands in, its frame and component, and its lines as they are printed."""

    tag: str
    within: frozenset[str]
    frame: str
    component: str
    lines: tuple[Line, ...]

    @property
    def characters(self) -> tuple[Character, ...]:
        """All its characters."""
        return tuple(c for line in self.lines for c in line.characters)

    @property
    def size_pt(self) -> float:
        """The size of type of most of its letters."""
        sizes = sorted(c.size_pt for c in self.characters if c.text.isalnum())
        return sizes[len(sizes) // 2] if sizes else 0.0

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading of any level but the first."""
        return len(self.tag) == len("h2") and self.tag[0] == "h" and self.tag[1] in "23456"


def passages(markup: Markup, read: tuple[Character, ...]) -> tuple[Passage, ...]:
    """Every element of text that is found in the file, in the order of the markup."""
    pairs = [(letter, at) for at, character in enumerate(read) for letter in letters(character.text).casefold()]
    text = _Printed(read, "".join(letter for letter, _ in pairs), tuple(at for _, at in pairs))
    found, cursor = [], 0
    for element in markup.elements:
        wanted = letters("".join(element.words)).casefold()
        if not wanted:
            continue
        at = text.find(wanted, cursor)
        if at < 0:
            continue
        # The words of a drawing are painted before or after those around it.
        if len(wanted) >= _SURE and element.tag != "text":
            cursor = at + len(wanted)
        first, last = text.places[at], text.places[at + len(wanted) - 1]
        lines = tuple(_lines(_with_signs(read, first, last)))
        found.append(Passage(element.tag, element.within, element.frame, element.component, lines))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Printed:
    """All letters of the file as one run, and for each the place of its character."""

    read: tuple[Character, ...]
    letters: str
    places: tuple[int, ...]

    def find(self, wanted: str, start: int) -> int:
        """Where these letters stand by themselves, from `start` on or else before; -1 for nowhere.

        Where others stand close beside them everywhere, the first place will do.
        """
        for begin in (start, 0):
            at = self.letters.find(wanted, begin)
            while at >= 0:
                if not (self._touches(at - 1) or self._touches(at + len(wanted) - 1)):
                    return at
                at = self.letters.find(wanted, at + 1)
        at = self.letters.find(wanted, start)
        return at if at >= 0 else self.letters.find(wanted)

    def _touches(self, at: int) -> bool:
        """Whether the letter here and the next one stand in one line, no more than a blank apart."""
        if not 0 <= at < len(self.places) - 1:
            return False
        a, b = self.read[self.places[at]], self.read[self.places[at + 1]]
        is_level = a.page == b.page and a.size_pt == b.size_pt and a.bottom > b.top and b.bottom > a.top
        return is_level and abs(b.left - a.right) < _BACK * mm_from_pt(a.size_pt)


def _with_signs(read: tuple[Character, ...], first: int, last: int) -> tuple[Character, ...]:
    """The letters and the signs that close them."""
    last += 1
    while last < len(read) and not read[last].text.isspace() and not read[last].text.isalnum():
        if not _is_beside(read[last - 1], read[last]):
            break
        last += 1
    return read[first:last]


def _is_beside(a: Character, b: Character) -> bool:
    return a.page == b.page and abs(b.left - a.right) < _BACK * mm_from_pt(a.size_pt) and b.bottom > a.top


def _lines(characters: Iterable[Character]) -> Iterator[Line]:
    """The characters line by line; blanks between lines belong to none."""
    line: list[Character] = []
    for character in characters:
        if line and not character.text.isspace() and _is_new_line(line, character):
            yield Line(tuple(line))
            line = []
        if line or not character.text.isspace():
            line.append(character)
    if line:
        yield Line(tuple(line))


def _is_new_line(line: list[Character], new: Character) -> bool:
    before = next(c for c in reversed(line) if not c.text.isspace())
    if before.page != new.page:
        return True
    size = mm_from_pt(max(before.size_pt, new.size_pt))
    is_back = new.left < before.left - _BACK * size
    is_elsewhere = new.left > before.right + _SAME_COLUMN * size
    return (is_back or is_elsewhere) and abs(new.bottom - before.bottom) > _NEXT_LINE * size


def runs(read: Iterable[Character]) -> Iterator[tuple[Character, ...]]:
    """Characters that follow one another in one line, colour, size and font."""
    every = list(read)
    start = 0
    for number, (before, after) in enumerate(pairwise(every), 1):
        if not _goes_on(before, after):
            yield tuple(every[start:number])
            start = number
    if every:
        yield tuple(every[start:])


def _goes_on(a: Character, b: Character) -> bool:
    alike = a.page == b.page and a.fill == b.fill and a.face is b.face and abs(a.size_pt - b.size_pt) < _NEXT_LINE
    size = mm_from_pt(a.size_pt)
    is_level = b.top < a.bottom + _BACK * size and a.top < b.bottom + _BACK * size
    return alike and is_level and -_BACK * size < b.left - a.right < _SAME_COLUMN * size
