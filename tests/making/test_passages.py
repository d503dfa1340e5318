"""Passages: what the markup calls a heading or a cell is found in the file again, line by line."""

from brochures.making.elements import Markup
from brochures.making.inspection import Character, characters
from brochures.making.passages import Passage, letters, passages, runs
from tests.press import Press

FIGURE = '<section class="frame frame-one"><div class="block block-x">{}</div></section>'


def found(press: Press, name: str = "trifold") -> tuple[Passage, ...]:
    """The passages of a small piece."""
    piece = press.piece("peel", name)  # type: ignore[arg-type] # a format's name
    return passages(Markup(piece.html), characters(piece.pdf))


def test_every_element_of_text_is_found(pair: Press) -> None:
    """In the order of the markup, wherever it was placed on the sheet."""
    piece = pair.piece("peel", "trifold")
    elements = [element for element in Markup(piece.html).elements if letters("".join(element.words))]

    assert [p.tag for p in found(pair)] == [element.tag for element in elements]


def test_a_passage_knows_its_lines_and_what_it_stands_in(pair: Press) -> None:
    """As they are broken on paper."""
    purpose = next(p for p in found(pair) if p.frame == "inside-1" and p.component == "prose" and p.tag == "p")

    assert [line.text for line in purpose.lines] == [
        "A weak acid that the FDA knows. It is put on the",
        "skin, and taken off again. Ask your clinic at",
        "your clinic what is in it.",
    ]
    assert purpose.lines[0].top < purpose.lines[1].top < purpose.lines[2].top


def test_headings_are_told_from_the_title(pair: Press) -> None:
    """A cover's title may stand alone."""
    by_tag = {p.tag: p.is_heading for p in found(pair)}

    assert (by_tag["h1"], by_tag["h2"], by_tag["h3"], by_tag["p"]) == (False, True, True, False)


def test_emphasis_parts_no_passage_and_markup_is_forgiven() -> None:
    """An open paragraph ends with what it stands in, as in any browser."""
    markup = Markup(FIGURE.format("<p>One <em>and</em> two<br>lines</p><p>open<ul><li>item</ul>last"))

    assert [(e.tag, "".join(e.words), e.frame, e.component) for e in markup.elements] == [
        ("p", "One and twolines", "one", "x"),
        ("p", "open", "one", "x"),
        ("li", "item", "one", "x"),
        ("p", "last", "one", "x"),
    ]


def test_what_is_not_printed_is_no_word() -> None:
    """Titles of pages and drawings are for readers that speak."""
    markup = Markup("<head><title>T</title></head><svg><title>U</title><text>V</text></svg><style>w{}</style>")

    assert markup.words == ["V"]


def test_runs_have_one_line_and_one_colour(pair: Press) -> None:
    """Nothing that is judged as one thing is two."""
    read = characters(pair.piece("peel", "trifold").pdf)

    for run in runs(read):
        assert len({c.fill for c in run}) == 1
        assert len({c.page for c in run}) == 1
        assert max(c.top for c in run) <= min(c.bottom for c in run if not c.text.isspace()) + 1.0
    assert sum(len(run) for run in runs(read)) == len(read)


def set_in(words: str, top: float) -> tuple[Character, ...]:
    """A line of letters, each two millimetres wide."""
    return tuple(Character(c, 0, 10.0, 2.0 * n, top, 2.0 * n + 1.9, top + 3.0) for n, c in enumerate(words))


def test_a_heading_is_not_found_at_the_head_of_a_longer_one() -> None:
    """`How long` stands by itself further down; the file has it where the markup does not."""
    read = (*set_in("Howlongitlasts", 10.0), *set_in("Howlong", 20.0))

    (heading,) = passages(Markup("<h2>How long?</h2>"), read)

    assert heading.lines[0].top == 20.0
