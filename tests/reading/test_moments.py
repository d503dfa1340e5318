"""When somebody has to come: certain, or refused."""

import pytest

from brochures.reading.moments import Moments


@pytest.mark.parametrize(
    ("language", "place", "words"),
    [
        ("en-US", "us", "Thursday, December 3, 2026, 2:30 PM"),
        ("en-US", "gb", "Thursday, 3 December 2026, 14:30"),
        ("en-US", "zz", "Thursday, December 3, 2026, 2:30 PM"),
        ("en-GB", "us-tx", "Thursday, December 3, 2026, 2:30 PM"),
        ("en", "ie", "Thursday 3 December 2026, 14:30"),
        ("es", "us", "jueves, 3 de diciembre de 2026, 2:30 p.m."),
        ("de", "us", "Donnerstag, 3. Dezember 2026, 14:30"),
        ("ja", "", "2026年12月3日木曜日 14:30"),
        ("xx-XX", "qq", "Thursday, December 3, 2026, 2:30 PM"),
    ],
)
def test_a_moment_is_written_as_people_there_write_it(language: str, place: str, words: str) -> None:
    """In the piece's language and the country's way; where the two are not known together, the language's own."""
    moments = Moments(language, place)

    assert moments.words("2026-12-03 14:30") == words
    assert moments.words("2026-12-03T14:30:00") == words
    assert moments.words("2026-12-3 2:30 pm") == words


@pytest.mark.parametrize("words", ["Thursday at two", "December 3 at 2:30 pm", "12月3日", "in 2 weeks"])
def test_words_are_kept(words: str) -> None:
    """Somebody wrote them to be read."""
    assert Moments("en-US", "us").words(words) == words


def test_a_day_alone_has_no_time() -> None:
    """No midnight is made up."""
    assert Moments("en-US", "us").words("2026-12-03") == "Thursday, December 3, 2026"


@pytest.mark.parametrize(
    "written",
    [
        "03/04/2026",
        "3/4 at two",
        "25.12.2026",
        "3-4-26",
        "12/3/2026 2:30 PM",
        "2026-02-30",
        "2026-12-03 25:00",
        "2026-12-03 14:30 pm",
        "2026-12-03T14:30Z",
        "2026-12-03 14:30+01:00",
        "46359.6",
        "14:30",
    ],
)
def test_what_could_be_another_day_is_refused(written: str) -> None:
    """A patient who comes in March to an appointment in April has lost it."""
    assert Moments("en-US", "us").words(written) is None
