"""A document becomes HTML: one template a format, one macro a component, figures drawn on the way. Floor 4."""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, get_args

from jinja2 import Environment
from markupsafe import Markup, escape

from brochures.making import kept
from brochures.making.finishing import unread
from brochures.making.illustrating import Pictures
from brochures.making.sandbox import faults_named, sandbox
from brochures.model.blocks import Block
from brochures.model.brand import Look, Palette
from brochures.model.document import Document
from brochures.model.formats import FORMATS, SLUG_MM
from brochures.model.themes import Ground
from brochures.reading.richtext import to_html

_HARD_SPACE: Final = "\u00a0"
_TOGETHER: Final = re.compile(r"\b1 in [0-9][0-9,]*|\b(?:age|under|type|about|day|days) [0-9A]+\b")
_PARTS: Final = re.compile(r"(?P<numeral>[0-9]+(?:[.,][0-9]+)*)|(?P<unit>[^0-9]+)")
_OPENED: Final = re.compile(r" ((?:<(?:em|strong|span lang=[^>]*)>)+)")
_LONG: Final = 28
_SHORT: Final = 9
_PAIR: Final = 14
"""Letters of two words that may be held together: more would not fit a narrow cell, and break inside a word."""
_ENDLESS_MM: Final = (400.0, 90000.0)
"""The page on which blocks are measured."""
_FIRST_PART: Final = 0.3
"""The least share of a title before its turn."""


@lru_cache(maxsize=4)
def environment(templates: Path, clinic_folder: Path | None = None) -> Environment:
    """The one template environment, in a sandbox; a clinic's own templates stand in for ours."""
    env = sandbox(templates, clinic_folder, kept.folder("templates"))
    env.filters["rich"] = _rich
    env.filters["mark"] = _marked
    env.filters["turn"] = _turned
    env.filters["mm"] = mm
    env.filters["numerals"] = _numerals
    env.filters["dial"] = _dialled
    return env


def _rich(text: str) -> Markup:
    # The engine breaks a line too early when a space at its end stands before an element: the space goes in.
    html = _OPENED.sub(r"\1 ", to_html(_bound(text)))
    return Markup(_raised(html))  # noqa: S704 - nh3 has cleaned it


def _bound(text: str) -> str:
    """Words that belong together kept on one line: `1 in 6,410`, `age 22`, and the last two of a paragraph."""
    text = _TOGETHER.sub(lambda pair: pair[0].replace(" ", _HARD_SPACE), text)
    head, space, last = text.rpartition(" ")
    pair = len(head.rpartition(" ")[2]) + len(last)
    if space and len(text) > _LONG and len(last) <= _SHORT and pair <= _PAIR and "](" not in last:
        return f"{head}{_HARD_SPACE}{last}"
    return text


def _marked(text: str) -> Markup:
    return Markup(_raised(str(escape(text))))  # noqa: S704 - escaped just now


def _turned(text: str) -> Markup:
    """A title in two parts, so that a style can set the second apart: at a comma, else after the first third."""
    spaces = [match.start() for match in re.finditer(f"[ {_HARD_SPACE}]", text)]
    commas = [at for at in spaces if text[at - 1] == ","]
    at = next((at for at in commas or spaces if at >= len(text) * _FIRST_PART), 0)
    if not at:
        return _marked(text)
    first, second = (_raised(str(escape(part))) for part in (text[:at], text[at + 1 :]))
    kind = "turn turn-clause" if commas else "turn"
    return Markup(f'{first}{text[at]}<span class="{kind}">{second}</span>')  # noqa: S704 - escaped just now


def _raised(html: str) -> str:
    """The registered mark small and raised: at cover size it would be a second title."""
    return html.replace("®", '<span class="mark">®</span>')


def _numerals(text: str) -> Markup:
    """Numbers and the words about them each in a span of their own: `3 to 7 days` stays as it reads."""
    parts = ((match[0], match.lastgroup) for match in _PARTS.finditer(text))
    return Markup("").join(Markup('<span class="{}">{}</span>').format(kind, part) for part, kind in parts)


