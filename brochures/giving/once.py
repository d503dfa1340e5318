"""Writes a new file, whole or not at all, and never over another. Floor 5."""

import errno
import os
from pathlib import Path
from typing import Final

from brochures.errors import DeliveryError, Mark, Problem, SourceError

_NO_LINKS: Final = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})


def write_new(data: bytes, target: Path) -> None:
    """Writes `data` to `target`, for everyone to read.

    Raises:
        SourceError: there is a file or a folder of this name; it is as it was.
        DeliveryError: the folder or the file cannot be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.{os.urandom(8).hex()}")
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(handle)
            beside.chmod(0o644)
            take_name(beside, target)
        finally:
            beside.unlink(missing_ok=True)
    except FileExistsError as error:
        what = "folder" if target.is_dir() else "file"
        hint = "choose another name; nothing is ever written over"
        problem = Problem("file-there", f"there is a {what} of this name", hint, Mark(str(target)))
        raise SourceError([problem]) from error
    except OSError as error:
        raise DeliveryError(f"{target} could not be written: {error.strerror or error}") from error


def take_name(beside: Path, target: Path) -> None:
    """Gives a finished file a name that is free; `beside` may be left, as another name of it.

    Raises:
        FileExistsError: the name is taken.
        OSError: the folder cannot be written.
    """
    try:
        target.hardlink_to(beside)  # a rename would replace what is there
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        target.open("xb").close()  # memory sticks know no links: the name is taken first, then the file
        beside.replace(target)
