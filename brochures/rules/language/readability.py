"""Is it easy enough to read? School grades of each section, of the whole, and of what is meant to be easy. Floor 3.

English has the formula of Kincaid (1975), and SMOG (1969) for thirty sentences or more; Spanish has Crawford's (1984).
For another language nothing is asked: the grade that an English formula gives it would mean nothing.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from math import sqrt
from typing import Final

from brochures.model.content import Variant
from brochures.model.slots import SLOT
from brochures.model.walking import statements_of
from brochures.reading.richtext import as_sentence, to_plain
from brochures.rules.case import Case, Passage
from brochures.rules.counting import sentences_of, syllables_of, words_of
from brochures.rules.language.naming import without_names
from brochures.rules.rule import Finding, Rule

MOST_GRADE: Final = 7.0
"""Of one section: the NIH asks for grade 6 to 7; texts on these treatments average 10.7 (Barbarite, 2020)."""

MOST_WHOLE: Final = 6.5
"""Of a whole piece: the AMA asks for grade 6, and 6.5 is the last that rounds to it."""

MOST_EASY: Final = 5.0
"""Of an easier wording: the lower of the two grades, 5 and 6, that family doctors are told to aim at."""

MOST_SMOG: Final = 8.0
"""The age of 14, to which the NHS goes at most. SMOG stands for full understanding, and is the higher of the two."""

LEAST_WORDS: Final = 12
"""A formula made for running text says nothing about a handful of words."""

LEAST_SENTENCES: Final = 30
"""SMOG was made on samples of thirty sentences."""


def printed(case: Case) -> tuple[Passage, ...]:
    """All statements for patients; what the wallet card tells an emergency team is in the team's own words."""
    return tuple(passage for passage in case.statements if "team" not in passage.loc)


@lru_cache(maxsize=4096)
def grade(text: str, language: str = "en-US") -> float | None:
    """US school grade of `text`, or None where its language has no formula or there are no words.

    Names of drugs and substances count as one short word each. English: 0.39 · words per sentence + 11.8 · syllables
    per word - 15.59 (Kincaid and others, 1975). Spanish: 0.049 · syllables in 100 words - 0.205 · sentences in
    100 words - 3.407 (Crawford, 1984), made for the grades up to six.
    """
    plain, root = without_names(text), language.partition("-")[0].lower()
    words, sentences = words_of(plain), len(sentences_of(plain))
    if root not in {"en", "es"} or not words:
        return None
    per_word = sum(syllables_of(word, root) for word in words) / len(words)
    per_sentence = len(words) / sentences
    if root == "es":
        return 4.9 * per_word - 20.5 / per_sentence - 3.407
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


@lru_cache(maxsize=256)
def smog(text: str, language: str = "en-US") -> float | None:
    """SMOG grade of English `text`: 1.043 · root of words of three syllables or more in 30 sentences + 3.1291.

    None for another language, and below thirty sentences, for which it was not made (McLaughlin, 1969).
    """
    plain = without_names(text)
    sentences = len(sentences_of(plain))
    if language.partition("-")[0].lower() != "en" or sentences < LEAST_SENTENCES:
        return None
    long_words = sum(syllables_of(word) >= 3 for word in words_of(plain))  # noqa: PLR2004 - the formula's own number
    return 1.043 * sqrt(30 * long_words / sentences) + 3.1291


def topic_text(case: Case) -> str:
    """Every statement of the brochure as a sentence, as the formulas for the whole read it."""
    return " ".join(as_sentence(passage.text) for passage in printed(case))


def topic_grade(case: Case) -> float | None:
    """US school grade of the brochure as a whole, or None where its language has no formula."""
    return grade(topic_text(case), case.subject.language)


def topic_smog(case: Case) -> float | None:
    """SMOG grade of the brochure as a whole, or None below thirty sentences or in another language than English."""
    return smog(topic_text(case), case.subject.language)


def chunks(case: Case) -> Iterator[tuple[Passage, str]]:
    """Every section, list and answer that is read as one: its first passage, and its words as sentences."""
    for _, group in groupby(
        printed(case), key=lambda p: (p.subject, p.part, p.row, p.option if p.row is not None else None)
    ):
        passages = list(group)
        yield passages[0], " ".join(as_sentence(passage.text) for passage in passages)


def grade_too_high(case: Case) -> Iterator[Finding]:
    """Each section, list and answer above grade 7."""
    for first, text in chunks(case):
        found = grade(text, case.subject.language) if len(text.split()) >= LEAST_WORDS else None
        if found is not None and found > MOST_GRADE:
            yield Finding(
                f"this reads at US grade {found:.1f}; {MOST_GRADE:g} is the most for patients", case.mark(first)
            )


def whole_too_high(case: Case) -> Iterator[Finding]:
    """A piece that is above grade 6 as a whole."""
    found = topic_grade(case)
    if found is not None and found > MOST_WHOLE:
        message = f"{case.name} as a whole reads at US grade {found:.1f}; {MOST_WHOLE:g} is the most"
        yield Finding(message, case.mark_of())


def smog_too_high(case: Case) -> Iterator[Finding]:
    """A piece of thirty sentences or more with too many long words."""
    found = topic_smog(case)
    if found is not None and found > MOST_SMOG:
        message = f"{case.name} has a SMOG grade of {found:.1f}; {MOST_SMOG:g} is the most"
        yield Finding(message, case.mark_of())


def not_easy(case: Case) -> Iterator[Finding]:
    """Each easier wording that is above grade 5, whether a clinic chose it or not."""
    for name, variant in case.written.variants.items():
        found = grade(_words_of(variant), case.written.language) if variant.easy else None
        if found is not None and found > MOST_EASY:
            message = f"`{name}` is meant to be easy and reads at US grade {found:.1f}; {MOST_EASY:g} is the most"
            yield Finding(message, case.mark_of("variants", name))


def _words_of(variant: Variant) -> str:
    """A variant's words as sentences; slots stand for names and numbers, one short word each."""
    texts = (SLOT.sub("it", to_plain(statement.text)) for statement in statements_of(variant))
    return " ".join(as_sentence(text) for text in texts)


RULES: Final = (
    Rule(
        "grade-high",
        "language",
        "warning",
        f"Each section reads at US school grade {MOST_GRADE:g} or below; names of drugs do not count",
        "use shorter sentences and shorter words",
        ("ama-nih", "kincaid-1975", "crawford-1984"),
        grade_too_high,
    ),
    Rule(
        "topic-grade",
        "language",
        "warning",
        f"A piece as a whole reads at US school grade {MOST_WHOLE:g} or below; names of drugs do not count",
        "begin with its hardest sections: shorter sentences and shorter words",
        ("ama-nih", "kincaid-1975", "crawford-1984"),
        whole_too_high,
    ),
    Rule(
        "smog-high",
        "language",
        "warning",
        f"An English piece of {LEAST_SENTENCES} sentences or more has a SMOG grade of {MOST_SMOG:g} or below",
        "say it with words of one or two syllables",
        ("smog-1969", "nhs-reading-age"),
        smog_too_high,
    ),
    Rule(
        "easy-grade",
        "language",
        "error",
        f"A wording that is marked `easy` reads at US school grade {MOST_EASY:g} or below",
        "use shorter sentences and shorter words, or take `easy` away",
        ("aafp-2015", "kincaid-1975", "crawford-1984"),
        not_easy,
    ),
)
