"""Locks: safety text that a reader would not see is found out, whatever hides it."""

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from brochures.making.inspection import characters
from brochures.making.locks import LEAST_CONTRAST, contrast, lock_faults, luminance
from brochures.making.passages import letters
from brochures.model.document import Document
from tests.press import EVERY_ORDER, Press, Printed, name_of

RISK = "A cold sore can come back, and spread over the new skin."
PIXEL = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
OVER = ".callout{position:relative}.callout::after{content:'';position:absolute;left:0;top:0;width:100%;height:"


def found_in(
    press: Press, document: Document, html: str, change: Callable[[pikepdf.Pdf], None] | None = None
) -> set[str]:
    """The codes of the locks alone."""
    pdf = press.typeset(html, document).pdf
    if change:
        target = io.BytesIO()
        with pikepdf.open(io.BytesIO(pdf)) as file:
            change(file)
            file.save(target)
        pdf = target.getvalue()
    return {finding.code for finding in lock_faults(document, pdf, characters(pdf))}


@pytest.fixture(scope="module")
def good(pair: Press) -> Printed:
    """A folded piece with every kind of safety text."""
    return pair.piece("peel", "trifold")


def styled(good: Printed, css: str) -> str:
    """The markup with one more style, as a clinic's stylesheet would have it."""
    return good.html.replace("</head>", f"<style>{css}</style></head>")


def reworded(good: Printed, words: str) -> str:
    """The markup with other words in the place of one serious risk."""
    html, count = re.subn(re.escape(RISK).replace(r"\ ", "(?: |&nbsp;)"), lambda _: words, good.html)
    assert count == 1
    return html


@pytest.mark.parametrize("order", EVERY_ORDER, ids=name_of)
def test_every_shipped_piece_shows_its_safety_text(press: Press, order: object) -> None:
    """And has some to show: an empty list would pass everywhere."""
    piece = press.piece(order.subject, order.format, order.paper, order.edition)  # type: ignore[attr-defined]

    assert len(piece.pages.locked) > 8
    assert list(lock_faults(piece.pages, piece.pdf, characters(piece.pdf))) == []


def test_what_is_locked_is_what_the_content_calls_safety(press: Press) -> None:
    """Risks, the boxed warning, the rate, who should not have it, signs, and whom to call."""
    topic = press.brochure("fillers").topic
    locked = press.piece("fillers", "trifold").pages.locked

    assert topic.rate is not None
    listed = (*topic.serious_risks, *topic.boxed_warning, topic.rate.text, *topic.who_should_not)
    signs = (*topic.urgent.emergency, *topic.urgent.clinic)
    assert {statement.text for statement in (*listed, *signs)} <= set(locked)
    assert "Call 911" in locked


def test_a_comparison_sheet_locks_the_rows_that_are_safety(press: Press) -> None:
    """It prints rows, not the lists."""
    comparison = press.brochure("botox-vs-fillers").comparison
    locked = press.piece("botox-vs-fillers", "comparison").pages.locked
    rows = [row for row in comparison.rows if row.safety]

    assert rows
    assert {answer.text for row in rows for answer in row.answers.values()} <= set(locked)
    assert comparison.serious_risks[0].text not in locked


def test_a_comparison_locks_the_signs_of_both(press: Press) -> None:
    """On the sheet and in the folded piece."""
    brochure = press.brochure("botox-vs-fillers")
    signs = {sign.text for _, topic in brochure.topics for sign in (*topic.urgent.emergency, *topic.urgent.clinic)}

    assert signs <= set(press.piece("botox-vs-fillers", "comparison").pages.locked)
    assert signs <= set(press.piece("botox-vs-fillers", "trifold").pages.locked)


def test_a_style_that_changes_nothing_of_it_passes(pair: Press, good: Printed) -> None:
    """A clinic may give the box another ground, frame and place, and the words another readable colour."""
    css = ".callout{background:#fff3d6;border-color:#804000;padding:1mm}.callout p{color:#402000;letter-spacing:.02em}"

    assert found_in(pair, good.pages, styled(good, css)) == set()


