"""One number for everything that a piece is made of: the raw bytes of all files, and all versions. Floor 5.

Bytes and not times: a file that is saved again as it was changes nothing. Files are not understood, only read,
which for the whole house takes some ten milliseconds.
"""

import ctypes
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

OWN_KINDS: Final = frozenset(
    (
        *(".yaml", ".yml", ".json", ".txt", ".css", ".html"),
        *(".svg", ".png", ".jpg", ".jpeg"),
        *(".ttf", ".otf", ".woff", ".woff2", ".icc", ".icm"),
    )
)
"""Endings of files in a clinic's folder that can be part of a piece."""

MOST_FILES: Final = 2000
"""How many files a clinic's folder may hold; in a larger one nothing is remembered."""

_DEEPEST: Final = 12

_SYSTEM: Final = (
    ("libpango-1.0.so.0", "pango_version_string"),
    ("libharfbuzz.so.0", "hb_version_string"),
)


class TooMuch(Exception):
    """A folder that holds more than a clinic's: perhaps a whole home folder."""


class Fingerprint:
    """Gathers names and bytes; each is told with its length, so that no two gatherings are mistaken for another."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def words(self, *words: str) -> "Fingerprint":
        """Adds words."""
        for word in words:
            self._add(word.encode())
        return self

    def file(self, path: Path | str, name: str) -> "Fingerprint":
        """Adds a file under a name; one that cannot be read counts as absent."""
        try:
            data = _content(path)
        except OSError:
            return self.words(name, "absent")
        self._add(name.encode())
        self._add(data)
        return self

    def tree(self, root: Path, endings: frozenset[str] | None = None, without: Path | None = None) -> "Fingerprint":
        """Adds all files below a folder, or those with these endings; not hidden ones, nor those below `without`.

        Raises:
            TooMuch: those with these endings are more than 2,000.
        """
        start = len(str(root))
        for number, path in enumerate(_below(str(root), endings, str(without) if without else "")):
            if endings and number == MOST_FILES:
                raise TooMuch(root)
            self.file(path, path[start:])
        return self

    def installed(self) -> "Fingerprint":
        """Adds the versions of Python, of every package and of the system's libraries that set type."""
        self.words(sys.version, sys.platform)
        for folder in sys.path:
            self.words(*_distributions(folder))
        for name, function in _SYSTEM:
            self.words(name, _version(name, function))
        return self

    def hex(self) -> str:
        """The number, as 64 hexadecimal digits."""
        return self._hash.hexdigest()

    def _add(self, data: bytes) -> None:
        self._hash.update(len(data).to_bytes(8, "big"))
        self._hash.update(data)


def _content(path: Path | str) -> bytes:
    """All of a file, with as few calls as can be: there are several hundred files at each start."""
    handle = os.open(path, os.O_RDONLY)
    try:
        size = os.fstat(handle).st_size
        data = os.read(handle, size + 1)
        if len(data) != size:
            with open(path, "rb") as file:  # noqa: PTH123 - it grows, or is read in parts
                return file.read()
        return data
    finally:
        os.close(handle)


def _below(root: str, endings: frozenset[str] | None, without: str, depth: int = 0) -> Iterator[str]:
    """Paths of files; a link to a folder above ends at the depth that no clinic has."""
    try:
        entries = sorted(os.scandir(root), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith((".", "__pycache__")) or entry.path == without:
            continue
        if entry.is_dir():
            if depth < _DEEPEST:
                yield from _below(entry.path, endings, without, depth + 1)
        elif endings is None or os.path.splitext(entry.name)[1].lower() in endings:  # noqa: PTH122 - quick
            yield entry.path


def _distributions(folder: str) -> Iterable[str]:
    """Name and version of each package in a folder that modules are found in: its metadata's name has both."""
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208
    except OSError:
        return ()


def _version(name: str, function: str) -> str:
    try:
        ask = getattr(ctypes.CDLL(name), function)
    except (OSError, AttributeError):
        return "unknown"
    ask.restype = ctypes.c_char_p
    said: bytes = ask()
    return said.decode("ascii", "replace")
