"""The rack card: its headline where a rack shows it, its risks behind, and a drawing that gives way to words."""

from dataclasses import replace

import pytest

from brochures.model.brochure import Brochure
from brochures.model.content import Topic
from brochures.model.document import Document
from brochures.model.formats import PaperName
from brochures.orders import Order
from tests.press import Press, Printed
from tests.structure import printed_words

PIECES: tuple[tuple[str, PaperName], ...] = (("botox", "letter"), ("fillers", "a4"), ("botox-vs-fillers", "a4"))
each_piece = pytest.mark.parametrize(("subject", "paper"), PIECES)


def art_mm(document: Document) -> float:
    """Height of the drawing, as it was planned."""
    (art,) = document.pages[0].art
    return art.box.height


def longer(brochure: Brochure, times: int) -> Brochure:
    """The topic with its main message told several times."""
    told = tuple(
        s.model_copy(update={"text": f"{s.text} Part {i}."})
        for i in range(times)
        for s in brochure.subject.main_message
    )
    topic = brochure.topic.model_copy(update={"main_message": told})
    assert isinstance(topic, Topic)
    return replace(brochure, subject=topic, topics=((brochure.name, topic),))


def made(press: Press, times: int) -> Printed:
    """A rack card of a topic that has more to say."""
    return press.made(longer(press.brochure("peel"), times), Order("peel", "rack-card", "letter", "print"))


@each_piece
def test_the_headline_stands_in_the_top_third(press: Press, subject: str, paper: PaperName) -> None:
    """With the beginning of the drawing: more is not seen in a rack."""
    document = press.piece(subject, "rack-card", paper).pages
    (headline,) = (frame for frame in document.pages[0].frames if frame.name == "headline")
    (art,) = document.pages[0].art

    assert headline.box.bottom < document.size_mm[1] / 3
    assert art.box.y < document.size_mm[1] / 3 - 8.0


@each_piece
def test_a_finished_card_tells_message_risks_and_signs(press: Press, subject: str, paper: PaperName) -> None:
    """Every locked passage has passed preflight; fine print and version are on it too."""
    piece = press.piece(subject, "rack-card", paper)
    printed = printed_words(piece.pdf)
    brochure = press.brochure(subject)

    assert piece.pages.locked
    assert piece.pages.required
    assert brochure.subject.main_message[0].text in printed
    assert brochure.version_hash in printed


def test_the_foot_has_the_clinics_mark_and_code_or_lines_to_write_on(harbor: Press, pair: Press) -> None:
    """Who takes a card from a rack must find the way to the clinic."""
    with_clinic, without = (p.piece("peel", "rack-card").pages.pages[0].frames for p in (harbor, pair))
    printed = printed_words(harbor.piece("peel", "rack-card").pdf)

    assert {"foot", "scan"} <= {frame.name for frame in with_clinic}
    assert "scan" not in {frame.name for frame in without}
    assert "(555) 010-0142" in printed
    assert "12 Harbor Street, Portland" in printed


def test_the_drawing_gives_way_to_words(pair: Press) -> None:
    """A longer message takes the drawing's room; one that is far too long is refused by page."""
    usual, more, far_too_much = pair.piece("peel", "rack-card"), made(pair, 3), made(pair, 30)

    assert art_mm(more.pages) < art_mm(usual.pages)
    assert "Part 2." in printed_words(more.pdf)
    assert {problem.code for problem in far_too_much.problems} == {"too-long"}
    assert "page is over by" in far_too_much.problems[0].message
