"""Lists that are too long to keep in mind, and rates that cannot be compared without arithmetic. Floor 3."""

import re
from collections.abc import Iterator
from typing import Final

from brochures.rules.case import Case, Passage
from brochures.rules.language.readability import printed
from brochures.rules.phrasing import is_english
from brochures.rules.rule import Finding, Rule

MOST_ITEMS: Final = 7
"""CDC Index, item 8: a longer list is split into smaller ones."""

_FOR_REFERENCE: Final = frozenset({"glossary", "lines", "quick", "rows", "shared", "clinic", "photos"})
"""Parts that are looked into, not read through, and tables; the list of sources is no passage at all."""

_COUNT: Final = r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten)"
_UNIT: Final = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times?|mm|cm|ml|inch|inches|areas?|spots?|visits?|steps?)"
)
_RATE: Final = re.compile(
    rf"(?<![\d.,-])\b{_COUNT} (?:in|out of|of|in every|out of every) (?:every )?(?P<of>\d[\d,]*)"
    rf"(?![\d-])(?! {_UNIT}\b)(?! to \d)",
    re.IGNORECASE,
)
_PERCENT: Final = re.compile(
    r"\d ?(?:%|percent\b|per cent\b)(?! (?:\w+ )?(?:solution|strength|acid|cream|gel|off|discount|lidocaine|saline)\b)",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d\Z")


def list_too_long(case: Case) -> Iterator[Finding]:
    """Each list of more than seven items, in any language; those of two options are two lists."""
    lists: dict[tuple[str | int | None, ...], list[Passage]] = {}
    for passage in printed(case):
        at = _list_of(passage)
        if at is not None:
            lists.setdefault((passage.subject, passage.option, *at), []).append(passage)
    for items in lists.values():
        if len(items) > MOST_ITEMS:
            message = f"this list has {len(items)} items; {MOST_ITEMS} is the most that a reader keeps in mind"
            yield Finding(message, case.mark(items[MOST_ITEMS]))


def _list_of(passage: Passage) -> tuple[str | int, ...] | None:
    """The way to the list that a passage is an item of; None for running text and tables."""
    if passage.part in _FOR_REFERENCE or passage.loc[-1] == "title":
        return None
    loc = passage.loc[:-1] if passage.loc[-1] == "text" else passage.loc
    is_step = "steps" in loc
    if is_step:
        return loc[: loc.index("steps") + 1] if loc[-1] == 0 else None
    is_running = loc[0] == "sections" and "text" in loc
    return loc[:-1] if isinstance(loc[-1], int) and not is_running else None


def denominators(text: str) -> tuple[tuple[int, str], ...]:
    """What each rate in English `text` is counted out of, with its words: 100 for percentages.

    >>> denominators("About 1 in 6,410 syringes, or 3 % of us.")
    ((6410, '1 in 6,410'), (100, '3 %'))
    """
    found = [(match.start(), int(match["of"].replace(",", "")), match[0]) for match in _RATE.finditer(text)
             if not _YEAR.match(match["of"])]  # fmt: skip
    found += [(match.start(), 100, match[0]) for match in _PERCENT.finditer(text)]
    return tuple((of, words) for _, of, words in sorted(found))


def mixed_denominators(case: Case) -> Iterator[Finding]:
    """Each rate that is counted out of another number than the first one in the piece."""
    if not is_english(case):
        return
    rates = [(passage, of, words) for passage in printed(case) for of, words in denominators(passage.text)]
    for passage, of, words in rates[1:]:
        first = rates[0]
        if of != first[1]:
            message = f"`{words}` beside `{first[2]}`: readers cannot compare parts of {of:,} and of {first[1]:,}"
            yield Finding(message, case.mark(passage, words))


RULES: Final = (
    Rule(
        "list-too-long",
        "language",
        "warning",
        f"No list has more than {MOST_ITEMS} items; fine print and the glossary are for reference and do not count",
        "make two lists of it, each with its own heading, or leave out what matters least",
        ("cdc-index",),
        list_too_long,
    ),
    Rule(
        "mixed-denominators",
        "language",
        "warning",
        "All rates in a piece are counted out of the same number",
        "count both out of the same number, or say in words which is more",
        ("cdc-index", "pemat"),
        mixed_denominators,
    ),
)
