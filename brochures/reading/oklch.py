"""Contrast and shades of `#rrggbb` colours by arithmetic alone, quick to load and to reckon. Floor 2.

Matrices: https://www.w3.org/TR/css-color-4/#color-conversion-code. What lies outside sRGB is brought in as is told
there: https://www.w3.org/TR/css-color-4/#binsearch.
"""

import math
from typing import Final

JUST_SEEN: Final = 0.02
"""A distance in OKLab that is just seen."""

_NEAR_ENOUGH: Final = 0.0001
Three = tuple[float, float, float]
_Matrix = tuple[Three, Three, Three]

_XYZ_OF_LINEAR: Final[_Matrix] = (
    (0.4123907992659593, 0.357584339383878, 0.1804807884018343),
    (0.21263900587151024, 0.715168678767756, 0.07219231536073371),
    (0.01933081871559182, 0.11919477979462598, 0.9505321522496607),
)
_LINEAR_OF_XYZ: Final[_Matrix] = (
    (3.240969941904523, -1.5373831775700941, -0.4986107602930035),
    (-0.9692436362808797, 1.8759675015077204, 0.04155505740717562),
    (0.05563007969699365, -0.20397695888897652, 1.0569715142428784),
)
_LMS_OF_XYZ: Final[_Matrix] = (
    (0.819022437996703, 0.3619062600528904, -0.1288737815209879),
    (0.03298365393238847, 0.9292868615863434, 0.03614466635064236),
    (0.04817718935962421, 0.2642395317527308, 0.6335478284694309),
)
_XYZ_OF_LMS: Final[_Matrix] = (
    (1.226879875845924, -0.5578149944602171, 0.2813910456659647),
    (-0.04057574521480083, 1.112286803280317, -0.07171105806551635),
    (-0.07637293667466008, -0.42149333240224324, 1.5869240198367818),
)
_LAB_OF_LMS: Final[_Matrix] = (
    (0.21045426830931396, 0.7936177747023053, -0.0040720430116192585),
    (1.9779985324311686, -2.42859224204858, 0.450593709617411),
    (0.025904042465547734, 0.7827717124575297, -0.8086757549230774),
)
_LMS_OF_LAB: Final[_Matrix] = (
    (1.0, 0.3963377773761749, 0.21580375730991364),
    (1.0, -0.10556134581565857, -0.0638541728258133),
    (1.0, -0.08948417752981186, -1.2914855480194092),
)


def contrast(one: str, other: str) -> float:
    """The WCAG 2.1 contrast ratio of two `#rrggbb` colours, from 1 to 21."""
    dark, light = sorted(_times(_XYZ_OF_LINEAR, _linear(colour))[1] for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """A `#rrggbb` colour with a share, from 0 to 1, of another put in; mixed as screens do."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{math.floor(a + (b - a) * share + 0.5):02x}" for a, b in pairs)


def from_hex(colour: str) -> Three:
    """Lightness from 0 to 1, chroma, and hue in radians of a `#rrggbb` colour."""
    lightness, a, b = _lab(_linear(colour))
    return lightness, math.hypot(a, b), math.atan2(b, a)


def to_hex(lightness: float, chroma: float, hue: float) -> str:
    """The colour as `#rrggbb`; for one outside sRGB the nearest of its lightness and hue, as far as it can be told."""
    if lightness <= 0 or lightness >= 1:
        return "#000000" if lightness <= 0 else "#ffffff"
    linear = _of_lch(lightness, chroma, hue)
    return _written(linear if _is_inside(linear) else _brought_in(lightness, chroma, hue))


def _brought_in(lightness: float, chroma: float, hue: float) -> Three:
    """Less chroma, until what is cut off is just not seen."""
    found = _cut(_of_lch(lightness, chroma, hue))
    if _seen(found, lightness, chroma, hue) <= JUST_SEEN:
        return found
    low, high, low_is_inside = 0.0, chroma, True
    while high - low > _NEAR_ENOUGH:
        middle = (low + high) / 2
        linear = _of_lch(lightness, middle, hue)
        if low_is_inside and _is_inside(linear):
            low = middle
            continue
        found = _cut(linear)
        seen = _seen(found, lightness, middle, hue)
        if seen >= JUST_SEEN:
            high = middle
        elif JUST_SEEN - seen < _NEAR_ENOUGH:
            break
        else:
            low, low_is_inside = middle, False
    return found


def _seen(linear: Three, lightness: float, chroma: float, hue: float) -> float:
    """How far a colour is from another that is told by lightness, chroma and hue."""
    return math.dist(_lab(linear), (lightness, chroma * math.cos(hue), chroma * math.sin(hue)))


def _lab(linear: Three) -> Three:
    long, middle, short = _times(_LMS_OF_XYZ, _times(_XYZ_OF_LINEAR, linear))
    return _times(_LAB_OF_LMS, (_root(long), _root(middle), _root(short)))


def _of_lch(lightness: float, chroma: float, hue: float) -> Three:
    long, middle, short = _times(_LMS_OF_LAB, (lightness, chroma * math.cos(hue), chroma * math.sin(hue)))
    return _times(_LINEAR_OF_XYZ, _times(_XYZ_OF_LMS, (long**3, middle**3, short**3)))


def _root(value: float) -> float:
    return math.copysign(abs(value) ** (1 / 3), value)


def _is_inside(linear: Three) -> bool:
    return min(linear) >= 0 and max(linear) <= 1


def _cut(linear: Three) -> Three:
    red, green, blue = (min(max(part, 0.0), 1.0) for part in linear)
    return red, green, blue


def _written(linear: Three) -> str:
    return "#" + "".join(f"{math.floor(_coded(part) * 255 + 0.5):02x}" for part in linear)


def _linear(colour: str) -> Three:
    red, green, blue = (_light(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _light(part: float) -> float:
    return ((part + 0.055) / 1.055) ** 2.4 if part > 0.04045 else part / 12.92  # noqa: PLR2004 - sRGB's own numbers


def _coded(part: float) -> float:
    return 1.055 * part ** (1 / 2.4) - 0.055 if part > 0.0031308 else 12.92 * part  # noqa: PLR2004 - the same


def _times(matrix: _Matrix, vector: Three) -> Three:
    x, y, z = vector
    (a, b, c), (d, e, f), (g, h, i) = matrix
    return a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z
