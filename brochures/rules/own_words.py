"""A clinic's own words: are they as easy to read as those around them? Floor 3."""

from collections.abc import Iterable, Iterator

from brochures.errors import Problem
from brochures.model.clinic import Clinic
from brochures.model.words import Own, Words
from brochures.reading.richtext import as_sentence, to_plain
from brochures.reading.source import Loc, Reading
from brochures.rules.plain_language import LEAST_WORDS, MOST_GRADE, grade


def own_words_grade(clinic: Reading[Clinic], subject: str) -> Iterator[Problem]:
    """Each passage of the clinic's own about one subject that is above grade 7, at its place in the clinic's file."""
    words = clinic.value.words.get(subject)
    for at, text in _passages(words) if words else ():
        if len(text.split()) >= LEAST_WORDS and (found := grade(text)) > MOST_GRADE:
            yield Problem(
                "grade-high",
                f"your own words here read at US grade {found:.1f}; {MOST_GRADE:g} is the most for patients",
                "use shorter sentences and shorter words",
                mark=clinic.locate("words", subject, *at),
                severity="warning",
            )


def _passages(words: Words) -> Iterator[tuple[Loc, str]]:
    """Every passage that is read as one: its place under the subject, and its words as sentences."""
    for index, new in enumerate(words.replace):
        yield ("replace", index), _joined((*new.text, *new.points))
    for index, section in enumerate(words.add):
        yield ("add", index), _joined((*section.text, *section.points))
    for part, more in words.add_to.items():
        yield ("add_to", part), _joined(more)
    if words.advice:
        yield ("advice", "before"), _joined(words.advice.before)
        yield ("advice", "aftercare"), _joined(words.advice.aftercare)


def _joined(statements: Iterable[Own]) -> str:
    texts = (own if isinstance(own, str) else own.text for own in statements)
    return " ".join(as_sentence(to_plain(text)) for text in texts)