@pytest.mark.parametrize(
    ("css", "code"),
    [
        (".callout{font-size:6pt}", "locked-small"),
        (".callout p{font-size:9.9pt}", "locked-small"),
        (".callout{transform:scale(.8)}", "locked-small"),
        (".callout{transform:rotate(2deg)}", "locked-transformed"),
        (".callout{transform:rotate(180deg)}", "locked-transformed"),
        (".callout{transform:scaleX(.5)}", "locked-transformed"),
        (".callout{transform:scaleX(.95)}", "locked-transformed"),
        (".callout{transform:scaleX(-1)}", "locked-transformed"),
        (".callout{transform:scaleY(-1)}", "locked-transformed"),
        (".callout{transform:skewX(10deg)}", "locked-transformed"),
        (".callout p{letter-spacing:1em}", "locked-transformed"),
        (".callout p{letter-spacing:-.3em}", "locked-transformed"),
        (".callout p{letter-spacing:-.5em}", "locked-missing"),
        (".callout p{line-height:0}", "locked-transformed"),
        (".callout p{line-height:30mm}", "locked-transformed"),
        (".callout p{color:#fff}", "locked-unseen"),
        (".callout p{color:#8a8a8a}", "locked-unseen"),
        (".callout p{color:rgba(0,0,0,.45)}", "locked-unseen"),
        (".callout p{opacity:.4}", "locked-unseen"),
        (".callout{background:#111}", "locked-unseen"),
        (".callout{background:linear-gradient(90deg,#fff,#111)}", "locked-unseen"),
        (f"{OVER}100%;background:#fff}}", "locked-unseen"),
        (f"{OVER}100%;background:#000}}", "locked-unseen"),
        (f"{OVER}100%;background:rgba(255,255,255,.8)}}", "locked-unseen"),
        (f"{OVER}10mm;background:#fff}}", "locked-unseen"),
        (f"{OVER}100%;background-image:url({PIXEL});background-size:100% 100%}}", "locked-unseen"),
        (".callout p{height:7mm;overflow:hidden}", "locked-unseen"),
        (".callout p{width:20mm;overflow:hidden;white-space:nowrap}", "locked-unseen"),
        (".callout p{position:relative;left:-400mm}", "locked-unseen"),
        (".callout p{position:relative;top:400mm}", "locked-unseen"),
        (".frame{background:#fff}.callout p{position:relative;z-index:-1}", "locked-unseen"),
        (".callout p{visibility:hidden}", "locked-missing"),
        (".callout p{display:none}", "locked-missing"),
        (".callout p{text-transform:uppercase}", "locked-missing"),
        (".callout p{font-size:0}", "locked-missing"),
        (".urgent li{display:none}", "locked-missing"),
        (".urgent-heading{display:none}", "locked-missing"),
        (".urgent li{color:#a5101f}", "locked-unseen"),
        (".colophon{display:none}", "required-missing"),
    ],
)
def test_a_style_that_hides_it_is_found_out(pair: Press, good: Printed, css: str, code: str) -> None:
    """Each way by its own name, so that whoever wrote the style knows what to mend."""
    assert code in found_in(pair, good.pages, styled(good, css))


def test_text_without_ink_is_found_out(pair: Press, good: Printed) -> None:
    """Whether the engine leaves it out or sets it without colour."""
    assert found_in(pair, good.pages, styled(good, ".callout p{color:transparent}")) in (
        {"locked-unseen"},
        {"locked-missing"},
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("", "locked-missing"),
        ("A cold sore can come back.", "locked-missing"),
        ("A cold sore can hardly come back, and spread over the new skin.", "locked-missing"),
        ("A cold sore can come back, and over the new skin spread.", "locked-missing"),
        (f'<img src="{PIXEL}" alt="{RISK}" style="width:40mm;height:10mm">', "locked-missing"),
        (f'<span title="{RISK}">A sore</span>', "locked-missing"),
        (" ".join(RISK), "locked-transformed"),
        (RISK.replace("spread", '<span style="position:relative;top:-40mm">spread</span>'), "locked-missing"),
        (RISK.replace("spread", '<span style="vertical-align:40mm">spread</span>'), "locked-transformed"),
        (RISK.replace("can", 'c<span style="padding-left:4mm">an</span>'), "locked-transformed"),
        (RISK.replace("spread", '<span style="font-size:5pt">spread</span>'), "locked-small"),
        (RISK.replace("spread", '<span style="color:#fff">spread</span>'), "locked-unseen"),
        (RISK.replace("spread", 'sp<span style="color:#eee">r</span>ead'), "locked-unseen"),
    ],
)
def test_a_template_that_changes_it_is_found_out(pair: Press, good: Printed, words: str, code: str) -> None:
    """One word or one letter is enough."""
    assert code in found_in(pair, good.pages, reworded(good, words))


