"""Every colour role of a look, derived from a clinic's two colours. The only home of coloraide. Floor 2.

Shades keep their hue in OKLCH and change lightness, so they look like one family. What is promised
about contrast (WCAG 2.1 ratios) is measured on the very `#rrggbb` that is printed.
"""

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from coloraide import Color

from brochures.model.brand import Palette

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


class ColourError(ValueError):
    """Words that name no colour that can be printed."""


def as_hex(words: str) -> str:
    """The colour as `#rrggbb`, mapped into sRGB.

    Raises:
        ColourError: not a CSS colour, or one that lets light through.
    """
    try:
        colour = Color(words)
        printed = _hex(colour)
    except (ValueError, TypeError, ArithmeticError) as error:
        raise ColourError("it is not a colour") from error
    if not all(math.isfinite(part) for part in colour.coords(nans=False)):
        raise ColourError("it is not a colour")
    if not colour.alpha(nans=False) >= 1:
        raise ColourError("a printed colour cannot be transparent")
    return printed


@lru_cache(maxsize=4096)
def contrast(one: str, other: str) -> float:
    """The WCAG 2.1 contrast ratio of two colours, from 1 to 21."""
    return float(Color(one).contrast(other, method="wcag21"))


def distance(one: str, other: str) -> float:
    """How different two colours look: CIEDE2000, where 2 is just seen side by side."""
    return float(Color(one).delta_e(other, method="2000"))


def second_colour(primary: str) -> str:
    """A second colour for a clinic that names only its first: apricot, or petrol beside a warm one."""
    return APRICOT if distance(primary, APRICOT) >= FAR_APART else PETROL


@lru_cache(maxsize=256)
def palette(primary: str = PETROL, secondary: str = APRICOT) -> Palette:
    """All roles from two `#rrggbb` colours.

    Text on `brand` and `accent` reads at 4.5:1 or better, as do `brand_text` and `accent_text` on paper
    and on both tints, and paper on `brand_deep` at 7:1; ink on a tint at 12:1; `brand_mid` and
    `accent_mid` stand out from paper at 3:1. A colour on which neither white nor ink reads is moved to
    the nearest shade on which white does.
    """
    brand, on_brand = _field(primary)
    accent, on_accent = _field(secondary)
    brand_tint, accent_tint = _tint(brand, 0.943, 0.014), _tint(accent, 0.929, 0.042)
    return Palette(
        brand=brand,
        brand_deep=_darker(_shade(brand, _lightness(brand) * 0.72, 0.7), lambda c: contrast(PAPER, c) >= STRONG),
        brand_mid=_mid(brand),
        brand_soft=_shade(brand, 0.826, 0.55, cap=0.06),
        brand_tint=brand_tint,
        brand_text=_text(brand, (PAPER, brand_tint, accent_tint)),
        on_brand=on_brand,
        on_brand_soft=_soft_text(brand, on_brand),
        accent=accent,
        accent_mid=_darker(accent, lambda c: contrast(PAPER, c) >= GRAPHIC),
        accent_tint=accent_tint,
        accent_text=_text(_shade(accent, min(_lightness(accent), 0.489), 0.95), (PAPER, accent_tint, brand_tint)),
        on_accent=on_accent,
        ink=INK,
        ink_soft=INK_SOFT,
        paper=PAPER,
        urgent=URGENT,
    )


def _field(colour: str) -> tuple[str, str]:
    """A colour to print words on, and the colour of the words."""
    for words in (PAPER, INK):
        if contrast(words, colour) >= TEXT:
            return colour, words
    return _darker(colour, lambda c: contrast(PAPER, c) >= TEXT), PAPER


def _tint(colour: str, lightness: float, most_chroma: float) -> str:
    tint = _shade(colour, lightness, 0.3, cap=most_chroma)
    return _lighter(tint, lambda c: contrast(INK, c) >= INK_ON_TINT)


def _mid(brand: str) -> str:
    """Lighter than the brand, yet a line that is seen on paper."""
    wanted = max(_lightness(brand), 0.4 * _lightness(brand) + 0.39)
    return _darker(_shade(brand, wanted, 1.1), lambda c: contrast(PAPER, c) >= GRAPHIC)


def _text(colour: str, grounds: tuple[str, ...]) -> str:
    return _darker(colour, lambda c: all(contrast(c, ground) >= TEXT for ground in grounds))


def _soft_text(brand: str, on_brand: str) -> str:
    """Words of second rank on the brand field: softer than `on_brand`, and still read."""
    if on_brand == PAPER:
        return _lighter(_shade(brand, 0.9, 0.4, cap=0.03), lambda c: contrast(c, brand) >= TEXT)
    return INK_SOFT if contrast(INK_SOFT, brand) >= TEXT else INK


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
    base = Color(colour).convert("oklch")
    chroma = min(base.get("chroma", nans=False) * chroma_factor, cap)
    hue = base.get("hue", nans=False)
    return _hex(Color("oklch", [min(max(lightness, 0.0), 1.0), chroma, hue]))


def _lightness(colour: str) -> float:
    return float(Color(colour).convert("oklch").get("lightness", nans=False))


def _hex(colour: Color) -> str:
    fitted = colour.convert("srgb").fit("srgb", method="oklch-chroma")
    return str(fitted.to_string(hex=True, alpha=False))
