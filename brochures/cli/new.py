"""`brochures new`: a clinic's folder, or a list of people, to begin with. Floor 8."""

import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from brochures import shipped
from brochures.cli import terminal
from brochures.errors import BrochureError, Problem
from brochures.model.formats import PAPERS
from brochures.model.themes import THEMES

if TYPE_CHECKING:
    from brochures.making.starting import Answers

_Fault = Callable[[str], Problem | None]


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR", required=False)
@click.option("--people", is_flag=True, help="Write a sample of a people file for `merge`; DIR is its name.")
@click.option("--name", help="The clinic's name, as printed.  [default: made of the folder's name]")
@click.option("--phone", help="The number for every day.  [default: none, a line to write it on is printed]")
@click.option("--color", help="Main colour, for example '#0b5260' or teal.  [default: the theme's]")
@click.option("--theme", type=click.Choice(list(THEMES)), help="Character of the pieces.  [default: clear]")
@click.option("--paper", type=click.Choice(list(PAPERS)), default="letter", show_default=True, help="Paper.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing; take the default of what is not given.")
def command(folder: Path | None, *, people: bool, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Make a clinic's folder DIR that renders at once: name, brand and logo, every further field as a comment.

    Asks for what is not given. Prints the path of each file written; a folder with anything in it is refused.

    With --people, write a sample of a list of people instead, with every column and three rows; people.csv where no
    name is given. A file that is there is never written over.
    """
    if people:
        _write_people(folder or Path("people.csv"), given)
        return
    if folder is None:
        raise click.MissingParameter(param_hint="'DIR'", param_type="argument")
    from brochures.giving.founding import found, refuse_used
    from brochures.making.starting import starting_files

    try:
        refuse_used(folder)
        answers = _answers(folder, given)
        files = starting_files(answers, shipped.templates(), shipped.schemas(), shipped.styles() / "fonts")
        written = found(folder, files)
    except BrochureError as error:
        terminal.stop(error)
    for path in written:
        click.echo(path)
    clinic = shlex.quote(str(folder / "clinic.yaml"))
    click.echo(f"\nNow change what is yours in {clinic}, then:\n\n    brochures render --clinic {clinic}\n", err=True)


def _write_people(target: Path, given: dict[str, Any]) -> None:
    from brochures.giving.once import write_new
    from brochures.reading.peoplesample import sample_people

    named = [f"--{name}" for name in ("name", "phone", "color", "theme") if given[name] is not None]
    if named:
        raise click.UsageError(f"--people goes without {', '.join(named)}: a list of people is no clinic's folder")
    try:
        write_new(sample_people(), target)
    except BrochureError as error:
        terminal.stop(error)
    click.echo(target)
    name = shlex.quote(str(target))
    click.echo(f"\nNow put your people into {name}, then:\n\n    brochures merge {name} SUBJECT -o out\n", err=True)


def _answers(folder: Path, given: dict[str, Any]) -> "Answers":
    """What was given, asked, or taken by default, each looked at as the clinic file would be."""
    from brochures.making import starting

    missing = [f"--{name}" for name in ("name", "phone", "color", "theme") if given[name] is None]
    ask = not given["yes"] and bool(missing)
    if ask and not is_terminal():
        raise click.UsageError(
            f"there is no terminal to ask at: give {', '.join(missing)}; or --yes, which takes the default of each"
        )
    name = _answer("--name", given["name"], "Name of the clinic", _usual_name(folder), starting.fault_of_name, ask=ask)
    phone = _answer("--phone", given["phone"], "Telephone (may be empty)", "", _phone_fault, ask=ask)
    theme: str = given["theme"] or "clear"
    if ask and given["theme"] is None:
        for row in THEMES.values():
            click.echo(f"  {row.label}", err=True)
        theme = click.prompt("Theme", default=theme, type=click.Choice(list(THEMES)), err=True)
    usual = THEMES[theme].primary
    colour = _answer("--color", given["color"], "Main colour", usual, starting.fault_of_colour, ask=ask)
    return starting.Answers(name, phone, starting.as_hex(colour), THEMES[theme].name, given["paper"])


def is_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def _answer(option: str, given: str | None, question: str, usual: str, fault_of: _Fault, *, ask: bool) -> str:  # noqa: PLR0913 - a question is all of these
    """The option's value, or what is answered to the question; asked again until it can be used."""
    if given is None and ask:

        def checked(value: str) -> str:
            fault = fault_of(value.strip())
            if fault:
                raise click.UsageError(_told(fault))
            return value.strip()

        answer: str = click.prompt(question, default=usual, value_proc=checked, err=True, show_default=bool(usual))
        return answer
    value = usual if given is None else given.strip()
    fault = fault_of(value)
    if fault:
        raise click.BadParameter(_told(fault), param_hint=option)
    return value


def _phone_fault(phone: str) -> Problem | None:
    from brochures.making.starting import fault_of_phone

    return fault_of_phone(phone) if phone else None


def _told(fault: Problem) -> str:
    return f"{fault.message}; {fault.hint}" if fault.hint else fault.message


def _usual_name(folder: Path) -> str:
    """A name made of the folder's: `harbor-dermatology` is Harbor Dermatology."""
    words = re.findall(r"[^\W_]+", folder.resolve().name)
    return " ".join(word if word[:1].isupper() else word.capitalize() for word in words)[:60].strip() or "Your Clinic"
