"""Arithmetic of colours against the library that knows all of them."""

import random

import pytest
from coloraide import Color

from brochures.reading import oklch

PAIRS = [
    (f"#{dice.randrange(1 << 24):06x}", f"#{dice.randrange(1 << 24):06x}")
    for dice in [random.Random(7)]  # noqa: S311 - the same colours each time
    for _ in range(60)
]


def by_the_library(lightness: float, chroma: float, colour: str) -> str:
    """A shade of the colour, brought into sRGB."""
    shade = Color("oklch", [lightness, chroma, Color(colour).convert("oklch").get("hue", nans=False)])
    return str(shade.convert("srgb").fit("srgb", method="oklch-chroma").to_string(hex=True))


def test_shades_are_those_of_the_library() -> None:
    """Also outside sRGB, where chroma is taken away until nothing is seen to be lost."""
    wanted, found = [], []
    for number, (colour, _) in enumerate(PAIRS):
        lightness, chroma = (number % 13) / 12, (0.02, 0.1, 0.2, 0.35)[number % 4]
        wanted.append(by_the_library(lightness, chroma, colour))
        found.append(oklch.to_hex(lightness, chroma, oklch.from_hex(colour)[2]))

    assert found == wanted


def test_contrast_is_that_of_the_library() -> None:
    """WCAG 2.1, to the last digit that anybody prints."""
    for one, other in PAIRS:
        assert oklch.contrast(one, other) == pytest.approx(Color(one).contrast(other, method="wcag21"))


def test_mixtures_are_those_of_the_library() -> None:
    """A share of one colour in another."""
    for one, other in PAIRS:
        assert oklch.mixed(one, other, 0.12) == Color(one).mix(other, 0.12, space="srgb").to_string(hex=True)
