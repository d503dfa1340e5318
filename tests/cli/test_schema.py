"""The schemas for editors: current, whole, and a judge that marks what `check` would refuse."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from click.testing import CliRunner

from brochures.cli import main
from brochures.model.formats import FormatName
from brochures.model.themes import ThemeName
from brochures.reading.schema import NAMES, SchemaName, schema_of, schema_text
from brochures.reading.source import parse, read_yaml

ROOT = Path(__file__).parents[2]
FILES = [("content", "content.yaml"), ("content", "tests/content/pair.yaml")] + [
    ("clinic", path.relative_to(ROOT).as_posix()) for path in sorted((ROOT / "examples").glob("*/clinic.yaml"))
]


def faults(name: SchemaName, data: object) -> list[str]:
    """What an independent judge finds wrong by the schema."""
    return [error.message for error in jsonschema.Draft202012Validator(schema_of(name)).iter_errors(data)]


def clinic(text: str) -> list[str]:
    """What it finds wrong with a clinic's file."""
    return faults("clinic", parse("clinic.yaml", "name: Harbor\n" + text).data)


def objects(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every model in a schema, by name."""
    yield schema["title"], schema
    yield from ((name, part) for name, part in schema["$defs"].items() if part.get("type") == "object")


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_schema_is_current(name: SchemaName) -> None:
    """An editor must not mark what `check` takes; `make schemas` mends this."""
    committed = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")

    assert committed == schema_text(name), "stale: run `make schemas`"


@pytest.mark.parametrize("name", NAMES)
def test_the_command_prints_the_same(name: SchemaName) -> None:
    """So that `brochures schema clinic > clinic.schema.json` is enough."""
    told = CliRunner().invoke(main, ["schema", name])

    assert (told.exit_code, told.stdout) == (0, schema_text(name))


def test_there_are_two_schemas() -> None:
    """Any other name is a wrong command line."""
    assert CliRunner().invoke(main, ["schema", "brand"]).exit_code == 2
    assert CliRunner().invoke(main, ["schema"]).exit_code == 2


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one_by_its_own_standard(name: SchemaName) -> None:
    """Draft 2020-12, with a name of its own that needs no server."""
    schema = schema_of(name)
    jsonschema.Draft202012Validator.check_schema(schema)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:brochures:{name}"


@pytest.mark.parametrize(("name", "file"), FILES)
def test_what_we_ship_is_valid(name: SchemaName, file: str) -> None:
    """By a validator that is none of ours."""
    assert faults(name, read_yaml(ROOT / file).data) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_field_explains_itself(name: SchemaName) -> None:
    """An editor shows the words when the pointer rests on a field."""
    silent = [
        f"{owner}.{field}"
        for owner, part in objects(schema_of(name))
        for field, about in part.get("properties", {}).items()
        if not about.get("description", "").strip()
    ]

    assert silent == []


@pytest.mark.parametrize("name", NAMES)
def test_every_model_refuses_what_it_does_not_know(name: SchemaName) -> None:
    """And says what it is; a mapping says what its keys look like."""
    for owner, part in objects(schema_of(name)):
        assert part["additionalProperties"] is False, owner
        assert part["description"], owner


@pytest.mark.parametrize("name", NAMES)
def test_descriptions_stand_on_one_line(name: SchemaName) -> None:
    """Line breaks of our source are none of the reader's."""
    assert all("\n" not in line for line in descriptions(schema_of(name)))
    assert len(list(descriptions(schema_of(name)))) > 60


def descriptions(value: object) -> Iterator[str]:
    """Every description in a schema."""
    if isinstance(value, dict):
        if isinstance(value.get("description"), str):
            yield value["description"]
        for part in value.values():
            yield from descriptions(part)
    elif isinstance(value, list):
        for part in value:
            yield from descriptions(part)


def test_closed_sets_are_lists_to_choose_from() -> None:
    """An editor offers them while one types."""
    fields = schema_of("clinic")["properties"]

    assert fields["theme"]["enum"] == list(get_args(ThemeName))
    assert fields["formats"]["items"]["enum"] == list(get_args(FormatName))


def test_markdown_is_told_from_plain_text() -> None:
    """By its format, where strong and emphasis are known."""
    assert schema_of("content")["$defs"]["Statement"]["properties"]["text"]["format"] == "markdown-inline"
    assert "format" not in schema_of("content")["$defs"]["Section"]["properties"]["title"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("phnoe: (555) 010-0142", "'phnoe' was unexpected"),
        ("theme: loud", "'loud' is not one of ['clear', 'editorial', 'bold']"),
        ("tagline: 5", "5 is not valid under any of the given schemas"),
        ("phone: call us", "'call us' is not valid under any of the given schemas"),
        ("address: 12 Harbor Street", "'12 Harbor Street' is not of type 'array'"),
        ("address: [a, b, c, d, e]", "is too long"),
        ("large_print: big", "'big' is not of type 'boolean'"),
        ("locations: [{phone: (555) 010-0142}]", "'name' is a required property"),
        ("words: {Botox: {}}", "'Botox' does not match"),
        ("words: {botox: {hide: [{prt: uses}]}}", "'prt' was unexpected"),
        ("formats: [trifold, flyer]", "'flyer' is not one of"),
    ],
)
def test_an_editor_marks_what_a_clinic_has_wrong(text: str, words: str) -> None:
    """Each fault, where `check` would refuse it too."""
    assert any(words in fault for fault in clinic(text)), clinic(text)


@pytest.mark.parametrize("brand", ["_brand.yml", '{color: {primary: "#0b6e6e"}}', "{logo: logo.svg}"])
def test_a_brand_is_a_path_or_a_block(brand: str) -> None:
    """Both are valid; a block with an unknown field is not."""
    assert clinic(f"brand: {brand}") == []
    assert clinic("brand: {colour: {}}") != []


def test_an_editor_marks_what_content_has_wrong() -> None:
    """A misspelt field, a misshapen id, a source that is none."""
    text = (ROOT / "content.yaml").read_text(encoding="utf-8")
    data = parse("content.yaml", text.replace("    review_by: ", "    reviewed_by: ", 1)).data
    found = faults("content", data)

    assert any("'review_by' is a required property" in fault for fault in found)
    assert any("'reviewed_by' was unexpected" in fault for fault in found)
    assert faults("content", {**data, "sources": {"s-1": {}}}) != []
