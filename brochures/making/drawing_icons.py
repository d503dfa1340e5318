"""The icons: strokes on a grid of 24, and as addresses that CSS can draw. Floor 4.

Icons decorate words that stand beside them, so they are backgrounds and carry no text.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

from brochures.model.pictured import Icon

ICONS: Final = MappingProxyType[Icon, str](
    {
        "syringe": (
            "M15 3l6 6M18 6l-2.8 2.8M11.2 6.8l6 6M12.2 7.8 5 15v4h4l7.2-7.2M5 19l-2.4 2.4M9.4 10.6l1.8 1.8M7 13l1.8 1.8"
        ),
        "drop": (
            "M12 3C15.5 7.6 18.5 11 18.5 14.8A6.5 6.5 0 0 1 5.5 14.8C5.5 11 8.5 7.6 12 3ZM8.8 15A3.3 3.3 0 0 0 11.6 18"
        ),
        "relax": "M2.5 10C3.8 3.6 5.4 3.6 6.7 10S9.6 14.4 10.9 10S13.2 7.4 14.4 10S16.6 10.8 18 10H21.5M2.5 18.5H21.5",
        "calendar": (
            "M6 5.5H18A2 2 0 0 1 20 7.5V18.5A2 2 0 0 1 18 20.5H6A2 2 0 0 1 4 18.5V7.5A2 2 0 0 1 6 5.5ZM4 10.5"
            "H20M8.5 3.5V7.5M15.5 3.5V7.5M9 15.3L11.2 17.4L15.2 13.3"
        ),
        "hourglass": (
            "M6 3.5H18M6 20.5H18M7.5 3.5V7C7.5 9.5 11.6 10.6 11.6 12C11.6 13.4 7.5 14.5 7.5 17V20.5M16.5 3.5"
            "V7C16.5 9.5 12.4 10.6 12.4 12C12.4 13.4 16.5 14.5 16.5 17V20.5M10.3 17.4H13.7"
        ),
        "undo": "M8 4.5L3.5 9L8 13.5M3.5 9H14.5A5.5 5.5 0 0 1 14.5 20H8",
        "shield": "M12 3L19.5 6V11.5C19.5 16 16.5 19.2 12 21C7.5 19.2 4.5 16 4.5 11.5V6ZM8.5 11.8L11 14.3L15.6 9.6",
        "phone": (
            "M6.5 3.5H9.3L10.8 8L8.4 9.9A12 12 0 0 0 14.1 15.6L16 13.2L20.5 14.7V17.5A3 3 0 0 1 17.3 20.5"
            "A15.8 15.8 0 0 1 3.5 6.7A3 3 0 0 1 6.5 3.5Z"
        ),
        "alert": (
            "M10.6 4.5A1.6 1.6 0 0 1 13.4 4.5L21.3 18.1A1.6 1.6 0 0 1 19.9 20.5H4.1A1.6 1.6 0 0 1 2.7 18.1Z"
            "M12 9.8V14.2M12 17.1V17.2"
        ),
        "ask": (
            "M6 4H18A2.5 2.5 0 0 1 20.5 6.5V14A2.5 2.5 0 0 1 18 16.5H12.5L8 20.5V16.5H6A2.5 2.5 0 0 1 3.5 14"
            "V6.5A2.5 2.5 0 0 1 6 4ZM9.9 8.2A2.15 2.15 0 1 1 13.1 10C12.4 10.4 12 10.8 12 11.5M12 13.7V13.8"
        ),
    }
)

_DOTS: Final = MappingProxyType[Icon, tuple[float, float]](
    {
        "syringe": (19.5, 19), "drop": (19.4, 5.4), "relax": (19.6, 5.4), "calendar": (21.4, 3.4),
        "hourglass": (20, 12), "undo": (4.8, 19), "shield": (20.4, 20), "phone": (18.4, 5.6), "ask": (20.6, 20.2),
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class IconFigure:
    """One icon: its path on a grid of 24, one stroke of 1.5 with round ends."""

    name: Icon
    title: str
    path: str
    colour: str


def icon(name: Icon, colour: str, *, title: str) -> IconFigure:
    """The icon of that name, drawn in `colour` (`#rrggbb`)."""
    return IconFigure(name, title, ICONS[name], colour)


def icon_data_uri(name: Icon, colour: str, dot: str = "") -> str:
    """The icon as an address for `background-image`, so that no reader announces it.

    With the colour of a `dot` the line is fine, and the dot stands where the icon leaves room; the alert has none.
    """
    place = _DOTS.get(name) if dot else None
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        f'<path d="{ICONS[name]}" fill="none" stroke="{colour}" stroke-width="{1.1 if place else 1.5}"'
        ' stroke-linecap="round" stroke-linejoin="round"/>'
        + (f'<circle cx="{place[0]}" cy="{place[1]}" r="1.6" fill="{dot}"/>' if place else "")
        + "</svg>"
    )
    return "data:image/svg+xml;utf8," + quote(svg, safe="")
