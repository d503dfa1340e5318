"""How problems, progress and records reach the terminal. Floor 8."""

import json
import os
import shutil
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any, NoReturn

import click

from brochures.errors import BrochureError, EngineMissing, Problem, SourceError, format_problem
from brochures.pipeline import Piece


def show(problems: Iterable[Problem]) -> None:
    """Problems on stderr, each with its place and the way out."""
    for problem in problems:
        click.echo(format_problem(problem), err=True)


def stop(error: BrochureError) -> NoReturn:
    """Shows what stopped the work and leaves with exit code 1."""
    if isinstance(error, SourceError):
        show(error.problems)
        errors = sum(problem.severity == "error" for problem in error.problems)
        click.echo(f"{_count(errors, 'error')}. Nothing was written.", err=True)
    else:
        click.echo(f"brochures: error: {error}", err=True)
        if isinstance(error, EngineMissing):
            click.echo(f"     = {error.hint}", err=True)
    raise SystemExit(1)


class Progress:
    """One line on stderr that says which piece is being made; silent when quiet or not a terminal."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total, self._done = total, 0
        self._live = not quiet and sys.stderr.isatty() and total > 1

    def __call__(self, name: str) -> None:
        """Says that the piece of this name is next."""
        self._done += 1
        if self._live:
            click.echo(f"\r\033[K{self._done}/{self._total}  {name}", err=True, nl=False)

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


def record(piece: Piece) -> dict[str, Any]:
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
        "bytes": len(piece.pdf),
        "sha256": piece.sha256,
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


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def summary(errors: int, warnings: int) -> str:
    """`2 errors, 1 warning`."""
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"
