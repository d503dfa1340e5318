"""The tree built from YAML's events, with a refusal for each thing we do not take. Floor 2.

Built here and not by the library's composer: depth is known before anything nests, so no file can
exhaust the stack, and scalars are resolved by the YAML 1.2 core schema alone
(https://yaml.org/spec/1.2.2/#103-core-schema).
"""

import math
import re
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from brochures.reading.textfile import Lines

MAX_DEPTH: Final = 40

_NULL: Final = re.compile(r"(?:~|null|Null|NULL|)\Z")
_TRUE: Final = re.compile(r"(?:true|True|TRUE)\Z")
_FALSE: Final = re.compile(r"(?:false|False|FALSE)\Z")
_INT: Final = re.compile(r"[-+]?[0-9]+\Z")
_OTHER_BASE: Final = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_NOT_FINITE: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")
_HIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MAX_DIGITS: Final = 18

Scalar = str | int | float | bool | None
Event = Any
"""An event of either parser: their classes have the same names and fields, and no common type."""


class Fault(NamedTuple):
    """Something refused: its code, what, what to do, and the index of the character where it stands."""

    code: str
    message: str
    hint: str
    at: int


@dataclass(slots=True)
class Node:
    """One value with its extent in the text; `children` by key or by index, `key_starts` by key.

    `lines` is the text of a value that did not come from the file; what hangs below it stands there too.
    """

    start: int
    end: int
    value: object = None
    children: dict[str | int, "Node"] = field(default_factory=dict)
    key_starts: dict[str | int, int] = field(default_factory=dict)
    lines: Lines | None = None


class _RefusedError(ValueError):
    """A scalar that is no value we take."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        self.code = code
        self.hint = hint
        super().__init__(message)


class _NumberError(_RefusedError):
    """A number that cannot be printed."""

    def __init__(self, message: str) -> None:
        super().__init__("bad-number", message, "write it in quotes if it is text")


class Builder:
    """Takes one document's events in order; `root` and `faults` are what came of them."""

    def __init__(self, lines: Lines) -> None:
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self._lines = lines
        self._open: list[Node] = []
        self._keys: list[tuple[str, int] | None] = []
        self._documents = 0

    def take(self, event: Event) -> bool:
        """Whether to go on after `event`: False once the rest of the file means nothing."""
        kind = type(event).__name__
        if kind == "ScalarEvent":
            self._refuse_marks(event)
            self._scalar(event)
        elif kind in {"MappingStartEvent", "SequenceStartEvent"}:
            self._refuse_marks(event)
            return self._collection(event, {} if kind == "MappingStartEvent" else [])
        elif kind in {"MappingEndEvent", "SequenceEndEvent"}:
            self._close(event)
        elif kind == "AliasEvent":
            self._refuse("no-anchors", "a `*name` alias is not taken here", "write the words out again", event)
            self._place(Node(*_extent(event)))
        elif kind == "DocumentStartEvent":
            return self._document(event)
        return True

    def _document(self, event: Event) -> bool:
        self._documents += 1
        if self._documents > 1:
            hint = "remove the line `---`; one file holds one document"
            self._refuse("one-document", "a second document begins here", hint, event)
            return False
        if event.tags or event.version not in (None, (1, 2)):
            self._refuse("no-directives", "a `%` line at the top is not taken here", "remove it", event, at=0)
        return True

    def _refuse_marks(self, event: Event) -> None:
        if event.anchor is not None:
            hint = "write the words out again where they are needed"
            self._refuse("no-anchors", f"an anchor `&{event.anchor}` is not taken here", hint, event)
        if _tag(event) not in {"", "!"}:
            self._refuse("no-tags", "a `!` tag is not taken here", "remove the word that begins with `!`", event)

    def _collection(self, event: Event, value: dict[str, object] | list[object]) -> bool:
        node = Node(*_extent(event), value=value)
        if self._awaits_key():
            self._refuse("key-not-text", "a field's name must be a word", "", event)
            return False
        self._place(node)
        self._open.append(node)
        self._keys.append(None)
        if len(self._open) > MAX_DEPTH:
            hint = "look for brackets or braces that are never closed"
            self._refuse("too-deep", f"more than {MAX_DEPTH} levels, one inside the other", hint, event)
            return False
        return True

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._keys[-1] is None

    def _scalar(self, event: Event) -> None:
        node = Node(*_extent(event))
        try:
            node.value = _resolve(event)
        except _RefusedError as error:
            self._refuse(error.code, str(error), error.hint, event)
        if self._awaits_key():
            self._key(event, node)
        else:
            self._place(node)

    def _key(self, event: Event, node: Node) -> None:
        if not event.style and event.value == "<<":
            self._refuse("no-anchors", "`<<` merging is not taken here", "write the fields out", event)
        elif not isinstance(node.value, str):
            written = self._lines.text[node.start : node.end] or "nothing"
            hint = f'write it in quotes: "{event.value}"'
            self._refuse("key-not-text", f"a field's name must be a word, not {written}", hint, event)
        owner = self._open[-1]
        if event.value in owner.children:
            first = self._lines.number(owner.key_starts[event.value])
            hint = f"the first stands on line {first}; keep one"
            self._refuse("duplicate-key", f"the field `{event.value}` is given twice", hint, event)
        self._keys[-1] = (event.value, node.start)

    def _place(self, node: Node) -> None:
        """Hang `node` where the open collection awaits it."""
        if not self._open:
            self.root = node
            return
        owner, key = self._open[-1], self._keys[-1]
        if isinstance(owner.value, list):
            owner.children[len(owner.value)] = node
            owner.value.append(node.value)
        elif isinstance(owner.value, dict) and key is not None:
            name, start = key
            owner.children[name], owner.key_starts[name] = node, start
            owner.value[name] = node.value
            self._keys[-1] = None

    def _close(self, event: Event) -> None:
        self._keys.pop()
        self._open.pop().end = _extent(event)[1]

    def _refuse(self, code: str, message: str, hint: str, event: Event, *, at: int | None = None) -> None:
        self.faults.append(Fault(code, message, hint, _extent(event)[0] if at is None else at))


def _extent(event: Event) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


def _tag(event: Event) -> str:
    return "" if event.tag is None else str(event.tag)


def _resolve(event: Event) -> Scalar:
    """The value of a scalar: quoted and block scalars are text, plain ones follow the core schema."""
    text = str(event.value)
    hidden = _HIDDEN.search(text)
    if hidden:
        message = f"the text holds a character that cannot be printed (U+{ord(hidden[0]):04X})"
        raise _RefusedError("control-character", message, "remove its escape code")
    if event.style or _tag(event):
        return text
    for pattern, value in ((_NULL, None), (_TRUE, True), (_FALSE, False)):
        if pattern.match(text):
            return value
    return _number(text)


def _number(text: str) -> str | int | float:
    if _NOT_FINITE.match(text):
        raise _NumberError(f"{text} is not a number that can be printed")
    whole, other = _INT.match(text), _OTHER_BASE.match(text)
    if (whole or other or _FLOAT.match(text)) and len(text) > _MAX_DIGITS:
        raise _NumberError("this number has too many digits")
    if whole:
        return int(text)
    if other:
        return int(text, 0)
    if not _FLOAT.match(text):
        return text
    value = float(text)
    if math.isinf(value):
        raise _NumberError(f"{text} is not a number that can be printed")
    return value
