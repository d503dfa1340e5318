"""The secret of a folder of personal files: without it, nobody can tell whose file is which. Floor 5."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from brochures.errors import DeliveryError, Mark, Problem
from brochures.giving.holding import hidden_folder
from brochures.giving.once import take_name

KEY_BYTES: Final = 32


def folder_key(folder: Path, tell: Callable[[Problem], None] | None = None) -> bytes:
    """The 32 bytes of the folder's key, made by chance where there is none; only its owner may read the file.

    Two runs that begin at once get the same. `tell` hears a warning where others could read the key until now.

    Raises:
        DeliveryError: it cannot be read or made, or it is damaged.
    """
    path = hidden_folder(folder) / "key"
    try:
        if not path.is_symlink() and not path.exists():
            _make(path)
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as file:
            if os.fstat(handle).st_mode & 0o077:
                os.fchmod(handle, 0o600)
                if tell:
                    tell(_was_open(path))
            key = file.read(KEY_BYTES + 1)
    except OSError as error:
        raise DeliveryError(f"the key {path} could not be read or made: {error.strerror or error}") from error
    if len(key) != KEY_BYTES:
        raise DeliveryError(
            f"the key {path} is damaged: it should have {KEY_BYTES} bytes; "
            "put it back from a copy, or delete it and have all files made anew under new names"
        )
    return key


def _make(path: Path) -> None:
    """Writes a key beside its place and links it there, which fails where another run was quicker."""
    beside = path.with_name(f"key-{os.urandom(8).hex()}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(os.urandom(KEY_BYTES))
            file.flush()
            os.fsync(handle)
        with suppress(FileExistsError):
            take_name(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _was_open(path: Path) -> Problem:
    message = "others could read the key of this folder; now only you can"
    hint = "if somebody may have read it, delete the key and the files, and merge anew: new names are given then"
    return Problem("key-was-open", message, hint, Mark(str(path)), severity="warning")
