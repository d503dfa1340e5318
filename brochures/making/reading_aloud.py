"""What a listener hears of a tagged PDF: its structure tree as a script, line by line. Floor 4."""

import io
import re
from collections.abc import Iterator
from typing import Any, Final

import pikepdf
import pypdfium2
from pypdfium2 import raw

_LEADS: Final = {f"H{level}": f"Heading {level}: " for level in range(1, 7)} | {
    "P": "",
    "Caption": "Caption: ",
    "LI": "List item: ",
    "TD": "Table, cell: ",
}
_SCOPES: Final = {"/Row": "row", "/Column": "column", "/Both": "row and column"}
_HYPHEN: Final = re.compile("[\x02\ufffe]\\s*")
"""What pdfium gives for a hyphen at the end of a line."""
_WENT_ON: Final = re.compile(r"\[([A-Za-z-]+): ([^\[\]]*)\] \[\1: ")
"""Words of another language that were broken at the end of a line."""
_GAP: Final = re.compile(r"\s+")
_DEEPEST: Final = 9


def script(pdf: bytes) -> tuple[str, ...]:
    """The lines that a reader speaks, in the order of the tags: each with what it is, its words, or a figure's own.

    A word in another language stands as `[la: Clostridium botulinum]`, a link as `[link to ADDRESS: words]`.
    What is no content, an artifact, is not there. A file without tags is a script of one line that says so.
    """
    with pikepdf.open(io.BytesIO(pdf)) as file:
        if "/StructTreeRoot" not in file.Root:
            return ("Not tagged: nothing is read aloud.",)
        title = f"Document: {file.docinfo.get('/Title', 'without a title')} ({file.Root.get('/Lang', 'no language')})"
        reader = _Reader({page.obj.objgen: number for number, page in enumerate(file.pages)}, _marked_words(pdf))
        reader.read(file.Root.StructTreeRoot.get("/K"), -1)
        reader.end_line()
        return (title, *reader.lines)


class _Reader:
    """Goes through the tree; a tag of its own line ends the line before it."""

    def __init__(self, pages: dict[tuple[int, int], int], words: dict[tuple[int, int], str]) -> None:
        self.lines: list[str] = []
        self._pages = pages
        self._words = words
        self._lead = ""
        self._said: list[str] = []

    def end_line(self) -> None:
        """Puts what was said since the last line on a line."""
        words = _GAP.sub(" ", _HYPHEN.sub("-", "".join(self._said))).strip()
        while _WENT_ON.search(words):
            words = _WENT_ON.sub(r"[\1: \2 ", words)
        if words:
            self.lines.append(f"{self._lead}{words}")
        self._said = []

    def read(self, node: Any, page: int) -> None:  # noqa: ANN401 - pikepdf gives numbers and objects
        """Reads a tag, content or several; `page` is that of the tag around it."""
        if isinstance(node, pikepdf.Array):
            for part in node:
                self.read(part, page)
        elif isinstance(node, int):
            self._said.append(self._words.get((page, node), ""))
        elif isinstance(node, pikepdf.Dictionary):
            page = self._pages.get(node.Pg.objgen, page) if "/Pg" in node else page
            if "/S" in node:
                self._read_tag(node, str(node.S).lstrip("/"), page)
            elif "/MCID" in node:
                self.read(int(node.MCID), page)

    def _read_tag(self, tag: pikepdf.Dictionary, kind: str, page: int) -> None:
        if kind == "Figure" or "/Alt" in tag:
            self._line(f"{kind}: ", str(tag.get("/Alt", "without words")))
        elif "/ActualText" in tag:
            self._said.append(str(tag.ActualText))
        elif kind == "Table":
            self._line("", f"Table of {len(list(_of_kind(tag, 'TR')))} rows")
            self.read(tag.get("/K"), page)
        elif kind == "Lbl":
            self._read_label(tag, page)
        elif kind == "Link":
            self._between(f"[link to {_address(tag)}: ", tag, page)
        elif "/Lang" in tag:
            self._between(f"[{tag.Lang}: ", tag, page)
        elif kind == "TH" or kind in _LEADS:
            self.end_line()
            self._lead = f"Table, {_scope(tag)} head: " if kind == "TH" else _LEADS[kind] or self._inherited()
            self.read(tag.get("/K"), page)
            self.end_line()
            self._lead = ""
        else:
            self.read(tag.get("/K"), page)

    def _inherited(self) -> str:
        """A paragraph at the beginning of an item or a cell is part of it."""
        return self._lead if not self._said else ""

    def _line(self, lead: str, words: str) -> None:
        self.end_line()
        before, self._lead = self._lead, lead
        self._said = [words]
        self.end_line()
        self._lead = before

    def _read_label(self, tag: pikepdf.Dictionary, page: int) -> None:
        """A number is part of how an item is announced; of a bullet a reader says no more than that it is one."""
        before, self._said = self._said, []
        self.read(tag.get("/K"), page)
        label = "".join(self._said).strip()
        self._said = before
        if any(letter.isalnum() for letter in label):
            self._lead = f"List item {label}: "

    def _between(self, opening: str, tag: pikepdf.Dictionary, page: int) -> None:
        before, self._said = self._said, []
        self.read(tag.get("/K"), page)
        words = "".join(self._said)
        gap = " " if words.endswith(" ") else ""
        self._said = [*before, f"{opening}{words.strip()}]{gap}"]


def _of_kind(tag: Any, kind: str) -> Iterator[pikepdf.Dictionary]:  # noqa: ANN401 - pikepdf gives numbers and objects
    if isinstance(tag, pikepdf.Array):
        for part in tag:
            yield from _of_kind(part, kind)
    elif isinstance(tag, pikepdf.Dictionary) and "/S" in tag:
        if str(tag.S) == f"/{kind}":
            yield tag
        yield from _of_kind(tag.get("/K"), kind)


def _scope(head: pikepdf.Dictionary) -> str:
    attributes = head.get("/A", pikepdf.Dictionary())
    rows = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
    scopes = [str(row.Scope) for row in rows if "/Scope" in row]
    return _SCOPES.get(scopes[0], "") if scopes else "unscoped"


def _address(link: pikepdf.Dictionary) -> str:
    kids: Any = link.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid and "/A" in kid.Obj:
            return str(kid.Obj.A.get("/URI", "this file"))
    return "nowhere"


def _marked_words(pdf: bytes) -> dict[tuple[int, int], str]:
    """The words of each piece of marked content, by page and number."""
    found: dict[tuple[int, int], str] = {}
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=_DEEPEST):
                mark = raw.FPDFPageObj_GetMarkedContentID(item.raw)
                if mark >= 0:
                    found[number, mark] = found.get((number, mark), "") + _said_by(item, text)
    finally:
        document.close()
    return found


def _said_by(item: Any, text: Any) -> str:  # noqa: ANN401 - pypdfium2 carries no types
    length = raw.FPDFTextObj_GetText(item.raw, text.raw, None, 0)
    buffer = (raw.FPDF_WCHAR * (length // 2))()
    raw.FPDFTextObj_GetText(item.raw, text.raw, buffer, length)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
