"""Large print: type that poor sight can read, all the words of the usual piece, pages that end well."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pypdfium2
import pytest

from brochures.making.compose.fitting import fit, plan_of
from brochures.making.compose.large_pages import Row, dealt, placed
from brochures.making.compose.plan import Request
from brochures.making.inspection import Character, characters, facts
from brochures.model.blocks import Prose, Steps
from brochures.model.brochure import Brochure
from brochures.model.content import Section
from brochures.model.document import Document, Frame, Page
from brochures.model.drawn import Card
from brochures.model.formats import FormatName, PaperName
from brochures.model.statement import Statement
from brochures.orders import Order
from tests.press import Press, Printed
from tests.structure import printed_words, tags

LEAST_PT = 16.0
FOOT_PT = 12.0
SUBJECTS: tuple[tuple[str, FormatName], ...] = (
    ("botox", "handout"),
    ("fillers", "handout"),
    ("botox-vs-fillers", "comparison"),
)
each_subject = pytest.mark.parametrize(("subject", "name"), SUBJECTS)
each_paper = pytest.mark.parametrize("paper", ["letter", "a4"])


def large(press: Press, subject: str, name: FormatName, paper: PaperName = "letter") -> Printed:
    """The piece in large print."""
    return press.piece(subject, name, paper, large=True)


def feet(page: Page) -> Frame:
    """The frame of the version line and the page number."""
    (found,) = (frame for frame in page.frames if frame.name.startswith("folio"))
    return found


def lines(piece: Printed) -> dict[int, list[str]]:
    """The lines of the running text of each page, without its foot."""
    found: dict[tuple[int, int], list[Character]] = defaultdict(list)
    for letter in text_of(piece):
        found[letter.page, round(letter.bottom)].append(letter)
    by_page: dict[int, list[str]] = defaultdict(list)
    for (page, _), row in sorted(found.items()):
        by_page[page].append("".join(c.text for c in row).strip())
    return by_page


def text_of(piece: Printed) -> list[Character]:
    """Every letter above the feet of the pages."""
    pages = piece.pages.pages
    return [c for c in characters(piece.pdf) if c.top < feet(pages[c.page]).box.y]


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: set[str] = set()
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's name
        self._skip += tag in {"head", "title"}

    def handle_endtag(self, tag: str) -> None:
        self._skip -= tag in {"head", "title"}

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self.said |= set(re.findall(r"\w+", data))


def words(html: str) -> set[str]:
    """Every word that is printed."""
    parser = _Words()
    parser.feed(html)
    return parser.said


@each_paper
@each_subject
def test_every_subject_is_printed_large(press: Press, subject: str, name: FormatName, paper: PaperName) -> None:
    """Whatever is wrong with the PDF would withhold it."""
    piece = large(press, subject, name, paper)

    assert piece.problems == ()
    assert piece.pages.large
    assert piece.pages.format.duplex == "DuplexFlipLongEdge"


@pytest.fixture(scope="module", params=["editorial", "bold"])
def themed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Everything that ships, in the look of another theme."""
    path = tmp_path_factory.mktemp("themed") / "clinic.yaml"
    path.write_text(f"name: Harbor Dermatology\ntheme: {request.param}\n", encoding="utf-8")
    return Press(clinic_file=path)


@each_subject
def test_no_theme_makes_large_print_small_or_slanted(themed: Press, subject: str, name: FormatName) -> None:
    """Large print has the last word over a theme's sizes and italics."""
    piece = large(themed, subject, name)

    assert piece.problems == ()
    assert not [font for font in facts(piece.pdf).fonts if "Italic" in font]
    assert "urgent" in {frame.name for frame in piece.pages.pages[0].frames}


@pytest.mark.parametrize(("subject", "name"), [("peel", "handout"), ("peel-or-laser", "comparison")])
def test_a_clinic_is_named_at_the_head_and_at_the_end(harbor: Press, subject: str, name: FormatName) -> None:
    """With its number beside the urgent signs."""
    piece = large(harbor, subject, name)
    first = " ".join(c.text for c in characters(piece.pdf) if c.page == 0).replace(" ", "")
    last = " ".join(c.text for c in characters(piece.pdf) if c.page >= len(piece.pages.pages) - 2).replace(" ", "")

    assert "HarborDermatology" in first
    assert "(555)010-0143" in first
    assert "12HarborStreet" in last


