"""Everything that can be said of a PDF, ours or not: its claims, what judges say of them, what it holds. Floor 4."""

import io
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any, Final, TypeVar

import pikepdf

from brochures.making import report_facts, verapdf, x4
from brochures.making.painted import painted
from brochures.making.report_facts import Colours, Font, Link, Pages, Picture, Structure
from brochures.making.report_reading import Legibility, legibility
from brochures.making.verdicts import STANDARDS, Flavour, Verdict, page_validation

_UA: Final = "{http://www.aiim.org/pdfua/ns/id/}part"
_PDF: Final = b"%PDF-"
_HEAD: Final = 1024
_FILE: Final = re.compile(r"(?:stream )?<[^>]*>:? ?(?:\([^)]*\): ?)?")
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of one file; `trouble` says in one line why it could not be read, and then all else is empty.

    `notes` are lines on what could not be looked at. Standards are named as people write them: `PDF/A-2a`.
    """

    name: str
    size_bytes: int
    trouble: str = ""
    version: str = ""
    encryption: str = ""
    producer: str = ""
    creator: str = ""
    claims: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    pages: tuple[Pages, ...] = ()
    fonts: tuple[Font, ...] = ()
    colours: tuple[Colours, ...] = ()
    pictures: tuple[Picture, ...] = ()
    structure: Structure | None = None
    links: tuple[Link, ...] = ()
    legibility: Legibility | None = None
    notes: tuple[str, ...] = ()

    @property
    def passes(self) -> bool:
        """The file could be read, and no judge says that it breaks a standard that it claims."""
        return not self.trouble and not any(
            verdict.passed is False and verdict.standard in self.claims for verdict in self.verdicts
        )

    def record(self) -> dict[str, Any]:
        """All of it as `--json` prints it."""
        row = asdict(self) | {"passes": self.passes}
        for told, verdict in zip(row["verdicts"], self.verdicts, strict=True):
            told["standard"], told["claimed"] = verdict.standard, verdict.standard in self.claims
        return row


def inspect(pdf: bytes, name: str) -> Report:
    """The report on one file. Whatever is wrong with the file is told in it, and nothing is raised."""
    if _PDF not in pdf[:_HEAD]:
        return Report(name, len(pdf), "the file is empty" if not pdf else "this is no PDF file")
    try:
        with _silence(), pikepdf.open(io.BytesIO(pdf)) as file:
            if not len(file.pages):
                return Report(name, len(pdf), "the file is damaged: it has no pages")
            return _report(pdf, name, file)
    except pikepdf.PasswordError:
        return Report(name, len(pdf), "the file is locked with a password: save it without one, then look again")
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError, AttributeError) as error:
        return Report(name, len(pdf), f"the file is damaged and cannot be read: {_line(error)}")


@contextmanager
def _silence() -> Iterator[None]:
    """Keeps what the library logs of strange metadata off the terminal: what matters of it is in the report."""
    logger = logging.getLogger("pikepdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)


def _report(pdf: bytes, name: str, file: pikepdf.Pdf) -> Report:
    notes: list[str] = []
    if file.get_warnings():
        notes.append("the file is damaged; it was mended as far as possible before it was looked at")

    def told(what: str, find: Callable[[], _Found], otherwise: _Found) -> _Found:
        try:
            return find()
        except Exception as error:  # noqa: BLE001 - a strange file may fail anywhere, and the rest is worth telling
            notes.append(f"{what} could not be looked at: {_line(error)}")
            return otherwise

    none: tuple[str, ...] = ()
    claims = told("what the file claims", lambda: tuple(_claims(file)), none)
    seen = told("colours and pictures", lambda: painted(file), None)
    is_endless = seen is not None and not seen.complete
    if is_endless:
        notes.append("the pages hold too much, or a form that holds itself: not all is told, and no words")
    return Report(
        name,
        len(pdf),
        version=file.pdf_version,
        encryption=_encryption(file),
        producer=told("the producer", lambda: str(file.docinfo.get("/Producer", "")), ""),
        creator=told("the creator", lambda: str(file.docinfo.get("/Creator", "")), ""),
        claims=claims,
        verdicts=tuple(_verdicts(pdf, claims)),
        pages=told("the pages", lambda: report_facts.pages(file), ()),
        fonts=told("the fonts", lambda: report_facts.fonts(file), ()),
        colours=report_facts.colours(seen) if seen else (),
        pictures=report_facts.pictures(seen) if seen else (),
        structure=told("the tags", lambda: report_facts.structure(file), None),
        links=told("the links", lambda: report_facts.links(file), ()),
        legibility=None if is_endless else told("the words", lambda: legibility(pdf), None),
        notes=tuple(notes),
    )


def _claims(file: pikepdf.Pdf) -> Iterator[str]:
    """The standards that the file says it keeps, known here or not."""
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
        part, level = said.get("pdfaid:part"), said.get("pdfaid:conformance", "")
        if part:
            yield f"PDF/A-{part}{str(level).lower()}"
        if said.get(_UA):
            yield f"PDF/UA-{said.get(_UA)}"
        press = said.pdfx_status or str(file.docinfo.get("/GTS_PDFXVersion", ""))
        if press:
            yield press


def _verdicts(pdf: bytes, claims: tuple[str, ...]) -> Iterator[Verdict]:
    """What each judge says on each standard that is claimed, and on PDF/UA-1 unless the file is for a press."""
    asked: list[Flavour] = [flavour for flavour, standard in STANDARDS.items() if standard in claims]
    if not {"ua1", "x4"} & set(asked):
        asked.insert(0, "ua1")
    for flavour in asked:
        if flavour == "x4":
            yield x4.judge(pdf)
            continue
        yield verapdf.judge(pdf, flavour)
        other = page_validation(pdf, flavour)
        if "x4" in asked and other.passed is False:
            # PDF/X-4 asks for a property that it does not know; the reference judge takes it.
            other = Verdict(other.judge, flavour, None, unjudged="it knows no pdf:Trapped, which PDF/X-4 asks for")
        if other.passed is not None or flavour in ("ua1", "2a", "2b"):
            yield other


def _encryption(file: pikepdf.Pdf) -> str:
    if not file.is_encrypted:
        return ""
    how = file.encryption
    return f"{how.bits} bits (R{how.R}), opens without a password"


def _line(error: Exception) -> str:
    """The first line of what a library says, without the name that it gave to the file."""
    lines = _FILE.sub("", str(error)).strip().splitlines() or [type(error).__name__]
    return lines[0]
