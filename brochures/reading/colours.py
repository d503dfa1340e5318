"""Every colour role of a look, derived from a clinic's two colours. The only home of coloraide. Floor 2.

Shades keep their hue in OKLCH and change lightness, so they look like one family. What is promised
about contrast (WCAG 2.1 ratios) is measured on the very `#rrggbb` that is printed.
"""

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from brochures.model.brand import Palette
from brochures.model.themes import Neutrals
from brochures.reading import oklch

if TYPE_CHECKING:
    from coloraide import Color

PAPER: Final = "#ffffff"
INK: Final = "#15262b"
INK_SOFT: Final = "#465860"
URGENT: Final = "#a5101f"
PETROL: Final = "#0b5260"
APRICOT: Final = "#f0a057"

TEXT: Final = 4.5  # normal text: https://www.w3.org/TR/WCAG21/#contrast-minimum
GRAPHIC: Final = 3.0  # lines and marks that carry meaning: https://www.w3.org/TR/WCAG21/#non-text-contrast
STRONG: Final = 7.0
INK_ON_TINT: Final = 12.0
ALIKE: Final = 12.0  # CIEDE2000: below it two colours are taken for each other across a room
FAR_APART: Final = 25.0
_STEP: Final = 0.004
_NEUTRALS: Final = Neutrals()
_HEX: Final = re.compile(r"#[0-9a-fA-F]{6}\Z")


class ColourError(ValueError):
    """Words that name no colour that can be printed."""


def as_hex(words: str, *, opaque: bool = True) -> str:
    """The colour as `#rrggbb`, mapped into sRGB; with `opaque` false, whatever shines through it.

    Raises:
        ColourError: not a CSS colour, or one that lets light through where that cannot be.
    """
    if _HEX.match(words):
        return words.lower()
    from coloraide import Color

    try:
        colour = Color(words)
        printed = _hex(colour)
    except (ValueError, TypeError, ArithmeticError) as error:
        raise ColourError("it is not a colour") from error
    if not all(math.isfinite(part) for part in colour.coords(nans=False)):
        raise ColourError("it is not a colour")
    if opaque and not colour.alpha(nans=False) >= 1:
        raise ColourError("a printed colour cannot be transparent")
    return printed


@lru_cache(maxsize=4096)
def contrast(one: str, other: str) -> float:
    """The WCAG 2.1 contrast ratio of two colours, from 1 to 21."""
    return oklch.contrast(one, other)


def distance(one: str, other: str) -> float:
    """How different two colours look: CIEDE2000, where 2 is just seen side by side."""
    from coloraide import Color

    return float(Color(one).delta_e(other, method="2000"))


def second_colour(primary: str, usual: str = APRICOT, other: str = PETROL) -> str:
    """A second colour for a clinic that names only its first: the theme's usual one, or the other beside a like."""
    return usual if distance(primary, usual) >= FAR_APART else other


@lru_cache(maxsize=256)
def palette(
    primary: str = PETROL, secondary: str = APRICOT, neutrals: Neutrals = _NEUTRALS, *, warm_tint: bool = False
) -> Palette:
    """All roles from two `#rrggbb` colours and a theme's neutrals; `warm_tint` takes panels' tint from the second.

    Both colours are kept as they are for fields and drawings. Text on `brand` and `accent` reads at 4.5:1
    or better, as do `brand_text` and `accent_text` on paper and on both tints, and paper on `brand_deep`
    at 7:1; ink on a tint at 12:1; `brand_mid` and `accent_mid` stand out from paper at 3:1. Every pair
    that can meet is in `reading/contrast.py`.
    """
    brand, on_brand = primary, _words_on(primary)
    accent, on_accent = secondary, _words_on(secondary)
    paper, ink = neutrals.paper, neutrals.ink
    brand_tint, accent_tint = _tint(brand, 0.943, 0.014), _tint(accent, 0.929, 0.042)
    tint = _warm_tint(paper, accent) if warm_tint else brand_tint
    grounds = (PAPER, paper, tint, brand_tint, accent_tint)
    deep = _darker(_shade(brand, _lightness(brand) * 0.72, 0.7), lambda c: contrast(paper, c) >= STRONG)
    tint_on_brand = deep if on_brand == PAPER else PAPER
    tint_on_accent = accent if on_accent == PAPER else PAPER
    return Palette(
        brand=brand,
        brand_deep=deep,
        brand_mid=_mid(brand, (paper, tint)),
        brand_soft=_shade(brand, 0.826, 0.55, cap=0.06),
        brand_tint=brand_tint,
        brand_text=_text(brand, grounds),
        on_brand=on_brand,
        on_brand_soft=_soft_text(brand, on_brand),
        accent=accent,
        accent_mid=_darker(accent, lambda c: contrast(paper, c) >= GRAPHIC and contrast(tint, c) >= GRAPHIC),
        accent_tint=accent_tint,
        accent_text=_text(_shade(accent, min(_lightness(accent), 0.489), 0.95), grounds),
        on_accent=on_accent,
        tint=tint,
        accent_on_brand=_on(accent, (brand, tint_on_brand), on_brand),
        brand_on_accent=_on(brand, (accent, tint_on_accent), on_accent),
        ink=ink,
        ink_soft=_text(neutrals.ink_soft, grounds),
        line=neutrals.line,
        paper=paper,
        urgent=URGENT,
        tint_on_brand=tint_on_brand,
        tint_on_accent=tint_on_accent,
        urgent_on_brand=_seen(URGENT, brand, on_brand),
        urgent_on_accent=_seen(URGENT, accent, on_accent),
    )


