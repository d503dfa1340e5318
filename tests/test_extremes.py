"""Content as people write it: far too long, far too short, and with words that no line holds.

Whatever it is, it fits and every word of it is printed, or it is refused in words that help.
"""

import re
import unicodedata
from dataclasses import replace

import pytest

from brochures.model.brochure import Brochure
from brochures.model.clinic import Clinic
from brochures.model.content import Comparison, Section, Topic
from brochures.model.formats import FormatName, PaperName
from brochures.model.statement import Statement
from brochures.model.walking import statements_of
from brochures.pipeline import Order
from brochures.reading.richtext import to_plain
from tests.press import Press, Printed
from tests.structure import printed_words

LONG_WORD = "Pneumonoultramicroscopicsilicovolcanoconiosistherapeutically"
LONG_NAME = "The Harbor & Riverside Dermatology, Laser and Skin Institute"
PLACES: tuple[tuple[str, FormatName], ...] = (
    ("peel", "trifold"),
    ("peel", "handout"),
    ("peel-or-laser", "trifold"),
    ("peel-or-laser", "comparison"),
)
each_place = pytest.mark.parametrize(("subject", "name"), PLACES)
each_paper = pytest.mark.parametrize("paper", ["letter", "a4"])
REFUSALS = {"too-long", "too-little"}


def made(press: Press, brochure: Brochure, name: FormatName, paper: PaperName = "letter") -> Printed:
    """A piece of this brochure."""
    return press.made(brochure, Order(brochure.name, name, paper, "print"))


