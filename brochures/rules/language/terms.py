"""Words that a patient may not know: jargon, medical terms and abbreviations that nobody explains. Floor 3."""

import re
from collections.abc import Iterator
from typing import Final

from brochures.rules.case import Case, Passage
from brochures.rules.counting import sentences_of
from brochures.rules.language.jargon import PAIRS
from brochures.rules.language.medical import SHORT_AS_WORDS, TERMS
from brochures.rules.language.naming import without_names
from brochures.rules.language.readability import printed
from brochures.rules.phrasing import is_english
from brochures.rules.rule import Finding, Rule

_NO_MEANING: Final = r"not|no|on|in|at|for|to|from|by|with|here|rare|common|safe|likely|possible|also|very|\w+ed"
_TOLD_AFTER: Final = re.compile(
    r"^(?: \w+)?\s?\((?!\d)|^[^.!?:()]{0,25}: ?[a-z]|^, (?:or|an?|the|which|that is|meaning)\b"
    rf"|^ (?:is|are|means?|stands? for)\b(?! (?:{_NO_MEANING})\b)",
    re.IGNORECASE,
)
_TOLD_BEFORE: Final = re.compile(
    r"\w[^.!?()]*\((?:an? |the |called |also |or )*$|\b(?:called|named|known as|say) (?:an? )?[“\"]?$", re.IGNORECASE
)
_SHORT: Final = re.compile(r"(?<![\w-])(?=[A-Za-z]*[A-Z][A-Za-z]*[A-Z])[A-Za-z]{2,6}(?![\w])")
_IN_BRACKETS: Final = re.compile(r"\w[\w’' -]*\($")


def _any_of(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Finds each term as a word with its usual endings; the longest first."""
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(_forms(term) for term in sorted(terms, key=len, reverse=True))})(?![\w-])",
        re.IGNORECASE,
    )


def _forms(term: str) -> str:
    if term.endswith("e"):
        return rf"{re.escape(term[:-1])}(?:es?|ed|ing|ely)"
    if term.endswith("y") and term[-2] not in "aeou":
        return rf"{re.escape(term[:-1])}(?:y|ies|ied|ying)"
    return rf"{re.escape(term)}(?:s|es|ed|ing|ly|ally)?"


_JARGON: Final = _any_of(tuple(PAIRS))
_TERMS: Final = _any_of(TERMS)


def jargon(case: Case) -> Iterator[Finding]:
    """Each word of the table of jargon that is not explained where it is first used."""
    for passage, found in _unexplained(case, _JARGON) if is_english(case) else ():
        plain = next((words for term, words in PAIRS.items() if re.fullmatch(_forms(term), found, re.IGNORECASE)), "")
        yield Finding(f"`{found}` is jargon", case.mark(passage, found), f"say: {plain}; or explain it in parentheses")


def undefined_term(case: Case) -> Iterator[Finding]:
    """Each medical term that is not explained where it is first used."""
    for passage, found in _unexplained(case, _TERMS) if is_english(case) else ():
        yield Finding(f"`{found}` is not explained where it is first used", case.mark(passage, found))


def _unexplained(case: Case, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, str]]:
    """The first mention of each term that neither its sentence, its section nor the glossary explains."""
    glossary = " | ".join(passage.text.lower() for passage in case.of("glossary") if passage.kind == "label")
    explained: dict[str, set[str]] = {}
    first: dict[str, tuple[Passage, str]] = {}
    for passage in printed(case):
        text = without_names(passage.text)
        for found in pattern.finditer(text):
            term = found[0].lower()
            first.setdefault(term, (passage, found[0]))
            if _is_told(text, found):
                explained.setdefault(term, set()).add(passage.part)
    for term, (passage, words) in first.items():
        if passage.part not in explained.get(term, ()) and term not in glossary:
            yield passage, words


def _is_told(text: str, found: re.Match[str]) -> bool:
    """Whether the words round a term explain it: in parentheses, after a colon, or as what it is."""
    return bool(_TOLD_AFTER.search(text[found.end() :]) or _TOLD_BEFORE.search(text[: found.start()]))


def undefined_abbreviation(case: Case) -> Iterator[Finding]:
    """Each abbreviation that no full name comes with where it is first used."""
    if not is_english(case):
        return
    known = {*SHORT_AS_WORDS, case.profile.regulator, *_words_of_clinic(case)}
    told_in: dict[str, set[str]] = {}
    first: dict[str, Passage] = {}
    for passage in printed(case):
        for sentence in sentences_of(passage.text):
            for found in _SHORT.finditer(sentence):
                short = found[0].removesuffix("s")
                first.setdefault(short, passage)
                if _IN_BRACKETS.search(sentence[: found.start()]) or _is_told(sentence, found):
                    told_in.setdefault(short, set()).add(passage.part)
    glossary = {word for passage in case.of("glossary") for word in passage.text.split()}
    for short, passage in first.items():
        if short not in known | glossary and passage.part not in told_in.get(short, ()):
            yield Finding(f"`{short}` is not spelled out where it is first used", case.mark(passage, short))


def _words_of_clinic(case: Case) -> set[str]:
    clinic = case.brochure.clinic
    return set(re.findall(r"\w+", clinic.name)) if clinic else set()


RULES: Final = (
    Rule(
        "jargon",
        "language",
        "warning",
        "Everyday words are used; a word of doctors or offices has a plain one beside it",
        "use the plain word, or explain it in parentheses",
        ("cdc-thesaurus", "pemat"),
        jargon,
    ),
    Rule(
        "undefined-term",
        "language",
        "warning",
        "A medical term is explained where it is first used: in parentheses, after a colon or in the glossary",
        "explain it: `a cannula (a thin, blunt tube)`",
        ("cdc-index", "pemat"),
        undefined_term,
    ),
    Rule(
        "undefined-abbreviation",
        "language",
        "warning",
        "An abbreviation is spelled out where it is first used, unless everybody knows it by its letters",
        "write the full name, and the letters in parentheses",
        ("cdc-index",),
        undefined_abbreviation,
    ),
)
