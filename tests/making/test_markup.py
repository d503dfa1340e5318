"""Markup: what is content stays words, and templates and styles keep the rules of the house."""

import re
from collections.abc import Iterator
from dataclasses import fields
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from brochures import shipped
from brochures.errors import StyleFault
from brochures.making import markup
from brochures.making.compose.fitting import fit, plan_of
from brochures.making.compose.resolve import resolve
from brochures.model.brand import Palette
from brochures.model.clinic import Clinic
from brochures.model.components import COMPONENTS
from brochures.model.content import Content
from brochures.model.document import Document
from brochures.model.formats import FORMATS, FormatName
from brochures.model.themes import THEMES
from brochures.model.walking import holding
from tests.press import Press, place

STYLES, TEMPLATES = shipped.styles(), shipped.templates()
SHEETS = sorted(STYLES.rglob("*.css"))
NAMES = sorted(row.component for row in COMPONENTS)
EVIL = "<script>alert(1)</script><b onclick='x'>{{ 7 * 7 }}</b>{% set a = 1 %}&lt;i&gt;"
HEIGHTS = {
    ".page": "the sheet itself; frames are placed on it",
    ".end": "the mark at a frame's foot, which has no size",
    "svg": "a drawing fills its box",
    ".contact-qr": "the code, a square",
    ".urgent-write": "a line to write on",
    ".hotline-write": "the same, on a card's cover",
    ".signs-write": "the same, under a card's signs",
    ".key::before": "the sign of a key: a disc or a square",
    ".label.side-first::before": "the sign of the first option: a disc",
    ".label.side-second::before": "the sign of the second option: a square",
    ".option-sign": "the same, at the head of a column",
    ".quick-sign": "the same, in a table of a few lines",
    ".sides-sign": "the same, where options stand side by side",
    "li::before": "a bar before an entry of a list",
}
"""Where a style may fix a height: nothing there holds words."""

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def name_of(path: Path) -> str:
    """A sheet as the rules write it."""
    return path.relative_to(STYLES).as_posix()


