"""The slots of a personal piece: which fields stand in a block, how wide, and what each is called. Floor 4."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from brochures.making.drawing_text import text_width
from brochures.model.brochure import Brochure
from brochures.model.document import Page, Placed
from brochures.model.merging import FieldName, Slot
from brochures.model.personal_block import Personal, WriteIn
from brochures.model.wording import Wording

ABOUT: Final[tuple[FieldName, ...]] = ("recipient", "clinician", "appointment", "location", "phone")
LINES: Final[tuple[FieldName, ...]] = ("line1", "line2", "line3")
_LABEL_MM: Final = 3.0
"""Size of a label beside its slot, as personal.css sets it: 8.5 pt."""
_LABEL_GAP_MM: Final = 2.0
_MOST_LABEL: Final = 0.25
"""How much of the width labels take at most beside their slots."""
_LINE_MM: Final = 2.0
"""White above the words of a slot that has its label beside it: room to write by hand."""


def slot(brochure: Brochure, field: FieldName, width_mm: float) -> Slot:
    """The slot of a field under its usual label; the first free line has one for all three.

    In a piece that is laid out for one person it has that person's value, on as many lines as it needs.
    """
    label, value = _labels(brochure.wording).get(field, ""), brochure.values.get(field, "")
    return Slot(field=field, width_mm=round(width_mm, 3), label=label, value=value, wraps=bool(value))


def _labels(wording: Wording) -> dict[FieldName, str]:
    return {
        "recipient": wording.personal_recipient,
        "clinician": wording.personal_clinician,
        "appointment": wording.personal_appointment,
        "location": wording.personal_location,
        "phone": wording.personal_phone,
        "line1": wording.personal_note,
    }


def above(brochure: Brochure, fields: Iterable[FieldName], width_mm: float, *, title: str = "") -> Personal:
    """One slot a row under its label, each over the whole width."""
    return Personal(title=title, rows=tuple((slot(brochure, field, width_mm),) for field in fields))


def beside(brochure: Brochure, fields: Iterable[FieldName], width_mm: float, *, title: str = "") -> Personal:
    """One slot a row, all beginning where the longest label ends; under the labels where those take too much."""
    found = tuple(slot(brochure, field, width_mm) for field in fields)
    longest = max(text_width(one.label, _LABEL_MM) for one in found)
    label_mm = round(longest + _LABEL_GAP_MM, 1)
    if label_mm > width_mm * _MOST_LABEL:
        return Personal(title=title, rows=tuple((one,) for one in found))
    rows = tuple((replace(one, width_mm=round(width_mm - label_mm, 3)),) for one in found)
    return Personal(title=title, rows=rows, label_mm=label_mm, line_mm=_LINE_MM)


def changed(pages: Iterable[Page], change: Callable[[Slot], Slot]) -> tuple[Page, ...]:
    """The pages with another slot in the place of each, in reading order; pages without slots as they are."""

    def in_block(placed: Placed) -> Placed:
        block = placed.block
        if not isinstance(block, Personal):
            return placed
        rows = tuple(tuple(cell if isinstance(cell, WriteIn) else change(cell) for cell in row) for row in block.rows)
        return replace(placed, block=replace(block, rows=rows))

    return tuple(
        replace(page, frames=tuple(replace(f, placed=tuple(map(in_block, f.placed))) for f in page.frames))
        for page in pages
    )


def named(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages with a name of its own for each slot: its field's, with a number where the field stands there again."""
    count: dict[FieldName, int] = {}

    def name(one: Slot) -> Slot:
        count[one.field] = number = count.get(one.field, 0) + 1
        return replace(one, key=one.field if number == 1 else f"{one.field}-{number}")

    return changed(pages, name)
