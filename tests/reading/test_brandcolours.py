"""Names followed to colours, and what could not be kept of them told in one line each."""

from pathlib import Path

import pytest

from brochures.errors import Problem
from brochures.model.brand import Palette
from brochures.model.themes import CLEAR
from brochures.reading.brandcolours import brand_palette
from brochures.reading.brandsource import brand_source
from brochures.reading.clinics import read_clinic


def made(folder: Path, color: str) -> tuple[Palette, list[Problem]]:
    """The palette of a clinic with this `color:` block."""
    path = folder / "clinic.yaml"
    path.write_text(f"name: Harbor\nbrand:\n  color: {color}\n", encoding="utf-8")
    clinic = read_clinic(path)
    return brand_palette(brand_source(clinic.value, clinic.source, folder), CLEAR)


@pytest.mark.parametrize(
    "color",
    [
        "{primary: navy}",
        "{primary: '#000080'}",
        "{palette: {deep: navy}, primary: deep}",
        "{palette: {deep: navy, house: deep}, primary: house}",
        "{info: navy, primary: info}",
        "{primary: {light: navy, dark: white}}",
        "{primary: {dark: navy}}",
        "{palette: {primary: navy, house: primary}, primary: house}",
        "{palette: {navy: '#000080'}, primary: navy}",
    ],
)
def test_a_name_is_followed_to_its_colour(tmp_path: Path, color: str) -> None:
    """Through the palette, through other roles, and to the colour of light pages."""
    palette, problems = made(tmp_path, color)

    assert palette.brand == "#000080"
    assert problems == []


def test_without_a_first_colour_the_theme_keeps_its_own(tmp_path: Path) -> None:
    """brand.yml names no other; and what the clinic did not choose is no reason for a warning."""
    palette, problems = made(tmp_path, "{palette: {deep: navy}}")

    assert (palette.brand, palette.accent) == (CLEAR.primary, CLEAR.secondary)
    assert problems == []


@pytest.mark.parametrize(
    ("color", "codes"),
    [
        ("{palette: {sea: sky, sky: sea}, primary: sea}", ["colour-circle", "colour-circle"]),
        ("{palette: {sea: sea}}", ["colour-circle"]),
        ("{primary: secondary, secondary: primary}", ["colour-circle", "colour-circle"]),
        ("{palette: {sea: nvay}, primary: sea, info: blurple}", ["bad-colour", "bad-colour"]),
        ("{palette: {house: primary}, primary: navy}", ["bad-colour"]),
        ("{primary: rgb(0 0 0 / 50%)}", ["bad-colour"]),
        ("{success: {light: blurple, dark: navy}}", ["bad-colour"]),
    ],
)
def test_what_leads_to_no_colour_is_an_error(tmp_path: Path, color: str, codes: list[str]) -> None:
    """Circles, slips of the pen, colours that let light through; also where nothing is printed of them."""
    _, problems = made(tmp_path, color)

    assert [(problem.code, problem.severity) for problem in problems] == [(code, "error") for code in codes]
    assert all(problem.hint for problem in problems)


def test_colours_of_text_are_checked_too(tmp_path: Path) -> None:
    """At their own lines."""
    _, problems = made(tmp_path, "{primary: navy}\n  typography:\n    link: {color: nvay, background-color: primary}")

    assert [(problem.code, problem.mark and problem.mark.line) for problem in problems] == [("bad-colour", 5)]


def test_a_slip_of_the_pen_is_answered_with_the_name(tmp_path: Path) -> None:
    """From the palette and from the roles."""
    _, problems = made(tmp_path, "{palette: {deep-sea: navy}, primary: deep-see}")

    assert problems[0].hint == "did you mean `deep-sea`?"


def test_a_colour_too_pale_for_words_is_told_once_with_both_ratios(tmp_path: Path) -> None:
    """What was asked, what is printed, both contrasts, and where the colour stays."""
    palette, (problem,) = made(tmp_path, "{primary: '#ffd84a', secondary: navy}")

    assert (problem.code, problem.severity) == ("brand-contrast", "warning")
    assert problem.message == (
        f"words in #ffd84a would have a contrast of 1.1:1 where 4.5:1 is needed, so they are printed in "
        f"{palette.brand_text} (4.5:1); fields and drawings keep #ffd84a"
    )
    assert palette.brand == "#ffd84a"


@pytest.mark.parametrize(
    ("color", "codes"),
    [
        ("{primary: navy, secondary: purple}", []),
        ("{primary: '#a5101f'}", ["rivals-urgent"]),
        ("{primary: navy, secondary: '#000085'}", ["colours-alike"]),
        ("{primary: white, secondary: white}", ["brand-contrast", "brand-contrast", "colours-alike"]),
        ("{primary: '#888', secondary: navy}", ["brand-contrast"]),
    ],
)
def test_colours_that_print_but_not_well_are_warnings(tmp_path: Path, color: str, codes: list[str]) -> None:
    """Each says which and why."""
    _, problems = made(tmp_path, color)

    assert [problem.code for problem in problems] == codes
    assert {problem.severity for problem in problems} <= {"warning"}
