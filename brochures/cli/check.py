"""`brochures check`: looks at content, clinic and rules, and with `--fit` at the finished pages. Floor 8."""

from datetime import UTC, datetime

import click

from brochures import pipeline
from brochures.cli import terminal
from brochures.cli.options import selected, selection_options
from brochures.errors import BrochureError, SourceError


@click.command("check")
@selection_options
@click.option("--fit", is_flag=True, help="Also lay every piece out and look at the PDF.")
@click.option("--json", "json_", is_flag=True, help="Print the problems as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="No progress line; errors only.")
def command(*, fit: bool, json_: bool, quiet: bool, **values: object) -> None:
    """Find what is wrong, all at once. Writes nothing.

    Exit code 0 when there is no error; warnings alone do not fail.
    """
    selection = selected(values)
    try:
        sources = pipeline.read(selection)
        pieces = pipeline.wanted(sources, selection)
        subjects = tuple(dict.fromkeys(order.subject for order in pieces))
        problems = [*sources.warnings, *pipeline.judge(sources, subjects, datetime.now(UTC).date())]
        if fit:
            progress = terminal.Progress(len(pieces), quiet=quiet)
            for piece in pipeline.make(sources, pieces, progress):
                problems += piece.problems
            progress.clear()
    except SourceError as error:
        problems = list(error.problems)
    except BrochureError as error:
        terminal.stop(error)
    errors = sum(problem.severity == "error" for problem in problems)
    shown = [problem for problem in problems if problem.severity == "error" or not quiet]
    if json_:
        terminal.as_json([terminal.problem_record(problem) for problem in shown])
    else:
        terminal.show(shown)
        click.echo(terminal.summary(errors, len(problems) - errors), err=True)
    raise SystemExit(1 if errors else 0)
