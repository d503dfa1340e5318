"""Content that nobody has looked at in time; today is given, never asked for."""

from datetime import date

import pytest

from brochures.reading.catalogue import check_content
from brochures.reading.source import parse
from brochures.rules.dates import review_overdue
from tests.press import PAIR, Press


@pytest.mark.parametrize(
    ("today", "is_overdue"),
    [
        (date(2026, 1, 1), False),
        (date(2026, 12, 31), False),
        (date(2027, 1, 1), False),
        (date(2027, 1, 31), False),
        (date(2027, 2, 1), True),
        (date(2030, 1, 1), True),
    ],
)
def test_a_review_is_overdue_when_its_month_is_over(pair: Press, today: date, *, is_overdue: bool) -> None:
    """The month that is named is still good."""
    assert bool(list(review_overdue(pair.sources.content, "peel", today))) == is_overdue


def test_an_overdue_review_is_told_at_its_line(pair: Press) -> None:
    """As a warning: the words are as good as they were yesterday."""
    (problem,) = review_overdue(pair.sources.content, "laser", date(2028, 6, 1))

    assert problem.code == "review-overdue"
    assert problem.severity == "warning"
    assert problem.mark
    assert "review_by: 2027-01" in problem.mark.text
    assert "2027-01" in problem.message
    assert problem.hint


def test_a_comparison_is_looked_at_too(pair: Press) -> None:
    """It has a date of its own, at its own line."""
    (problem,) = review_overdue(pair.sources.content, "peel-or-laser", date(2028, 6, 1))
    (other,) = review_overdue(pair.sources.content, "laser", date(2028, 6, 1))

    assert problem.mark
    assert other.mark
    assert problem.mark.line > other.mark.line


def test_each_subject_has_its_own_date() -> None:
    """One that is overdue does not speak for the others."""
    text = PAIR.read_text(encoding="utf-8").replace("review_by: 2027-01", "review_by: 2029-01", 1)
    content = check_content(parse("content.yaml", text))

    assert list(review_overdue(content, "peel", date(2028, 6, 1))) == []
    assert len(list(review_overdue(content, "laser", date(2028, 6, 1)))) == 1
