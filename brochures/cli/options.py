"""The selection options that commands share, and how they become a Selection. Floor 8."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from brochures.model.formats import FORMATS, PAPERS
from brochures.pipeline import Selection

_Command = TypeVar("_Command", bound=Callable[..., Any])
_FILE = click.Path(path_type=Path)


def selection_options(command: _Command) -> _Command:
    """Subjects as arguments, then content, clinic, format, paper and edition."""
    options = (
        click.argument("subjects", nargs=-1, metavar="[SUBJECT]..."),
        click.option("--content", type=_FILE, help="Content file in place of the one that comes with brochures."),
        click.option("--clinic", type=_FILE, help="Clinic file: name, contacts and brand."),
        click.option(
            "--format",
            "formats",
            type=click.Choice(list(FORMATS)),
            multiple=True,
            help="Format; may be given again.  [default: all that the subject has]",
        ),
        click.option(
            "--paper",
            "papers",
            type=click.Choice(list(PAPERS)),
            multiple=True,
            default=("letter",),
            show_default=True,
            help="Paper; may be given again.",
        ),
        click.option(
            "--edition",
            "editions",
            type=click.Choice(["print", "screen"]),
            multiple=True,
            default=("print",),
            show_default=True,
            help="`print` for an office printer, `screen` for mail and download.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def selected(values: dict[str, Any]) -> Selection:
    """The Selection of a command's values."""
    names = ("subjects", "formats", "papers", "editions")
    return Selection(
        **{name: tuple(dict.fromkeys(values[name])) for name in names},
        content=values["content"],
        clinic=values["clinic"],
    )
