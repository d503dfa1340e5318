"""A logo is seen on every ground, on a plate where it must be."""

from pathlib import Path

import pytest

from brochures.reading.brandsource import brand_source
from brochures.reading.clinics import read_clinic
from brochures.reading.colours import palette
from brochures.reading.logos import brand_logos

from .pictures import drawn, marks, svg

DARK, PALE = svg('<path fill="#222" d="M0 0h9"/>'), svg('<path fill="#fffdf8" d="M0 0h9"/>')
PETROL, YELLOW = "#0b5260", "#ffd84a"


def plates(folder: Path, logo: str, brand: str = PETROL) -> tuple[str, str, list[str]]:
    """The plate on paper, the one on the cover, and the codes of what is told."""
    (folder / "dark-marks.svg").write_bytes(DARK)
    (folder / "pale-marks.svg").write_bytes(PALE)
    (folder / "pale-marks.png").write_bytes(drawn(marks((255, 255, 255, 255))))
    path = folder / "clinic.yaml"
    path.write_text(f"name: Harbor\nbrand: {{logo: {logo}}}\n", encoding="utf-8")
    clinic = read_clinic(path)
    paper, cover, problems = brand_logos(brand_source(clinic.value, clinic.source, folder), palette(brand))
    assert paper
    assert cover
    return paper.plate, cover.plate, [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("logo", "brand", "paper", "cover", "codes"),
    [
        ("dark-marks.svg", PETROL, "", "paper", []),
        ("dark-marks.svg", "#ffffff", "", "", []),
        ("{medium: {light: dark-marks.svg, dark: pale-marks.svg}}", PETROL, "", "", []),
        ("{medium: {light: dark-marks.svg, dark: pale-marks.svg}}", YELLOW, "", "", []),
        ("{medium: {dark: pale-marks.svg}}", PETROL, "deep", "", []),
        ("{medium: {dark: pale-marks.svg}}", YELLOW, "deep", "deep", ["logo-unseen"]),
        ("{medium: {light: dark-marks.svg, dark: dark-marks.svg}}", PETROL, "", "paper", ["logo-unseen"]),
        ("pale-marks.svg", PETROL, "deep", "", ["logo-pale"]),
        ("pale-marks.png", PETROL, "deep", "", ["logo-pale"]),
        ("pale-marks.svg", YELLOW, "deep", "deep", ["logo-pale"]),
    ],
)
def test_a_logo_stands_on_a_plate_where_it_would_vanish(  # noqa: PLR0913, PLR0917 - a row of a table
    tmp_path: Path, logo: str, brand: str, paper: str, cover: str, codes: list[str]
) -> None:
    """White marks on paper, dark ones on the cover; on a pale cover the logo for light grounds stands as it is."""
    assert plates(tmp_path, logo, brand) == (paper, cover, codes)


def test_both_files_are_checked_at_their_own_lines(tmp_path: Path) -> None:
    """A name from `images` leads to the line of its path."""
    path = tmp_path / "clinic.yaml"
    logo = "{images: {mark: {path: gone.svg}}, medium: {light: mark, dark: lost.svg}}"
    path.write_text(f"name: Harbor\nbrand:\n  logo: {logo}\n", encoding="utf-8")
    clinic = read_clinic(path)

    _, _, problems = brand_logos(brand_source(clinic.value, clinic.source, tmp_path), palette())

    assert [problem.mark and problem.mark.column for problem in problems] == [32, 72]


def test_without_a_logo_there_is_none(tmp_path: Path) -> None:
    """Also where only names are given."""
    path = tmp_path / "clinic.yaml"
    path.write_text("name: Harbor\nbrand: {logo: {images: {mark: gone.svg}}}\n", encoding="utf-8")
    clinic = read_clinic(path)

    assert brand_logos(brand_source(clinic.value, clinic.source, tmp_path), palette()) == (None, None, [])
