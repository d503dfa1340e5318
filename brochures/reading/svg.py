"""A drawing that can do nothing but be drawn: SVG parsed, searched for anything active, written anew. Floor 2."""

import re
import xml.etree.ElementTree as ET
from typing import Final

SVG: Final = "http://www.w3.org/2000/svg"
XLINK: Final = "http://www.w3.org/1999/xlink"
MOST_ELEMENTS: Final = 20_000
MOST_DEPTH: Final = 60  # the paper engine draws one part inside the other, and Python nests no further than it does

_ACTIVE: Final = {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "canvas", "handler"} | {
    "listener",
    "set",
    "discard",
    "animate",
    "animatecolor",
    "animatemotion",
    "animatetransform",
}
_DRAWN: Final = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text"}
_PLAIN_DOCTYPE: Final = re.compile(r"<!DOCTYPE\s+svg\b[^\[\]<>]*>")
_URL: Final = re.compile(r"url\((?!\s*['\"]?\s*#)", re.IGNORECASE)
_OWN: Final = re.compile(r"url\(\s*['\"]?\s*#([^)'\"]+)", re.IGNORECASE)
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTED: Final = re.compile(r"\.?[A-Za-z_][\w-]*")
_LENGTH: Final = re.compile(r"\s*\+?([0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?)(px|pt|pc|mm|cm|in)?\s*\Z")
_PX: Final = {None: 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


class SvgError(ValueError):
    """A drawing that is not printed; `hint` says what to do."""

    def __init__(self, message: str, hint: str = "export it again as plain SVG") -> None:
        self.hint = hint
        super().__init__(message)


def clean_svg(raw: bytes) -> tuple[bytes, float]:
    """The drawing without comments and declarations, and its width over its height.

    Raises:
        SvgError: not an SVG, one that could act or load, or one without a size.
    """
    root = _parsed(raw)
    _check_depth(root)
    for number, element in enumerate(root.iter()):
        if number >= MOST_ELEMENTS:
            raise SvgError("is a drawing with too many parts", "simplify it in the drawing program")
        _check(element)
    if not any(local_name(element.tag).lower() in _DRAWN for element in root.iter()):
        raise SvgError("draws nothing", "export it again, with its shapes as paths")
    if _drawn_parts(root) > MOST_ELEMENTS:
        raise SvgError("repeats its parts too many times", "simplify it in the drawing program")
    width, height = _size(root)
    # Written with the usual prefixes, or every reader would meet `ns0:svg`; said anew each time, because the
    # list is the whole process's and the paper engine's libraries write to it too.
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK)
    return ET.tostring(root, encoding="utf-8"), width / height


def has_live_text(data: bytes) -> bool:
    """Whether a cleaned drawing holds words that need a font."""
    return re.search(rb"<(?:text|tspan)\b", data) is not None


def _parsed(raw: bytes) -> ET.Element:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SvgError("is not a picture we can read", "give it as SVG, PNG or JPEG") from error
    text = _PLAIN_DOCTYPE.sub("", text, count=1)
    # Checked before parsing: entities may grow without end, and DTDs name files.
    if re.search(r"<!(?:DOCTYPE|ENTITY)", text, re.IGNORECASE):
        raise SvgError("declares entities, which are not taken")
    text = re.sub(r"^\s*<\?xml\b[^>]*\?>", "", text, count=1)
    try:
        root = ET.fromstring(text)  # noqa: S314  # no DTD and no entity is left to expand
    except (ET.ParseError, ValueError) as error:
        raise SvgError("is not a picture we can read", "give it as SVG, PNG or JPEG") from error
    if root.tag not in (f"{{{SVG}}}svg", "svg"):
        raise SvgError("is not an SVG drawing", "give it as SVG, PNG or JPEG")
    if root.tag == "svg":
        raise SvgError("has no xmlns", f'its first tag needs xmlns="{SVG}"')
    return root


def _check_depth(root: ET.Element) -> None:
    level = [root]
    for _ in range(MOST_DEPTH):
        level = [part for element in level for part in element]
    if level:
        raise SvgError("is nested too deeply", "ungroup its parts in the drawing program")


