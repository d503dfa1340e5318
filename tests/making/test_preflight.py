"""Preflight: a good document passes, and each check is seen to fail on a document that is broken on purpose."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import fontpkg  # type: ignore[import-untyped]  # the package ships no types
import pikepdf
import pytest

from brochures import shipped
from brochures.making.finishing import finish
from brochures.making.preflight import preflight
from brochures.making.typesetting import Typesetter
from brochures.model.brand import FontFace
from brochures.model.document import Box, Document, Frame, Page
from brochures.model.formats import CLEAR_MM, PAPERS
from brochures.pipeline import Order
from tests.making.breaking import Bench
from tests.press import EVERY_ORDER, Press, name_of

PLACED = '<p style="position:absolute;top:{top}mm">{words}</p>'


def first_frame(document: Document, change: Callable[[Frame], Frame]) -> Document:
    """The document with its first frame changed."""
    page, *pages = document.pages
    frame, *frames = page.frames
    changed = replace(page, frames=(change(frame), *frames))
    return replace(document, pages=(changed, *pages))


def test_a_good_piece_passes(bench: Bench) -> None:
    """Without this, every failure below would prove nothing."""
    assert bench.codes() == set()


@pytest.mark.parametrize("order", EVERY_ORDER, ids=name_of)
def test_nothing_is_wrong_with_what_ships(press: Press, order: Order) -> None:
    """Not even what would only be told."""
    assert press.piece(order.subject, order.format, order.paper, order.edition).problems == ()


def test_words_that_were_not_printed_are_missed(bench: Bench) -> None:
    """The engine drops what does not fit, without a word."""
    html = bench.good.html.replace("Dark spots", "Dark spots and zebras")

    assert bench.codes(html=html, typeset=bench.good.set_pages) == {"text-lost"}


def test_one_letter_less_is_missed(bench: Bench) -> None:
    """Even where every word still stands somewhere."""
    html = bench.good.html.replace("Dark spots", "Dark spots a")

    assert bench.codes(html=html, typeset=bench.good.set_pages) == {"text-lost"}


def test_text_that_a_fixed_height_swallows_is_missed(bench: Bench) -> None:
    """The trap this check was made for: the page stays one page, and nobody is told."""
    many = " ".join(f"word{i}" for i in range(300))
    swallowed = bench.with_words(
        f'<div style="position:absolute;top:0;left:0;height:20mm;width:40mm;column-width:40mm">{many}</div>'
    )

    assert bench.codes(html=swallowed) & {"text-lost", "near-edge", "panel-over"}


def test_a_frame_that_runs_over_its_foot_is_told(bench: Bench) -> None:
    """Text in a placed box neither breaks nor warns."""
    short = first_frame(bench.good.pages, lambda f: replace(f, box=replace(f.box, height=10.0)))

    assert bench.codes(document=short) == {"panel-over"}


def test_too_many_words_run_over_the_foot(bench: Bench) -> None:
    """Seen from the words: more of them than the panel holds."""
    assert bench.codes(html=bench.with_words("<p>More. </p>" * 60)) & {"panel-over", "panel-end"}


def test_a_frame_whose_end_is_nowhere_is_told(bench: Bench) -> None:
    """It went to another page, or was never printed."""
    renamed = first_frame(bench.good.pages, lambda f: replace(f, name="elsewhere"))

    assert bench.codes(document=renamed) == {"panel-end"}


def test_a_page_too_many_is_told(bench: Bench) -> None:
    """An empty one as well."""
    html = bench.good.html.replace("</body>", '<div class="page"></div></body>')

    assert "page-count" in bench.codes(html=html)


def test_a_page_too_few_is_told(bench: Bench) -> None:
    """The document says how many there are."""
    pages = bench.good.pages
    longer = replace(pages, pages=(*pages.pages, Page("more", (), (), ())))

    assert "page-count" in bench.codes(document=longer)


def test_a_font_that_is_not_the_brands_is_told(bench: Bench) -> None:
    """However it came in."""
    family = "Bricolage Grotesque"
    foreign = FontFace(family, 700, "normal", Path(fontpkg.path(family)))
    look = bench.press.look
    engine = Typesetter(replace(look, display_family=family, faces=(*look.faces, foreign)), shipped.styles())
    html = bench.with_words(f"<p style=\"font-family:'{family}';font-weight:700\">Skin</p>")
    typeset = engine.typeset(html, finish(bench.good.pages))

    assert "foreign-font" in bench.codes(html=html, typeset=typeset)


def test_a_font_is_not_known_by_its_first_letters(bench: Bench) -> None:
    """`Clear Textile` is not `Clear Text`."""

    def rename(pdf: pikepdf.Pdf) -> None:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/BaseFont" in thing:
                thing.BaseFont = pikepdf.Name(str(thing.BaseFont).replace("Text", "Textile"))

    assert "foreign-font" in bench.codes_of_pdf(rename)


@pytest.mark.parametrize("size", ["6pt", "8.4pt", "0.5em", "2.9mm"])
def test_type_that_is_too_small_is_told(bench: Bench, size: str) -> None:
    """Fine print is 8.5 pt, and nothing is finer."""
    assert "type-small" in bench.codes(html=bench.with_words(f'<p style="font-size:{size}">Skin</p>'))


def test_type_of_the_least_size_passes(bench: Bench) -> None:
    """The limit itself is allowed."""
    assert "type-small" not in bench.codes(html=bench.with_words('<p style="font-size:8.5pt">Skin</p>'))


def test_type_that_a_drawing_makes_small_is_told(bench: Bench) -> None:
    """What counts is the size on paper, not the number in the style."""
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" style="width:20mm;height:20mm">'
        '<title>t</title><text x="0" y="50" font-size="12" font-family="\'Clear Text\'">Skin</text></svg>'
    )

    assert "type-small" in bench.codes(html=bench.with_words(f'<div style="height:20mm">{drawn}</div>'))


@pytest.mark.parametrize(
    "place", ["left:3mm;top:40mm", "left:40mm;top:1mm", "right:3mm;top:40mm", "left:40mm;bottom:2mm"]
)
def test_text_near_the_trim_is_told(bench: Bench, place: str) -> None:
    """On every side."""
    stray = f'<p style="position:absolute;{place}">Skin</p></div>'
    head, _, tail = bench.good.html.rpartition("</div>")

    assert "near-edge" in bench.codes(html=f"{head}{stray}{tail}")


@pytest.mark.parametrize("off", [-4.0, 0.0, 2.0, 5.5])
def test_text_near_a_fold_is_told(pair: Press, off: float) -> None:
    """Before it, on it, and after it."""
    good = pair.piece("peel", "trifold")
    fold = good.pages.pages[-1].folds_mm[0]
    stray = f'<p style="position:absolute;left:{fold + off}mm;top:190mm;width:20mm">i</p></div>'
    head, _, tail = good.html.rpartition("</div>")
    html = f"{head}{stray}{tail}"

    assert "near-edge" in pair.preflight(good.pages, html, pair.typeset(html, good.pages))


def test_text_clear_of_a_fold_passes(pair: Press) -> None:
    """At the distance that is asked for."""
    good = pair.piece("peel", "trifold")
    fold = good.pages.pages[-1].folds_mm[0]
    stray = f'<p style="position:absolute;left:{fold + CLEAR_MM}mm;top:190mm;width:20mm">i</p></div>'
    head, _, tail = good.html.rpartition("</div>")
    html = f"{head}{stray}{tail}"

    assert "near-edge" not in pair.preflight(good.pages, html, pair.typeset(html, good.pages))


def test_words_over_words_are_told(bench: Bench) -> None:
    """Placed boxes that meet neither break nor warn."""
    over = PLACED.format(top=116, words="Skin and more") + PLACED.format(top=116, words="Help is near")
    apart = PLACED.format(top=116, words="Skin and more") + PLACED.format(top=126, words="Help is near")

    assert bench.codes(html=bench.with_words(over, "back")) == {"text-overlap"}
    assert bench.codes(html=bench.with_words(apart, "back")) == set()


def test_words_over_words_on_a_page_too_many_are_told(bench: Bench) -> None:
    """Whatever else is wrong with that page, looking at it ends in no traceback."""
    over = PLACED.format(top=60, words="Skin and more") + PLACED.format(top=60, words="Help is near")
    inset = f'<div class="page"><div style="margin-left:20mm">{over}</div></div></body>'
    html = bench.good.html.replace("</body>", inset)

    assert "page-count" in bench.codes(html=html)


def test_another_title_is_told(bench: Bench) -> None:
    """A reader's window says what is in it."""
    title = bench.good.pages.title
    html = bench.good.html.replace(f"<title>{title}</title>", "<title>Untitled</title>")

    assert bench.codes(html=html) == {"no-title"}


