"""Is this right to give to a patient? One rule, one function; one module for each concern. Floor 3."""

from collections.abc import Callable, Iterator
from datetime import date

from brochures.errors import Problem
from brochures.model.clinic import Clinic
from brochures.model.content import Content
from brochures.reading.source import Reading
from brochures.rules.dates import review_overdue
from brochures.rules.own_words import own_words_grade
from brochures.rules.plain_language import grade_too_high

Rule = Callable[[Reading[Content], str, date], Iterator[Problem]]
"""Content, the subject's name and today's date: what is wrong, at its line."""

RULES: tuple[Rule, ...] = (review_overdue, grade_too_high)


def judge(content: Reading[Content], subject: str, today: date) -> tuple[Problem, ...]:
    """All that the rules find in one subject."""
    return tuple(problem for rule in RULES for problem in rule(content, subject, today))


def judge_own_words(clinic: Reading[Clinic], subject: str) -> tuple[Problem, ...]:
    """All that the rules find in a clinic's own words for one subject, at its place in the clinic's file."""
    return tuple(own_words_grade(clinic, subject))
