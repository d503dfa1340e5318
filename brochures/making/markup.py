"""A document becomes HTML: one template a format, one macro a component, figures drawn on the way. Floor 4."""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateError
from markupsafe import Markup, escape

from brochures.errors import StyleFault
from brochures.making.illustrating import Pictures
from brochures.model.blocks import Block
from brochures.model.brand import Look, Palette
from brochures.model.document import Document
from brochures.reading.richtext import to_html

_LEVELS: Final = {"trifold": 3, "handout": 2, "comparison": 2}
"""Heading level of a block's title: under a panel's head in folded formats, under the title elsewhere."""


_HARD_SPACE: Final = "\u00a0"
_TOGETHER: Final = re.compile(r"\b1 in [0-9][0-9,]*|\b(?:age|under|type|about|day|days) [0-9A]+\b")
_LONG: Final = 28
_SHORT: Final = 9


@lru_cache(maxsize=4)
def environment(templates: Path) -> Environment:
    """The one template environment: autoescape on, undefined names are errors."""
    env = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["rich"] = _rich
    env.filters["mark"] = _marked
    env.filters["mm"] = mm
    return env


def _rich(text: str) -> Markup:
    return Markup(_raised(to_html(_bound(text))))  # noqa: S704 - nh3 has cleaned it


def _bound(text: str) -> str:
    """Words that belong together kept on one line: `1 in 6,410`, `age 22`, and the last two of a paragraph."""
    text = _TOGETHER.sub(lambda pair: pair[0].replace(" ", _HARD_SPACE), text)
    head, space, last = text.rpartition(" ")
    if space and len(text) > _LONG and len(last) <= _SHORT and "](" not in last:
        return f"{head}{_HARD_SPACE}{last}"
    return text


def _marked(text: str) -> Markup:
    return Markup(_raised(str(escape(text))))  # noqa: S704 - escaped just now


def _raised(html: str) -> str:
    """The registered mark small and raised: at cover size it would be a second title."""
    return html.replace("®", '<span class="mark">®</span>')


def mm(value: float) -> str:
    """A length for CSS: `12.5mm`, at most three decimals."""
    return f"{value:.3f}".rstrip("0").rstrip(".") + "mm"


def html(document: Document, look: Look, templates: Path) -> str:
    """The whole document as HTML."""
    env = environment(templates)
    template = env.get_template(f"formats/{document.format.name}.html")
    width, height = document.size_mm
    root = {**_colours(look.palette), **_families(look), "--page-width": mm(width), "--page-height": mm(height)}
    return _rendered(
        template,
        document=document,
        root=_style(root),
        level=_LEVELS[document.format.name],
        macro=_macros(env),
        pictures=Pictures(env, look),
    )


def measuring_html(  # noqa: PLR0913, PLR0917 - a page is all of these
    name: str, type_size: str, requests: list[tuple[Block, float]], look: Look, templates: Path, language: str
) -> str:
    """One endless page with each block at its width, its box under the id `m0`, `m1` and so on."""
    env = environment(templates)
    root = {**_colours(look.palette), **_families(look), "--page-width": "400mm", "--page-height": "90000mm"}
    return _rendered(
        env.get_template("measure.html"),
        format=name,
        type_size=type_size,
        requests=requests,
        root=_style(root),
        level=_LEVELS[name],
        macro=_macros(env),
        pictures=Pictures(env, look),
        language=language,
    )


def _rendered(template: Template, **values: object) -> str:
    """The template with these values.

    Raises:
        StyleFault: a template of ours asks for what nobody gave, or is not well formed.
    """
    try:
        return template.render(**values)
    except TemplateError as error:
        raise StyleFault(f"the template {template.name} is broken: {error}") from error


def _macros(env: Environment) -> Callable[[Block], Any]:
    def macro(block: Block) -> Any:  # noqa: ANN401 - a compiled macro
        return env.get_template(f"components/{block.component}.html").module.render  # type: ignore[attr-defined] # every component template defines the macro `render`

    return macro


def _colours(palette: Palette) -> dict[str, str]:
    return {f"--color-{name.replace('_', '-')}": getattr(palette, name) for name in Palette.__slots__}


def _families(look: Look) -> dict[str, str]:
    return {"--font-display": f"'{look.display_family}'", "--font-text": f"'{look.text_family}'"}


def _style(values: dict[str, str]) -> str:
    return ";".join(f"{name}:{value}" for name, value in values.items())
