"""Checks of fair balance on paper: what a treatment gives is not read without a word on what it risks. Floor 4."""

from typing import Final

from brochures.making.evidence import Evidence
from brochures.making.findings import Finding, Findings, spot_round
from brochures.reading.richtext import to_plain
from brochures.rules.balance import BENEFIT, HARM
from brochures.rules.phrasing import asserted, claimed, speaks_english

_LEAST_WORDS: Final = 8
"""A headline and a caption; more is told of what a treatment gives than a title says."""
_FEW_PAGES: Final = 2


def risks_apart(evidence: Evidence) -> Findings:
    """Each side of a sheet that tells benefits names risks too, where the eye is.

    Who holds one side of a sheet, or sees it in a rack, may never turn it. What has more pages is read from its
    beginning: risks are told before the benefits, on their page, or on the next. A screen is one long side.
    """
    document = evidence.document
    if document.paper.name == "screen" or not speaks_english(document.language):
        return
    sides = [_words(evidence, number) for number, _ in enumerate(document.pages)]
    is_long = len(sides) > _FEW_PAGES
    for number, (page, text) in enumerate(zip(document.pages, sides, strict=True)):
        gains = [s for s in asserted(text) if claimed(s, BENEFIT) and not HARM.search(s)]
        if sum(len(s.split()) for s in gains) < _LEAST_WORDS:
            continue
        beside = sides[: number + 2] if is_long else [text]
        if not any(HARM.search(side) or _is_locked_on(side, evidence) for side in beside):
            yield Finding(
                "risks-apart",
                f"{page.name} tells what the treatment gives, and nothing of its risks",
                "name the risks on this side, if only where to find them: “It has serious risks. See inside.”",
                spot_round(document, evidence.by_page.get(number, ())),
            )
        if is_long:
            return


def _is_locked_on(side: str, evidence: Evidence) -> bool:
    """Whether a passage of safety text stands there, whatever its words."""
    letters = _letters(side)
    return any(_letters(to_plain(passage)) in letters for passage in evidence.document.locked)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _words(evidence: Evidence, page: int) -> str:
    return "".join(c.text for c in evidence.read if c.page == page).replace("\u00ad", "")
