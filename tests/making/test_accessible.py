"""The finished files: tagged, titled, in reading order, and ready for a printer. Each judge is seen to fail."""

import io
import itertools
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from brochures.making.inspection import facts, is_accessible, is_archival
from brochures.pipeline import Order
from tests.press import EVERY_ORDER, Press, name_of
from tests.structure import Tag, printed_words, tags

POINTS = {"letter": (612.0, 792.0), "a4": (595.276, 841.89)}
each_piece = pytest.mark.parametrize("order", EVERY_ORDER, ids=name_of)
Break = Callable[[pikepdf.Pdf], None]


def file_of(press: Press, order: Order) -> bytes:
    """The finished file of a piece that ships."""
    return press.piece(order.subject, order.format, order.paper, order.edition).pdf


def broken(pdf: bytes, change: Break) -> bytes:
    """The file with something taken out."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        change(file)
        file.save(target)
    return target.getvalue()


def elements(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    """Every tag of one kind."""
    return [
        thing
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == kind and "/P" in thing
    ]


def of_kind(found: tuple[Tag, ...], *kinds: str) -> list[Tag]:
    """The tags of some kinds, in reading order."""
    return [tag for tag in found if tag.kind in kinds]


def words_in(found: tuple[Tag, ...]) -> str:
    """All words that are tagged, in reading order."""
    return " ".join(" ".join(tag.words for tag in found).split())


@each_piece
def test_every_piece_meets_the_standard(press: Press, order: Order) -> None:
    """PDF/UA-1 and PDF/A-2a in one file, by a judge that is not the engine."""
    assert is_accessible(file_of(press, order)) == ()
    assert is_archival(file_of(press, order)) == ()


@each_piece
def test_every_sheet_is_exactly_its_paper(press: Press, order: Order) -> None:
    """To a thousandth of a point: a printer that scales to fit moves every fold."""
    short, long = POINTS[order.paper]
    size = (long, short) if order.format == "trifold" else (short, long)
    with pikepdf.open(io.BytesIO(file_of(press, order))) as pdf:
        for page in pdf.pages:
            assert [float(x) for x in page.mediabox] == pytest.approx([0, 0, *size], abs=0.002)
            assert "/Rotate" not in page
            assert float(page.get("/UserUnit", 1)) == 1


@each_piece
def test_every_piece_says_how_it_is_printed(press: Press, order: Order) -> None:
    """At its own size, turned over the right edge, with its title in the window."""
    turned = {"trifold": "/DuplexFlipShortEdge", "handout": "/DuplexFlipLongEdge", "comparison": "/Simplex"}
    with pikepdf.open(io.BytesIO(file_of(press, order))) as pdf:
        wishes = pdf.Root.ViewerPreferences

        assert wishes.PrintScaling == "/None"
        assert wishes.Duplex == turned[order.format]
        assert bool(wishes.DisplayDocTitle)


@each_piece
def test_every_piece_says_what_it_is(press: Press, order: Order) -> None:
    """Its title in one line, and its language."""
    found = facts(file_of(press, order))

    assert found.title == press.brochure(order.subject).title
    assert found.language == "en-US"


@each_piece
def test_the_cover_is_read_first(press: Press, order: Order) -> None:
    """Title and purpose before anything else, wherever the cover lies on the sheet."""
    brochure = press.brochure(order.subject)
    found = tags(file_of(press, order))
    heard = words_in(found).replace(" ®", "®")
    comparison = brochure.subject.cover.purpose if order.format != "comparison" else brochure.comparison.intro
    opening = comparison if isinstance(comparison, str) else comparison.text if comparison else ""

    assert heard.index(brochure.title) < heard.index(opening) < 400
    assert of_kind(found, "H1", "H2", "H3")[0].kind == "H1"


@each_piece
def test_headings_step_down_one_at_a_time(press: Press, order: Order) -> None:
    """One title, and no level left out."""
    levels = [int(tag.kind[1]) for tag in of_kind(tags(file_of(press, order)), "H1", "H2", "H3", "H4", "H5", "H6")]

    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@each_piece
def test_pages_are_read_in_their_order(press: Press, order: Order) -> None:
    """The outside of a folded sheet, its inside, and the panel on the back last."""
    found = [tag for tag in tags(file_of(press, order)) if tag.words]
    pages = [page for page, _ in itertools.groupby(tag.page for tag in found)]
    last = " ".join(tag.words for tag in found[-12:])

    assert pages == {"trifold": [0, 1, 0], "handout": [0, 1], "comparison": [0]}[order.format]
    assert order.format != "trifold" or "ot yet approved" in last


@each_piece
def test_every_picture_has_words(press: Press, order: Order) -> None:
    """Words for a listener, not a file's name."""
    pictures = of_kind(tags(file_of(press, order)), "Figure")

    assert pictures or order.format == "comparison"
    assert all(len(tag.alternative.split()) >= 3 for tag in pictures)
    assert not [tag for tag in pictures if ".svg" in tag.alternative or "{" in tag.alternative]


@each_piece
def test_all_that_is_printed_is_heard(press: Press, order: Order) -> None:
    """But for what a picture's words say in its place."""
    pdf = file_of(press, order)
    found = tags(pdf)
    spoken = words_in(found) + " ".join(tag.alternative for tag in found)

    assert len("".join(spoken.split())) >= 0.9 * len("".join(printed_words(pdf).split()))


