"""`brochures render`: makes pieces and writes them. Floor 8."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brochures.cli import terminal
from brochures.cli.options import selected, selection_options, today_option
from brochures.cli.ways import way_of, way_options
from brochures.errors import BrochureError, Problem
from brochures.orders import Selection

if TYPE_CHECKING:
    from brochures.pipeline import Piece, Way


@click.command("render")
@selection_options
@today_option
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default="dist", show_default=True, help="Folder to write to."
)
@click.option("--personal", is_flag=True, help="With lines to write on for what is a patient's own.")
@way_options
@click.option("--json", "json_", is_flag=True, help="Print a record of each piece as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="No progress line and no warnings.")
@click.option("--watch", is_flag=True, help="Make them anew whenever a file they are made of is saved, until Ctrl-C.")
def command(out: Path, *, today: date, json_: bool, quiet: bool, watch: bool, **values: object) -> None:
    """Make PDFs: all subjects in all their formats, or those that you name.

    Prints the path of each file. What lies there already, made from the very same, is left as it is. A piece
    with problems is withheld and named; the others are written, and the exit code is 1.
    """
    selection, way = selected(values), way_of(values)
    if watch:
        _watch(selection, out, today, way, json_=json_, quiet=quiet)
        return
    try:
        pieces = _made(selection, out, today, way, quiet=quiet, names=not json_)
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
    selection: Selection,
    out: Path,
    today: date,
    way: "Way",
    *,
    quiet: bool,
    names: bool,
    going: Callable[[], bool] = lambda: True,
) -> "list[Piece]":
    """Makes and writes each piece in turn, as long as it may go on; `names` prints the path of each."""
    from brochures.pipeline import Listener, run

    noticed: list[Problem] = []
    progress = terminal.Progress(quiet=quiet)

    def tell(problems: "list[Problem]") -> None:
        progress.clear()
        terminal.show(problem for problem in problems if problem.severity == "error" or not quiet)

    def notice(problems: "Iterable[Problem]") -> None:
        noticed.extend(problems)
        tell(noticed)

    def done(piece: "Piece") -> None:
        progress.done()
        tell([problem for problem in piece.problems if problem not in noticed])
        if piece.path and names:
            for path in (piece.path, *piece.beside):
                click.echo(path)

    listener = Listener(noticed=notice, planned=progress.planned, next=progress.next, done=done, going=going)
    pieces = list(run(selection, out, today, way, listener))
    kept = sum(piece.is_kept for piece in pieces)
    if kept and not quiet:
        told = "were" if kept > 1 else "was"
        click.echo(f"{kept} of {len(pieces)} {told} right already; --fresh makes all anew", err=True)
    return pieces


def _watch(  # noqa: PLR0913 - what to make, where, and how to tell it
    selection: Selection, out: Path, today: date, way: "Way", *, json_: bool, quiet: bool
) -> None:
    """Paths and warnings are told once; after that each build is one line."""
    from brochures.cli.watching import keep_building, watched_by

    if json_:
        raise click.UsageError("--watch tells people what happens, and --json programs: choose one of them")
    told: list[Piece] = []

    def build(going: Callable[[], bool]) -> "list[Piece]":
        pieces = _made(selection, out, today, way, quiet=quiet or bool(told), names=not told, going=going)
        told.extend(pieces)
        return pieces

    keep_building(build, watched_by(selection, out))
