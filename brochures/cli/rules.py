"""`brochures rules`: what is asked of a piece before it is given to a patient. Floor 8."""

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from brochures import pipeline
from brochures.cli import terminal
from brochures.errors import BrochureError

if TYPE_CHECKING:
    from brochures.model.profile import Level
    from brochures.rules.rule import Rule

_NARROWEST, _WIDEST = 60, 110
_HEAD: Final = 35


@click.command("rules")
@click.option("--clinic", type=click.Path(path_type=Path), help="Clinic file: the severities that hold for it.")
@click.option("--profile", metavar="NAME", help="Promotion rules of a place.  [default: the clinic's, else us]")
@click.option("--json", "json_", is_flag=True, help="Print them as JSON.")
def command(clinic: Path | None, profile: str | None, *, json_: bool) -> None:
    """List every rule: id, severity, what it asks for, and whether it can be lowered."""
    from brochures.rules import RULES, levels_for
    from brochures.rules.authorities import AUTHORITIES
    from brochures.rules.rule import CONCERNS

    try:
        sources = pipeline.read(pipeline.Selection(clinic=clinic, profile=profile))
        pipeline.judge(sources, (), terminal.today())
    except BrochureError as error:
        terminal.stop(error)
    levels = levels_for(sources.place, sources.clinic)
    if json_:
        terminal.as_json(
            [
                {
                    "id": rule.id,
                    "concern": rule.concern,
                    "severity": levels[rule.id],
                    "usual_severity": rule.severity,
                    "safety": rule.safety,
                    "asks": rule.asks,
                    "way_out": rule.way_out,
                    "sources": [AUTHORITIES[key]._asdict() for key in rule.authority],
                }
                for rule in RULES.values()
            ]
        )
        return
    for concern, title in CONCERNS.items():
        click.echo(title)
        for rule in RULES.values():
            if rule.concern == concern:
                click.echo("\n".join(_lines(rule, levels[rule.id])))
        click.echo()


def _lines(rule: "Rule", level: "Level") -> list[str]:
    """The rule in a line, or in as many as a narrow terminal needs."""
    width = terminal.width(_NARROWEST, _WIDEST)
    lock = " (safety: cannot be lowered)" if rule.safety else ""
    head = f"  {rule.id:<23} {level:<8} "
    return textwrap.wrap(f"{rule.asks}{lock}", width, initial_indent=head, subsequent_indent=" " * _HEAD)