def without_comments(path: Path) -> str:
    """A stylesheet's rules alone."""
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def rules(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each selector with its declarations; of a list of selectors, each."""
    for selectors, body in RULE.findall(without_comments(path)):
        pairs = (line.partition(":") for line in body.split(";") if ":" in line)
        declared = {name.strip(): value.strip() for name, _, value in pairs}
        for selector in selectors.split(","):
            yield " ".join(selector.split()), declared


each_sheet = pytest.mark.parametrize("path", SHEETS, ids=name_of)
each_piece = pytest.mark.parametrize(
    ("subject", "name"),
    [("peel", "trifold"), ("peel", "handout"), ("peel-or-laser", "trifold"), ("peel-or-laser", "comparison")],
)


class _Tags(HTMLParser):
    """The tags, attributes and words of a page, drawings left out."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self._drawn = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._drawn += tag == "svg"
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        self._drawn -= tag == "svg"

    def handle_data(self, data: str) -> None:
        self.words += [] if self._drawn else [data]


def read(html: str) -> _Tags:
    """What stands in a page."""
    parser = _Tags()
    parser.feed(html)
    return parser


def hostile(content: Content) -> Content:
    """The content with markup and template code behind every run of words."""
    topics = {}
    comparisons = {}
    for name, topic in content.topics.items():
        topics[name] = holding(topic, "us", _poisoned)
    for name, comparison in content.comparisons.items():
        comparisons[name] = holding(comparison, "us", _poisoned)
    assert None not in topics.values()
    assert None not in comparisons.values()
    wording = holding(content.wording, "us", _poisoned)
    return content.model_copy(update={"topics": topics, "comparisons": comparisons, "wording": wording})


def _poisoned(text: str) -> str:
    return f"{text} {EVIL}" if " " in text else text


def composed(press: Press, content: Content, clinic: Clinic | None, subject: str, name: FormatName) -> Document:
    """A document whose blocks are all 20 mm high."""
    brochure = resolve(content, subject, clinic, press.look, profile=place())
    plan = plan_of(brochure, name, "letter", "screen")
    found = fit(plan, lambda _name, _size, requests: tuple(20.0 for _ in requests))
    assert isinstance(found, Document)
    return found


def every_component_is_there(folder: Path, suffix: str) -> bool:
    """Whether the files of a folder are those of the components; parts that others use begin with `_`."""
    return sorted(path.stem for path in folder.glob(f"*{suffix}") if not path.name.startswith("_")) == NAMES


def test_every_component_has_one_template() -> None:
    """And no template is without a component."""
    assert every_component_is_there(TEMPLATES / "components", ".html")


def test_every_component_has_one_stylesheet() -> None:
    """And no stylesheet is without a component."""
    assert every_component_is_there(STYLES / "components", ".css")


@pytest.mark.parametrize("name", NAMES)
def test_every_template_defines_one_macro_of_arguments_only(name: str) -> None:
    """`render(block, level, pictures)`; a component sees nothing that it was not given."""
    source = (TEMPLATES / "components" / f"{name}.html").read_text(encoding="utf-8")

    assert re.findall(r"\{% macro (\w+\(.*?\)) %\}", source) == ["render(block, level, pictures)"]
    assert "with context" not in source


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_a_template_holds_no_rules_of_its_own(path: Path) -> None:
    """No defaults, no sums, and nothing that escapes the escaping: what it needs, `compose` owes it."""
    source = path.read_text(encoding="utf-8")

    assert "default(" not in source
    assert "|safe" not in source.replace(" ", "")
    assert "autoescape" not in source
    assert not re.search(r"\{[{%][^}]*\d\s*[*/+]|\{[{%][^}]*[*/]\s*\d", source)


def test_the_list_of_components_names_each_once() -> None:
    """Two of one name would take each other's template."""
    assert len(NAMES) == len(set(NAMES))


def test_every_format_has_a_template_and_a_stylesheet() -> None:
    """And no file is without a format."""
    assert sorted(path.stem for path in (TEMPLATES / "formats").glob("*.html")) == sorted(FORMATS)
    assert sorted(path.stem for path in (STYLES / "formats").glob("*.css")) == sorted(FORMATS)


def test_every_stylesheet_is_read_once() -> None:
    """Through the one entry point, each in its layer; the order of layers holds nowhere else."""
    main = (STYLES / "main.css").read_text(encoding="utf-8")
    read_in = re.findall(r"@import url\(([^)]+)\)(?: layer\((\w+)\))?;", main)
    layers = {"components": "components", "formats": "formats", "themes": "theme"}
    sheets = [name_of(path) for path in SHEETS if path.name != "main.css" and path.parent.name != "themes"]

    assert sorted(name for name, _ in read_in) == sorted([*sheets, "fonts.css", "theme.css"])
    for name, layer in read_in:
        folder = name.partition("/")[0]
        assert layer == layers.get(folder, "" if name == "fonts.css" else Path(name).stem)


def test_every_theme_has_a_stylesheet() -> None:
    """It is what `theme.css` stands for; one that no theme asks for would never be seen."""
    assert {path.stem for path in (STYLES / "themes").glob("*.css")} == set(THEMES)


def test_the_entry_point_holds_nothing_else() -> None:
    """A rule beside the layers would win over all of them."""
    assert "{" not in without_comments(STYLES / "main.css")


@each_sheet
def test_no_style_shouts(path: Path) -> None:
    """Layers decide; `!important` would turn their order round."""
    assert "!important" not in without_comments(path)


@each_sheet
def test_no_style_hangs_on_an_id(path: Path) -> None:
    """An id stands once a page; a component may stand often."""
    assert not [selector for selector, _ in rules(path) if "#" in selector]


@each_sheet
def test_colours_are_roles(path: Path) -> None:
    """A raw colour would be the same in every clinic's look."""
    if path.name != "tokens.css":
        found = re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(|device-cmyk", without_comments(path))

        assert found == []


@each_sheet
def test_no_words_stand_in_a_fixed_height(path: Path) -> None:
    """What does not fit there is dropped by the engine, without a word."""
    fixed = {selector.split()[-1] for selector, declared in rules(path) if {"height", "max-height"} & set(declared)}

    assert fixed <= set(HEIGHTS)


def test_no_exception_outlives_its_rule() -> None:
    """A height that was removed from the styles is removed from the list."""
    every = [rule for path in SHEETS for rule in rules(path)]

    assert set(HEIGHTS) == {s.split()[-1] for s, declared in every if {"height", "max-height"} & set(declared)}


@each_sheet
def test_nothing_is_cut_off(path: Path) -> None:
    """Words that are hidden still count as printed when they are looked for."""
    hidden = ("overflow", "text-overflow", "clip", "clip-path", "visibility", "line-clamp", "max-lines")

    assert not [s for s, declared in rules(path) if set(hidden) & set(declared)]
    assert not [s for s, declared in rules(path) if declared.get("display") == "none" or "opacity" in declared]


def test_every_property_that_is_used_is_given() -> None:
    """The engine passes over an unknown one without a word."""
    styled = "\n".join(without_comments(path) for path in SHEETS)
    written = styled + "\n".join(p.read_text(encoding="utf-8") for p in TEMPLATES.rglob("*.html"))
    given = set(re.findall(r"(--[\w-]+)\s*:", written))
    given |= {f"--color-{field.name.replace('_', '-')}" for field in fields(Palette)}
    given |= {"--font-display", "--font-text", "--font-label", "--page-width", "--page-height"}
    given |= {"--sheet-width", "--sheet-height", "--slug", "--bleed"}

    assert set(re.findall(r"var\((--[\w-]+)", styled)) <= given


def test_every_token_is_used() -> None:
    """What nobody reads would be changed in vain."""
    styled = "\n".join(without_comments(path) for path in SHEETS)
    given = set(re.findall(r"(--[\w-]+)\s*:", without_comments(STYLES / "tokens.css")))

    assert given - set(re.findall(r"var\((--[\w-]+)", styled)) == set()


@pytest.mark.parametrize(
    ("token", "least"),
    [
        ("--text-fine", 8.5),
        ("--text-version", 8.5),
        ("--panel-body", 10.0),
        ("--panel-body-floor", 10.0),
        ("--page-body", 11.0),
        ("--page-body-floor", 11.0),
        ("--table-body", 9.25),
        ("--table-body-floor", 9.25),
    ],
)
def test_type_stays_above_its_floor(token: str, least: float) -> None:
    """However much there is to say."""
    sheet = without_comments(STYLES / "tokens.css")
    (size,) = re.findall(rf"{token}: ([0-9.]+)pt;", sheet)

    assert float(size) >= least


@each_sheet
def test_a_selector_is_written_once(path: Path) -> None:
    """Two rules for one thing are one too many: the next change mends only one of them."""
    selectors = [" ".join(found.split()) for found, _ in RULE.findall(without_comments(path))]

    assert sorted({selector for selector in selectors if selectors.count(selector) > 1}) == []


@each_sheet
def test_a_property_is_written_once_in_a_rule(path: Path) -> None:
    """The first of two is dead."""
    for selectors, body in RULE.findall(without_comments(path)):
        names = [line.partition(":")[0].strip() for line in body.split(";") if ":" in line]

        assert len(names) == len(set(names)), selectors


@each_piece
def test_no_markup_of_content_is_markup_of_the_page(pair: Press, subject: str, name: FormatName) -> None:
    """Whatever stands in content or clinic file is printed as words, or not at all."""
    clinic = Clinic.model_construct(
        **{
            **Clinic(name="x").__dict__,
            "name": f"Skin {EVIL}",
            "tagline": EVIL,
            "disclaimers": (EVIL,),
            "address": (EVIL,),
        }
    )
    content = hostile(pair.content)
    page = read(markup.html(composed(pair, content, clinic, subject, name), pair.look, TEMPLATES))
    said = " ".join(page.words)

    assert "script" not in page.tags
    assert "b" not in page.tags
    assert "onclick" not in page.attributes
    assert "<script>" in said or "alert" in said
    assert "49" not in said


@each_piece
def test_a_page_claims_each_id_once(pair: Press, subject: str, name: FormatName) -> None:
    """Preflight finds a frame's end by it."""
    html = pair.piece(subject, name).html
    claimed = re.findall(r'\sid="([^"]+)"', html)

    assert len(claimed) == len(set(claimed))


@each_piece
def test_a_page_says_its_language_and_title(pair: Press, subject: str, name: FormatName) -> None:
    """Both go into the file."""
    html = pair.piece(subject, name).html

    assert '<html lang="en-US"' in html
    assert f"<title>{pair.piece(subject, name).pages.title}</title>" in html


def test_registered_marks_are_set_apart(press: Press) -> None:
    """At the size of a cover they would be read as a letter."""
    html = press.html(composed(press, press.content, None, "botox", "trifold"))

    assert '<span class="mark">®</span>' in html
    assert re.search(r"<title>Botox®</title>", html)


@pytest.mark.parametrize("figure", ["3 to 7 days", "Up to 2 weeks", "1 in 6,410", "1.5 ml", "In a clinic", "<b>2</b>"])
def test_numerals_keep_every_word(figure: str) -> None:
    """Numbers are set large, but a figure reads as it was written, and its signs stay words."""
    written = markup.environment(TEMPLATES).from_string("{{ figure|numerals }}").render(figure=figure)
    words = unescape("".join(re.findall(r'<span class="(?:numeral|unit)">([^<]*)</span>', written)))
    numerals = re.findall(r'<span class="numeral">([^<]*)</span>', written)

    assert words == figure
    assert numerals == re.findall(r"[0-9][0-9,.]*", figure)


@pytest.mark.parametrize(
    ("value", "written"), [(12.0, "12mm"), (12.5, "12.5mm"), (0.0, "0mm"), (93.6625, "93.662mm"), (100.0, "100mm")]
)
def test_lengths_are_short(value: float, written: str) -> None:
    """A thousandth of a millimetre is enough, and no zero is wasted."""
    assert markup.mm(value) == written


def test_a_name_that_nobody_gave_is_a_fault(tmp_path: Path, pair: Press) -> None:
    """A template that asks for it is broken; the printed page would have a hole."""
    (tmp_path / "formats").mkdir()
    (tmp_path / "formats" / "trifold.html").write_text("{{ document.nothing }}", encoding="utf-8")

    with pytest.raises(StyleFault):
        markup.html(composed(pair, pair.content, None, "peel", "trifold"), pair.look, tmp_path)
