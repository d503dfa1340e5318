"""A YAML file as plain data that knows the place of every value. The only home of ruamel.yaml. Floor 2.

YAML 1.2 core schema: `12:30`, `no` and `2026-11-22` are text. What a careful author never needs is
refused: anchors, tags, several documents, duplicate keys, deep nesting.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from brochures.errors import Mark, Problem, SourceError
from brochures.reading.events import Builder, Fault, Node
from brochures.reading.quickly import quick_root
from brochures.reading.textfile import Lines, read_text

T = TypeVar("T")
Part = str | int
Loc = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file's data and where each value stands; `lines` is its text, named as the user named it."""

    lines: Lines = field(repr=False)
    data: dict[str, object]
    root: Node = field(repr=False)

    def mark_of(self, loc: Loc, *, key: bool = False) -> Mark:
        """The place of the value at `loc`, or of its key; parts that the file does not have are skipped."""
        node, key_at, lines = self._walk(loc)
        return lines.mark(key_at if key and key_at is not None else node.start)

    def mark_within(self, loc: Loc, fragment: str) -> Mark:
        """The place of `fragment` inside the text at `loc`; the text's own place when it is folded across lines."""
        node, _, lines = self._walk(loc)
        found = lines.text.find(fragment, node.start, node.end) if fragment else -1
        return lines.mark(found if found >= 0 else node.start)

    def written(self, loc: Loc) -> str:
        """The value at `loc` as its author wrote it."""
        node, _, lines = self._walk(loc)
        return lines.text[node.start : node.end].strip()

    def real_loc(self, loc: Loc) -> Loc:
        """`loc` without the parts that the file does not have."""
        return tuple(part for part, found in _steps(self.root, loc) if found is not None)

    def _walk(self, loc: Loc) -> tuple[Node, int | None, Lines]:
        """The node at `loc`, the index of its key, and the text that both stand in."""
        node, key_at, lines = self.root, None, self.lines
        for part, found in _steps(self.root, loc):
            if found is not None:
                key_at = node.key_starts.get(part)
                node, lines = found, found.lines or lines
        return node, key_at, lines


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A checked value together with the file it came from, so that later rules can point at lines."""

    value: T
    source: Source
    warnings: tuple[Problem, ...] = ()

    def locate(self, *loc: Part) -> Mark:
        """The place of the value at `loc` in the file."""
        return self.source.mark_of(loc)


def read_yaml(path: Path) -> Source:
    """The file's data and places; numbers and words only as YAML 1.2 reads them.

    Raises:
        SourceError: the file cannot be read, is not the YAML we take, or is not a mapping.
    """
    return parse(str(path), read_text(path))


def parse(name: str, text: str) -> Source:
    """As `read_yaml`, for text already at hand; `name` stands for the file in every place.

    Raises:
        SourceError: the text is not the YAML we take, or is not a mapping.
    """
    lines = Lines(name, text)
    quick = quick_root(lines)
    if quick is not None and isinstance(quick.value, dict):
        return Source(lines, quick.value, quick)
    builder = Builder(lines)
    problems = [_problem(fault, lines) for fault in (*syntax_faults(builder, text), *builder.faults)]
    root = builder.root
    if not problems and (root is None or root.value is None):
        problems.append(Problem("empty-file", "the file holds nothing", "is it the right file?", Mark(name)))
    elif not problems and root is not None and not isinstance(root.value, dict):
        message = "the file must be fields with values, one `name: value` a line"
        hint = "a space belongs after each colon" if isinstance(root.value, str) else "remove the mark in front"
        problems.append(Problem("not-a-mapping", message, hint, lines.mark(root.start)))
    if problems or root is None or not isinstance(root.value, dict):
        raise SourceError(problems)
    return Source(lines, root.value, root)


def parse_value(lines: Lines, start: int) -> tuple[Node | None, list[Problem]]:
    """The one value that stands in `lines` from the character at `start` on, and what is wrong with it."""
    builder = Builder(lines)
    # Blanks in front keep every place what it is in the whole text.
    text = " " * start + lines.text[start:]
    problems = [_problem(fault, lines) for fault in (*syntax_faults(builder, text), *builder.faults)]
    return builder.root, problems


def syntax_faults(builder: Builder, text: str) -> list[Fault]:
    """Gives the file to `builder` and answers with the fault that stopped it, if any."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    from brochures.reading.mistakes import explain

    events = YAML(typ="safe", pure=True).parse(text)
    reached = 0
    while True:
        try:
            event = next(events)
        except StopIteration:
            return []
        except MarkedYAMLError as error:
            at, opened = error.problem_mark, error.context_mark or error.problem_mark
            return [explain(error.problem or "", text, at.index if at else 0, opened.index if opened else 0)]
        except (YAMLError, ValueError, ArithmeticError, LookupError, AttributeError, TypeError):
            # The scanner stumbles over some broken escapes and directives without saying where.
            return [Fault("bad-yaml", "the file is not YAML from here on", "look at the lines that follow", reached)]
        reached = event.end_mark.index
        if not builder.take(event):
            return []


def _problem(fault: Fault, lines: Lines) -> Problem:
    return Problem(fault.code, fault.message, fault.hint, lines.mark(fault.at))


def _steps(root: Node, loc: Loc) -> Iterator[tuple[Part, Node | None]]:
    """Each part of `loc` with the node it leads to, or None for a part that the tree does not have."""
    node = root
    for part in loc:
        found = node.children.get(part)
        yield part, found
        node = found or node
