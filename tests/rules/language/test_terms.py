"""Words that a patient may not know: in the tables, and in sentences that explain them or do not."""

import re

import pytest

from brochures.rules.language.jargon import PAIRS
from brochures.rules.language.medical import TERMS
from brochures.rules.language.terms import jargon, undefined_abbreviation, undefined_term
from tests.rules.judging import Data, Mutation, case
from tests.rules.language.changes import said

MUTATIONS = [
    Mutation("jargon", said("follow_up", "We will administer it again.")),
    Mutation("undefined-term", said("follow_up", "You may see a keloid.")),
    Mutation("undefined-abbreviation", said("follow_up", "You can have it on an OTC plan.")),
]


def test_the_table_has_pairs_enough() -> None:
    """No word is its own substitute, and none stands in for another word of the table."""
    plain = {word.strip() for words in PAIRS.values() for word in words.split("/")}

    assert len(PAIRS) >= 150
    assert not plain & set(PAIRS)
    assert not set(PAIRS) & set(TERMS)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("We administered it.", "give"),
        ("It may cause edema.", "swelling"),
        ("Utilizing ice helps.", "use"),
        ("Call prior to your visit.", "before"),
        ("Lesions can come.", "sore / spot"),
        ("Some have adverse events.", "side effect"),
    ],
)
def test_jargon_is_told_with_its_plain_word(text: str, plain: str) -> None:
    """In any of its forms; of two entries the longer one."""
    found, _ = case(said("follow_up", text))
    (finding,) = jargon(found)

    assert f"say: {plain};" in finding.hint


@pytest.mark.parametrize(
    "text",
    [
        "You may get edema (swelling).",
        "You may get swelling (edema).",
        "Edema is swelling. You may get edema.",
        "There is a word for it: swelling.",
        "Chronic migraine can come back.",
        "We see that you are pleased.",
    ],
)
def test_jargon_that_is_explained_is_no_fault(text: str) -> None:
    """In parentheses, as what it is, or in the glossary."""
    found, _ = case(said("follow_up", text))

    assert list(jargon(found)) == []


@pytest.mark.parametrize(
    "text",
    ["A cannula helps.", "You may have strabismus.", "It can cause an embolism.", "This is an off-label use."],
)
def test_terms_are_told_once(text: str) -> None:
    """At the first mention, however often they come."""
    found, _ = case(said("follow_up", text, text))

    assert len(list(undefined_term(found))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A cannula (a thin tube) helps.",
        "We use a cannula, a thin tube.",
        "A cannula is a thin tube.",
        "We use a thin tube, called a cannula.",
        "A thin tube (cannula) helps.",
        "Keloids: scars that grow.",
    ],
)
def test_terms_that_are_explained_are_no_fault(text: str) -> None:
    """In the ways in which people explain."""
    found, _ = case(said("follow_up", text))

    assert list(undefined_term(found)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ask the AAD.", ["AAD"]),
        ("Ask the American Academy of Dermatology (AAD). The AAD can help.", []),
        ("AAD (the skin doctors’ body) can help.", []),
        ("OK, in the US the FDA knows of HIV and DNA.", []),
        ("Phase II is over. Do NOT wait.", []),
        ("Two PRPs are on sale.", ["PRP"]),
    ],
)
def test_abbreviations_are_spelled_out(text: str, told: list[str]) -> None:
    """Unless everybody knows them by their letters, or it is the place's own regulator."""
    found, _ = case(said("follow_up", text))

    assert [re.findall(r"`(\w+)`", one.message)[0] for one in undefined_abbreviation(found)] == told


def test_english_words_say_nothing_of_another_language() -> None:
    """A word may be plain there."""

    def spanish(data: Data) -> None:
        said("follow_up", "Una lesión local, via oral, con keloid y OTC.")(data)
        data["topics"]["botox"]["language"] = "es-US"

    found, _ = case(spanish)

    assert not [*jargon(found), *undefined_term(found), *undefined_abbreviation(found)]
