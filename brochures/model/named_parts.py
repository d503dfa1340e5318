"""The parts of a subject by name, and a hash of the words of each. Floor 1.

A section goes by its role, a list by its field. Which parts are safety text is said by `model.words.LOCKED`.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from brochures.model.content import Section, Subject, Term, Topic
from brochures.model.statement import Statement
from brochures.model.walking import holds
from brochures.model.words import LOCKED

LISTS: Final = (
    "main_message",
    "key_points",
    "common_effects",
    "boxed_warning",
    "serious_risks",
    "who_should_not",
    "tell_us_first",
    "alternatives",
    "no_treatment",
    "unknowns",
    "aftercare",
    "questions",
    "lines",
)
"""The fields of a subject that are plain lists of statements."""

URGENT: Final = {"urgent_emergency": "emergency", "urgent_clinic": "clinic", "urgent_team": "team"}
"""The lists of urgent signs and of the emergency team's words, and their fields in `urgent`; only a topic has them."""

NEEDED: Final = ("main_message", "common_effects", "tell_us_first", "no_treatment")
"""Parts that every piece prints: their words may be changed, they may not be left out."""

Shape = Literal["section", "list", "rate", "urgent", "glossary"]

_BEFORE: Final = ("main_message", "key_points")


@dataclass(frozen=True, slots=True)
class NamedPart:
    """One part: its name, its title if it has one of its own, and its statements in reading order.

    `words` are all its words in reading order: those of the statements, of the titles of steps and of
    the words that a glossary explains.
    """

    name: str
    shape: Shape
    title: str
    statements: tuple[Statement, ...]
    words: tuple[str, ...]
    option: str | None = None

    @property
    def is_locked(self) -> bool:
        """Whether it is safety text, which can be added to and never replaced or hidden."""
        return self.name in LOCKED


def parts_of(subject: Subject, place: str | None = None) -> dict[str, NamedPart]:
    """Every part by its name, empty lists among them, in the order in which a patient reads them.

    With a `place`, only the statements that hold there.
    """
    parts = [_list(subject, name, place) for name in _BEFORE]
    parts += [_section(name, section, place) for name, section in sections_of(subject).items()]
    parts += [_list(subject, name, place) for name in LISTS if name not in (*_BEFORE, "lines")]
    if subject.rate is not None:
        rate = subject.rate
        parts.append(_part("rate", "rate", rate.title, (rate.text, rate.caption), place))
    if isinstance(subject, Topic):
        for name, field in URGENT.items():
            title = subject.urgent.team_title or "" if field == "team" else ""
            parts.append(_part(name, "urgent", title, getattr(subject.urgent, field), place))
    parts += [_glossary(subject.glossary, place), _list(subject, "lines", place)]
    return {part.name: part for part in parts}


def sections_of(subject: Subject) -> dict[str, Section]:
    """Every section by its name: its role, and `both-2` for the second of one role."""
    named: dict[str, Section] = {}
    seen: dict[str, int] = {}
    for section in subject.sections:
        count = seen[section.role] = seen.get(section.role, 0) + 1
        named[section.role if count == 1 else f"{section.role}-{count}"] = section
    return named


def part_hash(part: NamedPart) -> str:
    """Eight hexadecimal digits of a part's words: SHA-256 of its title and words, sources and places left out."""
    words = json.dumps([part.title, *part.words], ensure_ascii=False)
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def _part(name: str, shape: Shape, title: str, statements: Iterable[Statement], place: str | None) -> NamedPart:
    held = _holding(statements, place)
    return NamedPart(name, shape, title, held, tuple(statement.text for statement in held))


def _list(subject: Subject, name: str, place: str | None) -> NamedPart:
    return _part(name, "list", "", getattr(subject, name), place)


def _glossary(terms: tuple[Term, ...], place: str | None) -> NamedPart:
    held = [term for term in terms if _holding((term.meaning,), place)]
    words = tuple(f"{term.term}: {term.meaning.text}" for term in held)
    return NamedPart("glossary", "glossary", "", tuple(term.meaning for term in held), words)


def _section(name: str, section: Section, place: str | None) -> NamedPart:
    statements = [*_holding((*section.text, *section.points), place)]
    words = [statement.text for statement in statements]
    for step in section.steps:
        held = _holding(step.text, place)
        statements += held
        words += [step.title, *(statement.text for statement in held)]
    return NamedPart(name, "section", section.title, tuple(statements), tuple(words), section.option)


def _holding(statements: Iterable[Statement], place: str | None) -> tuple[Statement, ...]:
    return tuple(s for s in statements if place is None or holds(s.place, place))
