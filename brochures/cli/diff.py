"""`brochures diff`: what a clinic's own words change, and the version that is signed. Floor 8."""

import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brochures import pipeline, shipped
from brochures.cli import terminal
from brochures.errors import BrochureError
from brochures.giving.delivery import deliver

if TYPE_CHECKING:
    from brochures.making.compose.signing import Sheet, Shown
    from brochures.model.differences import Change

_FILE = click.Path(path_type=Path)
_SIGNS = {"removed": ("[-", "-]"), "added": ("{+", "+}"), "same": ("", "")}


@click.command("diff")
@click.argument("subjects", nargs=-1, metavar="[SUBJECT]...")
@click.option("--clinic", type=_FILE, required=True, help="Clinic file whose words are compared.")
@click.option("--content", type=_FILE, help="Content file in place of the one that comes with brochures.")
@click.option("--html", type=_FILE, help="Also write a page to read, print and sign.")
@click.option("--json", "json_", is_flag=True, help="Print it as JSON.")
def command(subjects: tuple[str, ...], clinic: Path, content: Path | None, html: Path | None, *, json_: bool) -> None:
    """Show what a clinic's own words change, word by word, and the version to approve.

    Words taken out stand in [-these-] signs, words put in in {+these+}; on a terminal they are coloured.
    """
    from brochures.making.compose.signing import sheets
    from brochures.making.compose.versions import current_versions

    selection = pipeline.Selection(subjects=subjects, content=content, clinic=clinic)
    today = terminal.today()
    try:
        sources = pipeline.read(selection)
        terminal.show(sources.warnings)
        wanted = tuple(dict.fromkeys(order.subject for order in pipeline.wanted(sources, selection)))
        if sources.clinic is None:
            raise TypeError("a clinic file was read, and no clinic came of it")
        own = sources.content.value
        versions = current_versions(own, wanted, sources.clinic, sources.look, sources.photos, sources.place)
        found = sheets(sources.base.value, own, sources.clinic, wanted, versions, sources.place)
        if html:
            _write(found, sources.clinic.name, today, html)
    except BrochureError as error:
        terminal.stop(error)
    if json_:
        terminal.as_json([{**asdict(sheet), **_dumped(sheet)} for sheet in found])
    else:
        is_coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        click.echo("\n\n".join("\n".join(_lines(sheet, today, is_coloured=is_coloured)) for sheet in found))


def _write(found: "tuple[Sheet, ...]", clinic: str, today: date, target: Path) -> None:
    from brochures.making.signoff import signoff_html

    page = signoff_html(found, clinic, today, shipped.templates())
    deliver(page.encode(), target)
    click.echo(f"{target} is the page to read and sign.", err=True)


def _dumped(sheet: "Sheet") -> dict[str, object]:
    """What of a sheet is no dataclass, and whether it has been signed."""
    return {
        "is_approved": sheet.is_approved,
        "photos": [photo.model_dump() for photo in sheet.photos],
        "approvals": [approval.model_dump() for approval in sheet.approvals],
    }


def _lines(sheet: "Sheet", today: date, *, is_coloured: bool) -> Iterator[str]:
    """One subject: what is changed, what is added beside it, what is locked, and what to write to approve it."""
    yield f"{sheet.title} ({sheet.subject}), version {sheet.version or 'that cannot be printed yet'}"
    if sheet.also:
        yield f"  Its version also counts the words of {' and '.join(sheet.also)}, which you have changed."
    if not sheet.changes:
        yield "  Nothing is changed: these are the words of the content."
    for change in sheet.changes:
        yield ""
        yield from _change(change, is_coloured=is_coloured)
    if sheet.advice:
        yield from ("", "  Your own advice")
        yield from (f"    {label}: {text}" for label, text in sheet.advice)
    if sheet.photos:
        yield from ("", "  Your photographs")
        yield from (f"    {photo.file}: {photo.alt} (consent {photo.consent})" for photo in sheet.photos)
    yield from ("", f"  Locked, to be added to only: {'; '.join(label for label, _ in sheet.locked)}")
    yield from _approval(sheet, today)


def _change(change: "Shown", *, is_coloured: bool) -> Iterator[str]:
    """One part: its name and what was done, the hash of its base, then its words."""
    yield f"  {change.label} ({change.part}): {', '.join(change.kinds)}{'; safety text' if change.is_locked else ''}"
    if change.is_stale:
        yield f"    STALE: written for {change.pinned}, and the content is now {change.base}"
        yield f'    Read both again, then write base: "{change.base}"'
    elif change.base and not change.pinned and {"replaced", "hidden"} & set(change.kinds):
        yield f'    base: "{change.base}"'
    if change.title:
        yield f"    {_words(change.title, is_coloured=is_coloured)}"
    yield from (f"    {_words(text, is_coloured=is_coloured)}" for text in change.texts)


def _words(changes: "tuple[Change, ...]", *, is_coloured: bool) -> str:
    if is_coloured:
        return " ".join(_coloured(change) for change in changes)
    return " ".join(f"{_SIGNS[kind][0]}{words}{_SIGNS[kind][1]}" for kind, words in changes)


def _coloured(change: "Change") -> str:
    if change.kind == "removed":
        return click.style(change.words, fg="red", strikethrough=True)
    return click.style(change.words, fg="green", underline=True) if change.kind == "added" else change.words


def _approval(sheet: "Sheet", today: date) -> Iterator[str]:
    """Who has signed what, and what to write down once this version has been read."""
    yield ""
    for approval in sheet.approvals:
        who = f"{approval.role}, {approval.name}" if approval.name else approval.role
        state = "this version" if approval.version == sheet.version else f"{approval.version}, not this version"
        yield f"  Approved on {approval.date}: {state}; {who}{'; an invented example' if approval.example else ''}"
    if sheet.version and not sheet.is_approved:
        yield "  To approve this version, write under `approvals:` in the clinic's file:"
        yield f"    - subject: {sheet.subject}"
        yield "      role: medical director   # the role of who has read it"
        yield f"      date: {today.isoformat()}"
        yield f'      version: "{sheet.version}"'
