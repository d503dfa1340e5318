"""Which letters stand alone, and how a value is written."""

import pytest

from brochures.making.stamping.letters import ALPHABET, extra_letters, needs_shaping, written


def test_the_alphabet_holds_the_letters_of_latin_names() -> None:
    """What most people are called is printed without laying a page out."""
    names = "Zoë O’Brien-Łukasz, Šárka Żółć, Ýrr Þórsdóttir, Ștefan Țurcanu, Đorđe, José Ñandú: 1–3 · „Œuvre“"

    assert set(names) <= ALPHABET


def test_the_alphabet_has_nothing_that_is_shaped_or_hidden() -> None:
    """A letter of it has one glyph wherever it stands."""
    assert not [letter for letter in ALPHABET if needs_shaping(letter) or len(written(f"x{letter}x")) > 3]


@pytest.mark.parametrize("character", ["ب", "ש", "क", "ไ", "字", "あ", "\u0301", "\u200d", "\x07", "\u202e"])
def test_what_depends_on_its_neighbours_is_known(character: str) -> None:
    """Set glyph by glyph it would be wrong, and look right to who cannot read it."""
    assert needs_shaping(character)


def test_marks_are_composed_and_spaces_are_as_in_html() -> None:
    """However a list was typed, one name is one text."""
    assert written("  Zoe\u0308 \t A\u030angstro\u0308m\n") == "Zoë Ångström"


def test_extra_letters_are_those_that_can_be_compiled_in() -> None:
    """A run with a Greek name gets Greek letters; an Arabic one is laid out in full."""
    assert extra_letters(["Ελένη Παππά", "Nguyễn", "محمد"]) == frozenset("ΕλένηΠαπάễ")
