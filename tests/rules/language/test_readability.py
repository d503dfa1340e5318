"""Readability: the formulas against sentences that were counted by hand, and what they are used on."""

from math import sqrt

import pytest

from brochures.rules.language.readability import (
    LEAST_SENTENCES,
    LEAST_WORDS,
    MOST_WHOLE,
    chunks,
    grade,
    grade_too_high,
    smog,
    topic_grade,
    topic_smog,
)
from tests.rules.judging import Data, Mutation, case, judged
from tests.rules.language.changes import eased, said

HARD = "Individuals experiencing contraindications necessitate multidisciplinary consultation preceding administration."
NEARLY_HARD = "Your doctor will gently clean and cover the little upper muscles."
HARD_TO_SAY = ("Multiple sensitivities necessarily complicate future evaluations.", "Hospitals collaborate.")
ONE_LONG_WORD = "You can tell us of a memory that you have now and then."


MUTATIONS = [
    Mutation("grade-high", said("follow_up", *HARD_TO_SAY)),
    Mutation("topic-grade", said("follow_up", *[NEARLY_HARD] * 900)),
    Mutation("smog-high", said("follow_up", *[ONE_LONG_WORD] * 150)),
    Mutation("easy-grade", eased("It treats chronic migraine, muscle spasms, and heavy sweating, in many adults.")),
]


def kincaid(words: int, sentences: int, syllables: int) -> float:
    """The formula as it was published in 1975."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


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
    assert grade(text) == pytest.approx(kincaid(words, sentences, syllables))


def test_spanish_has_a_formula_of_its_own() -> None:
    """Crawford's, of 1984: two sentences, 11 words and 18 syllables."""
    text = "La piel se relaja. El efecto dura tres o cuatro meses."

    assert grade(text, "es-US") == pytest.approx(-0.205 * 100 * 2 / 11 + 0.049 * 100 * 18 / 11 - 3.407)
    assert grade(text, "es-US") != grade(text)


def test_a_language_without_a_formula_has_no_grade() -> None:
    """Nothing is better than something false."""
    assert grade("Das Mittel entspannt die Muskeln.", "de") is None
    assert smog("Das Mittel entspannt die Muskeln. " * 40, "de") is None


def test_smog_is_that_of_the_formula() -> None:
    """Thirty sentences with one word of three syllables each; none are judged by one sentence less."""
    assert smog("We have a memory. " * LEAST_SENTENCES) == pytest.approx(1.043 * sqrt(30) + 3.1291)
    assert smog("We have a memory. " * (LEAST_SENTENCES - 1)) is None


@pytest.mark.parametrize(
    "name",
    ["Botulinum toxin type A", "Hyaluronic acid", "Myasthenia gravis", "Calcium hydroxylapatite", "Xeomin", "Botox®"],
)
def test_names_that_must_be_said_count_as_one_short_word(name: str) -> None:
    """A drug has no plainer name; the words around it do."""
    assert grade(f"{name} can help you.") == grade("It can help you.")


def test_a_hard_word_that_is_no_name_counts_in_full() -> None:
    """The list of names is no way round the rule, and no part of a word is a name."""
    assert (grade("Contraindications can help you.") or 0) > (grade("It can help you.") or 0) + 5
    assert grade("It also can signal.") == pytest.approx(kincaid(4, 1, 6))


def test_a_hard_section_is_told_at_its_line() -> None:
    """With its grade, the most, and what to do; as a warning."""
    (problem,) = judged(MUTATIONS[0])

    assert (problem.code, problem.severity) == ("grade-high", "warning")
    assert problem.mark
    assert "7 is the most" in problem.message


def test_each_answer_of_a_comparison_is_read_by_itself() -> None:
    """Readers read one cell; every text is read once."""
    found, _ = case(subject="botox-vs-fillers")
    cells = [first for first, _ in chunks(found) if first.part == "rows"]

    assert len(cells) == 3 * len(found.brochure.comparison.rows)


def test_a_handful_of_words_is_not_judged() -> None:
    """The formula was made for running text."""

    def short(data: Data) -> None:
        data["topics"]["botox"]["alternatives"] = [{"text": "Multidisciplinary consultation.", "sources": ["S0"]}]

    found, _ = case(short)

    assert LEAST_WORDS > 2
    assert list(grade_too_high(found)) == []


def test_words_for_the_emergency_team_are_not_judged() -> None:
    """They are in the words of its trade."""

    def for_team(data: Data) -> None:
        data["topics"]["botox"]["urgent"]["team"][0]["text"] = HARD * 3

    assert judged(Mutation("", for_team)) == ()


@pytest.mark.parametrize("subject", ["botox", "fillers", "botox-vs-fillers"])
@pytest.mark.parametrize("easy", [False, True])
def test_what_is_shipped_is_plain_as_a_whole(subject: str, easy: bool) -> None:  # noqa: FBT001 - both are looked at
    """Grade 6 as a whole, and SMOG grade 8."""
    found, _ = case(subject=subject, easy=easy)

    assert (topic_grade(found) or 99) <= MOST_WHOLE
    assert (topic_smog(found) or 99) <= 8
