"""Comparisons: every option is told in the same depth, with what it gives and what it can do harm. Floor 3."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from brochures.model.content import Comparison
from brochures.rules.case import Case
from brochures.rules.phrasing import compiled, is_english
from brochures.rules.rule import Finding, Rule

MOST_RATIO: Final = 1.5
"""Between the words of one treatment and another's; equal detail, with room for what is harder to say."""

_BENEFIT, _HARM = compiled(
    r"\b(?:for|benefits?|help|do|work|treat|gain|good|pros|expect)\b",
    r"\b(?:risks?|side effects?|effects?|harms?|go wrong|dangers?|cons|who should not)\b",
)


def parity_words(case: Case) -> Iterator[Finding]:
    """Treatments whose answers differ in length by more than half."""
    if not isinstance(case.subject, Comparison):
        return
    words: Counter[str] = Counter()
    for passage in case.of("rows", "quick"):
        if passage.option in case.subject.options:
            words[passage.option] += len(passage.text.split())
    if words and max(words.values()) > MOST_RATIO * min(words.values()):
        (most, long), (least, short) = words.most_common(1)[0], words.most_common()[-1]
        yield Finding(f"`{most}` has {long} words in the table, `{least}` has {short}", case.mark_of("rows"))


def parity_harms(case: Case) -> Iterator[Finding]:
    """A table without a row on benefits or on harms, or an option without harms of its own."""
    subject = case.subject
    if not isinstance(subject, Comparison):
        return
    if is_english(case):
        harms = [row for row in subject.rows if row.safety or _HARM.search(row.question)]
        gains = [row for row in subject.rows if row not in harms and _BENEFIT.search(row.question)]
        for rows, what in ((gains, "what a treatment is for"), (harms, "what can go wrong")):
            if not rows:
                yield Finding(f"no question of the table is on {what}", case.mark_of("rows"))
    for field in ("common_effects", "serious_risks"):
        told = {statement.option for statement in getattr(subject, field)}
        for option in subject.options:
            if not told & {None, option}:
                yield Finding(f"`{field}` says nothing of `{option}`", case.mark_of(field))


def no_treatment_told(case: Case) -> Iterator[Finding]:
    """A comparison that does not say what happens without any of its treatments."""
    if isinstance(case.subject, Comparison) and not case.subject.no_treatment:
        yield Finding("the choice of no treatment is not told", case.mark_of("no_treatment"))


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "parity-words",
        "parity",
        "error",
        f"No treatment has more than {MOST_RATIO:g} times the words of another in a table",
        "shorten the longer answers, or say as much of the other",
        ("ipdas", "option-grid"),
        parity_words,
    ),
    Rule(
        "parity-benefits-harms",
        "parity",
        "error",
        "A comparison tells benefits and harms, and the harms of each option",
        "add the question, or a statement with this `option`",
        ("ipdas", "discern"),
        parity_harms,
        safety=True,
    ),
    Rule(
        "no-treatment-told",
        "parity",
        "error",
        "A comparison tells what happens without treatment, beside its column of it",
        "write it under `no_treatment`",
        ("discern", "ipdas"),
        no_treatment_told,
        safety=True,
    ),
)
