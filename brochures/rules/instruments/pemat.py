"""PEMAT-P: can a patient understand it, and know what to do? 17 and 7 items (AHRQ). Floor 3.

The numbers are the instrument's; 13 and 14 are asked of films only. What an item asks is said in our words.
"""

from typing import Final

from brochures.rules.case import Case
from brochures.rules.counting import sentences_of
from brochures.rules.instruments import common
from brochures.rules.instruments.evidence import actions, figures, lists
from brochures.rules.instruments.item import (
    Decision,
    Instrument,
    Item,
    Mode,
    by_a_person,
    either,
    not_applicable,
)

_LEAST_PURPOSE: Final = 5
_LEAST_POINTS, _MOST_POINTS = 3, common.MOST_IN_A_LIST
_LEAST_CUES: Final = 3
_LEAST_FIGURES: Final = 2
_LEAST_STEPS: Final = 2
_LEAST_QUESTIONS: Final = 3
_MOST_HEAD_WORDS: Final = 5
_FIRST_ACTION: Final = 20


def _purpose(case: Case) -> Decision:
    count = len(case.subject.cover.purpose.split())
    return either(count >= _LEAST_PURPOSE, "the cover says what it is for", f"the line of purpose has {count} words")


def _order(case: Case) -> Decision:
    roles = [section.role for section in case.subject.sections]
    placed = [roles.index(role) for role in ("what_it_is", "what_to_expect", "who_gives_it") if role in roles]
    ordered = roles[:1] == ["what_it_is"] and placed == sorted(placed)
    return either(ordered, "what it is, then what happens", "what it is does not come first")


def _summary(case: Case) -> Decision:
    count = len(case.subject.key_points)
    good = _LEAST_POINTS <= count <= _MOST_POINTS
    return either(good, f"{count} main points", f"{count} main points; a summary has {_LEAST_POINTS} to {_MOST_POINTS}")


def _cues(case: Case) -> Decision:
    subject, brochure = case.subject, case.brochure
    strip = brochure.topic.facts if brochure.kind == "topic" else brochure.comparison.quick
    found = {
        "large figures": bool(strip),
        "bullets": bool(lists(case)),
        "numbered steps": any(section.steps for section in subject.sections),
        "a boxed warning": bool(subject.boxed_warning),
        "a headline": bool(subject.hook),
    }
    names = [name for name, is_there in found.items() if is_there]
    told = ", ".join(names) or "nothing"
    return either(len(names) >= _LEAST_CUES, told, f"only {told}")


def _aids(case: Case) -> Decision:
    names = [figure.name for figure in figures(case)]
    return either(len(names) >= _LEAST_FIGURES, f"drawn: {', '.join(names)}", f"{len(names)} drawings")


def _captions(case: Case) -> Decision:
    drawn = figures(case)
    if not drawn:
        return not_applicable("there is no drawing")
    bare = [figure.name for figure in drawn if not (figure.title and figure.caption)]
    return either(not bare, f"{len(drawn)} drawings, each with both", f"without: {', '.join(bare)}")


def _heads(case: Case) -> Decision:
    if case.brochure.kind == "topic":
        return not_applicable("there is no table")
    comparison = case.brochure.comparison
    found = [*(row.question for row in comparison.rows), *(row.question for row in comparison.shared)]
    found += [topic.names.short for _, topic in case.brochure.topics] + [comparison.neither.name]
    long = [head for head in found if len(head.split()) > _MOST_HEAD_WORDS]
    return either(not long, f"{len(found)} short heads", f"too long: “{long[0] if long else ''}”")


@common.in_english
def _act(case: Case) -> Decision:
    found = actions(case)
    return either(bool(found), f"{len(found)} statements say what to do", "nothing says what to do")


def _steps(case: Case) -> Decision:
    most = max((len(section.steps) for section in case.subject.sections), default=0)
    return either(most >= _LEAST_STEPS, f"{most} numbered steps", "no numbered steps")


def _tool(case: Case) -> Decision:
    count = len(case.subject.questions)
    good = count >= _LEAST_QUESTIONS
    return either(good, f"{count} questions to tick", f"{count} questions; a list to take along has {_LEAST_QUESTIONS}")


@common.in_english
def _sums(case: Case) -> Decision:
    asked = common.sums_asked(case)
    if not asked:
        return not_applicable("nothing has to be worked out")
    bare = [text for text in asked if "for example" not in text.casefold()]
    return either(not bare, "each sum has an example", f"no example: “{bare[0] if bare else ''}”")


@common.in_english
def _explained(case: Case) -> Decision:
    drawn = figures(case)
    is_table = case.brochure.kind == "comparison"
    if not drawn and not is_table:
        return not_applicable("there is no drawing and no table")
    bare = [figure.name for figure in drawn if not common.says_how_read(figure)]
    if is_table:
        intro = case.brochure.comparison.intro
        if not common.first_action(sentences_of(intro.text) if intro else ()):
            bare.append("table")
    return either(not bare, "each says how it is read", f"not explained: {', '.join(bare)}")


def _aided(case: Case) -> Decision:
    subject = case.subject
    drawn = ["numbered steps"] if any(section.steps for section in subject.sections) else []
    drawn += ["boxes to tick"] if subject.questions else []
    return either(bool(drawn), ", ".join(drawn), "nothing drawn helps to act")


def _item(number: int, mode: Mode, words: str, decide: common.Decide = by_a_person) -> Item:
    part = "understandability" if number < _FIRST_ACTION else "actionability"
    return Item(f"pemat-{number}", part, words, mode, decide)


PEMAT: Final = Instrument(
    name="pemat",
    title="PEMAT-P",
    about="Patient Education Materials Assessment Tool for printed materials",
    parts={"understandability": "Understandability", "actionability": "Actionability"},
    pass_mark=70,
    authority=("pemat",),
    items=(
        _item(1, "assisted", "Says what it is for", _purpose),
        _item(2, "human", "Nothing leads away from that"),
        _item(3, "machine", "Everyday words", common.clean("everyday words", *common.WORDS)),
        _item(4, "machine", "Medical terms explained", common.clean("each term is explained", *common.TERMS)),
        _item(5, "assisted", "Active voice", common.clean("active voice", *common.VOICE)),
        _item(6, "assisted", "Numbers are clear", common.plain_numbers),
        _item(7, "assisted", "Nothing to work out", common.no_sums),
        _item(8, "machine", "Short sections and lists", common.short_chunks),
        _item(9, "assisted", "Headings tell what follows", common.telling_heads),
        _item(10, "assisted", "In a logical order", _order),
        _item(11, "machine", "A summary", _summary),
        _item(12, "machine", "Signs draw the eye to what counts", _cues),
        _item(15, "assisted", "Drawings where they help", _aids),
        _item(16, "human", "Drawings support the words"),
        _item(17, "machine", "Drawings have title and caption", _captions),
        _item(18, "human", "Drawings are clear, uncluttered"),
        _item(19, "machine", "Tables have short, clear heads", _heads),
        _item(20, "machine", "Says at least one thing to do", _act),
        _item(21, "machine", "Speaks to its reader", common.clean("it says “you”", *common.ADDRESS)),
        _item(22, "machine", "Breaks it down into steps", _steps),
        _item(23, "machine", "Something to use or take along", _tool),
        _item(24, "machine", "Sums have an example", _sums),
        _item(25, "machine", "Says how charts are read", _explained),
        _item(26, "assisted", "Drawings help to act", _aided),
    ),
)
