"""What a clinic may change: locked text, parts that do not exist, words that have to be read again."""

from pathlib import Path

import pytest

from brochures.errors import Problem
from brochures.model.clinic import Clinic
from brochures.model.content import Content, Variant
from brochures.model.named_parts import NEEDED, URGENT, part_hash, parts_of
from brochures.model.personal import personalised
from brochures.model.statement import Statement
from brochures.model.words import LOCKED
from brochures.reading.catalogue import read_content
from brochures.reading.clinics import read_clinic
from brochures.reading.overrides import approval_problems, personal_problems
from brochures.reading.source import Reading, parse
from brochures.reading.validation import checked
from tests.press import PAIR

GOOD = """\
replace: [{part: how_it_works, base: "BASE", text: [With acid.]}]
hide: [{part: uses, base: "8950ce58"}]
add: [{title: Parking, after: what_it_is, text: [Behind the house.]}]
add_to: {serious_risks: [Call us.], urgent_clinic: [Fever], glossary: ["Acid: strong."], rate: [We ask.]}
order: [uses-2]
advice: {before: [Eat.]}
"""


@pytest.fixture(scope="module")
def content() -> Content:
    """Two small topics and their comparison; the peel has an approved wording of its risks."""
    found = read_content(PAIR).value
    short = Variant(part="serious_risks", about="Shorter", text=(Statement(text="A scar.", sources=("S1",)),))
    peel = found.topics["peel"].model_copy(update={"variants": {"short": short}})
    return found.model_copy(update={"topics": {**found.topics, "peel": peel}})


def clinic(words: str, subject: str = "peel", more: str = "") -> Reading[Clinic]:
    """A clinic with these words for one subject."""
    body = "\n".join(f"    {line}" for line in words.splitlines())
    source = parse("clinic.yaml", f"name: Harbor\nwords:\n  {subject}:\n{body}\n{more}")
    value, problems = checked(source, Clinic)
    assert value is not None, problems
    return Reading(value, source)


def told(content: Content, words: str, subject: str = "peel") -> list[Problem]:
    """Everything that is said of these words."""
    return list(personal_problems(clinic(words, subject), content))


def test_words_that_may_be_changed_are_no_problem(content: Content) -> None:
    """Each kind of change, pinned to the words that it stands for."""
    base = part_hash(parts_of(content.topics["peel"])["how_it_works"])

    assert told(content, GOOD.replace("BASE", base)) == []


@pytest.mark.parametrize("part", LOCKED)
@pytest.mark.parametrize("deed", ["replace: [{part: PART, text: [x]}]", "hide: [{part: PART}]"])
def test_safety_text_is_neither_replaced_nor_hidden(content: Content, part: str, deed: str) -> None:
    """The answer says why, and how it can be added to."""
    (problem,) = told(content, deed.replace("PART", part))

    assert (problem.code, problem.severity) == ("locked-text", "error")
    assert "can be added to, never replaced or hidden" in problem.message
    assert f'`{part}: ["…"]`' in problem.hint
    assert problem.mark
    assert problem.mark.text[problem.mark.column - 1 :].startswith(part)


def test_an_approved_wording_of_locked_text_is_named(content: Content) -> None:
    """It is the other way."""
    (problem,) = told(content, "hide: [{part: serious_risks}]")

    assert problem.hint.endswith("or `choose` an approved wording: short")


def test_an_approved_wording_of_locked_text_may_be_chosen(content: Content) -> None:
    """It stands in the content."""
    assert told(content, "choose: [short]") == []


@pytest.mark.parametrize("part", LOCKED)
def test_safety_text_may_be_added_to(content: Content, part: str) -> None:
    """All of it."""
    assert told(content, f"add_to: {{{part}: [Call us.]}}") == []


@pytest.mark.parametrize("part", NEEDED)
def test_what_every_piece_needs_is_not_hidden(content: Content, part: str) -> None:
    """It may be said in other words."""
    (problem,) = told(content, f"hide: [{{part: {part}}}]")

    assert problem.code == "part-needed"
    assert "`replace`" in problem.hint


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        ("choose: [shor]", "unknown-variant", "did you mean `short`?"),
        ("replace: [{part: how_it_work, text: [x]}]", "unknown-part", "did you mean `how_it_works`?"),
        ("add_to: {lined: [x]}", "unknown-part", "did you mean `lines`?"),
        ("add: [{title: A, after: use, text: [x]}]", "unknown-section", "did you mean `uses`?"),
        ("order: [uses-3]", "unknown-section", "did you mean `uses`?"),
    ],
)
def test_a_slip_of_the_pen_is_answered_with_what_was_meant(content: Content, words: str, code: str, hint: str) -> None:
    """At its place."""
    (problem,) = told(content, words)

    assert (problem.code, problem.hint.replace("-2", "")) == (code, hint)


