"""`brochures scorecard`: a table, JSON, and a page to print."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from brochures.cli import main

DAY = ("--today", "2026-11-22")


def run(*words: str) -> Result:
    """The command with these words."""
    return CliRunner().invoke(main, ["scorecard", *words, *DAY])


def record(*words: str) -> Any:  # noqa: ANN401 - JSON
    """What `--json` prints."""
    return json.loads(run(*words, "--json").stdout)


def test_the_table_is_read_at_80_columns() -> None:
    """Each instrument with its items, who decides them, and the scores at its foot."""
    done = run("botox-vs-fillers")
    lines = done.stdout.splitlines()

    assert done.exit_code == 0
    assert max(map(len, lines)) <= 80
    assert [line for line in lines if line in {"PEMAT-P", "CDC Clear Communication Index", "IPDAS"}]
    assert any(line.startswith("    3  M  met") for line in lines)
    assert any(line.startswith("    2  H  open") for line in lines)
    assert any("62.8 %" in line for line in lines)
    assert "\x1b" not in done.stdout


def test_json_has_every_item_with_its_reason() -> None:
    """For programs: ids, who decides, verdicts, scores."""
    card = record("botox")
    pemat, cci = card["instruments"]

    assert (card["subject"], card["date"]) == ("botox", "2026-11-22")
    assert (len(pemat["items"]), len(cci["items"])) == (24, 20)
    assert pemat["machine"]["percent"] >= 95
    assert cci["machine"]["percent"] >= 90
    assert all(item["machine"]["reason"] for item in pemat["items"])
    assert pemat["items"][1]["person"] is None


def test_the_review_file_beside_the_clinic_counts(tmp_path: Path) -> None:
    """And what is stale in it is told on stderr."""
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text("name: Harbor\n", encoding="utf-8")
    version = record("botox", "--clinic", str(clinic))["version"]
    row = '  - {{subject: botox, version: "{}", reviewer: R. Lind, date: "2026-11-20", items: {{{}: agree}}}}\n'
    text = "reviews:\n" + row.format(version, "pemat-2") + row.format("1.0-000000", "pemat-16")
    (tmp_path / "review.yaml").write_text(text, encoding="utf-8")
    done = run("botox", "--clinic", str(clinic), "--json")
    items = {item["id"]: item for item in json.loads(done.stdout)["instruments"][0]["items"]}

    assert done.exit_code == 0
    assert items["pemat-2"]["verdict"] == "met"
    assert items["pemat-2"]["person"]["reviewer"] == "R. Lind"
    assert items["pemat-16"]["verdict"] == "undecided"
    assert "stale-review" in done.stderr


@pytest.mark.parametrize("words", [("botx",), ("botox", "--review", "none.yaml"), ("botox", "--profile", "nowhere")])
def test_what_cannot_be_read_stops_it(words: tuple[str, ...]) -> None:
    """With the reason, and nothing printed."""
    done = run(*words)

    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr


def test_the_page_is_written(tmp_path: Path) -> None:
    """Where it was asked for; on the clinic's paper."""
    target = tmp_path / "new" / "card.pdf"
    done = run("botox", "--pdf", str(target), "--paper", "a4")

    assert done.exit_code == 0
    assert target.read_bytes().startswith(b"%PDF-")
    assert str(target) in done.stderr
