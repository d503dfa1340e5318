"""Photographs of a clinic's own: the patient agreed, and nobody takes one result for everybody's. Floor 3."""

import re
from collections.abc import Iterator
from typing import Final

from brochures.rules.case import Case, Passage
from brochures.rules.phrasing import compiled, is_english
from brochures.rules.rule import Finding, Rule
from brochures.rules.varying import RESULTS_VARY

_NO_ID: Final = re.compile(
    r"[\W_]*|x+|(?:n/?a|none|no|nil|not? (?:needed|yet|asked)|unknown|yes|ok(?:ay)?|given|agreed|verbal|oral|by phone"
    r"|pending|later|soon|to ?do|tb[cd]|asked|example|test)\W*",
    re.IGNORECASE,
)
"""What stands where an id should, and leads to no paper."""

_RESULT: Final = compiled(
    r"\b(?:before|after|results?|treated|patients?|clients?|faces?|lips?|cheeks?|foreheads?|wrinkles?|lines|skin|smil\w+"
    r"|(?:days?|weeks?|months?) (?:later|on))\b"
)[0]
"""A picture of somebody who was, or could be, treated; a room or a building shows no result."""


def photo_consent(case: Case) -> Iterator[Finding]:
    """A photograph whose consent cannot be found by what is written there."""
    for name, index, consent in _consents(case):
        if _NO_ID.fullmatch(consent.strip()):
            mark = case.places.of_clinic("words", name, "photos", index, "consent")
            yield Finding(f"`{consent}` does not say where the consent is kept", mark)


def _consents(case: Case) -> Iterator[tuple[str, int, str]]:
    brochure = case.brochure
    for name, words in ((brochure.name, brochure.words), *brochure.option_words):
        for index, photo in enumerate(words.photos if words else ()):
            yield name, index, photo.consent


def photo_results_vary(case: Case) -> Iterator[Finding]:
    """A photograph of a result whose caption does not say that results vary."""
    captions: dict[tuple[str, int | str], list[Passage]] = {}
    for passage in case.of("photos") if is_english(case) else ():
        captions.setdefault((passage.subject, passage.loc[1]), []).append(passage)
    for passages in captions.values():
        told = next((p for p in passages if p.loc[-1] == "caption"), passages[0])
        if any(_RESULT.search(p.text) for p in passages) and not RESULTS_VARY.search(told.text):
            yield Finding(
                "this photograph shows a result, and its caption does not say that they vary", case.mark(told)
            )


RULES: Final = (
    Rule(
        "photo-consent",
        "balance",
        "error",
        "Each photograph names the paper that holds the consent",
        "write its number or its place: `consent book 12`, `C-77`",
        ("texas-board", "ftc-health"),
        photo_consent,
        safety=True,
    ),
    Rule(
        "photo-results-vary",
        "balance",
        "error",
        "A photograph of a result says that results vary",
        "end the caption with `Results vary.`",
        ("ftc-health", "texas-board"),
        photo_results_vary,
        safety=True,
    ),
)
