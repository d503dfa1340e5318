"""Comparisons: equal depth, benefits and harms of each option, and no treatment."""

from tests.rules.judging import Data, Mutation, judged

PAIR = "botox-vs-fillers"


def _longer(data: Data) -> None:
    for row in data["comparisons"][PAIR]["rows"]:
        if not row.get("safety"):
            row["answers"]["fillers"]["text"] += 2 * " We can tell you all of this when you come."


def _silent_on_one(data: Data) -> None:
    for statement in data["comparisons"][PAIR]["common_effects"]:
        statement["option"] = "fillers"


def _no_row_on_gains(data: Data) -> None:
    for row in data["comparisons"][PAIR]["rows"]:
        row["question"] = "Which effects?" if row.get("safety") else "How soon?"


def _silent_on_nothing(data: Data) -> None:
    del data["comparisons"][PAIR]["no_treatment"]


MUTATIONS = [
    Mutation("parity-words", _longer, PAIR),
    Mutation("parity-benefits-harms", _silent_on_one, PAIR),
    Mutation("parity-benefits-harms", _no_row_on_gains, PAIR, name="no-row"),
    Mutation("no-treatment-told", _silent_on_nothing, PAIR),
]


def test_the_longer_and_the_shorter_are_told_with_their_words() -> None:
    """So that one knows which to mend, and by how much."""
    (problem,) = judged(MUTATIONS[0])

    assert problem.message.startswith("`fillers` has ")
    assert "`botox` has " in problem.message