def _check(element: ET.Element) -> None:
    name = local_name(element.tag).lower()
    if name in _ACTIVE:
        raise SvgError(f"holds a `{local_name(element.tag)}`, which is not taken")
    for attribute, value in element.attrib.items():
        _check_attribute(local_name(attribute).lower(), value, attribute)
    if name == "style":
        _check_css("".join(element.itertext()))


def _check_attribute(name: str, value: str, qualified: str) -> None:
    if name.startswith("on"):
        raise SvgError(f"holds a script in `{name}`, which is not taken")
    if name in {"href", "src"} and not value.strip().startswith("#"):
        hint = "put every part into the drawing itself, as vectors"
        raise SvgError("points to something outside itself", hint)
    if name == "base" and qualified.startswith("{"):
        raise SvgError("points to something outside itself")
    _check_css(value, words_only=name != "style")


def _check_css(css: str, *, words_only: bool = False) -> None:
    if _URL.search(css) or (not words_only and ("@import" in css.lower() or "\\" in css)):
        raise SvgError("loads something from outside itself", "put every part into the drawing itself, as vectors")


def classes_of(root: ET.Element) -> dict[str, str]:
    """What the drawing's own style says of each class (`.a`) and kind of element (`path`): declarations."""
    rules: dict[str, str] = {}
    css = "".join("".join(style.itertext()) for style in root.iter(f"{{{SVG}}}style"))
    for selectors, declarations in _RULE.findall(_COMMENT.sub("", css)):
        for selector in selectors.split(","):
            last = (selector.split() or [""])[-1]
            for name in _SELECTED.findall(last):
                rules[name] = f"{rules.get(name, '')};{declarations}"
    return rules


def _used_names(element: ET.Element, rules: dict[str, str]) -> set[str]:
    """The ids of all that is drawn with this element: what it repeats, fills, clips or masks with."""
    said = [value for name, value in element.attrib.items() if local_name(name) != "href"]
    said += [rules.get(f".{name}", "") for name in element.get("class", "").split()]
    said.append(rules.get(local_name(element.tag), ""))
    names = {name.strip() for value in said for name in _OWN.findall(value)}
    href = element.get("href") or element.get(f"{{{XLINK}}}href") or ""
    return names | ({href.strip().removeprefix("#")} if href else set())


def _drawn_parts(root: ET.Element) -> int:
    """How many elements are drawn once every reference is followed; endless for one that uses itself."""
    rules = classes_of(root)
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    known: dict[ET.Element, int] = {}
    # Explicit stack: a drawing nests as deep as it likes, and Python does not.
    stack: list[tuple[ET.Element, bool]] = [(root, False)]
    under_way: set[ET.Element] = set()
    while stack:
        element, is_done = stack.pop()
        parts = list(element)
        parts += [named[name] for name in sorted(_used_names(element, rules)) if name in named]
        if is_done:
            under_way.discard(element)
            known[element] = 1 + sum(known[part] for part in parts)
        elif element not in known:
            under_way.add(element)
            stack.append((element, True))
            if any(part in under_way for part in parts):
                raise SvgError("has a part that uses itself")
            stack += [(part, False) for part in parts]
    return known[root]


def _size(root: ET.Element) -> tuple[float, float]:
    """Width and height in the drawing's own units; a drawing without a viewBox is given one."""
    box = re.split(r"[\s,]+", (root.get("viewBox") or "").strip())
    try:
        numbers = [float(part) for part in box] if len(box) == 4 else []  # noqa: PLR2004
    except ValueError:
        numbers = []
    if numbers and 0 < numbers[2] < 1e9 and 0 < numbers[3] < 1e9:  # noqa: PLR2004
        return numbers[2], numbers[3]
    width, height = (_length(root.get(side)) for side in ("width", "height"))
    if not width or not height:
        raise SvgError("has no size", "export it with a viewBox, or with width and height")
    root.set("viewBox", f"0 0 {width:g} {height:g}")
    return width, height


def _length(value: str | None) -> float | None:
    match = _LENGTH.match(value or "")
    return float(match[1]) * _PX[match[2]] if match else None


def local_name(name: str) -> str:
    """A tag or attribute without its namespace; nothing for a comment."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""
