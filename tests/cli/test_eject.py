"""`brochures eject`: what can be changed is listed, copied with its record, and watched for change."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from brochures import __version__, shipped
from brochures.cli import main
from brochures.giving.ejection import eject, ejectables, stale_ejections
from tests.press import PAIR

CLINIC = "name: Harbor Dermatology\nphone: (555) 010-0142\n"


def ask(*words: object) -> Result:
    """`brochures …`, in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """A clinic file in a folder of its own."""
    path = tmp_path / "clinic.yaml"
    path.write_text(CLINIC, encoding="utf-8")
    return path


def test_without_a_name_it_lists_what_there_is() -> None:
    """Every template and stylesheet that a clinic may change, with a few words."""
    told = ask("eject")
    names = [line.split()[0] for line in told.stdout.splitlines()]

    assert told.exit_code == 0
    assert {"base.html", "components/callout.html", "formats/trifold.html", "themes/clear.css", "tokens.css"} <= set(
        names
    )
    assert not {name for name in names if re.search(r"figures/|measure|signoff|main\.css|\.py$|fonts/", name)}
    assert all(len(line.split(maxsplit=1)) == 2 for line in told.stdout.splitlines())
    assert re.search(r"^components/callout\.html +Serious risks in a box", told.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "target", "first"),
    [
        ("components/callout.html", "templates/components/callout.html", "{# "),
        ("templates/components/callout.html", "templates/components/callout.html", "{# "),
        ("formats/trifold.html", "templates/formats/trifold.html", "{# "),
        ("components/callout.css", "styles/components/callout.css", "/* "),
        ("themes/clear.css", "styles/themes/clear.css", "/* "),
        ("base.css", "styles/base.css", "/* "),
    ],
)
def test_a_file_is_copied_with_its_record(clinic: Path, name: str, target: str, first: str) -> None:
    """The path is printed, and the record names file, version and hash."""
    told = ask("eject", name, "--clinic", clinic)
    copy = clinic.parent / target
    head, _, rest = copy.read_text(encoding="utf-8").partition("\n")

    assert told.exit_code == 0
    assert told.stdout == f"{copy}\n"
    assert head.startswith(first)
    assert re.search(
        rf"{re.escape(target.partition('/')[2])}, version {re.escape(__version__)}, original [0-9a-f]{{8}} ", head
    )
    assert rest == (shipped.templates().parent / target).read_text(encoding="utf-8")


def test_it_can_go_to_any_folder(tmp_path: Path) -> None:
    """Which is made when it is not there."""
    told = ask("eject", "components/callout.css", "-o", tmp_path / "new")

    assert told.exit_code == 0
    assert (tmp_path / "new" / "styles" / "components" / "callout.css").is_file()


def test_a_copy_is_not_written_over(clinic: Path) -> None:
    """A clinic's work would be lost; `--force` says that it may."""
    ask("eject", "components/callout.css", "--clinic", clinic)
    copy = clinic.parent / "styles" / "components" / "callout.css"
    copy.write_text("mine", encoding="utf-8")

    told = ask("eject", "components/callout.css", "--clinic", clinic)

    assert told.exit_code == 1
    assert "already-ejected" in told.stderr
    assert "--force" in told.stderr
    assert copy.read_text(encoding="utf-8") == "mine"
    assert ask("eject", "components/callout.css", "--clinic", clinic, "--force").exit_code == 0
    assert copy.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("components/calout.html", "unknown-file", "did you mean `components/callout.html`"),
        ("callout.html", "unknown-file", "did you mean `components/callout.html`"),
        ("nothing-like-it", "unknown-file", "lists what there is"),
        ("../clinic.yaml", "unknown-file", "lists what there is"),
        ("/etc/passwd", "unknown-file", "lists what there is"),
        ("main.css", "not-ejectable", "stay as they are"),
        ("figures/rate_dots.svg", "not-ejectable", "stay as they are"),
        ("measure.html", "not-ejectable", "stay as they are"),
        ("fonts/cut.py", "not-ejectable", "stay as they are"),
    ],
)
def test_what_is_not_given_out_is_told(clinic: Path, name: str, code: str, hint: str) -> None:
    """With what is near, or why it stays ours; nothing is written."""
    told = ask("eject", name, "--clinic", clinic)

    assert told.exit_code == 1
    assert code in told.stderr
    assert hint in told.stderr
    assert list(clinic.parent.iterdir()) == [clinic]


