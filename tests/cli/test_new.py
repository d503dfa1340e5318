"""A clinic's folder to begin with: it reads, it renders, it shows every field, and it overwrites nothing."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from click.testing import CliRunner, Result
from pydantic import BaseModel

from brochures import shipped
from brochures.cli import main, new
from brochures.giving import founding
from brochures.making.starting import quoted
from brochures.model.clinic import Clinic
from brochures.reading.clinics import read_clinic
from brochures.reading.source import parse, read_yaml
from brochures.reading.svg import has_live_text
from tests.press import PAIR

FILES = ["README.md", "_brand.yml", "clinic.schema.json", "clinic.yaml", "logo-dark.svg", "logo-light.svg"]
ODD = [
    'Dr. "Quote" O\'Neil & Sons',
    "Skin: the clinic",
    "Clinic #1",
    "Praxis Müller 🌿",
    "- dash first",
    "'Tis the Season",
    "yes",
    "null",
    "123",
    "1e3",
    "[brackets]",
    "*star",
    "&and",
    "!bang",
    "%percent",
    "@at",
    "a\\b",
    "東京皮膚科",
    "👩‍⚕️ Care",
    "ends with colon:",
    "$name",
    "? mark",
]


def ask(*words: object, answers: str = "") -> Result:
    """`brochures …`, in this process, with these lines typed."""
    return CliRunner().invoke(main, [str(word) for word in words], input=answers)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits there and answers."""
    monkeypatch.setattr(new, "is_terminal", lambda: True)


def uncommented(text: str) -> str:
    """The file with every line in use that can be."""
    return "\n".join(re.sub(r"^#(?=[a-z]|  )", "", line) for line in text.splitlines()) + "\n"


def fields_of(annotation: object) -> Iterator[str]:
    """The names of all fields that a clinic file may have, the brand's own apart."""
    for part in get_args(annotation):
        yield from fields_of(part)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and "brand" not in annotation.__module__:
        for name, field in annotation.model_fields.items():
            yield name
            yield from fields_of(field.annotation)


def test_a_new_folder_renders_at_once(tmp_path: Path) -> None:
    """Two commands, with nothing to complain of."""
    folder = tmp_path / "harbor-dermatology"
    made = ask("new", folder, "--yes", "--phone", "(555) 010-0142", "--color", "#7a2e5d", "--theme", "bold")
    rendered = ask(
        "render", "laser", "--format", "handout", "--content", PAIR, "--clinic", folder / "clinic.yaml", "-o", tmp_path
    )

    assert made.exit_code == 0
    assert (rendered.exit_code, rendered.stderr) == (0, "")
    assert [Path(line).name for line in rendered.stdout.splitlines()] == ["harbor-dermatology-laser-handout-letter.pdf"]


def test_paths_go_to_stdout_and_the_next_command_to_stderr(tmp_path: Path) -> None:
    """So that another program can take them, and a person knows how to go on."""
    folder = tmp_path / "our clinic"
    made = ask("new", folder, "--yes")

    assert sorted(Path(line).name for line in made.stdout.splitlines()) == FILES
    assert all(Path(line).is_file() for line in made.stdout.splitlines())
    assert f"brochures render --clinic '{folder}/clinic.yaml'" in made.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["our clinic"]


def test_the_answers_stand_in_the_files(tmp_path: Path) -> None:
    """Name, number, theme and paper in one, the colour in the other."""
    ask("new", tmp_path / "a", "-y", "--name", "Lumi", "--phone", "+1 555 010 0142", "--color", "teal", "--paper", "a4")
    clinic = read_clinic(tmp_path / "a" / "clinic.yaml").value
    brand = read_yaml(tmp_path / "a" / "_brand.yml").data

    assert (clinic.name, clinic.phone, clinic.theme, clinic.paper) == ("Lumi", "+1 555 010 0142", "clear", "a4")
    assert clinic.brand == "_brand.yml"
    assert brand["color"] == {"palette": {"main": "#008080"}, "primary": "main"}


