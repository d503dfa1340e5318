"""A clinic: which number is printed where, and what of a clinic file no one may write."""

from typing import Any

import pytest
from pydantic import ValidationError

from brochures.model.clinic import Clinic

DAILY, NORTH, SOUTH, LINE = "(555) 010-0142", "(555) 010-0150", "(555) 010-0160", "(555) 010-0199"


def clinic(**fields: Any) -> Clinic:  # noqa: ANN401 - any field of a clinic
    """A clinic as its file gives it."""
    return Clinic.model_validate({"name": "Harbor Dermatology", **fields})


def fault(**fields: Any) -> str:  # noqa: ANN401 - any field of a clinic
    """The type of the one thing that is wrong with these fields."""
    with pytest.raises(ValidationError) as caught:
        clinic(**fields)
    (detail,) = caught.value.errors()
    return detail["type"]


def test_a_name_is_enough() -> None:
    """Every other field has a default, and no number is invented."""
    least = clinic()

    assert (least.profile, least.paper, least.theme) == ("us", "letter", "clear")
    assert (least.main_phone, least.urgent_phone) == ("", "")
    assert not least.answers_always


def test_the_clinics_own_number_comes_before_those_of_its_locations() -> None:
    """One number is printed for every day."""
    places = [{"name": "North"}, {"name": "South", "phone": SOUTH}, {"name": "West", "phone": NORTH}]

    assert clinic(phone=DAILY, locations=places).main_phone == DAILY
    assert clinic(locations=places).main_phone == SOUTH


def test_urgent_calls_go_to_a_line_that_always_answers() -> None:
    """The clinic's own, then that of a location, and only then the number for every day."""
    answering = [{"name": "North", "phone": NORTH}, {"name": "South", "emergency_line": SOUTH}]

    assert clinic(phone=DAILY, emergency_line=LINE, locations=answering).urgent_phone == LINE
    assert clinic(phone=DAILY, locations=answering).urgent_phone == SOUTH
    assert clinic(phone=DAILY).urgent_phone == DAILY
    assert clinic(locations=[{"name": "North", "phone": NORTH}]).urgent_phone == NORTH


def test_only_a_line_for_day_and_night_is_said_to_answer_always() -> None:
    """A number for when the clinic is closed does not count as one."""
    assert clinic(emergency_line=LINE).answers_always
    assert clinic(locations=[{"name": "North", "emergency_line": LINE}]).answers_always
    assert not clinic(phone=DAILY, after_hours=LINE).answers_always


def test_a_number_for_after_hours_is_not_the_one_for_urgent_calls() -> None:
    """It is not answered at all times."""
    assert clinic(phone=DAILY, after_hours=LINE).urgent_phone == DAILY


def test_the_short_name_stands_in_small_places() -> None:
    """Without one, the name does."""
    assert clinic(short_name="Harbor").short == "Harbor"
    assert clinic().short == "Harbor Dermatology"


def test_credentials_stand_behind_the_name() -> None:
    """As they are printed."""
    who = clinic(clinicians=[{"name": "Dana Reyes", "credentials": "MD, FAAD"}, {"name": "Kim Ode"}]).clinicians

    assert [one.printed for one in who] == ["Dana Reyes, MD, FAAD", "Kim Ode"]


def test_two_locations_of_one_name_are_refused() -> None:
    """A patient could not tell them apart, however they are written."""
    assert fault(locations=[{"name": "North Side"}, {"name": "north side"}]) == "duplicate_location"
    assert len(clinic(locations=[{"name": "North"}, {"name": "South"}]).locations) == 2


def test_the_same_piece_twice_is_refused() -> None:
    """It would be printed once, and looked for twice."""
    row = {"subject": "peel", "formats": ["handout"]}

    assert fault(pieces=[row, row]) == "duplicate_piece"
    assert len(clinic(pieces=[row, {**row, "editions": ["screen"]}]).pieces) == 2


@pytest.mark.parametrize(
    ("day", "wrong"),
    [
        ("2026-02-30", "no_such_day"),
        ("2026-11-31", "no_such_day"),
        ("2027-02-29", "no_such_day"),
        ("2026-13-01", "string_pattern_mismatch"),
        ("22.11.2026", "string_pattern_mismatch"),
        ("1926-11-22", "string_pattern_mismatch"),
    ],
)
def test_an_approval_has_a_day_that_there_was(day: str, wrong: str) -> None:
    """It is printed as evidence."""
    assert fault(approvals=[{"subject": "peel", "role": "director", "date": day, "version": "1.0-3f9c2a"}]) == wrong


def test_a_leap_day_is_a_day() -> None:
    """In a leap year."""
    (approval,) = clinic(
        approvals=[{"subject": "peel", "role": "director", "date": "2028-02-29", "version": "1.0-3f9c2a"}]
    ).approvals

    assert approval.date == "2028-02-29"


@pytest.mark.parametrize("version", ["1.0", "3f9c2a", "1.0-3F9C2A", "1.0-3f9c2", "1.0-3f9c2a1", "v1.0-3f9c2a"])
def test_an_approval_names_one_version(version: str) -> None:
    """Not just an edition: the words of the day."""
    row = {"subject": "peel", "role": "director", "date": "2026-11-22", "version": version}

    assert fault(approvals=[row]) == "string_pattern_mismatch"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "tel:5550142"),
        ("phone", "call us"),
        ("phone", "555 <script>"),
        ("site", "javascript:alert(1)"),
        ("site", "ftp://harbor.example"),
        ("site", "https://harbor.example@evil.example/"),
        ("site", "https:///book"),
        ("booking", "https://harbor.example/a b"),
        ("booking", "https://harbor.example/'x"),
        ("mail", "desk@harbor"),
        ("mail", "desk@harbor.example?bcc=all@evil.example"),
        ("mail", "Desk <desk@harbor.example>"),
    ],
)
def test_what_is_no_contact_is_refused(field: str, value: str) -> None:
    """It would be printed, or stand behind a code that a patient scans."""
    assert fault(**{field: value}) == "string_pattern_mismatch"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "(555) 010-0142"),
        ("phone", "+44 20 7946 0000"),
        ("phone", "555.010.0142"),
        ("site", "http://harbor.example:8080"),
        ("booking", "https://harbor.example/book?from=paper&lang=en#top"),
        ("mail", "front.desk+skin@mail.harbor.example"),
    ],
)
def test_what_is_a_contact_is_taken(field: str, value: str) -> None:
    """As it is written."""
    assert getattr(clinic(**{field: value}), field) == value


@pytest.mark.parametrize(
    ("field", "entry", "most"),
    [
        ("locations", lambda i: {"name": f"Place {i}"}, 4),
        ("address", lambda i: f"Line {i}", 4),
        ("clinicians", lambda i: {"name": f"Person {i}"}, 6),
        ("disclaimers", lambda i: f"Sentence {i}.", 3),
        ("licences", lambda i: f"No. {i}", 4),
        ("hours", lambda i: {"days": f"Day {i}", "times": "8 to 5"}, 4),
    ],
)
def test_as_many_as_fit_and_no_more(field: str, entry: Any, most: int) -> None:  # noqa: ANN401 - a maker of entries
    """The paper ends somewhere."""
    assert len(getattr(clinic(**{field: [entry(i) for i in range(most)]}), field)) == most
    assert fault(**{field: [entry(i) for i in range(most + 1)]}) == "too_long"
