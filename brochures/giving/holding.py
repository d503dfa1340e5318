"""The hidden folder beside personal files, where the key and the journals lie; and one run at a time. Floor 5."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from brochures.errors import DeliveryError

HIDDEN: Final = ".brochures"
PART: Final = ".brochures-part-"
"""How the name of a file begins that is not whole yet."""


def hidden_folder(folder: Path) -> Path:
    """The hidden folder inside `folder`, which only its owner may enter; both are made where they are not there.

    Raises:
        DeliveryError: it cannot be made.
    """
    hidden = folder / HIDDEN
    try:
        folder.mkdir(parents=True, exist_ok=True)
        hidden.mkdir(mode=0o700, exist_ok=True)
        if hidden.stat().st_mode & 0o077:
            hidden.chmod(0o700)
    except OSError as error:
        raise DeliveryError(f"{hidden} could not be made: {error.strerror or error}") from error
    return hidden


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The folder for one run alone, rid of what a run left half written that was killed.

    The system gives it free when the run ends, in whatever way.

    Raises:
        DeliveryError: another run is writing there, or it cannot be written.
    """
    path = hidden_folder(folder) / "lock"
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise DeliveryError(f"{path} could not be opened: {error.strerror or error}") from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            sweep(folder)
        except BlockingIOError as error:
            raise DeliveryError(f"another run is writing into {folder}: wait until it has ended") from error
        except OSError as error:
            raise DeliveryError(f"{folder} could not be made ready: {error.strerror or error}") from error
        yield
    finally:
        os.close(handle)


def sweep(folder: Path) -> int:
    """Takes away files that never became whole, and tells how many; only for whoever holds the folder."""
    with os.scandir(folder) as entries:
        left = [Path(entry.path) for entry in entries if entry.name.startswith(PART)]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)