@each_paper
@each_subject
def test_no_letter_is_small(press: Press, subject: str, name: FormatName, paper: PaperName) -> None:
    """16 pt or more, in drawings too; only the version line at the foot of a page has 12."""
    piece = large(press, subject, name, paper)
    foot = [c.size_pt for c in characters(piece.pdf) if c.top >= feet(piece.pages.pages[c.page]).box.y]

    assert min(c.size_pt for c in text_of(piece) if c.text.isalnum()) >= LEAST_PT - 0.01
    assert min(foot) >= FOOT_PT - 0.01


def test_small_type_in_large_print_is_found(press: Press) -> None:
    """The usual piece's type, 11 pt, passes everywhere else."""
    piece = large(press, "botox", "handout")
    small = piece.html.replace(' large"', '"', 1)

    assert "type-small" in press.preflight(piece.pages, small, press.typeset(small, piece.pages))


@each_subject
def test_nothing_slants(press: Press, subject: str, name: FormatName) -> None:
    """Slanted letters run together for poor sight."""
    assert not [font for font in facts(large(press, subject, name).pdf).fonts if "Italic" in font or "Oblique" in font]


@each_paper
@each_subject
def test_lines_are_short_enough_to_find_the_next(
    press: Press, subject: str, name: FormatName, paper: PaperName
) -> None:
    """70 letters at most."""
    longest = max((line for page in lines(large(press, subject, name, paper)).values() for line in page), key=len)

    assert len(longest) <= 70, longest


@each_paper
@each_subject
def test_large_print_says_all_that_the_usual_piece_says(
    press: Press, subject: str, name: FormatName, paper: PaperName
) -> None:
    """Who sees badly is told as much as who sees well; only a table's corner goes, and lines that fill white."""
    usual = words(press.piece(subject, name, paper).html)
    wording = press.brochure(subject).wording
    spared = {wording.question, *wording.notes.split()}

    assert usual - words(large(press, subject, name, paper).html) - spared - page_numbers(usual) == set()


def page_numbers(said: set[str]) -> set[str]:
    """The numbers of pages and of a drawing's markers: there are others in large print."""
    return {word for word in said if word.isdigit() and len(word) == 1}


@each_paper
def test_every_answer_of_the_table_stands_on_a_card(press: Press, paper: PaperName) -> None:
    """Named by its option, no treatment among them, and each option on its own colour."""
    piece = large(press, "botox-vs-fillers", "comparison", paper)
    comparison = press.brochure("botox-vs-fillers").comparison
    asked = [row.question for row in comparison.rows] + [row.question for row in comparison.shared]
    cards = {card.title: card for card in cards_of(piece.pages)}

    for row in comparison.rows:
        card = cards[row.question]
        answers = [row.answers[option].text for option in (*comparison.options, "none")]
        assert [text for _, _, text, _ in card.answers] == answers
        assert [side for _, side, _, _ in card.answers] == ["first", "second", "none"]
        assert card.answers[-1][0] == comparison.neither.name
        assert bool(card.note) == bool(row.figure)
    said = printed_words(piece.pdf)
    assert all(question in said for question in asked)


def cards_of(document: Document) -> list[Card]:
    """Every card, page by page."""
    return [
        placed.block
        for page in document.pages
        for frame in page.frames
        for placed in frame.placed
        if isinstance(placed.block, Card)
    ]


@each_paper
@each_subject
def test_no_page_ends_on_a_heading(press: Press, subject: str, name: FormatName, paper: PaperName) -> None:
    """What it is a heading of would stand overleaf."""
    piece = large(press, subject, name, paper)
    count = len(piece.pages.pages)
    spoken = [tag for tag in tags(piece.pdf) if tag.words.strip() or tag.alternative]
    for page in range(count):
        body = [tag for tag in spoken if tag.page == page and f"Page {page + 1} of {count}" not in tag.words]
        above = [tag for tag in body if "review by" not in tag.words]

        assert not re.fullmatch(r"H\d?", above[-1].kind), above[-1]


