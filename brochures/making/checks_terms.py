"""Words that may not be printed in this place: looked for in the finished file itself, everywhere in it. Floor 4."""

import io
import re
from collections.abc import Iterator
from typing import Final

import pikepdf

from brochures.making.evidence import Evidence
from brochures.making.findings import Finding, Findings
from brochures.model.profile import term_in, term_within

_HYPHENS: Final = re.compile("[-\u2010\u2011\u00ad]\\s*\n\\s*|\u00ad|[\ufffe\u0002]\\s*")
"""Where a word goes on in the next line; the last two are how readers of PDF report such a hyphen."""

_ADDRESS: Final = re.compile(r"(?:[a-z]+://|mailto:|www\.)[^\s<>\"']+", re.IGNORECASE)


def terms(evidence: Evidence) -> Findings:
    """No blocked word in the text of any page, nor in titles, alternatives, bookmarks, notes and links."""
    laws = evidence.document.forbidden
    for where, text in (*_pages(evidence), *_strings(evidence.pdf)) if laws else ():
        for law in laws:
            term = _term(text, law.terms)
            if term:
                message = f"{where} holds “{term}”, which may not be printed here ({law.place})"
                yield Finding("forbidden-term", message, law.why)


def _term(text: str, terms: tuple[str, ...]) -> str:
    """The blocked word in a text; in an address, where words run together, also as a part of one."""
    within = (term_within(address, terms) for address in _ADDRESS.findall(text))
    return term_in(text, terms) or next(filter(None, within), "")


def _pages(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """The text of each page, as a reader program takes it out; and with the words whole that a line's end parts."""
    by_page: dict[int, list[str]] = {}
    for character in evidence.read:
        by_page.setdefault(character.page, []).append(character.text)
    for page, letters in sorted(by_page.items()):
        text = "".join(letters)
        yield f"page {page + 1}", text
        yield f"page {page + 1}", _HYPHENS.sub("", text.replace("\r", "\n"))


def _strings(pdf: bytes) -> Iterator[tuple[str, str]]:
    """Every text that the file holds beside its pages: properties, tags, bookmarks, notes, addresses, metadata."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        yield from (("the file's properties", text) for text in _texts(file.trailer.get("/Info")))
        for held in file.objects:
            yield from (("the file", text) for text in _texts(held))
            if isinstance(held, pikepdf.Stream) and held.get("/Type") == pikepdf.Name.Metadata:
                yield "the file's metadata", held.read_bytes().decode("utf-8", "replace")


def _texts(held: object) -> Iterator[str]:
    """The texts in one object of the file; what it points to is an object of its own."""
    if isinstance(held, pikepdf.String):
        yield str(held)
    elif isinstance(held, pikepdf.Array):
        for part in held.as_list():
            yield from () if _is_elsewhere(part) else _texts(part)
    elif isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
        for key in held.keys():  # noqa: SIM118 - iterating itself is not the same for streams
            value = held.get(key)
            yield from () if _is_elsewhere(value) else _texts(value)


def _is_elsewhere(part: object) -> bool:
    return isinstance(part, pikepdf.Object) and part.is_indirect
