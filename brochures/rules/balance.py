"""Fair balance: what a treatment gives and what it risks are told together, and as they are. Floor 3."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from brochures.model.content import Comparison
from brochures.model.substances import substances_in
from brochures.rules import photographs
from brochures.rules.case import Case, Passage
from brochures.rules.phrasing import HARM_PARTS, asserted, claimed, compiled, is_english, options_with, spoken_of
from brochures.rules.rule import Finding, Rule
from brochures.rules.varying import RESULTS_VARY

BENEFIT, HARM, OF_TIME, GRAVE = compiled(
    r"\b(?:relax|soften|smooth|treat|reduc|eas|improv|restor|fill|lift|plump|enhanc|refresh|add|help|prevent|remov|eras)"
    r"(?:e|es|ed|s|ing)?\b|\b(?:natural|balanced|fresh|fuller|smoother|younger|confident|confidence)\b",
    r"\b(?:risks?|harm|warnings?|side effects?|pain|bruis\w+|swell\w*|infection|blind\w*|stroke|fatal|danger\w*|die"
    r"|dead|weakness|spread|allerg(?:y|ies|ic)|pregnan\w+|trouble|not approved|not reviewed|unsafe|fakes?)\b",
    r"\btemporar(?:y|ily)\b|\bfor a (?:time|while)\b|\bwears? off\b|\bwore off\b|\bfades?\b|\bnot (?:last|permanent)\b"
    r"|\b(?:lasts?|for) (?:about |around |some |up to )?\d|\d ?(?:to \d+ )?(?:months|weeks)\b"
    r"|\bcomes? back\b|\breturns?\b",
    r"\b(?:serious|grave|severe) (?:risks?|harms?|side effects?)\b|\bboxed\b|\b(?:serious|grave) warnings?\b",
)
_TOXIN_BENEFIT: Final = compiled(
    # `We treat` tells what a clinic does, and `treats` what a drug does
    r"\b(?:relax|soften|smooth|(?<!\bwe )treat|reduc|eas|improv|remov|eras|lift|prevent)(?:e|es|ed|s|ing)?\b"
    r"|\b(?:lines?|wrinkles?) (?:\w+ )?(?:fade|vanish|disappear|go away|are gone)\b"
)[0]
_NOT_A_BENEFIT: Final = frozenset(
    {
        *HARM_PARTS,
        *("advice", "alternatives", "cover", "glossary", "hook", "lines", "names", "neither", "no_treatment"),
        *("questions", "unknowns"),
    }
)
"""Parts that claim no effect; a headline of two words stands beside the main message, which says it in full."""
_LEAST_RISK_WORDS: Final = 1.0


def boxed_warning(case: Case) -> Iterator[Finding]:
    """A toxin's piece without its boxed warning, or another that praises a toxin in passing and tells no risk."""
    toxins = options_with(case, "toxin")
    if toxins:
        told = {statement.option for statement in case.subject.boxed_warning}
        missing = [name for name, _ in toxins if not told & {None, name}]
        if missing and "boxed-warning" not in case.profile.elsewhere:
            yield Finding("the boxed warning of toxins is not told", case.mark_of("boxed_warning"))
    elif is_english(case):
        for part, passages in _by_place(case.statements):
            named = [p for p in passages if _praises_toxin(p)] if part not in _PRAISES_NOTHING else []
            if named and not any(GRAVE.search(p.text) for p in passages):
                message = "this says what a toxin does, and not that it has serious risks"
                yield Finding(message, case.mark(named[0]), "add, for example: “It has serious risks too.”")


_PRAISES_NOTHING: Final = _NOT_A_BENEFIT - {"advice", "alternatives"}


def _praises_toxin(passage: Passage) -> bool:
    return any("toxin" in substances_in(s) and claimed(s, _TOXIN_BENEFIT) for s in asserted(passage.text))


