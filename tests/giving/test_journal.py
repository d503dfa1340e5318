"""What was delivered is known again, and only that."""

from pathlib import Path

import pytest

from brochures.errors import DeliveryError
from brochures.giving.batch import BatchWriter
from brochures.giving.holding import held
from brochures.giving.journal import RECORD_BYTES, Delivered, Journal

JOB = b"j" * 32
HEAD = 53


def key(number: int) -> bytes:
    """A row's key."""
    return number.to_bytes(16)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five files, delivered."""
    with Journal(tmp_path, JOB) as journal, BatchWriter(tmp_path, journal, 2) as writer:
        for number in range(5):
            writer.put(f"{number}.pdf", [b"%PDF ", b"x" * number], key(number))
    return tmp_path


def known(folder: Path, job: bytes = JOB) -> set[int]:
    """The numbers of the files that need not be made again."""
    with Journal(folder, job) as journal:
        found = journal.delivered()
    assert all(name == f"{int.from_bytes(one)}.pdf" for one, name in found.items())
    return {int.from_bytes(one) for one in found}


def log(folder: Path) -> Path:
    """The only journal."""
    (path,) = (folder / ".brochures").glob("*.log")
    return path


def test_delivered_files_are_known_again(folder: Path) -> None:
    """By the next run, if it does the same job; what it says is the owner's alone and holds no words."""
    assert known(folder) == {0, 1, 2, 3, 4}
    assert log(folder).stat().st_mode & 0o777 == 0o600
    assert known(folder, b"k" * 32) == set()


def test_files_that_are_not_as_they_were_are_made_again(folder: Path) -> None:
    """Gone, of another size, or changed."""
    (folder / "0.pdf").unlink()
    (folder / "1.pdf").write_bytes(b"%PDF other")
    (folder / "2.pdf").write_bytes(b"%PDF yy")
    (folder / "3.pdf").unlink()
    (folder / "3.pdf").symlink_to(folder / "4.pdf")

    assert known(folder) == {4}


@pytest.mark.parametrize("cut", [1, RECORD_BYTES - 1])
def test_a_torn_last_record_is_dropped(folder: Path, cut: int) -> None:
    """The machine stopped while it was written; the next one stands where it should."""
    path = log(folder)
    path.write_bytes(path.read_bytes()[:-cut])
    with Journal(folder, JOB) as journal:
        lost = {int.from_bytes(one) for one in journal.delivered()}
        found = (folder / "4.pdf").stat()
        journal.append([Delivered(key(4), "4.pdf", found.st_size, found.st_mtime_ns)])

    assert len(lost) == 4
    assert known(folder) == lost | {4}


def test_damage_in_the_middle_costs_one_record(folder: Path) -> None:
    """And never names a wrong file; a damaged head costs them all."""
    path = log(folder)
    data = bytearray(path.read_bytes())
    data[HEAD + RECORD_BYTES + 40] ^= 1
    path.write_bytes(data)

    assert len(known(folder)) == 4
    data[3] ^= 1
    path.write_bytes(data)
    assert known(folder) == set()


def test_the_last_record_of_a_row_counts(folder: Path) -> None:
    """A file that was made again is as it was then."""
    with Journal(folder, JOB) as journal, BatchWriter(folder, journal) as writer:
        writer.put("3.pdf", [b"%PDF longer than before"], key(3))

    assert known(folder) == {0, 1, 2, 3, 4}


def test_one_run_at_a_time(folder: Path) -> None:
    """Two would take away each other's files that are not whole yet."""
    with held(folder), pytest.raises(DeliveryError, match="another run is writing"), held(folder):
        pass
    with held(folder):
        pass


@pytest.mark.parametrize("name", ["", "..", "a/b", "x" * 129])
def test_a_name_stays_in_the_folder(folder: Path, name: str) -> None:
    """A bug elsewhere must not write outside."""
    with (
        Journal(folder, JOB) as journal,
        BatchWriter(folder, journal) as writer,
        pytest.raises(ValueError, match="no name"),
    ):
        writer.put(name, [b"x"], key(9))