@pytest.mark.parametrize("words", [(), ("--clinic", "a.yaml", "-o", "b"), ("--clinic", "no-such.yaml")])
def test_it_must_be_said_where_to(words: tuple[str, ...]) -> None:
    """Once, and to a clinic that is there."""
    assert ask("eject", "base.css", *words).exit_code == 2


def test_copies_change_nothing(clinic: Path, tmp_path: Path) -> None:
    """Everything ejected and nothing changed: the file is the same, byte for byte."""
    order = ("peel", "--format", "trifold", "--content", PAIR, "--clinic", clinic)
    usual = ask("render", *order, "-o", tmp_path / "usual")
    for file in ejectables():
        eject(file.name, clinic.parent)
    ours = ask("render", *order, "-o", tmp_path / "own")

    assert usual.exit_code == ours.exit_code == 0, ours.stderr
    (before,), (after,) = (list((tmp_path / name).glob("*.pdf")) for name in ("usual", "own"))
    assert before.read_bytes() == after.read_bytes()


def test_a_fresh_copy_is_not_stale(clinic: Path) -> None:
    """Also when the clinic has changed it."""
    copy = eject("components/callout.html", clinic.parent)
    copy.write_text(copy.read_text(encoding="utf-8") + "<p>More.</p>", encoding="utf-8")

    assert stale_ejections(clinic.parent) == ()


def test_a_copy_of_another_original_is_stale(clinic: Path) -> None:
    """What we mended since is not in it."""
    copy = eject("components/callout.html", clinic.parent)
    text = copy.read_text(encoding="utf-8")
    copy.write_text(re.sub(r"original [0-9a-f]{8}", "original 00000000", text), encoding="utf-8")

    (problem,) = stale_ejections(clinic.parent)

    assert problem.code == "ejected-stale"
    assert problem.severity == "warning"
    assert problem.mark
    assert problem.mark.file == str(copy)
    assert "components/callout.html" in problem.hint


def test_a_copy_of_what_is_gone_is_told(clinic: Path) -> None:
    """It stands in for nothing any more."""
    copy = eject("components/callout.html", clinic.parent)
    copy.rename(copy.with_name("gone.html"))

    (problem,) = stale_ejections(clinic.parent)

    assert "stands in for nothing" in problem.message


def test_a_file_without_a_record_is_left_alone(clinic: Path) -> None:
    """A clinic may write its own from nothing."""
    folder = clinic.parent / "styles" / "components"
    folder.mkdir(parents=True)
    (folder / "callout.css").write_text(".callout{padding:3mm}\n", encoding="utf-8")

    assert stale_ejections(clinic.parent) == ()


@pytest.mark.parametrize("command", ["check", "render"])
def test_check_and_render_tell_of_stale_copies(clinic: Path, tmp_path: Path, command: str) -> None:
    """As a warning: the piece is made."""
    copy = eject("components/callout.css", clinic.parent)
    text = copy.read_text(encoding="utf-8")
    copy.write_text(re.sub(r"original [0-9a-f]{8}", "original 00000000", text), encoding="utf-8")
    where = ("-o", tmp_path / "out") if command == "render" else ()

    told = ask(command, "laser", "--format", "handout", "--content", PAIR, "--clinic", clinic, *where)

    assert told.exit_code == 0
    assert "warning[ejected-stale]" in told.stderr