@each_paper
@each_subject
def test_only_the_last_page_may_be_nearly_empty(press: Press, subject: str, name: FormatName, paper: PaperName) -> None:
    """Every other is filled by more than half."""
    piece = large(press, subject, name, paper)
    lowest: dict[int, float] = defaultdict(float)
    for letter in text_of(piece):
        lowest[letter.page] = max(lowest[letter.page], letter.bottom)

    for page in range(len(piece.pages.pages) - 1):
        assert lowest[page] > piece.pages.size_mm[1] / 2, page + 1


@each_paper
@each_subject
def test_the_urgent_signs_are_seen_first(press: Press, subject: str, name: FormatName, paper: PaperName) -> None:
    """In the red field of the first page, each sign on a line of its own."""
    piece = large(press, subject, name, paper)
    first = piece.pages.pages[0]
    (red,) = (field for field in first.fields if field.role == "urgent")
    (signs,) = (frame for frame in first.frames if frame.name == "urgent")

    assert red.box.y < signs.box.y
    assert signs.box.bottom < red.box.bottom
    assert red.box.height > first.frames[0].box.height
    for _, topic in press.brochure(subject).topics:
        for sign in (*topic.urgent.emergency, *topic.urgent.clinic):
            assert " ".join(sign.text.split()) in printed_words(piece.pdf)


@each_subject
def test_every_page_says_which_it_is(press: Press, subject: str, name: FormatName) -> None:
    """Loose sheets are put in order again."""
    piece = large(press, subject, name)
    count = len(piece.pages.pages)
    document = pypdfium2.PdfDocument(io.BytesIO(piece.pdf))
    for number, page in enumerate(document, start=1):
        assert f"Page {number} of {count}" in page.get_textpage().get_text_range()
    document.close()


def test_signs_that_no_first_page_holds_have_a_page_to_themselves(pair: Press) -> None:
    """Before anything else is read."""

    def high(_name: str, _size: str, requests: list[Request]) -> tuple[float, ...]:
        return tuple(215.0 if block.component == "urgent" else 20.0 for block, _ in requests)

    found = fit(plan_of(pair.brochure("peel"), "handout", "letter", "print", large=True), high)

    assert isinstance(found, Document)
    assert [frame.name for frame in found.pages[1].frames] == ["urgent", "folio-2"]
    assert not [frame for frame in found.pages[0].frames if frame.name == "urgent"]


@pytest.mark.parametrize(
    ("red_mm", "frames"),
    [
        (80.0, ["banner", "lead", "urgent"]),
        (125.0, ["banner", "lead", "urgent"]),
        (150.0, ["brand", "banner", "lead", "urgent"]),
        (180.0, ["brand", "banner", "urgent"]),
    ],
)
def test_the_banner_makes_way_for_the_signs(pair: Press, red_mm: float, frames: list[str]) -> None:
    """First its white, then its drawing, then the message."""

    def by_kind(_name: str, _size: str, requests: list[Request]) -> tuple[float, ...]:
        known = {"urgent": red_mm, "lead": 25.0, "cover": 38.0, "brand": 18.0, "folio": 7.0}
        return tuple(known.get(block.component, 60.0) for block, _ in requests)

    found = fit(plan_of(pair.brochure("peel"), "handout", "letter", "print", large=True), by_kind)

    assert isinstance(found, Document)
    assert [frame.name for frame in found.pages[0].frames if not frame.name.startswith("folio")] == frames
    for one, other in pairwise(sorted((f.box for f in found.pages[0].frames if f.name != "brand"), key=lambda b: b.y)):
        assert one.bottom <= other.y + 0.01


def test_a_block_higher_than_a_page_is_told(pair: Press) -> None:
    """By its heading, and by how many lines."""

    def high(_name: str, _size: str, requests: list[Request]) -> tuple[float, ...]:
        return tuple(400.0 if block.component == "callout" else 20.0 for block, _ in requests)

    found = fit(plan_of(pair.brochure("peel"), "handout", "letter", "print", large=True), high)

    assert not isinstance(found, Document)
    assert found[0].code == "too-long"
    assert re.search(r"a page is over by \d+ lines", found[0].message)


