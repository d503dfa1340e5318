"""A new file never takes the place of another."""

import errno
import os
from pathlib import Path

import pytest

from brochures.errors import SourceError
from brochures.giving.once import write_new


def without_links(self: Path, target: Path) -> None:
    """A memory stick's answer."""
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


@pytest.mark.parametrize("links", [True, False])
def test_nothing_is_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool) -> None:
    """Also where the disk knows no links; and nothing is left beside it."""
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", without_links)
    target = tmp_path / "a" / "people.csv"
    write_new(b"mine", target)
    for _ in range(2):
        with pytest.raises(SourceError, match="file-there"):
            write_new(b"new", target)

    assert target.read_bytes() == b"mine"
    assert target.stat().st_mode & 0o777 == 0o644
    assert [path.name for path in target.parent.iterdir()] == ["people.csv"]
