"""The records of a people file as they are written: encoding, separator, quotes; CSV or JSON lines. Floor 2.

What they mean is told by `people`. A file is read as a stream, and never held whole.
"""

import codecs
import csv
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Final, NamedTuple, NoReturn

from brochures.errors import Mark, Problem, SourceError
from brochures.reading.headings import known

_AS_CSV: Final = "save it as “CSV UTF-8 (comma delimited)” in the spreadsheet, and give that file"
_SEPARATORS: Final = ",;\t"
_KINDS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"PK\x03\x04", "a spreadsheet (xlsx, ods) or an archive"),
    (b"\xd0\xcf\x11\xe0", "a spreadsheet (xls)"),
    (b"%PDF", "a PDF"),
)
_BYTES: Final = 1 << 20
_HEAD: Final = 4096


class Layout(NamedTuple):
    """How the file is written. `separator` is empty for JSON lines; `skipped` the lines above the headings."""

    encoding: str
    separator: str
    skipped: int = 0


def look(path: Path) -> tuple[Layout, tuple[Problem, ...]]:
    """How the file is written, with warnings.

    Raises:
        SourceError: missing, a folder, empty, no text, a table of another program, in two encodings at once.
    """
    name = str(path)
    encoding, warnings = _encoding(path, name)
    with _text(path, encoding) as lines:
        skipped, separator = 0, ""
        for line in lines:
            if line.strip() and (separator or not (separator := _said(line))):
                break
            skipped += 1
        else:
            _refuse("empty-file", "there is nothing in the file", "write headings, and one person a row", Mark(name))
    start = line.lstrip()
    if path.suffix.lower() in {".jsonl", ".ndjson"} or start.startswith("{"):
        return Layout(encoding, ""), warnings
    if start.startswith("["):
        hint = "write one object a line, without brackets and commas around them (JSON lines)"
        _refuse("json-list", "the file is a list in JSON", hint, Mark(name, skipped + 1, 1))
    return Layout(encoding, separator or _separator(line), skipped), warnings


def rows_of(path: Path, layout: Layout) -> Iterator[tuple[int, list[str] | None]]:
    """The rows of a CSV file, headings first: the line where each ends, and its cells; None for bad quotes.

    Rows without any text are left out.

    Raises:
        SourceError: a quotation mark that is never closed.
    """
    with _text(path, layout.encoding) as lines:
        for _ in range(layout.skipped):
            next(lines)
        reader = csv.reader(lines, delimiter=layout.separator, strict=True)
        before = 0
        while True:
            try:
                for cells in reader:
                    if "".join(cells).strip():
                        yield layout.skipped + reader.line_num, cells
                    before = reader.line_num
            except csv.Error as error:
                one_line = reader.line_num - before <= 1 and "unexpected end" not in str(error)
                if not one_line or "larger than" in str(error):
                    _refuse_quote(path, layout.skipped + before + 1)
                before = reader.line_num
                yield layout.skipped + before, None
            else:
                return


def objects_of(path: Path, layout: Layout) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """The objects of a file of JSON lines with the line of each; None for one that cannot be read."""
    from json import loads

    with _text(path, layout.encoding) as lines:
        for number, line in enumerate(lines, start=1):
            if line.isspace():
                continue
            try:
                value = loads(line)
            except (ValueError, RecursionError):
                value = None
            yield number, value if isinstance(value, dict) else None


def _text(path: Path, encoding: str) -> TextIOWrapper:
    try:
        return path.open(encoding=encoding, newline="")
    except OSError as error:
        _refuse_file(error, str(path))


