"""The engine's door: what it may read, what it may say, and whose letters it sets."""

import io
import logging
from pathlib import Path

import pikepdf
import pytest

from brochures import shipped
from brochures.errors import StyleFault
from brochures.making.inspection import facts
from brochures.making.typesetting import Typeset, Typesetter
from brochures.model.document import Document
from tests.press import Press

PAGE = """<!doctype html><html lang="en" style="--page-width:100mm;--page-height:100mm;{style}">
<head><title>t</title></head><body>{body}</body></html>"""
ROOT = Path(__file__).parents[2]


def page(body: str, style: str = "--font-text:'Clear Text'") -> str:
    """A page of 100 mm by 100 mm."""
    return PAGE.format(body=body, style=style)


def set_by(press: Press, body: str, style: str = "--font-text:'Clear Text'") -> Typeset:
    """The page as PDF."""
    return press.typeset(page(body, style), document(press))


def document(press: Press) -> Document:
    """Any document: how a file is finished hangs on it."""
    return press.piece("peel", "handout").pages


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/picture.png",
        "https://example.org/picture.png",
        "https://assets.invalid/picture.png",
        "https://assets.invalid/styles/../content.yaml",
        "https://assets.invalid/styles/%2e%2e/pyproject.toml",
        "https://assets.invalid/styles/fonts/none.conf",
        "https://assets.invalid/fonts/99.ttf",
        "//example.org/picture.png",
        "ftp://example.org/picture.png",
        "file:///etc/passwd",
        (ROOT / "LICENSE").as_uri(),
        "../LICENSE",
        "/etc/passwd",
        "picture.png",
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        '<img src="{}" alt="a picture">',
        '<p style="background-image:url({})">A</p>',
        '<p style="list-style-image:url({});display:list-item">A</p>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>t</title><image href="{}"/></svg>',
    ],
    ids=["picture", "background", "list", "drawing"],
)
def test_nothing_is_fetched(pair: Press, body: str, address: str) -> None:
    """Neither from the network nor from this machine, wherever the address stands."""
    with pytest.raises(StyleFault):
        set_by(pair, body.format(address))


def test_a_stylesheet_of_others_is_refused(pair: Press) -> None:
    """Linked or imported."""
    with pytest.raises(StyleFault):
        set_by(pair, '<link rel="stylesheet" href="http://example.org/a.css"><p>A</p>')
    with pytest.raises(StyleFault):
        set_by(pair, "<style>@import url(http://example.org/a.css);</style><p>A</p>")
    with pytest.raises(StyleFault):
        set_by(pair, "<style>@font-face{font-family:A;src:url(http://example.org/a.ttf)}</style><p>A</p>")


def test_a_refusal_names_the_address(pair: Press) -> None:
    """Whoever wrote the template finds the line by it."""
    with pytest.raises(StyleFault, match=r"example\.org/picture\.png"):
        set_by(pair, '<img src="http://example.org/picture.png" alt="a picture">')


def test_pictures_inside_the_page_are_taken(pair: Press) -> None:
    """A data address is no file."""
    square = "data:image/svg+xml;utf8,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'%3E%3C/svg%3E"

    assert set_by(pair, f'<p style="background-image:url(&quot;{square}&quot;)">A</p>').page_count == 1


@pytest.mark.parametrize(
    "style",
    ["colour: red", "width: 12", "display: none;; margin: big", "font: 0"],
)
def test_whatever_the_engine_ignores_is_a_fault(pair: Press, style: str) -> None:
    """It would only be logged, and a patient would hold the result."""
    with pytest.raises(StyleFault, match="Ignored"):
        set_by(pair, f'<p style="{style}">A</p>')


def test_a_picture_that_cannot_be_drawn_is_a_fault(pair: Press) -> None:
    """The engine would leave it out and go on."""
    with pytest.raises(StyleFault):
        set_by(pair, '<img src="data:image/png;base64,AAAA" alt="a picture">')


def test_every_complaint_is_told_once(pair: Press) -> None:
    """All at once, without repeats."""
    with pytest.raises(StyleFault) as caught:
        set_by(pair, '<p style="colour: red">A</p><p style="colour: red">B</p><p style="widht: 1mm">C</p>')

    assert str(caught.value).count("colour") == 1
    assert "widht" in str(caught.value)


def test_the_engines_log_is_left_as_it_was(pair: Press) -> None:
    """After a fault too: whoever listens goes on listening."""
    logger = logging.getLogger("weasyprint")
    before = (logger.handlers[:], logger.propagate)

    with pytest.raises(StyleFault):
        set_by(pair, '<p style="colour: red">A</p>')

    assert (logger.handlers, logger.propagate) == before


@pytest.mark.parametrize("family", ["DejaVu Sans", "sans-serif", "serif", "monospace", "No Such Family"])
def test_letters_are_never_the_machines(pair: Press, family: str) -> None:
    """Whatever is asked for, what is embedded is ours; a machine's fonts differ from the next one's."""
    made = set_by(pair, f"<p style=\"font-family:'{family}'\">Skin</p>")
    ours = [face.family.replace(" ", "-") for face in pair.look.faces]

    assert all(any(name in embedded for name in ours) for embedded in facts(made.pdf).fonts)


def test_a_letter_that_our_fonts_lack_is_not_borrowed(pair: Press) -> None:
    """It is a fault that names the letter; another font in its place would hide it, an empty box would be printed."""
    with pytest.raises(StyleFault, match="\u6f22"):
        set_by(pair, "<p>Skin \u6f22</p>")


def test_heights_are_millimetres_in_the_order_asked(pair: Press) -> None:
    """Of the boxes, however far down the page they lie."""
    body = "".join(f'<div id="m{i}" style="height:{height}mm"></div>' for i, height in enumerate((10, 2.5, 70)))

    assert pair.typesetter.measure(page(body), 3) == pytest.approx((10, 2.5, 70), abs=0.01)


def test_places_are_millimetres_from_the_top_left(pair: Press) -> None:
    """Left, top, right, bottom; page by page."""
    box = '<div id="{}" style="position:absolute;left:10mm;top:20mm;width:30mm;height:5mm"></div>'
    body = f'<div class="page">{box.format("a")}</div><div class="page">{box.format("b")}</div>'
    made = set_by(pair, body)

    assert made.page_count == 2
    assert made.anchors[0]["a"] == pytest.approx((10, 20, 40, 25), abs=0.01)
    assert made.anchors[1]["b"] == pytest.approx((10, 20, 40, 25), abs=0.01)


def test_the_same_page_is_the_same_bytes(pair: Press) -> None:
    """An engine that has set other pages since, and a new one, set this one alike."""
    piece = pair.piece("peel", "trifold")
    again = pair.typeset(piece.html, piece.pages)
    anew = Press(pair.content_file)

    assert again.pdf == piece.pdf
    assert anew.typeset(piece.html, piece.pages).pdf == piece.pdf


def test_every_page_is_tagged(pair: Press) -> None:
    """For PDF/UA-1, which says so in its own words."""
    with pikepdf.open(io.BytesIO(set_by(pair, "<p>A</p>").pdf)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert b"pdfuaid:part" in pdf.Root.Metadata.read_bytes() or b"pdfuaid" in pdf.Root.Metadata.read_bytes()


def test_styles_that_are_missing_are_a_fault(pair: Press, tmp_path: Path) -> None:
    """A broken installation is told, not printed."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "none.conf").write_bytes((shipped.styles() / "fonts" / "none.conf").read_bytes())

    with pytest.raises(StyleFault):
        Typesetter(pair.look, tmp_path)
