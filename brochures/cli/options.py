"""The selection options that commands share, and how they become a Selection. Floor 8."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from brochures.cli import terminal
from brochures.model.formats import FORMATS, PAPERS
from brochures.model.themes import THEMES
from brochures.orders import Selection

_Command = TypeVar("_Command", bound=Callable[..., Any])
_FILE = click.Path(path_type=Path)
_SETTING: Final = re.compile(r"(?:clinic|content)(?:\.[^.=\s]+)+=")


def selection_options(command: _Command) -> _Command:
    """Subjects as arguments, then content, clinic, format, paper and edition."""
    options = (
        click.argument("subjects", nargs=-1, metavar="[SUBJECT]..."),
        click.option("--content", type=_FILE, help="Content file in place of the one that comes with brochures."),
        click.option("--clinic", type=_FILE, help="Clinic file: name, contacts and brand."),
        click.option(
            "--format",
            "formats",
            type=click.Choice(["all", *FORMATS]),
            multiple=True,
            help="Format; may be given again; `all` for each that the subject has.  "
            "[default: the clinic's, else the tri-fold and the sheet of the kind]",
        ),
        click.option(
            "--paper",
            "papers",
            type=click.Choice(list(PAPERS)),
            multiple=True,
            help="Paper; may be given again.  [default: the clinic's, else letter]",
        ),
        click.option(
            "--edition",
            "editions",
            type=click.Choice(["print", "press", "screen"]),
            multiple=True,
            help="`print` for an office printer, `press` for a print shop, `screen` for mail and download; "
            "may be given again.  [default: print, or the only one that a format has]",
        ),
        click.option(
            "--set",
            "sets",
            multiple=True,
            metavar="PATH=VALUE",
            callback=_well_formed,
            help="One value in place of the file's, for example `clinic.phone=(555) 010-0199` or "
            "`clinic.locations.0.name=North Side`; may be given again.",
        ),
        click.option(
            "--theme",
            type=click.Choice(list(THEMES)),
            default=None,
            help="Character of the pieces.  [default: the clinic's, else clear]",
        ),
        click.option(
            "--profile",
            metavar="NAME",
            help="Promotion rules of a place, or a profile's file.  [default: the clinic's, else us]",
        ),
        click.option("--easy", is_flag=True, help="The easier wording of every part that has one."),
        click.option(
            "--large-print",
            is_flag=True,
            help="Type of 16 pt or more, in one column, for formats that have it.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def today_option(command: _Command) -> _Command:
    """`--today`: the day that dates of review are judged by."""
    return click.option(
        "--today",
        type=click.DateTime(["%Y-%m-%d"]),
        callback=lambda _context, _parameter, given: given.date() if given else terminal.today(),
        help="The day that dates of review are judged by.  [default: today]",
    )(command)


def _well_formed(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The values as they are, if each begins with a path."""
    for value in values:
        if not _SETTING.match(value):
            hint = "write it like clinic.phone=VALUE; a path begins with clinic. or content."
            raise click.BadParameter(f"`{value}` is not PATH=VALUE: {hint}", context, parameter)
    return values


def selected(values: dict[str, Any]) -> Selection:
    """The Selection of a command's values."""
    names = ("subjects", "formats", "papers", "editions")
    chosen: dict[str, Any] = {name: tuple(dict.fromkeys(values[name])) for name in names}
    if "all" in chosen["formats"]:
        chosen["formats"] = tuple(FORMATS)
    return Selection(
        **chosen,
        content=values["content"],
        clinic=values["clinic"],
        theme=values["theme"],
        profile=values["profile"],
        easy=values["easy"],
        large_print=values["large_print"],
        personal=values.get("personal", False),
        sets=values["sets"],
    )
