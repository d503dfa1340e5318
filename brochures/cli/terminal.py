"""How problems, progress and records reach the terminal. Floor 8."""

import json
import os
import shutil
import sys
import time
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, NoReturn

import click

from brochures.errors import BrochureError, EngineMissing, Problem, SourceError, WorkersUnusable, format_problem
from brochures.running.progress import Rate

if TYPE_CHECKING:
    from brochures.recalling.pieces import Piece


def show(problems: Iterable[Problem]) -> None:
    """Problems on stderr, each with its place and the way out."""
    for problem in problems:
        click.echo(format_problem(problem), err=True)


def stop(error: BrochureError) -> NoReturn:
    """Shows what stopped the work and leaves with exit code 1."""
    if isinstance(error, SourceError):
        show(error.problems)
        errors = sum(problem.severity == "error" for problem in error.problems)
        click.echo(f"{counted(errors, 'error')}. Nothing was written.", err=True)
    else:
        click.echo(f"brochures: error: {error}", err=True)
        if isinstance(error, (EngineMissing, WorkersUnusable)):
            click.echo(f"     = {error.hint}", err=True)
    raise SystemExit(1)


class Progress:
    """One line on stderr that says how far the work is; silent when quiet or not a terminal, and for one piece."""

    def __init__(self, *, quiet: bool) -> None:
        self._total, self._done, self._name = 0, 0, ""
        self._is_shown = not quiet and sys.stderr.isatty()
        self._rate: Rate | None = None

    @property
    def _live(self) -> bool:
        return self._is_shown and self._total > 1

    def planned(self, total: int) -> None:
        """Says how many pieces there are; the clock runs from now on."""
        self._total, self._rate = total, Rate(total, time.monotonic())

    def next(self, name: str) -> None:
        """Says that the piece of this name is next."""
        self._name = name
        self._show()

    def done(self, count: int = 1) -> None:
        """Says that so many more are done."""
        self._done += count
        self._show()

    def _show(self) -> None:
        if not self._live or self._rate is None:
            return
        pace = self._rate.after(self._done, time.monotonic())
        words = [f"{self._done}/{self._total}"]
        if pace.per_second is not None and pace.seconds_left is not None:
            words += [f"{pace.per_second:.3g} a second", f"{_clock(pace.seconds_left)} left"]
        line = "  ".join((*words, self._name))
        click.echo(f"\r\033[K{line[: width(20, 200, 80) - 1]}", err=True, nl=False)

    def clear(self) -> None:
        """Takes the line away, so that others can be printed."""
        if self._live:
            click.echo("\r\033[K", err=True, nl=False)


def is_coloured() -> bool:
    """Whether colours may be printed: on a terminal that takes them, whose owner did not decline."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width(narrowest: int, widest: int, usual: int | None = None) -> int:
    """Columns to print in: the terminal's, within these bounds; `usual`, else the widest, where there is none."""
    return min(widest, max(narrowest, shutil.get_terminal_size((usual or widest, 24)).columns))


def today() -> date:
    """The day that it is, where the world agrees on it."""
    return datetime.now(UTC).date()


def as_json(rows: list[dict[str, Any]]) -> None:
    """Records on stdout as JSON."""
    click.echo(json.dumps(rows, ensure_ascii=False, indent=2))


def record(piece: "Piece") -> dict[str, Any]:
    """A piece as `--json` prints it."""
    return {
        "path": str(piece.path) if piece.path else None,
        "subject": piece.order.subject,
        "format": piece.order.format,
        "edition": piece.order.edition,
        "paper": piece.order.paper,
        "lang": piece.language,
        "clinic": piece.clinic or None,
        "version": piece.version,
        "draft": piece.is_draft,
        "pages": piece.pages,
        "rung": piece.rung,
        "beside": [str(path) for path in piece.beside],
        "bytes": piece.size,
        "sha256": piece.sha256,
        "kept": piece.is_kept,
        "problems": [problem_record(problem) for problem in piece.problems],
    }


def problem_record(problem: Problem) -> dict[str, Any]:
    """A problem as `--json` prints it."""
    spot = problem.spot
    box = [spot.left_mm, spot.top_mm, spot.width_mm, spot.height_mm] if spot else []
    return {
        "code": problem.code,
        "severity": problem.severity,
        "place": problem.place(),
        "spot": {"page": spot.page, "panel": spot.panel, "box_mm": box} if spot else None,
        "message": problem.message,
        "hint": problem.hint,
    }


def _clock(seconds: float) -> str:
    """`0:07`, `1:02:30`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def counted(number: int, noun: str) -> str:
    """`1 row`, `2 rows`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def summary(errors: int, warnings: int) -> str:
    """`2 errors, 1 warning`."""
    return f"{counted(errors, 'error')}, {counted(warnings, 'warning')}"
