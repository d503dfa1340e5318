"""Content that nobody has looked at in time. Floor 3."""

from collections.abc import Iterator
from datetime import date

from brochures.errors import Problem
from brochures.model.content import Content
from brochures.reading.source import Reading


def review_overdue(content: Reading[Content], subject: str, today: date) -> Iterator[Problem]:
    """A review date that has passed: leaflets in racks are often years old and nobody knows (BJGP 2018;68:e869)."""
    record = content.value.subject(subject)
    if record.review_by < f"{today:%Y-%m}":
        yield Problem(
            "review-overdue",
            f"{subject} was to be reviewed by {record.review_by}",
            "check its sources again, then set `sources_checked` and `review_by`",
            mark=content.locate(content.value.group_of(subject), subject, "review_by"),
            severity="warning",
        )
