"""What people found, item by item: of a review file, that which is about this very version. Floor 3."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from brochures.errors import Problem
from brochures.model.review import Judgement, Review, Reviews
from brochures.reading.source import Reading
from brochures.rules.instruments import ITEMS
from brochures.rules.instruments.item import Verdict

_VERDICTS: Final[dict[Judgement, Verdict]] = {
    "agree": "met",
    "disagree": "not-met",
    "not-applicable": "not-applicable",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What one person found of one item, and when."""

    verdict: Verdict
    reviewer: str
    date: str
    note: str = ""


def found_by_people(reading: Reading[Reviews] | None, subject: str, version: str) -> dict[str, Found]:
    """The latest finding on each item of this version of the subject; other versions and unknown items do not count."""
    counted = [r for r in (reading.value.reviews if reading else ()) if (r.subject, r.version) == (subject, version)]
    return {
        item: Found(_VERDICTS[judgement], review.reviewer, review.date, review.notes.get(item, ""))
        for review in sorted(counted, key=lambda review: review.date)
        for item, judgement in review.items.items()
        if item in ITEMS
    }


def review_problems(
    reading: Reading[Reviews], subject: str, version: str, known: tuple[str, ...], today: str
) -> tuple[Problem, ...]:
    """Readings of `subject` that are not counted, or in doubt, as warnings; subjects that are not `known` too."""
    return tuple(
        problem
        for index, review in enumerate(reading.value.reviews)
        for problem in _doubts(reading, index, review, subject, version, known, today)
    )


def _doubts(  # noqa: PLR0913, PLR0917 - one reading against all that it may miss
    reading: Reading[Reviews],
    index: int,
    review: Review,
    subject: str,
    version: str,
    known: tuple[str, ...],
    today: str,
) -> Iterator[Problem]:
    at = ("reviews", index)
    if review.subject not in known:
        hint = _near(review.subject, known) or f"subjects are {', '.join(known)}"
        message = f"the content has no subject `{review.subject}`; this review is not counted"
        yield Problem("unknown-subject", message, hint, reading.locate(*at, "subject"), severity="warning")
    if review.subject != subject:
        return
    if review.version != version:
        message = f"`{subject}` was reviewed as {review.version} and is now {version}; this review is not counted"
        hint = f"read it again, then write version: {version}"
        yield Problem("stale-review", message, hint, reading.locate(*at, "version"), severity="warning")
    if review.date > today:
        message = f"this review is of {review.date}, which has not come yet"
        yield Problem("review-ahead", message, "mend the date", reading.locate(*at, "date"), severity="warning")
    for item in review.items:
        if item not in ITEMS:
            hint = _near(item, tuple(ITEMS)) or "`brochures scorecard --json` lists the ids"
            mark = reading.source.mark_of((*at, "items", item), key=True)
            message = f"there is no item `{item}`; it is not counted"
            yield Problem("unknown-item", message, hint, mark, severity="warning")


def _near(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"did you mean `{near[0]}`?" if near else ""
