"""What colours a drawing's marks have, said without drawing it."""

import pytest

from brochures.reading.svg import clean_svg
from brochures.reading.svgcolours import colours_of

from .pictures import svg


def shades(inside: str) -> dict[str, float]:
    """The colours of a drawing with this inside."""
    return dict(colours_of(clean_svg(svg(inside))[0]))


@pytest.mark.parametrize(
    "inside",
    [
        '<path fill="#fff" d="M0 0h9"/>',
        '<path style="fill: white" d="M0 0h9"/>',
        '<g fill="white"><g><path d="M0 0h9"/></g></g>',
        '<style>.a, .b { fill: #FFFFFF }</style><path class="b" fill="red" d="M0 0h9"/>',
        "<style>path { fill: white !important }</style><path d='M0 0h9'/>",
        '<linearGradient id="g"><stop stop-color="#fff"/></linearGradient><path fill="url(#g)" d="M0 0h9"/>',
        '<filter id="h" href="#g"/><filter id="g"><stop style="stop-color:#fff"/></filter><rect fill="url(#h)"/>',
        '<g color="white"><rect fill="currentColor"/></g>',
        '<rect fill="none" stroke="white"/>',
        '<defs><path id="a" d="M0 0h9"/><path fill="red"/></defs><use href="#a" fill="white"/>',
        '<symbol id="s"><path d="M0 0h9"/></symbol><use xlink:href="#s" fill="white"/>',
        '<rect fill="white"/><rect fill="red" opacity="0"/><rect fill="red" display="none"/>',
        '<rect fill="white"/><rect fill="red" visibility="hidden"/><rect fill="rgb(255 0 0 / 50%)" fill-opacity="5%"/>',
        '<clipPath id="c"><rect fill="red"/></clipPath><rect clip-path="url(#c)" fill="white"/>',
    ],
)
def test_white_marks_are_known_however_they_are_painted(inside: str) -> None:
    """As the drawing programs write it: attributes, styles, classes, gradients, uses."""
    assert shades(inside) == {"#ffffff": 1.0}


def test_marks_without_paint_are_black() -> None:
    """As every viewer draws them; a colour that is none is taken for black too."""
    assert shades('<path d="M0 0h9"/>') == {"#000000": 1.0}
    assert shades('<path fill="nothing" d="M0 0h9"/>') == {"#000000": 1.0}
    assert shades('<path fill="none" d="M0 0h9"/>') == {}


def test_letters_weigh_more_than_a_dot() -> None:
    """A white name with a red dot is a white logo."""
    letters = "M0 0" + "l1 2" * 60

    found = shades(f'<path fill="white" d="{letters}"/><circle fill="red" r="1"/>')

    assert found["#ffffff"] > 0.9
    assert 0 < found["#ff0000"] < 0.1
