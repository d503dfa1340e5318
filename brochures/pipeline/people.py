"""The people of a merge: their keys, and the names of their files. Floor 7."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from brochures.giving.rowkeys import RowKeys, file_id
from brochures.model.merging import Values
from brochures.reading.people import BadRow, Row


@dataclass(frozen=True, slots=True)
class Person:
    """A row on its way to its file."""

    number: int
    values: Values
    name: str
    key: bytes


def people_of(rows: Iterable[Row | BadRow], key: bytes, refused: Callable[[BadRow], None]) -> Iterator[Person]:
    """Each row that can be read, with the name that the folder's key gives its file, or its own id."""
    keys = RowKeys(key)
    for row in rows:
        if isinstance(row, BadRow):
            refused(row)
            continue
        own = keys.of(row.values)
        yield Person(row.number, row.values, f"{row.id or file_id(key, own)}.pdf", own)
