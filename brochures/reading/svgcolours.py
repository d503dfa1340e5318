"""The colours of a drawing's marks, without drawing it: enough to say whether it is seen on a ground. Floor 2.

Each colour weighs as much as there is drawn with it: letters hold more numbers than a dot.
"""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from typing import Final

from brochures.reading.colours import ColourError, as_hex
from brochures.reading.svg import XLINK, classes_of, local_name

_SHAPES: Final = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text"}
_HIDDEN: Final = {"defs", "clipPath", "mask", "pattern", "symbol", "marker", "metadata", "title", "desc", "style"}
_INHERITED: Final = ("fill", "stroke", "color", "fill-opacity", "stroke-opacity", "visibility")
_NUMBER: Final = re.compile(r"[0-9]*\.?[0-9]+")
_URL: Final = re.compile(r"url\(\s*['\"]?#([^)'\"]+)")
_SEEN: Final = 0.25
_LEAST_WEIGHT: Final = 4


def colours_of(data: bytes) -> tuple[tuple[str, float], ...]:
    """The colours of a cleaned drawing as `#rrggbb`, each with its share from 0 to 1, the greatest first."""
    return _Marks(ET.fromstring(data)).shares()  # noqa: S314  # cleaned: no DTD and no entity


class _Marks:
    def __init__(self, root: ET.Element) -> None:
        self._named = {name: element for element in root.iter() if (name := element.get("id"))}
        self._rules = classes_of(root)
        self._found: Counter[str] = Counter()
        self._walk(root, {"fill": "black"}, 1.0)

    def shares(self) -> tuple[tuple[str, float], ...]:
        total = sum(self._found.values())
        ordered = sorted(self._found.items(), key=lambda row: (-row[1], row[0]))
        return tuple((colour, weight / total) for colour, weight in ordered)

    def _walk(self, element: ET.Element, above: dict[str, str], opacity: float) -> None:
        name, said = local_name(element.tag), self._said(element)
        if said.get("display") == "none" or (name in _HIDDEN and name != "symbol"):
            return
        style = {**above, **{key: said[key] for key in _INHERITED if said.get(key, "inherit") != "inherit"}}
        opacity *= _share(said.get("opacity"))
        if name in _SHAPES and style.get("visibility") != "hidden":
            weight = sum(len(_NUMBER.findall(element.get(key, ""))) for key in ("d", "points"))
            weight = max(weight, _LEAST_WEIGHT, 8 * len("".join(element.itertext()).strip()) if name == "text" else 0)
            self._paint(style.get("fill", "none"), opacity * _share(style.get("fill-opacity")), weight, style)
            self._paint(style.get("stroke", "none"), opacity * _share(style.get("stroke-opacity")), weight, style)
            return
        used = self._named.get((element.get("href") or element.get(f"{{{XLINK}}}href") or "").removeprefix("#"))
        for part in (*element, *((used,) if name == "use" and used is not None else ())):
            if local_name(part.tag) != "symbol" or part is used:
                self._walk(part, style, opacity)

    def _paint(self, paint: str, opacity: float, weight: int, style: dict[str, str]) -> None:
        if paint in {"none", "transparent"} or opacity < _SEEN:
            return
        server = _URL.match(paint)
        if server:
            for colour in self._stops(server[1]):
                self._add(colour, weight)
        else:
            self._add(style.get("color", "black") if paint.lower() == "currentcolor" else paint, weight)

    def _add(self, words: str, weight: int) -> None:
        try:
            self._found[as_hex(words, opaque=False)] += weight
        except ColourError:
            self._found["#000000"] += weight

    def _stops(self, name: str) -> list[str]:
        """The colours of a gradient, its own or those of the one it names."""
        passed: set[str] = set()
        while name in self._named and name not in passed:
            passed.add(name)
            gradient = self._named[name]
            stops = [self._said(part).get("stop-color", "black") for part in gradient if local_name(part.tag) == "stop"]
            if stops:
                return stops
            name = (gradient.get("href") or gradient.get(f"{{{XLINK}}}href") or "").removeprefix("#")
        return []

    def _said(self, element: ET.Element) -> dict[str, str]:
        """What is said of the element itself: attributes, then rules for its classes, then its own style."""
        said = {key: value.strip() for key, value in element.attrib.items()}
        rules = [self._rules.get(local_name(element.tag), "")]
        rules += [self._rules.get(f".{name}", "") for name in element.get("class", "").split()]
        for declaration in ";".join((*rules, element.get("style", ""))).split(";"):
            key, colon, value = declaration.partition(":")
            if colon:
                said[key.strip().lower()] = value.replace("!important", "").strip()
        return said


def _share(value: str | None) -> float:
    number = _NUMBER.match(value or "")
    if not number:
        return 1.0
    return float(number[0]) / (100 if (value or "").endswith("%") else 1)
