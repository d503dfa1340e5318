"""Readability: the formula against sentences that were counted by hand, and what it is used on."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from brochures.model.content import Content
from brochures.reading.catalogue import check_content
from brochures.reading.source import Reading, parse
from brochures.rules import RULES, judge
from brochures.rules.plain_language import LEAST_WORDS, MOST_GRADE, grade, grade_too_high, passages
from tests.press import PAIR, Press

TODAY = date(2026, 6, 1)
HARD = "Individuals experiencing contraindications necessitate multidisciplinary consultation preceding administration."
CLOSED = """
import socket
def refuse(*a, **k):
    raise OSError("the network is closed in this test")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
from brochures.rules.plain_language import grade
print(grade("The cat sat on the mat. It was a big red mat and the cat was glad."))
"""


def kincaid(words: int, sentences: int, syllables: int) -> float:
    """The formula as it was published in 1975."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def with_section(old: str, new: str) -> Reading[Content]:
    """The two small topics, with some words changed."""
    text = PAIR.read_text(encoding="utf-8")
    assert old in text
    return check_content(parse("content.yaml", text.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("text", "words", "sentences", "syllables"),
    [
        ("The cat sat on the mat.", 6, 1, 6),
        ("The cat sat. The dog ran.", 6, 2, 6),
        ("We put ice on the skin if it swells.", 9, 1, 9),
        ("The doctor injects small doses into the muscles.", 8, 1, 13),
        ("Most people see a change in three to six days. The full effect can take two weeks.", 17, 2, 19),
    ],
)
def test_grades_are_those_of_the_formula(text: str, words: int, sentences: int, syllables: int) -> None:
    """Words, sentences and syllables were counted by hand."""
    assert grade(text) == pytest.approx(kincaid(words, sentences, syllables), abs=0.15)


def test_longer_sentences_are_harder() -> None:
    """The same words without a stop."""
    assert grade("We clean the skin and we numb it and we wait.") > grade("We clean the skin. We numb it. We wait.")


def test_longer_words_are_harder() -> None:
    """In sentences of one length."""
    assert grade("The physician administers medication.") > grade("The nurse gives drugs.")


@pytest.mark.parametrize(
    "name", ["Botulinum toxin type A", "Hyaluronic acid", "Myasthenia gravis", "Calcium hydroxylapatite", "Xeomin"]
)
def test_names_that_must_be_said_count_as_one_short_word(name: str) -> None:
    """A drug has no plainer name; the words around it do."""
    assert grade(f"{name} can help you.") == grade("It can help you.")


def test_a_hard_word_that_is_no_name_counts_in_full() -> None:
    """The list of exempt names is no way round the rule."""
    assert grade("Contraindications can help you.") > grade("It can help you.") + 5


def test_a_slot_counts_as_one_short_word() -> None:
    """What it stands for differs by place and clinic."""
    assert grade("Call {emergency_number} now.") == grade("Call it now.")


def test_a_hard_section_is_told_at_its_line() -> None:
    """With its grade, the most, and what to do; as a warning."""
    content = with_section(
        "A weak acid that the {regulator} knows. It is put on the skin, and taken off again.", HARD * 2
    )

    (problem,) = grade_too_high(content, "peel", TODAY)

    assert problem.code == "grade-high"
    assert problem.severity == "warning"
    assert problem.mark
    assert problem.mark.line == content.locate("topics", "peel", "sections", 0).line
    assert f"{MOST_GRADE:g} is the most" in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    ("old", "subject", "field"),
    [
        ("Redness, stinging, and flakes of skin, for a few days.", "peel", "common_effects"),
        ("A scar is rare. An infection is rare too, and can come days later.", "peel", "serious_risks"),
        ("A laser warms the skin.", "laser", "main_message"),
        ("You can choose no treatment, or wait. Your skin stays as it is.", "peel", "no_treatment"),
    ],
)
def test_lists_are_looked_at_too(old: str, subject: str, field: str) -> None:
    """Safety lists above all."""
    content = with_section(old, f"{HARD} {HARD}")

    marks = [problem.mark for problem in grade_too_high(content, subject, TODAY)]

    assert marks == [content.locate("topics", subject, field)]


def test_answers_of_a_comparison_are_looked_at() -> None:
    """Each by itself: readers read one cell."""
    content = with_section("It stings a little.", f"{HARD} {HARD}")

    (problem,) = grade_too_high(content, "peel-or-laser", TODAY)

    assert problem.mark == content.locate("comparisons", "peel-or-laser", "rows", 0, "answers", "peel")


def test_a_handful_of_words_is_not_judged() -> None:
    """The formula was made for running text."""
    content = with_section("A laser warms the skin.", "Multidisciplinary consultation.")

    assert LEAST_WORDS > 2
    assert list(grade_too_high(content, "laser", TODAY)) == []


def test_words_are_read_as_they_are_printed(pair: Press) -> None:
    """Without marks, and every entry of a list as a sentence."""
    told = dict(passages(pair.content, "peel"))

    assert told["topics", "peel", "sections", 2].endswith("It is sold in the kingdom.")
    assert "**" not in told["topics", "peel", "main_message"]
    assert "Dark spots. Fine lines. Rough or dull skin" in told["topics", "peel", "sections", 3]


def test_steps_are_read_with_their_section(pair: Press) -> None:
    """All of them."""
    told = dict(passages(pair.content, "peel"))

    assert "It stings for some minutes." in told["topics", "peel", "sections", 5]


def test_plain_content_passes(pair: Press) -> None:
    """The small topics are plain, so what is told above was put there."""
    for subject in ("peel", "laser", "peel-or-laser"):
        assert list(grade_too_high(pair.sources.content, subject, TODAY)) == []


def test_every_rule_is_asked(pair: Press) -> None:
    """What one of them finds is told with what the others find."""
    content = with_section("A laser warms the skin.", f"{HARD} {HARD}")

    codes = [problem.code for problem in judge(content, "laser", date(2028, 1, 1))]

    assert len(RULES) >= 2
    assert sorted(codes) == ["grade-high", "review-overdue"]


def test_grading_needs_no_network(tmp_path: Path) -> None:
    """Some readers of this kind fetch their word lists when they are first asked."""
    done = subprocess.run(
        [sys.executable, "-c", CLOSED],
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert float(done.stdout) == pytest.approx(
        grade("The cat sat on the mat. It was a big red mat and the cat was glad.")
    )
    assert list(tmp_path.iterdir()) == []
