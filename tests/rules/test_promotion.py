"""What places forbid and ask for, seen on the shipped content and on what clinics add to it."""

from collections.abc import Iterator
from typing import Any

import pytest

from brochures.errors import SourceError
from brochures.model.substances import TOXIN_BRANDS
from brochures.reading.promotion import read_profile_named, shipped_profiles
from brochures.rules import RULES
from brochures.rules.promotion import foreign_advice, place_term
from tests.rules.judging import Change, Data, Mutation, case, judged

PLACES = [
    "us",
    "us-ca",
    "us-tx",
    "uk-waiting-room",
    "uk-post-consultation",
    "ie",
    "au-public",
    "none",
]
SUBJECTS = ["botox", "fillers", "botox-vs-fillers"]

CALIFORNIA = "name: Harbor\nresponsible:\n  name: Ada Lind\n  credentials: MD\n"


def lists(value: Any) -> Iterator[list[Any]]:  # noqa: ANN401 - a walk over any data
    """Every list in the data."""
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from lists(part)
    if isinstance(value, list):
        yield value


def without(item: str, *, beyond: str = "us") -> Change:
    """Takes every version of an item away but the one for `beyond`, or the first that has no place."""

    def change(data: Data) -> None:
        for entries in lists(data):
            mine = [entry for entry in entries if isinstance(entry, dict) and entry.get("item") == item]
            for entry in mine:
                if entry is not mine[0] if mine[0].get("place") is None else entry.get("place") != beyond:
                    entries.remove(entry)

    return change


def added(part: str, statement: Data, subject: str = "fillers") -> Change:
    """Adds a statement to a list of a topic."""

    def change(data: Data) -> None:
        data["topics"][subject][part].append(statement)

    return change


def row_for_us(data: Data) -> None:
    """A locked row that is printed in the United States only."""
    rows = data["comparisons"]["botox-vs-fillers"]["rows"]
    rows.append({**next(row for row in rows if row.get("safety")), "question": "What else?", "place": "us"})


def labelled(data: Data) -> None:
    """A short word on a drawing, which is not left out as sentences are."""
    data["topics"]["fillers"]["face_map"]["areas"][0]["label"] = "Under eyes (toxin)"


NEEDS = """
extends: us
needs:
  - {item: nobody-says-this, about: filler, why: "It is the law", sources: [L1]}
"""
OVERDUE = """
extends: us
checked: "2025-10"
review_by: "2026-10"
"""
SENTENCE = {"text": "Ask the FDA what is new.", "sources": ["S94"]}

MUTATIONS = [
    Mutation(
        "place-term",
        subject="fillers",
        clinic="name: Harbor\ntagline: Ask for toxin here\n",
        profile="uk-waiting-room",
        name="tagline",
    ),
    Mutation(
        "place-term",
        subject="fillers",
        clinic="name: Harbor\nsite: https://harborbotox.example\n",
        profile="uk-waiting-room",
        name="address",
    ),
    Mutation(
        "place-term",
        subject="fillers",
        clinic='name: Harbor\nwords:\n  fillers:\n    advice: {aftercare: ["Book anti‑wrinkle injections too."]}\n',
        profile="ie",
        name="advice",
    ),
    Mutation("place-term", labelled, "fillers", profile="uk-waiting-room", name="label"),
    Mutation("local-version", without("patient-leaflet"), profile="uk-post-consultation", name="elsewhere"),
    Mutation("local-version", without("lidocaine"), "fillers", profile="uk-waiting-room", name="blocked"),
    Mutation("local-version", row_for_us, "botox-vs-fillers", profile="none", name="row"),
    Mutation("place-needs", subject="fillers", profile=NEEDS),
    Mutation("place-asks", subject="fillers", clinic="name: Harbor\n", profile="us-ca", name="clinic"),
    Mutation("place-asks", subject="fillers", profile="us-tx", name="neutral"),
    Mutation("profile-overdue", subject="fillers", profile=OVERDUE),
    Mutation(
        "foreign-advice",
        subject="fillers",
        clinic='name: Harbor\ndisclaimers: ["In an emergency, call us or 911."]\n',
        profile="uk-post-consultation",
        name="number",
    ),
    Mutation("foreign-advice", added("unknowns", SENTENCE), "fillers", profile="ie", name="regulator"),
]


def errors(subject: str, profile: str) -> set[str]:
    """What stops a piece in a place."""
    clinic = CALIFORNIA if profile in {"us-ca", "us-tx"} else ""
    try:
        found = judged(Mutation("", subject=subject, profile=profile, clinic=clinic))
    except SourceError as error:
        return {problem.code for problem in error.problems}
    return {problem.code for problem in found if problem.severity == "error"}


def test_the_eight_places_are_shipped() -> None:
    """By the names that users type."""
    assert sorted(shipped_profiles()) == sorted(PLACES)


