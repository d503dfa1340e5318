"""The signs of the options: what their shapes say, in numbers."""

import re

import pytest

from brochures.making.drawing_signs import SIGN_MM, arch, sign, wave
from brochures.model.blocks import OptionSide

NUMBER = re.compile(r"-?\d*\.?\d+")


def ends_of(line: str) -> list[tuple[float, float]]:
    """Where each half wave ends."""
    curves = line.split("H", maxsplit=1)[0].split("C")[1:]
    numbers = ([float(text) for text in NUMBER.findall(curve)] for curve in curves)
    return [(row[4], row[5]) for row in numbers]


def test_a_wave_comes_to_rest() -> None:
    """Each half wave is lower than the one before, and the last ends level: the line means that folds calm down."""
    ends = ends_of(wave((2.0, 10.0), 40.0, rise=3.0, half=4.0, count=6))
    heights = [abs(y - 10.0) for _, y in ends]

    assert heights == sorted(heights, reverse=True)
    assert heights[0] == pytest.approx(3.0)
    assert heights[-1] == 0
    assert len(set(heights)) == len(heights)


def test_a_wave_goes_on_straight_to_its_right_end() -> None:
    """All half waves are as wide as was asked, and the rest is one straight line."""
    line = wave((2.0, 10.0), 40.0, rise=3.0, half=4.0, count=6)

    assert [x for x, _ in ends_of(line)] == pytest.approx([6.0, 10.0, 14.0, 18.0, 22.0, 26.0])
    assert line.endswith("H40")


def test_an_arch_is_half_a_circle() -> None:
    """As high as half its width: an arch that is flatter would not be the full dome's outline."""
    assert arch(1.0, 29.0, 16.0) == "M1 16A14 14 0 0 1 29 16"


@pytest.mark.parametrize(("side", "stroked", "filled"), [("first", 3, 0), ("second", 0, 1), ("none", 1, 0)])
def test_each_option_has_a_shape_of_its_own(side: OptionSide, stroked: int, filled: int) -> None:
    """Waves, a full dome, an empty arch: they tell the options apart without colour."""
    drawn = sign(side, "#123456")

    assert (len(drawn.strokes), len(drawn.fills)) == (stroked, filled)
    assert (drawn.width_mm, drawn.height_mm) == SIGN_MM
    assert drawn.colour == "#123456"
