"""A clinic's look: colours by name, fonts from three places, logos for two grounds."""

from pathlib import Path

import pytest

from brochures.errors import Problem, SourceError
from brochures.model.brand import Look
from brochures.reading.brand import make_look
from brochures.reading.clinics import read_clinic
from brochures.reading.colours import APRICOT, PETROL

from .pictures import font, svg

SHIPPED = Path(__file__).parents[2] / "styles" / "fonts"


def look_of(folder: Path, brand: str) -> tuple[Look, tuple[Problem, ...]]:
    """The look of a clinic with this `brand:` block."""
    path = folder / "clinic.yaml"
    path.write_text(f"name: Harbor\nbrand:\n{brand}", encoding="utf-8")
    clinic = read_clinic(path)
    return make_look(clinic.value, clinic.source, folder, SHIPPED)


def codes_of(folder: Path, brand: str) -> list[str]:
    """The codes of all that is wrong with this `brand:` block."""
    with pytest.raises(SourceError) as caught:
        look_of(folder, brand)
    return [problem.code for problem in caught.value.problems]


def test_without_a_clinic_the_house_look_is_made() -> None:
    """Petrol, apricot, and the shipped families."""
    look, warnings = make_look(None, None, Path(), SHIPPED)

    assert (look.palette.brand, look.palette.accent) == (PETROL, APRICOT)
    assert {(face.family, face.weight) for face in look.faces if face.style == "normal"} == {
        ("Clear Display", 500),
        ("Clear Display", 700),
        ("Clear Text", 400),
        ("Clear Text", 600),
        ("Clear Text", 700),
    }
    assert look.logo_on_light is None
    assert not warnings


def test_a_clinic_without_a_brand_has_the_house_look(tmp_path: Path) -> None:
    """Three lines are enough."""
    (tmp_path / "clinic.yaml").write_text("name: Harbor\n", encoding="utf-8")
    clinic = read_clinic(tmp_path / "clinic.yaml")

    assert make_look(clinic.value, clinic.source, tmp_path, SHIPPED) == make_look(None, None, Path(), SHIPPED)


def test_roles_may_name_colours_of_the_palette(tmp_path: Path) -> None:
    """As in brand.yml; a pale one is printed as it is on fields, and told."""
    look, warnings = look_of(
        tmp_path, "  color: {palette: {red: '#123456', sand: tan}, primary: red, secondary: sand}\n"
    )

    assert look.palette.brand == "#123456"
    assert look.palette.accent == "#d2b48c"
    assert [warning.code for warning in warnings] == ["brand-contrast"]


def test_an_installed_family_gives_every_weight(tmp_path: Path) -> None:
    """One variable file stands for all of them that a theme may ask for."""
    look, _ = look_of(tmp_path, "  typography: {headings: Source Serif 4}\n")

    weights = [face.weight for face in look.faces if face.family == "Source Serif 4" and face.style == "normal"]
    assert weights == [300, 400, 500, 600, 700, 800, 900]
    assert all(face.path.is_file() for face in look.faces if face.family == "Source Serif 4")
    assert (look.display_family, look.text_family) == ("Source Serif 4", "Clear Text")


def test_titles_follow_the_family_of_the_text(tmp_path: Path) -> None:
    """As in brand.yml, and its faces are listed once."""
    look, _ = look_of(tmp_path, "  typography: {base: {family: Source Serif 4}}\n")

    assert (look.display_family, look.text_family) == ("Source Serif 4", "Source Serif 4")
    assert len(look.faces) == len(set(look.faces))


def test_the_clinics_own_files_give_a_family(tmp_path: Path) -> None:
    """Each file with the weight and style that the clinic names."""
    (tmp_path / "h.ttf").write_bytes((SHIPPED / "ClearDisplay-500.ttf").read_bytes())
    files = "[{path: h.ttf}, {path: h.ttf, weight: bold, style: italic}]"
    fonts = f"    fonts:\n      - family: Harbor\n        files: {files}\n"

    look, _ = look_of(tmp_path, f"  typography:\n{fonts}    headings: Harbor\n")

    own = [(face.weight, face.style) for face in look.faces if face.family == "Harbor"]
    assert own == [(500, "normal"), (700, "italic")]


@pytest.mark.parametrize("raw", [b"wOF2", b"", font(whole=False), font()[:40], b"\x00\x01\x00\x00\xff\xff"])
def test_a_file_that_is_no_whole_font_is_refused(tmp_path: Path, raw: bytes) -> None:
    """The paper engine would quietly take another font."""
    (tmp_path / "h.ttf").write_bytes(raw)
    fonts = "    fonts:\n      - {family: Harbor, files: [{path: h.ttf}]}\n"

    assert codes_of(tmp_path, f"  typography:\n{fonts}    base: Harbor\n") == ["bad-font"]


def test_an_unknown_font_names_what_to_install(tmp_path: Path) -> None:
    """At the line that asks for it."""
    with pytest.raises(SourceError) as caught:
        look_of(tmp_path, "  typography:\n    base: Open Harbor\n")

    (problem,) = caught.value.problems
    assert problem.code == "unknown-font"
    assert "pip install fontpkg-open-harbor" in problem.hint
    assert problem.mark
    assert problem.mark.line == 4


@pytest.mark.parametrize(
    "logo",
    [
        "a.svg",
        "{path: a.svg, alt: Harbor}",
        "{medium: a.svg}",
        "{large: {path: a.svg}}",
        "{small: a.svg}",
        "{images: {mark: a.svg}, medium: mark}",
        "{images: {mark: {path: a.svg}}, medium: {light: mark}, large: gone.svg}",
    ],
)
def test_a_logo_is_named_as_in_brand_yml(tmp_path: Path, logo: str) -> None:
    """By its path or by a name from `images`; only the size that is printed is opened."""
    (tmp_path / "a.svg").write_bytes(svg("<path/>"))

    look, _ = look_of(tmp_path, f"  logo: {logo}\n")

    assert look.logo_on_light
    assert look.logo_on_dark
    assert look.logo_on_light.data == look.logo_on_dark.data


def test_all_that_is_wrong_with_a_brand_is_told_at_once(tmp_path: Path) -> None:
    """Colours, fonts and logo together, in the order of their lines."""
    brand = (
        "  color: {primary: blurple}\n  typography: {base: Nowhere}\n  logo: {medium: {light: a.svg, dark: b.svg}}\n"
    )

    assert codes_of(tmp_path, brand) == ["bad-colour", "unknown-font", "file-missing", "file-missing"]