def _encoding(path: Path, name: str) -> tuple[str, tuple[Problem, ...]]:
    head = _head(path, name)
    for magic, what in _KINDS:
        if head.startswith(magic):
            _refuse("not-a-table", f"this is {what}, not a CSV file", _AS_CSV, Mark(name))
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not head.startswith(codecs.BOM_UTF32_LE):
        if _first_fault(path, "utf-16") is not None:
            _refuse("not-text", "the file is not whole UTF-16 text", _AS_CSV, Mark(name))
        return "utf-16", ()
    if b"\0" in head:
        _refuse("not-text", "the file is not text", _AS_CSV, Mark(name))
    line = _first_fault(path, "utf-8")
    return ("utf-8-sig", ()) if line is None else _western(path, Mark(name, line, 1))


def _head(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            _refuse("file-is-folder", "this is a folder, not a file", "name the CSV file inside it", Mark(name))
        if path.exists() and not path.is_file():
            _refuse("file-unreadable", "this is not a plain file", "save it as a file first", Mark(name))
        with path.open("rb") as file:
            return file.read(_HEAD)
    except (OSError, ValueError) as error:
        _refuse_file(error, name)


def _western(path: Path, mark: Mark) -> tuple[str, tuple[Problem, ...]]:
    """Windows-1252, where the file can be that and nothing in it is UTF-8; `mark` is where it is not."""
    hint = f"look at the letters of this line, then {_AS_CSV}"
    if _has_utf8(path):
        _refuse("mixed-encoding", "the file is partly UTF-8, and in this line it is not", hint, mark)
    if _first_fault(path, "cp1252") is not None:
        _refuse("not-text", "the file is neither UTF-8 nor Windows-1252 text", hint, mark)
    message = "the file is not UTF-8: it was read as Windows-1252"
    hint = "look whether letters with accents are right; best save the list as “CSV UTF-8”"
    return "cp1252", (Problem("windows-1252", message, hint, mark, severity="warning"),)


def _first_fault(path: Path, encoding: str) -> int | None:
    """The line, from 1, where the file is not in this encoding; None where all of it is."""
    decoder, line = codecs.getincrementaldecoder(encoding)("strict"), 1
    with path.open("rb") as file:
        while True:
            chunk = file.read(_BYTES)
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                return line + error.object.count(b"\n", 0, error.start)
            if not chunk:
                return None
            line += chunk.count(b"\n")


def _has_utf8(path: Path) -> bool:
    """Whether a letter beyond ASCII, or the mark at the start, is UTF-8: what Windows-1252 shows as `Ã¼` is no name."""
    decoder = codecs.getincrementaldecoder("utf-8")("ignore")
    with path.open("rb") as file:
        while chunk := file.read(_BYTES):
            if not decoder.decode(chunk).isascii():
                return True
    return False


def _said(line: str) -> str:
    """The separator that Excel's first line `sep=;` tells, or nothing."""
    words = line.strip("\r\n").strip('"')
    return words[4] if words[:4].lower() == "sep=" and len(words.rstrip(",;")) <= 5 and len(words) > 4 else ""  # noqa: PLR2004


def _separator(line: str) -> str:
    """What stands between the headings: what gives most known ones, else most columns."""

    def worth(separator: str) -> tuple[int, int]:
        cells = next(csv.reader([line], delimiter=separator), [])
        return known(cells), len(cells)

    return max(_SEPARATORS, key=worth)


def _refuse_quote(path: Path, line: int) -> NoReturn:
    message = "a quotation mark is opened in this row and not closed in it"
    hint = 'close it, or take it out; a quotation mark inside quoted text is written ""'
    _refuse("open-quote", message, hint, Mark(str(path), line, 1))


def _refuse_file(error: Exception, name: str) -> NoReturn:
    if isinstance(error, FileNotFoundError):
        _refuse("file-missing", "there is no such file", "check the path", Mark(name))
    reason = (getattr(error, "strerror", None) or "it cannot be opened").lower()
    _refuse("file-unreadable", f"the file cannot be read: {reason}", "check its permissions", Mark(name))


def _refuse(code: str, message: str, hint: str, mark: Mark) -> NoReturn:
    raise SourceError([Problem(code, message, hint, mark)])
