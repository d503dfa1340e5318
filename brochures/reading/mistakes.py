"""What a YAML author most likely did when the file does not parse: a chain of small guesses. Floor 2.

Each knows one mistake and answers with the fault, or None to let the next one look.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from brochures.reading.events import Fault
from brochures.reading.textfile import Lines


class _Place(NamedTuple):
    """Where the parser stopped and where it began: its complaint, the text, the line, the line's start."""

    complaint: str
    text: str
    at: int
    opened: int
    line: str
    line_start: int


def explain(complaint: str, text: str, index: int, opened: int) -> Fault:
    """The fault behind the parser's `complaint` at `index`, in words an author can act on.

    `opened` is where the thing began that the parser was reading: a quotation, a bracket, a line.
    """
    mark = Lines("", text).mark(index)
    place = _Place(complaint, text, index, opened, mark.text, index - mark.column + 1)
    for guess in _GUESSES:
        fault = guess(place)
        if fault:
            return fault
    return Fault("bad-yaml", "the file is not YAML from here on", "look at this line and the one above it", index)


def _tab(place: _Place) -> Fault | None:
    indent = re.match(r" *\t", place.line)
    if not indent:
        return None
    at = place.line_start + indent.end() - 1
    return Fault("tab-indent", "a tab stands where the line is indented", "indent with spaces", at)


def _unclosed_quote(place: _Place) -> Fault | None:
    if "quoted scalar" not in place.complaint and "unexpected end of stream" not in place.complaint:
        return None
    return Fault("bad-yaml", "a quotation mark is opened and never closed", "close it with the same mark", place.opened)


def _escape(place: _Place) -> Fault | None:
    if "escape character" not in place.complaint and "escape sequence" not in place.complaint:
        return None
    hint = "use single quotes, where a backslash is only a backslash"
    return Fault("bad-yaml", "a backslash in double quotes starts a code that YAML does not know", hint, place.at)


def _colon(place: _Place) -> Fault | None:
    if "mapping values are not allowed" not in place.complaint:
        return None
    value = re.match(r"\s*(?:- +)?[\w-]+:\s+(\S.*)$", place.line)
    if value and ": " in value[1] + " ":
        quoted = value[1].replace('"', '\\"')
        hint = f'write it in quotes: "{quoted}"' if len(quoted) <= 60 else "write the text in quotes"  # noqa: PLR2004
        return Fault("bad-yaml", "a colon inside text starts a new field", hint, place.at)
    hint = "fields of one block start in the same column"
    return Fault("bad-yaml", "this line is indented further than the one it belongs with", hint, place.at)


def _reserved(place: _Place) -> Fault | None:
    character = place.text[place.at : place.at + 1]
    if "cannot start any token" not in place.complaint or not character:
        return None
    hint = "write the text in quotes"
    return Fault("bad-yaml", f"text cannot start with `{character}`", hint, place.at)


def _bracket(place: _Place) -> Fault | None:
    wanted = re.search(r"expected ',' or '([]}])'", place.complaint)
    if not wanted and "expected the node content" not in place.complaint:
        return None
    closing = wanted[1] if wanted else "]` or `}"
    if wanted and place.text[place.at : place.at + 1] in ("]", "}"):
        return Fault(
            "bad-yaml", f"`{place.text[place.at]}` closes what `{closing}` should", "pair the brackets", place.at
        )
    hint = f"close it with `{closing}`, or put text that holds brackets or commas in quotes"
    return Fault("bad-yaml", "a bracket is opened and never closed", hint, place.opened)


def _no_colon(place: _Place) -> Fault | None:
    if "could not find expected ':'" not in place.complaint:
        return None
    return Fault("bad-yaml", "a line without `name:`", "write `name: value`, or indent it as text", place.opened)


def _dash(place: _Place) -> Fault | None:
    if "sequence entries are not allowed" not in place.complaint and "did not find expected '-'" not in place.complaint:
        return None
    hint = "start the list on a line of its own, one `- ` a line"
    return Fault("bad-yaml", "a list cannot start here", hint, place.at)


def _indent(place: _Place) -> Fault | None:
    if "expected <block end>" not in place.complaint and "expected '<document start>'" not in place.complaint:
        return None
    if re.search(r"['\"]\s*$", place.text[place.line_start : place.at]):
        hint = "put the whole text in quotes; inside single quotes, write an apostrophe as two: it''s"
        return Fault("bad-yaml", "words after a closing quotation mark", hint, place.at)
    hint = "fields of one block start in the same column"
    return Fault("bad-yaml", "this line does not line up with the block it belongs to", hint, place.at)


_GUESSES: Final[tuple[Callable[[_Place], Fault | None], ...]] = (
    _tab,
    _unclosed_quote,
    _escape,
    _colon,
    _reserved,
    _bracket,
    _no_colon,
    _dash,
    _indent,
)
