"""The passive voice in an English sentence: a form of `be` with a participle that is no adjective. Floor 3."""

import re
from typing import Final

_IRREGULAR: Final = (
    r"begun|bitten|blown|born|bought|bound|broken|brought|built|caught|chosen|cut|dealt|drawn|driven|eaten|felt"
    r"|found|fought|forgotten|frozen|given|grown|heard|held|hidden|hurt|kept|laid|led|left|lent|lost|made|meant"
    r"|met|paid|put|read|seen|sent|set|shaken|shown|shut|sold|spent|split|spread|stuck|struck|sung|sworn|swept"
    r"|taken|taught|thrown|thought|told|torn|understood|withdrawn|won|worn|written"
)
"""Participles without -ed; `known`, `done` and `gone` tell a state and are left out."""

_STATES: Final = (
    r"advanced|aged|allowed|authorized|balanced|based|blessed|bored|certified|chilled|concerned|confused|coated"
    r"|crooked|dissatisfied|educated|embarrassed|excited|exhausted|experienced|frightened|hundred"
    r"|indeed|infected|inflamed|insured|interested|involved|licensed|limited|located|married|mixed"
    r"|pleased|prepared|qualified|red|registered|related|relaxed|relieved|retired|satisfied|scared"
    r"|skilled|supposed|surprised|swollen|tired|trained|unfinished|unlicensed"
    r"|used(?= to (?:it|this|that|them))|upset|worried"
)
"""Participles that say how somebody or something is, not what was done to it."""

_BE: Final = r"(?:am|is|are|was|were|be|been|being|get|gets|got|getting)"
_BETWEEN: Final = r"(?:not|never|also|often|always|usually|sometimes|only|still|then|now|first|fully|too|\w+ly)"
_ASKED: Final = r"(?:it|they|he|she|this|that|these|you|we|(?:the|my|your|a|an) \w+)"
_DONE: Final = rf"(?:{_IRREGULAR}|(?!(?:{_STATES})\b)[a-z]{{2,}}ed)"

_PASSIVE: Final = re.compile(rf"\b{_BE}(?: {_BETWEEN}){{0,2}} {_DONE}\b(?!-)", re.IGNORECASE)
_ASKING: Final = re.compile(rf"^(?:\w+ )?(?:is|are|was|were) {_ASKED}(?: {_BETWEEN})? {_DONE}\b", re.IGNORECASE)


def passive_in(sentence: str) -> str:
    """The passive words of an English sentence, or nothing.

    >>> passive_in("It was quickly given."), passive_in("She is trained."), passive_in("It is red.")
    ('was quickly given', '', '')
    """
    found = _PASSIVE.search(sentence) or _ASKING.search(sentence)
    return found[0] if found else ""
