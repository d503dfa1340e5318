"""Looks at a finished PDF and says what is wrong with it; nothing is believed that was not seen. Floor 4.

The engine drops text that does not fit, and falls back to other fonts, without a word: so pages, words,
fonts, sizes and distances are read back from the file itself.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

from brochures.errors import Problem
from brochures.making.inspection import Character, Facts, characters, facts, is_accessible
from brochures.making.locks import letters, lock_faults
from brochures.making.typesetting import Typeset
from brochures.model.brand import Look
from brochures.model.document import LARGE_PT, Document, Page
from brochures.model.formats import CLEAR_MM

LEAST_PT: Final = 8.49
"""Fine print; x-height 1.4 mm in our text face (EU readability guideline, 2009)."""
_FOLIO_PT: Final = 11.99
_SLACK_MM: Final = 0.3
_CELL_MM: Final = 4.0
_MOST_SHARED: Final = 0.35
_LIGATURE: Final = 3
_STYLES: Final = "Thin|Extra|Ultra|Light|Book|Regular|Medium|Semi|Demi|Bold|Heavy|Black|Italic|Oblique|Condensed"


def preflight(document: Document, html: str, typeset: Typeset, look: Look) -> tuple[Problem, ...]:
    """Everything wrong with this PDF; empty when it may be delivered."""
    read, stated = characters(typeset.pdf), facts(typeset.pdf)
    found = (
        *_pages(document, typeset),
        *_ends(document, typeset),
        *_words(html, read),
        *_fonts(stated, look),
        *_sizes(document, read),
        *_distances(document, read),
        *_overlaps(document, read),
        *_standing(document, stated),
        *_accessible(typeset.pdf),
        *lock_faults(document, typeset.pdf, read),
    )
    return tuple(Problem(code, message, hint, piece=document.name) for code, message, hint in found)


_Found = Iterator[tuple[str, str, str]]


def _pages(document: Document, typeset: Typeset) -> _Found:
    if typeset.page_count != len(document.pages):
        yield (
            "page-count",
            f"{typeset.page_count} pages came out, not {len(document.pages)}",
            "text ran over; shorten it",
        )


def _ends(document: Document, typeset: Typeset) -> _Found:
    for page, anchors in zip(document.pages, typeset.anchors, strict=False):
        for frame in page.frames:
            end = anchors.get(f"end-{frame.name}")
            if end is None:
                yield "panel-end", f"{frame.label}: its end is not on its page", "text ran over; shorten it"
            elif end[1] > frame.box.bottom + _SLACK_MM:
                over = end[1] - frame.box.bottom
                yield "panel-over", f"{frame.label} runs {over:.1f} mm over its foot", "shorten its text"


class _Text(HTMLParser):
    """The words that are printed, those in drawings too; their titles are for readers that speak."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's name
        self._skip += tag in ("head", "title")

    def handle_endtag(self, tag: str) -> None:
        self._skip -= tag in ("head", "title")

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self.words += data.split()


def _words(html: str, read: tuple[Character, ...]) -> _Found:
    """Every letter that was set must be in the PDF as often as in the markup, and every word in full.

    Signs are left out: at a line's end the reader of the PDF gives back a hyphen as a control character.
    """
    parser = _Text()
    parser.feed(html)
    printed = letters("".join(c.text for c in read))
    short = Counter(letters("".join(parser.words))) - Counter(printed)
    lost = [word for word in dict.fromkeys(parser.words) if letters(word) not in printed]
    if short or lost:
        names = ", ".join(f"“{word}”" for word in lost[:5]) or f"{sum(short.values())} characters"
        yield "text-lost", f"words are missing from the PDF: {names}", "text ran over, or a font lacks a character"


def _fonts(stated: Facts, look: Look) -> _Found:
    families = "|".join(re.escape(face.family.replace(" ", "").replace("-", "")) for face in look.faces)
    allowed = re.compile(f"(?:{families})(?:{_STYLES})*")
    for name in stated.fonts:
        plain = re.sub("[- ]", "", name.split("+", 1)[-1])
        if not allowed.fullmatch(plain):
            yield "foreign-font", f"the font {name} is not the brand's", "a character is missing from the brand's fonts"


