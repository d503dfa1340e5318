"""Brand names as their owners ask for them, and no brand above the others. Floor 3."""

import re
from collections.abc import Iterator
from typing import Final

from brochures.model.substances import BRANDS, TOXIN_BRANDS, Substance, substances_in
from brochures.rules.case import Case, Passage
from brochures.rules.phrasing import compiled, is_english, options_with
from brochures.rules.rule import Finding, Rule

_NAME: Final = rf"(?:{'|'.join(BRANDS)})®?"
_VERB, _PLURAL, _NAMED = compiled(
    rf"\b{_NAME}-?(?:ed|ing|er|ers|izes?|ized)\b"
    rf"|\b(?:to|we|can|will|we[’']ll|could|should|let[’']s|don[’']t|just) {_NAME}"
    r" (?:your|you|my|the|those|these|away|it|them)\b"
    rf"|(?:^|[.!?] ){_NAME} (?:your|those|these|away)\b",
    rf"\b{_NAME}(?:es|s|[’']s)(?!\w)",
    rf"\b(?:{'|'.join(BRANDS)})",
)
_GENERIC: Final[dict[Substance, re.Pattern[str]]] = {
    "toxin": compiled(r"\bbotulinum toxin\b")[0],
    "filler": compiled(r"\bfillers?\b|\b(?:gel|acid)\b")[0],
}
_LIST: Final = 3
"""So many brands in one sentence are a list of equals, which carries no marks."""


def _found(case: Case, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, str]]:
    for passage in case.passages if is_english(case) else ():
        match = pattern.search(passage.text)
        if match and passage.loc != ("name",):
            yield passage, match[0].lstrip(".!? ")


def trademark_verb(case: Case) -> Iterator[Finding]:
    """A brand name used as a verb."""
    for passage, words in _found(case, _VERB):
        yield Finding(f"`{words}` makes a verb of a brand name", case.mark(passage, words))


def trademark_plural(case: Case) -> Iterator[Finding]:
    """A brand name in the plural or the possessive."""
    for passage, words in _found(case, _PLURAL):
        yield Finding(f"`{words}` bends a brand name", case.mark(passage, words))


def trademark_first_use(case: Case) -> Iterator[Finding]:
    """A brand whose first use lacks its mark, or stands far from what it is a brand of."""
    seen = {brand.casefold() for _, topic in case.brochure.topics for brand in topic.names.other_brands}
    cover = " ".join(passage.text for passage in case.of("cover"))
    for passage in case.passages if is_english(case) else ():
        if passage.part != "cover" and (passage.kind != "statement" or "products" in passage.loc):
            continue  # a heading has no room for it, and a product brings its own mark
        found = list(_NAMED.finditer(passage.text))
        is_list = len({match[0].casefold() for match in found}) >= _LIST
        for match in found:
            brand = match[0]
            if brand.casefold() in seen:
                continue
            seen.add(brand.casefold())
            has_mark = passage.text[match.end() : match.end() + 1] in {"®", "™"}
            if not is_list and not (has_mark and _is_explained(brand, passage, cover)):
                yield Finding(
                    f"`{brand}` stands here for the first time, without its mark or what it is", case.mark(passage)
                )


def _is_explained(brand: str, passage: Passage, cover: str) -> bool:
    kinds = substances_in(brand)
    near = f"{passage.text} {cover}" if passage.part == "cover" else passage.text
    return all(_GENERIC[kind].search(near) for kind in kinds)


def brand_equality(case: Case) -> Iterator[Finding]:
    """A title with one brand of toxin, in a piece that leaves out another of the same substance."""
    title = case.brochure.title
    if not any(brand.casefold() in title.casefold() for brand in TOXIN_BRANDS):
        return
    told = " ".join(passage.text for passage in case.statements).casefold()
    for _, topic in options_with(case, "toxin"):
        missing = [brand for brand in topic.names.other_brands if brand.casefold() not in told]
        if missing and not _lists_local_brands(case):
            yield Finding(
                f"the title names one brand; {', '.join(missing)} are named nowhere", case.mark_of("cover", "title")
            )


def _lists_local_brands(case: Case) -> bool:
    """Whether the place's own list of brands stands for that of the names."""
    return any(line.item == "other-brands" and line.place == case.profile.place for line in case.subject.lines)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "trademark-verb",
        "balance",
        "error",
        "A brand name is never a verb",
        "write what is done: `we inject Botox`",
        ("trademark-letter",),
        trademark_verb,
    ),
    Rule(
        "trademark-plural",
        "balance",
        "error",
        "A brand name has no plural and no possessive",
        "put a noun after it: `Botox injections`, `the effect of Botox`",
        ("trademark-letter",),
        trademark_plural,
    ),
    Rule(
        "trademark-first-use",
        "balance",
        "warning",
        "A brand name stands with ® and the generic name where it is first used",
        "write it as `Botox® (botulinum toxin)` the first time",
        ("trademark-letter", "cdc-toxin"),
        trademark_first_use,
    ),
    Rule(
        "brand-equality",
        "balance",
        "warning",
        "A piece with a brand of toxin in its title names the other brands once",
        "name them in a sentence, for example under `lines`; or take the generic name for the title",
        ("cdc-toxin",),
        brand_equality,
    ),
)
