"""`brochures proof`: pictures of pieces with folds, safe zones, frames and problems drawn in. Floor 8."""

from datetime import date
from pathlib import Path

import click

from brochures import pipeline
from brochures.cli import terminal
from brochures.cli.options import selected, selection_options, today_option
from brochures.errors import BrochureError


@click.command("proof")
@selection_options
@today_option
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default="dist", show_default=True, help="Folder to write to."
)
@click.option("--json", "json_", is_flag=True, help="Print a record of each piece as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="No progress line.")
def command(out: Path, *, today: date, json_: bool, quiet: bool, **values: object) -> None:
    """Draw each sheet as a PNG: trim, folds, panels, safe zones, frames, and every problem with its number.

    Also draws what would be withheld. Prints the path of each picture; exit code 1 when a piece has problems.
    """
    selection = selected(values)
    proofs = []
    try:
        sources = pipeline.read(selection)
        ordered = pipeline.wanted(sources, selection)
        progress = terminal.Progress(quiet=quiet)
        progress.planned(len(ordered))
        for made in pipeline.prove(sources, ordered, today, progress.next):
            progress.done()
            proof = pipeline.give_proof(made, out)
            progress.clear()
            proofs.append(proof)
            if not json_:
                _tell(proof)
    except BrochureError as error:
        terminal.stop(error)
    if json_:
        terminal.as_json([_record(proof) for proof in proofs])
    raise SystemExit(1 if any(proof.problems for proof in proofs) else 0)


def _tell(proof: pipeline.Proof) -> None:
    terminal.show(proof.problems)
    if not proof.paths:
        click.echo(f"{proof.name}: there are no pages to draw, as it could not be laid out", err=True)
    for path in proof.paths:
        click.echo(path)


def _record(proof: pipeline.Proof) -> dict[str, object]:
    return {
        "piece": proof.name,
        "paths": [str(path) for path in proof.paths],
        "problems": [terminal.problem_record(problem) for problem in proof.problems],
    }
