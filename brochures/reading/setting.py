"""Values given beside a file, `--set clinic.phone=…`, laid into its data before anything is checked. Floor 2.

So every check and every message is the file's own, with the option's text as the place.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, Literal, NamedTuple, get_origin

from pydantic import BaseModel

from brochures.errors import Mark, Problem, SourceError
from brochures.model.clinic import Clinic
from brochures.model.content import Content
from brochures.reading.events import Node
from brochures.reading.fields import branches_at
from brochures.reading.locks import locked_texts
from brochures.reading.source import Part, Source, parse_value
from brochures.reading.textfile import Lines
from brochures.reading.wording import label

Root = Literal["clinic", "content"]

_MODELS: Final[dict[Root, type[BaseModel]]] = {"clinic": Clinic, "content": Content}
_NUMBER: Final = re.compile(r"(?:0|[1-9][0-9]{0,3})\Z")


class _Step(NamedTuple):
    """One part of a path, and the index of its first character in the option's text."""

    part: Part
    at: int


class _NoWayError(ValueError):
    """A path that the data cannot be walked along."""

    def __init__(self, message: str, hint: str, at: int) -> None:
        self.hint, self.at = hint, at
        super().__init__(message)


def settings_for(root: Root, settings: Iterable[str]) -> tuple[str, ...]:
    """Those of the settings that speak of `root`."""
    return tuple(setting for setting in settings if setting.startswith(f"{root}."))


def nothing_yet() -> Source:
    """The source of a clinic that is made of settings alone."""
    return Source(Lines("--set", ""), {}, Node(0, 0, {}))


def with_settings(source: Source, root: Root, settings: Iterable[str]) -> Source:
    """The source with each `root.path=value` laid over it, in order; entries of a list count from 0.

    Where the model takes text, the value is text as it stands, and quotation marks round all of it are taken
    away; elsewhere it is read as YAML: a number, true or false, `[a list]`, `{name: value}`.

    Raises:
        SourceError: paths that lead nowhere, values that are no YAML, and changes of locked safety text.
    """
    problems: list[Problem] = []
    for setting in settings_for(root, settings):
        try:
            source = _set(source, root, setting)
        except SourceError as error:
            problems += error.problems
    if problems:
        raise SourceError(problems)
    return source


def _set(source: Source, root: Root, setting: str) -> Source:
    path, _, _ = setting.partition("=")
    lines = Lines(f"--set {path}=…", setting)
    try:
        steps = list(_steps(source.root, path))
    except _NoWayError as error:
        raise SourceError([Problem("no-such-entry", str(error), error.hint, lines.mark(error.at))]) from error
    leaf = _leaf(lines, len(path) + 1, branches_at(_MODELS[root], tuple(step.part for step in steps)))
    changed = _laid(source.root, steps, leaf, lines)
    if not isinstance(changed.value, dict):
        raise TypeError("a path has at least one part")
    if root == "content":
        _refuse_locked(source.data, changed.value, lines.mark(steps[-1].at))
    return replace(source, data=changed.value, root=changed)


def _steps(root: Node, path: str) -> Iterator[_Step]:
    """The parts of a path after its root, numbers where a list stands or begins."""
    node: Node | None = root
    words = path.split(".")
    at = len(words[0]) + 1
    for index, word in enumerate(words[1:], 1):
        before = ".".join(words[:index])
        value = node.value if node else None
        if isinstance(value, list) or (value is None and _NUMBER.match(word)):
            part: Part = _entry(word, before, len(value) if isinstance(value, list) else 0, at)
        elif value is None or isinstance(value, dict):
            part = word
        else:
            hint = f"change it in {value}" if isinstance(value, str) and value.endswith((".yml", ".yaml")) else ""
            raise _NoWayError(f"`{before}` is one value here, and has no `{word}` in it", hint, at)
        yield _Step(part, at)
        node = node.children.get(part) if node else None
        at += len(word) + 1


def _entry(word: str, before: str, count: int, at: int) -> int:
    hint = f"its entries count from 0; `{before}.{count}` adds one"
    if not _NUMBER.match(word):
        raise _NoWayError(f"`{before}` is a list; `{word}` is none of its entries", hint, at)
    if int(word) > count:
        have = f"{count} {'entry' if count == 1 else 'entries'}"
        raise _NoWayError(f"`{before}` has {have}; there is no entry {word}", hint, at)
    return int(word)


def _leaf(lines: Lines, start: int, branches: list[object]) -> Node:
    """The value from `start` on as what the model takes.

    Raises:
        SourceError: no text is taken there, and the value is no YAML.
    """
    written = lines.text[start:]
    as_text = Node(start, len(lines.text), written, lines=lines)
    others = [branch for branch in branches if not _is_text(branch) and branch is not type(None)]
    takes_text = len(others) < len([branch for branch in branches if branch is not type(None)]) or not branches
    opening = written.lstrip()[:1]
    if takes_text and opening not in ('"', "'") and not (others and opening in ("{", "[")):
        return as_text
    node, problems = parse_value(lines, start)
    is_whole = not problems and node is not None
    if takes_text and not (is_whole and (others or isinstance(node and node.value, str))):
        return as_text
    if problems or node is None:
        raise SourceError(problems)
    node.lines = lines
    return node


def _is_text(branch: object) -> bool:
    return branch is str or get_origin(branch) is Literal


def _laid(node: Node | None, steps: list[_Step], leaf: Node, lines: Lines) -> Node:
    """`node` with `leaf` at the end of `steps`, what is missing on the way made anew; `node` stays as it is."""
    if not steps:
        return leaf
    part, at = steps[0]
    if node is None or node.value is None:
        node = Node(leaf.start, leaf.end, [] if isinstance(part, int) else {}, lines=lines)
    child = _laid(node.children.get(part), steps[1:], leaf, lines)
    children = {**node.children, part: child}
    is_list = isinstance(node.value, list)
    value = [entry.value for entry in children.values()] if is_list else {k: n.value for k, n in children.items()}
    return replace(node, value=value, children=children, key_starts={**node.key_starts, part: at})


def _refuse_locked(before: dict[str, object], after: dict[str, object], mark: Mark) -> None:
    """Raises when the change touches safety text.

    Raises:
        SourceError: it does.
    """
    old, new = dict(locked_texts(before)), dict(locked_texts(after))
    for loc in (*old, *(loc for loc in new if loc not in old)):
        if loc not in new or loc not in old or old[loc] != new[loc]:
            owner = loc[1] if len(loc) > len(("topics", "botox")) else loc[0]
            message = f"{label(loc)} of `{owner}` is safety text, which no option changes"
            hint = "change it in the content file, where it can be reviewed; `add_to` in clinic.yaml may add to it"
            raise SourceError([Problem("locked-text", message, hint, mark)])