def _sizes(document: Document, read: tuple[Character, ...]) -> _Found:
    small = [c for c in read if c.text.isalnum() and c.size_pt < _least_pt(document, c)]
    if small:
        least = min(c.size_pt for c in small)
        yield (
            "type-small",
            f"{len(small)} characters are set at {least:.1f} pt; {LARGE_PT if document.large else 8.5:g} is the least",
            "a style is at fault",
        )


def _least_pt(document: Document, character: Character) -> float:
    """Large print has a floor of its own, but for the line at the foot of its pages."""
    if not document.large:
        return LEAST_PT
    frames = document.pages[character.page].frames if character.page < len(document.pages) else ()
    at_foot = any(frame.name.startswith("folio") and character.top >= frame.box.y for frame in frames)
    return _FOLIO_PT if at_foot else LARGE_PT - 0.01


def _distances(document: Document, read: tuple[Character, ...]) -> _Found:
    width, height = document.size_mm
    for number, page in enumerate(document.pages):
        near = [c for c in read if c.page == number and not c.text.isspace() and _too_near(c, page, width, height)]
        if near:
            words = "".join(c.text for c in near[:24])
            yield (
                "near-edge",
                f"text on {page.name} is nearer than {CLEAR_MM:g} mm to a trim or fold: “{words}”",
                "shorten it",
            )


def _too_near(character: Character, page: Page, width: float, height: float) -> bool:
    clear = CLEAR_MM - _SLACK_MM
    if character.left < clear or character.top < clear:
        return True
    if character.right > width - clear or character.bottom > height - clear:
        return True
    return any(character.left < fold + clear and character.right > fold - clear for fold in page.folds_mm)


def _overlaps(document: Document, read: tuple[Character, ...]) -> _Found:
    """Letters printed on letters: blocks placed by number neither break nor warn when they meet."""
    cells: dict[tuple[int, int, int], list[tuple[int, Character]]] = {}
    for at, letter in enumerate(read):
        if letter.text.isalnum():
            cell = (letter.page, int(letter.left / _CELL_MM), int(letter.top / _CELL_MM))
            cells.setdefault(cell, []).append((at, letter))
    for (page, x, y), here in cells.items():
        if page >= len(document.pages):
            continue
        near = [c for dx in (0, 1) for dy in (-1, 0, 1) for c in cells.get((page, x + dx, y + dy), ())]
        # The letters of a ligature share one box, so neighbours in the text are left out.
        hits = (a for i, a in here for j, b in near if abs(i - j) > _LIGATURE and _shared(a, b) > _MOST_SHARED)
        hit = next(hits, None)
        if hit:
            where = f"{hit.left:.0f} mm from the left, {hit.top:.0f} mm from the top"
            yield "text-overlap", f"text on {document.pages[page].name} runs into other text at {where}", "shorten it"
            return


def _shared(a: Character, b: Character) -> float:
    """How much of the smaller letter's box lies under the other, from 0 to 1."""
    width = min(a.right, b.right) - max(a.left, b.left)
    height = min(a.bottom, b.bottom) - max(a.top, b.top)
    least = min((c.right - c.left) * (c.bottom - c.top) for c in (a, b))
    return width * height / least if width > 0 and height > 0 and least > 0 else 0.0


def _standing(document: Document, stated: Facts) -> _Found:
    if stated.title != document.title:
        yield "no-title", f"the file's title is “{stated.title}”", "a style is at fault"
    if stated.language != document.language:
        yield (
            "no-language",
            f"the file's language is “{stated.language}”, not {document.language}",
            "a style is at fault",
        )
    for width, height in stated.sizes_mm:
        if max(abs(width - document.size_mm[0]), abs(height - document.size_mm[1])) > 0.01:  # noqa: PLR2004 - 0.01 mm
            yield "sheet-size", f"a page is {width:.2f} by {height:.2f} mm", "a style is at fault"


def _accessible(pdf: bytes) -> _Found:
    for fault in is_accessible(pdf):
        yield "not-accessible", f"the PDF does not meet PDF/UA-1: {fault}", "a template is at fault"
