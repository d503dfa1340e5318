"""Lists and rates: how many items, and out of how many."""

import pytest

from brochures.rules.language.numbers import denominators, list_too_long, mixed_denominators
from tests.rules.judging import Change, Mutation, case, unchanged
from tests.rules.language.changes import listed, said, signs

MUTATIONS = [
    Mutation("list-too-long", listed("tell_us_first", *["you smoke"] * 5)),
    Mutation("list-too-long", signs("Chest pain", "A fit", "A bad rash"), name="urgent"),
    Mutation("mixed-denominators", said("follow_up", "It helps 1 in 5 people.", "It hurts 3 in 100.")),
]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("About 1 in 6,410 syringes.", [6410]),
        ("Of us, 24 out of 90 felt it.", [90]),
        ("One in 10 people; two in every 10.", [10, 10]),
        ("It was 5% of people, or 5 per cent.", [100, 100]),
        ("In 2 of 3 weeks, 3 in 7 days, 1 of 3 steps.", []),
        ("You put in 1 in 2025.", []),
        ("It takes 3 to 7 days, in 2 steps.", []),
        ("A 20% acid peel, or 15 % off.", []),
    ],
)
def test_what_rates_are_counted_out_of(text: str, counted: list[int]) -> None:
    """People and syringes, not days, years or strengths."""
    assert [of for of, _ in denominators(text)] == counted


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("It hurts 1 in 10. It swells in 3 in 10.", 0),
        ("It hurts 1 in 10. It swells in 1 in 100.", 1),
        ("It hurts 1 in 10. It swells in 20% of people.", 1),
        ("It hurts 1 in 100. It swells in 20% of people.", 0),
    ],
)
def test_one_denominator_is_kept(text: str, findings: int) -> None:
    """A percentage is counted out of a hundred."""
    found, _ = case(said("follow_up", text))

    assert len(list(mixed_denominators(found))) == findings


@pytest.mark.parametrize(
    ("change", "subject"),
    [
        (unchanged, "botox-vs-fillers"),
        (listed("tell_us_first", *["you smoke"] * 4), "botox"),
        (listed("lines", *["It is so."] * 9), "botox"),
        (said("follow_up", *["You can wait."] * 9), "botox"),
    ],
)
def test_seven_items_running_text_and_fine_print_are_no_long_list(change: Change, subject: str) -> None:
    """Nor are the lists of two options, taken together, or a table's rows."""
    found, _ = case(change, subject)

    assert list(list_too_long(found)) == []
