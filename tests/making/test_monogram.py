"""The placeholder logo: outlines within its own frame, and a name only where it can be drawn."""

import re
from pathlib import Path

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import parse_path

from brochures import shipped
from brochures.making.monogram import Inks, drawable, initials, logo
from brochures.reading.svg import clean_svg

FONTS = ["ClearDisplay-700.ttf", "EditorialDisplay-500.ttf", "BoldDisplay-900.ttf"]
INKS = Inks("#0b5260", "#ffffff", "#123456")
NAMES = [
    "Lumi",
    "Harbor Dermatology",
    "Ångström Öyjgy Praxis",
    "Jagdpflegegruppenzentrum am Berg",
    "The Northwestern Center for Advanced Dermatology & Laser",
    "W" * 60,
    "i",
]


def font(name: str) -> Path:
    """A font that ships."""
    return shipped.styles() / "fonts" / name


@pytest.mark.parametrize("face", FONTS)
@pytest.mark.parametrize("name", NAMES)
def test_every_stroke_lies_inside_the_drawing(name: str, face: str) -> None:
    """What sticks out would be cut off in print."""
    svg = logo(name, font(face), INKS).decode()
    width, height = (float(number) for number in re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)[0])
    pen = BoundsPen(None)
    for path in re.findall(r' d="([^"]+)"', svg):
        parse_path(path, pen)
    left, top, right, bottom = pen.bounds

    assert left >= 0
    assert top >= -0.5
    assert right <= width + 0.5
    assert bottom <= height + 0.5


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_logo_that_a_clinic_may_give(name: str) -> None:
    """It goes through the same gate as any other, unchanged in shape."""
    _, aspect = clean_svg(logo(name, font(FONTS[0]), INKS))

    assert aspect > 1


def test_it_is_in_the_colours_that_are_asked_for() -> None:
    """Tile, initials, name; no other."""
    assert re.findall(r'fill="(#\w+)"', logo("Harbor Skin", font(FONTS[0]), INKS).decode()) == [
        INKS.tile,
        INKS.initials,
        INKS.name,
    ]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Harbor Dermatology", "HD"),
        ("The Clinic of the North", "CN"),
        ("Lumi", "L"),
        ("O’Neil & Sons", "OS"),
        ("the of", "TO"),
        ("élan skin", "ÉS"),
        ("ßtrasse", "S"),
        ("24/7 Care", "C"),
        ("42", "4"),
    ],
)
def test_initials_are_those_of_the_first_words_that_count(name: str, letters: str) -> None:
    """Articles and numbers are passed over where there is a word."""
    assert initials(name) == letters


def test_letters_that_a_font_lacks_are_left_out() -> None:
    """A sign more or less; a name that would lose most of itself is not drawn at all."""
    assert drawable("Praxis Müller 🌿", font(FONTS[0])) == "Praxis Müller"
    assert drawable("東京皮膚科 Clinic", font(FONTS[0])) == "Clinic"
    assert drawable("東京皮膚科", font(FONTS[0])) == ""
    assert drawable("🌿🌿", font(FONTS[0])) == ""


def test_without_a_name_there_are_rings() -> None:
    """Neutral, and square."""
    drawing = logo("東京皮膚科", font(FONTS[0]), INKS)

    assert drawing.count(b"<circle") == 2
    assert clean_svg(drawing)[1] == 1.0


def test_the_same_name_gives_the_same_bytes() -> None:
    """In every run."""
    assert logo("Harbor", font(FONTS[1]), INKS) == logo("Harbor", font(FONTS[1]), INKS)
