"""What can go wrong, as data. Floor 0.

BrochureError                 ours; the command line answers with exit 1
├── SourceError               content.yaml or clinic.yaml cannot be used     (problems)
├── StyleFault                our own templates, styles or fonts are broken  (message)
├── EngineMissing             the paper engine cannot be loaded here         (message, hint)
├── WorkersUnusable           nobody is there to do the work                 (message, hint)
└── DeliveryError             a finished file could not be written           (path)

A `Problem` is anything wrong in what was given, with its place and the way out.
Anything that is not a BrochureError is a bug of ours and keeps its traceback.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

Severity = Literal["error", "warning"]

_SHORT_HINT: Final = 60
_WIDE: Final = 100
_WORD: Final = re.compile(r"\"[^\"]*\"?|'[^']*'?|[^\s,:\]}]+")


@dataclass(frozen=True, order=True, slots=True)
class Mark:
    """A place in a file: name as the user gave it, line and column from 1, and the line's text."""

    file: str
    line: int = 0
    column: int = 0
    text: str = ""


@dataclass(frozen=True, order=True, slots=True)
class Spot:
    """A place on paper: page from 1, the panel's name, and a box in millimetres from the trim's top left."""

    page: int
    panel: str
    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float

    def words(self) -> str:
        """The place as it is told: `page 2, panel inside-3: 197 mm from the left, 40 mm from the top`."""
        page = f"page {self.page}"
        panel = self.panel.removeprefix(page).lstrip(", ")
        where = f"{self.left_mm:.0f} mm from the left, {self.top_mm:.0f} mm from the top"
        return f"{page}, {panel}: {where}" if panel else f"{page}: {where}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a stable code, what, where, and what to do about it.

    `mark` is the place in a file; `piece` names the printed thing (`botox-trifold-letter`)
    when the fault is on paper and not in a line, and `spot` is where on its pages.
    """

    code: str
    message: str
    hint: str = ""
    mark: Mark | None = None
    piece: str = ""
    severity: Severity = "error"
    spot: Spot | None = None

    def place(self) -> str:
        """The place as editors understand it: `file:line:column`, `file`, or the piece's name."""
        if self.mark is None:
            return self.piece or "brochures"
        if not self.mark.line:
            return self.mark.file
        return f"{self.mark.file}:{self.mark.line}:{self.mark.column}"


def format_problem(problem: Problem) -> str:
    """The problem as it is shown: place, code and message; the line with what is meant; what to do.

    Characters that would act on a terminal are shown, not sent.
    """
    lines = [_shown(f"{problem.place()}: {problem.severity}[{problem.code}]: {problem.message}")]
    mark, hint = problem.mark, _shown(problem.hint)
    has_line = mark is not None and mark.line > 0 and bool(mark.text.strip())
    if mark is not None and has_line:
        text, column = _clipped(mark.text, mark.column)
        lines.append(f"{mark.line:4} | {_shown(text)}")
        is_short = len(hint) <= _SHORT_HINT
        lines.append(f"     | {_pad(text[:column])}{_carets(text[column:])} {hint if is_short else ''}".rstrip())
        hint = "" if is_short else hint
    if problem.spot:
        lines.append(_shown(f"     @ {problem.spot.words()}"))
    if hint:
        lines.append(f"     = {hint}")
    return "\n".join(lines)


class BrochureError(Exception):
    """Anything we foresee that stops the work."""


class SourceError(BrochureError):
    """Content or clinic file that cannot be used; `problems` holds all that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=_by_place))
        super().__init__("\n".join(f"{p.place()}: {p.code}: {p.message}" for p in self.problems))

    def __reduce__(self) -> tuple[type["SourceError"], tuple[tuple[Problem, ...]]]:
        """Comes back from a worker as it was."""
        return type(self), (self.problems,)


class StyleFault(BrochureError):
    """A template, stylesheet or font of ours that the engine would not take."""


class EngineMissing(BrochureError):
    """The paper engine or one of its system libraries is not on this machine."""

    def __init__(self, message: str, hint: str) -> None:
        self.hint = hint
        super().__init__(message)

    def __reduce__(self) -> tuple[type["EngineMissing"], tuple[str, str]]:
        """Comes back from a worker as it was."""
        return type(self), (str(self), self.hint)


class WorkersUnusable(BrochureError):
    """The processes or machines that were to do the work cannot be reached, or do not live to do it."""

    def __init__(self, message: str, hint: str) -> None:
        self.hint = hint
        super().__init__(message)


class DeliveryError(BrochureError):
    """A finished file could not be written."""


def _by_place(problem: Problem) -> tuple[Mark, str]:
    return (problem.mark or Mark("")), problem.code


def _clipped(text: str, column: int) -> tuple[str, int]:
    """The part of a long line round its column (from 1), and the index of the column in that part."""
    start = 0 if column <= _WIDE * 3 // 4 else column - _WIDE // 2
    head, tail = "…" if start else "", "…" if len(text) > start + _WIDE else ""
    return f"{head}{text[start : start + _WIDE].rstrip()}{tail}", column - 1 - start + len(head)


def _pad(before: str) -> str:
    """Blanks as wide as `before` on a terminal."""
    return "".join("  " if unicodedata.east_asian_width(c) in "WF" else " " for c in before)


def _carets(rest: str) -> str:
    word = _WORD.match(rest)
    return "^" * min(len(word[0]) if word else 1, _WIDE)


def _shown(text: str) -> str:
    return "".join(c if c.isprintable() else " " if c in "\t\n" else "\ufffd" for c in text)
