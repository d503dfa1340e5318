"""What several instruments ask, each in its own words: plain words, lists, headings, numbers, drawings. Floor 3."""

import re
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Final

from brochures.rules.case import Case
from brochures.rules.instruments.evidence import Figure, chunks, findings, is_action, lists
from brochures.rules.instruments.item import Decision, either, met, not_applicable, not_met, undecided
from brochures.rules.phrasing import is_english

Decide = Callable[[Case], Decision]

WORDS: Final = ("topic-grade", "grade-high", "jargon")
TERMS: Final = ("undefined-term", "undefined-abbreviation")
VOICE: Final = ("passive-voice",)
ADDRESS: Final = ("not-you", "few-you")
NUMBERS: Final = ("mixed-denominators",)
"""The rules on plain language that answer for an item."""

MOST_IN_A_LIST: Final = 7
"""The CDC's index asks for longer lists to be split."""
MOST_IN_A_CHUNK: Final = 100
_GENERAL: Final = frozenset(
    {"general", "other", "information", "more", "notes", "miscellaneous", "introduction", "about"}
)
_DIGITS: Final = re.compile(r"\d")
_DECIMAL: Final = re.compile(r"\d\.\d|\d\s?‰|\d\s?%\s+of\s+\d+\s?%")
_SUMS: Final = re.compile(
    r"\b(?:multiply|divide|subtract|add up|calculate|work out|times your|% of your)\b", re.IGNORECASE
)
_SIGNS: Final = {
    "onset": re.compile(r"\b(?:days?|weeks?|marks?|line)\b", re.IGNORECASE),
    "months": re.compile(r"\b(?:stripes?|bars?|months?)\b", re.IGNORECASE),
    "dots": re.compile(r"\bdots?\b", re.IGNORECASE),
}
"""What the line under a drawing must speak of, to say how it is read; what is labelled on the spot needs a line."""


def in_english(decide: Decide) -> Decide:
    """Leaves to a person what is written in a language whose words are not known here."""

    @wraps(decide)
    def decided(case: Case) -> Decision:
        return decide(case) if is_english(case) else undecided("its language is not known here")

    return decided


def clean(good: str, *rules: str) -> Decide:
    """Met where none of these rules finds anything; the first finding is the reason where one does."""

    @in_english
    def decide(case: Case) -> Decision:
        found = findings(case, *rules)
        return either(not found, good, found[0].message if found else "")

    return decide


def short_lists(case: Case) -> Decision:
    """There are lists, and none is long."""
    found = lists(case)
    if not found:
        return not_met("there is no list")
    name, most = max(found.items(), key=lambda entry: entry[1])
    good = f"{len(found)} lists, the longest of {most}"
    return either(most <= MOST_IN_A_LIST, good, f"{most} entries under {name}; {MOST_IN_A_LIST} are the most")


def short_chunks(case: Case) -> Decision:
    """No heading stands over a wall of text, and no list is long."""
    found = chunks(case)
    if not found:
        return not_met("there is no section")
    title, most = max(found.items(), key=lambda entry: entry[1])
    if most > MOST_IN_A_CHUNK:
        return not_met(f"{most} words under “{title}”; {MOST_IN_A_CHUNK} are the most")
    listed = short_lists(case)
    return listed if listed.verdict == "not-met" else met(f"at most {most} words under a heading")


def telling_heads(case: Case) -> Decision:
    """Each section has a heading of its own that tells what stands there."""
    titles = [section.title for section in case.subject.sections]
    empty = [title for title in titles if title.casefold().strip(" ?.:") in _GENERAL]
    twice = [title for title in titles if titles.count(title) > 1]
    bad = [*empty, *twice]
    return either(bool(titles) and not bad, f"{len(titles)} headings", f"says nothing: “{bad[0]}”" if bad else "none")


def plain_numbers(case: Case) -> Decision:
    """Numbers are whole and of one denominator."""
    told = [passage.text for passage in case.passages if _DIGITS.search(passage.text)]
    if not told:
        return not_applicable("there are no numbers")
    odd = [text for text in told if _DECIMAL.search(text)]
    if odd:
        return not_met(f"not a whole number: “{odd[0]}”")
    return _one_denominator(case, f"{len(told)} passages with whole numbers")


def no_sums(case: Case) -> Decision:
    """Nobody has to reckon to understand it."""
    if not any(_DIGITS.search(passage.text) for passage in case.passages):
        return not_applicable("there are no numbers")
    asked = sums_asked(case)
    return not_met(f"a sum: “{asked[0]}”") if asked else _one_denominator(case, "nothing to reckon")


def _one_denominator(case: Case, good: str) -> Decision:
    found = findings(case, *NUMBERS)
    return either(not found, good, found[0].message if found else "")


def sums_asked(case: Case) -> list[str]:
    """The passages that ask their reader to reckon."""
    return [passage.text for passage in case.passages if _SUMS.search(passage.text)]


def says_how_read(figure: Figure) -> bool:
    """Whether the line under a drawing speaks of what it is drawn with."""
    signs = _SIGNS.get(figure.name)
    return bool(signs.search(figure.caption)) if signs else bool(figure.caption)


def first_action(texts: Iterable[str]) -> str:
    """The first of these texts that tells what to do, or nothing."""
    return next((text for text in texts if is_action(text)), "")
