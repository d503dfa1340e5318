"""A new folder: whole or not there, and never over anything."""

import stat
from pathlib import Path

import pytest

from brochures.errors import DeliveryError, SourceError
from brochures.giving.founding import found, refuse_used

FILES = {"b.txt": b"two", "a.txt": b"one"}


def test_paths_come_back_in_the_order_of_the_files(tmp_path: Path) -> None:
    """And each file holds what it was given."""
    written = found(tmp_path / "deep" / "er", FILES)

    assert written == (tmp_path / "deep" / "er" / "b.txt", tmp_path / "deep" / "er" / "a.txt")
    assert [path.read_bytes() for path in written] == [b"two", b"one"]
    assert sorted(path.name for path in (tmp_path / "deep").iterdir()) == ["er"]


def test_others_may_look_into_it(tmp_path: Path) -> None:
    """As into any folder that one makes oneself."""
    found(tmp_path / "a", FILES)

    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o755
    assert stat.S_IMODE((tmp_path / "a" / "a.txt").stat().st_mode) & 0o444


def test_the_current_folder_can_be_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`.` stays the folder one stands in."""
    monkeypatch.chdir(tmp_path)
    found(Path(), FILES)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("code", ["folder-not-empty", "not-a-folder"])
def test_what_is_there_is_refused(tmp_path: Path, code: str) -> None:
    """With a way out, before anything is written."""
    target = tmp_path / "a"
    if code == "not-a-folder":
        target.symlink_to(tmp_path / "nowhere")
    else:
        target.mkdir()
        for number in range(5):
            (target / f"{number}.txt").touch()
    with pytest.raises(SourceError) as caught:
        found(target, FILES)
    (problem,) = caught.value.problems

    assert (problem.code, problem.place()) == (code, str(target))
    assert problem.hint
    assert not list(tmp_path.rglob("a.txt"))
    assert code != "folder-not-empty" or "it has 0.txt, 1.txt, 2.txt and more" in problem.message


def test_what_is_free_is_not_refused(tmp_path: Path) -> None:
    """A folder to come, and an empty one."""
    refuse_used(tmp_path / "new")
    refuse_used(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_a_file_cannot_be_made(tmp_path: Path) -> None:
    """Told in one line, with nothing left behind."""
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(DeliveryError, match="could not be"):
        found(tmp_path / "file" / "a", FILES)

    assert [path.name for path in tmp_path.iterdir()] == ["file"]
