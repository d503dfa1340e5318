"""A folder knows what lies in it, and notices what does not any more."""

import hashlib
import os
from pathlib import Path

import pytest

from brochures.giving.manifest import FOLDER, Manifest

DATA = b"%PDF-1.7 a brochure"
DIGEST = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one piece, which its manifest knows."""
    (tmp_path / "peel.pdf").write_bytes(DATA)
    manifest = Manifest(tmp_path)
    manifest.note("peel.pdf", "key", DIGEST)
    manifest.save()
    return tmp_path


def test_a_file_is_known_as_it_was_written(folder: Path) -> None:
    """By what it was made from and what it is."""
    manifest = Manifest(folder)

    assert manifest.has("peel.pdf", "key", DIGEST)
    assert not manifest.has("peel.pdf", "other", DIGEST)
    assert not manifest.has("peel.pdf", "key", "0" * 64)
    assert not manifest.has("laser.pdf", "key", DIGEST)


def test_a_changed_file_is_not_known(folder: Path) -> None:
    """Of the same length too, as soon as it was written again."""
    (folder / "peel.pdf").write_bytes(DATA.upper())
    os.utime(folder / "peel.pdf", ns=(1, 1))

    assert not Manifest(folder).has("peel.pdf", "key", DIGEST)


def test_a_copied_back_file_is_known_by_its_bytes(folder: Path) -> None:
    """A new time alone makes nothing anew."""
    os.utime(folder / "peel.pdf", ns=(1, 1))

    assert Manifest(folder).has("peel.pdf", "key", DIGEST)


def test_a_file_that_is_gone_is_forgotten(folder: Path) -> None:
    """And is made anew when it is wanted."""
    (folder / "peel.pdf").rename(folder / "laser.pdf")
    manifest = Manifest(folder)
    assert not manifest.has("peel.pdf", "key", DIGEST)

    manifest.note("laser.pdf", "key", DIGEST)
    manifest.save()

    assert "peel" not in (folder / FOLDER / "manifest.json").read_text(encoding="utf-8")


def test_two_runs_at_once_lose_nothing_of_each_other(folder: Path) -> None:
    """Each adds what it wrote to what the other noted meanwhile."""
    first, second = Manifest(folder), Manifest(folder)
    for name, manifest in (("laser", first), ("filler", second)):
        (folder / f"{name}.pdf").write_bytes(DATA)
        manifest.note(f"{name}.pdf", name, DIGEST)
        manifest.save()

    manifest = Manifest(folder)

    assert all(manifest.has(f"{name}.pdf", key, DIGEST) for name, key in (("laser", "laser"), ("filler", "filler")))
    assert manifest.has("peel.pdf", "key", DIGEST)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 1, "files": {"peel.pdf": 3}}', '{"version": 9}'])
def test_a_damaged_manifest_is_an_empty_one(folder: Path, text: str) -> None:
    """All is made anew, and nobody is bothered."""
    (folder / FOLDER / "manifest.json").write_text(text, encoding="utf-8")

    assert not Manifest(folder).has("peel.pdf", "key", DIGEST)
