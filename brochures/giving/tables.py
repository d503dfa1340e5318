"""CSV files that are written row by row beside their place, and named when they are whole. Floor 5."""

import csv
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from brochures.errors import DeliveryError
from brochures.giving.holding import PART


class Table:
    """A CSV file in UTF-8; `count` is its number of rows. Used in a `with`, which drops it after an error.

    Raises:
        DeliveryError: it cannot be written; what was there before is as it was.
    """

    def __init__(self, path: Path, headings: Sequence[str], mode: int = 0o644) -> None:
        self.path, self.count = path, 0
        self._beside = path.with_name(f"{PART}{os.urandom(8).hex()}.csv")
        self._done = False
        if path.is_dir():
            raise DeliveryError(f"{path} is a folder: name a file in it")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            self._file = os.fdopen(handle, "w", encoding="utf-8", newline="")
            self._writer = csv.writer(self._file, lineterminator="\n")
            os.fchmod(handle, mode)
            self._writer.writerow(headings)
        except OSError as error:
            raise self._fault(error) from error

    def add(self, *cells: str | int) -> None:
        """Adds a row."""
        try:
            self._writer.writerow(cells)
        except OSError as error:
            raise self._fault(error) from error
        self.count += 1

    def finish(self) -> None:
        """Gives the file its name; once."""
        if self._done:
            return
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._beside.replace(self.path)
            self._done = True
        except OSError as error:
            self.drop()
            raise self._fault(error) from error

    def drop(self) -> None:
        """Takes away what was written, if it is not finished."""
        if not self._done:
            self._done = True
            with suppress(OSError):
                self._file.close()
            with suppress(OSError):
                self._beside.unlink()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self.finish()
        else:
            self.drop()

    def _fault(self, error: OSError) -> DeliveryError:
        return DeliveryError(f"{self.path} could not be written: {error.strerror or error}")
