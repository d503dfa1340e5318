"""A people file: for each row what one person's piece is filled in with, or what is wrong with the row. Floor 2.

Faults of the file stop everything before a single piece is made; faults of a row cost that row only.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple
from unicodedata import category, normalize

from brochures.errors import Mark, Problem, SourceError
from brochures.model.merging import FIELDS, Field, FieldName, Values
from brochures.reading.headings import Columns, columns_of
from brochures.reading.moments import Moments
from brochures.reading.peoplefile import Layout, look, objects_of, rows_of
from brochures.reading.rowfaults import ROW_FAULTS, RowFault

_ID: Final = r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?"  # compiled when an id is seen
_RESERVED: Final = r"(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?"
_UNPRINTABLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_TAKEN: Final = "\t\n\r\u00ad\u200c\u200d"
_LOST: Final = "\ufffd"
_FAILED_SUMS: Final = frozenset(
    {"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)
_REQUIRED: Final = tuple(name for name, field in FIELDS.items() if field.required)


class Row(NamedTuple):
    """One person.

    `number` counts the rows with text in them, from 1 for the first below the headings; an index by row speaks of the
    same. `values` has the fields that are not empty, in Unicode's composed form, with single spaces. `id` is empty
    where no column was declared to hold it.
    """

    number: int
    values: Values
    id: str = ""


class BadRow(NamedTuple):
    """A row that is refused: its number as in `Row`, the column at fault (empty: the whole row) and the first fault.

    The column is a field's name or that of the id column as the user gave it: nothing of the file's own text.
    """

    number: int
    column: str
    code: RowFault


class People:
    """The rows of a people file.

    `count` is the number of all rows, bad ones with them; `fields` what the file has columns for; `problems` warnings.
    """

    def __init__(self, path: Path, layout: Layout, columns: Columns, count: int, reader: "_Reader") -> None:
        self.path, self.count, self.encoding = path, count, layout.encoding
        self.fields: frozenset[FieldName] = frozenset(columns.fields.values())
        self.problems: tuple[Problem, ...] = columns.problems
        self._layout, self._columns, self._reader = layout, columns, reader

    def rows(self) -> Iterator[Row | BadRow]:
        """Every row in the file's order, read as they are asked for; can be asked for again.

        Raises:
            SourceError: the file is not as it was when it was opened.
        """
        ids: set[str] = set()
        columns, reader = self._columns, self._reader
        if not self._layout.separator:
            by_name = {columns.headings[index]: field for index, field in columns.fields.items()}
            id_name = columns.headings[columns.id] if columns.id >= 0 else None
            for number, (_, found) in enumerate(objects_of(self.path, self._layout), start=1):
                yield (
                    BadRow(number, "", "bad-json")
                    if found is None
                    else reader.named(number, found, by_name, id_name, ids)
                )
            return
        rows = rows_of(self.path, self._layout)
        if next(rows, (0, None))[1] != list(columns.headings):
            message, hint = "the file was changed while it was read", "run again when it is finished"
            raise SourceError([Problem("file-changed", message, hint, Mark(str(self.path)))])
        for number, (_, cells) in enumerate(rows, start=1):
            yield BadRow(number, "", "bad-quotes") if cells is None else reader.listed(number, cells, columns, ids)


def open_people(
    path: Path,
    *,
    columns: Mapping[FieldName, str] | None = None,
    id_column: str | None = None,
    language: str = "en-US",
    place: str = "",
) -> People:
    """The people of a CSV or JSON lines file, whose headings, encoding and quotes were looked through once.

    Args:
        path: A file; it is read twice, and is never held in memory whole.
        columns: The heading of each field that is not called as usual.
        id_column: The heading of the column that the user declares safe for file names.
        language: A tag such as `en-US`, for days and times.
        place: Two letters of a country, for the same; `zz` or nothing: the language's own.

    Raises:
        SourceError: the file is missing, a folder, empty, or no text; it has no rows, no column for whom it is, a
            heading or a field twice, or a quotation mark that is never closed.
    """
    layout, warnings = look(path)
    mark = Mark(str(path), layout.skipped + 1, 1)
    count, headings = 0, None
    if layout.separator:
        rows = rows_of(path, layout)
        line, first = next(rows, (0, None))
        if first is None:
            told = ("bad-quotes", "text goes on after a closing quotation mark in the headings", "take the marks out")
            raise SourceError([Problem(*told, mark)])
        headings = first
        found = columns_of(headings, Mark(str(path), line, 1), columns, id_column)
        count = sum(1 for _ in rows)
    else:
        names: dict[str, None] = {}
        for count, (_, item) in enumerate(objects_of(path, layout), start=1):  # noqa: B007 - counted here
            names.update(dict.fromkeys(item or ()))
        if not names:
            raise SourceError([Problem("bad-json", *ROW_FAULTS["bad-json"], mark)])
        found = columns_of(list(names), mark, columns, id_column)
    if not count:
        raise SourceError([Problem("no-rows", "there are only headings in the file", "add one person a row", mark)])
    found = found._replace(problems=(*warnings, *found.problems))
    return People(path, layout, found, count, _Reader(Moments(language, place), id_column or ""))


class _Reader:
    """From the text of a row to its values, or its first fault."""

    def __init__(self, moments: Moments, id_column: str) -> None:
        self._moments, self._id_column = moments, id_column

    def listed(self, number: int, cells: Sequence[str], columns: Columns, ids: set[str]) -> Row | BadRow:
        """A row of CSV."""
        width = len(columns.headings)
        if len(cells) > width and any(cells[width:]):
            return BadRow(number, "", "too-many-columns")
        if len(cells) < width:
            for index, field in columns.fields.items():
                if index >= len(cells):
                    return BadRow(number, field, "missing-column")
            if columns.id >= len(cells):
                return BadRow(number, self._id_column, "missing-column")
        texts = {field: cells[index] for index, field in columns.fields.items()}
        return self._row(number, texts, cells[columns.id] if columns.id >= 0 else None, ids)

    def named(
        self,
        number: int,
        found: Mapping[str, Any],
        by_name: Mapping[str, FieldName],
        id_name: str | None,
        ids: set[str],
    ) -> Row | BadRow:
        """A line of JSON."""
        texts: dict[FieldName, str] = {}
        for name, field in by_name.items():
            value = found.get(name)
            if value is not None:
                if not isinstance(value, str):
                    return BadRow(number, field, "not-text")
                texts[field] = value
        if id_name is None:
            return self._row(number, texts, None, ids)
        value = found.get(id_name, "")
        if not isinstance(value, str):
            return BadRow(number, self._id_column, "not-text")
        return self._row(number, texts, value, ids)

    def _row(self, number: int, texts: Mapping[FieldName, str], written: str | None, ids: set[str]) -> Row | BadRow:
        values: Values = {}
        for name, text in texts.items():
            if text:
                value, fault = self._value(FIELDS[name], text)
                if fault:
                    return BadRow(number, name, fault)
                if value:
                    values[name] = value
        for name in _REQUIRED:
            if name not in values:
                return BadRow(number, name, "empty-field")
        if written is None:
            return Row(number, values)
        own = written.strip()
        if fault := _fault_of_id(own, ids):
            return BadRow(number, self._id_column, fault)
        ids.add(own.lower())
        return Row(number, values, own)

    def _value(self, field: Field, text: str) -> tuple[str, RowFault | None]:
        """The text as it is printed, or its fault."""
        if not text.isprintable() or _LOST in text:
            for letter in text:
                if letter == _LOST or (letter not in _TAKEN and category(letter) in _UNPRINTABLE):
                    return "", "control-character"
        value = " ".join((text if text.isascii() else normalize("NFC", text)).split())
        if value in _FAILED_SUMS:
            return "", "not-text"
        if field.kind == "moment" and value and len(value) <= field.most:
            moment = self._moments.words(value)
            if moment is None:
                return "", "bad-moment"
            value = moment
        return (value, None) if len(value) <= field.most else ("", "too-long")


def _fault_of_id(own: str, ids: set[str]) -> RowFault | None:
    if not re.fullmatch(_ID, own) or ".." in own or re.fullmatch(_RESERVED, own):
        return "bad-id"
    return "duplicate-id" if own.lower() in ids else None
