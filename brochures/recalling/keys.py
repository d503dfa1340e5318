"""What a run is made of, as one key: files, versions, options, and the day that its rules look at. Floor 6."""

import os
from dataclasses import fields
from datetime import date
from pathlib import Path

from brochures import shipped
from brochures.giving.fingerprint import OWN_KINDS, Fingerprint, TooMuch
from brochures.orders import Order, Selection

_FILES = ("content", "clinic")


def inputs_key(selection: Selection, out: Path) -> str:
    """Over all that pieces of this selection are made of, but for the day; nothing where that cannot be told.

    It cannot be told of a clinic's folder that holds more files than a clinic's does.
    """
    found = Fingerprint().installed().words(str(shipped.PACKAGE))
    for tree in (shipped.PACKAGE, shipped.styles(), shipped.templates(), shipped.profiles()):
        found.words("tree").tree(tree)
    found.words("content").file(selection.content or shipped.content_file(), "content")
    # Problems name files as they were given, so the same file by another name is another run.
    found.words(*(str(getattr(selection, name)) for name in _FILES), os.getcwd())  # noqa: PTH109 - quick
    if selection.profile:
        found.file(Path(selection.profile), "profile")
    if selection.clinic:
        try:
            found.words("clinic").tree(selection.clinic.parent, OWN_KINDS, _inside(out, selection.clinic.parent))
        except TooMuch:
            return ""
        found.file(selection.clinic, "clinic")
    for row in fields(selection):
        if row.name not in {"subjects", "formats", "papers", "editions", "large_print", *_FILES}:
            found.words(row.name, repr(getattr(selection, row.name)))
    return found.hex()


def run_key(inputs: str, selection: Selection, today: date) -> str:
    """Of one run: what pieces are made of, which of them are wanted, and the day by which they are judged."""
    named = (selection.subjects, selection.formats, selection.papers, selection.editions, selection.large_print)
    return Fingerprint().words(inputs, repr(named), today.isoformat()).hex()


def piece_key(inputs: str, order: Order, *, is_draft: bool) -> str:
    """Of one piece: what it is made of, and whether its day of review has passed."""
    return Fingerprint().words(inputs, repr(order), repr(is_draft)).hex()


def _inside(out: Path, folder: Path) -> Path | None:
    """The folder that is written to, as it is found below the clinic's; nothing where it is not below."""
    try:
        below = out.resolve().relative_to(folder.resolve())
    except ValueError:
        return None
    return folder / below if below.parts else None
