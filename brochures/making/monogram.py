"""A logo to begin with: the clinic's initials on a tile, its name beside it, all as outlines. Floor 4.

No text is left in it, so it looks the same wherever it is opened; the letters are those of a shipped font.
"""

import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

_TILE: Final = 96.0
_ROUND: Final = 16.0
_INITIALS_WIDE: Final = 64.0
_INITIALS_HIGH: Final = 44.0
_GAP: Final = 20.0
_CAPITALS: Final = {1: 40.0, 2: 28.0, 3: 19.0}
"""Height of the capitals of the name by its number of lines; what hangs below the last one stays inside too."""
_LEADING: Final = 1.52
_ASPECT: Final = 3.3
"""The shape that the layouts give most room to, width over height."""
_SMALL_WORDS: Final = frozenset("a an and at by de der des di du for in la le of on the und y".split())  # noqa: SIM905 - a row


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of tile, initials and name: `#rrggbb`."""

    tile: str
    initials: str
    name: str


class _Letters:
    """The outlines of one font."""

    def __init__(self, path: Path) -> None:
        font = TTFont(io.BytesIO(path.read_bytes()), lazy=True)
        self._cmap: dict[int, str] = font.getBestCmap()
        self._glyphs: Any = font.getGlyphSet()
        self.capital: float = _height(self._glyphs, self._cmap[ord("H")])

    def has(self, letter: str) -> bool:
        """Whether the font draws this letter."""
        return ord(letter) in self._cmap

    def wide(self, words: str) -> float:
        """The width of the words in the font's units."""
        return float(sum(self._glyphs[self._cmap[ord(letter)]].width for letter in words))

    def path(self, words: str, x: float, baseline: float, capital: float) -> str:
        """The words as path data, their capitals `capital` high."""
        scale = capital / self.capital
        pen = SVGPathPen(self._glyphs, ntos=lambda number: f"{number:.2f}".rstrip("0").rstrip("."))
        for letter in words:
            glyph = self._glyphs[self._cmap[ord(letter)]]
            glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, x, baseline)))
            x += glyph.width * scale
        return str(pen.getCommands())


def drawable(name: str, font: Path) -> str:
    """What of the name the font can draw; nothing when that is less than half of it."""
    letters = _Letters(font)
    kept = " ".join("".join(c for c in name if c.isspace() or letters.has(c)).split())
    return kept if len(kept) * 2 >= len(name) and any(c.isalnum() for c in kept) else ""


def logo(name: str, font: Path, inks: Inks) -> bytes:
    """The logo as an SVG file: tile, initials and name; rings on the tile when the font cannot draw the name."""
    shown = drawable(name, font)
    tile = f'<path fill="{inks.tile}" d="{_tile()}"/>'
    if not shown:
        rings = "".join(f'<circle cx="48" cy="48" r="{r}"/>' for r in (26, 14))
        drawn = f'{tile}<g fill="none" stroke="{inks.initials}" stroke-width="6">{rings}</g>'
        return _svg(name, _TILE, drawn)
    letters = _Letters(font)
    lines, capital, width = _set(letters, shown)
    middle = _TILE / 2 + capital / 2
    first = middle - (len(lines) - 1) * capital * _LEADING / 2
    words = "".join(
        letters.path(line, _TILE + _GAP, first + number * capital * _LEADING, capital)
        for number, line in enumerate(lines)
    )
    drawn = (
        f'{tile}<path fill="{inks.initials}" d="{_initials(letters, shown)}"/><path fill="{inks.name}" d="{words}"/>'
    )
    return _svg(name, _TILE + _GAP + width, drawn)


def initials(name: str) -> str:
    """One or two capitals that stand for the name.

    >>> initials("The Harbor Clinic of Portland"), initials("Lumi")
    ('HC', 'L')
    """
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", name)
    counted = [word for word in words if word.casefold() not in _SMALL_WORDS] or words
    return "".join(word[0].upper()[:1] for word in counted[:2]) or name[:1].upper()


def _initials(letters: _Letters, name: str) -> str:
    shown = "".join(letter for letter in initials(name) if letters.has(letter))
    wide = letters.wide(shown) / letters.capital if shown else 1.0
    capital = min(_INITIALS_HIGH, _INITIALS_WIDE / wide)
    return letters.path(shown, (_TILE - capital * wide) / 2, (_TILE + capital) / 2, capital)


def _set(letters: _Letters, name: str) -> tuple[list[str], float, float]:
    """The name's lines, the height of their capitals and their width: as many lines as give the best shape."""
    found = []
    for count, capital in _CAPITALS.items():
        lines = _broken(letters, name, count)
        width = max(letters.wide(line) for line in lines) * capital / letters.capital
        aspect = (_TILE + _GAP + width) / _TILE
        found.append((abs(aspect - _ASPECT), lines, capital, width))
    _, lines, capital, width = min(found)
    return lines, capital, width


def _broken(letters: _Letters, name: str, count: int) -> list[str]:
    """The name in at most `count` lines, the longest as short as can be."""
    words = name.split()
    if count == 1 or len(words) == 1:
        return [name]
    options = (
        [" ".join(words[:at]), *_broken(letters, " ".join(words[at:]), count - 1)] for at in range(1, len(words))
    )
    return min(options, key=lambda lines: max(letters.wide(line) for line in lines))


def _height(glyphs: Any, name: str) -> float:  # noqa: ANN401 - the font library carries no types
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    return float(pen.bounds[3])


def _tile() -> str:
    near, far, r = 0, _TILE, _ROUND
    return (
        f"M{r:g} {near}H{far - r:g}Q{far:g} {near} {far:g} {r:g}V{far - r:g}Q{far:g} {far:g} {far - r:g} {far:g}"
        f"H{r:g}Q{near} {far:g} {near} {far - r:g}V{r:g}Q{near} {near} {r:g} {near}Z"
    )


def _svg(name: str, width: float, drawn: str) -> bytes:
    title = escape("".join(c for c in name if c.isprintable()))
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1f} {_TILE:g}">\n'
        f"<title>{title}</title>\n{drawn}\n</svg>\n"
    )
    return text.encode()
