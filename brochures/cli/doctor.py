"""`brochures doctor`: is this machine able? Shows what `machine` found. Floor 8."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from brochures.machine import Finding, Report

GROUPS = ("python", "packages", "libraries", "engine", "fonts", "surroundings")


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Everything found, as JSON.")
@click.pass_context
def command(context: click.Context, *, as_json: bool) -> None:
    """Say whether this machine can make brochures, and the one command that mends it."""
    from brochures.machine import examine

    report = examine()
    if as_json:
        click.echo(json.dumps({"able": report.able, **asdict(report)}, indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_lines(report)))
    context.exit(0 if report.able else 1)


def _lines(report: "Report") -> Iterator[str]:
    """The report as a table, the verdict last, where the eye is."""
    for group in GROUPS:
        findings: tuple[Finding, ...] = getattr(report, group)
        width = max((len(finding.name) for finding in findings), default=0)
        yield group.capitalize()
        for finding in findings:
            yield f"  {_sign(finding)} {finding.name:<{width}}  {finding.found}"
    yield ""
    if report.able:
        yield "This machine can make brochures."
    else:
        yield "This machine cannot make brochures yet. This mends it:"
        yield ""
        yield f"    {report.command}"


def _sign(finding: "Finding") -> str:
    """How a finding reads at a glance, in signs that every terminal has."""
    if finding.ok:
        return "ok "
    return "NO " if finding.needed else "?  "
