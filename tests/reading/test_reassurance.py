"""Phrases that make light of harm: what the net catches, what it lets through, and where it says so."""

import pytest

from brochures.reading.reassurance import weakening, weakening_problems
from brochures.reading.source import parse


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
    "words",
    [
        "replace: [{part: both, text: [It is harmless.]}]",
        "replace: [{part: both, title: A harmless thing}]",
        "add: [{title: More, points: [{text: It is harmless., option: peel}]}]",
        "add_to: {serious_risks: [It is harmless.]}",
        "advice: {aftercare: [It is harmless.]}",
    ],
)
def test_every_word_of_the_clinics_own_is_looked_at(words: str) -> None:
    """At the phrase's own place."""
    source = parse("clinic.yaml", f"name: H\nwords:\n  peel:\n    {words}\n")

    (problem,) = weakening_problems(source)

    assert problem.code == "weakens-safety"
    assert problem.mark
    assert problem.mark.text[problem.mark.column - 1 :].startswith("harmless")


@pytest.mark.parametrize(
    "words",
    ["replace: [{part: no_treatment, text: [There is no risk.]}]", "add_to: {no_treatment: [There is no risk.]}"],
)
def test_having_no_treatment_has_none_of_its_risks(words: str) -> None:
    """There it may be said."""
    assert weakening_problems(parse("clinic.yaml", f"name: H\nwords:\n  peel:\n    {words}\n")) == []


def test_a_clinic_without_words_of_its_own_is_passed_over() -> None:
    """Whatever else its file says."""
    assert weakening_problems(parse("clinic.yaml", "name: Harmless Skin\n")) == []
