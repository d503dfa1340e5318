"""Places: colour that ends beside a fold, signs over letters, and panels with next to nothing in them."""

from dataclasses import replace

from brochures.making import checks_place
from brochures.model.document import Box, ColourField
from tests.making.breaking import Bench

ONE_BLOCK = ".frame-{name} .block{{display:none}}.frame-{name} .block:first-child{{display:block}}"


def test_colour_that_ends_beside_a_fold_is_told(bench: Bench) -> None:
    """A hand folds to a millimetre or two; a strip of colour would show on the other panel."""
    document = bench.good.pages
    *first, last = document.pages
    fold = last.folds_mm[0]

    def ending(at: float) -> list[str]:
        field = ColourField("tint", Box(0.0, 0.0, at, 50.0))
        pages = (*first, replace(last, fields=(field,)))
        return [f.code for f in bench.found(checks_place.fields, document=replace(document, pages=pages))]

    assert [ending(fold + off) for off in (0.0, 1.5, -1.5, 4.0)] == [[], ["field-near-fold"], ["field-near-fold"], []]


def test_signs_over_letters_are_told(bench: Bench) -> None:
    """Text can be covered by text that has no letters."""
    over = '<p style="position:absolute;top:60mm">{}</p>'
    html = bench.with_words(over.format("Skin and more") + over.format("%%%%%%%%"), "inside-1")

    assert [f.code for f in bench.found(checks_place.overlaps, html=html)] == ["text-overlap"]


def test_a_panel_that_is_nearly_empty_is_told(bench: Bench) -> None:
    """Two thirds of it are white."""
    found = bench.found(checks_place.emptiness, html=bench.styled(ONE_BLOCK.format(name="inside-1")))

    assert [(f.code, f.severity, f.spot and f.spot.panel) for f in found] == [
        ("nearly-empty", "warning", "panel inside-1")
    ]


def test_colour_alone_fills_no_panel(bench: Bench) -> None:
    """A field behind nothing is as empty as paper."""
    css = ONE_BLOCK.format(name="inside-1") + ".frame-inside-1{background:#eee;height:190mm}"
    css += ".page-inside{background:#eee}"

    assert [f.code for f in bench.found(checks_place.emptiness, html=bench.styled(css))] == ["nearly-empty"]


def test_a_last_page_may_have_less(sheet: Bench) -> None:
    """Of a handout, which has as many pages as its text needs; nothing at all is still told."""
    half = ".frame-left-2 .block,.frame-right-2 .block{display:none}.frame-left-2 .block:first-child{display:block}"
    none = ".page-page-2 section{display:none}"

    assert sheet.good.pages.pages[-1].name == "page-2"
    assert sheet.found(checks_place.emptiness, html=sheet.styled(half)) == []
    assert [f.code for f in sheet.found(checks_place.emptiness, html=sheet.styled(none))] == ["nearly-empty"]
