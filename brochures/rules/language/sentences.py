"""How sentences are built: their length, who acts in them, and whether they speak to the reader. Floor 3."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from brochures.rules.case import Case, Passage
from brochures.rules.counting import sentences_of, words_of
from brochures.rules.language.passive import passive_in
from brochures.rules.language.readability import printed
from brochures.rules.phrasing import is_english
from brochures.rules.rule import Finding, Rule

MOST_WORDS: Final = 25
"""The limit of the UK Government's writers: sentences become difficult there, for good readers too."""

MOST_PASSIVE: Final = 0.2
"""PEMAT counts a quality as there when it holds nearly all of the time: in 80 to 100 % of a text."""

LEAST_SENTENCES: Final = 4
"""A share of fewer sentences says nothing of how a section is written."""

LEAST_TO_READER: Final = 0.2
"""Our own floor: in the pieces shipped, a third of the sentences say `you`, `we` or what to do."""

LEAST_FOR_SHARE: Final = 20

_READER: Final = re.compile(r"\b(?:you|your|yours|yourself|we|us|our|ours|I|me|my)\b", re.IGNORECASE)
_ORDERS: Final = re.compile(
    r"^(?:please |always |never |do not |don[’']t |if [^,]+, |then )?(?:ask|avoid|beware|bring|buy|call|check|choose"
    r"|come|compare|count|do|drink|eat|fill|find|follow|get|give|go|hold|keep|learn|leave|let|lie|look|make|mark|move|press|put|read|report"
    r"|rest|rub|say|see|show|sit|sleep|stay|stop|take|talk|tell|tick|touch|try|use|wait|wash|wear|write)\b",
    re.IGNORECASE,
)
_OF_OTHERS: Final = re.compile(
    r"\bpatients? (?:should|must|may|can|could|will|would|shall|need|needs|ought|has to|have to|is|are|who|with"
    r"|reports?|reported)\b"
    r"|\b(?:the|each|every|our|any) patients?\b(?! (?:label|leaflet|information|guide|form|card|safety"
    r"|support|insert|group)s?\b)"
    r"|\b(?:individuals|persons|clients|customers|candidates|recipients) (?:should|must|may|can|will|need"
    r"|are|who|with)\b",
    re.IGNORECASE,
)


def long_sentence(case: Case) -> Iterator[Finding]:
    """Each sentence of more than 25 words, in any language."""
    for passage in printed(case):
        for sentence in sentences_of(passage.text):
            count = len(words_of(sentence))
            if count > MOST_WORDS:
                start = " ".join(sentence.split()[:5])
                message = f"“{start} …” has {count} words; {MOST_WORDS} is the most in one sentence"
                yield Finding(message, case.mark(passage))


def passive_voice(case: Case) -> Iterator[Finding]:
    """A section of which more than half is passive, or a whole of which more than a fifth is."""
    if not is_english(case):
        return
    told = [(passage, sentence) for passage in printed(case) for sentence in sentences_of(passage.text)]
    passive = [(passage, words) for passage, sentence in told if (words := passive_in(sentence))]
    if len(told) >= LEAST_FOR_SHARE and len(passive) > MOST_PASSIVE * len(told):
        for passage, words in passive:
            share = f"{len(passive)} of {len(told)} sentences are passive"
            yield Finding(f"`{words}`: {share}; a fifth is the most", case.mark(passage))
        return
    yield from _passive_sections(case, told)


def _passive_sections(case: Case, told: list[tuple[Passage, str]]) -> Iterator[Finding]:
    for _, group in groupby(told, key=lambda one: (one[0].subject, one[0].part, one[0].option)):
        section = list(group)
        found = [(passage, words) for passage, sentence in section if (words := passive_in(sentence))]
        if len(section) >= LEAST_SENTENCES and 2 * len(found) > len(section):
            passage, words = found[0]
            message = f"`{words}`: {len(found)} of {len(section)} sentences here are passive; half is the most"
            yield Finding(message, case.mark(passage))


def not_you(case: Case) -> Iterator[Finding]:
    """Each sentence that speaks of patients where it could speak to the reader."""
    for passage in printed(case) if is_english(case) else ():
        found = _OF_OTHERS.search(passage.text)
        if found:
            yield Finding(f"`{found[0]}` speaks of the reader, not to the reader", case.mark(passage, found[0]))


def few_you(case: Case) -> Iterator[Finding]:
    """A piece that seldom speaks to the reader."""
    told = [sentence for passage in printed(case) for sentence in sentences_of(passage.text)]
    direct = sum(is_direct(sentence) for sentence in told)
    if is_english(case) and len(told) >= LEAST_FOR_SHARE and direct < LEAST_TO_READER * len(told):
        message = f"{direct} of {len(told)} sentences speak to the reader; a fifth is the least"
        yield Finding(message, case.mark_of())


def is_direct(sentence: str) -> bool:
    """Whether an English sentence says `you`, `we` or `I`, or tells the reader what to do."""
    return bool(_READER.search(sentence) or _ORDERS.search(sentence))


RULES: Final = (
    Rule(
        "long-sentence",
        "language",
        "warning",
        f"No sentence has more than {MOST_WORDS} words",
        "make two sentences of it, or a list",
        ("govuk-25",),
        long_sentence,
    ),
    Rule(
        "passive-voice",
        "language",
        "warning",
        "The active voice is used: at most a fifth of all sentences, and half of a section, are passive",
        "say who does it: `we clean the skin`, not `the skin is cleaned`",
        ("pemat", "cdc-index"),
        passive_voice,
    ),
    Rule(
        "not-you",
        "language",
        "warning",
        "The reader is spoken to as `you`, not of as `patients`",
        "say `you`: `you should`, not `patients should`",
        ("pemat", "cdc-clear-writing"),
        not_you,
    ),
    Rule(
        "few-you",
        "language",
        "warning",
        "At least a fifth of the sentences speak to the reader: with `you`, with `we`, or saying what to do",
        "say `you` and `we`, and what the reader can do",
        ("pemat", "cdc-clear-writing"),
        few_you,
    ),
)
