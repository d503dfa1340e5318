"""A brand in its own file: found in the clinic's folder, read with places, and nothing else opened."""

from pathlib import Path

import pytest

from brochures.errors import Problem, SourceError
from brochures.model.brand import Look
from brochures.reading.brand import make_look
from brochures.reading.clinics import read_clinic

from .pictures import svg

SHIPPED = Path(__file__).parents[2] / "styles" / "fonts"


def look_of(folder: Path, brand: str, text: str = "", name: str = "_brand.yml") -> Look:
    """The look of a clinic whose `brand:` names a file with this text."""
    (folder / "clinic.yaml").write_text(f"name: Harbor\nbrand: {brand}\n", encoding="utf-8")
    (folder / name).parent.mkdir(exist_ok=True, parents=True)
    (folder / name).write_text(text, encoding="utf-8")
    clinic = read_clinic(folder / "clinic.yaml")
    return make_look(clinic.value, clinic.source, folder, SHIPPED)[0]


def problems_of(folder: Path, brand: str, text: str = "", name: str = "_brand.yml") -> tuple[Problem, ...]:
    """All that is wrong with it."""
    with pytest.raises(SourceError) as caught:
        look_of(folder, brand, text, name)
    return caught.value.problems


def test_a_brand_may_stand_in_its_own_file(tmp_path: Path) -> None:
    """With the same keys, and files named from beside it."""
    (tmp_path / "house" / "art").mkdir(parents=True)
    (tmp_path / "house" / "art" / "logo.svg").write_bytes(svg("<path/>"))
    text = "meta: {name: Harbor}\ncolor: {primary: '#123456'}\nlogo: art/logo.svg\n"

    look = look_of(tmp_path, "house/_brand.yml", text, "house/_brand.yml")

    assert look.palette.brand == "#123456"
    assert look.logo_on_light


def test_the_same_brand_gives_the_same_look_wherever_it_stands(tmp_path: Path) -> None:
    """Inline or in a file."""
    there = look_of(tmp_path, "_brand.yml", "color: {primary: '#123456'}\n")

    assert look_of(tmp_path, "{color: {primary: '#123456'}}") == there


def test_a_fault_is_placed_in_the_file_where_it_stands(tmp_path: Path) -> None:
    """Line and column of the brand's own file, named as the clinic file was."""
    text = "color:\n  primary: blurple\ntypography: {base: Nowhere}\nlogo: gone.svg\n"

    found = problems_of(tmp_path, "_brand.yml", text)

    assert [(problem.place().removeprefix(f"{tmp_path}/"), problem.code) for problem in found] == [
        ("_brand.yml:2:12", "bad-colour"),
        ("_brand.yml:3:20", "unknown-font"),
        ("_brand.yml:4:7", "file-missing"),
    ]
    assert "_brand.yml" in found[2].message


@pytest.mark.parametrize(
    ("brand", "code"),
    [
        ("../_brand.yml", "outside-folder"),
        ("/etc/brand.yml", "outside-folder"),
        ("https://harbor.example/_brand.yml", "outside-folder"),
        ("gone.yml", "file-missing"),
        ("clinic.txt", "not-a-brand"),
        ("'#0b5260'", "not-a-brand"),
    ],
)
def test_no_brand_is_read_from_outside_the_folder(tmp_path: Path, brand: str, code: str) -> None:
    """And an address is not fetched."""
    (tmp_path / "_brand.yml").write_text("color: {primary: navy}\n", encoding="utf-8")
    (tmp_path / "clinic").mkdir()

    (problem,) = problems_of(tmp_path / "clinic", brand)

    assert problem.code == code
    assert problem.hint


def test_a_link_to_a_brand_outside_is_not_followed(tmp_path: Path) -> None:
    """As with pictures."""
    (tmp_path / "clinic").mkdir()
    (tmp_path / "_brand.yml").write_text("color: {primary: navy}\n", encoding="utf-8")
    (tmp_path / "clinic" / "linked.yml").symlink_to("../_brand.yml")

    assert problems_of(tmp_path / "clinic", "linked.yml")[0].code == "outside-folder"


def test_what_no_page_of_ours_uses_is_not_opened(tmp_path: Path) -> None:
    """Fonts from servers, web fonts of other uses, pictures of other sizes: they are other tools'."""
    text = """
    color: {primary: navy, info: rgb(0 0 0 / 50%)}
    typography:
      fonts:
        - {family: Fira Code, source: bunny}
        - {family: Closed, files: [{path: "https://a.example/closed.woff2"}, {path: gone.ttf}]}
      monospace: Closed
      headings: {family: Source Serif 4, weight: 600, color: primary}
    logo:
      images: {big: gone.png}
      large: https://a.example/logo.svg
      medium: logo.svg
    """
    (tmp_path / "logo.svg").write_bytes(svg("<path/>"))

    assert look_of(tmp_path, "_brand.yml", text).display_family == "Source Serif 4"


@pytest.mark.parametrize("source", ["google", "bunny", "system"])
def test_a_family_from_elsewhere_must_be_installed(tmp_path: Path, source: str) -> None:
    """Nothing is fetched: the problem names the package."""
    text = f"typography:\n  fonts: [{{family: Open Harbor, source: {source}}}]\n  base: Open Harbor\n"

    (problem,) = problems_of(tmp_path, "_brand.yml", text)

    assert problem.code == "unknown-font"
    assert "pip install fontpkg-open-harbor" in problem.hint


def test_web_fonts_stand_aside_for_what_can_be_printed(tmp_path: Path) -> None:
    """The same list serves web pages and paper."""
    (tmp_path / "h.ttf").write_bytes((SHIPPED / "ClearDisplay-700.ttf").read_bytes())
    files = "[{path: h.woff2, weight: 100..900}, {path: 'https://a.example/h.woff2'}, {path: h.ttf, weight: 700}]"

    look = look_of(tmp_path, "_brand.yml", f"typography:\n  fonts: [{{family: H, files: {files}}}]\n  headings: H\n")

    assert [(face.weight, face.path.name) for face in look.faces if face.family == "H"] == [(700, "h.ttf")]


def test_a_family_with_web_fonts_only_may_be_installed(tmp_path: Path) -> None:
    """Or it cannot be printed."""
    fonts = "typography:\n  fonts: [{{family: {0}, files: [{{path: 'https://a.example/h.woff2'}}]}}]\n  headings: {0}\n"

    assert look_of(tmp_path, "_brand.yml", fonts.format("Source Serif 4")).display_family == "Source Serif 4"
    assert problems_of(tmp_path, "_brand.yml", fonts.format("Harbor"))[0].code == "outside-folder"