def test_a_comparison_is_a_table(press: Press) -> None:
    """With heads for its options, and a head for each question."""
    found = tags(press.piece("botox-vs-fillers", "comparison").pdf)
    comparison = press.brochure("botox-vs-fillers").comparison

    assert len(of_kind(found, "Table")) == 1
    assert len(of_kind(found, "TH")) == 4 + len(comparison.rows) + len(comparison.shared)
    assert len(of_kind(found, "TR")) == 1 + len(comparison.rows) + len(comparison.shared)


def test_a_comparison_says_which_head_is_which(pair: Press) -> None:
    """Column heads and row heads, in the tags and not only in the look."""
    scopes = set()
    with pikepdf.open(io.BytesIO(pair.piece("peel-or-laser", "comparison").pdf)) as file:
        for head in elements(file, "/TH"):
            attributes = head.get("/A", pikepdf.Dictionary())
            listed = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
            scopes |= {str(row.get("/Scope")) for row in listed}

    assert scopes == {"/Column", "/Row"}


def test_a_link_is_live_on_the_screen_and_words_on_paper(harbor: Press) -> None:
    """And the screen's file meets the standard with it."""
    screen = harbor.piece("peel", "handout", "letter", "screen").pdf
    paper = harbor.piece("peel", "handout").pdf

    assert is_accessible(screen) == ()
    assert "https://harbor.example/care" in links(screen)
    assert links(paper) == []
    assert "harbor.example/care" in printed_words(paper)


def links(pdf: bytes) -> list[str]:
    """The addresses of all links."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        notes = [note for page in file.pages for note in page.get("/Annots", [])]
        return [str(note.A.URI) for note in notes if "/A" in note]


def test_a_clinics_pieces_meet_the_standard(harbor: Press) -> None:
    """With its name, its code and its contacts, in every format."""
    for subject, name in (("peel", "trifold"), ("peel-or-laser", "trifold"), ("peel-or-laser", "comparison")):
        assert is_accessible(harbor.piece(subject, name).pdf) == ()  # type: ignore[arg-type] # the names of formats


def drop_tags(pdf: pikepdf.Pdf) -> None:
    """No structure at all."""
    del pdf.Root.StructTreeRoot


def drop_mark(pdf: pikepdf.Pdf) -> None:
    """Tags that nobody is told of."""
    del pdf.Root.MarkInfo


def drop_language(pdf: pikepdf.Pdf) -> None:
    """Nobody knows how to say it."""
    del pdf.Root.Lang


def drop_title_bar(pdf: pikepdf.Pdf) -> None:
    """The window shows the file's name."""
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def drop_metadata(pdf: pikepdf.Pdf) -> None:
    """No title and no claim."""
    del pdf.Root.Metadata


def drop_alternatives(pdf: pikepdf.Pdf) -> None:
    """Pictures without words."""
    for figure in elements(pdf, "/Figure"):
        del figure["/Alt"]


def skip_a_level(pdf: pikepdf.Pdf) -> None:
    """From the title straight to the third level."""
    for heading in elements(pdf, "/H2"):
        heading.S = pikepdf.Name("/H4")


def drop_tab_order(pdf: pikepdf.Pdf) -> None:
    """A keyboard cannot follow."""
    for page in pdf.pages:
        del page["/Tabs"]


def drop_font_files(pdf: pikepdf.Pdf) -> None:
    """Letters that another machine would have to guess."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary):
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if key in thing:
                    del thing[key]


def drop_letters(pdf: pikepdf.Pdf) -> None:
    """Signs that no reader can turn into words."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
            del thing["/ToUnicode"]


BREAKS: tuple[Break, ...] = (
    drop_tags,
    drop_mark,
    drop_language,
    drop_title_bar,
    drop_metadata,
    drop_alternatives,
    skip_a_level,
    drop_font_files,
    drop_letters,
)


@pytest.mark.parametrize("change", BREAKS, ids=lambda change: change.__name__)
def test_the_judge_can_fail(pair: Press, change: Break) -> None:
    """A judge that cannot fail is no judge."""
    good = pair.piece("peel", "trifold").pdf

    assert is_accessible(good) == ()
    assert is_accessible(broken(good, change)) != ()


def test_saving_again_breaks_nothing(pair: Press) -> None:
    """So what the judge found above was what was taken out."""
    good = pair.piece("peel", "trifold").pdf

    assert is_accessible(broken(good, lambda _: None)) == ()


def test_a_link_without_keyboard_order_fails(harbor: Press) -> None:
    """Seen where there is a link to reach."""
    good = harbor.piece("peel", "handout", "letter", "screen").pdf

    assert is_accessible(good) == ()
    assert is_accessible(broken(good, drop_tab_order)) != ()


def test_a_verdict_is_words(pair: Press) -> None:
    """The rule and what is wrong, five at most: it is shown to people."""
    verdict = is_accessible(broken(pair.piece("peel", "trifold").pdf, drop_alternatives))

    assert 1 <= len(verdict) <= 5
    assert all(": " in fault for fault in verdict)
