"""What a clinic names that the content does not have; what is wrong with the file alone stands in tests/wrong."""

from pathlib import Path

import pytest

from brochures.errors import Problem, SourceError
from brochures.model.content import Content
from brochures.reading.catalogue import read_content
from brochures.reading.clinics import check_clinic, read_clinic, reference_problems
from brochures.reading.source import parse

PAIR = Path(__file__).parents[1] / "content" / "pair.yaml"


@pytest.fixture(scope="module")
def content() -> Content:
    """Two topics, `peel` and `laser`, and their comparison, with words for the places us and gb."""
    return read_content(PAIR).value


def problems(content: Content, text: str) -> tuple[Problem, ...]:
    """What is said of a clinic with these lines."""
    return reference_problems(check_clinic(parse("clinic.yaml", f"name: Harbor\n{text}")), content)


def only(content: Content, text: str) -> tuple[str, str, str, str]:
    """Code, place, message and hint of the one thing that is said."""
    (problem,) = problems(content, text)
    return problem.code, problem.place(), problem.message, problem.hint


def test_a_clinic_that_names_nothing_is_in_order(content: Content) -> None:
    """Its profile is `us`."""
    assert problems(content, "") == ()


def test_a_clinic_that_names_what_there_is_is_in_order(content: Content) -> None:
    """In every field that names something of the content."""
    text = (
        "languages: [en-US]\npieces:\n"
        "  - {subject: peel, formats: [handout, trifold], language: en-US}\n"
        "  - {subject: peel-or-laser, formats: [comparison], large_print: true}\n"
    )

    assert problems(content, text) == ()


def test_a_language_that_nothing_is_written_in_is_told(content: Content) -> None:
    """At its own entry, with those that there are."""
    assert only(content, "languages: [en-US, es-US]\n") == (
        "no-such-language",
        "clinic.yaml:2:20",
        "nothing is written in es-US",
        "there is: en-US",
    )


def test_a_piece_of_an_unknown_subject_is_told_once(content: Content) -> None:
    """Its formats cannot be judged, and are not."""
    text = "pieces:\n  - {subject: pell, formats: [comparison], language: fr}\n"

    assert only(content, text) == (
        "unknown-subject",
        "clinic.yaml:3:15",
        "the content has no subject `pell`",
        "did you mean `peel`?",
    )


def test_a_subject_like_none_is_answered_with_all(content: Content) -> None:
    """Nothing is guessed."""
    assert only(content, "pieces: [{subject: botox}]\n")[3] == "subjects are peel, laser, peel-or-laser"


def test_a_format_that_a_subject_does_not_have_is_told_at_its_entry(content: Content) -> None:
    """With those that it has."""
    text = "pieces:\n  - {subject: peel, formats: [handout, comparison]}\n"

    assert only(content, text) == (
        "no-such-piece",
        "clinic.yaml:3:40",
        "`peel` is not printed as comparison",
        "its formats are trifold, zfold, bifold, handout, rack-card, poster, card, phone, slide",
    )
    assert only(content, "pieces: [{subject: peel-or-laser, formats: [handout]}]\n")[3] == (
        "its formats are trifold, zfold, bifold, comparison, rack-card, poster, phone, slide"
    )


def test_large_print_of_a_folded_sheet_is_told_at_its_entry(content: Content) -> None:
    """Only where the row asks for it; a clinic that usually prints large just leaves it out."""
    text = "pieces:\n  - {subject: peel, formats: [handout, trifold], large_print: true}\n"

    assert only(content, text) == (
        "no-large-print",
        "clinic.yaml:3:40",
        "there is no large print of trifold",
        "it is made of bifold, handout, comparison, phone",
    )
    assert problems(content, "large_print: true\npieces: [{subject: peel, formats: [trifold]}]\n") == ()


def test_a_piece_in_a_language_it_is_not_written_in_is_told(content: Content) -> None:
    """It would be printed in another one."""
    assert only(content, "pieces: [{subject: peel, language: es-US}]\n") == (
        "no-such-language",
        "clinic.yaml:2:36",
        "`peel` is not written in es-US",
        "there is: en-US",
    )


def test_all_of_it_is_told_at_once(content: Content) -> None:
    """Nobody mends a file one message at a time."""
    text = "languages: [de]\npieces:\n  - {subject: pell}\n  - {subject: peel, formats: [comparison]}\n"

    assert [problem.code for problem in problems(content, text)] == [
        "no-such-language",
        "unknown-subject",
        "no-such-piece",
    ]


def test_a_clinic_file_that_is_wrong_in_itself_is_not_read(tmp_path: Path) -> None:
    """Shape and words are told together."""
    path = tmp_path / "clinic.yaml"
    path.write_text('name: Harbor\ntagline: "<b>Best</b>"\nphones: 3\n', encoding="utf-8")

    with pytest.raises(SourceError) as caught:
        read_clinic(path)

    assert [problem.code for problem in caught.value.problems] == ["html-tag", "unknown-field"]


def test_a_file_in_order_is_read_with_its_places(tmp_path: Path) -> None:
    """Later rules can point at any line of it."""
    path = tmp_path / "clinic.yaml"
    path.write_text("name: Harbor\nprofile: us\n", encoding="utf-8")
    clinic = read_clinic(path)

    assert clinic.value.name == "Harbor"
    assert (clinic.locate("profile").line, clinic.locate("profile").column) == (2, 10)
