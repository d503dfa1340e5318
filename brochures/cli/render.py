"""`brochures render`: makes pieces and writes them. Floor 8."""

from datetime import UTC, datetime
from pathlib import Path

import click

from brochures import pipeline
from brochures.cli import terminal
from brochures.cli.options import selected, selection_options
from brochures.errors import BrochureError


@click.command("render")
@selection_options
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default="dist", show_default=True, help="Folder to write to."
)
@click.option("--json", "json_", is_flag=True, help="Print a record of each piece as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="No progress line and no warnings.")
def command(out: Path, *, json_: bool, quiet: bool, **values: object) -> None:
    """Make PDFs: all subjects in all their formats, or those that you name.

    Prints the path of each file written. A piece with problems is withheld and named; the others are
    written, and the exit code is 1.
    """
    selection = selected(values)
    try:
        sources = pipeline.read(selection)
        wanted = pipeline.orders(sources, selection)
        subjects = tuple(dict.fromkeys(order.subject for order in wanted))
        noticed = (*sources.warnings, *pipeline.judge(sources, subjects, datetime.now(UTC).date()))
        if not quiet:
            terminal.show(noticed)
        progress = terminal.Progress(len(wanted), quiet=quiet)
        pieces = []
        for made in pipeline.make(sources, wanted, progress):
            piece = pipeline.give(made, out)
            progress.clear()
            terminal.show(piece.problems)
            pieces.append(piece)
            if piece.path and not json_:
                click.echo(piece.path)
    except BrochureError as error:
        terminal.stop(error)
    if json_:
        terminal.as_json([terminal.record(piece) for piece in pieces])
    withheld = [piece.name for piece in pieces if not piece.path]
    if withheld:
        click.echo(f"{len(pieces) - len(withheld)} of {len(pieces)} written; withheld: {', '.join(withheld)}", err=True)
        if selection.formats or any(problem.severity == "error" for piece in pieces for problem in piece.problems):
            raise SystemExit(1)
