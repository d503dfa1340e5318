"""What the pages of a PDF paint, read from their content: colours, images and their resolution. Floor 4.

Forms, tiles and soft masks are entered; what only an interactive reader draws (notes, form fields) is not.
"""

import math
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, NamedTuple

import pikepdf

from brochures.making.colourspaces import GREY, Space, shade_colours, space_of
from brochures.units import PT_PER_INCH

_MOST_OPERATORS: Final = 1_000_000
_DEEPEST: Final = 16
_INVISIBLE: Final = (3, 7)
_FILLS: Final = ("f", "F", "f*", "B", "B*", "b", "b*")
_STROKES: Final = ("S", "s", "B", "B*", "b", "b*")
_DEVICES: Final = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
_BLACK: Final = (GREY, (0.0,))

Kind = Literal["fill", "stroke", "text", "image", "shading"]
Colour = tuple[Space, tuple[float, ...]]


class Paint(NamedTuple):
    """A colour as it is used: page from 0, for what, space and values; `off_trim` for marks beside the page."""

    page: int
    kind: Kind
    space: Space
    values: tuple[float, ...]
    off_trim: bool = False


class Image(NamedTuple):
    """A picture as it is placed: page from 0, its pixels, how many of them print on an inch (0: it has no size)."""

    page: int
    name: str
    width_px: int
    height_px: int
    ppi: int
    space: Space
    is_mask: bool


@dataclass(frozen=True, slots=True)
class Painted:
    """All paints and images, and what graphics states ask for; not `complete` when there is no end to it."""

    paints: frozenset[Paint]
    images: tuple[Image, ...]
    states: frozenset[str]
    complete: bool


def painted(pdf: pikepdf.Pdf) -> Painted:
    """What the pages of an open file paint.

    Raises:
        pikepdf.PdfError, ValueError, TypeError, KeyError: the file is damaged.
    """
    reader = _Reader()
    for number, page in enumerate(pdf.pages):
        reader.number = number
        reader.trim = [float(value) for value in page.trimbox]
        reader.run(page.obj, page.obj.get("/Resources") or page.resources, _State(), 0)
    return Painted(
        frozenset(reader.paints), tuple(reader.images), frozenset(reader.states), reader.left > 0
    )  # fmt: skip


@dataclass(slots=True)
class _State:
    """The graphics state, as far as it matters here."""

    matrix: pikepdf.Matrix = field(default_factory=pikepdf.Matrix)
    fill: Colour = _BLACK
    stroke: Colour = _BLACK
    fill_pattern: Any = None
    stroke_pattern: Any = None
    mode: int = 0


