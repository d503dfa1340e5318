"""What comes of making a piece, and what it can be made again from. Floor 4.

Light: these are unpacked by programs that never need to know how a piece is composed.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from brochures.errors import Problem
from brochures.model.brand import Look
from brochures.model.document import Document

if TYPE_CHECKING:
    from brochures.model.brochure import Brochure
    from brochures.model.press import PrintProfile


@dataclass(frozen=True, slots=True)
class Extra:
    """A file beside the PDF: what its name has after the piece's (`-1.png`, `-ticket.pdf`), and its bytes."""

    ending: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Product:
    """A checked PDF with its document; or, withheld, no PDF and the problems that say why."""

    pdf: bytes
    document: Document | None
    problems: tuple[Problem, ...]
    extras: tuple[Extra, ...] = ()
    """Files that go with the PDF: pictures of slides, the job ticket of the press edition."""
    attempt: bytes = b""
    """The pages as they were looked at, before they are laid on a sheet; also of what is withheld."""
    page: str = ""
    """The document as the HTML that was set."""


@dataclass(frozen=True, slots=True)
class Shop:
    """What all pieces of one run have in common: the look, and where styles and templates lie."""

    look: Look
    styles: Path
    templates: Path
    clinic_folder: Path | None = None
    print_profile: "PrintProfile | None" = None


@dataclass(frozen=True, slots=True)
class Fitted:
    """A piece that was made and looked at before: it needs to be set again, and neither fitted nor marked up."""

    document: Document
    page: str
    attempt_sha256: str
    """Of the pages as they were looked at."""
    problems: tuple[Problem, ...]
    """What was found then."""
    shop: Shop
    extras: tuple[Extra, ...] = ()
    """Pictures of those pages."""
    brochure: "Brochure | None" = None
    """Of a press edition, whose job ticket is made from it."""
