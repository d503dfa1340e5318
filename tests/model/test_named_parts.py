"""The parts of a subject: every statement has one, by a name that stays, with a hash of its words alone."""

import re

import pytest

from brochures.model.content import Content, Subject
from brochures.model.named_parts import part_hash, parts_of, sections_of
from brochures.model.statement import Statement
from brochures.model.walking import statements_of
from brochures.reading.catalogue import read_content
from brochures.shipped import content_file
from tests.press import PAIR

TABLES = {"quick", "rows", "shared", "intro", "neither", "variants"}
DRAWN = {"names", "facts", "onset", "lasting", "face_map", "face_map_caption", "lasting_caption"}


@pytest.fixture(scope="module")
def pair() -> Content:
    """Two small topics and their comparison."""
    return read_content(PAIR).value


def changed(subject: Subject, field: str, text: str, source: str = "S1") -> Subject:
    """The subject with one statement in a list."""
    return subject.model_copy(update={field: (Statement(text=text, sources=(source,)),)})


def test_the_second_section_of_a_role_has_a_number(pair: Content) -> None:
    """And the first has none."""
    assert [name for name in sections_of(pair.topics["peel"]) if name.startswith("uses")] == ["uses", "uses-2"]


@pytest.mark.parametrize("subject", ["botox", "fillers", "botox-vs-fillers"])
def test_every_statement_has_a_part(subject: str) -> None:
    """But for those in drawings and tables, and the line over urgent signs."""
    record = read_content(content_file()).value.subject(subject)
    named = {s.text for part in parts_of(record).values() for s in part.statements}
    fields = {name: getattr(record, name) for name in type(record).model_fields if name not in DRAWN | TABLES}
    urgent = fields.pop("urgent", None)
    written = {s.text for value in fields.values() for s in statements_of(value)}
    written |= {s.text for s in (*urgent.emergency, *urgent.clinic, *urgent.team)} if urgent else set()

    assert len(written) > 20
    assert named == written


def test_only_a_topic_has_urgent_signs(pair: Content) -> None:
    """Those of a comparison belong to its topics."""
    assert "urgent_clinic" in parts_of(pair.topics["laser"])
    assert "urgent_clinic" not in parts_of(pair.comparisons["peel-or-laser"])


def test_an_empty_list_is_a_part_and_an_absent_rate_is_none(pair: Content) -> None:
    """The one can be added to, the other cannot."""
    parts = parts_of(pair.topics["laser"])

    assert parts["aftercare"].words == ()
    assert "rate" not in parts


def test_parts_can_be_asked_for_in_one_place(pair: Content) -> None:
    """As a patient there reads them."""
    peel = pair.topics["peel"]

    assert "Anyone under 18." in parts_of(peel, "us")["who_should_not"].words
    assert "Anyone under 18." not in parts_of(peel, "gb")["who_should_not"].words


def test_a_hash_has_eight_digits_and_stays(pair: Content) -> None:
    """What a clinic wrote down last year is compared with it."""
    laser = parts_of(pair.topics["laser"])

    assert re.fullmatch("[0-9a-f]{8}", part_hash(laser["serious_risks"]))
    assert part_hash(laser["serious_risks"]) == "bf127e2c"


def test_a_hash_hangs_on_the_words_alone(pair: Content) -> None:
    """A new source for the same words is no new text."""
    laser = pair.topics["laser"]

    def hashed(text: str, source: str) -> str:
        return part_hash(parts_of(changed(laser, "unknowns", text, source))["unknowns"])

    assert hashed("A.", "S1") == hashed("A.", "S2")
    assert hashed("A.", "S1") != hashed("B.", "S1")


def test_titles_and_steps_go_into_the_hash(pair: Content) -> None:
    """They are words, too."""
    peel = pair.topics["peel"]
    section = sections_of(peel)["what_to_expect"]
    steps = (section.steps[0].model_copy(update={"title": "Earlier"}), *section.steps[1:])
    hashes = set()
    for update in ({}, {"title": "Other"}, {"steps": steps}):
        new = section.model_copy(update=update)
        own = peel.model_copy(update={"sections": (*peel.sections[:-1], new)})
        hashes.add(part_hash(parts_of(own)["what_to_expect"]))

    assert len(hashes) == 3
