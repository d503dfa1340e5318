"""Profiles of places: those that ship, and a clinic's own file beside clinic.yaml."""

from pathlib import Path

import pytest

from brochures.errors import Mark, Problem, SourceError
from brochures.model.profile import Profile
from brochures.reading.promotion import check_profile, read_profile_named, shipped_places, shipped_profiles
from brochures.reading.source import parse

WHOLE = """\
title: "Canada"
about: "For clinics in Canada."
place: ca
name: "Canada"
emergency_number: "911"
regulator: "Health Canada"
regulator_name: "Health Canada"
checked: "2026-11"
review_by: "2027-11"
blocked:
  - {terms: [toxin], why: "It is the law", sources: [L1]}
sources:
  L1: {body: "Parliament", title: "The law", address: "https://law.example", read_as: original}
"""


def own(text: str) -> Profile:
    """A profile of this text."""
    return check_profile(parse("profile.yaml", text)).value


def problems_of(text: str) -> tuple[Problem, ...]:
    """What is wrong with a profile of this text."""
    with pytest.raises(SourceError) as caught:
        own(text)
    return caught.value.problems


def refused(name: str, folder: Path | None = None, mark: Mark | None = None) -> Problem:
    """The one reason why a name is refused."""
    with pytest.raises(SourceError) as caught:
        read_profile_named(name, folder, mark)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize("name", sorted(shipped_profiles()))
def test_every_shipped_profile_can_be_read_by_a_lawyer(name: str) -> None:
    """It has dates and sources that rest on something, and says in its head what it is for."""
    profile = read_profile_named(name, None, None).value
    head = shipped_profiles()[name].read_text(encoding="utf-8").split("\n\n", 1)[0]

    assert profile.checked < profile.review_by
    assert profile.sources
    assert all(source.address.startswith("http") and not source.listed for source in profile.sources.values())
    assert head.startswith("# ")


def test_no_two_sources_share_an_id() -> None:
    """A profile that extends another would change what its entries rest on."""
    found: dict[str, str] = {}
    for name in shipped_profiles():
        for source, told in read_profile_named(name, None, None).value.sources.items():
            assert found.setdefault(source, told.address) == told.address


def test_every_source_is_cited() -> None:
    """In an entry, or at the number in a remark."""
    for name, path in shipped_profiles().items():
        text = path.read_text(encoding="utf-8")
        for source in read_profile_named(name, None, None).value.sources:
            cited = [line for line in text.splitlines() if source in line and line.strip() != f"{source}:"]
            assert cited or f"{source}:" not in text, f"{name}: {source}"


def test_content_may_name_the_places_of_the_shipped_profiles() -> None:
    """And no other, unless a clinic's own profile brings it."""
    assert shipped_places() == {"us", "gb", "ie", "au", "zz"}


def test_an_unknown_profile_is_told_with_the_nearest() -> None:
    """At the line that named it."""
    mark = Mark("clinic.yaml", 2, 10)
    problem = refused("uk-waitingroom", None, mark)

    assert problem.code == "unknown-profile"
    assert "uk-waiting-room" in problem.hint
    assert problem.mark == mark


def test_a_clinic_may_bring_a_file_of_its_own(tmp_path: Path) -> None:
    """It lies beside clinic.yaml."""
    (tmp_path / "canada.yaml").write_text(WHOLE, encoding="utf-8")
    profile = read_profile_named("canada.yaml", tmp_path, None).value

    assert (profile.place, profile.emergency_number) == ("ca", "911")
    assert profile.blocked_term("Two Toxins here") == "Toxin"


@pytest.mark.parametrize("name", ["../canada.yaml", "/etc/canada.yaml", "https://law.example/canada.yaml"])
def test_a_file_of_its_own_lies_in_the_clinics_folder(tmp_path: Path, name: str) -> None:
    """No way leads out of it."""
    (tmp_path / "canada.yaml").write_text(WHOLE, encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()

    assert refused(name, home).code == "outside-folder"


def test_a_file_that_is_not_there_or_not_text_is_told(tmp_path: Path) -> None:
    """Each in its own words."""
    (tmp_path / "latin.yaml").write_bytes("title: Höhe\n".encode("latin-1"))

    assert refused("canada.yaml", tmp_path).code == "file-missing"
    assert refused("latin.yaml", tmp_path).code == "not-utf8"


def test_a_profile_adds_to_the_one_it_extends() -> None:
    """Its own entries first; what it says itself wins."""
    profile = own(
        "extends: uk-waiting-room\n"
        'title: "Our window"\n'
        "blocked:\n"
        '  - {terms: [lip flip], why: "It hints at a medicine", sources: [L25]}\n'
        "rules: {profile-overdue: error}\n"
    )

    assert profile.title == "Our window"
    assert profile.place == "gb"
    assert profile.blocked[0].terms == ("lip flip",)
    assert profile.blocking("Botox")
    assert profile.rules == {"profile-overdue": "error"}


def test_only_a_shipped_profile_can_be_extended() -> None:
    """So that files of clinics do not hang on each other."""
    problems = problems_of("extends: uk\n" + WHOLE)

    assert [problem.code for problem in problems] == ["unknown-profile"]
    assert problems[0].mark
    assert problems[0].mark.line == 1


def test_an_entry_that_rests_on_no_known_source_is_told() -> None:
    """At the id, with the nearest one."""
    (problem,) = problems_of(WHOLE.replace("sources: [L1]", "sources: [L2]"))

    assert problem.code == "unknown-source"
    assert problem.mark
    assert problem.mark.line == 11


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('checked: "2026-11"\n', ""),
        ("terms: [toxin]", "terms: []"),
        ("sources: [L1]", "sources: []"),
        ("place: ca", "place: Canada"),
        ("blocked:", "banned:"),
    ],
)
def test_a_profile_says_all_that_a_lawyer_must_know(was: str, becomes: str) -> None:
    """Nothing is left to a default: words, reasons, sources and dates."""
    assert was in WHOLE
    assert problems_of(WHOLE.replace(was, becomes))
