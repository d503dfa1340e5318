"""What people found: it counts for the version that they read, and for no other."""

from brochures.errors import Problem
from brochures.reading.reviews import check_reviews
from brochures.reading.source import parse
from brochures.rules.instruments.reviewed import found_by_people, review_problems

NOW = "1.0-3f9c2a"


def entry(*, subject: str = "botox", version: str = NOW, day: str = "2026-11-20", items: str = "pemat-2: agree") -> str:
    """One reading, as its author writes it."""
    return (
        f'  - {{subject: {subject}, version: "{version}", reviewer: {day} reader, date: "{day}", items: {{{items}}}}}\n'
    )


def problems(text: str) -> tuple[Problem, ...]:
    """What is told of a review file."""
    reading = check_reviews(parse("review.yaml", f"reviews:\n{text}"))
    return review_problems(reading, "botox", NOW, ("botox", "fillers"), "2026-11-22")


def test_the_latest_reading_counts() -> None:
    """Whatever the order in the file; with who read, and when."""
    later = entry(day="2026-11-21", items="pemat-2: disagree")
    reading = check_reviews(parse("review.yaml", f"reviews:\n{later}{entry()}"))
    found = found_by_people(reading, "botox", NOW)["pemat-2"]

    assert (found.verdict, found.date, found.reviewer) == ("not-met", "2026-11-21", "2026-11-21 reader")


def test_a_version_that_is_gone_is_told_and_not_counted() -> None:
    """Other words were read."""
    text = entry(version="1.0-000000")
    (problem,) = problems(text)

    assert problem.code == "stale-review"
    assert problem.severity == "warning"
    assert problem.mark is not None
    assert (problem.mark.line, NOW in problem.hint) == (2, True)
    assert found_by_people(check_reviews(parse("r", f"reviews:\n{text}")), "botox", NOW) == {}


def test_an_item_that_is_unknown_is_told_and_not_counted() -> None:
    """At its place, with the likest one; the others count."""
    text = entry(items="pemat-2: agree, pemat-99: agree")
    (problem,) = problems(text)

    assert problem.code == "unknown-item"
    assert "did you mean" in problem.hint
    assert set(found_by_people(check_reviews(parse("r", f"reviews:\n{text}")), "botox", NOW)) == {"pemat-2"}


def test_what_cannot_be_so_is_told() -> None:
    """A subject that is not there, and a day that has not come."""
    assert [problem.code for problem in problems(entry(subject="botx"))] == ["unknown-subject"]
    assert [problem.code for problem in problems(entry(day="2027-01-01"))] == ["review-ahead"]
    assert problems(entry(subject="fillers", version="1.0-000000")) == ()


def test_without_a_file_nobody_found_anything() -> None:
    """Nothing that ships is reviewed."""
    assert found_by_people(None, "botox", NOW) == {}
