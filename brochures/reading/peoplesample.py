"""A people file to begin with: every column, and three people who do not exist. Floor 2."""

import csv
from io import StringIO
from typing import Final

from brochures.model.merging import FIELDS, FieldName

_INVENTED: Final[tuple[dict[FieldName, str], ...]] = (
    {
        "recipient": "Maren Oakley",
        "clinician": "Dr. Tilda Vance",
        "appointment": "2026-12-03T14:30",
        "location": "Harbor Street 12, second floor",
        "phone": "(207) 555-0142",
        "line1": "Come without make-up, please.",
        "line2": "The side door is open until 6 PM.",
        "line3": "Bring the list of your medicines.",
    },
    {
        "recipient": "Jonás Pellerín",
        "clinician": "Nurse Ada Brook",
        "appointment": "Friday at two",
        "phone": "(207) 555-0143",
        "line1": "Your next visit is a check only.",
    },
    {"recipient": "Wilhelmina Østergaard-Fairweather", "appointment": "2026-12-07"},
)


def sample_people() -> bytes:
    """The sample as CSV in UTF-8, with the mark by which Excel knows that; every column that a file may have."""
    text = StringIO(newline="")
    table = csv.DictWriter(text, FIELDS)
    table.writeheader()
    table.writerows(_INVENTED)
    return text.getvalue().encode("utf-8-sig")
