"""Content in a clinic's own words: what is changed, in which order, and what it rests on."""

from typing import Any

import pytest

from brochures.model.clinic import Clinic
from brochures.model.content import Content, Topic, Variant
from brochures.model.named_parts import LISTS, parts_of, sections_of
from brochures.model.personal import CLINIC_SOURCE, own_sections, personalised, term_of
from brochures.model.statement import Statement
from brochures.model.walking import cited
from brochures.model.words import LOCKED, Words
from brochures.reading.catalogue import read_content
from tests.press import PAIR

VARIANT = Variant(part="serious_risks", about="Shorter", text=(Statement(text="A scar.", sources=("S1",)),))


@pytest.fixture(scope="module")
def base() -> Content:
    """Two small topics and their comparison; the peel has an approved wording of its risks."""
    content = read_content(PAIR).value
    peel = content.topics["peel"].model_copy(update={"variants": {"short": VARIANT}})
    return content.model_copy(update={"topics": {**content.topics, "peel": peel}})


def owned(base: Content, subject: str = "peel", **words: Any) -> Content:  # noqa: ANN401 - any of a clinic's words
    """The content in the words of a clinic that changes one subject."""
    return personalised(base, Clinic.model_validate({"name": "Harbor", "words": {subject: words}}))


def said(content: Content, part: str, subject: str = "peel") -> tuple[str, ...]:
    """The words of a part."""
    return parts_of(content.subject(subject))[part].words


def test_without_words_of_its_own_a_clinic_changes_nothing(base: Content) -> None:
    """Not even the list of sources."""
    assert personalised(base, Clinic(name="Harbor")) == base


def test_replaced_words_rest_on_the_clinic(base: Content) -> None:
    """Its name stands behind them; the printed list of sources does not grow."""
    own = owned(base, replace=[{"part": "uses-2", "title": "Here", "points": ["Spots", "Lines"]}])
    section = sections_of(own.topics["peel"])["uses-2"]
    source = own.sources[CLINIC_SOURCE]

    assert (section.title, said(own, "uses-2")) == ("Here", ("Spots", "Lines"))
    assert {source for statement in section.points for source in statement.sources} == {CLINIC_SOURCE}
    assert (source.body, source.title, source.listed, source.read_as) == ("Harbor", "Own advice", False, "original")


def test_a_new_title_alone_keeps_the_words(base: Content) -> None:
    """And the sources of the content."""
    own = owned(base, replace=[{"part": "what_to_expect", "title": "Your visit"}])
    section = sections_of(own.topics["peel"])["what_to_expect"]

    assert section.title == "Your visit"
    assert section.steps == sections_of(base.topics["peel"])["what_to_expect"].steps
    assert CLINIC_SOURCE not in own.sources


def test_new_words_take_the_place_of_steps(base: Content) -> None:
    """Or both would be printed."""
    own = owned(base, replace=[{"part": "what_to_expect", "text": ["Ask us."]}])

    assert said(own, "what_to_expect") == ("Ask us.",)


def test_a_hidden_section_is_gone_and_a_hidden_list_is_empty(base: Content) -> None:
    """Whatever the number of its kind."""
    own = owned(base, hide=[{"part": "uses"}, {"part": "glossary"}])

    assert [section.title for section in own.topics["peel"].sections if section.role == "uses"] == ["What is it for?"]
    assert own.topics["peel"].glossary == ()


def test_additions_stand_behind_the_section_that_they_name(base: Content) -> None:
    """In their order, and in its role, so that every format prints them there."""
    added = [
        {"title": "One", "after": "uses-2", "text": ["a"]},
        {"title": "Two", "after": "uses-2", "text": ["b"], "depth": "more"},
    ]
    sections = owned(base, add=added).topics["peel"].sections
    titles = [section.title for section in sections]

    assert titles[titles.index("What is it for?") :][:3] == ["What is it for?", "One", "Two"]
    assert {section.role for section in sections if section.title in {"One", "Two"}} == {"uses"}
    assert [section.depth for section in sections if section.title == "Two"] == ["more"]


def test_an_addition_that_names_no_section_stands_last(base: Content) -> None:
    """In the role that is printed last."""
    last = owned(base, add=[{"title": "Parking", "text": ["Behind the house."]}]).topics["peel"].sections[-1]

    assert (last.title, last.role) == ("Parking", "own")


def test_what_is_added_behind_a_drawing_goes_with_what_is_printed_next(base: Content) -> None:
    """Where the months are drawn, the section of how long it lasts is not printed."""
    own = owned(base, add=[{"title": "Here", "after": "how_long", "text": ["Three months."]}])

    assert next(s.role for s in own.topics["peel"].sections if s.title == "Here") == "follow_up"


