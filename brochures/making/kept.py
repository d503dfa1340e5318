"""Small things that take long to make, kept in the user's cache by what they are made from. Floor 4.

What is not whole is noticed, and counts as not there; where nothing can be written it is made again next time.
"""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from brochures.cachehome import cache_home

_DIGEST: Final = 32


def folder(kind: str) -> Path:
    """Where one kind of thing is kept."""
    return cache_home() / kind


def found(path: Path) -> bytes | None:
    """What was kept there; None when there is nothing, or not all of it."""
    with suppress(OSError):
        raw = path.read_bytes()
        if hashlib.sha256(raw[_DIGEST:]).digest() == raw[:_DIGEST]:
            return raw[_DIGEST:]
    return None


def keep(path: Path, data: bytes) -> None:
    """Keeps `data` there, whole or not at all."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(data).digest() + data)
        Path(beside).replace(path)
