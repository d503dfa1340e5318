"""How well the words of any PDF can be read: contrast with what is really behind them, sizes of type. Floor 4.

Nothing is believed of colours that a file states: letters are looked at on the painted page, with and without
themselves. Of each run of letters in one colour, size and line some are looked at, from end to end.
"""

import io
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

import pikepdf

from brochures.making.inspection import Character, characters
from brochures.making.locks import LEAST_CONTRAST, contrast
from brochures.making.sights import Glimpse, glimpses
from brochures.units import mm_from_pt

LEAST_LARGE_CONTRAST: Final = 3.0
"""For type of 18 points and more (WCAG 2.1, success criterion 1.4.3)."""
_LARGE_PT: Final = 17.95
_WORST: Final = 5
_MOST_PAGES: Final = 24
_MOST_MM2: Final = 600_000.0
_EVERY: Final = 4
_SAME_LINE: Final = 0.5
_MOST_GAP: Final = 2.0
_WORD_GAP: Final = 0.22
_SHOWN: Final = 40
_PALER: Final = 0.8
"""Strokes narrower than a pixel look paler than they are; what is paler still is transparent."""
_SLACK: Final = 0.05
_FLAT_LETTERS: Final = "xzvw"


@dataclass(frozen=True, slots=True)
class Place:
    """A run of letters: page from 1, millimetres from the left and top, its words, its contrast and the least."""

    page: int
    left_mm: float
    top_mm: float
    words: str
    ratio: float
    least: float


@dataclass(frozen=True, slots=True)
class Legibility:
    """How the words read: the worst places first, one for each contrast, and how many of those looked at are bad.

    `below` counts the places with too little contrast, `unseen` those whose letters are not painted at all;
    `pages` is how many were looked at. The smallest type in points with its words, and the least x-height in
    millimetres, are None where there are no letters.
    """

    places: tuple[Place, ...]
    looked_at: int
    below: int
    unseen: int
    pages: int
    least_pt: float | None
    least_words: str
    x_height_mm: float | None


def legibility(pdf: bytes) -> Legibility:
    """What can be said of all words that are letters.

    Raises:
        pikepdf.PdfError, pypdfium2.PdfiumError: the file is damaged.
    """
    upright, pages = _upright(pdf)
    read = [c for c in characters(upright) if c.page in pages]
    runs = [run for run in _runs(read) if any(c.text.isalnum() for c in run)]
    places: list[Place] = []
    unseen = 0
    for page in pages:
        here = {run: [c for c in run if c.text.isalnum()][::_EVERY] for run in runs if run[0].page == page}
        seen = glimpses(upright, chain.from_iterable(here.values()))
        for run, looked in here.items():
            ratio = _ratio([(c, seen[c]) for c in looked])
            if ratio is None:
                unseen += 1
            else:
                places.append(_place(run, ratio))
    smallest = min(runs, key=lambda run: run[0].size_pt, default=())
    heights = [c.bottom - c.top for c in read if c.text in _FLAT_LETTERS and _is_level(c)]
    worst = sorted(places, key=lambda place: (place.ratio / place.least, place.page, place.top_mm))
    return Legibility(
        tuple({(place.ratio, place.least): place for place in reversed(worst)}.values())[: -_WORST - 1 : -1],
        len(places) + unseen,
        sum(place.ratio < place.least - _SLACK for place in places),
        unseen,
        len(pages),
        round(smallest[0].size_pt, 2) if smallest else None,
        _words(smallest),
        round(min(heights), 2) if heights else None,
    )


def _upright(pdf: bytes) -> tuple[bytes, set[int]]:
    """The file's first pages, none of them turned, and which of them are to be looked at: all that are not huge."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        is_long = len(file.pages) > _MOST_PAGES
        del file.pages[_MOST_PAGES:]
        turned = [page for page in file.pages if page.obj.get("/Rotate", 0)]
        for page in turned:
            page.obj["/Rotate"] = 0
        boxes = [[float(value) for value in page.cropbox] for page in file.pages]
        sides = [(mm_from_pt(box[2] - box[0]), mm_from_pt(box[3] - box[1])) for box in boxes]
        pages = {number for number, (width, height) in enumerate(sides) if abs(width * height) <= _MOST_MM2}
        if not (turned or is_long or file.is_encrypted):
            return pdf, pages
        saved = io.BytesIO()
        file.save(saved)
        return saved.getvalue(), pages


def _runs(read: list[Character]) -> Iterator[tuple[Character, ...]]:
    """Letters that follow one another in one line, colour and size."""
    if not read:
        return
    run = [read[0]]
    for before, after in pairwise(read):
        if not _goes_on(before, after):
            yield tuple(run)
            run = []
        run.append(after)
    yield tuple(run)


def _goes_on(a: Character, b: Character) -> bool:
    size = mm_from_pt(max(a.size_pt, b.size_pt))
    alike = (a.page, a.fill, round(a.size_pt, 1)) == (b.page, b.fill, round(b.size_pt, 1))
    return alike and abs(a.bottom - b.bottom) < _SAME_LINE * size and -size < b.left - a.right < _MOST_GAP * size


def _place(run: tuple[Character, ...], ratio: float) -> Place:
    least = LEAST_LARGE_CONTRAST if run[0].size_pt >= _LARGE_PT else LEAST_CONTRAST
    left, top = min(c.left for c in run), min(c.top for c in run)
    return Place(run[0].page + 1, round(left, 1), round(top, 1), _words(run), round(ratio, 2), least)


def _words(run: tuple[Character, ...]) -> str:
    """The words of a run, cut after some letters; many files leave white between words in place of blanks."""
    said = "".join(c.text for c in run[:1])
    for before, after in pairwise(run):
        is_apart = after.left - before.right > _WORD_GAP * mm_from_pt(after.size_pt)
        said += f" {after.text}" if is_apart else after.text
    words = "".join(c for c in " ".join(said.split()) if c.isprintable())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"


def _ratio(looked: list[tuple[Character, Glimpse]]) -> float | None:
    """The least contrast of these letters with their ground; None when none of them is painted."""
    stated: list[float] = []
    shares: list[float] = []
    for character, glimpse in looked:
        bare = Counter(chain.from_iterable(glimpse.bare))
        if not bare:
            continue
        ground = _colour(bare.most_common(1)[0][0])
        ratio = contrast(character.fill, ground)
        pairs = set(chain.from_iterable(map(zip, glimpse.shown, glimpse.bare)))
        seen = max(contrast(_colour(shown), _colour(behind)) for shown, behind in pairs)
        if seen > 1 + _SLACK or ratio < 1 + 2 * _SLACK:
            stated.append(ratio)
            shares.append(seen / ratio)
    if not stated:
        return None
    return min(stated) * (max(shares) if max(shares) < _PALER else 1.0)


def _colour(pixel: int) -> tuple[int, int, int]:
    blue, green, red, _ = pixel.to_bytes(4, sys.byteorder)
    return red, green, blue


def _is_level(character: Character) -> bool:
    across, turn, slant, along = character.matrix
    return turn == 0 == slant and across > 0 and along > 0
