"""`brochures check`: looks at content, clinic and rules, and with `--fit` at the finished pages. Floor 8."""

import json
from datetime import date

import click

from brochures import pipeline
from brochures.cli import terminal
from brochures.cli.options import selected, selection_options, today_option
from brochures.errors import BrochureError, Problem, SourceError


@click.command("check")
@selection_options
@today_option
@click.option("--fit", is_flag=True, help="Also lay every piece out and look at the PDF.")
@click.option("--json", "shape", flag_value="json", help="Print the problems as JSON.")
@click.option("--sarif", "shape", flag_value="sarif", help="Print them as SARIF 2.1.0, for code scanning.")
@click.option("--github", "shape", flag_value="github", help="Print them as annotations of GitHub Actions.")
@click.option("-q", "--quiet", is_flag=True, help="No progress line; errors only.")
def command(*, today: date, fit: bool, shape: str | None, quiet: bool, **values: object) -> None:
    """Find what is wrong, all at once. Writes nothing.

    Exit code 0 when there is no error; warnings alone do not fail.
    """
    selection = selected(values)
    try:
        sources = pipeline.read(selection)
        pieces = pipeline.wanted(sources, selection)
        subjects = tuple(dict.fromkeys(order.subject for order in pieces))
        judged = pipeline.judge(sources, subjects, today)
        told = dict.fromkeys(problem for found in judged.values() for problem in found)
        problems = [*sources.warnings, *told]
        if fit:
            progress = terminal.Progress(quiet=quiet)
            progress.planned(len(pieces))
            for piece in pipeline.make(sources, pieces, today, progress.next):
                progress.done()
                problems += piece.problems
            progress.clear()
    except SourceError as error:
        problems = list(error.problems)
    except BrochureError as error:
        terminal.stop(error)
    errors = sum(problem.severity == "error" for problem in problems)
    shown = [problem for problem in problems if problem.severity == "error" or not quiet]
    if shape:
        _print(shape, shown)
    else:
        terminal.show(shown)
        click.echo(terminal.summary(errors, len(problems) - errors), err=True)
    raise SystemExit(1 if errors else 0)


def _print(shape: str, problems: list[Problem]) -> None:
    """Problems on stdout, in a shape that programs read."""
    from brochures.cli.annotations import github, sarif
    from brochures.rules import RULES

    if shape == "json":
        terminal.as_json([terminal.problem_record(problem) for problem in problems])
    elif shape == "sarif":
        click.echo(json.dumps(sarif(problems, RULES), ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            click.echo(github(problem))
