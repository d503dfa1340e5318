"""The CDC Clear Communication Index: 20 items on message, words, numbers and risk. Floor 3.

What an item asks is said in our words; a piece is good from 90 of 100.
"""

import re
from typing import Final

from brochures.reading.richtext import to_plain
from brochures.rules.case import Case
from brochures.rules.counting import sentences_of
from brochures.rules.instruments import common
from brochures.rules.instruments.evidence import actions, figures, unknowns
from brochures.rules.instruments.item import Decision, Instrument, Item, Mode, either, not_applicable, not_met

_MOST_MESSAGE: Final = 3
_MOST_BEFORE_WORDS: Final = 40
_MOST_MESSAGE_WORDS: Final = 35
_LEAST_POINTS: Final = 3
_LEAST_ACTIONS: Final = 3
_LEAST_STEPS: Final = 2
_WHY: Final = re.compile(
    r"\b(?:because|so that|so you|in order to|to learn|to keep)\b"
    r"|\b(?:harm|fatal|fakes?|danger|serious|risks?)\b",
    re.IGNORECASE,
)
_GAINS: Final = re.compile(r"\b(?:soften|smooth|relax|restore|fill|add|improve|help|treat)", re.IGNORECASE)
_RATE: Final = re.compile(r"\b1 in [0-9][0-9,]*\b|\b\d+ (?:of|out of) (?:every )?\d")


def _one_message(case: Case) -> Decision:
    count = len(case.subject.main_message)
    return either(count <= _MOST_MESSAGE, f"{count} statements", f"{count} statements; {_MOST_MESSAGE} are the most")


def _message_first(case: Case) -> Decision:
    before = len(" ".join((*case.subject.cover.title, case.subject.cover.purpose, *case.subject.hook)).split())
    good = f"{before} words stand before it"
    return either(before <= _MOST_BEFORE_WORDS, good, f"{good}; {_MOST_BEFORE_WORDS} are the most")


def _message_stands_out(case: Case) -> Decision:
    count = sum(len(to_plain(statement.text).split()) for statement in case.subject.main_message)
    good = f"{count} words in display type"
    return either(count <= _MOST_MESSAGE_WORDS, good, f"{count} words are too many to stand out")


def _message_drawn(case: Case) -> Decision:
    told = [figure.name for figure in figures(case) if figure.title and figure.caption]
    return either(
        bool(told), f"with title and caption: {', '.join(told)}", "nothing is drawn with a title and a caption"
    )


@common.in_english
def _call(case: Case) -> Decision:
    found = actions(case)
    return either(bool(found), f"“{found[0].text}”" if found else "", "nothing calls to act")


def _summary(case: Case) -> Decision:
    count = len(case.subject.key_points)
    return either(count >= _LEAST_POINTS, f"the message and {count} main points", f"{count} main points")


@common.in_english
def _unknown(case: Case) -> Decision:
    found = unknowns(case)
    return either(bool(found), f"“{found[0]}”" if found else "", "it does not say what is not known")


@common.in_english
def _behaviour(case: Case) -> Decision:
    count = len(actions(case))
    return either(count >= _LEAST_ACTIONS, f"{count} pieces of advice", f"{count} pieces of advice")


@common.in_english
def _why(case: Case) -> Decision:
    found = [passage.text for passage in actions(case) if _WHY.search(passage.text)]
    return either(bool(found), f"“{found[0]}”" if found else "", "no advice says why")


def _how(case: Case) -> Decision:
    topics = case.brochure.topics
    untold = [name for name, topic in topics if topic.urgent.when is None]
    steps = max((len(section.steps) for section in case.subject.sections), default=0)
    if untold:
        return not_met(f"it does not say when urgent signs come: {', '.join(untold)}")
    return either(steps >= _LEAST_STEPS, f"{steps} steps, and when to call whom", "no steps")


def _numbers_meant(case: Case) -> Decision:
    rate = case.subject.rate
    if not re.search(r"\d", " ".join(passage.text for passage in case.passages)):
        return not_applicable("there are no numbers")
    if rate:
        is_told = len(sentences_of(rate.caption.text)) > 1
        return either(is_told, "what one dot is, and a caveat", "the number is not explained")
    is_told = bool(case.brochure.kind == "comparison" or case.brochure.topic.facts)
    return either(is_told, "each figure has a caption", "no figure is explained")


@common.in_english
def _nature(case: Case) -> Decision:
    subject = case.subject
    missing = [
        name
        for name, told in (
            ("who is at risk", subject.who_should_not),
            ("what may happen", subject.serious_risks),
            ("what is not serious", subject.common_effects),
            ("whom it may concern before", subject.tell_us_first),
        )
        if not told
    ]
    return either(not missing, "what may happen, and to whom", f"missing: {', '.join(missing)}")


@common.in_english
def _balanced(case: Case) -> Decision:
    subject = case.subject
    gains = [p for p in case.statements if p.part in {"main_message", "key_points", "rows"} and _GAINS.search(p.text)]
    if not gains:
        return not_met("the summary does not say what it gives")
    return either(bool(subject.serious_risks), "what it gives and what it risks", "no risks")


def _probability(case: Case) -> Decision:
    told = [passage.text for passage in case.passages if _RATE.search(passage.text)]
    if not told:
        return not_applicable("no chance is told in numbers")
    return either(case.subject.rate is not None, "told in words and drawn as dots", f"not drawn: “{told[0]}”")


def _item(number: int, part: str, mode: Mode, words: str, decide: common.Decide) -> Item:
    return Item(f"cci-{number}", part, words, mode, decide)


CCI: Final = Instrument(
    name="cci",
    title="CDC Clear Communication Index",
    about="20 items on message, words, numbers and risk",
    parts={"core": "Message and words", "behavior": "What to do", "numbers": "Numbers", "risk": "Risk"},
    pass_mark=90,
    authority=("cdc-index",),
    items=(
        _item(1, "core", "machine", "One main message", _one_message),
        _item(2, "core", "machine", "It comes first", _message_first),
        _item(3, "core", "machine", "It stands out", _message_stands_out),
        _item(4, "core", "assisted", "A drawing supports it", _message_drawn),
        _item(5, "core", "machine", "A call to act", _call),
        _item(6, "core", "assisted", "Both in active voice", common.clean("active voice", *common.VOICE)),
        _item(7, "core", "machine", "Unfamiliar words explained", common.clean("all explained", *common.TERMS)),
        _item(8, "core", "machine", "Lists, none of them long", common.short_lists),
        _item(9, "core", "assisted", "Chunks with their own headings", common.telling_heads),
        _item(10, "core", "machine", "What counts most comes first", _summary),
        _item(11, "core", "machine", "What is known and not known", _unknown),
        _item(12, "behavior", "machine", "Advice on what to do", _behaviour),
        _item(13, "behavior", "machine", "Why it matters", _why),
        _item(14, "behavior", "machine", "How, when, and whom to call", _how),
        _item(15, "numbers", "assisted", "Numbers that people use", common.plain_numbers),
        _item(16, "numbers", "assisted", "What the numbers mean", _numbers_meant),
        _item(17, "numbers", "assisted", "Nothing to work out", common.no_sums),
        _item(18, "risk", "assisted", "What the risk is, and for whom", _nature),
        _item(19, "risk", "assisted", "Risks and benefits", _balanced),
        _item(20, "risk", "assisted", "Chances in words or drawn too", _probability),
    ),
)
