"""Finds the slots: as boxes on the laid-out pages, and as runs of glyphs in the painted ones. Floor 4.

Between the two each slot is given a text of its own that no other has, and that shows all that its face can print:
so the engine embeds every letter, with its width and its meaning, before anybody's words are known.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pydyf

from brochures.errors import StyleFault
from brochures.making.stamping.measuring import Measured, measured
from brochures.model.merging import Slot

_KEPT_WORDS: Final = ("h1", "h2", "h3", "h4", "h5", "h6", "a", "title")
"""Elements whose words the engine keeps elsewhere too: as bookmarks, as the name of a link."""
_SHARES: Final = {"left": 0.0, "start": 0.0, "justify": 0.0, "center": 0.5, "right": 1.0, "end": 1.0}
_UNSUITED: Final = {"letter_spacing": ("normal", 0), "word_spacing": (0,), "text_transform": ("none",)}
"""Properties that change words or their places after all else, and what they must be."""
_FACE: Final = (
    "font_family",
    "font_weight",
    "font_style",
    "font_stretch",
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_caps",
    "font_variant_numeric",
    "font_feature_settings",
    "lang",
)
"""Properties by which glyphs are chosen and moved: slots that agree in them share a face."""
_GLYPHS: Final = re.compile(rb"<([0-9a-f]+)>")
_SHOWN: Final = b"] TJ"


class SlotNotFound(StyleFault):
    """A slot does not stand on the pages exactly once, or not so that it can be filled in."""

    def __init__(self, name: str, why: str) -> None:
        self.name = name
        super().__init__(f"slot {name}: {why}")


@dataclass(frozen=True, slots=True)
class Place:
    """A slot on its page, from 0: its box in CSS pixels, its face, and the text that stands for all values."""

    slot: Slot
    page: int
    left_px: float
    width_px: float
    share: float
    face_key: tuple[str, ...]
    face: Measured
    placeholder: str


@dataclass(frozen=True, slots=True)
class Painted:
    """A slot in a page's content: from which item to which it is set, and how."""

    place: Place
    start: int
    end: int
    matrix: str
    foot: str
    font: str
    size_px: float
    spaces_after: int


def arranged(document: Any, slots: Sequence[Slot], alphabet: frozenset[str]) -> list[Place]:  # noqa: ANN401 - the engine's
    """Puts into each slot of a laid-out document the text that is to be painted there; where they stand.

    Raises:
        SlotNotFound: one is not there, is there twice, or stands or looks so that no value can be put there.
    """
    root = next(box.element for box in _boxes(document.pages[0]) if box.element is not None)
    kept = {inner.get("id") for element in root.iter() if element.tag in _KEPT_WORDS for inner in element.iter()}
    boxes: dict[str, list[tuple[int, Any]]] = {}
    for number, page in enumerate(document.pages):
        for box in _boxes(page):
            if type(box).__name__ == "InlineBlockBox" and box.element is not None and box.element.get("id"):
                boxes.setdefault(box.element.get("id"), []).append((number, box))
    faces: dict[tuple[str, ...], Measured] = {}
    places = []
    for number, slot in enumerate(slots):
        found = boxes.get(f"slot-{slot.name}", [])
        if len(found) != 1:
            raise SlotNotFound(slot.name, f"it stands on the pages {len(found)} times, and has to stand there once")
        if f"slot-{slot.name}" in kept:
            raise SlotNotFound(slot.name, "it stands in a heading or a link, whose words are kept elsewhere too")
        places.append(_arranged(slot, number, *found[0], alphabet, faces))
    return places


def _arranged(  # noqa: PLR0913, PLR0917 - a place is all of these
    slot: Slot,
    number: int,
    page: int,
    box: Any,  # noqa: ANN401 - an engine box
    alphabet: frozenset[str],
    faces: dict[tuple[str, ...], Measured],
) -> Place:
    texts = [inner for inner in _descendants(box) if type(inner).__name__ == "TextBox"]
    if len(texts) != 1:
        raise SlotNotFound(slot.name, f"it holds {len(texts)} runs of text, and has to hold one")
    text, style = texts[0], texts[0].style
    for name, right in _UNSUITED.items():
        if style[name] not in right:
            raise SlotNotFound(slot.name, f"its {name.replace('_', '-')} has to be {right[0]}")
    if style["text_decoration_line"] != "none" or style["direction"] != "ltr":
        raise SlotNotFound(slot.name, "its text has to be undecorated, and written from left to right")
    key = tuple(str(style[name]) for name in _FACE)
    if key not in faces:
        faces[key] = measured(style, alphabet)
    placeholder = placeholder_text(number, faces[key])
    text.text = text.pango_layout.text = placeholder
    share = _SHARES[box.style["text_align_all"]]
    return Place(slot, page, float(box.content_box_x()), float(box.width), share, key, faces[key], placeholder)


