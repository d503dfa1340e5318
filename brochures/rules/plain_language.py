"""Is it easy enough to read? US school grade of each section, by Flesch and Kincaid (1975). Floor 3."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from brochures.errors import Problem
from brochures.model.content import Content, Section
from brochures.model.named_parts import LISTS
from brochures.model.slots import SLOT
from brochures.model.statement import Statement
from brochures.reading.richtext import as_sentence, to_plain
from brochures.reading.source import Reading

MOST_GRADE: Final = 7.0
"""The AMA asks for grade 6, the NIH for 6 to 7; texts on these treatments average 10.7 (Barbarite, 2020)."""

LEAST_WORDS: Final = 12
"""A formula made for running text says nothing about a handful of words."""

_EXEMPT: Final = re.compile(
    r"botulinum toxin type A|botulinum toxin|botulinum|clostridium|hyaluronic acid|hyaluronidase"
    r"|calcium hydroxylapatite|poly-L-lactic acid|polymethyl methacrylate|myasthenia gravis|Lambert-Eaton|platysma"
    r"|lidocaine|aminoglycosides?"
    r"|Botox|Daxxify|Dysport|Jeuveau|Letybo|Xeomin|MedWatch|CaHA|PLLA|PMMA|ALS|FDA",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def grade(text: str) -> float:
    """US school grade of `text`; drug and substance names count as one short word each.

    0.39 · words per sentence + 11.8 · syllables per word - 15.59 (Kincaid, Fishburne, Rogers and Chissom, 1975).
    """
    from textstat import textstat

    plain = _EXEMPT.sub("it", SLOT.sub("it", text))
    # The library's own grade rounds both averages to one decimal: up to 0.6 of a grade on a short passage.
    words, sentences = textstat.lexicon_count(plain), textstat.sentence_count(plain)
    return float(0.39 * words / sentences + 11.8 * textstat.syllable_count(plain) / words - 15.59)


def grade_too_high(content: Reading[Content], subject: str, today: date) -> Iterator[Problem]:  # noqa: ARG001 - the shape of a rule
    """Each section, and each list of statements, above grade 7."""
    for loc, text in passages(content.value, subject):
        if len(text.split()) >= LEAST_WORDS and (found := grade(text)) > MOST_GRADE:
            yield Problem(
                "grade-high",
                f"this reads at US grade {found:.1f}; {MOST_GRADE:g} is the most for patients",
                "use shorter sentences and shorter words",
                mark=content.locate(*loc),
                severity="warning",
            )


def passages(content: Content, subject: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every passage of a subject that is read as one: its place, and its words as sentences."""
    group, record = content.group_of(subject), content.subject(subject)
    for index, section in enumerate(record.sections):
        yield (group, subject, "sections", index), _words(_of_section(section))
    for name in LISTS:
        statements: tuple[Statement, ...] = getattr(record, name)
        if statements:
            yield (group, subject, name), _words(statements)
    for index, row in enumerate(getattr(record, "rows", ())):
        for option, answer in row.answers.items():
            yield (group, subject, "rows", index, "answers", option), _words((answer,))
    for name, variant in record.variants.items():
        yield (group, subject, "variants", name), _words((*variant.text, *variant.points))


def _of_section(section: Section) -> tuple[Statement, ...]:
    steps = tuple(statement for step in section.steps for statement in step.text)
    return (*section.text, *section.points, *steps)


def _words(statements: tuple[Statement, ...]) -> str:
    return " ".join(as_sentence(to_plain(statement.text)) for statement in statements)
