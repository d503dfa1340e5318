"""What instruments look for in a brochure: findings of rules, figures, lists, actions. Floor 3."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from brochures.model.content import Section
from brochures.model.statement import Statement
from brochures.model.walking import statements_of
from brochures.reading.richtext import to_plain
from brochures.rules.case import Case, Passage
from brochures.rules.rule import Finding

_ACTS: Final = (
    r"ask|avoid|be|beware|bring|call|check|choose|compare|do not|drink|eat|get|go|keep|learn|look|mark|never|plan|read"
    r"|report|rest|see|show|stop|take|tell|use|wait|wear|write"
)
_ACTION: Final = re.compile(
    rf"(?:^|[.:;!?]\s+|,?\s(?:and|then)\s+)(?:please\s+)?(?:{_ACTS})\b(?!\s*[,?])", re.IGNORECASE
)
_UNKNOWN: Final = re.compile(
    r"\bno one (?:knows|has studied)|\b(?:is|are|was|were) not (?:yet )?(?:known|clear|studied|reviewed)|\bnot known\b"
    r"|\bha(?:s|ve) not (?:been )?(?:reviewed|studied|shown)|\bunknown\b|\bno (?:proven|good studies)",
    re.IGNORECASE,
)


class Figure(NamedTuple):
    """One drawing of a brochure: which, its title, and the line under it."""

    name: str
    title: str
    caption: str


def findings(case: Case, *rules: str) -> list[Finding]:
    """All that these rules find in the brochure, whatever their severity."""
    from brochures.rules import RULES  # the registry imports the rules, which know nothing of instruments

    return [finding for name in rules for finding in dict.fromkeys(RULES[name].find(case))]


def words_in(*statements: Statement) -> int:
    """How many words these statements have."""
    return sum(len(to_plain(statement.text).split()) for statement in statements)


def is_action(sentence: str) -> bool:
    """Whether a sentence tells its reader to do something."""
    return bool(_ACTION.search(sentence))


def actions(case: Case) -> tuple[Passage, ...]:
    """The statements that tell a patient to do something; the emergency team's words are not a patient's."""
    return tuple(p for p in case.statements if "team" not in p.loc and is_action(p.text))


def unknowns(case: Case) -> list[str]:
    """What the brochure says is not known."""
    said = [to_plain(statement.text) for statement in case.subject.unknowns]
    return said or [p.text for p in case.statements if _UNKNOWN.search(p.text)]


def sections(case: Case) -> tuple[Section, ...]:
    """The sections, in the order of their subject."""
    return case.subject.sections


def lists(case: Case) -> dict[str, int]:
    """How many entries each list has that is printed as one: bullets, numbered steps, signs, questions."""
    subject, found = case.subject, {}
    for name in ("key_points", "who_should_not", "tell_us_first", "questions", "aftercare", "unknowns"):
        entries: tuple[Statement, ...] = getattr(subject, name)
        if not any(entry.option for entry in entries):
            found[name] = len(entries)
    for section in subject.sections:
        found[f"{section.role}: {section.title}"] = max(len(section.points), len(section.steps))
    for name, topic in case.brochure.topics:
        for group in ("emergency", "clinic"):
            found[f"urgent signs: {name}, {group}"] = len(getattr(topic.urgent, group))
    return {name: count for name, count in found.items() if count > 1}


def chunks(case: Case) -> dict[str, int]:
    """How many words stand under each heading."""
    return {section.title: words_in(*statements_of(section)) for section in case.subject.sections}


def figures(case: Case) -> tuple[Figure, ...]:
    """Every drawing and photograph of the brochure, with what stands over and under it."""
    return tuple(_figures(case))


def _figures(case: Case) -> Iterator[Figure]:
    brochure, subject = case.brochure, case.subject
    topics = [topic for _, topic in brochure.topics]
    if brochure.kind == "topic":
        topic = brochure.topic
        if topic.face_map:
            yield Figure("face map", topic.face_map.title, _text(topic.face_map.caption))
        if topic.onset:
            yield Figure("onset", topic.onset.title, _text(topic.onset.caption))
        if topic.lasting:
            yield Figure("months", topic.lasting.title, _text(topic.lasting.caption))
    else:
        comparison = brochure.comparison
        if any(topic.face_map and topic.face_map.areas for topic in topics):
            yield Figure("face map", comparison.face_map_title, _text(comparison.face_map_caption))
        drawn = dict(brochure.topics).get(comparison.onset_of or "")
        if drawn and drawn.onset:
            yield Figure("onset", drawn.onset.title, _text(drawn.onset.caption))
        if any(topic.lasting for topic in topics):
            yield Figure("months", comparison.lasting_title, _text(comparison.lasting_caption))
    if subject.rate:
        yield Figure("dots", subject.rate.title, _text(subject.rate.caption))
    for photo in brochure.words.photos if brochure.words else ():
        yield Figure("photograph", photo.alt, photo.caption)


def _text(statement: Statement | None) -> str:
    return to_plain(statement.text) if statement else ""