def temporary(case: Case) -> Iterator[Finding]:
    """A section, list or answer that tells what a toxin does, and not that it passes."""
    for part, passages in _by_place(case.statements) if is_english(case) else ():
        told = [p for p in passages if part not in _NOT_A_BENEFIT and _is_toxin_benefit(case, p)]
        if told and not any(OF_TIME.search(p.text) for p in passages):
            yield Finding("a toxin’s effect is told as if it stayed", case.mark(told[0]))


def _is_toxin_benefit(case: Case, passage: Passage) -> bool:
    return any(
        claimed(sentence, _TOXIN_BENEFIT) and spoken_of(case, passage, sentence) == {"toxin"}
        for sentence in asserted(passage.text)
    )


def _by_place(passages: tuple[Passage, ...]) -> Iterator[tuple[str, list[Passage]]]:
    """Passages that are read as one: each section and list, each answer of a table."""
    ordered = groupby(passages, key=lambda p: (p.part, p.subject, p.row, p.option if p.row is not None else None))
    yield from ((key[0], list(group)) for key, group in ordered)


def results_vary(case: Case) -> Iterator[Finding]:
    """A chart of when an effect starts or how long it lasts, without the words that results vary."""
    for loc, name in _charts(case) if is_english(case) else ():
        told = [p for p in case.passages if p.subject == name and p.loc[: len(loc)] == loc]
        if not any(RESULTS_VARY.search(passage.text) for passage in told):
            yield Finding(
                f"`{loc[0]}` shows results, and does not say that they vary", case.mark_of(*loc, subject=name)
            )


def _charts(case: Case) -> Iterator[tuple[tuple[str | int, ...], str]]:
    subject = case.subject
    if isinstance(subject, Comparison):
        if any(topic.lasting for _, topic in case.brochure.topics):
            yield ("lasting_caption",), case.name
        yield from ((("rows", index), case.name) for index, row in enumerate(subject.rows) if row.figure)
        return
    yield from (((field,), case.name) for field in ("onset", "lasting") if getattr(subject, field, None))


def risks_outweighed(case: Case) -> Iterator[Finding]:
    """More words on what a treatment gives than on what it risks.

    Every sentence outside the safety parts is weighed by its words: one that names harm counts as risk, one that
    names an effect as benefit, any other as neither. `Comparable in depth and detail` asks for no number; equal is
    the least that can be called balance.
    """
    benefit = risk = 0
    for passage in case.statements if is_english(case) else ():
        for sentence in asserted(passage.text):
            words = len(sentence.split())
            if passage.part in HARM_PARTS or HARM.search(sentence):
                risk += words
            elif passage.part not in _NOT_A_BENEFIT and BENEFIT.search(sentence):
                benefit += words
    if risk < _LEAST_RISK_WORDS * benefit:
        yield Finding(f"{benefit} words tell of benefits, and only {risk} of risks", case.mark_of())


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "boxed-warning",
        "balance",
        "error",
        "A piece on a toxin has its boxed warning; one that names a toxin’s effect in passing names its serious risks",
        "write it under `boxed_warning` for this place, or say in the profile under `elsewhere` why none is needed",
        ("fda-boxed-warning", "cfr-202-1"),
        boxed_warning,
        safety=True,
    ),
    Rule(
        "temporary",
        "balance",
        "error",
        "Wherever it is told what a toxin does, it is told that this is temporary",
        "add `This is temporary.`, or how many months it lasts",
        ("fda-letters",),
        temporary,
        safety=True,
    ),
    Rule(
        "results-vary",
        "balance",
        "warning",
        "Charts of when an effect shows and how long it lasts say that results vary",
        "write `Results vary.` in the caption",
        ("ftc-health", "fda-letters"),
        results_vary,
    ),
    Rule(
        "risks-outweighed",
        "balance",
        "error",
        "At least as many words tell of risks as of benefits",
        "shorten what praises the treatment, or tell more of what can go wrong",
        ("cfr-202-1", "discern"),
        risks_outweighed,
        safety=True,
    ),
    *photographs.RULES,
)