def test_a_missing_title_is_told(bench: Bench) -> None:
    """And so is what the standard says of it."""

    def untitle(pdf: pikepdf.Pdf) -> None:
        del pdf.docinfo["/Title"]

    assert "no-title" in bench.codes_of_pdf(untitle)


def test_another_language_is_told(bench: Bench) -> None:
    """It would be read aloud in the wrong one."""
    html = bench.good.html.replace('<html lang="en-US"', '<html lang="de"')

    assert bench.codes(html=html) == {"no-language"}


def test_a_missing_language_is_told(bench: Bench) -> None:
    """The standard asks for it too."""

    def unspoken(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.Lang

    assert "no-language" in bench.codes_of_pdf(unspoken)


def test_a_sheet_of_another_size_is_told(bench: Bench) -> None:
    """A4 on a Letter order."""
    document = replace(bench.good.pages, paper=PAPERS["a4"])

    assert "sheet-size" in bench.codes(document=document)


def test_a_sheet_that_is_off_by_a_hair_is_told(bench: Bench) -> None:
    """A tenth of a millimetre moves every fold."""

    def widen(pdf: pikepdf.Pdf) -> None:
        left, low, right, high = map(float, pdf.pages[0].mediabox)
        pdf.pages[0].mediabox = pikepdf.Array([left, low, right + 0.3, high])

    assert bench.codes_of_pdf(widen) == {"sheet-size"}


def test_a_file_without_tags_is_told(bench: Bench) -> None:
    """Rendered without the standard, or stripped of it."""

    def strip(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.StructTreeRoot
        del pdf.Root.MarkInfo

    assert bench.codes_of_pdf(strip) == {"not-accessible", "not-archival"}


def test_a_file_that_cannot_be_kept_is_told(bench: Bench) -> None:
    """Colours without a profile look different on the next machine."""

    def strip(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.OutputIntents

    assert bench.codes_of_pdf(strip) == {"not-archival"}


def test_problems_name_the_piece_and_the_way_out(bench: Bench) -> None:
    """Whoever reads them did not write the template."""
    html = bench.with_words('<p style="font-size:6pt">Skin</p>')
    typeset = bench.press.typeset(html, bench.good.pages)

    problems = preflight(bench.good.pages, html, typeset, bench.press.look)

    assert problems
    assert all(problem.piece.startswith(bench.good.pages.name) for problem in problems)
    assert all(problem.hint and problem.severity == "error" for problem in problems)


def test_a_panel_is_named_by_its_label(bench: Bench) -> None:
    """Not by a code: an author looks for the panel."""
    short = first_frame(
        bench.good.pages, lambda f: replace(f, label="panel in front", box=Box(f.box.x, f.box.y, f.box.width, 10.0))
    )

    (problem,) = preflight(short, bench.good.html, bench.good.set_pages, bench.press.look)

    assert problem.message.startswith("panel in front runs ")
