"""`brochures status`: what is due, who has approved what, and what is stale in the racks. Floor 8."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from brochures import pipeline
from brochures.cli import terminal
from brochures.cli.options import today_option
from brochures.errors import BrochureError

if TYPE_CHECKING:
    from brochures.giving.racks import Printed
    from brochures.giving.standing import Standing
    from brochures.model.profile import Profile

_FILE = click.Path(path_type=Path)
_HEADS = ("subject", "version", "easy", "checked", "review by", "", "approval")


@click.command("status")
@click.argument("subjects", nargs=-1, metavar="[SUBJECT]...")
@click.option("--content", type=_FILE, help="Content file in place of the one that comes with brochures.")
@click.option("--clinic", type=_FILE, help="Clinic file: its words are part of every version.")
@click.option("--profile", metavar="NAME", help="Promotion rules of a place, or a profile's file.")
@click.option(
    "--printed",
    multiple=True,
    metavar="TEXT|FILE",
    help="What lies in the racks: a printed version, what a QR code says, a list of them (.txt, .csv), or a PDF; "
    "may be given again.",
)
@today_option
@click.option("--json", "json_", is_flag=True, help="Print it as JSON.")
def command(  # noqa: PLR0913, PLR0917 - one for each option
    subjects: tuple[str, ...],
    content: Path | None,
    clinic: Path | None,
    profile: str | None,
    printed: tuple[str, ...],
    today: date,
    *,
    json_: bool,
) -> None:
    """Show what is due and what is stale, for every subject or for those that you name.

    Exit code 1 when a review is overdue, an approval is of words that have changed, or a printed piece is not of
    today's words.
    """
    from brochures.giving.racks import in_racks
    from brochures.giving.standing import months_to, standings
    from brochures.making.compose.versions import every_version

    selection = pipeline.Selection(subjects=subjects, content=content, clinic=clinic, profile=profile)
    try:
        sources = pipeline.read(selection)
        known = sources.base.value.subject_names
        names = tuple(dict.fromkeys(o.subject for o in pipeline.wanted(sources, selection))) if subjects else known
        read, look, photos = sources.base.value, sources.look, sources.photos
        versions = every_version(read, known, sources.clinic, look, photos, sources.place)
        rows = standings(read, names, versions, sources.clinic, today)
        found = [piece for given in printed for piece in in_racks(given, versions)]
    except BrochureError as error:
        terminal.stop(error)
    place = sources.place
    if json_:
        terminal.as_json([_record(rows, place, found, today)])
    else:
        click.echo("\n".join(_lines(rows, place, found, today)))
        if any(piece.state == "stale" for piece in found) and not clinic:
            click.echo("A clinic's pieces have versions of their own: name its file with --clinic.", err=True)
    in_order = all(row.is_in_order for row in rows) and all(piece.is_in_order for piece in found)
    in_order = in_order and months_to(place.review_by, today) >= 0
    raise SystemExit(0 if in_order else 1)


def _record(rows: "tuple[Standing, ...]", place: "Profile", found: "list[Printed]", today: date) -> dict[str, Any]:
    from brochures.giving.standing import months_to

    return {
        "today": today.isoformat(),
        "subjects": [
            {
                **asdict(row),
                "is_overdue": row.is_overdue,
                "approval": row.approval.model_dump() if row.approval else None,
            }
            for row in rows
        ],
        "place": {
            "name": place.name,
            "title": place.title,
            "checked": place.checked,
            "review_by": place.review_by,
            "months": months_to(place.review_by, today),
        },
        "printed": [asdict(piece) for piece in found],
    }


def _lines(rows: "tuple[Standing, ...]", place: "Profile", found: "list[Printed]", today: date) -> Iterator[str]:
    from brochures.giving.standing import months_to

    table = [_HEADS, *(_cells(row) for row in rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(_HEADS))]
    for row in table:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True) if width).rstrip()
    yield ""
    due = _due(months_to(place.review_by, today))
    yield f"{place.title}: rules read {place.checked}, review by {place.review_by}, {due}"
    if found:
        yield ""
        yield from (_told(piece) for piece in found)


def _cells(row: "Standing") -> tuple[str, ...]:
    version = row.version or "not given here"
    return row.subject, version, row.easy, row.sources_checked, row.review_by, _due(row.months), _approval(row)


def _due(months: int) -> str:
    if months < 0:
        return "OVERDUE"
    return "due this month" if months == 0 else f"due in {months} month{'' if months == 1 else 's'}"


def _approval(row: "Standing") -> str:
    one = row.approval
    if one is None:
        return "not approved"
    who = f"{one.date}, {f'{one.name}, {one.role}' if one.name else one.role}"
    if row.approved == "stale":
        return f"STALE: {who}, of {one.version}"
    return f"{who} (an invented example)" if row.approved == "example" else who


def _told(piece: "Printed") -> str:
    what = f"{piece.subject} {piece.version}".strip()
    where = f" ({piece.given})" if what and piece.given != what else ""
    if piece.state == "unknown":
        return f"UNKNOWN  {what or piece.given}{where}: " + (
            "no subject here has had this name or version" if what else "there is no version id in it"
        )
    if piece.state == "stale":
        today = f"the words have changed; they are now {piece.today}" if piece.today else "it may not be given here"
        return f"STALE    {what}{where}: {today}"
    return f"current  {what}{where}" + (", the easy wording" if piece.state == "easy" else "")
