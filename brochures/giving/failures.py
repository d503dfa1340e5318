"""`failed.csv`: which rows were refused, where and why, and nothing of what stands in them. Floor 5."""

from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Final

from brochures.errors import DeliveryError
from brochures.giving.tables import Table

FAILED: Final = "failed.csv"


class Failures:
    """The refused rows of one run; `codes` counts them by fault.

    Raises:
        DeliveryError: the file cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FAILED
        self.codes: Counter[str] = Counter()
        self._table: Table | None = None

    @property
    def count(self) -> int:
        """How many rows were refused."""
        return self.codes.total()

    def add(self, row: int, column: str, code: str) -> None:
        """Notes a refused row: its number, the column at fault and the fault's code."""
        if self._table is None:
            self._table = Table(self.path, ("row", "column", "code"))
        self._table.add(row, column, code)
        self.codes[code] += 1

    def finish(self) -> Path | None:
        """Writes the file and gives its path; where no row was refused, there is none, nor one of a run before."""
        if self._table:
            self._table.finish()
            return self.path
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise DeliveryError(f"{self.path} could not be taken away: {error.strerror or error}") from error
        return None

    def drop(self) -> None:
        """Leaves the folder as it was."""
        if self._table:
            with suppress(OSError):
                self._table.drop()
