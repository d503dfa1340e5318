"""`brochures inspect`: a report to read, the same as JSON, and an exit code that scripts can trust."""

import io
import json
import sys
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result

from brochures.cli import main
from brochures.making import verapdf
from tests.judges.broken import root
from tests.judges.good import WORDS, for_press, saved, set_in_type


@pytest.fixture(autouse=True)
def without_java(monkeypatch: pytest.MonkeyPatch) -> None:
    """What veraPDF says has a module of its own."""
    monkeypatch.setattr(verapdf, "available", lambda: "veraPDF is not installed")


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file without fault."""
    path = tmp_path_factory.mktemp("inspect") / "laser.pdf"
    path.write_bytes(set_in_type(WORDS))
    return path


def ask(*words: object) -> Result:
    """`brochures inspect …`, in this process."""
    return CliRunner().invoke(main, ["inspect", *map(str, words)])


def test_the_report_says_what_passes_and_who_says_so(piece: Path) -> None:
    """In plain words, the judge that could not look named with its reason."""
    result = ask(piece)
    lines = [line.strip() for line in result.stdout.splitlines()]

    assert result.exit_code == 0
    assert "ok passes PDF/UA-1 (page-validation)" in lines
    assert "?  PDF/A-2a was not judged by veraPDF: veraPDF is not installed" in lines
    assert "pages        page 1: 90 × 120 mm (3.54 × 4.72 in)" in lines
    assert "\x1b" not in result.stdout


def test_a_press_file_is_never_called_certified(piece: Path) -> None:
    """There is no reference judge of PDF/X here."""
    path = piece.with_name("press.pdf")
    path.write_bytes(for_press(piece.read_bytes()))

    assert "ok passes our subset of PDF/X-4 (checked by us, not certified)" in ask(path).stdout


def test_a_broken_claim_and_an_unreadable_file_exit_with_1(piece: Path) -> None:
    """All files are told, whatever one of them is."""
    broken, text, gone = (piece.with_name(name) for name in ("broken.pdf", "text.pdf", "gone.pdf"))
    with pikepdf.open(io.BytesIO(piece.read_bytes())) as file:
        root(Lang=None)(file)
        broken.write_bytes(saved(file))
    text.write_text("not a PDF", encoding="utf-8")
    result = ask(piece, broken, text, gone)

    assert [ask(path).exit_code for path in (piece, broken, text, gone)] == [0, 1, 1, 1]
    assert result.exit_code == 1
    assert "NO fails PDF/UA-1 (page-validation)" in result.stdout
    assert "NO this is no PDF file" in result.stdout
    assert "NO the file cannot be opened: No such file or directory" in result.stdout


def test_the_same_as_json(piece: Path) -> None:
    """For whoever counts."""
    (row,) = json.loads(ask(piece, "--json").stdout)

    assert (row["name"], row["passes"], row["claims"]) == (str(piece), True, ["PDF/A-2a", "PDF/UA-1"])
    assert {(told["judge"], told["standard"], told["passed"], told["claimed"]) for told in row["verdicts"]} == {
        ("veraPDF", "PDF/UA-1", None, True),
        ("page-validation", "PDF/UA-1", True, True),
        ("veraPDF", "PDF/A-2a", None, True),
        ("page-validation", "PDF/A-2a", True, True),
    }


def test_a_title_cannot_act_on_the_terminal(piece: Path) -> None:
    """Files come from anybody."""
    path = piece.with_name("title.pdf")
    path.write_bytes(set_in_type(WORDS.replace("<title>Laser", "<title>La\x07ser\x1b[31m")))
    told = ask(path).stdout

    assert "La" in told
    assert not {"\x07", "\x1b"} & set(told)


def test_lines_are_no_wider_than_the_terminal(piece: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Long faults go on below themselves."""
    monkeypatch.setenv("COLUMNS", "64")

    assert max(map(len, ask(piece).stdout.splitlines()[1:])) <= 64


def test_colour_is_for_terminals_that_want_it(piece: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR is honoured (https://no-color.org)."""
    from brochures.cli import reporting

    report = reporting.report(piece)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert any("\x1b[32m" in line for line in reporting.lines(report))

    monkeypatch.setenv("NO_COLOR", "1")
    assert not any("\x1b" in line for line in reporting.lines(report))
