"""Looks at a finished press file as a print shop does: boxes, inks, text in black, pictures. Floor 4."""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final, cast

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from brochures.errors import Problem
from brochures.making.press.inks import Cmyk, Inks
from brochures.making.press.marks import boxes_of
from brochures.model.document import Document
from brochures.model.formats import SLUG_MM
from brochures.model.press import Press

_SLACK: Final = 0.005
_SLACK_PT: Final = 0.01
_FULL: Final = 255
_INKS: Final = 4
_COLOURS: Final = {"k", "K", "rg", "RG", "g", "G"}
_SHOWS: Final = {"Tj", "TJ", "'", '"'}
_PAINTS: Final = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", *_SHOWS}


@dataclass(slots=True)
class Seen:
    """What the pages are made of: inks of all that is painted, inks of words, pictures' dots an inch, faults."""

    painted: set[Cmyk] = field(default_factory=set)
    words: set[Cmyk] = field(default_factory=set)
    picture_ink: float = 0.0
    foreign: set[str] = field(default_factory=set)
    """Colours that are no inks, by the operator or space that they were found in."""

    @property
    def most_ink(self) -> float:
        """The most ink on one spot, 1.0 for each full ink; the marks in the slug are left out."""
        return max((self.picture_ink, *(sum(inks) for inks in self.painted)))


def look(pdf: bytes) -> Seen:
    """What is painted on the pages of a press file."""
    seen = Seen()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            _scan(page, page.obj.Resources, seen, set())
    return seen


def press_problems(document: Document, pdf: bytes, seen: Seen, press: Press, inks: Inks) -> tuple[Problem, ...]:
    """Everything that keeps this file from a press; `seen` is what `look` found in it."""
    found = (*_boxes(document, pdf), *_paint_faults(seen, press, inks))
    return tuple(Problem(code, message, hint, piece=document.name) for code, message, hint in found)


def _paint_faults(seen: Seen, press: Press, inks: Inks) -> Iterator[tuple[str, str, str]]:
    if seen.foreign:
        yield (
            "press-colour",
            f"colours are not in the four inks: {', '.join(sorted(seen.foreign))}",
            "a style is at fault",
        )
    if seen.most_ink > press.most_ink + _SLACK:
        message = f"{seen.most_ink:.0%} ink lies on one spot, and {press.stock} paper bears {press.most_ink:.0%}"
        yield "press-ink", message, "a colour is too dark for this paper"
    rich = [words for words in seen.words if inks.reads_grey(words)]
    if rich:
        parts = " ".join(f"{ink:.0%}" for ink in rich[0])
        yield "press-text", f"text is printed in four inks ({parts}), which blurs it", "a style is at fault"


def _boxes(document: Document, pdf: bytes) -> Iterator[tuple[str, str, str]]:
    wanted = boxes_of(document.size_mm, SLUG_MM, document.paper.bleed_mm)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for number, page in enumerate(file.pages, 1):
            for name, box in (("MediaBox", wanted.media), ("BleedBox", wanted.bleed), ("TrimBox", wanted.trim)):
                found = [float(edge) for edge in page.obj.get(f"/{name}", ())]
                if len(found) != len(box) or any(abs(a - b) > _SLACK_PT for a, b in zip(found, box, strict=True)):
                    yield "press-box", f"page {number} has no right {name}", "a style is at fault"


@dataclass(slots=True)
class _State:
    """What counts of the graphics state."""

    fill: Cmyk | None = None
    stroke: Cmyk | None = None


def _scan(content: Any, resources: Any, seen: Seen, done: set[Any]) -> None:  # noqa: ANN401 - pikepdf
    """Goes through one stream of instructions and all that it draws with."""
    state, saved = _State(), []
    for instruction in pikepdf.parse_content_stream(content):
        name, operands = str(instruction.operator), instruction.operands
        if name == "q":
            saved.append(replace(state))
        elif name == "Q" and saved:
            state = saved.pop()
        elif name == "Do":
            _draw(resources.XObject[str(operands[0])], resources, seen, done)
        else:
            _mark(name, operands, resources, state, seen)
    for pattern in (resources.get("/Pattern") or Dictionary()).values():
        if "/Shading" in pattern:
            _shading(pattern.Shading, seen)
        elif isinstance(pattern, Stream) and pattern.objgen not in done:
            done.add(pattern.objgen)
            _scan(pattern, pattern.get("/Resources", resources), seen, done)


def _mark(name: str, operands: Any, resources: Any, state: _State, seen: Seen) -> None:  # noqa: ANN401 - pikepdf
    """An instruction that sets a colour or puts it on paper."""
    if name in _COLOURS:
        _take(name, operands, state, seen)
    elif name in {"cs", "CS"} and str(operands[0]) != "/Pattern":
        _take_space(str(operands[0]), resources, name, state, seen)
    elif name in _PAINTS:
        _paint(name, state, seen)
    elif name == "sh":
        _shading(resources.Shading[str(operands[0])], seen)


def _take(name: str, operands: Any, state: _State, seen: Seen) -> None:  # noqa: ANN401 - pikepdf gives any object
    parts = tuple(float(part) for part in operands)
    if len(parts) != _INKS:
        seen.foreign.add(name)
        return
    if name == "k":
        state.fill = parts
    else:
        state.stroke = parts


def _take_space(space: str, resources: Any, name: str, state: _State, seen: Seen) -> None:  # noqa: ANN401 - pikepdf
    """A colour space by name: only the one of the marks, which print on every plate, is known."""
    known = (resources.get("/ColorSpace") or Dictionary()).get(space)
    if not (isinstance(known, Array) and known[0] == Name.Separation and known[1] == Name.All):
        seen.foreign.add(space)
    if name == "cs":
        state.fill = None
    else:
        state.stroke = None


def _paint(name: str, state: _State, seen: Seen) -> None:
    is_stroke = name in {"S", "s"}
    for inks, used in ((state.fill, not is_stroke), (state.stroke, is_stroke or name in {"B", "B*", "b", "b*"})):
        if inks and used:
            seen.painted.add(inks)
            if name in _SHOWS:
                seen.words.add(inks)


def _shading(shading: Any, seen: Seen) -> None:  # noqa: ANN401 - pikepdf gives any object
    if shading.get("/ColorSpace") != Name.DeviceCMYK:
        seen.foreign.add(str(shading.get("/ColorSpace")))
        return
    functions = [shading.Function]
    while functions:
        function = functions.pop()
        functions += list(function.get("/Functions", ()))
        ends = (function[key] for key in ("/C0", "/C1") if key in function)
        seen.painted |= {cast("Cmyk", tuple(float(part) for part in end)) for end in ends}


def _draw(thing: Any, resources: Any, seen: Seen, done: set[Any]) -> None:  # noqa: ANN401 - pikepdf
    if thing.Subtype == Name.Form:
        _scan(thing, thing.get("/Resources", resources), seen, done)
    elif not bool(thing.get("/ImageMask", False)):
        if thing.get("/ColorSpace") == Name.DeviceCMYK:
            seen.picture_ink = max(seen.picture_ink, _most_in(thing.read_bytes()))
        else:
            seen.foreign.add("a picture")


def _most_in(pixels: bytes) -> float:
    """The most ink in one pixel; whole pixels of the same inks are counted once."""
    return max((sum(inks) for inks in set(struct.iter_unpack("4B", pixels))), default=0) / _FULL
