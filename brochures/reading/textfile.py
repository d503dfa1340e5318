"""A text file's words and the places in them, or a clear refusal. Floor 2."""

import re
from bisect import bisect_right
from functools import cached_property
from pathlib import Path
from typing import Final, NoReturn

from brochures.errors import Mark, Problem, SourceError

MAX_BYTES: Final = 1_000_000

_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # the breaks that YAML's reader counts
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


class Lines:
    """The lines of a text; `name` stands for its file in every mark."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _BREAK.finditer(self.text))]

    def number(self, index: int) -> int:
        """The line, from 1, of the character at `index`."""
        return bisect_right(self._starts, index)

    def mark(self, index: int) -> Mark:
        """The place of the character at `index`; the end of the text when it lies beyond."""
        number = self.number(min(index, len(self.text)))
        start = self._starts[number - 1]
        line = _BREAK.split(self.text[start : self._starts[number] if number < len(self._starts) else None])[0]
        return Mark(self.name, number, min(index, len(self.text)) - start + 1, line)


def read_text(path: Path) -> str:
    """The file's text without a byte order mark.

    Raises:
        SourceError: missing, a folder, unreadable, over 1 MB, not UTF-8, or with control characters.
    """
    name = str(path)
    raw = _read_bytes(path, name)
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").removeprefix("\ufeff")
        after = raw[error.start : error.start + 200].decode("utf-8", "replace")
        message = f"the file is not UTF-8 text: byte 0x{raw[error.start]:02x} here"
        mark = Lines(name, before + after).mark(len(before))
        _refuse("not-utf-8", message, "save it again with the encoding UTF-8", mark)
    control = _CONTROL.search(text)
    if control:
        message = f"a character that cannot be printed (U+{ord(control[0]):04X})"
        hint = "delete it; it often comes in with text pasted from elsewhere"
        _refuse("control-character", message, hint, Lines(name, text).mark(control.start()))
    return text


def _read_bytes(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            _refuse("file-is-folder", "this is a folder, not a file", "name the YAML file inside it", Mark(name))
        if path.exists() and not path.is_file():
            _refuse("file-unreadable", "this is not a plain file", "name the YAML file", Mark(name))
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        _refuse("file-missing", "there is no such file", "check the path", Mark(name))
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "it cannot be opened").lower()
        _refuse("file-unreadable", f"the file cannot be read: {reason}", "check its permissions", Mark(name))
    if len(raw) > MAX_BYTES:
        hint = "is it the right file? content is words, and a book of them takes less"
        _refuse("file-too-large", "the file is larger than 1 MB", hint, Mark(name))
    return raw


def _refuse(code: str, message: str, hint: str, mark: Mark) -> NoReturn:
    raise SourceError([Problem(code, message, hint, mark)])
