"""What a clinic's words change: every part that is touched and none other, before and after."""

from typing import Any

import pytest

from brochures.model.content import Content
from brochures.model.differences import Change, Difference, differences, text_changes, word_changes
from brochures.model.named_parts import part_hash, parts_of
from brochures.model.words import Words
from brochures.reading.catalogue import read_content
from tests.press import PAIR


@pytest.fixture(scope="module")
def base() -> Content:
    """Two small topics and their comparison."""
    return read_content(PAIR).value


def changed(base: Content, subject: str = "peel", place: str | None = None, **words: Any) -> list[Difference]:  # noqa: ANN401 - any of a clinic's words
    """The differences that these words make."""
    return list(differences(base, subject, Words.model_validate(words), place))


def test_no_words_are_no_difference(base: Content) -> None:
    """Advice is none either: it stands beside the content."""
    assert changed(base, advice={"before": ["Eat."]}) == []


def test_a_replaced_part_is_shown_before_and_after(base: Content) -> None:
    """With the hash of the base to write down."""
    (only,) = changed(base, replace=[{"part": "how_it_works", "title": "How?", "text": ["With acid."]}])

    assert (only.part, only.kinds, only.is_locked) == ("how_it_works", ("replaced",), False)
    assert (only.title_before, only.title_after) == ("How does it work?", "How?")
    assert only.before[0].startswith("The acid loosens")
    assert only.after == ("With acid.",)
    assert only.base == part_hash(parts_of(base.topics["peel"])["how_it_works"])


def test_a_hidden_part_has_no_after(base: Content) -> None:
    """Also where one of the same role takes its number."""
    (only,) = changed(base, hide=[{"part": "uses"}])

    assert (only.part, only.kinds, only.after, only.title_after) == ("uses", ("hidden",), (), "")
    assert only.before == ("It is sold in the kingdom.",)


def test_parts_behind_a_hidden_one_are_compared_with_themselves(base: Content) -> None:
    """`uses-2` is the first of its role once `uses` has gone."""
    found = changed(base, hide=[{"part": "uses"}], replace=[{"part": "uses-2", "points": ["Spots"]}])

    assert [(d.part, d.after) for d in found] == [("uses", ()), ("uses-2", ("Spots",))]


def test_safety_text_that_is_added_to_says_that_it_is_locked(base: Content) -> None:
    """Its own words stand before what is added."""
    (only,) = changed(base, add_to={"serious_risks": ["Call us."]})

    assert (only.kinds, only.is_locked) == (("added-to",), True)
    assert only.after == (*only.before, "Call us.")


def test_an_added_section_stands_behind_the_one_it_follows(base: Content) -> None:
    """Not at the end of the list."""
    found = changed(
        base,
        add=[{"title": "More", "after": "what_it_is", "text": ["x"]}],
        replace=[{"part": "what_it_is", "text": ["y"]}, {"part": "how_it_works", "text": ["z"]}],
    )

    assert [(d.part, d.kinds) for d in found] == [
        ("what_it_is", ("replaced",)),
        ("own", ("added",)),
        ("how_it_works", ("replaced",)),
    ]
    assert found[1].title_after == "More"


def test_a_moved_section_is_told_and_those_it_passes_are_not(base: Content) -> None:
    """One that is named where it stood already has not moved."""
    assert [(d.part, d.kinds) for d in changed(base, order=["uses-2"])] == [("uses-2", ("moved",))]
    assert changed(base, order=["what_it_is"]) == []


def test_what_is_chosen_and_added_to_is_one_difference(base: Content) -> None:
    """Of two kinds."""
    variant = {"part": "both", "about": "Shorter", "text": [{"text": "Yes.", "sources": ["S1"]}]}
    data = base.topics["laser"].model_dump()
    data["sections"] = [{"role": "both", "title": "Both?", "text": [{"text": "Ask us.", "sources": ["S2"]}]}]
    laser = type(base.topics["laser"]).model_validate({**data, "variants": {"yes": variant}})
    content = base.model_copy(update={"topics": {**base.topics, "laser": laser}})

    (only,) = changed(content, "laser", choose=["yes"], add_to={"both": ["Call."]})

    assert (only.kinds, only.after) == (("chosen", "added-to"), ("Yes.", "Call."))


@pytest.mark.parametrize(("pinned", "stale"), [(None, False), ("right", False), ("00000000", True)])
def test_only_a_hash_that_differs_is_stale(base: Content, pinned: str | None, *, stale: bool) -> None:
    """One that was not written down cannot be compared."""
    right = part_hash(parts_of(base.topics["peel"])["how_it_works"])
    written = right if pinned == "right" else pinned

    (only,) = changed(base, hide=[{"part": "how_it_works", "base": written}])

    assert only.is_stale is stale


def test_texts_are_those_that_hold_in_the_place(base: Content) -> None:
    """The hash is that of all, or a clinic that moves would have to read again."""
    (here,) = changed(base, "peel", "us", replace=[{"part": "what_it_is", "text": ["x"]}])
    (there,) = changed(base, "peel", "gb", replace=[{"part": "what_it_is", "text": ["x"]}])

    assert len(here.before) == len(there.before) + 1
    assert here.base == there.base


def test_words_are_compared_one_by_one() -> None:
    """What stays, what goes, what comes, in reading order."""
    assert word_changes("We use ice now.", "We use a cold pack now.") == (
        Change("same", "We use"),
        Change("removed", "ice"),
        Change("added", "a cold pack"),
        Change("same", "now."),
    )


def test_no_word_is_lost_between_the_signs() -> None:
    """Taken without what is new, it is the old text; taken without what is old, the new."""
    old, new = "Call us if it hurts, or bleeds.", "Call if it bleeds for long."
    changes = word_changes(old, new)

    assert " ".join(c.words for c in changes if c.kind != "added") == old
    assert " ".join(c.words for c in changes if c.kind != "removed") == new


def test_texts_with_little_in_common_are_shown_whole() -> None:
    """Single words that happen to be the same would only confuse."""
    assert text_changes(("The acid loosens the bonds.", "Stays."), ("Ask us.", "Stays.")) == (
        (Change("removed", "The acid loosens the bonds."),),
        (Change("added", "Ask us."),),
        (Change("same", "Stays."),),
    )
