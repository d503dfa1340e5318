"""Areas that a regulator approved a treatment for, and areas that it did not. Floor 3.

One row for each place and kind of treatment. What is uncertain, or differs from product to product, stands in
neither: the first asks for one of the areas by name, the second refuses `approved` beside one that is not.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from brochures.model.substances import Substance
from brochures.rules.case import Case
from brochures.rules.phrasing import asserted, claimed, compiled, is_english, options_with, spoken_of
from brochures.rules.rule import Finding, Rule


class Areas(NamedTuple):
    """Areas that are approved, and areas that are not: patterns of their names."""

    approved: re.Pattern[str]
    other: re.Pattern[str]


def _areas(approved: str, other: str) -> Areas:
    return Areas(*compiled(rf"\b(?:{approved})\b", rf"\b(?:{other})\b"))


APPROVED: Final[dict[str, dict[Substance, Areas]]] = {
    # Botox Cosmetic label of October 2024; FDA on dermal fillers
    "us": {
        "toxin": _areas(
            r"forehead|frown lines?|glabellar?|between the brows|crow[’']s feet|neck bands?|platysma(?:l bands?)?",
            r"jaw(?:s|line)?|masseters?|lips?|lip flip|gumm(?:y|ies) smile|gums?|nose|bunny lines?"
            r"|under[ -](?:the )?eyes?|chin|cheeks?|brow lift|smoker[’']s lines|shoulders?|trap(?:ezius|s)?|calf|calves"
            r"|face slimming|slim(?:s|mer|ming)? (?:the |your )?face|chest",
        ),
        "filler": _areas(
            r"under (?:the |your )?eyes|cheeks?|mouth folds?|lips?|jawline|chin|smile lines?|nasolabial folds?|hands?",
            r"forehead|frown lines?|glabellar?|between the brows|nose|breasts?|buttocks?|hips?"
            r"|body (?:shaping|contouring)|feet|muscles?|bones?|tendons?",
        ),
    },
}
"""By place, then by kind of treatment."""

_APPROVED: Final = compiled(
    r"\b(?:FDA|regulator|government|US Food and Drug Administration)[ -](?:has )?(?:approv|clear)(?:ed|es)\b"
    r"|\b(?:approv|clear)ed by (?:the )?(?:FDA|regulator|government|US Food and Drug Administration)\b"
    r"|\b(?:is|are) (?:also )?approved (?:for|to)\b"
)[0]


def off_label_approved(case: Case) -> Iterator[Finding]:
    """`Approved` in one sentence with an area that the treatment is not approved for."""
    table = APPROVED.get(case.profile.place, {}) if is_english(case) else {}
    for passage in case.passages if table else ():
        for sentence in asserted(passage.text):
            if not claimed(sentence, _APPROVED):
                continue
            kinds = [table[kind] for kind in sorted(spoken_of(case, passage, sentence)) if kind in table]
            found = [areas.other.search(sentence) for areas in kinds]
            if found and all(found):
                area = next(match[0] for match in found if match)
                message = f"`{area}` is no area that this is approved for, and stands beside `approved`"
                yield Finding(message, case.mark(passage, area))


def approved_area_named(case: Case) -> Iterator[Finding]:
    """A piece on a treatment that names none of the areas for which it is approved here."""
    table = APPROVED.get(case.profile.place, {}) if is_english(case) else {}
    for kind, areas in table.items():
        for name, topic in options_with(case, kind):
            told = [p.text for p in case.passages if p.option in {None, name}]
            told += [area.label for area in topic.face_map.areas] if topic.face_map else []
            if not areas.approved.search(" · ".join(told)):
                yield Finding(f"no area is named that `{name}` is approved for", case.mark_of())


RULES: Final = (
    Rule(
        "off-label-approved",
        "balance",
        "error",
        "`Approved` stands beside no area that the regulator has not approved",
        "take out `approved`, and say that this use is not approved",
        ("fda-letters", "fda-fillers", "ftc-health"),
        off_label_approved,
        safety=True,
    ),
    Rule(
        "approved-area-named",
        "balance",
        "warning",
        "A piece names the areas that its treatment is approved for",
        "name them under `face_map`, or in a section",
        ("fda-letters",),
        approved_area_named,
    ),
)
