"""The engine's busiest parts with a short way for the usual case: the same pages, byte for byte. Floor 4.

Each stands in front of the engine's own part, and hands over to it whatever is not usual. Written for the version
that `engine_tags` names; `tests/making/test_engine_start.py` compares files made with and without.
"""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import count
from typing import Any, Final

_SPECIFIED: Final = frozenset(("position", "float", "display", "page"))
"""Properties for which the engine notes more than a value."""
_PROPAGATED: Final = "text_decoration_"
_CUSTOM: Final = "__"
_BETWEEN: Final = 6
"""Steps between two searches: a document takes two or three."""

_entries: Final = count(1)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Puts off the search for rings of dead objects while a document is made: it would find next to nothing.

    Now and then it is made between two documents, so that those of before are given back.
    """
    was_on = gc.isenabled()
    if was_on and next(_entries) % _BETWEEN == 0:
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def prepare() -> None:
    """Has selectors made ready when they are first tried, and not when they are read: most never are.

    To be called before the engine is loaded, which reads styles of its own.
    """
    compiler: Any = import_module("cssselect2.compiler")
    compiler.eval = _tried_later


def _tried_later(source: str, names: dict[str, Any], _: dict[str, Any]) -> Any:  # noqa: ANN401 - stands for `eval`
    test: Any = None

    def tried(element: Any) -> bool:  # noqa: ANN401 - the engine is untyped
        nonlocal test
        if test is None:
            test = eval(source, names)  # noqa: S307 - what the library wrote of a selector
        matches: bool = test(element)
        return matches

    return tried


def install() -> None:
    """Puts the short ways into the engine of this process; a second call changes nothing."""
    from weasyprint import css
    from weasyprint.layout import inline, percent, table

    style = css.ComputedStyle
    if getattr(style.__missing__, "is_short", False):
        return
    style.__missing__ = _property(style.__missing__, css)
    shorter = _length(percent.resolve_one_percentage, css.ZERO_PIXELS)
    for module in (percent, inline, table):
        module.resolve_one_percentage = shorter
    drawing: list[Any] = [import_module(f"weasyprint.svg.{name}") for name in ("path", "shapes", "bounding_box")]
    shorter = _point(drawing[0].point)
    for module in drawing:
        module.point = shorter
    inputstream: Any = import_module("tinyhtml5.inputstream")
    stream = inputstream.HTMLUnicodeInputStream
    stream.chars_until = _characters(stream.chars_until, inputstream.characters_until_regex)
    # What is loaded by now stays: it is not searched for dead objects again.
    gc.freeze()


def _property(usual: Any, css: Any) -> Any:  # noqa: ANN401 - the engine is untyped
    """A computed value that nothing was said of is its parent's, or the initial one."""
    particular = _SPECIFIED | set(css.PHYSICAL_FUNCTIONS)
    inherited, initial, uncomputed = frozenset(css.INHERITED), css.INITIAL_VALUES, frozenset(css.INITIAL_NOT_COMPUTED)
    is_math = css.check_math

    def missing(style: Any, key: str) -> Any:  # noqa: ANN401 - the engine is untyped
        if key in style.cascaded or key in particular or key.startswith(_PROPAGATED):
            return usual(style, key)
        if key in inherited or key.startswith(_CUSTOM):
            if style.parent_style is None:
                return usual(style, key)
            value = style.parent_style[key]
            if is_math(value):
                return usual(style, key)
        elif key in uncomputed:
            return usual(style, key)
        else:
            value = initial[key]
        style[key] = value
        return value

    missing.is_short = True  # type: ignore[attr-defined] # tells that it is in place
    return missing


def _length(usual: Any, pixels: Any) -> Any:  # noqa: ANN401 - the engine is untyped
    """A length in pixels needs nothing to refer to."""
    dimension = type(pixels)

    def resolve(box: Any, name: str, refer_to: Any) -> None:  # noqa: ANN401 - the engine is untyped
        value = box.style[name]
        if type(value) is dimension and value.unit == "px":
            setattr(box, name, value.value)
        else:
            usual(box, name, refer_to)

    return resolve


def _point(usual: Any) -> Any:  # noqa: ANN401 - the engine is untyped
    """Two plain numbers of path data are a point without units."""

    def point(svg: Any, string: str, font_size: float) -> tuple[float, float, str]:  # noqa: ANN401 - the engine is untyped
        parts = string.split(" ", 2)
        try:
            return float(parts[0]), float(parts[1]), parts[2] if len(parts) > 2 else ""  # noqa: PLR2004 - and the rest
        except (ValueError, IndexError):
            found: tuple[float, float, str] = usual(svg, string, font_size)
            return found

    return point


def _characters(usual: Any, patterns: dict[Any, Any]) -> Any:  # noqa: ANN401 - the parser is untyped
    """The parser looks its patterns up by their letters, and files them otherwise: they would be made at each call."""

    def chars_until(stream: Any, characters: Any, opposite: bool = False) -> str:  # noqa: ANN401, FBT001, FBT002 - as the parser has it
        if (characters, opposite) not in patterns:
            letters = "".join(f"\\x{ord(letter):02x}" for letter in characters)
            patterns[characters, opposite] = re.compile(f"[{'' if opposite else '^'}{letters}]+")
        text: str = usual(stream, characters, opposite)
        return text

    return chars_until
