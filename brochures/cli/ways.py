"""The options that say how work is done: by how many workers, anew or not, on which machines. Floor 8."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from brochures.cli import terminal
from brochures.errors import Problem

if TYPE_CHECKING:
    from brochures.pipeline import Way

_Command = TypeVar("_Command", bound=Callable[..., Any])
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


def way_options(command: _Command) -> _Command:
    """`--jobs`, `--fresh`, `--cluster` and the files that prove who is who on it."""
    options = (
        click.option(
            "--jobs", type=click.IntRange(1, 256), help="Worker processes; 1 makes all in this one.  [default: cores]"
        ),
        click.option("--fresh", is_flag=True, help="Make everything anew, whatever is remembered."),
        click.option(
            "--cluster",
            metavar="ADDRESS",
            default="",
            help="Scheduler of other machines that do the work: tcp://host:8786, or tls://host:8786.",
        ),
        click.option("--cluster-ca", type=_FILE, help="Certificate of whoever vouches for the machines of a tls://."),
        click.option("--cluster-cert", type=_FILE, help="Our own certificate for a tls://."),
        click.option("--cluster-key", type=_FILE, help="The key of our own certificate."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _warn_if_open(address: str) -> None:
    from brochures.running.cluster import Cluster

    if Cluster(address).is_exposed:
        message = f"what is sent to {address} can be read, and changed, by whoever is on that network"
        hint = "use tls:// and certificates of your own: docs/scale.md has the commands"
        terminal.show([Problem("open-cluster", message, hint, severity="warning")])


def way_of(values: dict[str, Any]) -> "Way":
    """The Way of a command's values, which are taken out of them."""
    from brochures.pipeline.ways import Way

    tls = tuple(values.pop(f"cluster_{name}") for name in ("ca", "cert", "key"))
    address = values.pop("cluster")
    if any(tls) and not (all(tls) and address.startswith("tls://")):
        raise click.UsageError("a tls:// cluster wants --cluster-ca, --cluster-cert and --cluster-key, all three")
    if address:
        _warn_if_open(address)
    return Way(values.pop("jobs") or 0, is_fresh=values.pop("fresh"), cluster=address, tls=tls if all(tls) else ())
