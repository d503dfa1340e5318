"""Files that are no text, and text with its places."""

from pathlib import Path

import pytest

from brochures.errors import Problem, SourceError
from brochures.reading.textfile import MAX_BYTES, Lines, read_text


def problem(path: Path) -> Problem:
    """The one problem of a file."""
    with pytest.raises(SourceError) as caught:
        read_text(path)
    (only,) = caught.value.problems
    return only


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    """Editors on Windows write one."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfname: x\n")

    assert read_text(path) == "name: x\n"


def test_a_bad_byte_is_placed(tmp_path: Path) -> None:
    """Column 4 of line 2, counted in letters, not in bytes."""
    path = tmp_path / "a.yaml"
    path.write_bytes("é\ncaf".encode() + b"\xe9 x\n")

    assert problem(path).place().endswith("a.yaml:2:4")
    assert problem(path).code == "not-utf-8"


@pytest.mark.parametrize("raw", [b"\xff\xfea\x00:\x00", b"PK\x03\x04", b"a: \x00", "a: \x9b31m".encode()])
def test_what_is_no_text_is_refused(tmp_path: Path, raw: bytes) -> None:
    """Other encodings, archives, and codes that would act on a terminal."""
    path = tmp_path / "a.yaml"
    path.write_bytes(raw)

    assert problem(path).code in {"not-utf-8", "control-character"}


def test_a_file_that_is_not_there_a_folder_and_a_giant_are_told_apart(tmp_path: Path) -> None:
    """Each has its own code and way out."""
    giant = tmp_path / "giant.yaml"
    giant.write_bytes(b"#" * (MAX_BYTES + 1))

    assert problem(tmp_path / "none.yaml").code == "file-missing"
    assert problem(tmp_path).code == "file-is-folder"
    assert problem(giant).code == "file-too-large"


def test_a_path_that_cannot_be_one_is_refused() -> None:
    """A name with a null byte, or one that no system takes."""
    assert problem(Path("a\0b")).code == "file-unreadable"
    assert problem(Path("x" * 5000)).code == "file-unreadable"


def test_places_at_the_edges_of_a_text() -> None:
    """The first letter, a line break, the end, and beyond it."""
    lines = Lines("f", "ab\r\ncd")

    assert [(mark.line, mark.column) for mark in map(lines.mark, (0, 4, 6, 99))] == [(1, 1), (2, 1), (2, 3), (2, 3)]
    assert lines.mark(1).text == "ab"
