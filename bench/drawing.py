"""What the engine laid out, as plain values: fills, pictures and words in points, from which twins are written.

One walk over the laid-out boxes of our own final HTML. Other engines' twins hold the same words at the same places,
in the same fonts, sizes and colours, because they are written from this and not by hand.
"""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bench import svg

POINT: Final = 0.75
"""Points in one pixel of CSS."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one line in one style; `x` and `rise` in points, the latter above the line's baseline."""

    text: str
    x: float
    family: str
    weight: int
    is_italic: bool
    size: float
    colour: str
    tracking: float
    rise: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was broken, and whether the next was asked for."""

    x: float
    y: float
    runs: tuple[Run, ...]
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph, a heading (`level` 1 to 6) or a piece of a line that stands by itself."""

    x: float
    y: float
    width: float
    leading: float
    ascent: float
    align: str
    lines: tuple[Line, ...]
    level: int = 0
    item: int = 0
    """Which item of a list it belongs to; 0 for none."""
    group: int = 0
    """Which list that is."""


@dataclass(frozen=True, slots=True)
class Fill:
    """Flat colour."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture in SVG, with its words for who cannot see it; none for decoration."""

    x: float
    y: float
    width: float
    height: float
    svg: str
    alternative: str


@dataclass(slots=True)
class Sheet:
    """One page: everything on it in the order in which it is painted and read."""

    width: float
    height: float
    things: list[Words | Fill | Drawn] = field(default_factory=list)


def drawing(page: Path) -> list[Sheet]:
    """The pages of an HTML file as the engine lays them out."""
    from weasyprint import HTML

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document = HTML(filename=str(page)).render()
    return [_sheet(laid._page_box) for laid in document.pages]  # noqa: SLF001 - the boxes are known nowhere else


def _sheet(box: Any) -> Sheet:  # noqa: ANN401 - a box of the engine
    sheet = Sheet(box.margin_width() * POINT, box.margin_height() * POINT)
    _Walk(sheet.things).box(box, level=0, item=0, group=0)
    return sheet


class _Walk:
    """Goes down the boxes, parents first, as they are painted."""

    def __init__(self, things: list[Words | Fill | Drawn]) -> None:
        self._things = things

    def box(self, box: Any, level: int, item: int, group: int) -> None:  # noqa: ANN401
        kind, tag = type(getattr(box, "_box", box)).__name__, box.element_tag or ""
        if box.style["visibility"] != "visible":
            return
        if re.fullmatch("h[1-6]", tag):
            level = int(tag[1])
        if tag == "li" and not item:
            item, group = id(box.element), group or 1
        if tag in ("ul", "ol"):
            group = id(box.element)
        if hasattr(box, "border_width") and kind not in ("LineBox", "TextBox", "PageBox"):
            self._things.extend(_grounds(box))
        if tag == f"{svg.NAMESPACE}svg":
            told = svg.serialised(box.element)
            self._things.append(Drawn(*_content(box), told, svg.alternative(told)))
            return
        lines = [child for child in getattr(box, "children", ()) if type(child).__name__ == "LineBox"]
        if lines:
            self._things.extend(_words(box, lines, level, item, group))
            for inner in (found for line in lines for found in _atoms(line)):
                self.box(inner, level, item, group)
            return
        for child in getattr(box, "children", ()):
            self.box(child, level, item, group)


def _atoms(box: Any) -> Iterator[Any]:  # noqa: ANN401
    """The boxes in a line that stand in it as one: inline blocks and pictures."""
    for child in getattr(box, "children", ()):
        if type(child).__name__ in ("InlineBox", "TextBox"):
            yield from _atoms(child)
        else:
            yield child


def _words(box: Any, lines: list[Any], level: int, item: int, group: int) -> Iterator[Words]:  # noqa: ANN401
    """The paragraph; line by line where something else stands in the lines."""
    found = [Line(at.position_x * POINT, at.position_y * POINT, tuple(_runs(at, at)), _is_broken(at)) for at in lines]
    found = [line for line in found if any(run.text.strip() for run in line.runs)]
    if not found:
        return
    leading, ascent = lines[0].height * POINT, lines[0].baseline * POINT
    align = {"start": "left", "end": "right"}.get(said := str(box.style["text_align_all"]), said)
    left, right = box.content_box_x() * POINT, (box.content_box_x() + box.width) * POINT
    atoms = [atom.position_x * POINT for line in lines for atom in _atoms(line)]
    start = found[0].runs[0].x
    hangs = all(at < start for at in atoms) and all(abs(line.runs[0].x - start) < 1 for line in found)
    if atoms and hangs:
        yield Words(start, found[0].y, right - start, leading, ascent, "left", tuple(found), level, item, group)
    elif atoms:
        for line in found:
            start = line.runs[0].x
            yield Words(start, line.y, right - start, leading, ascent, "left", (line,), level, item, group)
    else:
        yield Words(left, found[0].y, right - left, leading, ascent, align, tuple(found), level, item, group)


def _runs(line: Any, box: Any) -> Iterator[Run]:  # noqa: ANN401
    for child in box.children:
        if type(child).__name__ == "TextBox":
            style, spacing = child.style, child.style["letter_spacing"]
            yield Run(
                child.text,
                child.position_x * POINT,
                style["font_family"][0],
                int(style["font_weight"]),
                style["font_style"] == "italic",
                style["font_size"] * POINT,
                _colour(style["color"]),
                0.0 if spacing == "normal" else spacing * POINT,
                (line.position_y + line.baseline - child.position_y - child.baseline) * POINT,
            )
        elif type(child).__name__ == "InlineBox":
            yield from _runs(line, child)


def _is_broken(line: Any) -> bool:  # noqa: ANN401
    return any(child.element_tag == "br" for child in line.descendants())


def _grounds(box: Any) -> Iterator[Fill | Drawn]:  # noqa: ANN401
    """Colour and pictures behind a box, then its borders."""
    x, y = box.border_box_x() * POINT, box.border_box_y() * POINT
    width, height = box.border_width() * POINT, box.border_height() * POINT
    radius = box.style["border_top_left_radius"][0]
    rounded = min(getattr(radius, "value", 0.0) * POINT, width / 2, height / 2)
    if box.style["background_color"].alpha:
        yield Fill(x, y, width, height, _colour(box.style["background_color"]), rounded)
    own = box.element is not None and ":" not in box.element_tag
    told = svg.behind(box.element.get("style") or "") if own else ""
    layers = box.background.layers if told and box.background else ()
    for layer in layers:
        left, top = (layer.positioning_area[i] + layer.position[i] for i in (0, 1))
        yield Drawn(left * POINT, top * POINT, layer.size[0] * POINT, layer.size[1] * POINT, told, "")
    for side, place in (
        ("top", (x, y, width, 0.0)),
        ("bottom", (x, y + height, width, 0.0)),
        ("left", (x, y, 0.0, height)),
        ("right", (x + width, y, 0.0, height)),
    ):
        thick = getattr(box, f"border_{side}_width") * POINT
        if thick:
            left, top, wide, high = place
            left -= thick if side == "right" else 0.0
            top -= thick if side == "bottom" else 0.0
            yield Fill(left, top, wide or thick, high or thick, _colour(box.style[f"border_{side}_color"]))


def _content(box: Any) -> tuple[float, float, float, float]:  # noqa: ANN401
    return box.content_box_x() * POINT, box.content_box_y() * POINT, box.width * POINT, box.height * POINT


def _colour(value: Any) -> str:  # noqa: ANN401 - a colour of the engine
    return "#" + "".join(f"{round(part * 255):02x}" for part in value.to("srgb").coordinates)
