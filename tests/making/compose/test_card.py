"""The wallet card: four small panels, every sign and number on them, nothing near trim or fold."""

from dataclasses import replace

import pytest

from brochures.making.inspection import characters
from brochures.model.brochure import Brochure
from brochures.model.content import Topic
from brochures.model.document import Document, Frame
from brochures.model.formats import FORMATS, PaperName
from brochures.model.statement import Statement
from brochures.orders import Order
from brochures.reading.richtext import to_plain
from tests.press import Press
from tests.structure import printed_words

LARGE_PT = 15.9
each_paper = pytest.mark.parametrize("paper", ["letter", "a4"])


def frames(document: Document) -> dict[str, Frame]:
    """Every panel's words by name."""
    return {frame.name: frame for page in document.pages for frame in page.frames}


def with_signs(brochure: Brochure, count: int) -> Brochure:
    """The topic with more signs to call the clinic for."""
    topic = brochure.topic
    signs = tuple(Statement(text=f"Sign number {i} that a patient may see", sources=("S1",)) for i in range(count))
    changed = topic.model_copy(update={"urgent": topic.urgent.model_copy(update={"clinic": signs})})
    assert isinstance(changed, Topic)
    return replace(brochure, subject=changed, topics=((brochure.name, changed),))


@each_paper
def test_every_panel_keeps_clear_of_trim_and_fold(press: Press, paper: PaperName) -> None:
    """By 4 mm at least, and the fold is the middle."""
    made = press.piece("fillers", "card", paper).pages
    width, height = made.size_mm
    clear = FORMATS["card"].clear_mm
    for page in made.pages:
        assert page.folds_mm == (width / 2,)
        for frame in page.frames:
            box = frame.box
            left = 0.0 if box.x < width / 2 else width / 2
            assert box.x >= left + clear
            assert box.right <= left + width / 2 - clear
            assert clear <= box.y < box.bottom <= height - clear


@each_paper
@pytest.mark.parametrize("subject", ["botox", "fillers"])
def test_signs_record_and_the_words_for_the_team_are_printed(press: Press, subject: str, paper: PaperName) -> None:
    """All that a patient, and who treats the patient, may need."""
    urgent = press.content.topics[subject].urgent
    wording = press.content.wording
    made = press.piece(subject, "card", paper)
    printed = printed_words(made.pdf)
    team = [s.text for s in press.brochure(subject).topic.urgent.team]

    assert urgent.team_title
    assert team
    for words in (urgent.team_title, *team, *(s.text for s in (*urgent.emergency, *urgent.clinic))):
        assert to_plain(words) in printed
        assert words in made.pages.locked
    for label in (wording.card_product, wording.card_lot, wording.card_areas, wording.card_date, wording.card_injector):
        assert label in printed
    assert press.brochure(subject).version_hash in printed


def test_a_topic_without_words_for_the_team_has_a_card(harbor: Press) -> None:
    """With what the treatment is; the clinic's urgent number stands on the cover and inside, large."""
    made = harbor.piece("peel", "card")
    printed = printed_words(made.pdf)
    read = {frame.name: frame for frame in frames(made.pages).values()}

    assert harbor.brochure("peel").topic.names.generic in printed
    assert printed.count("(555) 010-0143") == 2
    assert "(555) 010-0142" not in printed
    assert read["cover"].tone == "brand"


def test_the_urgent_number_is_large(harbor: Press) -> None:
    """It is read at arm's length, by who is afraid."""
    digits = [c for c in characters(harbor.piece("peel", "card").pdf) if c.size_pt > LARGE_PT and c.text.isdigit()]

    assert len(digits) == 2 * 10


def test_too_many_signs_are_refused_by_panel(pair: Press) -> None:
    """Nothing is set smaller than can be read."""
    brochure = with_signs(pair.brochure("peel"), 40)
    problems = pair.made(brochure, Order("peel", "card", "letter", "print")).problems

    assert [problem.code for problem in problems] == ["too-long"]
    assert "panel inside-1 is over by" in problems[0].message
