"""Claims that no piece may make: what is banned, and what a ban of words catches. Floor 3."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from brochures.rules import areas, reassurance
from brochures.rules.case import Case, Passage
from brochures.rules.phrasing import HARM_PARTS, asserted, claimed, compiled, is_english, spoken_of
from brochures.rules.rule import Finding, Rule


class Ban(NamedTuple):
    """Words that claim too much, why, and whether only of a toxin."""

    words: re.Pattern[str]
    why: str
    of_toxin: bool = False


_YOUR: Final = r"(?:(?:the|your|all) )?"
_AGE: Final = r"(?:(?:signs?|look|effects?) of )?(?:age?ing|old age|time)\b"
_WHAT: Final = (
    r"(?:\w+ )?(?:care|choice|clinics?|doctors?|fillers?|hands|injectors?|looks?|medicine|nurses?|options?|practice"
    r"|products?|prices?|results?|surgeons?|team|toxins?|treatments?|way to (?:look|stay))"
)


def _ban(words: str, why: str, *, of_toxin: bool = False) -> Ban:
    return Ban(compiled(words)[0], why, of_toxin)


BANS: Final = (
    _ban(
        r"\bif any(?: do| should)? (?:occur|happen)\b", "doubts that side effects happen; about half had some in trials"
    ),
    _ban(r"\bcosmetic (?:treatment|procedure)s?\b", "calls a drug less than it is", of_toxin=True),
    _ban(
        r"\b(?:tough(?:est)?|stubborn|worst|deepest) (?:\w+ )?(?:wrinkles?|lines?)\b",
        "promises more than the approved uses",
    ),
    _ban(
        r"\b(?:revers|stop|halt|cur|fight|def|undo|eras|beat|freez)"
        rf"(?:e|es|ed|ing|s|y|ies|ied|ying|ting|ping)? {_YOUR}{_AGE}",
        "promises that age can be undone",
    ),
    _ban(r"\bturn(?:s|ed|ing)? back (?:the )?(?:clock|time|years)\b", "promises that age can be undone"),
    _ban(r"\b(?:years?|decades?) (?:younger|off)\b", "promises that age can be undone"),
    _ban(rf"\b(?:restor\w+|regain\w*|bring\w* back|eternal|lost) {_YOUR}youth\b", "promises that age can be undone"),
    _ban(r"\bfountain of youth\b", "promises that age can be undone"),
    _ban(rf"\b(?:the|our) (?:very )?best {_WHAT}\b", "sets itself above others without proof"),
    _ban(r"\bbest in (?:town|the)\b", "sets itself above others without proof"),
    _ban(r"\bsafest\b", "sets itself above others without proof"),
    _ban(r"\b(?:no\.|number|#) ?(?:1\b(?![.,]?\d)|one\b(?! (?:in|of) \d))", "sets itself above others without proof"),
    _ban(
        r"\bmost (?:effective|advanced|trusted|powerful|popular|natural)\b|\bsecond to none\b|\bunbeatable\b",
        "sets itself above others without proof",
    ),
    _ban(r"\bmiracles?\b|\bmiraculous\b|\bworks for (?:everyone|everybody|all)\b", "promises what nothing can"),
    _ban(
        r"\bpermanent(?:ly)?\b|\bforever\b|\bfor good\b|\bfor life\b|\bnever comes? back\b",
        "says that the effect stays; it wears off",
        of_toxin=True,
    ),
)
"""What quality guides, the FDA's letters and state boards name; each as it is usually written."""


def banned_claim(case: Case) -> Iterator[Finding]:
    """Each claim, wherever it is printed but in the clinic's registered name."""
    for passage in case.passages if is_english(case) else ():
        if passage.loc != ("name",):
            for sentence in asserted(passage.text):
                yield from _claims(case, passage, sentence)


def _claims(case: Case, passage: Passage, sentence: str) -> Iterator[Finding]:
    for ban in BANS:
        words = claimed(sentence, ban.words)
        if words and (not ban.of_toxin or _is_of_toxin(case, passage, sentence)):
            yield Finding(f"`{words}` {ban.why}", case.mark(passage, words))


def _is_of_toxin(case: Case, passage: Passage, sentence: str) -> bool:
    """Whether it tells of a toxin's effect; what a toxin may harm can indeed last."""
    return passage.part not in HARM_PARTS and spoken_of(case, passage, sentence) == {"toxin"}


RULES: Final[tuple[Rule, ...]] = (
    *reassurance.RULES,
    Rule(
        "banned-claim",
        "balance",
        "error",
        "Nothing claims youth, permanence of a toxin, or to be the best; side effects are not doubted",
        "say what it does for most people, and for how long",
        ("fda-letters", "ftc-health", "texas-board", "california-board"),
        banned_claim,
        safety=True,
    ),
    *areas.RULES,
)
