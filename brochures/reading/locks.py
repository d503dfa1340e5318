"""The safety text in a content file's data, wherever it stands. Floor 2.

Works on data that may still be wrong: what is locked stays locked in a file that is not yet in order.
"""

from collections.abc import Iterator
from typing import Final

from brochures.model.words import LOCKED
from brochures.reading.source import Loc

FIELDS: Final = frozenset("urgent" if part.startswith("urgent_") else part for part in LOCKED) | {"urgent_titles"}
"""The fields of a subject that are safety text, whole."""

WORDING: Final = FIELDS | {"call_emergency", "call_clinic", "no_answer", "then_call"}
"""The fixed words over and beside it."""


def locked_texts(data: dict[str, object]) -> Iterator[tuple[Loc, object]]:
    """Every value that is safety text, with its place."""
    wording = data.get("wording")
    if isinstance(wording, dict):
        yield from ((("wording", name), value) for name, value in wording.items() if name in WORDING)
    for group in ("topics", "comparisons"):
        for subject, fields in _entries(data, group):
            yield from (((group, subject, *loc), value) for loc, value in _of_subject(fields))


def _of_subject(fields: dict[str, object]) -> Iterator[tuple[Loc, object]]:
    yield from (((name,), value) for name, value in fields.items() if name in FIELDS)
    for name, variant in _entries(fields, "variants"):
        if _base(variant.get("part")) in LOCKED:
            yield ("variants", name), variant
    rows = fields.get("rows")
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, dict) and row.get("safety", False) is not False:
            yield ("rows", index), row


def _base(part: object) -> str:
    """The part without its number: `both-2` is the second `both`."""
    return part.rpartition("-")[0] or part if isinstance(part, str) else ""


def _entries(data: dict[str, object], name: str) -> Iterator[tuple[str, dict[str, object]]]:
    found = data.get(name)
    if isinstance(found, dict):
        yield from ((key, value) for key, value in found.items() if isinstance(value, dict))
