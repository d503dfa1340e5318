"""The keys of brand.yml: what other tools accept is accepted here, and our examples are accepted there."""

from pathlib import Path

import brand_yml
import pytest

from brochures.model.brandfile import Brand
from brochures.reading.source import parse, read_yaml
from brochures.reading.validation import validate

ROOT = Path(__file__).parents[2]
THEIRS = sorted((Path(brand_yml.__file__).parent / "examples").glob("*.yml"))
OURS = sorted((ROOT / "examples").glob("*/_brand.yml"))


@pytest.mark.parametrize("example", THEIRS, ids=lambda path: path.name)
def test_every_example_of_brand_yml_is_taken(example: Path) -> None:
    """The package that keeps the standard brings them."""
    source = parse(example.name, example.read_text(encoding="utf-8"))

    assert validate(source, Brand)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.parent.name)
def test_every_example_of_ours_is_a_brand_for_other_tools(path: Path) -> None:
    """So that one file serves the clinic's web pages as well."""
    theirs = brand_yml.Brand.from_yaml(path)

    assert theirs.color
    assert theirs.color.primary
    assert validate(read_yaml(path), Brand)


def test_there_are_examples_to_judge() -> None:
    """An empty list would pass."""
    assert len(THEIRS) > 10
    assert OURS


def test_what_quarto_adds_is_taken() -> None:
    """Pairs for light and dark pages, and a colour for links."""
    text = """
    color:
      palette: {sea: "#0b5260", foam: "#e3efef"}
      foreground: {light: "#111", dark: foam}
      primary: {light: sea, dark: foam}
      link: sea
    typography:
      base: {family: Inter, size: 1.1rem, line-height: 1.4, weight: semi-bold}
      headings: {family: Inter, color: {light: sea, dark: foam}, style: [normal, italic]}
      monospace-block: {family: Fira Code, background-color: foam, line-height: 2em}
    defaults: {quarto: {format: {html: {theme: cosmo}}}}
    """

    brand = validate(parse("_brand.yml", text), Brand)

    assert brand.typography
    assert brand.color
    assert brand.color.link == "sea"
