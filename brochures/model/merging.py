"""What a personal handout is filled in with: the fields of a mail merge, and the slots where they are printed. Floor 1.

A *field* is a column of the people file. A *slot* is the place of one field on a piece: as wide as its format says,
on one line, in one face; what is laid out does not move when it is filled in.
"""

from dataclasses import dataclass
from typing import Final, Literal, get_args

FieldName = Literal["recipient", "clinician", "appointment", "location", "phone", "line1", "line2", "line3"]
"""The columns that a people file may have."""

Values = dict[FieldName, str]
"""What one person's piece is filled in with; a field that is not there, or empty, is left open."""

WhenEmpty = Literal["line", "blank"]
"""What stands where a slot is not filled in: a line to write on, or nothing."""

NOTHING: Final = "\u00a0"
"""Stands in a slot that is not filled in, so that a filled piece and an open one have the same structure."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column of the people file: what it holds, whether a row without it is refused, its most characters."""

    name: FieldName
    kind: Literal["name", "text", "moment", "phone"]
    about: str
    required: bool = False
    most: int = 60


FIELDS: Final[dict[FieldName, Field]] = {
    field.name: field
    for field in (
        Field("recipient", "name", "whom it is for", required=True),
        Field("clinician", "name", "who treats them"),
        Field("appointment", "moment", "day and time, as 2026-12-03 14:30, or the day alone"),
        Field("location", "text", "where to come", most=80),
        Field("phone", "phone", "the number to call with questions", most=30),
        Field("line1", "text", "a line of your own", most=90),
        Field("line2", "text", "a line of your own", most=90),
        Field("line3", "text", "a line of your own", most=90),
    )
}


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one field on a piece; in HTML a box of this width with the id `slot-<key>`."""

    field: FieldName
    width_mm: float
    label: str = ""
    align: Literal["left", "center", "right"] = "left"
    when_empty: WhenEmpty = "line"
    key: str = ""
    """Its name on the piece; the field's own where it stands there once."""
    value: str = ""
    wraps: bool = False
    """Whether its value may take several lines: only where one person's piece is laid out by itself."""

    @property
    def name(self) -> str:
        """What the slot is called on the piece; no two have the same."""
        return self.key or self.field

    @property
    def printed(self) -> str:
        """What is set in it."""
        return self.value or NOTHING


FIELD_NAMES: Final[tuple[FieldName, ...]] = get_args(FieldName)
