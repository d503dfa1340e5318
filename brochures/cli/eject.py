"""`brochures eject`: a template or stylesheet of ours, copied to a clinic's folder to be changed. Floor 8."""

from pathlib import Path

import click

from brochures.cli import terminal
from brochures.errors import BrochureError

_PATH = click.Path(path_type=Path)


@click.command("eject")
@click.argument("name", required=False)
@click.option("--clinic", type=_PATH, help="Clinic file: the copy goes beside it.")
@click.option("-o", "--out", type=_PATH, help="Folder for the copy, in place of the clinic's.")
@click.option("--force", is_flag=True, help="Write over a copy that is there already.")
def command(name: str | None, clinic: Path | None, out: Path | None, *, force: bool) -> None:
    """Copy the template or stylesheet NAME, so that a clinic can change it; without NAME, list them.

    The copy is used in place of ours whenever the clinic's pieces are made. Safety text cannot be changed or
    hidden with it: a piece that does not show it is withheld.
    """
    from brochures.giving.ejection import eject, ejectables

    try:
        if name is None:
            files = ejectables()
            width = max(len(file.name) for file in files)
            for file in files:
                click.echo(f"{file.name:<{width}}  {file.about}")
            return
        if clinic and out:
            raise click.UsageError("give --clinic or -o, not both: they say the same")
        if not (clinic or out):
            raise click.UsageError("say where to: --clinic FILE puts the copy beside the clinic file, -o DIR elsewhere")
        if clinic and not clinic.is_file():
            raise click.BadParameter(f"there is no file {clinic}", param_hint="--clinic")
        click.echo(eject(name, out or (clinic.parent if clinic else Path()), force=force))
    except BrochureError as error:
        terminal.stop(error)
