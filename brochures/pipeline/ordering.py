"""Personal handouts in one file, in the order of their rows: what a print shop or a letter shop takes. Floor 7."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from brochures.errors import DeliveryError
from brochures.giving.failures import Failures
from brochures.giving.tables import Table
from brochures.pipeline.asking import Merge, Merged, MergeListener
from brochures.pipeline.handouts import Base, Handouts
from brochures.reading.people import BadRow, People, Row

if TYPE_CHECKING:
    from brochures.making.stamping.stamping import Unfit


class Ordering:
    """One merge into one file, with its index: which row begins on which page."""

    def __init__(self, asked: Merge, base: Base, handouts: Handouts, listener: MergeListener) -> None:
        self._asked, self._handouts, self._listener = asked, handouts, listener
        self._failures = Failures(asked.out)
        self.merged = Merged(base)

    def all(self, people: People) -> Merged:
        """Every row in its place, or refused; rows that cannot be stamped have no place in one file."""
        merged, name = self.merged, self.merged.base.piece.name
        merged.total = people.count
        self._listener.planned(people.count)
        target = self._asked.out / f"{name}-all.pdf"
        try:
            self._write(people, target)
        except _NobodyError:
            pass
        else:
            self._listener.written([str(target), str(target.with_suffix(".csv"))])
        finally:
            merged.failed = dict(self._failures.codes)
            merged.failed_file = self._failures.finish()
        return merged

    def _write(self, people: People, target: Path) -> None:
        """The file and its index.

        Raises:
            _NobodyError: no row could be printed; neither is there.
        """
        from brochures.making.stamping.ordered import OrderedFile

        program = self._handouts.program(self.merged.base, self._letters(people))
        file, each = OrderedFile(program), program.page_count
        headings = ("row", "first page", "pages")
        with Table(target.with_suffix(".csv"), headings) as index, _whole(target) as out:
            out.write(file.begin())
            for row, pages in self._pages(people, file.add):
                index.add(row.number, file.page_count - each + 1, each)
                out.write(pages)
            if not self.merged.made:
                raise _NobodyError
            out.write(file.end())

    def _pages(
        self, people: People, add: "Callable[[int, dict[str, str]], bytes | Unfit]"
    ) -> Iterator[tuple[Row, bytes]]:
        for row in people.rows():
            if isinstance(row, BadRow):
                self._refuse(row.number, row.column, row.code)
                continue
            pages = add(row.number, {str(field): value for field, value in row.values.items()})
            if isinstance(pages, bytes):
                self.merged.made += 1
                yield row, pages
                self._listener.done(1)
            else:
                slot, code = pages.codes[0]
                self._refuse(row.number, slot, code)

    def _refuse(self, number: int, column: str, code: str) -> None:
        self._failures.add(number, column, code)
        self._listener.done(1)

    @staticmethod
    def _letters(people: People) -> frozenset[str]:
        """Letters of these people beyond the usual ones: one file has one set of fonts."""
        from brochures.making.stamping.letters import extra_letters

        return extra_letters(text for row in people.rows() if isinstance(row, Row) for text in row.values.values())


class _NobodyError(Exception):
    """No row could be printed: there is no file."""


@contextmanager
def _whole(target: Path) -> Iterator[BinaryIO]:
    """A file that takes its name when it is whole; after an error what was there before is as it was.

    Raises:
        DeliveryError: it cannot be written.
    """
    beside = ""
    try:
        handle, beside = tempfile.mkstemp(prefix=".brochures-part-", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(handle)
        Path(beside).replace(target)
    except OSError as error:
        raise DeliveryError(f"{target} could not be written: {error.strerror or error}; nothing is there") from error
    finally:
        with suppress(OSError):
            Path(beside).unlink()
