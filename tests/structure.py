"""What a screen reader finds in a PDF: its tags in order, each with its words. And all words that are printed."""

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw

_HYPHEN_AT_END = re.compile("[\x02\ufffe]\\s*")


@dataclass(frozen=True)
class Tag:
    """One element: its kind (`H1`, `P`, `Figure`), page from 0, own words, and alternative text."""

    kind: str
    page: int
    words: str
    alternative: str = ""


@lru_cache(maxsize=64)
def tags(pdf: bytes) -> tuple[Tag, ...]:
    """Every element of the structure tree, in reading order."""
    words = marked_words(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        return tuple(_walk(file.Root.StructTreeRoot.K, pages, words, -1))


def marked_words(pdf: bytes) -> dict[tuple[int, int], str]:
    """The words of each piece of marked content, by page and id."""
    found: dict[tuple[int, int], str] = {}
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            for item in page.get_objects(max_depth=9):
                marked = raw.FPDFPageObj_GetMarkedContentID(item.raw)
                if marked >= 0 and raw.FPDFPageObj_GetType(item.raw) == raw.FPDF_PAGEOBJ_TEXT:
                    length = raw.FPDFTextObj_GetText(item.raw, text.raw, None, 0)
                    buffer = (raw.FPDF_WCHAR * (length // 2))()
                    raw.FPDFTextObj_GetText(item.raw, text.raw, buffer, length)
                    said = bytes(buffer).decode("utf-16-le").rstrip("\0")
                    found[number, marked] = f"{found.get((number, marked), '')}{said}"
    finally:
        document.close()
    return found


def _walk(
    node: pikepdf.Object, pages: dict[tuple[int, int], int], words: dict[tuple[int, int], str], page: int
) -> Iterator[Tag]:
    if isinstance(node, pikepdf.Array):
        for part in node:
            yield from _walk(part, pages, words, page)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        page = pages.get(node.Pg.objgen, page) if "/Pg" in node else page
        kids = node.get("/K")
        inside: list[Any] = list(kids) if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]
        own = "".join(words.get((page, mark), "") for mark in map(_mark, inside) if mark is not None)
        yield Tag(str(node.S).lstrip("/"), page, own, str(node.get("/Alt", "")))
        for kid in inside:
            yield from _walk(kid, pages, words, page)


def _mark(kid: Any) -> int | None:  # noqa: ANN401 - a number, or a record that holds one
    if isinstance(kid, pikepdf.Dictionary):
        return int(kid.MCID) if "/MCID" in kid else None
    return int(kid) if isinstance(kid, int) else None


@lru_cache(maxsize=64)
def printed_words(pdf: bytes) -> str:
    """All words of the pages, in the order of their content, one blank between two."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return " ".join(unicodedata.normalize("NFKC", _HYPHEN_AT_END.sub("-", text)).split())
