"""The review file: every mistake at its line, in words that its author understands."""

from pathlib import Path

import pytest

from brochures.errors import SourceError
from brochures.reading.reviews import check_reviews, read_reviews, review_file
from brochures.reading.source import parse

GOOD = """\
reviews:
  - subject: botox
    version: "1.0-3f9c2a"
    reviewer: medical director
    date: "2026-11-20"
    items: {pemat-2: agree, cci-15: not-applicable}
    notes: {pemat-2: "Read aloud to two people."}
"""


def test_a_reading_is_taken(tmp_path: Path) -> None:
    """With who, when, which version, and a remark."""
    path = tmp_path / "review.yaml"
    path.write_text(GOOD, encoding="utf-8")
    (review,) = read_reviews(path).value.reviews

    assert (review.reviewer, review.date, review.version) == ("medical director", "2026-11-20", "1.0-3f9c2a")
    assert review.items == {"pemat-2": "agree", "cci-15": "not-applicable"}
    assert review.notes["pemat-2"] == "Read aloud to two people."


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("pemat-2: agree", "pemat-2: perhaps", 6),
        ('"1.0-3f9c2a"', '"three"', 3),
        ("    reviewer: medical director\n", "", 2),
        ('"2026-11-20"', '"2026-02-30"', 5),
        ('pemat-2: "Read', 'pemat-3: "Read', 2),
        ("{pemat-2: agree, cci-15: not-applicable}", "{}", 6),
    ],
)
def test_a_mistake_is_told_at_its_line(old: str, new: str, line: int) -> None:
    """A reading that cannot be understood is not half counted."""
    with pytest.raises(SourceError) as caught:
        check_reviews(parse("review.yaml", GOOD.replace(old, new)))

    (problem,) = caught.value.problems
    assert problem.mark is not None
    assert problem.mark.line == line


def test_it_lies_beside_the_clinic_or_where_it_is_named(tmp_path: Path) -> None:
    """Without either there is none."""
    assert review_file(None, None) is None
    assert review_file(None, tmp_path) is None
    (tmp_path / "review.yaml").write_text(GOOD, encoding="utf-8")

    assert review_file(None, tmp_path) == tmp_path / "review.yaml"
    assert review_file(Path("other.yaml"), tmp_path) == Path("other.yaml")