def _dialled(text: str, dial: tuple[tuple[str, str], ...]) -> Markup:
    """Words that can be dialled as links, in whatever case they stand; a link holds words only."""
    if not dial:
        return escape(text)
    to = {words.replace(_HARD_SPACE, " ").casefold(): address for words, address in dial}
    words = "|".join(re.escape(known).replace(r"\ ", f"[ {_HARD_SPACE}]") for known in to)
    parts = re.split(rf"(?<![\w-])({words})(?![\w-])", text, flags=re.IGNORECASE)
    links = (
        Markup('<a href="{}">{}</a>').format(to[part.replace(_HARD_SPACE, " ").casefold()], part) if i % 2 else part
        for i, part in enumerate(parts)
    )
    return Markup("").join(links)


def mm(value: float) -> str:
    """A length for CSS: `12.5mm`, at most three decimals."""
    return f"{value:.3f}".rstrip("0").rstrip(".") + "mm"


def html(document: Document, look: Look, templates: Path, clinic_folder: Path | None = None) -> str:
    """The whole document as HTML; templates in the clinic's folder stand in for ours.

    Raises:
        StyleFault: a template asks for what nobody gave, or is not well formed.
    """
    env = environment(templates, clinic_folder)
    slug, bleed = (SLUG_MM, document.paper.bleed_mm) if document.edition == "press" else (0.0, 0.0)
    return _rendered(
        env,
        f"formats/{document.format.name}.html",
        clinic_folder,
        document=document,
        unread=unread(document),
        theme=look.theme.name,
        grounds={ground: _ground(look.palette, ground) for ground in get_args(Ground)},
        root=root(look, document.size_mm, slug, bleed),
        level=document.format.title_level,
        macro=_macros(env),
        pictures=Pictures(env, look),
    )


def measuring_html(  # noqa: PLR0913, PLR0917 - a page is all of these
    name: str,
    type_size: str,
    requests: list[tuple[Block, float]],
    look: Look,
    templates: Path,
    language: str,
    clinic_folder: Path | None = None,
) -> str:
    """One endless page with each block at its width, its box under the id `m0`, `m1` and so on."""
    env = environment(templates, clinic_folder)
    return _rendered(
        env,
        "measure.html",
        clinic_folder,
        format=name,
        type_size=type_size,
        theme=look.theme.name,
        requests=requests,
        root=root(look, _ENDLESS_MM),
        level=FORMATS[name].title_level,
        macro=_macros(env),
        pictures=Pictures(env, look),
        language=language,
    )


def _rendered(env: Environment, template: str, clinic_folder: Path | None, **values: object) -> str:
    with faults_named(clinic_folder):
        return env.get_template(template).render(**values)


def _macros(env: Environment) -> Callable[[Block], Any]:
    def macro(block: Block) -> Any:  # noqa: ANN401 - a compiled macro
        return env.get_template(f"components/{block.component}.html").module.render  # type: ignore[attr-defined] # every component template defines the macro `render`

    return macro


def _ground(palette: Palette, ground: Ground) -> str:
    """The colour roles that differ on this ground, for its frames' own style."""
    there, usual = _colours(palette.on(ground)), _colours(palette)
    changed = {name: value for name, value in there.items() if value != usual[name]}
    return _style({**changed, "color": there["--color-ink"]}) + ";" if changed else ""


def _colours(palette: Palette) -> dict[str, str]:
    return {f"--color-{name.replace('_', '-')}": getattr(palette, name) for name in Palette.__slots__}


def _families(look: Look) -> dict[str, str]:
    families = {"display": look.display_family, "text": look.text_family, "label": look.sans_family or look.text_family}
    return {f"--font-{use}": f"'{family}'" for use, family in families.items()}


def root(look: Look, size_mm: tuple[float, float], slug_mm: float = 0.0, bleed_mm: float = 0.0) -> str:
    """The custom properties of a page's root: the look, the page at trim, and the sheet that it is printed on."""
    width, height = size_mm
    return _style(
        {
            **_colours(look.palette),
            **_families(look),
            "--page-width": mm(width),
            "--page-height": mm(height),
            "--sheet-width": mm(width + 2 * slug_mm),
            "--sheet-height": mm(height + 2 * slug_mm),
            "--slug": mm(slug_mm),
            "--bleed": mm(bleed_mm),
        }
    )


def _style(values: dict[str, str]) -> str:
    return ";".join(f"{name}:{value}" for name, value in values.items())
