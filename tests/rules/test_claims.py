"""Claims: twenty sentences that mislead and twenty that do not, each as a statement of a topic."""

from collections.abc import Callable

import pytest

from brochures import rules
from brochures.rules import balance, claims, trademarks
from tests.rules.judging import Data, Mutation, judged

ABOUT_CLAIMS = {rule.id for room in (balance, claims, trademarks) for rule in room.RULES}

MISLEADING = [
    "This treatment is risk-free.",
    "It is completely safe.",
    "The shots are painless.",
    "Results are guaranteed.",
    "The effect of Botox is permanent. It wears off in months for some.",
    "It has no side effects.",
    "Side effects, if any occur, are mild.",
    "Botox is a cosmetic treatment.",
    "It wipes out the toughest wrinkles.",
    "It is FDA-approved to slim the jaw.",
    "It is approved by the FDA for the lips.",
    "It will reverse the signs of aging.",
    "Turn back the clock.",
    "You will look ten years younger.",
    "We are the No. 1 clinic.",
    "We have the best injectors.",
    "It is the safest choice.",
    "Botox softens your lines.",
    "Get Botoxed at lunch.",
    "Two Botoxes cost less than one.",
]
GOOD = [
    "No treatment is risk-free.",
    "It is not completely safe.",
    "Most people feel a small sting.",
    "We cannot guarantee a result.",
    "The effect is not permanent.",
    "Ask us about side effects.",
    "Side effects can come days later.",
    "Botox is a drug.",
    "It does not remove deep lines.",
    "The FDA has not approved it for the jaw.",
    "It is FDA-approved for frown lines.",
    "It does not stop aging.",
    "The effect comes and goes like time.",
    "Some people like how they look, and some do not.",
    "Our clinic is on Pier Street.",
    "Ask who is trained best for this.",
    "Is it the safest choice for me?",
    "Botox softens some lines for 3 to 4 months.",
    "You get Botox shots in a clinic.",
    "Two Botox shots may be enough for one area.",
]


def stating(text: str, topic: str = "botox") -> Callable[[Data], None]:
    """Puts a section with this one statement into a topic."""

    def change(data: Data) -> None:
        section = {"role": "uses", "title": "What else?", "text": [{"text": text, "sources": ["S0"]}]}
        data["topics"][topic]["sections"].append(section)

    return change


MUTATIONS = [
    Mutation("banned-claim", stating("Botox is a cosmetic treatment.")),
    Mutation("banned-claim", stating("Fillers undo the effects of time.", "fillers"), "fillers", name="youth"),
    Mutation("banned-claim", clinic="name: H\ntagline: The best clinic in town", name="superlative"),
    Mutation("off-label-approved", stating("It is FDA-approved to slim the jaw.")),
    Mutation(
        "off-label-approved",
        stating("The nose is approved by the FDA for fillers.", "fillers"),
        "fillers",
        name="filler",
    ),
]


def _nowhere(data: Data) -> None:
    botox = data["topics"]["botox"]
    del botox["face_map"]
    for section in botox["sections"]:
        section["text"] = [s for s in section.get("text", []) if "forehead" not in s["text"]] or section.get("text", [])


MUTATIONS.append(Mutation("approved-area-named", _nowhere))


def test_there_are_twenty_of_each() -> None:
    """And none twice."""
    assert len(set(MISLEADING)) == len(set(GOOD)) == 20


@pytest.mark.parametrize("text", MISLEADING)
def test_a_misleading_sentence_is_found(text: str) -> None:
    """By a rule on balance, claims or trademarks, at the sentence's own line."""
    found = [problem for problem in judged(Mutation("", stating(text))) if problem.code in ABOUT_CLAIMS]

    assert found
    assert all(problem.mark and problem.hint for problem in found)


@pytest.mark.parametrize("text", GOOD)
def test_a_good_sentence_is_let_through(text: str) -> None:
    """By every rule there is."""
    assert judged(Mutation("", stating(text))) == ()


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Botox is approved for the forehead.", False),
        ("Fillers are approved for the forehead.", True),
        ("Fillers are FDA-approved for the lips.", False),
        ("Botox is FDA-approved for the lips.", True),
        ("Is it FDA-approved for the lips?", False),
    ],
)
def test_an_area_is_judged_by_the_treatment_that_is_named(text: str, *, is_found: bool) -> None:
    """A forehead is for one, lips are for the other."""
    codes = {problem.code for problem in judged(Mutation("", stating(text)))}

    assert ("off-label-approved" in codes) is is_found


def test_what_harm_may_last_is_no_promise() -> None:
    """Only the effect is called temporary."""
    clinic = "name: H\nwords: {botox: {add_to: {serious_risks: [The weakness can be permanent.]}}}"

    assert judged(Mutation("", clinic=clinic)) == ()


def test_a_rule_of_safety_stays_what_it_is() -> None:
    """A clinic that lowers it is told so."""
    assert all(rules.RULES[name].safety for name in ("weakens-safety", "banned-claim", "boxed-warning", "temporary"))
