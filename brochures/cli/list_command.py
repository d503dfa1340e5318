"""`brochures list`: what there is to print. Floor 8."""

from pathlib import Path
from typing import Any, get_args

import click

from brochures import pipeline
from brochures.cli import terminal
from brochures.errors import BrochureError
from brochures.model.formats import FORMATS, PAPERS, EditionName, formats_of
from brochures.model.themes import THEMES
from brochures.orders import Selection, kind_of


@click.command("list")
@click.option(
    "--content", type=click.Path(path_type=Path), help="Content file in place of the one that comes with brochures."
)
@click.option("--json", "json_", is_flag=True, help="Print it as JSON.")
def command(content: Path | None, *, json_: bool) -> None:
    """Show subjects, formats, papers, editions and languages."""
    from brochures.reading.promotion import shipped_profiles

    try:
        found = pipeline.read(Selection(content=content)).content.value
    except BrochureError as error:
        terminal.stop(error)
    rows: dict[str, Any] = {
        "subjects": [
            {
                "name": name,
                "kind": kind_of(found, name),
                "title": " ".join(found.subject(name).cover.title),
                "formats": list(formats_of(kind_of(found, name))),
            }
            for name in found.subject_names
        ],
        "formats": [
            {
                "name": row.name,
                "label": row.label,
                "papers": list(row.papers),
                "editions": list(row.editions),
                "print": row.print_note,
            }
            for row in FORMATS.values()
        ],
        "papers": list(PAPERS),
        "editions": list(get_args(EditionName)),
        "languages": sorted({found.subject(name).language for name in found.subject_names}),
        "profiles": list(shipped_profiles()),
        "themes": list(THEMES),
    }
    if json_:
        terminal.as_json([rows])
        return
    for row in rows["subjects"]:
        click.echo(f"{row['name']:<18} {row['title']:<22} {', '.join(row['formats'])}")
    click.echo()
    for row in rows["formats"]:
        click.echo(f"{row['name']:<18} {row['label']:<22} {', '.join(row['papers'])}; print at {row['print']}")
    click.echo()
    for name in ("editions", "languages", "profiles", "themes"):
        click.echo(f"{name:<18} {', '.join(rows[name])}")
