"""What is left of content in one place, and what it rests on."""

from typing import Any

from brochures.model.content import Names, Section, Topic
from brochures.model.pictured import FaceArea, FaceMap
from brochures.model.rows import Quick, Row
from brochures.model.statement import Statement
from brochures.model.walking import cited, holding, statements_of
from tests.press import Press


def said(text: str, place: str | None = None, source: str = "S1") -> Statement:
    """A statement."""
    return Statement(text=text, sources=(source,), place=place)


def section(*texts: Statement, **more: Any) -> Section:  # noqa: ANN401 - any field of a section
    """A section of running text."""
    return Section(role="uses", title="Uses", text=texts, **more)


def same(text: str) -> str:
    """Words as they are."""
    return text


def test_what_holds_elsewhere_only_is_left_out() -> None:
    """What holds everywhere stays, in its order."""
    kept = holding(section(said("A"), said("B", "us"), said("C", "gb"), said("D")), "us", same)

    assert kept
    assert [statement.text for statement in kept.text] == ["A", "B", "D"]


def test_every_text_passes_through() -> None:
    """Titles as well as statements."""
    kept = holding(section(said("A")), "us", str.upper)

    assert kept
    assert kept.title == "USES"
    assert kept.text[0].text == "A"


def test_a_section_without_a_word_left_is_gone() -> None:
    """A heading alone would promise what is not there."""
    assert holding(section(said("A", "gb")), "us", same) is None


def test_a_section_lives_on_with_what_it_has_left() -> None:
    """Its points when its text has gone."""
    kept = holding(section(said("A", "gb"), points=(said("B"),)), "us", same)

    assert kept
    assert kept.text == ()
    assert len(kept.points) == 1


def test_a_part_whose_required_list_is_emptied_is_gone() -> None:
    """A face map without areas is no face map."""
    areas = (FaceArea(area="chin", label="Chin", sources=("S1",), place="gb"),)

    assert holding(FaceMap(title="Where", areas=areas), "us", same) is None


def test_a_topic_loses_an_optional_part_and_stays(pair: Press) -> None:
    """Only what it cannot be without takes it along."""
    topic = pair.content.topics["peel"]
    drawn = topic.face_map
    assert drawn
    elsewhere = tuple(area.model_copy(update={"place": "gb"}) for area in drawn.areas)
    changed = topic.model_copy(update={"face_map": drawn.model_copy(update={"areas": elsewhere})})

    kept = holding(changed, "us", same)

    assert isinstance(kept, Topic)
    assert kept.face_map is None


def test_a_topic_without_its_main_message_is_gone(pair: Press) -> None:
    """Nothing is printed that lacks what every piece needs."""
    topic = pair.content.topics["peel"].model_copy(update={"main_message": (said("Far away.", "gb"),)})

    assert holding(topic, "us", same) is None


def test_nothing_given_is_changed(pair: Press) -> None:
    """No step changes its input."""
    topic = pair.content.topics["peel"]
    before = topic.model_dump_json()

    holding(topic, "gb", str.upper)

    assert topic.model_dump_json() == before


def test_names_and_numbers_are_kept() -> None:
    """Only words pass through; what is empty stays empty."""
    names = Names(title="A", short="B", generic="C")

    assert holding(names, "us", same) == names


def test_statements_come_in_the_order_of_the_page(pair: Press) -> None:
    """Those inside sections, figures and lists among them."""
    texts = [statement.text for statement in statements_of(pair.content.topics["peel"])]

    assert texts.index("Dark spots") < texts.index("Anyone under 18.")
    assert {"Each dot is one person.", "A strong liquid.", "Trouble breathing", "until the effect fades"} <= set(texts)


def test_every_source_is_counted_once_for_each_time() -> None:
    """Also those of bars and areas, which are no statements."""
    areas = (FaceArea(area="chin", label="Chin", sources=("S2", "S3")),)
    drawn = FaceMap(title="Where", areas=areas, caption=said("A", source="S2"))

    assert sorted(cited(drawn)) == ["S2", "S2", "S3"]


def test_of_several_versions_the_first_that_holds_is_kept() -> None:
    """Statements of one item say one thing, each in the words of its place; so do rows of one question."""
    american = Statement(text="Call the FDA.", sources=("S1",), place="us", item="report")
    british = Statement(text="Send a Yellow Card.", sources=("S1",), place="gb", item="report")
    anywhere = Statement(text="Report it.", sources=("S1",), item="report")
    other = Statement(text="Ask us.", sources=("S1",))
    reports = section(american, british, anywhere, other)

    def told(place: str, blocked: str = "-") -> list[str]:
        held = holding(
            reports, place, lambda text: text, lambda model: isinstance(model, Statement) and blocked in model.text
        )
        return [statement.text for statement in held.text] if held else []

    assert told("us") == ["Call the FDA.", "Ask us."]
    assert told("gb") == ["Send a Yellow Card.", "Ask us."]
    assert told("ie") == ["Report it.", "Ask us."]
    assert told("gb", blocked="Yellow") == ["Report it.", "Ask us."]


def test_a_row_without_one_of_its_answers_is_not_printed() -> None:
    """A table has no empty cells."""
    answers = {name: Statement(text=f"About {name}", sources=("S1",)) for name in ("one", "two")}
    row = Row(question="What is it?", answers=answers)
    quick = Quick(icon="drop", answers=answers)

    def blocked(model: object) -> bool:
        return isinstance(model, Statement) and model.text == "About two"

    assert holding(row, "us", lambda text: text) == row
    assert holding(row, "us", lambda text: text, blocked) is None
    assert holding(quick, "us", lambda text: text, blocked) is None
