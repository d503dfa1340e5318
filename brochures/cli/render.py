"""`brochures render`: makes pieces and writes them. Floor 8."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from brochures import pipeline
from brochures.cli import terminal
from brochures.cli.options import selected, selection_options, today_option
from brochures.errors import BrochureError
from brochures.orders import Selection


@click.command("render")
@selection_options
@today_option
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default="dist", show_default=True, help="Folder to write to."
)
@click.option("--json", "json_", is_flag=True, help="Print a record of each piece as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="No progress line and no warnings.")
@click.option("--watch", is_flag=True, help="Make them anew whenever a file they are made of is saved, until Ctrl-C.")
def command(out: Path, *, today: date, json_: bool, quiet: bool, watch: bool, **values: object) -> None:
    """Make PDFs: all subjects in all their formats, or those that you name.

    Prints the path of each file written. A piece with problems is withheld and named; the others are
    written, and the exit code is 1.
    """
    selection = selected(values)
    if watch:
        _watch(selection, out, today, json_=json_, quiet=quiet)
        return
    try:
        pieces = _made(selection, out, today, quiet=quiet, names=not json_)
    except BrochureError as error:
        terminal.stop(error)
    if json_:
        terminal.as_json([terminal.record(piece) for piece in pieces])
    withheld = [piece.name for piece in pieces if not piece.path]
    if withheld:
        click.echo(f"{len(pieces) - len(withheld)} of {len(pieces)} written; withheld: {', '.join(withheld)}", err=True)
        named = selection.formats and not selection.all_formats
        if named or any(problem.severity == "error" for piece in pieces for problem in piece.problems):
            raise SystemExit(1)


def _made(  # noqa: PLR0913 - what to make, where, and how to tell it
    selection: Selection, out: Path, today: date, *, quiet: bool, names: bool, going: Callable[[], bool] = lambda: True
) -> list[pipeline.Piece]:
    """Makes and writes each piece in turn, as long as it may go on; `names` prints the path of each."""
    sources = pipeline.read(selection)
    ordered = pipeline.wanted(sources, selection)
    subjects = tuple(dict.fromkeys(order.subject for order in ordered))
    judged = pipeline.judge(sources, subjects, today)
    noticed = (*sources.warnings, *(problem for found in judged.values() for problem in found))
    terminal.show(problem for problem in noticed if problem.severity == "error" or not quiet)
    progress = terminal.Progress(len(ordered), quiet=quiet)
    pieces = []
    for made in pipeline.make(sources, ordered, today, progress, judged):
        piece = pipeline.give(made, out)
        progress.clear()
        new = [problem for problem in piece.problems if problem not in noticed]
        terminal.show(problem for problem in new if problem.severity == "error" or not quiet)
        pieces.append(piece)
        if piece.path and names:
            for path in (piece.path, *piece.beside):
                click.echo(path)
        if not going():
            break
    return pieces


def _watch(selection: Selection, out: Path, today: date, *, json_: bool, quiet: bool) -> None:
    """Paths and warnings are told once; after that each build is one line."""
    from brochures.cli.watching import keep_building, watched_by

    if json_:
        raise click.UsageError("--watch tells people what happens, and --json programs: choose one of them")
    told: list[pipeline.Piece] = []

    def build(going: Callable[[], bool]) -> list[pipeline.Piece]:
        pieces = _made(selection, out, today, quiet=quiet or bool(told), names=not told, going=going)
        told.extend(pieces)
        return pieces

    keep_building(build, watched_by(selection, out))
