"""A drawing that can only be drawn."""

import pytest

from brochures.reading.svg import SvgError, clean_svg, has_live_text

from .pictures import svg

DOCTYPE = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'


def test_a_plain_drawing_keeps_its_parts_and_loses_the_rest() -> None:
    """Comments, declarations and the reference to a DTD go; shapes, gradients and uses stay."""
    inside = '<!-- by hand --><g id="a"><path d="M0 0h9"/></g><use xlink:href="#a" fill="url(#b)"/>'

    data, aspect = clean_svg(b'<?xml version="1.0"?>\n' + DOCTYPE.encode() + svg(inside))

    assert aspect == 4
    assert data.startswith(b'<svg xmlns="http://www.w3.org/2000/svg"')
    assert b'xlink:href="#a"' in data
    assert b"by hand" not in data
    assert b"DOCTYPE" not in data


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<foreignObject><p/></foreignObject>",
        '<path onload="alert(1)"/>',
        '<path OnClick="alert(1)"/>',
        '<image href="https://a.example/x.png"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<image xlink:href="file:///etc/passwd"/>',
        '<use href="other.svg#a"/>',
        '<a href="javascript:alert(1)"><path/></a>',
        '<path fill="url(https://a.example/x.svg#a)"/>',
        "<path style=\"fill: url( 'x.svg#a')\"/>",
        '<path style="fill: u\\72l(x.svg)"/>',
        "<style>@import 'x.css';</style>",
        "<style>@IMPORT 'x.css';</style>",
        "<style>path { fill: url(x.png) }</style>",
        '<set attributeName="href" to="x"/>',
        '<g xml:base="https://a.example/"/>',
        '<use href="#a" id="a"/>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        "<path/><path/" + ">" * 2 + "<",
    ],
)
def test_what_acts_or_loads_is_refused(inside: str) -> None:
    """In any spelling that a viewer would understand."""
    with pytest.raises(SvgError):
        clean_svg(svg(inside))


@pytest.mark.parametrize(
    "raw",
    [
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + svg("<text>&a;</text>"),
        b'<!DOCTYPE svg SYSTEM "x.dtd" [ ]>' + svg(""),
        b"<!doctype html>" + svg(""),
        svg("").decode().encode("utf-16"),
        b"\x00\x01\x02",
        b"",
        b"<html/>",
        b'<svg viewBox="0 0 1 1"/>',
        svg("", '<svg xmlns="http://www.w3.org/2000/svg">'),
        svg("", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 9">'),
        svg("", '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="50%">'),
        svg("", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan 9">'),
    ],
)
def test_what_is_no_safe_drawing_with_a_size_is_refused(raw: bytes) -> None:
    """Entities are never expanded, and a drawing without a size cannot be placed."""
    with pytest.raises(SvgError):
        clean_svg(raw)


def test_parts_repeated_without_end_are_refused() -> None:
    """Ten uses of ten uses of ten uses … are counted, not drawn."""
    levels = [f'<g id="l{n}">' + f'<use href="#l{n - 1}"/>' * 10 + "</g>" for n in range(1, 10)]

    with pytest.raises(SvgError, match="repeats"):
        clean_svg(svg('<path id="l0"/>' + "".join(levels)))


@pytest.mark.parametrize("depth", [70, 500, 60_000])
def test_a_drawing_nested_without_end_is_refused(depth: int) -> None:
    """The paper engine draws one part inside the other; no depth makes a traceback."""
    with pytest.raises(SvgError, match="nested"):
        clean_svg(svg("<g>" * depth + "</g>" * depth))


def test_a_drawing_may_be_nested_as_programs_do() -> None:
    """Groups in groups in groups."""
    data, _ = clean_svg(svg("<g>" * 50 + "<path/>" + "</g>" * 50))

    assert data.count(b"<g") == 50


@pytest.mark.parametrize(
    "inside",
    [
        '<pattern id="a"><rect fill="url(#a)"/></pattern><rect fill="url(#a)"/>',
        '<mask id="a"><rect mask="url(#b)"/></mask><mask id="b"><rect style="mask:url(#a)"/></mask>',
        '<style>.x { fill: url("#a") }</style><pattern id="a"><rect class="x"/></pattern>',
        "<style>/* } */ g .x, rect { clip-path: url( #a ) }</style><clipPath id='a'><rect/></clipPath>",
    ],
)
def test_a_part_that_paints_itself_is_refused(inside: str) -> None:
    """Fills, clips and masks are drawn again wherever they are named."""
    with pytest.raises(SvgError, match="uses itself"):
        clean_svg(svg(inside))


def test_gradients_and_clips_are_taken() -> None:
    """As every drawing program writes them."""
    style = "<style>.a{fill:url(#g);}.b{fill:none;}.c{clip-path:url(#k);}</style>"
    parts = '<linearGradient id="g"><stop/></linearGradient><clipPath id="k"><rect class="b"/></clipPath>'

    data, _ = clean_svg(svg(f'{style}{parts}<g class="c"><path class="a" d="M0 0h9"/></g>'))

    assert b"clip-path:url(#k)" in data


def test_width_and_height_stand_in_for_a_viewbox() -> None:
    """So that the drawing can be scaled."""
    data, aspect = clean_svg(svg("<rect/>", '<svg xmlns="http://www.w3.org/2000/svg" width="2in" height="96px">'))

    assert aspect == 2
    assert b'viewBox="0 0 192 96"' in data


def test_live_text_is_seen() -> None:
    """It would be drawn in whatever font is found."""
    assert has_live_text(clean_svg(svg("<text>Harbor</text>"))[0])
    assert not has_live_text(clean_svg(svg("<rect/><textPath/><title>text</title>"))[0])
