"""Writes finished files beside their place and renames them, so that a failure leaves the last good one. Floor 5."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from brochures.errors import DeliveryError


def deliver(data: bytes, target: Path) -> str:
    """Writes `data` to `target` and gives back its SHA-256 in hexadecimal.

    Raises:
        DeliveryError: the folder or the file cannot be written; what was there before is as it was.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(beside).chmod(0o644)
            Path(beside).replace(target)
        except BaseException:
            with suppress(OSError):
                Path(beside).unlink()
            raise
    except OSError as error:
        raise DeliveryError(f"{target} could not be written: {error.strerror or error}") from error
    return hashlib.sha256(data).hexdigest()
