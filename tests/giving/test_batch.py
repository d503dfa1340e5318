"""Thousands of files: each whole or not there, whatever happens."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from brochures.errors import DeliveryError
from brochures.giving import batch
from brochures.giving.batch import BatchWriter
from brochures.giving.holding import held
from brochures.giving.journal import Journal
from tests.loading import ROOT

JOB = b"j" * 32
MANY = 2_000
RUN = f"""
import pathlib, sys
from brochures.giving.batch import BatchWriter
from brochures.giving.holding import held
from brochures.giving.journal import Journal
folder = pathlib.Path(sys.argv[1])
with held(folder), Journal(folder, {JOB!r}) as journal, BatchWriter(folder, journal, 64) as writer:
    done = journal.delivered()
    print("skipped", len(done), flush=True)
    for number in range({MANY}):
        if number.to_bytes(16) not in done:
            writer.put(f"{{number}}.pdf", [b"%PDF ", str(number).encode() * 2_000, b" %%EOF"], number.to_bytes(16))
"""


def body(number: int) -> bytes:
    """What the file of this number holds."""
    return b"%PDF " + str(number).encode() * 2_000 + b" %%EOF"


def names(folder: Path) -> list[str]:
    """All that lies there for a person to see, or is half written."""
    return sorted(path.name for path in folder.iterdir() if path.name != ".brochures")


def start(folder: Path) -> "subprocess.Popen[bytes]":
    """A run of two thousand files, in a process of its own."""
    return subprocess.Popen([sys.executable, "-c", RUN, str(folder)], cwd=ROOT, stdout=subprocess.PIPE)


def stop(running: "subprocess.Popen[bytes]", folder: Path, number: signal.Signals) -> None:
    """Sends a signal as soon as the first files have their names."""
    end = time.monotonic() + 20
    while running.poll() is None and time.monotonic() < end and not (folder / "200.pdf").exists():
        time.sleep(0.001)
    running.send_signal(number)
    running.communicate()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A folder's journal."""
    with Journal(tmp_path, JOB) as opened:
        yield opened


def test_files_are_named_and_recorded_by_the_batch(tmp_path: Path, journal: Journal) -> None:
    """Until then nothing is to be seen, and nobody but the owner reads them."""
    with BatchWriter(tmp_path, journal, 2) as writer:
        writer.put("a.pdf", [b"1", b"", b"2"], b"a" * 16)
        before = [name for name in names(tmp_path) if name.endswith(".pdf")]
        writer.put("b.pdf", [b"3"] * 2_000, b"b" * 16)
        after = names(tmp_path)
        writer.put("c.pdf", [], b"c" * 16)

    assert (before, after, names(tmp_path)) == ([], ["a.pdf", "b.pdf"], ["a.pdf", "b.pdf", "c.pdf"])
    assert (tmp_path / "a.pdf").read_bytes() == b"12"
    assert (tmp_path / "b.pdf").read_bytes() == b"3" * 2_000
    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o600
    assert (writer.count, set(journal.delivered().values())) == (3, {"a.pdf", "b.pdf", "c.pdf"})


def test_slow_files_are_not_held_back(tmp_path: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full render takes a second: nobody waits for 256 of them."""
    with BatchWriter(tmp_path, journal) as writer:
        writer.put("a.pdf", [b"1"], b"a" * 16)
        monkeypatch.setattr(batch, "MOST_SECONDS", -1.0)
        writer.put("b.pdf", [b"2"], b"b" * 16)

        assert names(tmp_path) == ["a.pdf", "b.pdf"]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_was_stopped_goes_on(tmp_path: Path, number: signal.Signals) -> None:
    """Every file whole, none twice, none missing; and what was whole before is not made again."""
    running = start(tmp_path)
    stop(running, tmp_path, number)
    whole = {name for name in names(tmp_path) if name.endswith(".pdf")}
    times = {name: (tmp_path / name).stat().st_mtime_ns for name in whole}
    broken = [name for name in whole if (tmp_path / name).read_bytes() != body(int(name[:-4]))]
    left = [name for name in names(tmp_path) if not name.endswith(".pdf")]
    skipped = int(start(tmp_path).communicate()[0].split()[1])
    with Journal(tmp_path, JOB) as journal:
        recorded = Counter(one.row_key for one in journal.records())
    made_again = sum((tmp_path / name).stat().st_mtime_ns != times[name] for name in whole)

    assert 200 < len(whole) < MANY
    assert broken == []
    # The signal may come between a name and its note: that file is made once more.
    assert number == signal.SIGKILL or (left == [] and skipped >= len(whole) - 1)
    assert len(whole) - skipped == made_again <= 64
    assert names(tmp_path) == sorted(f"{one}.pdf" for one in range(MANY))
    assert all((tmp_path / f"{one}.pdf").read_bytes() == body(one) for one in range(MANY))
    assert len(recorded) == MANY
    assert set(recorded.values()) == {1}


@pytest.mark.parametrize("step", ["writev", "rename", "sync_all"])
def test_a_failure_leaves_whole_files_only(
    tmp_path: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """At any step, with a message that says how many there are; and those are known to the next run."""
    writer = BatchWriter(tmp_path, journal, 4)
    real, calls = getattr(os, step, None), iter(range(100))

    def failing(*words: object, **more: object) -> object:
        if next(calls) >= 2 or real is None:
            raise OSError(errno.EIO, "Input/output error")
        return real(*words, **more)

    def put(first: int) -> None:
        for number in range(first, first + 4):
            writer.put(f"{number}.pdf", [b"x"], number.to_bytes(16))

    put(0)
    monkeypatch.setattr(batch if step == "sync_all" else os, step, failing)
    with (
        pytest.raises(DeliveryError, match=r"input/output error; \d files are whole, nothing is half") as caught,
        writer,
    ):
        put(4)

    there = names(tmp_path)
    assert f"{len(there)} files are whole" in str(caught.value)
    assert len(there) == {"writev": 6, "rename": 6, "sync_all": 4}[step]
    assert set(journal.delivered().values()) == set(there)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 2 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_is_told(small_disk: Path) -> None:
    """With what is whole, and what to do; after room is made the run goes on."""
    page = [b"x" * 60_000]

    def run() -> int:
        with held(small_disk), Journal(small_disk, JOB) as journal, BatchWriter(small_disk, journal, 8) as writer:
            done = journal.delivered()
            for number in range(50):
                if number.to_bytes(16) not in done:
                    writer.put(f"{number}.pdf", page, number.to_bytes(16))
            return len(done)

    with pytest.raises(
        DeliveryError, match=r"is full: \d+ files are whole, nothing is half written; make room"
    ) as caught:
        run()
    whole = names(small_disk)
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)

    assert f"{len(whole)} files are whole" in str(caught.value)
    assert len(whole) > 16
    assert {(small_disk / name).stat().st_size for name in whole} == {60_000}
    assert run() == len(whole)
    assert len(names(small_disk)) == 50


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, journal: Journal) -> None:
    """It is made by whoever holds it."""
    with pytest.raises(DeliveryError, match="could not be written: no such file"):
        BatchWriter(tmp_path / "none", journal)