@pytest.mark.parametrize("part", URGENT)
def test_urgent_signs_of_a_comparison_belong_to_its_topics(content: Content, part: str) -> None:
    """The answer names them."""
    (problem,) = told(content, f"add_to: {{{part}: [Fever]}}", "peel-or-laser")

    assert "those of its topics" in problem.message
    assert "`peel` or `laser`" in problem.hint


def test_a_part_is_touched_once(content: Content) -> None:
    """Chosen, replaced or hidden; which of two was meant nobody can tell."""
    words = "choose: [short, short]\nreplace: [{part: uses, text: [x]}]\nhide: [{part: uses}]"

    messages = [problem.message for problem in told(content, words) if problem.code == "part-twice"]

    assert messages == ["`serious_risks` is chosen twice", "`uses` is replaced and hidden"]


def test_words_that_were_written_for_others_are_told(content: Content) -> None:
    """With both hashes and what to do; as a warning, since somebody has to read them."""
    now = part_hash(parts_of(content.topics["peel"])["uses"])

    (problem,) = told(content, 'hide: [{part: uses, base: "00000000"}]')

    assert (problem.code, problem.severity) == ("override-stale", "warning")
    assert "00000000" in problem.message
    assert now in problem.message
    assert problem.hint == f'read `brochures diff`, then write base: "{now}"'


def test_words_that_are_pinned_to_none_are_told(content: Content) -> None:
    """With the hash to write."""
    (problem,) = told(content, "hide: [{part: uses}]")

    assert (problem.code, problem.severity) == ("override-unpinned", "warning")
    assert part_hash(parts_of(content.topics["peel"])["uses"]) in problem.hint


def test_a_new_source_for_the_same_words_leaves_them_current(content: Content) -> None:
    """Nobody reads again what reads the same."""
    data = content.model_dump_json().replace('["S1"]', '["S2"]')
    pinned = 'hide: [{part: uses, base: "' + part_hash(parts_of(content.topics["peel"])["uses"]) + '"}]'

    assert told(Content.model_validate_json(data), pinned) == []


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("add_to: {serious_risks: [Call us.]}", ["missing-option"]),
        ("add_to: {serious_risks: [{text: Call us., option: laser}]}", []),
        ("add_to: {tell_us_first: [you smoke]}", []),
        ("add_to: {what_it_is-2: [It hums.]}", []),
        ("add: [{title: Parking, text: [Here.]}]", []),
    ],
)
def test_an_option_is_asked_for_where_every_statement_has_one(content: Content, words: str, codes: list[str]) -> None:
    """And not where a section says it, or none is about one option."""
    assert [problem.code for problem in told(content, words, "peel-or-laser")] == codes


def test_words_without_an_error_can_be_put_into_the_content(content: Content) -> None:
    """Nothing that passes here is refused there."""
    read = clinic(GOOD.replace("BASE", "00000000"))

    assert not [p for p in personal_problems(read, content) if p.severity == "error"]
    assert personalised(content, read.value) != content


def test_an_approval_of_other_words_is_told_at_its_line(content: Content) -> None:
    """As a warning, with the version to write once it has been read."""
    approvals = "".join(
        f"  - {{subject: {name}, role: director, date: 2026-11-22, version: 1.0-{version}}}\n"
        for name, version in (("peel", "aaaaaa"), ("laser", "bbbbbb"), ("peel-or-laser", "cccccc"))
    )
    read = clinic("order: [uses-2]", more=f"approvals:\n{approvals}")

    (problem,) = approval_problems(read, {"peel": ("1.0-eeeeee", "1.0-aaaaaa"), "laser": ("1.0-dddddd",)})

    assert (problem.code, problem.severity) == ("approval-stale", "warning")
    assert problem.mark
    assert problem.mark.line == 7
    assert problem.hint.endswith('write version: "1.0-dddddd"')


def test_the_examples_that_ship_have_no_error() -> None:
    """Who copies one starts with a file that works."""
    root = Path(__file__).parents[2]
    content = read_content(root / "content.yaml").value
    files = sorted(root.glob("examples/*/clinic.yaml"))
    found = [problem for file in files for problem in personal_problems(read_clinic(file), content)]

    assert files
    assert [problem for problem in found if problem.severity == "error"] == []