def letters(text: str) -> str:
    """Letters and figures alone: a line's end may part a word."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def is_sound(piece: Printed, *words: str) -> bool:
    """Printed whole and found clean, or refused in words that help; anything else fails the test."""
    codes = {problem.code for problem in piece.problems}
    assert codes <= REFUSALS, piece.problems
    if codes:
        assert all(problem.hint for problem in piece.problems)
        assert all(re.search(r"panel |page |table|column", problem.message) for problem in piece.problems)
        return False
    printed = letters(printed_words(piece.pdf))
    assert [word for word in words if letters(word) not in printed] == []
    return True


def with_subject(brochure: Brochure, **changes: object) -> Brochure:
    """The brochure with fields of its subject changed."""
    subject = brochure.subject.model_copy(update=changes)
    assert isinstance(subject, Topic | Comparison)
    topics = tuple((name, subject if name == brochure.name else topic) for name, topic in brochure.topics)
    return replace(brochure, subject=subject, topics=topics)  # type: ignore[arg-type] # a topic that is its own


def longer(section: Section, times: int) -> Section:
    """The section, saying everything several times, each time a little otherwise."""
    return section.model_copy(update={"text": tuple(again(s, i) for i in range(times) for s in section.text)})


def again(statement: Statement, number: int) -> Statement:
    """The statement once more."""
    return statement.model_copy(update={"text": f"{statement.text} Part {number}."} if number else {})


def core(brochure: Brochure) -> list[str]:
    """The words that every folded piece and every handout prints: drawings and the glossary apart."""
    subject = brochure.subject
    signs = [urgent.emergency + urgent.clinic for urgent in (topic.urgent for _, topic in brochure.topics)]
    parts = (
        subject.main_message, subject.sections, subject.common_effects, subject.boxed_warning, subject.serious_risks,
        subject.who_should_not, subject.tell_us_first, subject.alternatives, subject.no_treatment, subject.unknowns,
        subject.lines, *signs,
    )  # fmt: skip
    return [to_plain(s.text) for part in parts for s in statements_of(part) if s.depth == "core"]


@each_paper
@each_place
@pytest.mark.parametrize("times", [3, 12])
def test_a_section_that_is_much_longer(
    pair: Press, subject: str, name: FormatName, paper: PaperName, times: int
) -> None:
    """Three times as long, or so long that it cannot fit."""
    brochure = pair.brochure(subject)
    sections = tuple(longer(section, times) if section.text else section for section in brochure.subject.sections)
    piece = made(pair, with_subject(brochure, sections=sections), name, paper)

    if name != "comparison":
        is_sound(piece, *(f"Part {i}" for i in range(1, times)))


@pytest.mark.parametrize("name", ["trifold", "handout"])
def test_far_too_much_is_refused(pair: Press, name: FormatName) -> None:
    """A hundred times as long fits nowhere, and is told so in one go."""
    brochure = pair.brochure("peel")
    sections = tuple(longer(section, 100) if section.text else section for section in brochure.subject.sections)
    piece = made(pair, with_subject(brochure, sections=sections), name)

    assert {problem.code for problem in piece.problems} == {"too-long"}
    assert all(re.search(r"over by \d+ lines? at the smallest type", problem.message) for problem in piece.problems)
    assert any("longest there: “" in problem.message for problem in piece.problems)


@each_place
def test_every_statement_is_printed(pair: Press, subject: str, name: FormatName) -> None:
    """Nothing falls between two panels. A sheet has its own answers in place of the sections."""
    brochure = pair.brochure(subject)
    sheet = name == "comparison"
    told = (
        core(brochure) if not sheet else tuple(a.text for row in brochure.comparison.rows for a in row.answers.values())
    )

    assert is_sound(pair.piece(subject, name), *told)


@each_paper
def test_the_least_topic_is_a_handout(small: Press, paper: PaperName) -> None:
    """Twenty lines of content are one page, with everything that a piece needs."""
    piece = small.piece("peel", "handout", paper)

    assert is_sound(piece, *core(small.brochure("peel")), "Not yet approved by a clinician", "Get help")
    assert len(piece.pages.pages) == 1


@each_paper
def test_the_least_topic_is_a_tri_fold_or_is_told_why_not(small: Press, paper: PaperName) -> None:
    """Empty panels are not printed; what to do instead is said."""
    piece = small.piece("peel", "trifold", paper)

    if not is_sound(piece, *core(small.brochure("peel"))):
        assert any("handout" in problem.hint for problem in piece.problems)


@each_place
@pytest.mark.parametrize("spot", ["text", "risk", "question", "title", "purpose"])
def test_a_word_that_no_line_holds(pair: Press, subject: str, name: FormatName, spot: str) -> None:
    """Sixty letters without a break: broken over lines, or refused, and never cut off."""
    assert len(LONG_WORD) == 60
    brochure = pair.brochure(subject)
    said = brochure.subject.serious_risks[0]
    changes: dict[str, object] = {
        "text": {"main_message": (said.model_copy(update={"text": f"It is {LONG_WORD}.", "option": None}),)},
        "risk": {"serious_risks": (said.model_copy(update={"text": f"It is {LONG_WORD}."}),)},
        "question": {"questions": (said.model_copy(update={"text": f"Is it {LONG_WORD}?", "option": None}),)},
        "title": {"cover": brochure.subject.cover.model_copy(update={"title": (LONG_WORD,)})},
        "purpose": {"cover": brochure.subject.cover.model_copy(update={"purpose": f"It is {LONG_WORD}."})},
    }
    change = changes[spot]
    assert isinstance(change, dict)
    piece = made(pair, with_subject(brochure, **change), name)

    # A sheet prints its title, its table and the signs; the rest stands in the folded piece.
    is_sound(piece, *([LONG_WORD] if name != "comparison" or spot == "title" else []))


@each_place
def test_a_clinic_with_a_very_long_name(pair: Press, subject: str, name: FormatName) -> None:
    """As long as a clinic file may have it, with every contact beside it."""
    assert len(LONG_NAME) == 60
    clinic = Clinic(
        name=LONG_NAME,
        tagline="Medical and cosmetic dermatology for the whole family since 1972",
        address=("Suite 1200, The Old Harbor Customs House", "12 Harbor Street", "Portland, ME 04101", "Maine"),
        phone="(555) 010-0142",
        emergency_line="(555) 010-0143",
        site="https://harbor-and-riverside-dermatology.example/patients/leaflets",
        disclaimers=("This leaflet is given to you by our clinic and is meant for you alone. " * 3,),
    )
    piece = made(pair, replace(pair.brochure(subject), clinic=clinic), name)

    is_sound(piece, LONG_NAME, "(555) 010-0143")


def test_a_name_in_one_word_that_no_line_holds(pair: Press) -> None:
    """Broken or refused, never cut off."""
    clinic = Clinic(name=LONG_WORD, phone="(555) 010-0142")
    for subject, name in PLACES:
        piece = made(pair, replace(pair.brochure(subject), clinic=clinic), name)

        is_sound(piece, LONG_WORD)


def test_many_questions_do_not_push_others_out(pair: Press) -> None:
    """Where there is room for some of them only, the first are printed."""
    brochure = pair.brochure("peel")
    asked = brochure.subject.questions[0]
    many = tuple(asked.model_copy(update={"text": f"What about number {i}?"}) for i in range(1, 30))
    for name in ("trifold", "handout"):
        piece = made(pair, with_subject(brochure, questions=many), name)

        is_sound(piece, "What about number 1?")


def test_a_language_of_other_letters_is_printed_or_refused(pair: Press) -> None:
    """Accents and signs that our fonts have are printed as they are."""
    brochure = pair.brochure("peel")
    said = brochure.subject.serious_risks[0].model_copy(
        update={"text": "Señora Ångström: naïve façade, 5 µg – ½ “œuvre”."}
    )
    piece = made(pair, with_subject(brochure, serious_risks=(said,)), "handout")

    assert is_sound(piece, "Señora Ångström: naïve façade, 5 µg – ½ “œuvre”.")