def test_without_answers_the_folder_gives_the_name(tmp_path: Path) -> None:
    """And no number is made up."""
    ask("new", tmp_path / "harbor-dermatology", "--yes")
    clinic = read_clinic(tmp_path / "harbor-dermatology" / "clinic.yaml").value

    assert (clinic.name, clinic.phone) == ("Harbor Dermatology", None)


@pytest.mark.parametrize("name", ODD)
def test_a_name_comes_back_as_it_was_given(tmp_path: Path, name: str) -> None:
    """Whatever signs are in it."""
    made = ask("new", tmp_path / "a", "--yes", f"--name={name}")
    brand = read_yaml(tmp_path / "a" / "_brand.yml").data

    assert made.exit_code == 0, made.stderr
    assert read_clinic(tmp_path / "a" / "clinic.yaml").value.name == name
    assert brand["meta"] == {"name": name}


@pytest.mark.parametrize("text", [*ODD, "a\u2028b", "tab\there", "two\nlines", " blanks ", "", "a # b", "a: b"])
def test_a_quoted_text_is_that_text(text: str) -> None:
    """Also with a comment behind it."""
    assert parse("", f"field: {quoted(text)}   # a comment\n").data == {"field": text}


def test_a_plain_name_is_not_quoted() -> None:
    """Quotation marks frighten who never saw the file before."""
    assert quoted("Harbor Dermatology") == "Harbor Dermatology"
    assert quoted("O’Neil & Sons, Ltd.") == "O’Neil & Sons, Ltd."


def test_every_field_of_a_clinic_is_shown(tmp_path: Path) -> None:
    """Who reads the file from top to bottom knows all that can be said in it."""
    ask("new", tmp_path / "a", "--yes")
    text = (tmp_path / "a" / "clinic.yaml").read_text(encoding="utf-8")
    missing = {name for name in fields_of(Clinic) if not re.search(rf"\b{name}:", text)}

    assert missing == set()
    assert len(set(fields_of(Clinic))) > 50


def test_every_line_can_be_used_as_it_stands(tmp_path: Path) -> None:
    """With its sign taken away it is no fault, and says what its comment says."""
    ask("new", tmp_path / "a", "--yes")
    path = tmp_path / "a" / "clinic.yaml"
    path.write_text(uncommented(path.read_text(encoding="utf-8")), encoding="utf-8")
    clinic = read_clinic(path).value
    unset = [name for name in Clinic.model_fields if name not in clinic.model_fields_set]
    brand = parse("", uncommented((tmp_path / "a" / "_brand.yml").read_text(encoding="utf-8"))).data

    assert unset == []
    assert clinic.locations[0].emergency_line
    assert set(brand) == {"meta", "color", "typography", "logo"}
    assert isinstance(brand["color"], dict)
    assert brand["color"]["secondary"] == "second"


def test_an_editor_finds_the_schema_beside_the_file(tmp_path: Path) -> None:
    """Its first line says where; the file is valid by it, with every line in use too."""
    ask("new", tmp_path / "a", "--yes")
    text = (tmp_path / "a" / "clinic.yaml").read_text(encoding="utf-8")
    named = text.splitlines()[0].partition("# yaml-language-server: $schema=")[2]
    schema: dict[str, Any] = json.loads((tmp_path / "a" / named).read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)

    assert schema["$id"] == "urn:brochures:clinic"
    for version in (text, uncommented(text)):
        assert [error.message for error in validator.iter_errors(parse("", version).data)] == []


def test_the_logos_are_outlines(tmp_path: Path) -> None:
    """Live text would be drawn in whatever font is found."""
    ask("new", tmp_path / "a", "--yes", "--name", "Skin & Laser")

    for name in ("logo-light.svg", "logo-dark.svg"):
        logo = (tmp_path / "a" / name).read_bytes()
        assert not has_live_text(logo)
        assert b"<title>Skin &amp; Laser</title>" in logo
    assert (tmp_path / "a" / "logo-light.svg").read_bytes() != (tmp_path / "a" / "logo-dark.svg").read_bytes()


