"""The key of a folder: one, secret, and never made twice."""

import subprocess
import sys
from pathlib import Path

import pytest

from brochures.errors import DeliveryError, Problem
from brochures.giving.folderkey import folder_key
from tests.loading import ROOT

ASK = """
import pathlib, sys
from brochures.giving.folderkey import folder_key
print(folder_key(pathlib.Path(sys.argv[1])).hex())
"""


def test_a_key_is_made_once_and_is_the_owners_alone(tmp_path: Path) -> None:
    """Whoever reads it can tell whose file is which."""
    folder = tmp_path / "out"
    key = folder_key(folder)
    path = folder / ".brochures" / "key"

    assert len(key) == 32
    assert folder_key(folder) == path.read_bytes() == key
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert [one.name for one in path.parent.iterdir()] == ["key"]
    assert folder_key(tmp_path / "other") != key


def test_runs_that_begin_at_once_have_one_key(tmp_path: Path) -> None:
    """Else half of the files would have names that nobody can tell."""
    words = [sys.executable, "-c", ASK, str(tmp_path / "out")]
    running = [subprocess.Popen(words, stdout=subprocess.PIPE, cwd=ROOT) for _ in range(4)]
    said = {one.communicate()[0] for one in running}

    assert said == {f"{folder_key(tmp_path / 'out').hex()}\n".encode()}


def test_a_key_that_others_could_read_is_mended_with_a_word(tmp_path: Path) -> None:
    """It may have been read; only the clinic knows."""
    key = folder_key(tmp_path)
    path = tmp_path / ".brochures" / "key"
    path.chmod(0o644)
    told: list[Problem] = []

    assert folder_key(tmp_path, told.append) == key
    assert path.stat().st_mode & 0o777 == 0o600
    assert [(one.code, one.severity) for one in told] == [("key-was-open", "warning")]


@pytest.mark.parametrize("data", [b"", b"short", b"x" * 33])
def test_a_damaged_key_is_not_replaced(tmp_path: Path, data: bytes) -> None:
    """All names hang on it: a person decides."""
    folder_key(tmp_path)
    (tmp_path / ".brochures" / "key").write_bytes(data)

    with pytest.raises(DeliveryError, match=r"key is damaged: it should have 32 bytes"):
        folder_key(tmp_path)

    assert (tmp_path / ".brochures" / "key").read_bytes() == data


def test_a_key_that_points_elsewhere_is_refused(tmp_path: Path) -> None:
    """A link could lead to a key that others know."""
    folder_key(tmp_path)
    path = tmp_path / ".brochures" / "key"
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(DeliveryError, match="could not be read or made"):
        folder_key(tmp_path)
