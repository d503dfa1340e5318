"""IPDAS: is a comparison a fair aid to a decision? Six items qualify it, six certify it. Floor 3.

What an item asks is said in our words. Each of the first six must hold; topics are no aids to a decision.
"""

import re
from typing import Final

from brochures.model.walking import statements_of
from brochures.rules.case import Case
from brochures.rules.instruments import common
from brochures.rules.instruments.evidence import findings, unknowns
from brochures.rules.instruments.item import Decision, Instrument, Item, either, not_met, undecided

_LEAST_OPTIONS: Final = 2
_LEAST_STEPS: Final = 2
_LEAST_LISTED: Final = 0.5
_CONDITION = re.compile(r"\b(?:lines?|wrinkles?|folds?|hollows?|fullness|scars?|sweat|migraine)\b", re.IGNORECASE)
_DECISION = re.compile(r"\b(?:choose|choice|decide|decision|compare)\b", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|benefits?|help|gain|good)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:risks?|effects?|harms?|wrong|should not)\b", re.IGNORECASE)


@common.in_english
def _condition(case: Case) -> Decision:
    rows = _rows(case, _FOR)
    told = [text for answers in rows.values() for text in answers.values() if _CONDITION.search(text)]
    return either(bool(told), "what is treated is named", "no row says what is treated")


@common.in_english
def _decision(case: Case) -> Decision:
    subject = case.brochure.comparison
    told = (*subject.cover.title, subject.cover.purpose, subject.intro.text if subject.intro else "")
    found = [text for text in told if _DECISION.search(text)]
    return either(bool(found), "the cover names the choice", "neither cover nor first line names the choice")


def _options(case: Case) -> Decision:
    comparison = case.brochure.comparison
    told = {section.option for section in comparison.sections if section.role == "what_it_is"}
    bare = [name for name in comparison.options if name not in told]
    return either(not bare, f"{len(comparison.options)} treatments and none", f"not described: {', '.join(bare)}")


@common.in_english
def _gains(case: Case) -> Decision:
    return _answered(case, _FOR, "what each is for")


@common.in_english
def _harms(case: Case) -> Decision:
    return _answered(case, _AGAINST, "what each can do harm")


def _experience(case: Case) -> Decision:
    comparison = case.brochure.comparison
    steps = max((len(section.steps) for section in comparison.sections), default=0)
    told = {statement.option for statement in comparison.common_effects}
    bare = [name for name in comparison.options if not told & {None, name}]
    if bare:
        return not_met(f"what is felt is not told: {', '.join(bare)}")
    return either(steps >= _LEAST_STEPS, f"{steps} steps, and what is felt after", "what happens is not told in steps")


def _equal(case: Case) -> Decision:
    found = findings(case, "parity-words", "parity-benefits-harms")
    return either(not found, "answers of like length for each", found[0].message if found else "")


def _cited(case: Case) -> Decision:
    listed = {name for name, source in case.brochure.sources if source.listed}
    told = [*statements_of(case.subject)]
    resting = sum(bool(listed & {*statement.sources}) for statement in told)
    share = resting / len(told)
    return either(
        share >= _LEAST_LISTED,
        f"{len(listed)} sources listed; {share:.0%} of statements rest on them",
        f"{share:.0%} of statements rest on a source that is listed",
    )


def _dated(case: Case) -> Decision:
    month = case.subject.sources_checked
    is_past = month <= case.today.strftime("%Y-%m")
    return either(is_past, f"sources checked {month}", f"{month} has not come yet")


def _updated(case: Case) -> Decision:
    by = case.subject.review_by
    return either(not case.brochure.is_overdue, f"review by {by}", f"its review was due by {by}")


@common.in_english
def _uncertain(case: Case) -> Decision:
    found = unknowns(case)
    return either(bool(found), f"“{found[0]}”" if found else "", "it does not say what is not known")


def _funded(case: Case) -> Decision:
    clinic = case.brochure.clinic
    if clinic is None:
        return undecided("who pays is said by the clinic: `funding:` in clinic.yaml")
    return either(bool(clinic.funding), "the clinic says who pays", "write `funding:` in clinic.yaml")


def _rows(case: Case, about: re.Pattern[str]) -> dict[str, dict[str, str]]:
    """The answers of the rows whose question is about this, by question and option."""
    rows = case.brochure.comparison.rows
    return {
        row.question: {name: answer.text for name, answer in row.answers.items()}
        for row in rows
        if about.search(row.question)
    }


def _answered(case: Case, about: re.Pattern[str], what: str) -> Decision:
    rows = _rows(case, about)
    if not rows:
        return not_met(f"no question asks {what}")
    answered = set().union(*rows.values())
    bare = [name for name in (*case.brochure.comparison.options, "none") if name not in answered]
    return either(not bare, what, f"not for {', '.join(bare)}")


def _item(number: str, words: str, decide: common.Decide) -> Item:
    part = "qualifying" if number.startswith("q") else "certifying"
    return Item(f"ipdas-{number}", part, words, "machine", decide)


IPDAS: Final = Instrument(
    name="ipdas",
    title="IPDAS",
    about="International Patient Decision Aid Standards, least criteria",
    parts={"qualifying": "Qualifying", "certifying": "Certifying"},
    pass_mark=100,
    authority=("ipdas",),
    kinds=("comparison",),
    items=(
        _item("q1", "Says what is treated", _condition),
        _item("q2", "Names the decision", _decision),
        _item("q3", "Describes every option, and none", _options),
        _item("q4", "Says what is good about each", _gains),
        _item("q5", "Says what is bad about each", _harms),
        _item("q6", "Says what each is like", _experience),
        _item("c1", "Equal detail for each", _equal),
        _item("c2", "Cites its sources", _cited),
        _item("c3", "Has a date", _dated),
        _item("c4", "Says when it is reviewed", _updated),
        _item("c5", "Says what is not known", _uncertain),
        _item("c6", "Says who pays for it", _funded),
    ),
)
