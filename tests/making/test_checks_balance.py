"""Fair balance on paper: a side that tells benefits names risks."""

from dataclasses import replace

from brochures.making import checks_balance
from brochures.model.formats import SCREEN
from brochures.rules.balance import HARM
from tests.making.breaking import Bench

GAINS = "<p>It smooths fine lines and restores a fresh look to your whole face.</p>"
RISK = "<p>It has serious risks. See inside.</p>"


def bare(bench: Bench, words: str) -> str:
    """The markup with these words on the cover, and no word of risk left on its side."""
    head, body, pages = bench.good.html.partition("<body")
    outside, inside, rest = pages.partition("page-inside")
    assert rest
    end = '<div class="end" id="end-cover"></div>'
    return f"{head}{body}{HARM.sub('thing', outside).replace(end, words + end)}{inside}{rest}"


def test_a_side_with_benefits_alone_is_told(bench: Bench) -> None:
    """The other side is full of risks, and may never be seen."""
    unlocked = replace(bench.good.pages, locked=())
    (finding,) = bench.found(checks_balance.risks_apart, html=bare(bench, GAINS), document=unlocked)

    assert (finding.code, finding.severity, finding.spot and finding.spot.page) == ("risks-apart", "error", 1)


def test_a_word_on_risks_where_the_benefits_stand_is_enough(bench: Bench) -> None:
    """So is a side that claims nothing."""
    assert bench.found(checks_balance.risks_apart, html=bare(bench, GAINS + RISK)) == []
    assert bench.found(checks_balance.risks_apart, html=bare(bench, "<p>Ask us on Pier Street.</p>")) == []


def test_safety_text_is_a_word_on_risks_whatever_its_words(bench: Bench) -> None:
    """A list of words on harm knows no burn."""
    locked = replace(bench.good.pages, locked=("Ask us about a **scald**.",))
    words = bare(bench, f"{GAINS}<p>Ask us about a scald.</p>")

    assert bench.found(checks_balance.risks_apart, html=words, document=locked) == []


def test_a_screen_has_no_other_side(bench: Bench) -> None:
    """It goes on below."""
    document = replace(bench.good.pages, paper=SCREEN)

    assert bench.found(checks_balance.risks_apart, html=bare(bench, GAINS), document=document) == []


def test_a_piece_as_it_is_made_has_both(bench: Bench) -> None:
    """On each of its sides."""
    assert bench.found(checks_balance.risks_apart) == []
