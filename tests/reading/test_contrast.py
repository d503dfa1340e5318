"""Every pair of colours that can meet on paper, for whatever colours a clinic has."""

import itertools
from dataclasses import replace
from typing import get_args

import pytest

from brochures.model.themes import THEMES, Ground, Theme
from brochures.reading.colours import GRAPHIC, TEXT, contrast, palette
from brochures.reading.contrast import contrast_table, least_as_text

HOSTILE = [
    "#ffffff",
    "#000000",
    "#ffff00",
    "#00ff00",
    "#a5101f",
    "#ff0000",
    "#808080",
    "#757575",
    "#0000ff",
    "#1a8fe3",
    "#fcf9f4",
    "#15262b",
]
GRID = [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in itertools.product((0, 96, 128, 255), repeat=3)]

each_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)


def failing(theme: Theme, first: str, second: str) -> list[str]:
    """The pairs that are too close for these two colours."""
    made = palette(first, second, theme.neutrals, warm_tint=theme.warm_tint)
    return [
        f"{first} {second}: {row.role} on {row.ground}, {row.on}: {row.ratio:.2f}"
        for row in contrast_table(made)
        if row.ratio < row.least
    ]


@each_theme
def test_any_two_hostile_colours_end_readable(theme: Theme) -> None:
    """White on white, black on black, lime with yellow, the red of urgent signs, the same colour twice."""
    assert [fault for pair in itertools.product(HOSTILE, repeat=2) for fault in failing(theme, *pair)] == []


@pytest.mark.parametrize(("name", "second"), [("clear", "#757575"), ("editorial", "#ffffff"), ("bold", "#0b5260")])
def test_every_colour_of_a_grid_ends_readable_as_first_and_as_second(name: str, second: str) -> None:
    """Over all hues, from black to white, with a pale, a middling and a dark one beside."""
    pairs = [pair for colour in GRID for pair in ((colour, second), (second, colour))]

    assert [fault for pair in pairs for fault in failing(THEMES[name], *pair)] == []


def test_the_table_tells_of_every_ground() -> None:
    """Each row with its measured ratio and the least that it must have."""
    table = contrast_table(palette())

    assert {row.on for row in table} == set(get_args(Ground))
    assert {row.least for row in table} >= {TEXT, GRAPHIC}
    assert all(
        row.ratio == contrast(getattr(palette().on(row.on), row.role), getattr(palette().on(row.on), row.ground))
        for row in table
    )
    assert all(row.where for row in table)


def test_a_palette_that_was_not_made_for_reading_fails() -> None:
    """A judge that cannot fail is no judge."""
    spoilt = replace(palette(), brand_text="#f0f0f0")

    assert {row.role for row in contrast_table(spoilt) if row.ratio < row.least} == {"brand_text"}


def test_words_are_judged_on_the_ground_where_they_read_worst() -> None:
    """On white a colour may just pass, and fail on a tint."""
    made = palette("#767676")

    assert contrast("#767676", made.paper) >= TEXT > least_as_text(made, "#767676")
    assert least_as_text(made, made.brand_text) >= TEXT
