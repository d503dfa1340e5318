"""Scores: what is met of what applies, by machine and with what people found."""

import pytest

from brochures.rules.instruments.published import PUBLISHED
from brochures.rules.instruments.reviewed import Found
from brochures.rules.instruments.score import Score, Scorecard, scorecard
from tests.rules.judging import case


def card_of(subject: str = "botox", people: dict[str, Found] | None = None) -> Scorecard:
    """The scorecard of the shipped content."""
    found, _ = case(subject=subject)
    return scorecard(found, people)


def by(verdict: str) -> Found:
    """A person's finding."""
    return Found(verdict, "medical director", "2026-11-20", "as read aloud")  # type: ignore[arg-type] # each is a verdict


@pytest.mark.parametrize("subject", ["botox", "fillers", "botox-vs-fillers"])
def test_the_shipped_content_scores_what_is_promised(subject: str) -> None:
    """95 % of PEMAT-P and 90 of the CDC's index, of what the machine decides."""
    card = card_of(subject)
    pemat, cci = card.card("pemat"), card.card("cci")

    assert pemat is not None
    assert cci is not None
    assert (pemat.machine().percent or 0) >= 95
    assert (cci.machine().percent or 0) >= 90
    assert (pemat.machine().applicable, cci.machine().applicable) >= (10, 10)
    assert (card.card("ipdas") is not None) == (subject == "botox-vs-fillers")


@pytest.mark.parametrize("subject", ["botox", "fillers", "botox-vs-fillers"])
def test_our_figures_stand_beside_published_ones(subject: str) -> None:
    """Better than the average in each; and the average is the one that was published."""
    measures = {measure.name: measure for measure in card_of(subject).measures}

    assert {name: one.value for name, one in PUBLISHED.items()} == {
        "understandability": 62.8,
        "actionability": 36.2,
        "grade": 10.7,
    }
    assert all((measures[name].value or 0) > PUBLISHED[name].value for name in ("understandability", "actionability"))
    assert 0 < (measures["grade"].value or 0) <= 6.5


def test_a_hint_does_not_count_until_a_person_agrees() -> None:
    """What the machine finds for an assisted item is open, and told."""
    before, after = card_of().card("pemat"), card_of(people={"pemat-1": by("met")}).card("pemat")

    assert before is not None
    assert after is not None
    assert before.rows[0].verdict == "undecided"
    assert before.rows[0].reason.startswith("met?")
    assert after.rows[0].verdict == "met"
    assert (after.whole().met, after.whole().open) == (before.whole().met + 1, before.whole().open - 1)
    assert after.machine() == before.machine()


def test_a_persons_verdict_goes_before_the_machines() -> None:
    """In the whole; the machine's own score stays what it was."""
    card = card_of(people={"pemat-3": by("not-met"), "pemat-11": by("not-applicable")}).card("pemat")

    assert card is not None
    assert card.machine() == card_of().card("pemat").machine()  # type: ignore[union-attr] # asked above
    assert card.rows[2].verdict == "not-met"
    assert card.rows[2].reason == "as read aloud"
    assert card.whole("understandability").met == card.machine("understandability").met - 2
    assert card.whole("understandability").applicable == card.machine("understandability").applicable - 1


def test_it_is_passed_when_nothing_is_open() -> None:
    """Until then nobody can say."""
    asked = card_of().card("cci")
    assert asked is not None
    opened = [row.item.id for row in asked.rows if row.verdict == "undecided"]
    good = card_of(people={name: by("met") for name in opened}).card("cci")
    bad = card_of(people={name: by("not-met") for name in opened}).card("cci")

    assert asked.is_passed is None
    assert good is not None
    assert good.is_passed is True
    assert bad is not None
    assert bad.is_passed is False


def test_nothing_that_applies_is_no_score() -> None:
    """And not a division by nothing."""
    assert Score(0, 0, 3).percent is None
    assert Score(1, 4).percent == 25