class _Reader:
    """Walks through content streams and collects."""

    def __init__(self) -> None:
        self.number = 0
        self.trim: list[float] = [0.0, 0.0, 0.0, 0.0]
        self.left = _MOST_OPERATORS
        self.paints: set[Paint] = set()
        self.images: list[Image] = []
        self.states: set[str] = set()
        self._tiles: set[tuple[int, tuple[int, int]]] = set()
        self._path: list[tuple[float, float]] = []
        self._within: list[tuple[int, int]] = []

    def run(self, stream: Any, resources: Any, state: _State, depth: int) -> None:  # noqa: ANN401 - objects of a PDF
        if depth > _DEEPEST:
            return
        stack: list[_State] = []
        for instruction in pikepdf.parse_content_stream(stream):
            self.left -= 1
            if self.left <= 0:
                return
            operator, given = str(instruction.operator), instruction.operands
            if operator == "q":
                stack.append(replace(state))
            elif operator == "Q":
                state = stack.pop() if stack else state
            elif operator == "cm":
                state.matrix = pikepdf.Matrix(*(float(value) for value in given)) @ state.matrix
            elif operator == "INLINE IMAGE":
                self._inline(given[0], resources, state)
            elif operator in ("Do", "sh", "gs"):
                self._named(operator, str(given[0]), resources, state, depth)
            elif not (_set_colour(operator, given, resources, state) or self._trace(operator, given, state)):
                self._paint(operator, given, state, depth)

    def _trace(self, operator: str, given: Any, state: _State) -> bool:  # noqa: ANN401 - as above
        """Keeps the corners of the path that is being drawn."""
        if operator not in ("m", "l", "c", "v", "y", "re"):
            return False
        numbers = [float(value) for value in given]
        if operator == "re":
            x, y, width, height = numbers
            numbers = [x, y, x + width, y, x, y + height, x + width, y + height]
        self._path += [state.matrix.transform(point) for point in zip(numbers[::2], numbers[1::2], strict=False)]
        return True

    def _paint(self, operator: str, given: Any, state: _State, depth: int) -> None:  # noqa: ANN401 - as above
        if operator in _FILLS:
            self._use("fill", state.fill, state.fill_pattern, depth)
        if operator in _STROKES:
            self._use("stroke", state.stroke, state.stroke_pattern, depth)
        if operator in (*_FILLS, *_STROKES, "n"):
            self._path = []
        elif operator == "Tr":
            state.mode = int(given[0])
        elif operator in ("Tj", "TJ", "'", '"') and state.mode not in _INVISIBLE:
            if state.mode % 4 != 1:
                self._use("text", state.fill, state.fill_pattern, depth)
            if state.mode % 4 in (1, 2):
                self._use("stroke", state.stroke, state.stroke_pattern, depth)

    def _use(self, kind: Kind, colour: Colour, pattern: Any, depth: int) -> None:  # noqa: ANN401 - as above
        if pattern is None:
            self.paints.add(Paint(self.number, kind, *colour, off_trim=kind != "text" and self._is_off_trim()))
        elif "/Shading" in pattern:
            self._shade(pattern["/Shading"], None)
        elif isinstance(pattern, pikepdf.Stream) and (self.number, pattern.objgen) not in self._tiles:
            self._tiles.add((self.number, pattern.objgen))
            inside = _State(_matrix(pattern))
            if pattern.get("/PaintType") == 2:  # noqa: PLR2004 - the format's number: the tile takes our colour
                inside.fill = inside.stroke = colour
            self.run(pattern, pattern.get("/Resources"), inside, depth + 1)

    def _is_off_trim(self) -> bool:
        """Whether the path lies beside the trimmed page."""
        if not self._path:
            return False
        left, bottom, right, top = self.trim
        across, up = [x for x, _ in self._path], [y for _, y in self._path]
        return max(across) <= left or min(across) >= right or max(up) <= bottom or min(up) >= top

    def _named(self, operator: str, name: str, resources: Any, state: _State, depth: int) -> None:  # noqa: ANN401 - as above
        folder = {"Do": "/XObject", "sh": "/Shading", "gs": "/ExtGState"}[operator]
        thing = (resources.get(folder) or {}).get(name) if resources is not None else None
        if thing is None:
            return
        if operator == "sh":
            self._shade(thing, resources)
        elif operator == "gs":
            self._set_state(thing, resources, state, depth)
        elif thing.get("/Subtype") == "/Image":
            self._place(name.lstrip("/"), thing, resources, state)
        elif thing.get("/Subtype") == "/Form":
            inside = replace(state)
            inside.matrix = _matrix(thing) @ state.matrix
            if thing.objgen in self._within:  # a form that holds itself has no end
                self.left = 0
            self._within.append(thing.objgen)
            self.run(thing, thing.get("/Resources", resources), inside, depth + 1)
            self._within.pop()

    def _set_state(self, thing: Any, resources: Any, state: _State, depth: int) -> None:  # noqa: ANN401 - as above
        self.states |= {key for key in ("/TR", "/TR2", "/HTP") if key in thing and thing[key] != "/Default"}
        mask = thing.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary) and isinstance(mask.get("/G"), pikepdf.Stream):
            # A mask paints no ink: only its pictures are of interest.
            before = set(self.paints)
            inside = _State(_matrix(mask["/G"]) @ state.matrix)
            self.run(mask["/G"], mask["/G"].get("/Resources", resources), inside, depth + 1)
            self.paints = before

    def _shade(self, shading: Any, resources: Any) -> None:  # noqa: ANN401 - as above
        space = space_of(shading.get("/ColorSpace"), resources)
        for values in list(shade_colours(shading)) or [()]:
            self.paints.add(Paint(self.number, "shading", space, values))

    def _place(self, name: str, image: Any, resources: Any, state: _State) -> None:  # noqa: ANN401 - as above
        space = None if image.get("/ImageMask", False) else space_of(image.get("/ColorSpace"), resources)
        self._add_image(name, (int(image["/Width"]), int(image["/Height"])), space, state)

    def _inline(self, image: Any, resources: Any, state: _State) -> None:  # noqa: ANN401 - as above
        named = image.colorspace
        space = None if image.image_mask else space_of(named and pikepdf.Name(named), resources)
        self._add_image("inline", (image.width, image.height), space, state)

    def _add_image(self, name: str, size: tuple[int, int], space: Space | None, state: _State) -> None:
        """A picture; one without a space of its own is a mask through which the colour of fills is painted."""
        colours, values = state.fill if space is None else (space, ())
        self.images.append(Image(self.number, name, *size, _ppi(*size, state.matrix), colours, space is None))
        self.paints.add(Paint(self.number, "image", colours, values))


def _set_colour(operator: str, given: Any, resources: Any, state: _State) -> bool:  # noqa: ANN401 - as above
    """Sets fill or stroke; False for operators that set no colour."""
    low = operator.lower()
    if low not in ("g", "rg", "k", "cs", "sc", "scn"):
        return False
    space, values = state.fill if operator == low else state.stroke
    pattern = None
    if low in _DEVICES:
        space = space_of(pikepdf.Name(_DEVICES[low]), resources)
        values = tuple(float(value) for value in given)
    elif low == "cs":
        space = space_of(given[0], resources)
        values = (0.0, 0.0, 0.0, 1.0) if space.family == "CMYK" else ()
    else:
        values = tuple(float(value) for value in given if not isinstance(value, pikepdf.Name))
        if given and isinstance(given[-1], pikepdf.Name):
            pattern = (resources.get("/Pattern") or {}).get(str(given[-1]))
    if operator == low:
        state.fill, state.fill_pattern = (space, values), pattern
    else:
        state.stroke, state.stroke_pattern = (space, values), pattern
    return True


def _matrix(stream: Any) -> pikepdf.Matrix:  # noqa: ANN401 - as above
    return pikepdf.Matrix(*(float(value) for value in stream.get("/Matrix", (1, 0, 0, 1, 0, 0))))


def _ppi(width: int, height: int, matrix: pikepdf.Matrix) -> int:
    across, up = math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)
    return round(min(width / across, height / up) * PT_PER_INCH) if across and up else 0
