"""The command line: thin doors to the pipeline. Each command's module is loaded when it is called. Floor 8."""

import gc
import importlib
from typing import Final

import click

from brochures import __version__

COMMANDS: Final = {
    "list": "Show subjects, formats, papers, editions and languages.",
    "render": "Make PDFs: all subjects in all their formats, or some.",
    "merge": "Make a personal handout for every row of PEOPLE.csv.",
    "check": "Find what is wrong, all at once.",
    "rules": "List every rule: id, severity and what it asks for.",
    "scorecard": "Show how a subject scores by published checklists.",
    "proof": "Draw each sheet as a PNG: trim, folds, panels, safe zones.",
    "diff": "Show what a clinic's own words change, word by word.",
    "status": "Show what is due and what is stale.",
    "cache": "Show what is remembered of earlier runs, or forget it.",
    "inspect": "Say what a PDF claims and what judges find.",
    "doctor": "Say whether this machine can make brochures.",
    "eject": "Copy a template or stylesheet, for a clinic to change.",
    "new": "Make a clinic's folder that renders at once.",
    "schema": "Print the JSON Schema of content.yaml or clinic.yaml.",
}
"""Every command in a line; what it says of itself is longer, and in its own module."""


# Most commands end before there is any garbage: looking for it while modules load is a tenth of their time.
gc.set_threshold(100_000, 20, 20)


class _Lazy(click.Group):
    """Loads a command's module when it is called, and none of them for `--help`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(
            f"brochures.cli.{cmd_name}_command" if cmd_name == "list" else f"brochures.cli.{cmd_name}"
        )
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="brochures")
def main() -> None:
    """Printable patient brochures from one content file, in every clinic's own look."""