def test_a_name_that_cannot_be_drawn_is_left_to_type(tmp_path: Path) -> None:
    """A logo without the name would leave the clinic nameless."""
    ask("new", tmp_path / "a", "--yes", "--name", "東京皮膚科")

    assert "logo" not in read_yaml(tmp_path / "a" / "_brand.yml").data


@pytest.mark.parametrize("name", ["notes.txt", ".hidden"])
def test_a_folder_with_anything_in_it_is_refused(tmp_path: Path, name: str) -> None:
    """And stays as it is."""
    (tmp_path / name).write_text("mine", encoding="utf-8")
    made = ask("new", tmp_path, "--yes")

    assert (made.exit_code, made.stdout) == (1, "")
    assert f"error[folder-not-empty]: the folder is not empty: it has {name}" in made.stderr
    assert "choose a name that does not exist yet" in made.stderr
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_is_not_written_over(tmp_path: Path) -> None:
    """Not even an empty one."""
    (tmp_path / "a").touch()
    made = ask("new", tmp_path / "a", "--yes")

    assert made.exit_code == 1
    assert "error[not-a-folder]" in made.stderr
    assert (tmp_path / "a").read_bytes() == b""


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    """It is the same folder afterwards, for who stands in it."""
    before = tmp_path.stat().st_ino
    made = ask("new", tmp_path, "--yes")

    assert made.exit_code == 0
    assert tmp_path.stat().st_ino == before
    assert sorted(path.name for path in tmp_path.iterdir()) == FILES


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_that_cannot_be_finished_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, there: bool
) -> None:
    """All or nothing: half a folder would look like a whole one."""
    folder = tmp_path / "a"
    if there:
        folder.mkdir()
    whole = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if target.name in {"logo-dark.svg", "a"}:
            raise OSError(28, "No space left on device")
        return whole(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    made = ask("new", folder, "--yes")

    assert made.exit_code == 1
    assert "could not be made: No space left on device" in made.stderr
    assert [path for path in tmp_path.rglob("*") if path != folder] == []
    assert folder.exists() == there


def test_without_a_terminal_it_says_what_to_give(tmp_path: Path) -> None:
    """Rather than to guess a clinic's name."""
    made = ask("new", tmp_path / "a", "--name", "Lumi")

    assert made.exit_code == 2
    assert "give --phone, --color, --theme; or --yes" in made.stderr
    assert not (tmp_path / "a").exists()


def test_with_every_option_nothing_is_asked(tmp_path: Path) -> None:
    """Neither a terminal nor --yes is needed then."""
    made = ask("new", tmp_path / "a", "--name=Lumi", "--phone=", "--color=#123456", "--theme=editorial")

    assert made.exit_code == 0
    assert read_clinic(tmp_path / "a" / "clinic.yaml").value.theme == "editorial"


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("--phone=call us", "`phone` must be a telephone number"),
        ("--color=#12345", "`#12345` cannot be used: it is not a colour"),
        ("--color=rgb(0 0 0 / 50%)", "a printed colour cannot be transparent"),
        ("--name= ", "`name` has no words"),
        (f"--name={'x' * 61}", "`name` has 61 characters; 60 fit"),
        ("--name=Call <b>us</b>", "is HTML, which is not taken here"),
        ("--name=a\x85b", "a character that cannot be printed"),
        ("--theme=loud", "'loud' is not one of"),
    ],
)
def test_a_wrong_option_is_a_wrong_command_line(tmp_path: Path, option: str, words: str) -> None:
    """Exit 2, with what is wrong and how to write it."""
    made = ask("new", tmp_path / "a", "--yes", option)

    assert made.exit_code == 2
    assert words in made.stderr
    assert option.partition("=")[0] in made.stderr
    assert not (tmp_path / "a").exists()


