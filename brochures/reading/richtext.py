"""A little Markdown inside content: strong, emphasis, links, languages. The only home of markdown-it and nh3. Floor 2.

Words of another language stand as `[*Clostridium botulinum*](lang:la)`: a link to no address, so all that reads
Markdown knows them as words.

Slots in braces pass through untouched. Nothing here ever runs: HTML and template code in content
are refused by `check_rich` and would come out as words.
"""

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import Final, NamedTuple

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from brochures.model.slots import SLOT, SLOTS, unknown_slots

SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})

_MARKDOWN: Final = MarkdownIt("zero", {"html": False, "linkify": False, "typographer": False}).enable(
    ["emphasis", "link", "escape", "newline"]
)
# Every link is parsed; the cleaner takes the address from those that may not be printed.
_MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005

_TEMPLATE: Final = re.compile(r"\{[{%#]|[}%#]\}")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_ENTITY: Final = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_IMAGE: Final = re.compile(r"!\[[^\]]*\]\([^)]*\)?")
_BLOCK: Final = re.compile(r"^\s*(?:[-*+>]|#{1,6})\s", re.MULTILINE)
_LANGUAGE: Final = re.compile(r"lang:([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)")
_IN_LANGUAGE: Final = re.compile(rf'<a href="{_LANGUAGE.pattern}">(.*?)</a>', re.DOTALL)
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>&])")


class Complaint(NamedTuple):
    """One thing wrong inside a text: code, what, what to do, and the words it is about."""

    code: str
    message: str
    hint: str
    fragment: str


def to_html(text: str) -> str:
    """Safe inline HTML: `strong`, `em`, `a` with a web, mail or telephone address, `span lang`; all else is words."""
    html = _IN_LANGUAGE.sub(r'<span lang="\1">\2</span>', _MARKDOWN.renderInline(text))
    return nh3.clean(
        html,
        tags={"strong", "em", "a", "span"},
        attributes={"a": {"href"}, "span": {"lang"}},
        url_schemes=set(SCHEMES),
        url_relative="deny",
        link_rel=None,
    ).strip()


@lru_cache(maxsize=8192)  # each rule asks for the same few hundred texts
def to_plain(text: str) -> str:
    """The words alone, as a reader sees them."""
    words = "".join(" " if t.type in {"softbreak", "hardbreak"} else t.content for t in _inline(text))
    return re.sub(r"\s+", " ", words).strip()


def as_sentence(text: str) -> str:
    """`text` with a full stop, unless it ends in a sign of its own."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def escaped(value: str) -> str:
    r"""`value` so that Markdown prints it as it stands: for what is put into a slot.

    >>> escaped("A*B")
    'A\\*B'
    """
    return _SPECIAL.sub(r"\\\1", value)


def check_rich(text: str) -> tuple[Complaint, ...]:
    """All that is wrong with a text that may hold Markdown and slots."""
    return (*check_plain(text, takes_markdown=True), *_links(text), *_marks_left(text))


def check_plain(text: str, *, takes_markdown: bool = False) -> tuple[Complaint, ...]:
    """All that is wrong with a text of plain words and slots; `takes_markdown` where emphasis can be meant."""
    template = _TEMPLATE.search(text)
    if template:
        found = template[0]
        hint = "use a slot, one of " + ", ".join(f"{{{name}}}" for name in SLOTS)
        return (Complaint("template-code", f"`{found}` is template code, which content never runs", hint, found),)
    complaints = [_unknown_slot(name) for name in unknown_slots(text)]
    loose = re.search(r"[{}]", SLOT.sub("", text))
    if loose:
        message = f"a `{loose[0]}` without its partner"
        complaints.append(
            Complaint("loose-brace", message, "write slots as {name}; other braces are not taken", loose[0])
        )
    tag = _TAG.search(text)
    if tag:
        is_emphasis = takes_markdown and re.match(r"</?(b|i|em|strong)\b", tag[0], re.IGNORECASE)
        hint = "use **strong** or *emphasis*" if is_emphasis else "remove it"
        complaints.append(Complaint("html-tag", f"`{tag[0]}` is HTML, which is not taken here", hint, tag[0]))
    entity = _ENTITY.search(text)
    if entity:
        message = f"`{entity[0]}` is HTML, which is not taken here"
        complaints.append(Complaint("html-tag", message, "write the character itself", entity[0]))
    return tuple(complaints)


def _unknown_slot(name: str) -> Complaint:
    near = get_close_matches(name, SLOTS, n=1)
    hint = f"did you mean {{{near[0]}}}?" if near else "use one of " + ", ".join(f"{{{slot}}}" for slot in SLOTS)
    return Complaint("unknown-slot", f"there is no slot {{{name}}}", hint, f"{{{name}}}")


def _links(text: str) -> list[Complaint]:
    image = _IMAGE.search(text)
    if image:
        return [Complaint("bad-link", "a picture cannot stand in text", "remove it", image[0])]
    tokens = _inline(text)
    complaints = []
    for number, token in enumerate(tokens):
        if token.type == "link_open":
            shown = tokens[number + 1].type != "link_close"
            complaint = _link(str(token.attrGet("href") or ""), shown=shown, text=text)
            complaints += [complaint] if complaint else []
    return complaints


def _link(address: str, *, shown: bool, text: str) -> Complaint | None:
    fragment = address if address and address in text else "]("
    if not shown:
        return Complaint("bad-link", "a link without words", "write [words](address)", fragment)
    if "{" in address or "%7B" in address:
        return Complaint("bad-link", "a slot cannot stand in a link's address", "write the slot as words", "](")
    if _LANGUAGE.fullmatch(address):
        return None
    scheme, colon, rest = address.partition(":")
    if not colon or scheme.lower() not in SCHEMES or not rest.strip("/"):
        hint = "write the whole address, for example https://example.org/page"
        return Complaint(
            "bad-link", f"the link's address `{address}` is no web, mail or telephone address", hint, fragment
        )
    return None


def _marks_left(text: str) -> list[Complaint]:
    block = _BLOCK.search(text)
    if block:
        hint = "write a list as a YAML list, one entry a line under `points:`"
        return [Complaint("bad-markdown", "lists and headings cannot stand inside text", hint, block[0].strip())]
    for token in _inline(text):
        loose = re.search(r"\*\*|__", token.content) if token.type == "text" else None
        if loose and f"\\{loose[0][0]}" not in text:
            hint = "close it with the same mark, next to the word: **like this**"
            return [Complaint("bad-markdown", f"`{loose[0]}` is opened and never closed", hint, loose[0])]
    return []


def _inline(text: str) -> list[Token]:
    return [child for token in _MARKDOWN.parseInline(text) for child in token.children or ()]
