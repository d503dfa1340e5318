"""Words of a clinic's own that make light of what can go wrong. Floor 2.

A net with holes: a short table of phrases that have no place beside safety text. It catches what is
often written, not what is meant; `nothing ever happens` passes. Whoever signs a version still reads it.
"""

import re
from collections.abc import Iterator
from typing import Final

from brochures.errors import Problem
from brochures.model.clinic import Clinic
from brochures.reading.fields import Leaf, leaves
from brochures.reading.source import Source


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_HARM: Final = r"(?:risks?|dangers?|harms?|side[ -]effects?|complications?)"
_ALWAYS: Final = _compiled(
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

_UNLESS_DENIED: Final = _compiled(
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

_DENIAL: Final = re.compile(r"\b(?:no|not|never|nothing|none|nobody|cannot|without)\b|n[’']t\b", re.IGNORECASE)
_NEAR_WORDS: Final = 6
_UNSAID: Final = frozenset({"file", "consent", "part", "option", "after"})


def weakening_problems(source: Source) -> list[Problem]:
    """Phrases under `words:` of a clinic file that weaken safety text, each at its place."""
    data = source.data.get("words")
    annotation = Clinic.model_fields["words"].annotation
    found = []
    for leaf in leaves(annotation, data, ("words",)):
        if leaf.kind in {"plain", "rich"} and leaf.loc[-1] not in _UNSAID and not _is_of_no_treatment(leaf, source):
            found += [_problem(phrase, leaf, source) for phrase in weakening(leaf.text)]
    return found


def weakening(text: str) -> Iterator[str]:
    """The phrases in `text` that make light of harm, each once; a question claims nothing."""
    told = (sentence for sentence in re.split(r"(?<=[.?!]) ", " ".join(text.split())) if not sentence.endswith("?"))
    found = [phrase for sentence in told for phrase in _phrases(sentence)]
    yield from dict.fromkeys(found)


def _phrases(sentence: str) -> Iterator[str]:
    rest = sentence
    for pattern in _ALWAYS:
        found = pattern.search(sentence)
        if found:
            yield found[0]
            # Its own `no` denies nothing that follows.
            rest = pattern.sub(lambda phrase: "…" * len(phrase[0]), rest)
    for pattern in _UNLESS_DENIED:
        found = pattern.search(rest)
        if found and not _is_denied(rest[: found.start()]):
            yield found[0]


def _is_denied(before: str) -> bool:
    """Whether a `not` or `never` stands close before, in the same part of the sentence."""
    part = re.split(r"[:;]\s", before)[-1]
    return bool(_DENIAL.search(" ".join(part.split()[-_NEAR_WORDS:])))


def _is_of_no_treatment(leaf: Leaf, source: Source) -> bool:
    """Whether the words are about having no treatment, which has none of its risks."""
    if "no_treatment" in leaf.loc:
        return True
    entry = source.data
    for step in leaf.loc[:4]:
        entry = entry[step]  # type: ignore[assignment, index] # the leaf was found along this way
    return isinstance(entry, dict) and entry.get("part") == "no_treatment"


def _problem(phrase: str, leaf: Leaf, source: Source) -> Problem:
    return Problem(
        "weakens-safety",
        f"`{phrase}` makes light of what can go wrong",
        "say what can happen and what to do; every treatment has risks, and this stands beside them",
        source.mark_within(leaf.loc, phrase),
    )
