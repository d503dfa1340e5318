"""The cache: what was worked out before, kept by what it was worked out from. Floor 5.

Each entry is a file of its own under the user's cache folder, named by its key and sealed with a hash of its
bytes. An entry that was damaged, cut short or half written is not there: it is thrown away and made anew.
"""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from brochures.cachehome import cache_home

Kind = Literal["runs", "fits", "programs", "fonts", "templates"]
"""What is kept: what came of a whole run, pieces that were fitted, brochures compiled for stamping; and, by those who
make them, fonts cut from variable ones and compiled templates."""

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
MOST_BYTES: Final = 512 * 1024 * 1024
"""How large the cache may grow before what was not used for longest goes."""

_SEAL: Final = b"brochures 1\n"
_HASH_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Kept:
    """How many entries of one kind there are, and how large they are together."""

    kind: Kind
    entries: int
    size: int


class Store:
    """Entries by kind and key. Nothing that goes wrong here stops the work: it is only done again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, kind: Kind, key: str) -> bytes | None:
        """The entry as it was put there; nothing if there is none, or if a byte of it is not what it was."""
        path = self._path(kind, key)
        try:
            sealed = path.read_bytes()
        except OSError:
            return None
        start = len(_SEAL) + _HASH_BYTES
        payload = sealed[start:]
        if sealed[:start] != _SEAL + _hash(kind, key, payload):
            with suppress(OSError):
                path.unlink()
            return None
        with suppress(OSError):
            os.utime(path)
        return payload

    def put(self, kind: Kind, key: str, payload: bytes) -> None:
        """Keeps the entry; two processes that keep the same one at once both end with it whole."""
        import tempfile  # a run that has nothing to keep does without

        path = self._path(kind, key)
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            path.parent.mkdir(mode=0o700, exist_ok=True)
            handle, beside = tempfile.mkstemp(prefix=".", dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_SEAL + _hash(kind, key, payload) + payload)
                Path(beside).replace(path)
            except BaseException:
                with suppress(OSError):
                    Path(beside).unlink()
                raise

    def kept(self) -> tuple[Kept, ...]:
        """What there is of each kind."""
        sizes = {kind: [size for _, size, _ in self._entries(kind)] for kind in KINDS}
        return tuple(Kept(kind, len(found), sum(found)) for kind, found in sizes.items())

    def clear(self, kinds: tuple[Kind, ...] = KINDS) -> int:
        """Throws away all entries of these kinds, and says how many there were."""
        gone = 0
        for kind in kinds:
            for path, _, _ in self._entries(kind):
                with suppress(OSError):
                    path.unlink()
                    gone += 1
        return gone

    def trim(self, most_bytes: int = MOST_BYTES) -> None:
        """Throws away what was not used for longest until the rest is no larger than this."""
        entries = sorted((entry for kind in KINDS for entry in self._entries(kind)), key=lambda entry: entry[2])
        over = sum(size for _, size, _ in entries) - most_bytes
        for path, size, _ in entries:
            if over <= 0:
                return
            with suppress(OSError):
                path.unlink()
            over -= size

    def _path(self, kind: Kind, key: str) -> Path:
        return self.folder / kind / key

    def _entries(self, kind: Kind) -> list[tuple[Path, int, int]]:
        """Path, size and time of last use of each entry, those that a killed process left half written too."""
        found = []
        with suppress(OSError):
            for entry in os.scandir(self.folder / kind):
                with suppress(OSError):
                    about = entry.stat()
                    found.append((Path(entry.path), about.st_size, about.st_mtime_ns))
        return found


def usual_store() -> Store:
    """The user's cache."""
    return Store(cache_home())


def _hash(kind: Kind, key: str, payload: bytes) -> bytes:
    """Over the name too: an entry that was copied to another name is not that entry."""
    return hashlib.sha256(f"{kind}/{key}/".encode() + payload).digest()
