"""Letters that a font lacks are told at their line, before anything is laid out."""

from pathlib import Path

import pytest

from brochures.errors import SourceError
from brochures.model.themes import THEMES, Theme
from brochures.reading.brand import make_look
from brochures.reading.catalogue import read_content
from brochures.reading.clinics import read_clinic
from brochures.reading.lettering import content_letters
from brochures.reading.source import parse

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "styles" / "fonts"


def said(folder: Path, text: str, theme: str = "clear") -> list[tuple[str, str]]:
    """Place and message of each text that cannot be printed."""
    path = folder / "clinic.yaml"
    path.write_text(text, encoding="utf-8")
    clinic = read_clinic(path)
    try:
        make_look(clinic.value, clinic.source, folder, SHIPPED, THEMES[theme])
    except SourceError as error:
        found = [problem for problem in error.problems if problem.code == "missing-glyphs"]
        return [(problem.place().removeprefix(f"{path}:"), problem.message) for problem in found]
    return []


@pytest.mark.parametrize(
    ("text", "place", "letters"),
    [
        ("name: קליניקה\n", "1:7", "ק ל י נ ה"),
        ("name: Harbor عيادة\n", "1:14", "ع ي ا د ة"),
        ("name: Harbor\ntagline: Skin 😀 care\n", "2:15", "😀"),
        ("name: Harbor\naddress: [1 Harbor Street, 北京]\n", "2:28", "北 京"),
        ("name: Harbor\nclinicians: [{name: Ann, credentials: ﷺ}]\n", "2:39", "ﷺ"),
    ],
)
def test_each_text_is_told_once_with_its_letters(tmp_path: Path, text: str, place: str, letters: str) -> None:
    """Other scripts, emoji and signs, wherever they stand."""
    ((at, message),) = said(tmp_path, text)

    assert at == place
    assert message.endswith(f"cannot print: {letters}")


def test_the_name_needs_both_fonts_and_the_address_one(tmp_path: Path) -> None:
    """Titles are set in another family than text: here one that has no Cyrillic."""
    text = "name: Клиника\naddress: [Клиника]\n"

    assert said(tmp_path, text) == [("1:7", "the font `Clear Display` cannot print: К л и н к а")]


def test_what_a_variable_font_loses_when_it_is_cut_counts_as_lost(tmp_path: Path) -> None:
    """Vietnamese is kept, phonetic signs are not."""
    brand = "brand: {typography: {base: Source Serif 4}}\n"

    assert said(tmp_path, f"name: Nguyễn Łukasz Zoë ẞ\n{brand}") == []
    assert len(said(tmp_path, f"name: Ann ʰ\n{brand}")) == 1


def test_a_letter_that_must_be_put_together_is_lost(tmp_path: Path) -> None:
    """Printed as a letter with accents on it, the PDF could not say what it is, and no reader could speak it."""
    ((_, composed),) = said(tmp_path, "name: Nguyễn\n", "bold")
    ((_, accent),) = said(tmp_path, "name: Ax\u0302\n")

    assert composed.endswith("cannot print: ễ")
    assert accent.endswith("cannot print: ◌̂")


def test_signs_that_draw_nothing_are_no_letters(tmp_path: Path) -> None:
    """Hard spaces, soft hyphens, joiners, and an accent that comes apart from its letter."""
    assert said(tmp_path, 'name: "Har\\u00adbor\\u00a0Cafe\\u0301 \\u200d\\ufe0f"\n') == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_content_can_be_printed_in_every_theme(theme: Theme) -> None:
    """With the fonts that ship."""
    look, _ = make_look(None, None, Path(), SHIPPED, theme)

    assert content_letters(look, read_content(ROOT / "content.yaml").source) == []


def test_letters_of_the_content_are_told_at_their_line() -> None:
    """Also in a file that is not right in other ways."""
    look, _ = make_look(None, None, Path(), SHIPPED)
    source = parse("content.yaml", "topics:\n  peel:\n    names: {title: 北京 peel, short: Peel, generic: acid}\n")

    (problem,) = content_letters(look, source)

    assert problem.place() == "content.yaml:3:20"
