"""How sentences are built: what is long, what is passive, and who is spoken to."""

import pytest

from brochures.rules.language.passive import passive_in
from brochures.rules.language.sentences import is_direct, long_sentence, not_you, passive_voice
from tests.rules.judging import Mutation, case
from tests.rules.language.changes import said

LONG = (
    "You can call us if it hurts, or if it is red, or if it is hot, or if you feel ill, or if you are not sure at all."
)
PASSIVE = ("The skin is cleaned first.", "The spot is then marked.", "The drug is given.", "The skin is pressed.")

MUTATIONS = [
    Mutation("long-sentence", said("follow_up", LONG)),
    Mutation("passive-voice", said("medical_uses", *PASSIVE)),
    Mutation("passive-voice", said("follow_up", *(["The skin is then cleaned.", "It is dry."] * 30)), name="whole"),
    Mutation("not-you", said("follow_up", "Patients should call us if it hurts.")),
    Mutation("few-you", said("follow_up", *["The skin is soft now."] * 150)),
]


@pytest.mark.parametrize(
    "sentence",
    [
        "The drug is injected.",
        "It is used to fill lines.",
        "It was quickly given by a nurse.",
        "The skin will be cleaned first.",
        "The tube has been put in.",
        "HA can be dissolved with a drug.",
        "Was it bought from a shop?",
        "Was the drug made here?",
        "Your skin is not yet being treated.",
    ],
)
def test_the_passive_is_heard(sentence: str) -> None:
    """Regular and irregular, after `can be`, with a word between, and in questions."""
    assert passive_in(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Choose a trained, licensed nurse.",
        "Is my injector licensed and trained?",
        "Botox is a registered trademark.",
        "Is it FDA-approved for this area?",
        "The spot is infected.",
        "Safety is not known.",
        "You are tired or worried.",
        "The bed is red.",
        "We injected it and you felt it.",
        "It has worked.",
        "You are used to it.",
    ],
)
def test_what_only_looks_passive_is_not(sentence: str) -> None:
    """Participles that say how somebody is, adjectives, and verbs without `be`."""
    assert not passive_in(sentence)


def test_a_few_passive_sentences_are_no_fault() -> None:
    """Some things are best said so: a fifth of a text, and half of a section, may be passive."""
    found, _ = case(said("what_it_is", "The skin is cleaned.", "The spot is marked."))

    assert list(passive_voice(found)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Patients should call us.",
        "The patient will feel a sting.",
        "Individuals who smoke heal slowly.",
        "Most patients are pleased.",
    ],
)
def test_speaking_of_patients_is_heard(text: str) -> None:
    """In the plural, in the singular and in disguise."""
    found, _ = case(said("follow_up", text))

    assert len(list(not_you(found))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ask for the patient label.",
        "A study looked at 90 patients.",
        "Read our patient information.",
        "People feel a sting.",
    ],
)
def test_other_uses_of_the_word_are_no_fault(text: str) -> None:
    """Names of papers, and people in a study."""
    found, _ = case(said("follow_up", text))

    assert list(not_you(found)) == []


@pytest.mark.parametrize(
    ("sentence", "direct"),
    [
        ("You can wait.", True),
        ("Call us.", True),
        ("Never buy it online.", True),
        ("If it hurts, stop.", True),
        ("It wears off.", False),
    ],
)
def test_an_order_speaks_to_the_reader(sentence: str, direct: bool) -> None:  # noqa: FBT001 - the answer
    """As `you` and `we` do."""
    assert is_direct(sentence) is direct


@pytest.mark.parametrize(("count", "findings"), [(25, 0), (26, 1)])
def test_a_sentence_of_25_words_is_not_too_long(count: int, findings: int) -> None:
    """One more is."""
    found, _ = case(said("follow_up", "you " * (count - 1) + "wait."))

    assert len(list(long_sentence(found))) == findings
