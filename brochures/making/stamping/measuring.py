"""Asks the engine for glyphs, advances and kerns of a face: all pairs of an alphabet in one line of text. Floor 4.

Through private parts of the engine's one version that `engine_tags.py` names: a line is laid out as the engine will
lay out any value, with the features that the slot's style asks for.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from brochures.errors import StyleFault

_INTS: Final = 5
"""Of each glyph the engine's record holds: its number, advance, offsets to the right and up, and a mark."""
_NO_GLYPH: Final = 0x0FFFFFFF
"""From here on a number tells that no face has the glyph, or that nothing is drawn."""
_CHANGED: Final = ((1, 2), (2, 2), (1, 1), (2, 1), (2, 3), (1, 3))
"""How many glyphs may stand for how many letters where they are not drawn side by side."""
_SURE: Final = 3
_MOST_CHANGED: Final = 300

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Measured:
    """A face at one size: letters with their glyphs, advances and kerns, in 1024ths of a pixel."""

    size_px: float
    letters: str
    glyphs: tuple[int, ...]
    advances: tuple[int, ...]
    kerns: tuple[tuple[int, ...], ...]
    """For each letter, before each letter."""
    joined: frozenset[str]
    """Pairs that are not drawn side by side."""


@dataclass(frozen=True, slots=True)
class _Run:
    """What is drawn of a part of a line in one face."""

    face: int
    font: Any
    text: str
    glyphs: "array[int]"
    widths: "array[int]"
    moved: list[int]
    """Glyphs that do not stand on the line where the one before ends."""


def measured(style: Any, alphabet: frozenset[str]) -> Measured:  # noqa: ANN401 - the engine's style
    """What a slot of this style can print of an alphabet, and all that is needed to set it.

    Raises:
        StyleFault: the face has no space, or draws its letters by their neighbours throughout.
    """
    glyph_of, advance_of = _letters(style, alphabet)
    letters = "".join(sorted(glyph_of))
    glyphs = tuple(map(glyph_of.__getitem__, letters))
    advances = tuple(map(advance_of.__getitem__, letters))
    order = "".join(_all_pairs(letters))
    widths, lost, joined = _side_by_side(order, array("i", _all_pairs(glyphs)), _line(style, order))
    kerns = _kerns(advances, widths)
    for pair in lost:
        alone = _line(style, pair)
        if [*alone.glyphs] != [glyph_of[letter] for letter in pair] or alone.moved:
            joined.add(pair)
        kern = 0 if pair in joined else alone.widths[0] - advance_of[pair[0]]
        kerns[letters.index(pair[0])][letters.index(pair[1])] = kern
    return Measured(float(style["font_size"]), letters, glyphs, advances, tuple(map(tuple, kerns)), frozenset(joined))


def _letters(style: Any, alphabet: frozenset[str]) -> tuple[dict[str, int], dict[str, int]]:  # noqa: ANN401 - the engine's
    """Glyph and advance of each letter that the slot's own face has."""
    from weasyprint.text.ffi import ffi, pango

    home = next(_runs(style, " "))[0]
    if home.glyphs[0] >= _NO_GLYPH:
        raise StyleFault("the face of a slot has no space: nothing can be filled in there")
    glyph_of: dict[str, int] = {}
    for run, _ in _runs(style, "".join(sorted(alphabet | {" "}))):
        parts = [run] if len(run.text) == len(run.glyphs) else [_line(style, letter) for letter in run.text]
        for part in parts:
            if part.face == home.face and len(part.text) == len(part.glyphs):
                glyph_of |= {c: g for c, g in zip(part.text, part.glyphs, strict=True) if g < _NO_GLYPH}
    box = ffi.new("PangoRectangle *")
    advance_of = {}
    for letter, glyph in glyph_of.items():
        pango.pango_font_get_glyph_extents(home.font, glyph, ffi.NULL, box)
        advance_of[letter] = int(box.width)
    return glyph_of, advance_of


def _all_pairs(things: Sequence[_T]) -> list[_T]:
    """A line in which every thing stands before every thing once, and that ends as it begins."""
    line: list[_T] = []
    for at, thing in enumerate(things):
        others = things[at + 1 :]
        part = [thing] * (1 + 2 * len(others))
        part[2::2] = others
        line += part
    return [*line, things[0]]


