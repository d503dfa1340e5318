"""Fair balance: benefits and risks together, results as they are, photographs with consent."""

import pytest

from tests.rules.judging import Data, Mutation, case, judged


def _without_boxed_warning(data: Data) -> None:
    del data["topics"]["botox"]["boxed_warning"]


def _without_boxed_warning_of_one_option(data: Data) -> None:
    data["comparisons"]["botox-vs-fillers"]["boxed_warning"][0]["option"] = "fillers"


def _praise_in_passing(data: Data) -> None:
    _section(data, "fillers", "both")["text"] = [
        {"text": "Botox® (botulinum toxin) relaxes muscles for a time.", "sources": ["S0"]}
    ]


def _section(data: Data, topic: str, role: str) -> Data:
    return next(section for section in data["topics"][topic]["sections"] if section["role"] == role)


def _lasting_message(data: Data) -> None:
    data["topics"]["botox"]["main_message"][0]["text"] = "Botox relaxes muscles, so some lines soften."


def _lasting_answer(data: Data) -> None:
    data["comparisons"]["botox-vs-fillers"]["rows"][1]["answers"]["botox"]["text"] = "To soften lines from moving."


def _certain_onset(data: Data) -> None:
    data["topics"]["botox"]["onset"]["caption"]["text"] = "Most people see a change on days 3 to 7."


def _certain_chart_of_a_comparison(data: Data) -> None:
    data["comparisons"]["botox-vs-fillers"]["lasting_caption"]["text"] = "Stripes: for some it lasts this long."


def _praise(count: int) -> str:
    points = "".join(
        f"        - It smooths fold {number}, and your look is fresh and full.\n" for number in range(count)
    )
    return f"name: Harbor\nwords:\n  fillers:\n    add:\n    - title: More\n      text:\n{points}"


def _photo(caption: str, consent: str = "book 12", alt: str = "A patient of ours who smiles") -> str:
    photo = f'{{file: a.jpg, alt: {alt}, consent: "{consent}", caption: "{caption}"}}'
    return f"name: Harbor\nwords:\n  botox:\n    photos: [{photo}]\n"


MUTATIONS = [
    Mutation("boxed-warning", _without_boxed_warning),
    Mutation("boxed-warning", _without_boxed_warning_of_one_option, "botox-vs-fillers", name="of-an-option"),
    Mutation("boxed-warning", _praise_in_passing, "fillers", name="in-passing"),
    Mutation("temporary", _lasting_message),
    Mutation("temporary", _lasting_answer, "botox-vs-fillers", name="answer"),
    Mutation(
        "temporary", clinic='name: H\nwords: {botox: {add: [{title: More, text: ["It smooths lines."]}]}}', name="own"
    ),
    Mutation("results-vary", _certain_onset),
    Mutation("results-vary", _certain_chart_of_a_comparison, "botox-vs-fillers", name="comparison"),
    Mutation("risks-outweighed", subject="fillers", clinic=_praise(40)),
    Mutation("photo-consent", clinic=_photo("Results vary.", "pending")),
    Mutation("photo-results-vary", clinic=_photo("After 2 weeks")),
]


def test_a_place_may_have_its_warning_elsewhere() -> None:
    """Its profile says why."""
    place = (
        "title: Land\nabout: A land.\nplace: us\nname: Land\nemergency_number: '1'\nregulator: R\n"
        "regulator_name: Regulator\nchecked: 2026-11\nreview_by: 2027-11\n"
        "elsewhere: {boxed-warning: It has no such box.}\n"
    )
    problems = judged(Mutation("boxed-warning", _without_boxed_warning, profile=place))

    assert "boxed-warning" not in {problem.code for problem in problems}


@pytest.mark.parametrize("consent", ["", "-", "none", "N/A", "TBD", "yes", "verbal", "xxx", "to do"])
def test_what_leads_to_no_paper_is_no_consent(consent: str) -> None:
    """However it is written."""
    assert [p.code for p in judged(Mutation("", clinic=_photo("Results vary.", consent or " ? ")))] == ["photo-consent"]


@pytest.mark.parametrize("consent", ["book 12", "C-77", "2026-11-02, file of Dr. Noone", "folder “consents”, no. 4"])
def test_a_number_or_a_place_is_a_consent(consent: str) -> None:
    """Nobody but the clinic can look there."""
    assert judged(Mutation("", clinic=_photo("Your result may differ.", consent))) == ()


def test_a_room_shows_no_result() -> None:
    """So its caption need not say that results vary."""
    assert judged(Mutation("", clinic=_photo("Our room on Pier Street.", alt="A room with a chair"))) == ()


def test_english_words_are_looked_for_in_english_only() -> None:
    """Another language has its own; what is counted and named is asked all the same."""

    def spanish(data: Data) -> None:
        data["topics"]["botox"]["language"] = "es"
        _lasting_message(data)
        _without_boxed_warning(data)

    found, _ = case(spanish)

    assert found.subject.language == "es"
    assert [problem.code for problem in judged(Mutation("", spanish))] == ["boxed-warning"]
