"""Formats that a place withholds; what is left out and refused there stands in tests/making/test_places.py."""

import pytest

from brochures import pipeline
from brochures.errors import SourceError
from brochures.making.compose.local import refuse_format
from brochures.model.brochure import Brochure
from brochures.model.formats import FormatName
from tests.press import TODAY


def brochure(subject: str, profile: str) -> Brochure:
    """A shipped subject in a place."""
    return pipeline.resolved(pipeline.read(pipeline.Selection(profile=profile)), subject, TODAY)


@pytest.mark.parametrize("name", ["poster", "slide", "rack-card"])
def test_a_poster_of_a_medicine_is_not_made_where_everybody_sees_it(name: FormatName) -> None:
    """With the reason, and what can be done."""
    with pytest.raises(SourceError) as caught:
        refuse_format(brochure("botox-vs-fillers", "uk-post-consultation"), name)

    (problem,) = caught.value.problems
    assert problem.code == "format-withheld"
    assert "advertisement for a prescription-only medicine" in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    ("subject", "profile", "name"),
    [
        ("botox", "uk-post-consultation", "handout"),
        ("fillers", "uk-post-consultation", "poster"),
        ("botox", "us", "poster"),
    ],
)
def test_what_the_place_says_nothing_of_passes(subject: str, profile: str, name: FormatName) -> None:
    """Another format, another treatment, another place."""
    refuse_format(brochure(subject, profile), name)
