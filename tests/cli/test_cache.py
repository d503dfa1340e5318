"""What is remembered can be seen, and forgotten."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from brochures.cachehome import PLACE
from brochures.cli import main
from brochures.giving.store import Store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A cache with one fitted piece and one compiled brochure."""
    monkeypatch.setenv(PLACE, str(tmp_path))
    found = Store(tmp_path)
    found.put("fits", "a", b"x" * 1234)
    found.put("programs", "a", b"x" * 999_000)
    return found


def test_it_shows_its_place_and_what_it_holds(store: Store) -> None:
    """A line for each kind."""
    shown = CliRunner().invoke(main, ["cache"]).stdout.splitlines()

    assert shown[0] == str(store.folder)
    assert [line.split()[:3] for line in shown[1:]] == [
        ["0", "0", "B"],
        ["1", "1.28", "kB"],
        ["1", "999", "kB"],
        *[["0", "0", "B"]] * 2,
    ]


def test_one_kind_can_be_forgotten(store: Store) -> None:
    """The others stay."""
    shown = CliRunner().invoke(main, ["cache", "--clear", "programs", "--json"]).stdout

    (record,) = json.loads(shown)
    assert [record[kind]["entries"] for kind in ("runs", "fits", "programs")] == [0, 1, 0]
    assert store.get("fits", "a") is not None


def test_all_can_be_forgotten(store: Store) -> None:
    """And the command says so by showing nothing."""
    CliRunner().invoke(main, ["cache", "--clear", "all"])

    assert all(row.entries == 0 for row in store.kept())
