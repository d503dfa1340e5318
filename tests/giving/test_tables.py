"""`failed.csv` and the map: whole, or as they were."""

from pathlib import Path

import pytest

from brochures.errors import DeliveryError
from brochures.giving.failures import Failures
from brochures.giving.mapfile import map_file


def test_refused_rows_are_listed_without_what_stands_in_them(tmp_path: Path) -> None:
    """The file has its name when the run has ended; a run without any takes the old one away."""
    failures = Failures(tmp_path)
    failures.add(2, "recipient", "empty-field")
    failures.add(7, "Chart, no", "bad-id")
    before = (tmp_path / "failed.csv").exists()
    path = failures.finish()

    assert not before
    assert path == tmp_path / "failed.csv"
    assert path.read_text() == 'row,column,code\n2,recipient,empty-field\n7,"Chart, no",bad-id\n'
    assert (failures.count, failures.codes["bad-id"]) == (2, 1)
    assert Failures(tmp_path).finish() is None
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_broke_leaves_the_list_of_the_last(tmp_path: Path) -> None:
    """Nothing half written beside it."""
    (tmp_path / "failed.csv").write_text("old")
    failures = Failures(tmp_path)
    failures.add(2, "recipient", "empty-field")
    failures.drop()

    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("failed.csv", "old")]


def test_the_map_is_its_owners_alone(tmp_path: Path) -> None:
    """It tells who is who; whole at the end or as it was."""
    path = tmp_path / "safe" / "map.csv"
    with map_file(path) as table:
        table.add("abc", "abc.pdf", 1)
        before = path.exists()
    broken = map_file(path)
    broken.add("xyz", "xyz.pdf", 1)
    broken.__exit__(KeyboardInterrupt, None, None)

    assert not before
    assert path.read_text() == "id,file,row\nabc,abc.pdf,1\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["map.csv"]


def test_a_map_that_cannot_be_written_is_told_at_once(tmp_path: Path) -> None:
    """Before thousands of files are made that nobody could tell apart."""
    with pytest.raises(DeliveryError, match="is a folder"):
        map_file(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(DeliveryError, match=r"map\.csv could not be written"):
        map_file(tmp_path / "file" / "map.csv")
