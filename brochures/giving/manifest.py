"""What lies in an output folder and from what it was made: `.brochures/manifest.json`. Floor 5.

A file is what it was as long as its size and its time of writing are; if they are not, its bytes decide.
"""

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from brochures.errors import DeliveryError
from brochures.giving.delivery import deliver

FOLDER: Final = ".brochures"
"""The product's own folder among the files that it writes."""
_FILE: Final = "manifest.json"
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Written:
    """One file: from what it was made, its SHA-256, its size in bytes and its time in nanoseconds."""

    key: str
    sha256: str
    size: int
    time_ns: int


class Manifest:
    """The files of one folder by name. A manifest that cannot be read is an empty one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / FOLDER / _FILE
        self._files = self._read()
        self._is_changed = False

    def has(self, name: str, key: str, sha256: str) -> bool:
        """Whether this file lies there as it was written, made from what this key stands for."""
        row = self._files.get(name)
        if row is None or row.key != key or row.sha256 != sha256:
            return False
        path = self._folder / name
        try:
            about = path.stat()
            if (about.st_size, about.st_mtime_ns) == (row.size, row.time_ns):
                return True
            return about.st_size == row.size and hashlib.sha256(path.read_bytes()).hexdigest() == sha256
        except OSError:
            return False

    def note(self, name: str, key: str, sha256: str) -> None:
        """Remembers a file that was just written."""
        about = (self._folder / name).stat()
        self._is_changed = True
        self._files[name] = Written(key, sha256, about.st_size, about.st_mtime_ns)

    def save(self) -> None:
        """Writes the manifest, without files that are gone; where it cannot be written, nothing is remembered.

        What another process noted meanwhile is kept; what is as it was is not written.
        """
        if not self._is_changed:
            return
        files = {**self._read(), **self._files}
        rows = {name: asdict(row) for name, row in sorted(files.items()) if (self._folder / name).exists()}
        text = json.dumps({"version": _VERSION, "files": rows}, indent=1)
        with suppress(DeliveryError):
            deliver(text.encode(), self._path)

    def _read(self) -> dict[str, Written]:
        try:
            read = json.loads(self._path.read_bytes())
            if read["version"] != _VERSION:
                return {}
            return {str(name): Written(**row) for name, row in read["files"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}
