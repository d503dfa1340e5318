"""The command line: thin doors to the pipeline. Each command's module is loaded when it is called. Floor 8."""

import importlib

import click

from brochures import __version__

_COMMANDS = (
    "list",
    "render",
    "check",
    "rules",
    "scorecard",
    "proof",
    "diff",
    "status",
    "inspect",
    "doctor",
    "eject",
    "new",
    "schema",
)


class _Lazy(click.Group):
    """Loads a command's module by name, so that `--help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(
            f"brochures.cli.{cmd_name}_command" if cmd_name == "list" else f"brochures.cli.{cmd_name}"
        )
        command: click.Command = module.command
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="brochures")
def main() -> None:
    """Printable patient brochures from one content file, in every clinic's own look."""