def test_at_a_terminal_it_asks_again_until_the_answer_can_be_used(tmp_path: Path, terminal: None) -> None:
    """Nobody has to begin anew for a slip of the pen."""
    answers = "Harbor\ncall us\n(555) 010-0142\nloud\neditorial\n#12\nplum\n"
    made = ask("new", tmp_path / "a", answers=answers)
    clinic = read_clinic(tmp_path / "a" / "clinic.yaml").value

    assert made.exit_code == 0, made.stderr
    assert (clinic.name, clinic.phone, clinic.theme) == ("Harbor", "(555) 010-0142", "editorial")
    assert "#dda0dd" in (tmp_path / "a" / "_brand.yml").read_text(encoding="utf-8")
    assert made.stderr.count("Error: ") == 3
    assert sorted(Path(line).name for line in made.stdout.splitlines()) == FILES


def test_at_a_terminal_return_takes_the_default(tmp_path: Path, terminal: None) -> None:
    """The theme's own colour is one of them."""
    made = ask("new", tmp_path / "harbor-skin", answers="\n\n\n\n")

    assert made.exit_code == 0
    assert read_clinic(tmp_path / "harbor-skin" / "clinic.yaml").value.name == "Harbor Skin"
    assert "#0b5260" in (tmp_path / "harbor-skin" / "_brand.yml").read_text(encoding="utf-8")


def test_what_is_given_is_not_asked(tmp_path: Path, terminal: None) -> None:
    """Only the number is left here."""
    made = ask("new", tmp_path / "a", "--name=Lumi", "--color=teal", "--theme=bold", answers="555 0142\n")

    assert made.exit_code == 0
    assert "Name of the clinic" not in made.stderr
    assert read_clinic(tmp_path / "a" / "clinic.yaml").value.phone == "555 0142"


def test_a_used_folder_is_told_before_anything_is_asked(tmp_path: Path, terminal: None) -> None:
    """Four answers for nothing are a nuisance."""
    (tmp_path / "a").write_text("mine", encoding="utf-8")
    made = ask("new", tmp_path, answers="\n\n\n\n")

    assert made.exit_code == 1
    assert "Name of the clinic" not in made.stderr


def test_the_schema_in_the_folder_is_the_shipped_one(tmp_path: Path) -> None:
    """Byte by byte."""
    founding.found(tmp_path / "b", {"a.txt": b"a"})
    ask("new", tmp_path / "a", "--yes")
    copy = (tmp_path / "a" / "clinic.schema.json").read_bytes()

    assert copy == (shipped.schemas() / "clinic.schema.json").read_bytes()
    assert (tmp_path / "b" / "a.txt").read_bytes() == b"a"


def test_a_list_of_people_to_begin_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel opens it right; its name is people.csv or the one that is given, and nothing is written over."""
    monkeypatch.chdir(tmp_path)
    first, second = ask("new", "--people"), ask("new", "--people", "lists/mine.csv")
    again = ask("new", "--people")

    assert (first.stdout, second.stdout) == ("people.csv\n", "lists/mine.csv\n")
    assert "brochures merge lists/mine.csv" in second.stderr
    assert (tmp_path / "people.csv").read_bytes().startswith(b"\xef\xbb\xbfrecipient,clinician,appointment")
    assert (again.exit_code, again.stdout) == (1, "")
    assert "error[file-there]" in again.stderr


def test_a_list_of_people_is_no_clinic(tmp_path: Path) -> None:
    """What belongs to a folder is refused, and without a name there is no folder."""
    assert ask("new", "--people", "--theme", "bold", tmp_path / "p.csv").exit_code == 2
    assert "Missing argument 'DIR'" in ask("new").stderr
    assert list(tmp_path.iterdir()) == []
