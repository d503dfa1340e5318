"""Which merge was finished in a folder, so that the same one again has nothing to do. Floor 5.

It holds digests that only the folder's key can make, and counts.
"""

import hashlib
import hmac
import json
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from brochures.errors import DeliveryError
from brochures.giving.delivery import deliver
from brochures.giving.holding import hidden_folder

_DIGITS: Final = 16


def people_digest(key: bytes, people: Path) -> str:
    """A keyed digest of a people file's bytes, in hexadecimal.

    Raises:
        DeliveryError: it cannot be read any more.
    """
    try:
        with people.open("rb") as file:
            plain = hashlib.file_digest(file, "sha256").digest()
    except OSError as error:
        raise DeliveryError(f"{people} could not be read: {error.strerror or error}") from error
    return hmac.digest(key, b"brochures people 1\0" + plain, "sha256").hex()


def finished(folder: Path, job: bytes, people: str) -> dict[str, Any] | None:
    """What was told of this job with these people when it was finished; nothing if it was not."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        found = json.loads(_path(folder, job).read_bytes())
        if found["people"] == people:
            return dict(found["told"])
    return None


def finish(folder: Path, job: bytes, people: str, told: dict[str, Any]) -> None:
    """Notes that this job with these people is finished; where it cannot be noted, it is only looked at again."""
    with suppress(DeliveryError):
        deliver(json.dumps({"people": people, "told": told}).encode(), _path(folder, job))


def _path(folder: Path, job: bytes) -> Path:
    return hidden_folder(folder) / f"finished-{job.hex()[:_DIGITS]}.json"
