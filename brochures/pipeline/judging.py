"""Which pieces are wanted, and whether what they say is right to give to a patient. Floor 7."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from brochures.errors import Problem, SourceError
from brochures.orders import Order, Selection, orders
from brochures.sources import Sources, case_of

if TYPE_CHECKING:
    from brochures.model.brochure import Brochure
    from brochures.rules.instruments.score import Scorecard


def wanted(sources: Sources, selection: Selection) -> tuple[Order, ...]:
    """Every piece that the selection asks for.

    Raises:
        SourceError: nothing in the content or the clinic's list answers to it.
    """
    return orders(sources.content.value, sources.clinic, selection)


def judge(sources: Sources, subjects: tuple[str, ...], today: date) -> dict[str, tuple[Problem, ...]]:
    """What the rules say of each subject, in the clinic's words and for its place.

    Raises:
        SourceError: the clinic or its profile sets rules that do not exist, or lowers those of safety.
    """
    from brochures import rules

    files = [reading for reading in (sources.placed, sources.promotion) if reading]
    problems = [problem for reading in files for problem in rules.settings_problems(reading)]
    if problems:
        raise SourceError(problems)
    return {subject: _judged(sources, subject, today) for subject in subjects}


def _judged(sources: Sources, subject: str, today: date) -> tuple[Problem, ...]:
    from brochures import rules

    try:
        return rules.judge(case_of(sources, subject, today), sources.placed)
    except SourceError as error:
        return error.problems


def score(
    sources: Sources, subject: str, today: date, review: Path | None = None
) -> tuple["Scorecard", "Brochure", tuple[Problem, ...]]:
    """How one subject scores by the instruments, what is printed of it, and the readings that are not counted.

    `review` is the file of what people found; without it `review.yaml` beside the clinic file.

    Raises:
        SourceError: the subject cannot be resolved here, or the review file is not in order.
    """
    from brochures.reading.reviews import read_reviews, review_file
    from brochures.rules.instruments.reviewed import found_by_people, review_problems
    from brochures.rules.instruments.score import scorecard

    case = case_of(sources, subject, today)
    path = review_file(review, sources.folder)
    reviews = read_reviews(path) if path else None
    version, known = case.brochure.version_id, sources.content.value.subject_names
    doubts = review_problems(reviews, subject, version, known, today.isoformat()) if reviews else ()
    return scorecard(case, found_by_people(reviews, subject, version)), case.brochure, doubts
