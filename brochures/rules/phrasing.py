"""How English says things: sentences, claims and denials, and which treatment a sentence is about. Floor 3."""

import re
from collections.abc import Iterator
from typing import Final

from brochures.model.content import Topic
from brochures.model.profile import substances_of
from brochures.model.substances import Substance, substances_in
from brochures.rules.case import Case, Passage
from brochures.rules.counting import sentences_of

_DENIAL: Final = re.compile(r"\b(?:no|not|never|nothing|none|nobody|cannot|without)\b|n[’']t\b", re.IGNORECASE)
_NEAR_WORDS: Final = 6
HARM_PARTS: Final = frozenset(
    {
        "boxed_warning",
        "common_effects",
        "rate",
        "serious_risks",
        "tell_us_first",
        "urgent",
        "urgent_titles",
        "who_should_not",
    }
)
"""Parts that tell what can go wrong, and for whom."""


def compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """The patterns, for upper case and lower."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def is_english(case: Case) -> bool:
    """Whether rules with English words have anything to say of this brochure."""
    return speaks_english(case.subject.language)


def speaks_english(language: str) -> bool:
    """Whether a language tag is one of English: `en`, `en-US`."""
    return language.partition("-")[0] == "en"


def asserted(text: str) -> Iterator[str]:
    """The sentences of `text` that claim something; a question claims nothing."""
    return (sentence for sentence in sentences_of(" ".join(text.split())) if not sentence.endswith("?"))


def is_denied(before: str) -> bool:
    """Whether a `not` or `never` stands close before what follows, in the same part of the sentence."""
    part = re.split(r"[:;]\s", before)[-1]
    return bool(_DENIAL.search(" ".join(part.split()[-_NEAR_WORDS:])))


def claimed(sentence: str, pattern: re.Pattern[str]) -> str:
    """What `pattern` finds in `sentence` and no word before it denies, or nothing."""
    found = (match for match in pattern.finditer(sentence) if not is_denied(sentence[: match.start()]))
    return next((match[0] for match in found), "")


def options_with(case: Case, substance: Substance) -> tuple[tuple[str, Topic], ...]:
    """The treatments of this brochure that are of one kind, by name."""
    return tuple((name, topic) for name, topic in case.brochure.topics if substance in substances_of(topic))


def spoken_of(case: Case, passage: Passage, sentence: str) -> frozenset[Substance]:
    """The kinds of treatment that a sentence is about: those it names, else its option's, else the topic's own."""
    named = substances_in(sentence)
    if named or passage.option == "none":
        return named
    topics = dict(case.brochure.topics)
    about = topics.get(passage.option or passage.subject)
    return substances_of(about) if about else frozenset()
