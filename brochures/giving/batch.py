"""Many files a second, each whole or not there: written beside their place, synced and named by the batch. Floor 5."""

import errno
import os
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from threading import Thread
from time import monotonic
from types import TracebackType
from typing import Final, NamedTuple, Protocol, Self

from brochures.errors import DeliveryError
from brochures.giving.holding import PART
from brochures.giving.journal import Delivered, checked_name
from brochures.giving.syncing import sync_all

BATCH: Final = 256
MOST_SECONDS: Final = 2.0
"""A batch is closed after this time, so that slow files are not held back."""

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_MOST_PARTS: Final = 512


class Recorder(Protocol):
    """Whoever is told of files that lie whole on the disk: a journal, or a worker's report."""

    def append(self, files: Sequence[Delivered]) -> None:
        """Takes note of them."""


class _Part(NamedTuple):
    beside: str
    file: Delivered


class BatchWriter:
    """Writes files into a folder that is there; used in a `with`, which finishes the last batch.

    A file has its name only once all of it is on the disk, and is recorded only after that. `count` is the number of
    files that this writer delivered. Files bear people's names, so only the owner may read them. Several writers may
    write into one folder, under different names.
    """

    def __init__(self, folder: Path, journal: Recorder, batch: int = BATCH) -> None:
        self.folder, self.count = folder, 0
        self._journal, self._most = journal, batch
        self._parts: list[_Part] = []
        self._turned: _Sync | None = None
        self._named: list[Delivered] = []
        self._numbers = count()
        self._prefix = f"{PART}{os.getpid():x}-{id(self):x}-"
        self._since = 0.0
        try:
            self._handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except OSError as error:
            raise self._fault(error) from error

    def put(self, name: str, parts: Sequence[bytes], row_key: bytes) -> None:
        """Writes a file, which takes its name with its batch; one of that name is replaced.

        Raises:
            DeliveryError: it could not be written; what was written before is whole, and nothing is half there.
            ValueError: the name is too long or leads out of the folder.
        """
        checked_name(name)
        beside = f"{self._prefix}{next(self._numbers)}"
        try:
            size, mtime_ns = self._write(beside, parts)
        except OSError as error:
            with suppress(DeliveryError):
                self.flush()
            raise self._fault(error) from error
        if not self._parts:
            self._since = monotonic()
        self._parts.append(_Part(beside, Delivered(row_key, name, size, mtime_ns)))
        if len(self._parts) >= self._most or monotonic() - self._since > MOST_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Delivers what was put: syncs it, names it, records it.

        Raises:
            DeliveryError: it could not be; files that have no name yet are taken away.
        """
        self.turn()
        self.turn()

    def turn(self) -> None:
        """Delivers what was put before the last turn; what was put since is synced while others are written.

        Raises:
            DeliveryError: it could not be; files that have no name yet are taken away.
        """
        try:
            if self._turned:
                self._turned.wait()
                self._name_all(self._turned.parts)
                self._turned = None
            self._record()
            if self._parts:
                self._turned, self._parts = _Sync(self._handle, self._parts), []
        except OSError as error:
            self._drop()
            raise self._fault(error) from error

    def close(self) -> None:
        """Lets go of the folder; what was not delivered is taken away."""
        if self._handle >= 0:
            self._drop()
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if kind is None:
                self.flush()
                self._keep_names()
            elif not issubclass(kind, DeliveryError):
                with suppress(DeliveryError):
                    self.flush()
        finally:
            self.close()

    def _write(self, beside: str, parts: Sequence[bytes]) -> tuple[int, int]:
        """Size, and time of the last change in nanoseconds; a file that cannot be finished is taken away."""
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600, dir_fd=self._handle)
        try:
            wanted = sum(map(len, parts))
            if len(parts) > _MOST_PARTS or os.writev(handle, parts) != wanted:
                _write_all(handle, b"".join(parts))
            found = os.fstat(handle)
        except BaseException:
            os.close(handle)
            with suppress(OSError):
                os.unlink(beside, dir_fd=self._handle)
            raise
        os.close(handle)
        return found.st_size, found.st_mtime_ns

    def _name_all(self, parts: list[_Part]) -> None:
        while parts:
            beside, file = parts[-1]
            os.rename(beside, file.name, src_dir_fd=self._handle, dst_dir_fd=self._handle)
            self._named.append(file)
            parts.pop()
            self.count += 1

    def _keep_names(self) -> None:
        """Names reach the disk too: once for all batches, because a name that is lost is seen and made anew."""
        try:
            os.fsync(self._handle)
        except OSError as error:
            raise self._fault(error) from error

    def _record(self) -> None:
        if self._named:
            self._journal.append(self._named)
            self._named = []

    def _drop(self) -> None:
        """Takes away what has no name, and records what has."""
        turned, self._turned = self._turned, None
        for parts in (turned.parts if turned else [], self._parts):
            while parts:
                with suppress(OSError):
                    os.unlink(parts.pop().beside, dir_fd=self._handle)
        with suppress(DeliveryError):
            self._record()

    def _fault(self, error: OSError) -> DeliveryError:
        whole = f"{self.count:,} file{' is' if self.count == 1 else 's are'} whole, nothing is half written"
        if error.errno in _FULL:
            return DeliveryError(f"the disk of {self.folder} is full: {whole}; make room, then go on with --resume")
        reason = (error.strerror or str(error)).lower()
        return DeliveryError(f"{self.folder} could not be written: {reason}; {whole}; then go on with --resume")


class _Sync:
    """A batch on its way to the disk, by a thread that does nothing else."""

    def __init__(self, folder: int, parts: list[_Part]) -> None:
        self.parts = parts
        self._error: OSError | None = None
        self._thread = Thread(target=self._run, args=(folder, [part.beside for part in parts]), daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Until it is there.

        Raises:
            OSError: it could not be.
        """
        self._thread.join()
        if self._error:
            raise self._error

    def _run(self, folder: int, names: list[str]) -> None:
        try:
            sync_all(folder, names)
        except OSError as error:
            self._error = error


def _write_all(handle: int, data: bytes) -> None:
    """All of it from the start, whatever was written before."""
    os.lseek(handle, 0, os.SEEK_SET)
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
