"""The judges look at every format once, and at every edition in every theme."""

from collections.abc import Iterator
from types import ModuleType

import pytest

from brochures.model.formats import FORMATS
from brochures.model.themes import THEMES, ThemeName
from tests.browser import Browser, browser
from tests.judges.cells import Bench, Cell, cells

CHOSEN = (
    Cell("botox", "trifold", "letter", "press", "clear"),
    Cell("botox-vs-fillers", "zfold", "a4", "print", "bold"),
    Cell("fillers", "bifold", "letter", "press", "bold"),
    Cell("botox", "handout", "a4", "screen", "editorial"),
    Cell("botox-vs-fillers", "comparison", "letter", "print", "editorial"),
    Cell("fillers", "rack-card", "a4", "press", "editorial"),
    Cell("botox", "poster", "letter", "print", "clear"),
    Cell("fillers", "card", "letter", "print", "clear"),
    Cell("botox-vs-fillers", "phone", "screen", "screen", "clear"),
    Cell("fillers", "slide", "screen", "screen", "bold"),
)
each_cell = pytest.mark.parametrize("cell", CHOSEN, ids=str)


@pytest.fixture(scope="module")
def benches() -> dict[ThemeName, Bench]:
    """One for each theme, so that fonts and styles are loaded once."""
    return {theme: Bench(theme) for theme in ("clear", "editorial", "bold")}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for all pieces."""
    with browser() as one:
        yield one


@each_cell
def test_no_judge_finds_a_fault(
    cell: Cell, benches: dict[ThemeName, Bench], chromium: Browser, verapdf: ModuleType
) -> None:
    """veraPDF, page-validation, axe, our subset of PDF/X-4, and preflight."""
    outcome = benches[cell.theme].verdict(cell, chromium)

    assert {name: found for name, found in outcome.faults.items() if found} == {}
    asked = {name.split()[0] for name in outcome.faults}
    assert asked == {"preflight", "veraPDF", *({"x4"} if cell.edition == "press" else {"page-validation", "axe"})}


def test_axe_finds_what_is_wrong(benches: dict[ThemeName, Bench], chromium: Browser) -> None:
    """Pale words, a list without items of its own kind, and a link without words: a judge that cannot fail is none."""
    cell, bench = CHOSEN[3], benches["editorial"]
    wrong = '<ul><p>no item</p></ul><a href="tel:1"></a></body>'

    pale = "<style>.frame p, .frame li { color: #ddd }</style></head>"
    html = bench.html(cell).replace("</body>", wrong).replace("</head>", pale)

    found = chromium.violations(html, bench.typesetter)

    assert {line.split()[0] for line in found} == {"color-contrast", "list", "link-name"}


def test_every_format_and_every_edition_in_every_theme_is_chosen() -> None:
    """The whole matrix takes long: what the suite leaves out, `make matrix` judges."""
    assert {cell.format for cell in CHOSEN} == set(FORMATS)
    assert {(cell.edition, cell.theme) for cell in CHOSEN} == {
        (edition, theme) for edition in ("print", "screen", "press") for theme in THEMES
    }
    assert set(CHOSEN) <= set(cells(every_subject=True))
