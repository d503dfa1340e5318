"""Which personal files were delivered: what `--resume` goes on from. Floor 5.

A journal is added to only after the files it speaks of lie whole on the disk. It holds no value of any row: keyed
digests, names of files, sizes and times.
"""

import os
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self
from zlib import crc32

from brochures.errors import DeliveryError
from brochures.giving.holding import hidden_folder
from brochures.giving.rowkeys import ROW_KEY_BYTES

NAME_BYTES: Final = 128
"""The longest name of a file that a journal takes."""

_MAGIC: Final = b"brochures merge 1\n"
_JOB_BYTES: Final = 32
_HEADER: Final = struct.Struct(f"<{len(_MAGIC)}s{_JOB_BYTES}sI")
_BODY: Final = struct.Struct(f"<{ROW_KEY_BYTES}sQQ{NAME_BYTES}s")
_SUM: Final = struct.Struct("<I")
RECORD_BYTES: Final = _BODY.size + _SUM.size
_AT_ONCE: Final = 4096


class Delivered(NamedTuple):
    """One file as it was delivered; `mtime_ns` is in nanoseconds."""

    row_key: bytes
    name: str
    size: int
    mtime_ns: int


class Journal:
    """The journal of one job in one folder; `job` is 32 bytes that stand for all that was merged but the people.

    To be closed after use, or used in a `with`. One writer at a time: whoever writes holds the folder (`holding.held`).

    Raises:
        DeliveryError: it cannot be read or written.
    """

    def __init__(self, folder: Path, job: bytes) -> None:
        if len(job) != _JOB_BYTES:
            raise ValueError(f"a job has {_JOB_BYTES} bytes")
        self.folder = folder
        self.path = hidden_folder(folder) / f"merge-{job.hex()[:16]}.log"
        try:
            self._handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            self._end = self._began(job)
        except OSError as error:
            raise self._fault(error) from error

    def records(self) -> Iterator[Delivered]:
        """What is recorded, oldest first; damaged records are left out."""
        at = _HEADER.size
        while len(data := os.pread(self._handle, RECORD_BYTES * _AT_ONCE, at)) >= RECORD_BYTES:
            whole = len(data) // RECORD_BYTES * RECORD_BYTES
            at += whole
            view = memoryview(data)
            for start in range(0, whole, RECORD_BYTES):
                body = view[start : start + _BODY.size]
                if crc32(body) == _SUM.unpack_from(data, start + _BODY.size)[0]:
                    key, size, mtime_ns, name = _BODY.unpack(body)
                    yield Delivered(key, os.fsdecode(name.rstrip(b"\0")), size, mtime_ns)

    def delivered(self) -> dict[bytes, str]:
        """Row keys and names of the files that still lie there as they were delivered."""
        try:
            handle = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                return {one.row_key: one.name for one in self.records() if _is_there(handle, one)}
            finally:
                os.close(handle)
        except OSError as error:
            raise self._fault(error) from error

    def append(self, files: Iterable[Delivered]) -> None:
        """Records files that lie whole on the disk; done anew after a failure, it does no harm.

        Raises:
            DeliveryError: it cannot be written.
        """
        data = bytearray()
        for one in files:
            body = _BODY.pack(one.row_key, one.size, one.mtime_ns, checked_name(one.name))
            data += body + _SUM.pack(crc32(body))
        try:
            at = self._end
            while data:
                written = os.pwrite(self._handle, data, at)
                at += written
                del data[:written]
            os.fsync(self._handle)
        except OSError as error:
            raise self._fault(error) from error
        self._end = at

    def close(self) -> None:
        """Lets go of the file."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _began(self, job: bytes) -> int:
        """The end of the last whole record; a journal whose head is damaged is begun anew."""
        head = os.pread(self._handle, _HEADER.size, 0)
        wanted = _MAGIC + job
        if len(head) == _HEADER.size and head == wanted + _SUM.pack(crc32(wanted)):
            size = os.fstat(self._handle).st_size - _HEADER.size
            end = _HEADER.size + size // RECORD_BYTES * RECORD_BYTES
        else:
            end = 0
        os.ftruncate(self._handle, end)
        if not end:
            end = os.pwrite(self._handle, wanted + _SUM.pack(crc32(wanted)), 0)
        return end

    def _fault(self, error: OSError) -> DeliveryError:
        return DeliveryError(f"the journal {self.path} could not be used: {error.strerror or error}")


def checked_name(name: str) -> bytes:
    """The name as a journal holds it.

    Raises:
        ValueError: it is too long, or no name of a file in this very folder.
    """
    written = os.fsencode(name)
    if not 0 < len(written) <= NAME_BYTES or "/" in name or name in {".", ".."} or "\0" in name:
        raise ValueError(f"no name for a file: {name!r}")
    return written


def _is_there(folder: int, one: Delivered) -> bool:
    try:
        found = os.stat(one.name, dir_fd=folder, follow_symlinks=False)
    except OSError:
        return False
    return found.st_size == one.size and found.st_mtime_ns == one.mtime_ns
