"""What can be wrong with one row of a people file, and the way out. Floor 2.

A row's fault is told by its number, its column and one of these codes, never by a value: the list of what failed may
be read by more people than the file itself.
"""

from typing import Final, Literal, NamedTuple

RowFault = Literal[
    "missing-column",
    "too-many-columns",
    "empty-field",
    "control-character",
    "too-long",
    "bad-moment",
    "bad-json",
    "bad-quotes",
    "not-text",
    "bad-id",
    "duplicate-id",
]


class Told(NamedTuple):
    """A fault in words: what is wrong, and what to do."""

    message: str
    hint: str


ROW_FAULTS: Final[dict[RowFault, Told]] = {
    "missing-column": Told(
        "the row has fewer columns than the headings", "give every row all columns; some may be empty"
    ),
    "too-many-columns": Told("the row has more columns than the headings", "put text with a comma in it into quotes"),
    "empty-field": Told("a column that every row needs is empty", "fill it in, or take the row out"),
    "control-character": Told("a character that cannot be printed", "type the text anew; it came in by copying"),
    "too-long": Told("the text is longer than its place can hold", "say it in fewer words"),
    "bad-moment": Told(
        "a day that cannot be told for certain: 03/04/2026 is in March here and in April there",
        "write the year first, as 2026-04-03T14:30, which spreadsheets leave as it is; or in words",
    ),
    "bad-json": Told("the line is not an object of names and values", 'write {"recipient": "…"}, one person a line'),
    "bad-quotes": Told("text goes on after its closing quotation mark", 'write a quotation mark inside text as ""'),
    "not-text": Told("the value is not text", "put numbers into quotes; mend what the spreadsheet could not reckon"),
    "bad-id": Told(
        "the id cannot name a file",
        "use up to 64 letters A to Z, digits, dots, hyphens and underscores, a letter or digit first and no dot last",
    ),
    "duplicate-id": Told("another row above has the same id, capitals aside", "give every row an id of its own"),
}
"""Every fault that a row can have."""
