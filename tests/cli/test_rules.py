"""`brochures rules`: what is asked, and how severely."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from brochures.cli import main
from brochures.rules import RULES
from brochures.rules.rule import CONCERNS


def ask(*words: object) -> Result:
    """`brochures rules` with these words."""
    return CliRunner().invoke(main, ["rules", *map(str, words)], env={"COLUMNS": "80"})


def clinic_with(folder: Path, *lines: str) -> Path:
    """A clinic file with these lines."""
    path = folder / "clinic.yaml"
    path.write_text("\n".join(("name: Harbor", *lines)) + "\n", encoding="utf-8")
    return path


def test_every_rule_is_listed_under_its_concern() -> None:
    """In lines that a terminal of 80 columns holds."""
    said = ask().stdout

    assert all(title in said for title in CONCERNS.values())
    assert all(f"  {name} " in said for name in RULES)
    assert max(map(len, said.splitlines())) <= 80


def test_a_clinic_raises_a_rule_and_lowers_advice(tmp_path: Path) -> None:
    """The severity that holds for it is told, beside the usual one."""
    clinic = clinic_with(tmp_path, "rules: {review-overdue: error, grade-high: 'off'}")
    rows = {row["id"]: row for row in json.loads(ask("--clinic", clinic, "--json").stdout)}

    assert (rows["review-overdue"]["severity"], rows["review-overdue"]["usual_severity"]) == ("error", "warning")
    assert rows["grade-high"]["severity"] == "off"
    assert all(row["sources"] for row in rows.values())


def test_a_rule_of_safety_cannot_be_lowered(tmp_path: Path) -> None:
    """Nor one that does not exist; both are told at their lines, with the way out."""
    done = ask("--clinic", clinic_with(tmp_path, "rules:", "  boxed-warning: warning", "  grade-hihg: off"))

    assert done.exit_code == 1
    assert "clinic.yaml:3:18: error[rule-locked]" in done.stderr
    assert "clinic.yaml:4:15: error[unknown-rule]" in done.stderr
    assert "did you mean `grade-high`?" in done.stderr


def test_what_is_overdue_is_refused_where_a_clinic_wants_it(tmp_path: Path) -> None:
    """Nothing is written, and the exit code says so."""
    clinic = clinic_with(tmp_path, "rules: {review-overdue: error}")
    words = [
        "render",
        "botox",
        "--format",
        "handout",
        "--clinic",
        str(clinic),
        "--today",
        "2028-01-01",
        "-o",
        str(tmp_path),
    ]
    done = CliRunner().invoke(main, [*words, "-o", str(tmp_path)])

    assert done.exit_code == 1
    assert done.stderr.count("error[review-overdue]") == 1
    assert "withheld: harbor-botox-handout-letter" in done.stderr
    assert not list(tmp_path.glob("*.pdf"))
