"""`brochures inspect`: what any PDF claims, holds, and keeps of its claims. Floor 8."""

from pathlib import Path

import click

from brochures.cli import reporting, terminal


@click.command("inspect")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE.pdf...")
@click.option("--json", "json_", is_flag=True, help="Print it as JSON.")
def command(files: tuple[Path, ...], *, json_: bool) -> None:
    """Say what a PDF claims and what judges find: standards, pages, fonts, colours, contrast, tags, links.

    Any PDF will do. Exit code 1 when a standard that a file claims is broken, or a file cannot be read.
    """
    reports = [reporting.report(path) for path in files]
    if json_:
        terminal.as_json([report.record() for report in reports])
    else:
        click.echo("\n\n".join("\n".join(reporting.lines(report)) for report in reports))
    raise SystemExit(0 if all(report.passes for report in reports) else 1)
