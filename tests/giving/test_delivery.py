"""Files are written whole or not at all."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from brochures.errors import DeliveryError
from brochures.giving.delivery import deliver

DATA = b"%PDF-1.7 new"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that was delivered last week."""
    path = tmp_path / "out" / "peel.pdf"
    path.parent.mkdir()
    path.write_bytes(b"last week's")
    return path


def fail(number: int) -> None:
    """The system's own error."""
    raise OSError(number, os.strerror(number))


def test_a_file_lies_where_it_was_asked_for(tmp_path: Path) -> None:
    """Folders on the way are made; the answer is the digest of what was written."""
    path = tmp_path / "a" / "b" / "peel.pdf"

    digest = deliver(DATA, path)

    assert path.read_bytes() == DATA
    assert digest == hashlib.sha256(DATA).hexdigest()


def test_what_was_there_is_replaced(target: Path) -> None:
    """And nothing else lies beside it."""
    deliver(DATA, target)

    assert target.read_bytes() == DATA
    assert list(target.parent.iterdir()) == [target]


def test_everyone_may_read_what_was_delivered(target: Path) -> None:
    """A temporary file is the owner's alone; a brochure is not."""
    deliver(DATA, target)

    assert target.stat().st_mode & 0o777 == 0o644


def test_a_file_is_complete_before_it_takes_its_name(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Written and flushed to the disk first, renamed last."""
    seen: list[str] = []
    sync, replace = os.fsync, Path.replace

    def watched_sync(handle: int) -> None:
        seen.append(f"flushed {os.fstat(handle).st_size}")
        sync(handle)

    def watched_replace(self: Path, new: Path) -> Path:
        seen.append(f"renamed {self.stat().st_size}")
        return replace(self, new)

    monkeypatch.setattr(os, "fsync", watched_sync)
    monkeypatch.setattr(Path, "replace", watched_replace)
    deliver(DATA, target)

    assert seen == [f"flushed {len(DATA)}", f"renamed {len(DATA)}"]


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_failure_leaves_the_last_good_file(target: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """At any step; and no half-written file stays behind."""
    home = os if step == "fsync" else Path
    monkeypatch.setattr(home, step, lambda *_: fail(errno.ENOSPC))

    with pytest.raises(DeliveryError, match=r"peel\.pdf could not be written: No space left"):
        deliver(DATA, target)

    assert target.read_bytes() == b"last week's"
    assert list(target.parent.iterdir()) == [target]


def test_an_interruption_leaves_the_last_good_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stops the work is not answered with an error of ours."""

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)

    with pytest.raises(KeyboardInterrupt):
        deliver(DATA, target)

    assert target.read_bytes() == b"last week's"
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_that_may_not_be_written_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the file's name and the system's reason."""
    monkeypatch.setattr("tempfile.mkstemp", lambda **_: fail(errno.EACCES))

    with pytest.raises(DeliveryError, match=r"peel\.pdf could not be written: Permission denied"):
        deliver(DATA, target)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_locked_folder_is_told(target: Path) -> None:
    """The same, by the system itself."""
    target.parent.chmod(0o500)
    try:
        with pytest.raises(DeliveryError):
            deliver(DATA, target)
    finally:
        target.parent.chmod(0o700)


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    """It is not replaced."""
    (tmp_path / "file").write_text("mine")

    with pytest.raises(DeliveryError):
        deliver(DATA, tmp_path / "file" / "peel.pdf")

    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_where_the_file_should_be_is_told(tmp_path: Path) -> None:
    """It is not replaced, and nothing stays beside it."""
    (tmp_path / "peel.pdf").mkdir()

    with pytest.raises(DeliveryError):
        deliver(DATA, tmp_path / "peel.pdf")

    assert [path.name for path in tmp_path.iterdir()] == ["peel.pdf"]


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """What it points at may be someone's original."""
    original = tmp_path / "original.pdf"
    original.write_bytes(b"original")
    link = tmp_path / "peel.pdf"
    link.symlink_to(original)

    deliver(DATA, link)

    assert original.read_bytes() == b"original"
    assert link.read_bytes() == DATA