@pytest.mark.parametrize("part", LISTS)
def test_every_list_can_be_added_to(base: Content, part: str) -> None:
    """Behind what the content says, which stays word for word; safety text too."""
    own = owned(base, add_to={part: ["Our own."]})

    assert said(own, part) == (*said(base, part), "Our own.")


def test_urgent_signs_can_be_added_to(base: Content) -> None:
    """Each in its own list."""
    own = owned(base, add_to={"urgent_clinic": ["Fever"], "urgent_emergency": ["Fainting"]})

    assert said(own, "urgent_clinic")[-1] == "Fever"
    assert said(own, "urgent_emergency") == ("Trouble breathing", "Fainting")


def test_a_rate_is_added_to_in_its_caption(base: Content) -> None:
    """Its number and its own words stay; the sources of both are kept."""
    rate = owned(base, add_to={"rate": ["We tell you more."]}).topics["peel"].rate

    assert rate
    assert rate.text.text == "About **1 in 200** people had a scar."
    assert rate.caption.text == "Each dot is one person. We tell you more."
    assert rate.caption.sources == ("S10", CLINIC_SOURCE)


def test_a_section_is_added_to_in_its_last_list(base: Content) -> None:
    """Points to points, text to text."""
    own = owned(base, add_to={"uses-2": ["Scars"], "how_it_works": ["Slowly."]})
    sections = sections_of(own.topics["peel"])

    assert sections["uses-2"].points[-1].text == "Scars"
    assert sections["how_it_works"].text[-1].text == "Slowly."


def test_words_of_the_glossary_are_split_at_the_colon(base: Content) -> None:
    """The word, and what it means."""
    term = owned(base, add_to={"glossary": ["Peel: a weak acid: mild."]}).topics["peel"].glossary[-1]

    assert (term.term, term.meaning.text) == ("Peel", "a weak acid: mild.")
    assert term_of(Statement(text="Peel", sources=("S1",))) is None


def test_a_chosen_wording_brings_its_own_sources(base: Content) -> None:
    """It is the content's, and may stand for safety text too."""
    own = owned(base, choose=["short"])

    assert said(own, "serious_risks") == ("A scar.",)
    assert CLINIC_SOURCE not in own.sources


def test_a_chosen_wording_is_added_to(base: Content) -> None:
    """Choosing comes first, adding later."""
    own = owned(base, choose=["short"], add_to={"serious_risks": ["Call us."]})

    assert said(own, "serious_risks") == ("A scar.", "Call us.")


def test_sections_that_are_ordered_come_first(base: Content) -> None:
    """The others keep their order; one that is hidden is passed over."""
    words = Words.model_validate({"order": ["how_long", "uses", "how_it_works"], "hide": [{"part": "uses"}]})

    assert list(own_sections(base.topics["peel"], words))[:3] == ["how_long", "how_it_works", "what_it_is"]


def test_a_statement_about_an_option_says_so(base: Content) -> None:
    """And one in a section about an option belongs to it."""
    own = owned(
        base,
        "peel-or-laser",
        add_to={"common_effects": [{"text": "Heat.", "option": "laser"}]},
        replace=[{"part": "what_it_is-2", "text": ["A light."]}],
    )
    comparison = own.comparisons["peel-or-laser"]

    assert comparison.common_effects[-1].option == "laser"
    assert sections_of(comparison)["what_it_is-2"].text[0].option == "laser"


def test_nothing_that_was_given_is_changed(base: Content) -> None:
    """The same content serves every clinic."""
    before = base.model_dump_json()

    owned(base, hide=[{"part": "uses"}], add_to={"serious_risks": ["More."], "rate": ["More."]})

    assert base.model_dump_json() == before


def test_advice_and_photographs_stay_with_the_clinic(base: Content) -> None:
    """They are printed as the clinic's, and not as content."""
    assert owned(base, advice={"before": ["Eat."]}) == base


def test_other_subjects_stay_as_they_are(base: Content) -> None:
    """Also the comparison of a topic that is changed."""
    own = owned(base, add_to={"serious_risks": ["More."]})

    assert own.topics["laser"] == base.topics["laser"]
    assert own.comparisons == base.comparisons
    assert CLINIC_SOURCE in set(cited(own.topics["peel"]))


@pytest.mark.parametrize(
    "words", [{"hide": [{"part": "nothing"}]}, {"choose": ["nothing"]}, {"add_to": {"nothing": ["x"]}}]
)
def test_what_does_not_exist_is_refused(base: Content, words: dict[str, Any]) -> None:
    """Nothing is passed over in silence."""
    with pytest.raises(KeyError):
        owned(base, **words)


def test_locked_parts_are_parts(base: Content) -> None:
    """A slip in the list of locks would open one."""
    peel = base.topics["peel"]

    assert isinstance(peel, Topic)
    assert set(LOCKED) <= set(parts_of(peel))
    assert {name for name, part in parts_of(peel).items() if part.is_locked} == set(LOCKED)
