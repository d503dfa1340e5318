"""A clinic's own words are graded like those of the content, and told at their place in the clinic's file."""

import pytest

from brochures.model.clinic import Clinic
from brochures.reading.source import Reading, parse
from brochures.reading.validation import checked
from brochures.rules import judge_own_words

HARD = "Individuals experiencing contraindications necessitate multidisciplinary consultation preceding administration."


def clinic(words: str) -> Reading[Clinic]:
    """A clinic with these words for the peel."""
    source = parse("clinic.yaml", f"name: Harbor\nwords:\n  peel:\n    {words}\n")
    value, problems = checked(source, Clinic)
    assert value is not None, problems
    return Reading(value, source)


@pytest.mark.parametrize(
    ("words", "column"),
    [
        (f"replace: [{{part: both, text: [{HARD} {HARD}]}}]", 15),
        (f"add: [{{title: More, points: [{HARD}, {HARD}]}}]", 11),
        (f"add_to: {{serious_risks: [{HARD} {HARD}]}}", 29),
        (f"advice: {{before: [{HARD}, {HARD}]}}", 22),
        (f"advice: {{aftercare: [{HARD}, {HARD}]}}", 25),
    ],
    ids=["replaced", "added", "added to", "before", "aftercare"],
)
def test_hard_words_are_told_where_they_stand(words: str, column: int) -> None:
    """As a warning, with the grade."""
    (problem,) = judge_own_words(clinic(words), "peel")

    assert (problem.code, problem.severity) == ("grade-high", "warning")
    assert problem.place() == f"clinic.yaml:4:{column}"


def test_plain_words_are_let_through() -> None:
    """And a handful is not judged."""
    words = 'add: [{title: More, text: ["Come ten minutes early. We clean your skin, and you tell us how you are."]}]'

    assert judge_own_words(clinic(words), "peel") == ()
    assert judge_own_words(clinic("add_to: {lines: [Multidisciplinary consultation.]}"), "peel") == ()


def test_words_of_another_subject_are_not_looked_at() -> None:
    """Each subject is judged when it is asked for."""
    assert judge_own_words(clinic(f"add_to: {{serious_risks: [{HARD} {HARD}]}}"), "laser") == ()
