"""`brochures status`: what is due, what is approved, and what is stale in the racks."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from brochures import pipeline
from brochures.cli import main
from tests.press import PAIR

TODAY = ("--today", "2026-11-22")
CLINIC = """\
name: Harbor Dermatology
approvals:
  - {{subject: laser, role: medical director, name: Dana Reyes, date: 2026-11-20, version: "{version}"}}
"""


def ask(*words: object, content: Path = PAIR) -> Result:
    """`brochures status …` of the two small topics."""
    return CliRunner().invoke(main, [str(word) for word in ("status", "--content", content, *words)])


def versions(*words: object) -> dict[str, str]:
    """Today's version of each subject."""
    (found,) = json.loads(ask(*TODAY, "--json", *words).stdout)
    return {row["subject"]: row["version"] for row in found["subjects"]}


def test_every_subject_has_a_line() -> None:
    """With its version, when it is due, and who approved it."""
    result = ask(*TODAY)
    rows = result.stdout.splitlines()

    assert result.exit_code == 0
    assert rows[0].split()[:2] == ["subject", "version"]
    assert [row.split()[0] for row in rows[1:4]] == ["peel", "laser", "peel-or-laser"]
    assert all("due in " in row and "not approved" in row for row in rows[1:4])
    assert any(row.startswith("United States: ") for row in rows)


def test_what_is_overdue_is_told_and_fails() -> None:
    """Of the words and of the place's rules alike."""
    result = ask("--today", "2040-01-01", "laser")

    assert result.exit_code == 1
    assert result.stdout.count("OVERDUE") == 2


def test_an_approval_counts_as_long_as_the_words_stay(tmp_path: Path) -> None:
    """Approved, and void when it is of other words."""
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text(CLINIC.format(version="1.0-000000"), encoding="utf-8")
    void = ask(*TODAY, "--clinic", clinic)
    clinic.write_text(CLINIC.format(version=versions("--clinic", clinic)["laser"]), encoding="utf-8")
    holds = ask(*TODAY, "--clinic", clinic)

    assert (void.exit_code, holds.exit_code) == (1, 0)
    assert "STALE: 2026-11-20, Dana Reyes, medical director, of 1.0-000000" in void.stdout
    assert "2026-11-20, Dana Reyes, medical director" in holds.stdout
    assert "STALE" not in holds.stdout


@pytest.mark.parametrize(
    "form",
    [
        "laser {number} · {hash}",
        "laser-{number}-{hash}",
        "{number}-{hash}",
        "https://harbor.example/leaflets?v=laser%20{number}%20%C2%B7%20{hash}",
        "https://harbor.example/harbor-laser-{number}-{hash}#top",
        "HTTPS://HARBOR.EXAMPLE/?subject=laser&version={number}-{hash}",
    ],
)
def test_a_version_is_known_in_every_form(form: str) -> None:
    """As it is printed, as it is signed, and as a code may hold it: current, and stale once the words have changed."""
    number, _, digits = versions()["laser"].partition("-")
    current = ask(*TODAY, "--printed", form.format(number=number, hash=digits))
    (found,) = json.loads(ask(*TODAY, "--json", "--printed", form.format(number=number, hash="0123ab")).stdout)
    bare = form.startswith("{number}")

    assert current.exit_code == 0
    assert f"current  laser {number}-{digits}" in current.stdout
    assert found["printed"][0]["state"] == ("unknown" if bare else "stale")
    assert found["printed"][0]["today"] == ("" if bare else f"{number}-{digits}")


def test_a_list_is_read_line_by_line(tmp_path: Path) -> None:
    """A head and remarks are passed over; a line without a version is told, for somebody meant something by it."""
    listed = tmp_path / "racks.csv"
    version = versions()["peel"]
    rows = ("room,version", "# north", f"hall,peel-{version}", "desk,peel 1.0 · 000000", "door,toxin 1.0 · 00aa00", "?")
    listed.write_text("\n".join(rows), encoding="utf-8")
    result = ask(*TODAY, "--json", "--printed", listed)
    (found,) = json.loads(result.stdout)

    assert result.exit_code == 1
    assert [(row["given"], row["subject"], row["state"]) for row in found["printed"]] == [
        (f"{listed}:3", "peel", "current"),
        (f"{listed}:4", "peel", "stale"),
        (f"{listed}:5", "toxin", "unknown"),
        (f"{listed}:6", "", "unknown"),
    ]


def test_our_own_pdf_tells_its_version(tmp_path: Path) -> None:
    """Current today; stale when a word has changed since it was made."""
    sources = pipeline.read(pipeline.Selection(content=PAIR))
    made = pipeline.make(sources, (pipeline.Order("peel", "card", "letter", "print"),), date(2026, 11, 22))
    piece = pipeline.give(next(made), tmp_path).path
    changed = tmp_path / "content.yaml"
    text = PAIR.read_text(encoding="utf-8")
    changed.write_text(text.replace("New skin grows in its place", "New skin grows there"), encoding="utf-8")
    now, later = (ask(*TODAY, "--printed", piece, content=content) for content in (PAIR, changed))

    assert (now.exit_code, later.exit_code) == (0, 1)
    assert f"current  peel {versions()['peel']} ({piece})" in now.stdout
    assert f"STALE    peel {versions()['peel']} ({piece}): the words have changed" in later.stdout


def test_a_clinics_piece_held_against_no_clinic_says_what_is_missing() -> None:
    """A clinic's words are part of its versions."""
    result = ask(*TODAY, "--printed", "laser 1.0 · 000000")

    assert result.exit_code == 1
    assert "--clinic" in result.stderr


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [("none.pdf", None, "file-missing"), ("bad.pdf", b"%PDF-1.7 no", "not-a-pdf"), ("x.txt", b"\xff\xfe", "not-utf-8")],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str, data: bytes | None, code: str) -> None:
    """As one problem with a way out."""
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    result = ask(*TODAY, "--printed", path)

    assert result.exit_code == 1
    assert f"error[{code}]" in result.stderr
    assert str(path) in result.stderr
