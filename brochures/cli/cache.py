"""`brochures cache`: what is remembered, and how to forget it. Floor 8."""

import click

from brochures.cli import terminal
from brochures.giving.store import KINDS, Kind, usual_store

_ABOUT: dict[Kind, str] = {
    "runs": "what came of whole runs",
    "fits": "pieces that were fitted",
    "programs": "brochures compiled for handouts",
    "fonts": "weights cut from variable fonts",
    "templates": "templates that were compiled",
}
_STEP = 1000


@click.command("cache")
@click.option(
    "--clear",
    "kinds",
    type=click.Choice(["all", *KINDS]),
    multiple=True,
    help="Forget all of it, or one kind; may be given again.",
)
@click.option("--json", "json_", is_flag=True, help="Print it as JSON.")
def command(*, kinds: tuple[str, ...], json_: bool) -> None:
    """Show what is remembered of earlier runs, and where; or forget it.

    What is forgotten is made anew the next time. Set BROCHURES_CACHE to keep it in another folder. It holds no
    patient's data.
    """
    store = usual_store()
    if kinds:
        store.clear(KINDS if "all" in kinds else tuple(kind for kind in KINDS if kind in kinds))
    kept = store.kept()
    if json_:
        rows: dict[str, object] = {row.kind: {"entries": row.entries, "bytes": row.size} for row in kept}
        terminal.as_json([{"folder": str(store.folder), **rows}])
        return
    click.echo(store.folder)
    for row in kept:
        click.echo(f"  {row.entries:6}  {_size(row.size):>9}  {_ABOUT[row.kind]} ({row.kind})")


def _size(size: int) -> str:
    """`0 B`, `12.3 kB`, `4.56 MB`."""
    value = float(size)
    for unit in ("B", "kB", "MB"):
        if value < _STEP:
            return f"{value:.3g} {unit}"
        value /= _STEP
    return f"{value:.3g} GB"
