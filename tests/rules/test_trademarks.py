"""Brand names: never bent, explained where they first stand, none above the others."""

import pytest

from tests.rules.judging import Data, Mutation, judged


def _own(text: str) -> str:
    return f'name: H\nwords: {{botox: {{add_to: {{questions: ["{text}"]}}}}}}'


def _unmarked(data: Data) -> None:
    data["topics"]["botox"]["cover"]["title"] = ["Botox"]


def _unexplained(data: Data) -> None:
    data["topics"]["botox"]["cover"]["purpose"] = "What it does, what it risks, and when to get help."


def _alone(data: Data) -> None:
    comparison = data["comparisons"]["botox-vs-fillers"]
    comparison["lines"] = [line for line in comparison["lines"] if line.get("item") != "other-brands"]


MUTATIONS = [
    Mutation("trademark-verb", clinic=_own("Who will Botox my brow?")),
    Mutation("trademark-plural", clinic=_own("How many Botoxes do I need?")),
    Mutation("trademark-plural", clinic=_own("What is Botox's cost?"), name="possessive"),
    Mutation("trademark-first-use", _unmarked),
    Mutation("trademark-first-use", _unexplained, name="unexplained"),
    Mutation("brand-equality", _alone, "botox-vs-fillers"),
]


@pytest.mark.parametrize("text", ["Get Botoxed!", "Botoxing is quick?", "When can we botox it?", "Botox away?"])
def test_a_verb_is_found_in_its_forms(text: str) -> None:
    """In small letters too."""
    assert [problem.code for problem in judged(Mutation("", clinic=_own(text)))] == ["trademark-verb"]


@pytest.mark.parametrize("text", ["How many Botox shots?", "Is ‘Botox’ a brand?", "What does Botox do to the face?"])
def test_a_name_with_a_noun_is_let_through(text: str) -> None:
    """And one in quotation marks."""
    assert judged(Mutation("", clinic=_own(text))) == ()


def test_a_product_of_the_clinic_brings_its_mark() -> None:
    """It is printed as the field `mark` says."""
    clinic = "name: H\nwords: {fillers: {advice: {products: [{name: Restylane}]}}}"

    assert judged(Mutation("", subject="fillers", clinic=clinic)) == ()
