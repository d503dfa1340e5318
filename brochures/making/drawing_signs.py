"""The signs of the options: waves that come to rest, a full dome, an empty arch. Floor 4."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from brochures.making.drawing_lines import Point, joined, number
from brochures.model.blocks import OptionSide

SIGN_MM: Final = (30.0, 16.0)
"""Width and height of a sign's own grid; the stylesheet sets its size."""
_STROKE: Final = 2.2
_SOFT: Final = 0.37  # handles of a half wave, in half waves: crest and foot are level there
_WAVES: Final = (3.3, 8.3, 13.3)


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign in one colour: open paths to stroke, closed ones to fill."""

    colour: str
    width_mm: float
    height_mm: float
    stroke: float
    strokes: tuple[str, ...] = ()
    fills: tuple[str, ...] = ()


def sign(side: OptionSide, colour: str) -> Sign:
    """The sign of an option: waves for the first, a dome for the second, an arch for no treatment."""
    width, height = SIGN_MM
    strokes: Sequence[str] = ()
    fills: Sequence[str] = ()
    edge = _STROKE / 2
    if side == "first":
        strokes = [wave((edge, y), width - edge, rise=2.0, half=4.5, count=4) for y in _WAVES]
    elif side == "second":
        fills = [f"{arch(0.0, width, height)}Z"]
    else:
        strokes = [arch(edge, width - edge, height)]
    return Sign(colour, width, height, _STROKE, tuple(strokes), tuple(fills))


def wave(start: Point, right: float, *, rise: float, half: float, count: int) -> str:
    """Path data of a line that comes to rest: `count` half waves, each lower than the last, then straight to `right`.

    `rise` is the height of the first above the start, `half` the width of each; it starts and ends level.
    """
    x, y = start
    level = y
    path = f"M{joined((x, y))}"
    for k in range(count):
        to = y if k == count - 1 else y - (-1) ** k * rise * (1 - k / count)
        path += f"C{joined((x + half * _SOFT, level, x + half * (1 - _SOFT), to, x + half, to))}"
        x, level = x + half, to
    return f"{path}H{number(right)}"


def arch(left: float, right: float, foot: float) -> str:
    """Path data of the half circle that stands on `foot` from `left` to `right`."""
    radius = number((right - left) / 2)
    return f"M{joined((left, foot))}A{radius} {radius} 0 0 1 {joined((right, foot))}"