def test_it_may_be_marked_up_and_broken(pair: Press, good: Printed) -> None:
    """Bold, a line's end, and a word's division are no change."""
    words = RISK.replace("spread", "<strong>spr<br>ead</strong>").replace("cold sore", "<em>cold<br>sore</em>")

    assert found_in(pair, good.pages, reworded(good, words)) == set()


def test_words_that_stand_elsewhere_do_not_stand_in(pair: Press, good: Printed) -> None:
    """A sign that another locked text has within it must be there once more."""
    twice = replace(good.pages, locked=(*good.pages.locked, "A cold sore can come back"))

    assert found_in(pair, twice, good.html) == {"locked-missing"}


def test_one_good_place_is_enough(pair: Press, good: Printed) -> None:
    """Where it is printed twice, and once in small type."""
    small = f'<p style="font-size:8.5pt">{RISK}</p>'
    html = good.html.replace('<div class="end" id="end-back">', f'{small}<div class="end" id="end-back">')

    assert html != good.html
    assert found_in(pair, good.pages, html) == set()


def test_text_outside_the_crop_is_found_out(pair: Press, good: Printed) -> None:
    """On either side."""

    def crop(keep: Callable[[float], tuple[float, float]]) -> Callable[[pikepdf.Pdf], None]:
        def change(pdf: pikepdf.Pdf) -> None:
            for page in pdf.pages:
                width, height = float(page.mediabox[2]), float(page.mediabox[3])
                left, right = keep(width)
                page.cropbox = pikepdf.Array([left, 0, right, height])

        return change

    assert found_in(pair, good.pages, good.html, crop(lambda width: (0, width))) == set()
    assert "locked-unseen" in found_in(pair, good.pages, good.html, crop(lambda width: (0, width / 2)))
    assert "locked-unseen" in found_in(pair, good.pages, good.html, crop(lambda width: (width * 0.9, width)))


def test_text_in_a_mode_that_paints_nothing_is_found_out(pair: Press, good: Printed) -> None:
    """As text recognition lays it under a scanned page."""

    def unpaint(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.contents_coalesce()
            page.Contents.write(re.sub(rb"\bBT\b", b"BT 3 Tr", page.Contents.read_bytes()))

    assert found_in(pair, good.pages, good.html, unpaint) == {"locked-unseen"}


def test_a_fault_names_the_passage_and_the_way_out(pair: Press, good: Printed) -> None:
    """A manager reads it, who did not write the style."""
    pdf = pair.typeset(styled(good, ".callout p{font-size:6pt}"), good.pages).pdf

    found = list(lock_faults(good.pages, pdf, characters(pdf)))

    assert [finding.code for finding in found] == ["locked-small"] * 2
    assert all("10 pt" in finding.message and "“A " in finding.message and finding.hint for finding in found)


def test_contrast_is_that_of_the_standard() -> None:
    """WCAG 2.1: 21 for black on white, and the well-known pale grey that just passes."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
    assert contrast((119, 119, 119), (255, 255, 255)) < LEAST_CONTRAST
    assert luminance((255, 0, 0)) == pytest.approx(0.2126)


def test_letters_are_compared_without_signs() -> None:
    """A ligature is its letters, and a hyphen at a line's end is none."""
    assert letters("ﬁve-fold, 1\u00a0in\u00a06,410®") == "fivefold1in6410"
