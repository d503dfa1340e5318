"""Words that make light of what can go wrong. Floor 3.

A net with holes: a short table of phrases that have no place beside safety text. It catches what is
often written, not what is meant; `nothing ever happens` passes. Whoever signs a version still reads it.
"""

from collections.abc import Iterator
from typing import Final

from brochures.rules.case import Case, Passage
from brochures.rules.phrasing import asserted, claimed, compiled, is_english
from brochures.rules.rule import Finding, Rule

_HARM: Final = r"(?:risks?|dangers?|harms?|side[ -]effects?|complications?)"
_ALWAYS: Final = compiled(
    rf"\b(?:no|zero|without|free of|free from) (?:any |real |known |serious |actual )?{_HARM}\b",
    r"\bno (?:need|reason) to (?:worry|call)\b",
    r"\bnothing (?:can|could|will) go wrong\b",
    r"\bnothing to (?:fear|worry about)\b",
    rf"\b{_HARM} (?:never|do not|don[’']t|cannot|can[’']t) (?:happen|occur)\b",
    r"\brare side[ -]effects? never\b",
    r"\bnever (?:happens?|occurs?) (?:here|with us|to us|in our)\b",
    r"\bnot (?:at all |really |that )?(?:serious|dangerous|harmful)\b",
    r"\bonly a formality\b",
    r"\b(?:always|every time) (?:works|safe)\b",
)
"""Said with a `no` of their own."""

_UNLESS_DENIED: Final = compiled(
    r"\b(?:completely|totally|perfectly|absolutely|entirely|fully|100 ?(?:%|percent)) (?:safe|harmless)\b",
    r"\b(?:risk|danger|pain|worry)[ -]free\b",
    r"\bharmless\b",
    r"\bpainless\b",
    r"\bguaranteed?\b",
    r"\b(?:ignore|disregard|forget about)\b",
    r"\b(?:overstated|exaggerated|scaremongering)\b",
    r"\bjust (?:the )?(?:small|fine) print\b",
)
"""Wrong as a claim, right when denied: `no treatment is risk-free`, `do not ignore this`."""


def weakening(text: str) -> Iterator[str]:
    """The phrases in `text` that make light of harm, each once; a question claims nothing."""
    yield from dict.fromkeys(phrase for sentence in asserted(text) for phrase in _phrases(sentence))


def _phrases(sentence: str) -> list[str]:
    phrases, rest = [], sentence
    for pattern in _ALWAYS:
        found = pattern.search(sentence)
        if found:
            phrases.append(found[0])
            # Its own `no` denies nothing that follows.
            rest = pattern.sub(lambda phrase: "…" * len(phrase[0]), rest)
    phrases += filter(None, (claimed(rest, pattern) for pattern in _UNLESS_DENIED))
    return sorted(phrases, key=sentence.find)


def _is_of_no_treatment(passage: Passage) -> bool:
    """Whether the words are about having no treatment, which has none of its risks."""
    return passage.part in {"no_treatment", "neither"} or passage.option == "none"


def weakens_safety(case: Case) -> Iterator[Finding]:
    """Each phrase, wherever it is printed; only the clinic's registered name may be what it is."""
    for passage in case.passages if is_english(case) else ():
        if not _is_of_no_treatment(passage) and passage.loc != ("name",):
            for phrase in weakening(passage.text):
                yield Finding(f"`{phrase}` makes light of what can go wrong", case.mark(passage, phrase))


RULES: Final = (
    Rule(
        "weakens-safety",
        "balance",
        "error",
        "Nothing makes light of harm: risk-free, painless, guaranteed, no side effects",
        "say what can happen and what to do; every treatment has risks, and this stands beside them",
        ("fda-letters", "ftc-health", "california-board"),
        weakens_safety,
        safety=True,
    ),
)
