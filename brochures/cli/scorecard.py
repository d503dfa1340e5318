"""`brochures scorecard`: what PEMAT-P, the CDC's index and IPDAS say of one subject. Floor 8."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brochures import pipeline, shipped
from brochures.cli import terminal
from brochures.cli.options import today_option
from brochures.errors import BrochureError
from brochures.giving.delivery import deliver
from brochures.model.formats import PAPERS, SheetName
from brochures.model.themes import THEMES, ThemeName

if TYPE_CHECKING:
    from brochures.model.brochure import Brochure
    from brochures.rules.instruments.score import Scorecard

_FILE = click.Path(path_type=Path)


@click.command("scorecard")
@click.argument("subject")
@click.option("--content", type=_FILE, help="Content file in place of the one that comes with brochures.")
@click.option("--clinic", type=_FILE, help="Clinic file: its words, its place and its brand.")
@click.option("--profile", metavar="NAME", help="Promotion rules of a place.  [default: the clinic's, else us]")
@click.option("--easy", is_flag=True, help="The easier wording of every part that has one.")
@click.option("--theme", type=click.Choice(list(THEMES)), help="Character of the page.  [default: the clinic's]")
@click.option("--paper", type=click.Choice(list(PAPERS)), help="Paper of the page.  [default: the clinic's]")
@click.option("--review", type=_FILE, help="What people found.  [default: review.yaml beside the clinic file]")
@today_option
@click.option("--pdf", type=_FILE, help="Also write it as one page to print and sign.")
@click.option("--json", "json_", is_flag=True, help="Print it as JSON.")
def command(  # noqa: PLR0913 - what click hands over
    subject: str,
    *,
    content: Path | None,
    clinic: Path | None,
    profile: str | None,
    easy: bool,
    theme: ThemeName | None,
    paper: SheetName | None,
    review: Path | None,
    today: date,
    pdf: Path | None,
    json_: bool,
) -> None:
    """Show how one subject scores by PEMAT-P, the CDC Clear Communication Index and, for comparisons, IPDAS.

    Each item is decided by machine, found by machine and confirmed by a person, or decided by a person.
    What people found stands in a review file.  Exit code 0 whatever the scores are: `check` is what refuses.
    """
    selection = pipeline.Selection(
        subjects=(subject,), content=content, clinic=clinic, profile=profile, easy=easy, theme=theme
    )
    try:
        sources = pipeline.read(selection)
        pipeline.wanted(sources, selection)
        card, brochure, doubts = pipeline.score(sources, subject, today, review)
        terminal.show((*sources.warnings, *doubts))
        if pdf:
            chosen = paper or (brochure.clinic.paper if brochure.clinic else "letter")
            _write(card, brochure, chosen, clinic.parent if clinic else None, pdf)
    except BrochureError as error:
        terminal.stop(error)
    if json_:
        from brochures.cli.scoring import record

        click.echo(json.dumps(record(card), ensure_ascii=False, indent=2))
    else:
        from brochures.cli.scoring import lines

        click.echo("\n".join(lines(card, is_coloured=terminal.is_coloured())))


def _write(card: "Scorecard", brochure: "Brochure", paper: SheetName, folder: Path | None, target: Path) -> None:
    from brochures.making.scoring import scorecard_pdf

    deliver(scorecard_pdf(card, brochure, paper, shipped.styles(), shipped.templates(), folder), target)
    click.echo(f"{target} is the page to print and sign.", err=True)
