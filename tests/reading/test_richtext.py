"""A little Markdown, and nothing that acts."""

import random

import pytest

from brochures.reading.richtext import check_plain, check_rich, escaped, to_html, to_plain


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("a **b** and *c*", "a <strong>b</strong> and <em>c</em>"),
        ("[site](https://a.example/b?c=1&d=2)", '<a href="https://a.example/b?c=1&amp;d=2">site</a>'),
        ("[call](tel:+15550100)", '<a href="tel:+15550100">call</a>'),
        ("[mail](mailto:a@b.example)", '<a href="mailto:a@b.example">mail</a>'),
        ("2 < 3 & 4 > 1", "2 &lt; 3 &amp; 4 &gt; 1"),
        (r"5\* and a\_b", "5* and a_b"),
        ("Call {emergency_number} or {clinic_phone}", "Call {emergency_number} or {clinic_phone}"),
        ("# no heading", "# no heading"),
        ("- no list", "- no list"),
        ("`no code`", "`no code`"),
        ("&nbsp;", "&amp;nbsp;"),
    ],
)
def test_markdown_becomes_a_few_tags(text: str, html: str) -> None:
    """Strong, emphasis, links; all else is words."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,AAAA)",
        "[x](file:///etc/passwd)",
        "![x](https://a.example/x.png)",
        '[x](https://a.example "onclick=alert(1)")',
        "<img src=x onerror=alert(1)>",
        "[x](//a.example)",
        "{{ 7 * 7 }}",
    ],
)
def test_nothing_that_acts_comes_out(text: str) -> None:
    """Even where nobody looked at the text before."""
    html = to_html(text)

    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html.lower()
    assert 'href="data' not in html
    assert 'href="file' not in html
    assert 'href="//' not in html
    assert "49" not in html


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a **b** *c*", "a b c"),
        ("[site](https://a.example)", "site"),
        ("the [*Taxus baccata*](lang:la)", "the Taxus baccata"),
        ("a\nb  \nc", "a b c"),
        ("1 < 2 & 3", "1 < 2 & 3"),
    ],
)
def test_plain_words_are_those_a_reader_sees(text: str, words: str) -> None:
    """No marks, no addresses."""
    assert to_plain(text) == words


def test_what_is_escaped_prints_as_it_stands() -> None:
    """A clinic's name may hold any sign."""
    signs = "".join(map(chr, range(33, 127)))
    rng = random.Random(7)  # noqa: S311
    for _ in range(200):
        value = "".join(rng.choices(signs, k=12))

        assert to_plain(escaped(value)) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<b>x</b>", "html-tag"),
        ("a<br/>b", "html-tag"),
        ("<!-- x -->", "html-tag"),
        ("a&mdash;b", "html-tag"),
        ("{{ x }}", "template-code"),
        ("{% x %}", "template-code"),
        ("{# x #}", "template-code"),
        ("{phone}", "unknown-slot"),
        ("{}", "unknown-slot"),
        ("{clinic_phone", "loose-brace"),
        ("clinic_phone}", "loose-brace"),
        ("[x](ftp://a.example)", "bad-link"),
        ("[x]()", "bad-link"),
        ("[](https://a.example)", "bad-link"),
        ("[x](page.html)", "bad-link"),
        ("[x](https://)", "bad-link"),
        ("[x](tel:{clinic_phone})", "bad-link"),
        ("![x](https://a.example/x.png)", "bad-link"),
        ("**x", "bad-markdown"),
        ("one\n- two", "bad-markdown"),
        ("# one", "bad-markdown"),
    ],
)
def test_an_authors_mistake_is_named(text: str, code: str) -> None:
    """Before it is printed for a patient."""
    assert [complaint.code for complaint in check_rich(text)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "1 in 6,410",
        "under 5 < 10",
        "A & B",
        "**Call {emergency_number}.**",
        "[FDA](https://www.fda.gov/x_y)",
        r"5\*",
        "a * b",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    """No false alarm."""
    assert not check_rich(text)


def test_a_slip_in_a_slot_is_answered_with_the_right_one() -> None:
    """And the words it is about are named, so that they can be pointed at."""
    (complaint,) = check_plain("Call {clinic_fone}")

    assert complaint.hint == "did you mean {clinic_phone}?"
    assert complaint.fragment == "{clinic_fone}"


def test_words_of_another_language_are_marked_as_such() -> None:
    """A reader that speaks says them in that language; they are no link."""
    text = "the [*Taxus baccata*](lang:la), [el cl\u00ednico](lang:es-MX)"

    assert check_rich(text) == ()
    assert to_html(text) == (
        'the <span lang="la"><em>Taxus baccata</em></span>, <span lang="es-MX">el cl\u00ednico</span>'
    )


@pytest.mark.parametrize("address", ["lang:", "lang:latin!", 'lang:la"onclick', "lang://la"])
def test_a_language_is_named_by_its_code(address: str) -> None:
    """Anything else would be an address, and is none."""
    text = f"[words]({address})"

    assert "lang=" not in to_html(text)
    assert [complaint.code for complaint in check_rich(text)] == ["bad-link"]
