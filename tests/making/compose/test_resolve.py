"""Content and clinic become a brochure: what holds here, every slot filled, and an id for its words."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pydantic import BaseModel

from brochures.errors import SourceError
from brochures.making.compose.resolve import resolve
from brochures.model.brochure import Brochure
from brochures.model.clinic import Clinic
from brochures.model.content import Content, Topic
from brochures.model.walking import statements_of
from brochures.reading.richtext import to_plain
from tests.press import Press, place

UK = place("uk-post-consultation")
Change = Callable[[Content], Content]


def with_topic(content: Content, **changes: Any) -> Content:  # noqa: ANN401 - any field of a topic
    """The content with one topic changed."""
    peel = content.topics["peel"].model_copy(update=changes)
    return content.model_copy(update={"topics": {**content.topics, "peel": peel}})


def texts(brochure: Brochure) -> list[str]:
    """Every statement as a reader sees it."""
    return [to_plain(statement.text) for statement in statements_of(brochure.subject)]


def words_of(model: BaseModel) -> str:
    """All that a model holds."""
    return model.model_dump_json()


def test_without_a_clinic_the_place_is_the_us(pair: Press) -> None:
    """Facts, statements and numbers of that place."""
    brochure = pair.brochure("peel")

    assert brochure.profile.regulator == "FDA"
    assert "Anyone under 18." in texts(brochure)
    assert "It is sold in the kingdom." not in texts(brochure)


def test_a_clinic_elsewhere_is_given_what_holds_there(pair: Press) -> None:
    """And nothing of what holds elsewhere."""
    brochure = resolve(pair.content, "peel", Clinic(name="Quay"), pair.look, profile=UK)

    assert "It is sold in the kingdom." in texts(brochure)
    assert "Anyone under 18." not in texts(brochure)
    assert brochure.topic.face_map
    assert [area.label for area in brochure.topic.face_map.areas] == ["Cheeks"]
    assert brochure.wording.call_emergency == "Call 999"


def test_a_topic_with_nothing_for_a_place_is_told(pair: Press) -> None:
    """A part that every piece needs may not be empty there."""
    elsewhere = tuple(risk.model_copy(update={"place": "gb"}) for risk in pair.content.topics["peel"].serious_risks)

    with pytest.raises(SourceError) as caught:
        resolve(with_topic(pair.content, serious_risks=elsewhere), "peel", None, pair.look, profile=place())

    (problem,) = caught.value.problems
    assert problem.code == "nothing-for-place"
    assert "peel" in problem.message


def test_every_slot_is_filled(pair: Press, harbor: Press) -> None:
    """With a clinic and without; in statements and in fixed words."""
    for brochure in (pair.brochure("peel-or-laser"), harbor.brochure("peel-or-laser"), pair.brochure("peel")):
        for model in (brochure.subject, brochure.wording, *(topic for _, topic in brochure.topics)):
            told = [to_plain(statement.text) for statement in statements_of(model)]

            assert not [text for text in (*told, *_fixed(model)) if "{" in text]


def _fixed(model: BaseModel) -> list[str]:
    return [value for value in model.__dict__.values() if isinstance(value, str)]


def test_slots_take_the_place_and_the_clinic(harbor: Press) -> None:
    """The line that answers after hours goes first: it is wanted when something is wrong."""
    told = texts(harbor.brochure("peel"))

    assert any(text.startswith("A weak acid that the FDA knows.") for text in told)
    assert "Ask Harbor Dermatology at (555) 010-0143 what is in it." in told
    assert "Report side effects to the US Food and Drug Administration." in told


def test_a_clinics_name_is_printed_as_it_is_written(pair: Press) -> None:
    """Its signs make nothing bold and no link."""
    name = "A*B* [Skin](https://example.org) <i>Co</i>"

    told = texts(resolve(pair.content, "peel", Clinic(name=name, phone="555 0100"), pair.look, profile=place()))

    assert f"Ask {name} at 555 0100 what is in it." in told


def test_sources_are_those_cited_in_the_order_of_their_numbers(pair: Press) -> None:
    """S2 before S10, and none that this subject does not name."""
    assert [name for name, _ in pair.brochure("peel").sources] == ["S1", "S10"]
    assert [name for name, _ in pair.brochure("laser").sources] == ["S2"]
    assert [name for name, _ in pair.brochure("peel-or-laser").sources] == ["S1", "S2", "S10"]


def test_a_comparison_brings_its_topics_in_its_order(pair: Press) -> None:
    """A topic brings itself."""
    assert [name for name, _ in pair.brochure("peel-or-laser").topics] == ["peel", "laser"]
    assert [name for name, _ in pair.brochure("laser").topics] == ["laser"]


def test_a_brochure_speaks_of_its_own_kind_only(pair: Press) -> None:
    """A comparison asked for its topic is a mistake of ours, and says so."""
    with pytest.raises(TypeError, match="peel-or-laser"):
        _ = pair.brochure("peel-or-laser").topic
    with pytest.raises(TypeError, match="laser"):
        _ = pair.brochure("laser").comparison


def test_resolving_changes_nothing_it_was_given(pair: Press) -> None:
    """The same content serves every clinic."""
    before = words_of(pair.content)

    resolve(pair.content, "peel", Clinic(name="Quay"), pair.look, profile=UK)

    assert words_of(pair.content) == before


def test_the_id_is_six_hexadecimal_digits(pair: Press) -> None:
    """Short enough to be read over the telephone."""
    assert len(pair.brochure("peel").version_hash) == 6
    assert int(pair.brochure("peel").version_hash, 16) >= 0


@pytest.mark.parametrize(
    "change",
    [
        lambda c: with_topic(c, common_effects=c.topics["laser"].common_effects),
        lambda c: with_topic(c, hook=("It peels.",)),
        lambda c: with_topic(c, rate=c.topics["peel"].rate.model_copy(update={"one_in": 201})),
        lambda c: with_topic(c, cover=c.topics["peel"].cover.model_copy(update={"purpose": "Read this."})),
        lambda c: c.model_copy(update={"wording": c.wording.model_copy(update={"call_emergency": "Call 112"})}),
    ],
    ids=["statement", "headline", "figure", "cover", "fixed-words"],
)
def test_other_words_have_another_id(pair: Press, change: Change) -> None:
    """Whoever holds two prints can tell whether they say the same."""
    changed = resolve(change(pair.content), "peel", None, pair.look, profile=place())

    assert changed.version_hash != pair.brochure("peel").version_hash


def test_what_stands_for_a_slot_is_part_of_the_words(pair: Press) -> None:
    """Another regulator, another text."""
    other = place().model_copy(update={"regulator": "ADF"})
    changed = resolve(pair.content, "peel", None, pair.look, profile=other)

    assert changed.version_hash != pair.brochure("peel").version_hash


@pytest.mark.parametrize("subject", ["peel", "laser", "peel-or-laser"])
def test_the_id_does_not_hang_on_the_brand(pair: Press, subject: str) -> None:
    """The same words in other colours, with another logo, are the same words."""
    palette = replace(pair.look.palette, brand="#123456")
    branded = resolve(
        pair.content, subject, None, replace(pair.look, palette=palette, display_family="Other"), profile=place()
    )

    assert branded.version_hash == pair.brochure(subject).version_hash


def test_the_id_does_not_hang_on_the_dates(pair: Press) -> None:
    """They stand beside it; a check that changed no word is no new text."""
    later = with_topic(pair.content, sources_checked="2026-09", review_by="2027-09", version="1.1")

    assert resolve(later, "peel", None, pair.look, profile=place()).version_hash == pair.brochure("peel").version_hash


def test_an_id_is_the_same_wherever_the_text_is_printed(pair: Press) -> None:
    """On every paper, in every format and edition: nothing of them goes into it."""
    ids = {pair.brochure("peel").version_hash for _ in range(3)}
    topic = pair.brochure("peel").subject

    assert len(ids) == 1
    assert isinstance(topic, Topic)
    for name, paper in (("trifold", "letter"), ("handout", "a4")):
        assert f"peel 1.0 · {ids.copy().pop()}" in pair.piece("peel", name, paper).html  # type: ignore[arg-type] # names of the rows above