def test_steps_are_counted_on_from_block_to_block(pair: Press) -> None:
    """A list that is parted begins with the next number."""
    brochure = pair.brochure("peel")
    section = next(section for section in brochure.subject.sections if section.steps)
    steps = tuple(section.steps[0].model_copy(update={"title": f"Step {i}"}) for i in range(6))
    subject = with_sections(brochure, (section.model_copy(update={"steps": steps}),))
    plan = plan_of(subject, "handout", "letter", "print", large=True)
    parted = [block for block, _ in plan.requests() if isinstance(block, Steps)]

    assert [(block.before, len(block.items)) for block in parted] == [(0, 2), (2, 2), (4, 2)]
    assert [bool(block.title) for block in parted] == [True, False, False]


@pytest.mark.parametrize("role", ["what_it_is", "who_gives_it"])
def test_more_text_makes_more_pages(press: Press, role: str) -> None:
    """Where a fold would refuse it: words before a list, too."""
    brochure = press.brochure("fillers")
    sections = tuple(
        section.model_copy(update={"text": tuple(again(section.text, 30))}) if section.role == role else section
        for section in brochure.subject.sections
    )
    changed = with_sections(brochure, sections)
    piece = press.made(changed, Order("fillers", "handout", "letter", "print", large=True))

    assert piece.problems == ()
    assert len(piece.pages.pages) > len(large(press, "fillers", "handout").pages.pages) + 2


def again(statements: tuple[Statement, ...], times: int) -> Iterator[Statement]:
    """The statements over and over, each time a little otherwise."""
    for i in range(times):
        yield from (s.model_copy(update={"text": f"{s.text} Part {i}."}) for s in statements)


def with_sections(brochure: Brochure, sections: tuple[Section, ...]) -> Brochure:
    """The brochure of one topic with other sections."""
    topic = brochure.topic.model_copy(update={"sections": sections})
    return replace(brochure, subject=topic, topics=((brochure.name, topic),))


def rows(*heights: float, follows: tuple[int, ...] = ()) -> tuple[Row, ...]:
    """Rows of these heights, 5 mm apart; those numbered go on with the text before."""
    return tuple(
        Row(Prose(title=str(i), paragraphs=()), height, 5.0, follows=i in follows) for i, height in enumerate(heights)
    )


def shares(pages: tuple[tuple[Row, ...], ...]) -> list[list[float]]:
    """The heights on each page."""
    return [[row.height_mm for row in page] for page in pages]


def test_pages_are_as_few_as_can_be_and_even() -> None:
    """Filled one after the other, the last but one would be full and the last nearly empty."""
    assert shares(dealt(rows(40, 40, 40, 40), 0.0, 140.0)) == [[], [40, 40], [40, 40]]
    assert shares(dealt(rows(90, 90, 90), 0.0, 100.0)) == [[], [90], [90], [90]]


def test_the_first_page_takes_what_it_can() -> None:
    """What is left of it under the message."""
    assert shares(dealt(rows(30, 80), 30.0, 100.0)) == [[30], [80]]
    assert shares(dealt(rows(31, 60), 30.0, 100.0)) == [[], [31, 60]]
    assert shares(dealt((), 30.0, 100.0)) == [[]]


def test_a_text_is_not_parted_without_need() -> None:
    """A page that is less full is better than half a list overleaf."""
    assert shares(dealt(rows(50, 30, 30, 60, follows=(2,)), 0.0, 125.0)) == [[], [50, 30, 30], [60]] or shares(
        dealt(rows(50, 30, 30, 60, follows=(2,)), 0.0, 125.0)
    ) == [[], [50], [30, 30, 60]]


def test_white_goes_between_texts_and_not_into_them() -> None:
    """And never beyond the most."""
    gaps = [p.gap_mm for p in placed(rows(20, 20, 20, follows=(2,)), 200.0, 14.0)]

    assert gaps == [0.0, 14.0, 5.0]
    assert [p.gap_mm for p in placed(rows(20, 20), 47.0, 14.0)] == [0.0, 7.0]
