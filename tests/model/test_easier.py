"""The easier wording: chosen for every part that has one, whole in what it says, never over a clinic's own words."""

import re
from typing import Any

import pytest

from brochures.model.clinic import Clinic
from brochures.model.content import Content, Step, Variant
from brochures.model.named_parts import NamedPart, parts_of, sections_of
from brochures.model.personal import easier, personalised
from brochures.model.slots import SLOT
from brochures.model.statement import Statement
from brochures.model.walking import holding, statements_of
from brochures.orders import Order, file_name
from brochures.reading.catalogue import read_content
from brochures.reading.richtext import as_sentence, to_plain
from brochures.rules.language.readability import MOST_EASY, grade
from brochures.shipped import content_file
from tests.press import PAIR
from tests.rules.judging import case

PLACES = ("us", "gb", "ie", "zz")
"""Places with versions of their own, and one that nothing is written for."""

SHIPPED = read_content(content_file()).value
EASY = [
    (subject, name)
    for subject in SHIPPED.subject_names
    for name, v in SHIPPED.subject(subject).variants.items()
    if v.easy
]
each_easy = pytest.mark.parametrize(("subject", "name"), EASY, ids=[f"{subject}: {name}" for subject, name in EASY])


def said_by(text: str) -> Statement:
    """A statement of the content."""
    return Statement(text=text, sources=("S1",))


@pytest.fixture(scope="module")
def base() -> Content:
    """Two small topics and their comparison; the peel says three of its parts more easily, and one shorter."""
    content = read_content(PAIR).value
    variants = {
        "how-it-works-easy": Variant(part="how_it_works", about="Easier", easy=True, text=(said_by("It lifts skin."),)),
        "serious-risks-easy": Variant(part="serious_risks", about="Easier", easy=True, points=(said_by("A scar."),)),
        "what-to-expect-easy": Variant(
            part="what_to_expect",
            about="Easier",
            easy=True,
            steps=(Step(title="First", text=(said_by("We wash it."),)),),
        ),
        "serious-risks-short": Variant(part="serious_risks", about="Shorter", points=(said_by("Scars."),)),
    }
    peel = content.topics["peel"].model_copy(update={"variants": variants})
    return content.model_copy(update={"topics": {**content.topics, "peel": peel}})


def said(content: Content, part: str) -> tuple[str, ...]:
    """The words of a part of the peel."""
    return parts_of(content.topics["peel"])[part].words


def eased(base: Content, **words: Any) -> Content:  # noqa: ANN401 - any of a clinic's words
    """The easier content in the words of a clinic that changes the peel."""
    return personalised(base, Clinic.model_validate({"name": "Harbor", "words": {"peel": words}}), easy=True)


def here(subject: str, part: str, place: str, *, easy: bool) -> NamedPart:
    """A part of the shipped content as it holds in one place."""
    own = personalised(SHIPPED, None, easy=easy).subject(subject)
    held = holding(own, place, str)
    assert held
    return parts_of(held)[part]


def test_every_part_with_an_easier_wording_says_it(base: Content) -> None:
    """Safety text too; the others stay."""
    own = personalised(base, None, easy=True)

    assert (said(own, "how_it_works"), said(own, "serious_risks")) == (("It lifts skin.",), ("A scar.",))
    assert said(own, "what_it_is") == said(base, "what_it_is")
    assert own.topics["laser"] == base.topics["laser"]


def test_steps_stay_steps(base: Content) -> None:
    """What is done first is numbered first, in easier words."""
    section = sections_of(personalised(base, None, easy=True).topics["peel"])["what_to_expect"]

    assert [step.title for step in section.steps] == ["First"]
    assert (section.text, section.points) == ((), ())


def test_it_is_chosen_only_when_asked_for(base: Content) -> None:
    """An easy wording is one among those that a clinic may choose."""
    assert personalised(base, Clinic(name="Harbor")) == base


@pytest.mark.parametrize(
    "words",
    [{"replace": [{"part": "how_it_works", "text": ["Ours."]}]}, {"hide": [{"part": "how_it_works"}]}],
    ids=["replaced", "hidden"],
)
def test_a_clinics_own_words_win(base: Content, words: dict[str, Any]) -> None:
    """What it wrote or left out for itself is not undone, and the other parts are eased all the same."""
    own = eased(base, **words)
    plain = personalised(base, Clinic.model_validate({"name": "Harbor", "words": {"peel": words}}))

    assert parts_of(own.topics["peel"]).get("how_it_works") == parts_of(plain.topics["peel"]).get("how_it_works")
    assert said(own, "serious_risks") == ("A scar.",)


def test_a_wording_that_the_clinic_chose_wins(base: Content) -> None:
    """One part has one wording; and choosing the easy one by name does not choose it twice."""
    assert said(eased(base, choose=["serious-risks-short"]), "serious_risks") == ("Scars.",)
    twice = Clinic.model_validate({"name": "Harbor", "words": {"peel": {"choose": ["serious-risks-easy"]}}})
    chosen = easier(base.topics["peel"], twice.words["peel"]).choose

    assert sorted(chosen) == ["how-it-works-easy", "serious-risks-easy", "what-to-expect-easy"]


def test_what_a_clinic_adds_stands_behind_the_easier_words(base: Content) -> None:
    """It is told to every patient."""
    assert said(eased(base, add_to={"serious_risks": ["Call us."]}), "serious_risks") == ("A scar.", "Call us.")


def test_every_subject_that_ships_has_easier_wordings() -> None:
    """Under the name of the part, once for each."""
    assert {subject for subject, _ in EASY} == set(SHIPPED.subject_names)
    for subject, name in EASY:
        assert name == SHIPPED.subject(subject).variants[name].part.replace("_", "-") + "-easy"


@each_easy
def test_an_easier_wording_reads_at_grade_five(subject: str, name: str) -> None:
    """By the formula that the rules use."""
    variant = SHIPPED.subject(subject).variants[name]
    texts = [SLOT.sub("it", to_plain(statement.text)) for statement in statements_of(variant)]
    found = grade(" ".join(as_sentence(text) for text in texts), SHIPPED.subject(subject).language)

    assert found is not None
    assert found <= MOST_EASY


@each_easy
@pytest.mark.parametrize("place", PLACES)
def test_an_easier_wording_leaves_nothing_out(subject: str, name: str, place: str) -> None:
    """In each place it rests on the same sources as the usual one, about the same options, with the same numbers."""
    part = SHIPPED.subject(subject).variants[name].part
    usual, easy = (here(subject, part, place, easy=asked) for asked in (False, True))

    def told(one: NamedPart) -> tuple[set[str], set[str | None], set[str | None], set[str]]:
        return (
            {source for statement in one.statements for source in statement.sources},
            {statement.option for statement in one.statements},
            {statement.item for statement in one.statements},
            set(re.findall(r"\d+", " ".join(one.words))),
        )

    assert easy.words != usual.words
    assert told(easy) == told(usual)
    assert [s.depth for s in easy.statements if s.depth == "more"] == [
        s.depth for s in usual.statements if s.depth == "more"
    ]


@pytest.mark.parametrize("subject", SHIPPED.subject_names)
def test_an_easier_piece_has_a_name_and_a_version_of_its_own(subject: str) -> None:
    """It is not taken for the usual one, on the shelf or on paper."""
    usual, easy = (case(subject=subject, easy=asked)[0].brochure.version_hash for asked in (False, True))

    assert usual != easy
    assert file_name(Order(subject, "trifold", "letter", "print", easy=True), None) == f"{subject}-trifold-letter-easy"