def placeholder_text(number: int, face: Measured) -> str:
    """A text with every letter of the face, and with two at its head that tell the slot's number."""
    solid = [letter for letter in face.letters if letter.strip()]
    head = solid[number // len(solid)] + solid[number % len(solid)]
    text = head[0]
    for before, letter in pairwise(head + face.letters):
        text += f" {letter}" if before + letter in face.joined else letter
    return text


def painted(stream: Sequence[Any], places: Iterable[Place]) -> list[Painted]:
    """The slots of one page in its content, in the order in which they are painted.

    Raises:
        SlotNotFound: one is not there exactly once, or not in one run.
    """
    wanted = {place.slot.name: (place, _glyphs_of(place)) for place in places}
    found: dict[str, Painted] = {}
    for at, font, shown in _runs(stream):
        for name, (place, glyphs) in wanted.items():
            if glyphs not in shown:
                continue
            if name in found:
                raise SlotNotFound(name, "it is painted twice")
            found[name] = _painted(place, stream, at, font, shown.removeprefix(glyphs))
    missing = sorted(wanted.keys() - found.keys())
    if missing:
        raise SlotNotFound(missing[0], "it is not painted, or not in one run of one face")
    return sorted(found.values(), key=lambda one: one.start)


def _runs(stream: Sequence[Any]) -> Iterator[tuple[int, str, bytes]]:
    """Each run of text in a page's content: which item it is, the font that holds there, the glyphs."""
    font = ""
    fonts: list[str] = []
    for at, item in enumerate(stream):
        if not isinstance(item, bytes):
            continue
        if item == b"q":
            fonts.append(font)
        elif item == b"Q":
            font = fonts.pop() if fonts else ""
        elif item.endswith(b" Tf"):
            font = item.decode()
        elif item.endswith(_SHOWN):
            yield at, font, b"".join(_GLYPHS.findall(item))


def _painted(place: Place, stream: Sequence[Any], at: int, font: str, rest: bytes) -> Painted:
    """How a run is set: its matrix, its font if it is another than before, then the run itself."""
    blank = b"%04x" % place.face.glyphs[place.face.letters.index(" ")]
    start = at - 1 if stream[at - 1].endswith(b" Tm") else at - 2
    matrix = stream[start].decode().split(" ")
    if rest.replace(blank, b"") or matrix[-1] != "Tm" or not font:
        raise SlotNotFound(place.slot.name, "it is not painted as a run by itself")
    name, size, _ = font.split(" ")
    before, foot = " ".join(matrix[:4]) + " ", " " + " ".join(matrix[5:])
    spaces = len(rest) // len(blank)
    return Painted(place, start, at + 1, before, foot, name.lstrip("/"), float(size), spaces)


def split(stream: Any, found: Sequence[Painted]) -> list[Any]:  # noqa: ANN401 - the engine's own content
    """What stands before, between and after the slots of a page, as content of its own; the first is the stream's."""
    items, parts, at = list(stream.stream), [], 0
    for one in found:
        parts.append(items[at : one.start])
        at = one.end
    stream.stream, *later = *parts, items[at:]
    return [stream, *(pydyf.Stream(part, compress=stream.compress) for part in later)]


def _glyphs_of(place: Place) -> bytes:
    glyph_of = dict(zip(place.face.letters, place.face.glyphs, strict=True))
    return b"".join(b"%04x" % glyph_of[letter] for letter in place.placeholder)


def _boxes(page: Any) -> Iterator[Any]:  # noqa: ANN401 - an engine page
    yield from _descendants(page._page_box)  # noqa: SLF001 - there is no public way


def _descendants(box: Any) -> Iterator[Any]:  # noqa: ANN401 - an engine box
    """A box and all in it; of what is placed by number, the box for which a placeholder stands."""
    box = getattr(box, "_box", box)
    yield box
    for child in box.all_children() if hasattr(box, "all_children") else ():
        yield from _descendants(child)