@pytest.mark.parametrize("profile", ["us", "us-ca", "us-tx", "uk-post-consultation", "none"])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_may_be_given_where_names_are_free(subject: str, profile: str) -> None:
    """A clinic that says who answers for the treatment is enough for the two states."""
    assert errors(subject, profile) == set()


@pytest.mark.parametrize("profile", ["uk-waiting-room", "ie"])
def test_where_toxins_may_not_be_named_only_fillers_pass(profile: str) -> None:
    """What bears the name is refused by its name."""
    assert errors("fillers", profile) == set()
    assert errors("botox", profile) == {"name-not-allowed"}
    assert errors("botox-vs-fillers", profile) == {"name-not-allowed"}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_nothing_may_be_given_to_the_public_in_australia(subject: str) -> None:
    """The refusal says what is lawful instead."""
    with pytest.raises(SourceError) as refused:
        case(subject=subject, profile="au-public")

    (problem,) = refused.value.problems
    assert problem.code == "name-not-allowed"
    assert "advertise" in problem.message or "prescription medicines" in problem.message
    assert "consultation" in problem.hint


@pytest.mark.parametrize("profile", ["uk-waiting-room", "ie", "au-public"])
def test_every_brand_of_toxin_that_is_known_is_blocked(profile: str) -> None:
    """A name that is added to the list of names must be added to the places."""
    place = read_profile_named(profile, None, None).value

    assert [brand for brand in TOXIN_BRANDS if not place.blocking(brand)] == []
    assert place.blocking("onabotulinumtoxinA")
    assert place.blocking("Anti-wrinkle injections")


@pytest.mark.parametrize("profile", ["uk-waiting-room", "ie"])
def test_what_was_left_out_is_replaced_by_the_lawful_wording(profile: str) -> None:
    """And nothing that is resolved holds a blocked word."""
    found, _ = case(subject="fillers", profile=profile)

    told = [passage.text for passage in found.of("alternatives")]
    assert told == ["Ask us about a consultation for lines and wrinkles."]
    assert [p.text for p in found.passages if found.profile.blocked_term(p.text)] == []
    assert list(place_term(found)) == []


@pytest.mark.parametrize(
    ("subject", "says", "never"),
    [
        (
            "botox",
            "you are under 18: in England, only if a doctor directs it",
            "you are under 18: it is approved for adults",
        ),
        ("fillers", "Report side effects to the MHRA: yellowcard.mhra.gov.uk.", "Report side effects to FDA MedWatch."),
        (
            "botox-vs-fillers",
            "In England, if you are under 18, unless a doctor directs it.",
            "In the US, also if you are under 18.",
        ),
    ],
)
def test_safety_text_is_told_in_the_words_of_the_place(subject: str, says: str, never: str) -> None:
    """One version of each item, the one that holds here."""
    found, _ = case(subject=subject, profile="uk-post-consultation")

    told = [passage.text for passage in found.passages]
    assert says in told
    assert never not in told
    assert list(foreign_advice(found)) == []


def test_a_row_of_the_place_stands_for_the_row_of_the_same_question() -> None:
    """The table asks who should not have it once."""
    found, _ = case(subject="botox-vs-fillers", profile="uk-post-consultation")

    (row,) = [row for row in found.brochure.comparison.rows if row.question == "Who should not?"]
    assert row.place == "gb"


def test_a_reason_in_the_profile_stands_for_a_version() -> None:
    """A lawyer may say why a place needs no words for an item."""
    reason = "\nextends: uk-post-consultation\nelsewhere:\n  patient-leaflet: The leaflet is always handed over\n"

    assert errors_of(without("patient-leaflet"), "uk-post-consultation") == {"local-version"}
    assert errors_of(without("patient-leaflet"), reason) == set()


def errors_of(change: Change, profile: str) -> set[str]:
    """What stops the piece on toxin once it is changed."""
    found = judged(Mutation("", change, profile=profile))
    return {problem.code for problem in found if problem.severity == "error"}


def test_no_clinic_lowers_what_protects_patients() -> None:
    """Words, versions, numbers: these rules can be raised, not lowered."""
    safe = {rule.id for rule in RULES.values() if rule.concern == "promotion" and rule.safety}

    assert safe == {"place-term", "local-version", "place-needs", "foreign-advice"}


@pytest.mark.parametrize(
    ("sentence", "is_advice"),
    [
        ("Call 911.", True),
        ("In an emergency, dial 9-1-1 or 911 at once.", True),
        ("Call (020) 911 4412.", False),
        ("Call us: 555 911 22.", False),
        ("In a study of 911 people, most saw a change.", False),
        ("Tell MedWatch.", True),
    ],
)
def test_a_number_is_advice_where_one_is_told_to_call_it(sentence: str, *, is_advice: bool) -> None:
    """A telephone number or a count that has the same figures is none."""
    added_here = added("unknowns", {"text": sentence, "sources": ["S94"]})
    found, _ = case(added_here, "fillers", profile="uk-post-consultation")

    assert bool(list(foreign_advice(found))) is is_advice
