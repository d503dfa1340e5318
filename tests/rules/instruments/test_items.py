"""Each item of each instrument against the shipped content, and against a content with exactly its fault."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from brochures.rules.instruments import INSTRUMENTS, ITEMS
from tests.rules.judging import TODAY, Data, case, unchanged

SUBJECTS = ["botox", "fillers", "botox-vs-fillers"]
PAIR = "botox-vs-fillers"
CLINIC = "name: Harbor\n"


@dataclass(frozen=True)
class Fault:
    """One change of the shipped content, for which an item is no longer met."""

    item: str
    change: Callable[[Data], None] = unchanged
    subject: str = "botox"
    clinic: str = ""
    today: date = TODAY


def of(data: Data, subject: str) -> Any:  # noqa: ANN401 - plain data
    """The data of a subject."""
    return data["comparisons" if subject == PAIR else "topics"][subject]


def without(*path: str, subject: str = "botox") -> Callable[[Data], None]:
    """The subject without a field."""

    def change(data: Data) -> None:
        at = of(data, subject)
        for part in path[:-1]:
            at = at[part]
        at.pop(path[-1])

    return change


def with_(field: str, value: Any, subject: str = "botox") -> Callable[[Data], None]:  # noqa: ANN401 - plain data
    """The subject with another value of a field."""
    return lambda data: of(data, subject).__setitem__(field, value)


def saying(field: str, *texts: str, subject: str = "botox") -> Callable[[Data], None]:
    """The subject with other statements in a list."""
    return with_(field, [said(text) for text in texts], subject)


def said(text: str) -> Data:
    """A statement as the file has it."""
    return {"text": text, "sources": ["S79"]}


def without_steps(data: Data, subject: str = "botox") -> None:
    """Steps that are not numbered, but one run of text."""
    for section in of(data, subject)["sections"]:
        if "steps" in section:
            section["text"] = [line for step in section.pop("steps") for line in step["text"]]


def without_cues(data: Data) -> None:
    """A plain run of text, with lists as all there is to see."""
    without_steps(data)
    for field in ("facts", "boxed_warning", "hook"):
        of(data, "botox").pop(field)


def without_acts(data: Data) -> None:
    """Words that tell what is, and never what to do."""

    def calm(value: Any) -> Any:  # noqa: ANN401 - a walk over data
        if isinstance(value, dict):
            return {key: calm(entry) for key, entry in value.items()}
        if isinstance(value, list):
            return [calm(entry) for entry in value]
        return _ACTS.sub("it is", value) if isinstance(value, str) else value

    data["topics"]["botox"] = calm(data["topics"]["botox"])


_ACTS = re.compile(r"\b(?:Ask|Tell|Choose|Learn|See|Beware|Never|never|ask|Report|read|Look)\b")


def without_reasons(data: Data) -> None:
    """Advice that does not say why."""
    without_acts(data)
    of(data, "botox")["key_points"][-1]["text"] = "Ask us. Tell us. Choose."
    of(data, "botox")["questions"] = [said("Ask us what it costs."), said("Tell us more."), said("Call us soon.")]


def walled(data: Data) -> None:
    """More than a hundred words under one heading."""
    of(data, "botox")["sections"][0]["text"] *= 4


def unequal(data: Data) -> None:
    """Twice as many words on one option as on the other."""
    for row in of(data, PAIR)["rows"]:
        row["answers"]["fillers"]["text"] *= 2


def asked(old: str, new: str) -> Callable[[Data], None]:
    """The table with one question asked in other words."""

    def change(data: Data) -> None:
        for row in of(data, PAIR)["rows"]:
            row["question"] = row["question"].replace(old, new)

    return change


def untold_gains(data: Data) -> None:
    """No row says what it is for, nor who should not have it in those words."""
    asked("What is it for?", "Which one?")(data)


def untold_harms(data: Data) -> None:
    """No question on what can go wrong."""
    for old in ("Common effects?", "Serious risks?", "Who should not?"):
        asked(old, "And then?")(data)


def unlisted(data: Data) -> None:
    """Sources that no piece lists."""
    for source in data["sources"].values():
        source["listed"] = False


def certain(data: Data) -> None:
    """Nothing is said to be unknown."""
    for name in ("botox", PAIR):
        of(data, name).pop("unknowns", None)
    text = re.compile(r"(?i)has not reviewed|not known|no one")

    def sure(value: Any) -> Any:  # noqa: ANN401 - a walk over data
        if isinstance(value, dict):
            return {key: sure(entry) for key, entry in value.items()}
        if isinstance(value, list):
            return [sure(entry) for entry in value]
        return text.sub("has seen", value) if isinstance(value, str) else value

    for name in ("botox", PAIR):
        data["comparisons" if name == PAIR else "topics"][name] = sure(of(data, name))


def vague(data: Data) -> None:
    """A cover that does not say that there is something to decide."""
    pair = of(data, PAIR)
    pair["cover"]["purpose"] = "What each one does, and what it risks for you."
    pair["intro"]["text"] = "Mark what matters to you."


def unnamed(data: Data) -> None:
    """A row that names nothing that is treated."""
    for row in of(data, PAIR)["rows"]:
        if row["question"] == "What is it for?":
            for name in row["answers"]:
                row["answers"][name]["text"] = "It is for you, if you like."


def undescribed(data: Data) -> None:
    """An option without a section that says what it is."""
    of(data, PAIR)["sections"] = [s for s in of(data, PAIR)["sections"] if s.get("option") != "fillers"]


def no_tables_told(data: Data) -> None:
    """Charts whose marks nobody explains."""
    of(data, "botox")["lasting"]["caption"]["text"] = "Results vary."


def without_each(*fields: str) -> Callable[[Data], None]:
    """The topic without several fields."""

    def change(data: Data) -> None:
        for field in fields:
            of(data, "botox").pop(field)

    return change


def unaided(data: Data) -> None:
    """Neither numbered steps nor boxes to tick."""
    without_steps(data)
    of(data, "botox").pop("questions")


FAULTS = [
    Fault("pemat-3", lambda d: d["topics"]["botox"]["alternatives"].append(said("We administer a toxin."))),
    Fault("pemat-4", lambda d: d["topics"]["botox"]["alternatives"].append(said("Ask us about QRST care."))),
    Fault("pemat-8", walled),
    Fault("pemat-11", without("key_points")),
    Fault("pemat-12", without_cues),
    Fault("pemat-17", without("lasting", "caption")),
    Fault("pemat-19", asked("How soon?", "How soon will I see that something has changed?"), PAIR),
    Fault("pemat-20", without_acts),
    Fault("pemat-21", lambda d: d["topics"]["botox"]["alternatives"].append(said("Patients should ask us."))),
    Fault("pemat-22", without_steps),
    Fault("pemat-23", without("questions")),
    Fault("pemat-24", lambda d: d["topics"]["botox"]["alternatives"].append(said("Multiply your weight by two."))),
    Fault("pemat-25", no_tables_told),
    Fault("cci-1", saying("main_message", "It relaxes.", "It wears off.", "It is a drug.", "It is a shot.")),
    Fault("cci-2", lambda d: d["topics"]["botox"]["cover"].update(purpose="What it does, and what it risks. " * 6)),
    Fault("cci-3", saying("main_message", "Botox relaxes the muscles of your face for a time. " * 5)),
    Fault("cci-5", without_acts),
    Fault("cci-7", lambda d: d["topics"]["botox"]["alternatives"].append(said("Ask us about QRST care."))),
    Fault("cci-8", saying("questions", *(f"What is question {number}?" for number in range(8)))),
    Fault("cci-10", without("key_points")),
    Fault("cci-11", certain),
    Fault("cci-12", without_acts),
    Fault("cci-13", without_reasons),
    Fault("cci-14", without("urgent", "when")),
    Fault("ipdas-q1", unnamed, PAIR),
    Fault("ipdas-q2", vague, PAIR),
    Fault("ipdas-q3", undescribed, PAIR),
    Fault("ipdas-q4", untold_gains, PAIR),
    Fault("ipdas-q5", untold_harms, PAIR),
    Fault("ipdas-q6", lambda d: without_steps(d, PAIR), PAIR),
    Fault("ipdas-c1", unequal, PAIR),
    Fault("ipdas-c2", unlisted, PAIR),
    Fault("ipdas-c3", subject=PAIR, today=date(2025, 1, 1)),
    Fault("ipdas-c4", subject=PAIR, today=date(2029, 1, 1)),
    Fault("ipdas-c5", certain, PAIR),
    Fault("ipdas-c6", subject=PAIR, clinic=CLINIC),
    Fault("pemat-1", lambda d: d["topics"]["botox"]["cover"].update(purpose="On Botox.")),
    Fault("pemat-6", lambda d: d["topics"]["botox"]["alternatives"].append(said("It lasts 3.25 months."))),
    Fault("pemat-7", lambda d: d["topics"]["botox"]["alternatives"].append(said("Multiply your weight by two."))),
    Fault("pemat-9", lambda d: d["topics"]["botox"]["sections"][0].update(title="General")),
    Fault("pemat-10", lambda d: d["topics"]["botox"]["sections"].reverse()),
    Fault("pemat-15", without_each("onset", "lasting")),
    Fault("pemat-26", unaided),
    Fault("cci-4", without_each("face_map", "onset", "lasting")),
    Fault("cci-18", without("tell_us_first")),
    Fault("cci-20", lambda d: d["topics"]["botox"]["alternatives"].append(said("1 in 10 feel it."))),
]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_shipped_content_meets_what_a_machine_decides(subject: str) -> None:
    """All of it: nothing that ships asks for an excuse."""
    found, _ = case(subject=subject)
    missed = {
        item.id: item.decide(found).reason
        for instrument in INSTRUMENTS
        if found.brochure.kind in instrument.kinds
        for item in instrument.items
        if item.decide(found).verdict == "not-met"
    }

    assert missed == {}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.item)
def test_an_item_is_not_met_where_its_thing_is_missing(fault: Fault) -> None:
    """An item that nothing can fail says nothing; the reason tells what is missing."""
    found, _ = case(fault.change, fault.subject, clinic=fault.clinic, today=fault.today)
    decision = ITEMS[fault.item].decide(found)

    assert decision.verdict == "not-met"
    assert decision.reason


def test_every_item_of_the_machine_can_fail() -> None:
    """And every instrument has all its items, each once."""
    machine = {name for name, item in ITEMS.items() if item.mode == "machine"}

    assert machine <= {fault.item for fault in FAULTS}
    assert [len(instrument.items) for instrument in INSTRUMENTS] == [24, 20, 12]
    assert len(ITEMS) == sum(len(instrument.items) for instrument in INSTRUMENTS)


def test_what_a_person_decides_stays_open() -> None:
    """The machine does not guess."""
    found, _ = case()

    assert {item.decide(found).verdict for item in ITEMS.values() if item.mode == "human"} == {"undecided"}


def test_words_of_another_language_are_left_to_people() -> None:
    """Lists of English words say nothing of Spanish ones."""
    found, _ = case(with_("language", "es-US"))

    assert ITEMS["pemat-3"].decide(found).verdict == "undecided"
    assert ITEMS["pemat-11"].decide(found).verdict == "met"