def _words_on(colour: str) -> str:
    """The colour of words on a field: white, ink, or where neither is read, ink as dark as it must be."""
    if contrast(PAPER, colour) >= TEXT:
        return PAPER
    return _darker(INK, lambda c: contrast(c, colour) >= TEXT)


def _seen(mark: str, ground: str, words: str) -> str:
    """A mark that stands out from its ground, or the colour of the words there."""
    return mark if contrast(mark, ground) >= GRAPHIC else words


def _on(colour: str, grounds: tuple[str, ...], words: str) -> str:
    """`colour` where it can be read on all `grounds`, else its nearest shade towards `words`, which can."""

    def is_read(shade: str) -> bool:
        return all(contrast(shade, ground) >= TEXT for ground in grounds)

    towards = _lighter if _lightness(words) > _lightness(grounds[0]) else _darker
    moved = towards(colour, is_read)
    return moved if is_read(moved) else words


def _tint(colour: str, lightness: float, most_chroma: float) -> str:
    tint = _shade(colour, lightness, 0.3, cap=most_chroma)
    return _lighter(tint, lambda c: contrast(INK, c) >= INK_ON_TINT)


def _warm_tint(paper: str, accent: str) -> str:
    """The theme's paper with a breath of the second colour, so that it stays near the paper whatever the clinic's."""
    mixed = oklch.mixed(paper, accent, 0.12)
    return _lighter(mixed, lambda c: contrast(INK, c) >= INK_ON_TINT)


def _mid(brand: str, grounds: tuple[str, ...]) -> str:
    """Lighter than the brand, yet a line that is seen on paper."""
    wanted = max(_lightness(brand), 0.4 * _lightness(brand) + 0.39)
    return _darker(_shade(brand, wanted, 1.1), lambda c: all(contrast(ground, c) >= GRAPHIC for ground in grounds))


def _text(colour: str, grounds: tuple[str, ...]) -> str:
    return _darker(colour, lambda c: all(contrast(c, ground) >= TEXT for ground in grounds))


def _soft_text(brand: str, on_brand: str) -> str:
    """Words of second rank on the brand field: softer than `on_brand`, and still read."""
    if on_brand == PAPER:
        return _lighter(_shade(brand, 0.9, 0.4, cap=0.03), lambda c: contrast(c, brand) >= TEXT)
    return INK_SOFT if contrast(INK_SOFT, brand) >= TEXT else on_brand


def _darker(colour: str, holds: Callable[[str], bool]) -> str:
    return _moved(colour, holds, -_STEP)


def _lighter(colour: str, holds: Callable[[str], bool]) -> str:
    return _moved(colour, holds, _STEP)


def _moved(colour: str, holds: Callable[[str], bool], step: float) -> str:
    """The nearest shade of `colour` in one direction for which `holds`; black or white at the end."""
    lightness = _lightness(colour)
    found = colour
    while not holds(found) and (lightness > 0 if step < 0 else lightness < 1):
        lightness += step
        found = _shade(colour, lightness)
    return found


@lru_cache(maxsize=4096)
def _shade(colour: str, lightness: float, chroma_factor: float = 1.0, *, cap: float = 0.4) -> str:
    """`colour` at another OKLCH lightness, its chroma scaled and capped."""
    _, chroma, hue = oklch.from_hex(colour)
    return oklch.to_hex(lightness, min(chroma * chroma_factor, cap), hue)


def _lightness(colour: str) -> float:
    return oklch.from_hex(colour)[0]


def _hex(colour: "Color") -> str:
    fitted = colour.convert("srgb").fit("srgb", method="oklch-chroma")
    return str(fitted.to_string(hex=True, alpha=False))