def _kerns(advances: tuple[int, ...], widths: "array[int]") -> list[list[int]]:
    """Advances in the order of `_all_pairs`, as what each letter before each letter moves on more than alone."""
    count, at = len(advances), 0
    last = count - 1
    table = array("i", [0]) * (count * count)
    for i in range(last):
        part = widths[at : at + 1 + 2 * (last - i)]
        at += len(part)
        table[i * count + i] = part[0]
        table[i * count + i + 1 : (i + 1) * count] = part[1::2]
        table[(i + 1) * count + i : last * count + i : count] = part[2:-1:2]
        table[last * count + i + 1] = part[-1]
    table[last * count] = widths[at]
    return [[w - alone for w in table[i * count : (i + 1) * count]] for i, alone in enumerate(advances)]


def _side_by_side(order: str, wanted: "array[int]", shown: _Run) -> tuple["array[int]", set[str], set[str]]:
    """The advance of each letter, or 0; the pairs for which it is not known, and those that are drawn otherwise."""
    widths = array("i")
    lost: set[str] = set()
    joined: set[str] = set()
    glyphs, at = shown.glyphs, 0
    for _ in range(_MOST_CHANGED):
        begun = len(widths)
        same = _same(wanted, begun, glyphs, at)
        widths += shown.widths[at : at + same]
        at += same
        here = len(widths)
        if here == len(order):
            return widths, lost, joined | _moved(order, shown)
        drawn, meant = _change(wanted, here, glyphs, at)
        first = max(here - 1, 0)
        lost |= {order[i : i + 2] for i in range(first, here + meant)}
        within = range(here, here + meant - 1) if meant > 1 else range(first, here + 1)
        joined |= {order[i : i + 2] for i in within}
        widths[first:] = array("i", [0]) * (here - first + meant)
        at += drawn
    raise StyleFault("the face of a slot draws letters by their neighbours: choose another for what is filled in")


def _moved(order: str, shown: _Run) -> set[str]:
    if len(shown.moved) > _MOST_CHANGED or (shown.moved and len(shown.glyphs) != len(order)):
        raise StyleFault("the face of a slot moves its letters about: choose another for what is filled in")
    return {order[max(i, 0) : i + 2] for place in shown.moved for i in (place - 1, place)}


def _same(wanted: "array[int]", here: int, glyphs: "array[int]", at: int) -> int:
    """How many glyphs from here on are as they are wanted."""
    most = min(len(wanted) - here, len(glyphs) - at)
    if wanted[here : here + most] == glyphs[at : at + most]:
        return most
    return next(n for n in range(most) if wanted[here + n] != glyphs[at + n])


def _change(wanted: "array[int]", here: int, glyphs: "array[int]", at: int) -> tuple[int, int]:
    for drawn, meant in _CHANGED:
        if glyphs[at + drawn : at + drawn + _SURE] == wanted[here + meant : here + meant + _SURE]:
            return drawn, meant
    raise StyleFault("the face of a slot draws letters by their neighbours: choose another for what is filled in")


def _line(style: Any, text: str) -> _Run:  # noqa: ANN401 - the engine's style
    """A text in one run.

    Raises:
        StyleFault: the engine breaks it into several.
    """
    runs = [run for run, _ in _runs(style, text)]
    if len({run.face for run in runs}) > 1:
        return _Run(-1, None, text, array("i", [_NO_GLYPH]), array("i", [0]), [])
    first = runs[0]
    for run in runs[1:]:
        start = len(first.glyphs)
        first.moved.extend(start + place for place in run.moved)
        first.glyphs.extend(run.glyphs)
        first.widths.extend(run.widths)
    return _Run(first.face, first.font, text, first.glyphs, first.widths, first.moved)


def _runs(style: Any, text: str) -> Iterator[tuple[_Run, Any]]:  # noqa: ANN401 - the engine's style
    """What the engine draws for a text; each with the layout, which must live as long as its font is used."""
    from weasyprint.text.ffi import ffi
    from weasyprint.text.fonts import get_pango_font_key
    from weasyprint.text.line_break import Layout

    layout, whole = Layout(style), text.encode()
    layout.set_text(text)
    run = layout.get_first_line()[0].runs[0]
    while run != ffi.NULL:
        item, shown = run.data.item, run.data.glyphs
        numbers = array("i", ffi.buffer(shown.glyphs, shown.num_glyphs * ffi.sizeof("PangoGlyphInfo"))[:])
        glyphs, widths, rights, ups = (numbers[at::_INTS] for at in range(_INTS - 1))
        has_moved = rights.count(0) + ups.count(0) < 2 * len(glyphs)
        moved = [at for at in range(len(glyphs)) if rights[at] or ups[at]] if has_moved else []
        font = item.analysis.font
        part = whole[item.offset : item.offset + item.length].decode()
        yield _Run(get_pango_font_key(font)[0], font, part, glyphs, widths, moved), layout
        run = run.next
