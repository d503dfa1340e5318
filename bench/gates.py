"""What a figure is worth: whether the file has all words, its pages, its fonts, its tags. Judged for every engine."""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from unicodedata import normalize
from xml.etree import ElementTree as ET

from bench.drawing import Drawn, Sheet, Words
from bench.filling import MARK, Values

_WORD: Final = re.compile(r"\w+")
_PROGRAMS: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_BROKEN_WORD: Final = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What was found in one engine's file."""

    pages: int
    missing: tuple[str, ...]
    loose_fonts: tuple[str, ...]
    is_tagged: bool
    size: int
    verdicts: tuple[tuple[str, str], ...] = ()

    @property
    def passes(self) -> bool:
        """Two pages, all words, all fonts inside."""
        return self.pages == 2 and not self.missing and not self.loose_fonts  # noqa: PLR2004 - two sides of a sheet

    @property
    def told(self) -> str:
        """In a few words."""
        words = f"{len(self.missing)} words missing ({', '.join(self.missing[:3])})" if self.missing else "all words"
        fonts = f"fonts not embedded: {', '.join(self.loose_fonts)}" if self.loose_fonts else "fonts embedded"
        tags = "tagged" if self.is_tagged else "not tagged"
        judged = "".join(f", {name} {verdict}" for name, verdict in self.verdicts)
        return f"{self.pages} pages, {words}, {fonts}, {tags}{judged}"


def words_of(sheets: Iterable[Sheet], values: Values) -> Counter[str]:
    """Every word that stands on the pages when one person's values are in them."""
    found: Counter[str] = Counter()
    for sheet in sheets:
        for thing in sheet.things:
            if isinstance(thing, Words):
                text = "\n".join("".join(run.text for run in line.runs) for line in thing.lines)
                found.update(_words(MARK.sub(lambda mark: values.get(mark[1], ""), text)))
            elif isinstance(thing, Drawn):
                for node in ET.fromstring(thing.svg).iter("{http://www.w3.org/2000/svg}text"):  # noqa: S314 - our own
                    found.update(_words("".join(node.itertext())))
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(normalize("NFKC", text.replace(_BROKEN_WORD, "-")))


def text_of(pdf: bytes) -> str:
    """What can be copied out of the file, page by page."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def judge(path: Path, wanted: Counter[str], *, standards: bool = False) -> Gate:
    """One engine's file, looked at; with `standards` by veraPDF too, where it is installed."""
    import pikepdf

    data = path.read_bytes()
    missing = _missing(wanted, text_of(data))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        loose = tuple(sorted(set(_loose(pdf))))
        root: Any = pdf.Root
        is_tagged = "/StructTreeRoot" in root and bool(root.get("/MarkInfo", {}).get("/Marked", False))
        pages = len(pdf.pages)
    verdicts = verdicts_of(data) if standards else ()
    return Gate(pages, tuple(sorted(missing)), loose, is_tagged, len(data), verdicts)


def _missing(wanted: Counter[str], text: str) -> list[str]:
    """Words that are nowhere in the text; where spaces are only guessed from gaps, a word may touch the next."""
    found = _words(text)
    letters = "".join(found)
    return [word for word, count in (wanted - Counter(found)).items() if letters.count(word) < count]


def _loose(pdf: Any) -> Iterator[str]:  # noqa: ANN401 - pikepdf's own
    """Names of fonts whose letters are not in the file."""
    for found in pdf.objects:
        if not hasattr(found, "get") or not hasattr(found, "keys"):
            continue
        if str(found.get("/Type", "")) == "/Font" and str(found.get("/Subtype", "")) not in ("/Type0", "/Type3"):
            told = found.get("/FontDescriptor", {})
            if not any(name in told for name in _PROGRAMS):
                yield str(found.get("/BaseFont", "?")).lstrip("/")


def verdicts_of(data: bytes) -> tuple[tuple[str, str], ...]:
    """What veraPDF says of PDF/UA-1 and PDF/A-2a; nothing where it cannot run."""
    from brochures.making import verapdf

    if verapdf.available():
        return ()
    judged = [(name, verapdf.judge(data, flavour)) for name, flavour in (("UA-1", "ua1"), ("A-2a", "2a"))]  # type: ignore[arg-type]
    return tuple((name, "pass" if verdict.passed else "fail") for name, verdict in judged)
