"""Phrases that make light of harm: what the net catches, what it lets through, and where it says so."""

from pathlib import Path

import pytest

from brochures import pipeline
from brochures.errors import format_problem
from brochures.orders import Selection
from brochures.rules.reassurance import weakening
from tests.press import PAIR
from tests.rules.judging import TODAY, Data, Mutation, judged


def _in_the_base(data: Data) -> None:
    data["topics"]["botox"]["key_points"][3]["text"] += " It is painless."


MUTATIONS = [
    Mutation("weakens-safety", _in_the_base),
    Mutation("weakens-safety", clinic="name: H\ntagline: Risk-free beauty", name="tagline"),
]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("There is no risk.", "no risk"),
        ("No real side effects have been seen.", "No real side effects"),
        ("It is free of danger.", "free of danger"),
        ("It is completely safe.", "completely safe"),
        ("This is 100% safe.", "100% safe"),
        ("This is 100 percent safe.", "100 percent safe"),
        ("A risk-free visit.", "risk-free"),
        ("You can ignore the list above.", "ignore"),
        ("That is not serious.", "not serious"),
        ("It is not really dangerous.", "not really dangerous"),
        ("Rare side effects never happen here.", "side effects never happen"),
        ("It never happens with us.", "never happens with us"),
        ("A painless shot.", "painless"),
        ("The risks are overstated.", "overstated"),
        ("There is nothing to worry about.", "nothing to worry about"),
        ("The list is just fine print.", "just fine print"),
        ("There is no risk, it is 100% safe.", "100% safe"),
        ("There is no\n  risk.", "no risk"),
    ],
)
def test_a_phrase_that_makes_light_of_harm_is_found(text: str, phrase: str) -> None:
    """As it is written, in upper case or lower."""
    assert phrase in list(weakening(text))


@pytest.mark.parametrize(
    "text",
    [
        "No treatment is risk-free.",
        "It is not completely safe.",
        "Never ignore these signs.",
        "Do not ignore pain that grows.",
        "This isn’t harmless.",
        "Is it painless?",
        "This risk is rare.",
        "This can be serious.",
        "You take none of the risks.",
        "Skip the gym for a day.",
        "Call us at once.",
    ],
)
def test_a_warning_is_let_through(text: str) -> None:
    """What is denied or asked claims nothing."""
    assert list(weakening(text)) == []


def test_a_phrase_is_told_once() -> None:
    """Though it stands there twice."""
    assert list(weakening("It is harmless. Yes, it is harmless.")) == ["harmless"]


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("replace: [{part: both, text: [It is harmless.]}]", "botox"),
        ("replace: [{part: both, title: A harmless thing}]", "botox"),
        ("add: [{title: More, points: [{text: It is harmless., option: botox}]}]", "botox-vs-fillers"),
        ("add_to: {serious_risks: [It is harmless.]}", "botox"),
        ("advice: {aftercare: [It is harmless.]}", "botox"),
    ],
)
def test_every_word_of_the_clinics_own_is_looked_at(words: str, subject: str) -> None:
    """At the phrase's own place."""
    (problem,) = judged(Mutation("", subject=subject, clinic=f"name: H\nwords:\n  {subject}:\n    {words}\n"))

    assert (problem.code, problem.severity) == ("weakens-safety", "error")
    assert problem.mark
    assert problem.mark.file == "clinic.yaml"
    assert problem.mark.text[problem.mark.column - 1 :].startswith("harmless")


@pytest.mark.parametrize(
    "words",
    ["replace: [{part: no_treatment, text: [There is no risk.]}]", "add_to: {no_treatment: [There is no risk.]}"],
)
def test_having_no_treatment_has_none_of_its_risks(words: str) -> None:
    """There it may be said."""
    assert judged(Mutation("", clinic=f"name: H\nwords:\n  botox:\n    {words}\n")) == ()


def test_the_column_of_no_treatment_has_none_of_them_either() -> None:
    """Beside the risks of the others."""

    def denied(data: Data) -> None:
        data["comparisons"]["botox-vs-fillers"]["rows"][7]["answers"]["none"]["text"] = "No risk from treatment."

    assert judged(Mutation("", denied, "botox-vs-fillers")) == ()


def test_a_name_is_a_name() -> None:
    """A clinic is called what it is called."""
    assert judged(Mutation("", clinic="name: Harmless Skin\n")) == ()


def test_a_clinic_is_told_each_phrase_at_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked or denied stands between them, and is let through."""
    monkeypatch.chdir(Path(__file__).parent / "weakening")
    sources = pipeline.read(Selection(content=PAIR, clinic=Path("clinic.yaml")))
    problems = pipeline.judge(sources, ("peel",), TODAY)["peel"]
    told = sorted(
        (p for p in problems if p.code == "weakens-safety"), key=lambda p: (p.mark and p.mark.line, p.message)
    )

    said = "\n".join(map(format_problem, told)) + "\n"

    assert said == Path("expected.txt").read_text(encoding="utf-8")
