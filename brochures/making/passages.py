"""Finds each heading, paragraph and cell of the markup in the finished file, line by line. Floor 4.

The file tells letters and places, the markup what they are. They are joined by their letters alone: a passage is
where the file has its letters in one run, and one that a style parts or puts elsewhere is not found, and not judged.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from itertools import pairwise
from typing import Final

from brochures.making.inspection import Character
from brochures.units import mm_from_pt

_UNPRINTED: Final = ("head", "title", "desc", "style", "script")
_VOID: Final = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"))
_INLINE: Final = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "br",
        "cite",
        "code",
        "em",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
    )
)
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


@dataclass(slots=True)
class _Element:
    """A passage of the markup, while it is read."""

    tag: str
    within: frozenset[str]
    frame: str
    component: str
    words: list[str] = field(default_factory=list)


class Markup(HTMLParser):
    """The words that are printed, those in drawings too, and what they stand in; read once."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[_Element] = []
        self._open: list[tuple[str, str, str]] = [("", "", "")]
        self._is_new = True
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes the frame and component that begin here, if any."""
        if tag in _VOID:
            return
        classes = (dict(attrs).get("class") or "").split()
        _, frame, component = self._open[-1]
        frame = next((name.removeprefix("frame-") for name in classes if name.startswith("frame-")), frame)
        component = next((name.removeprefix("block-") for name in classes if name.startswith("block-")), component)
        self._open.append((tag, frame, component))
        self._is_new |= tag not in _INLINE

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Holds no text."""

    def handle_endtag(self, tag: str) -> None:
        """Closes the element, and those in it that were left open."""
        tags = [name for name, _, _ in self._open]
        if tag in tags[1:]:
            del self._open[len(tags) - 1 - tags[::-1].index(tag) :]
            self._is_new |= tag not in _INLINE

    def handle_data(self, data: str) -> None:
        """Words of the element that is open."""
        tags = [tag for tag, _, _ in self._open]
        if not data.strip() or any(tag in _UNPRINTED for tag in tags):
            return
        self.words += data.split()
        if self._is_new:
            _, frame, component = self._open[-1]
            own = next((tag for tag in reversed(tags) if tag not in _INLINE), "")
            self.elements.append(_Element(own, frozenset(tags), frame, component))
            self._is_new = False
        self.elements[-1].words.append(data)


def passages(markup: Markup, read: tuple[Character, ...]) -> tuple[Passage, ...]:
    """Every element of text that is found in the file, in the order of the markup."""
    pairs = [(letter, at) for at, character in enumerate(read) for letter in letters(character.text).casefold()]
    printed = "".join(letter for letter, _ in pairs)
    found, cursor = [], 0
    for element in markup.elements:
        wanted = letters("".join(element.words)).casefold()
        if not wanted:
            continue
        at = printed.find(wanted, cursor)
        if at < 0:
            at = printed.find(wanted)
        if at < 0:
            continue
        # The words of a drawing are painted before or after those around it.
        if len(wanted) >= _SURE and element.tag != "text":
            cursor = at + len(wanted)
        first, last = pairs[at][1], pairs[at + len(wanted) - 1][1]
        lines = tuple(_lines(_with_signs(read, first, last)))
        found.append(Passage(element.tag, element.within, element.frame, element.component, lines))
    return tuple(found)


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
