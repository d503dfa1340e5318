"""The palette of any clinic, and the contrast it promises."""

import random
from dataclasses import asdict

import pytest

from brochures.reading.colours import (
    INK,
    PAPER,
    PETROL,
    ColourError,
    as_hex,
    contrast,
    distance,
    palette,
    second_colour,
)

EXTREMES = [
    "#000000",
    "#ffffff",
    "#ffff00",
    "#808080",
    "#777777",
    "#ff0000",
    "#00ff00",
    "#0000ff",
    "#00ffff",
    "#ff00ff",
]


def random_colours(count: int) -> list[str]:
    """The same colours in every run."""
    rng = random.Random(2026)  # noqa: S311
    return [f"#{rng.randrange(0x1000000):06x}" for _ in range(count)]


def test_the_ratio_is_that_of_the_standard() -> None:
    """Black on white is 21; a colour on itself is 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("first", EXTREMES + random_colours(400))
def test_every_promise_of_contrast_holds_for_any_two_colours(first: str) -> None:
    """Words can be read on every field, lines be seen, whatever the clinic's colours are."""
    second = random.Random(first).choice(EXTREMES + random_colours(50))  # noqa: S311
    made = palette(first, second)

    assert contrast(made.on_brand, made.brand) >= 4.5
    assert contrast(made.on_brand_soft, made.brand) >= 4.5
    assert contrast(made.on_accent, made.accent) >= 4.5
    for tint in (made.brand_tint, made.accent_tint, PAPER):
        assert contrast(made.brand_text, tint) >= 4.5
        assert contrast(made.accent_text, tint) >= 4.5
        assert contrast(INK, tint) >= 12
        assert contrast(made.ink_soft, tint) >= 4.5
    assert contrast(PAPER, made.brand_deep) >= 7
    assert contrast(PAPER, made.brand_mid) >= 3
    assert contrast(PAPER, made.accent_mid) >= 3
    assert all(len(value) == 7 and value.startswith("#") for value in asdict(made).values())


@pytest.mark.parametrize("colour", EXTREMES + random_colours(50))
def test_a_clinics_colour_is_kept_for_fields(colour: str) -> None:
    """It is the words on it that give way."""
    made = palette(colour, colour)

    assert (made.brand, made.accent) == (colour, colour)


def test_a_colour_between_is_kept_and_its_words_are_dark_enough() -> None:
    """On a mid grey neither white nor ink is read: ink turns darker, the brand does not change."""
    made = palette("#808080")

    assert made.brand == "#808080"
    assert 4.5 <= contrast(made.on_brand, made.brand) < 5
    assert contrast(INK, made.brand) < 4.5


@pytest.mark.parametrize(
    ("role", "drawn"),
    [
        ("brand_deep", "#06323b"),
        ("brand_mid", "#2f7f8b"),
        ("brand_soft", "#a9ced1"),
        ("brand_tint", "#e3efef"),
        ("accent_text", "#96460e"),
        ("accent_tint", "#fbe3cb"),
    ],
)
def test_the_house_colours_come_out_near_the_drawn_ones(role: str, drawn: str) -> None:
    """The rules were found from a palette that a hand had mixed."""
    assert distance(str(asdict(palette())[role]), drawn) < 5


@pytest.mark.parametrize(
    "words", ["teal", "#0b5260", "#abc", "rgb(11 82 96)", "hsl(190 80% 21%)", "oklch(0.4 0.07 215)"]
)
def test_any_css_colour_is_taken(words: str) -> None:
    """And comes out as six digits."""
    assert len(as_hex(words)) == 7


@pytest.mark.parametrize(
    "words",
    [
        "",
        "nothing",
        "red; } body{}",
        "url(x)",
        "#12",
        "rgb(0 0 0 / 50%)",
        "transparent",
        "hsl(1e400 1% 1%)",
        "color(srgb 1e300 5 5)",
    ],
)
def test_what_is_no_printable_colour_is_refused(words: str) -> None:
    """Nothing of a clinic's text reaches the stylesheet."""
    with pytest.raises(ColourError):
        as_hex(words)


def test_what_is_not_printed_may_let_light_through() -> None:
    """A brand file gives web pages such colours."""
    assert as_hex("rgb(0 0 0 / 50%)", opaque=False) == "#000000"
    with pytest.raises(ColourError, match="not a colour"):
        as_hex("nothing", opaque=False)


def test_the_second_colour_stands_off_a_warm_first() -> None:
    """An orange clinic gets petrol beside it."""
    assert second_colour("#e8943f") == PETROL
    assert second_colour(PETROL) != PETROL
