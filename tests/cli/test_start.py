"""What the program loads before it has anything to do: it must answer at once."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from brochures.cli import COMMANDS, main
from tests.loading import ROOT, loaded_by

HEAVY = {"pydantic", "ruamel", "yaml", "coloraide", "markdown_it", "PIL", "fontpkg", "jinja2", "weasyprint", "pikepdf"}


def test_help_tells_every_command_in_a_line() -> None:
    """Their modules are not loaded for it, so each must be there, and no line may be broken."""
    told = CliRunner().invoke(main, ["--help"], terminal_width=80).stdout.partition("Commands:")[2].split("\n")

    assert [line.split()[0] for line in told if line.strip()] == list(COMMANDS)
    assert [name for name in COMMANDS if not CliRunner().invoke(main, [name, "--help"]).stdout] == []


@pytest.mark.parametrize("words", [["--help"], ["render", "--help"], ["--version"]], ids=" ".join)
def test_help_loads_no_models_and_no_readers(words: list[str]) -> None:
    """Building the models alone takes longer than a person should wait for help."""
    loaded = loaded_by(*words)

    assert "click" in loaded
    assert loaded & HEAVY == set()


def test_what_is_asked_for_is_known_without_models() -> None:
    """Orders, formats and themes say whether there is anything to do before the content is read."""
    program = (
        "import sys, brochures.orders, brochures.pipeline, brochures.model.formats, brochures.model.themes, "
        "brochures.model.merging; print(*{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)

    assert {*done.stdout.split()} & HEAVY == set()


def test_the_house_look_is_made_without_the_library_of_colours() -> None:
    """The shades of every theme are plain arithmetic; words for colours are only in clinics' files."""
    program = (
        "import sys; from brochures import pipeline; pipeline.read(pipeline.Selection()); "
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)

    assert {*done.stdout.split()} & {"coloraide", "fontpkg", "PIL", "ruamel"} == set()
