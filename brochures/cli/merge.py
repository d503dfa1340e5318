"""`brochures merge`: one brochure, filled in for every row of a people file. Floor 8."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from brochures.cli import terminal
from brochures.cli.options import selected, selection_options, today_option
from brochures.cli.ways import way_of, way_options
from brochures.errors import BrochureError, Problem
from brochures.model.merging import FIELDS, FieldName

if TYPE_CHECKING:
    from brochures.pipeline.asking import Merged

_FILE: Final = click.Path(path_type=Path)
_MOST_ROWS: Final = 20
"""How many rows are named in a line; `--json` has all."""


def _headings(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[FieldName, str]:
    """`FIELD=HEADING` pairs as a table."""
    found: dict[FieldName, str] = {}
    for value in values:
        name, sign, heading = value.partition("=")
        field = next((known for known in FIELDS if known == name.strip()), None)
        if not sign or not heading.strip() or field is None:
            hint = f"write FIELD=HEADING; the fields are {', '.join(FIELDS)}"
            raise click.BadParameter(f"`{value}`: {hint}", context, parameter)
        found[field] = heading.strip()
    return found


@click.command("merge")
@click.argument("people", type=_FILE, metavar="PEOPLE.csv")
@selection_options
@today_option
@click.option("-o", "--out", type=_FILE, required=True, help="Folder to write to.")
@click.option("--one-file", is_flag=True, help="One PDF with all pieces in the order of the rows, for a print shop.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=HEADING",
    callback=_headings,
    help="The heading of a field that is not called as usual; may be given again.",
)
@click.option(
    "--id-column",
    default="",
    metavar="HEADING",
    help="A column that is safe to name files after: everyone may read it.  [default: names are chance]",
)
@click.option("--map", "map_file", type=_FILE, help="Write which file is of which row to this file; keep it safe.")
@click.option("--resume", "is_resumed", is_flag=True, help="Go on with a merge that was interrupted.")
@way_options
@click.option("--json", "json_", is_flag=True, help="Print a record of the merge as JSON, and no paths.")
@click.option("-q", "--quiet", is_flag=True, help="No progress line and no warnings.")
def command(  # noqa: PLR0913 - one parameter for each option
    people: Path,
    out: Path,
    *,
    today: date,
    one_file: bool,
    columns: dict[FieldName, str],
    id_column: str,
    map_file: Path | None,
    is_resumed: bool,
    json_: bool,
    quiet: bool,
    **values: object,
) -> None:
    """Make a personal handout for every row of PEOPLE.csv (or .jsonl) from one SUBJECT.

    Each is a file of its own under a name that tells nothing. What lies there right already is left as it is.
    Rows that cannot be printed are listed in failed.csv by number, column and reason; the others are made,
    and the exit code is 1. `brochures new --people` writes a sample.
    """
    from dataclasses import replace

    from brochures.pipeline.asking import Merge, MergeListener
    from brochures.pipeline.merging import merge

    way = way_of(values)
    selection = replace(selected(values), personal=True)
    if len(selection.subjects) != 1:
        raise click.UsageError("name one SUBJECT after the people file")
    progress = terminal.Progress(quiet=quiet)

    def notice(problems: "Iterable[Problem]") -> None:
        progress.clear()
        terminal.show(problem for problem in problems if problem.severity == "error" or not quiet)

    def written(paths: Sequence[str]) -> None:
        if paths and not json_:
            click.echo("\n".join(paths))

    listener = MergeListener(notice, progress.planned, progress.done, written)
    asked = Merge(people, selection, out, columns, id_column, map_file, is_resumed=is_resumed, is_ordered=one_file)
    try:
        merged = merge(asked, today, way, listener)
    except BrochureError as error:
        progress.clear()
        terminal.stop(error)
    progress.clear()
    if json_:
        terminal.as_json([_record(merged)])
    else:
        _tell(merged, quiet=quiet)
    if merged.failed:
        raise SystemExit(1)


def _tell(merged: "Merged", *, quiet: bool) -> None:
    """What came of it, in words; with `quiet` only what went wrong."""
    lines = []
    if not quiet:
        before = f", {merged.kept} of them from before" if merged.kept else ""
        lines.append(f"{merged.made + merged.kept} of {terminal.counted(merged.total, 'handout')} made{before}")
        lines += _rows(merged.shrunk, "set in smaller type")
        lines += _rows(merged.rendered, "laid out by itself", "laid out by themselves")
        if merged.stale:
            files = terminal.counted(merged.stale, "file")
            lines.append(f"{files} of earlier merges left as they are: of rows that are gone or changed")
    if merged.failed:
        reasons = ", ".join(f"{code} {count}" for code, count in sorted(merged.failed.items()))
        rows = terminal.counted(sum(merged.failed.values()), "row")
        lines.append(f"{rows} refused ({reasons}): see {merged.failed_file}")
    for line in lines:
        click.echo(line, err=True)


def _rows(rows: dict[int, tuple[str, ...]], one: str, many: str = "") -> list[str]:
    if not rows:
        return []
    named = [f"{number} ({', '.join(why)})" for number, why in list(rows.items())[:_MOST_ROWS]]
    more = f" and {len(rows) - _MOST_ROWS} more" if len(rows) > _MOST_ROWS else ""
    return [f"{one if len(rows) == 1 else many or one}: row {', '.join(named)}{more}"]


def _record(merged: "Merged") -> dict[str, object]:
    return {
        "subject": merged.base.piece.order.subject,
        "format": merged.base.piece.order.format,
        "version": merged.base.piece.version,
        "rows": merged.total,
        "made": merged.made,
        "kept": merged.kept,
        "shrunk": {str(row): list(slots) for row, slots in merged.shrunk.items()},
        "rendered": {str(row): list(reasons) for row, reasons in merged.rendered.items()},
        "failed": merged.failed,
        "failed_file": str(merged.failed_file) if merged.failed_file else None,
        "stale": merged.stale,
    }
