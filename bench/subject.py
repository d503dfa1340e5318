"""What all engines print: our own personal tri-fold as one HTML file in a folder that needs nothing else.

The folder holds the page, the styles and the fonts, and opens in any engine. In the page the slots hold marks such as
`{{recipient}}`, in whose place each engine's way puts the values.
"""

import os
import shutil
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from brochures import shipped
from brochures.making import markup
from brochures.making.cutting import DISPLAY_OPTICAL_PT, TEXT_OPTICAL_PT, static
from brochures.making.font_rules import font_faces, used_faces
from brochures.making.personal import filled, slots_of
from brochures.making.production import Production
from brochures.model.brand import Look
from brochures.model.document import Document
from brochures.model.formats import FORMATS, EditionName, FormatName, PaperName
from brochures.orders import Selection, file_name, orders
from brochures.sources import read, resolved

_BASE: Final = "https://assets.invalid/"
TODAY: Final = date(2026, 11, 22)
PAGE: Final = "page.html"


@dataclass(frozen=True, slots=True)
class Subject:
    """One brochure as its document and as HTML with a mark in each slot; `fields` are those that it has slots for."""

    document: Document
    page: str
    fields: tuple[str, ...]
    look: Look


@cache
def personal(subject: str = "botox", name: FormatName = "trifold") -> Subject:
    """The personal piece that every engine prints."""
    document, look = _made(subject, name, "letter", "print", is_personal=True)
    fields = tuple(dict.fromkeys(slot.field for slot in slots_of(document)))
    marked = filled(document, {field: f"{{{{{field}}}}}" for field in fields})
    return Subject(document, markup.html(marked, look, shipped.templates()), fields, look)


def plain(subject: str, name: FormatName) -> Subject:
    """A piece that is nobody's own, as `render` makes it."""
    document, look = _made(subject, name, "letter", "print", is_personal=False)
    return Subject(document, markup.html(document, look, shipped.templates()), (), look)


def _made(
    subject: str, name: FormatName, paper: PaperName, edition: EditionName, *, is_personal: bool
) -> tuple[Document, Look]:
    sources = read(Selection(subjects=(subject,), formats=(name,)))
    production = Production(sources.look, shipped.styles(), shipped.templates())
    brochure = replace(resolved(sources, subject, TODAY), is_personal=is_personal)
    product = production.produce(brochure, name, paper, edition)
    if product.document is None or not product.pdf:
        raise SystemExit(f"{subject} {name}: " + "; ".join(problem.message for problem in product.problems))
    return product.document, sources.look


def lay_out(subject: Subject, folder: Path) -> Path:
    """Writes the page with all that it asks for, and says where the page stands."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(shipped.styles(), folder / "styles", ignore=shutil.ignore_patterns("fonts", "profiles"))
    faces = used_faces(subject.look)
    (folder / "fonts").mkdir()
    for number, face in enumerate(faces):
        size = DISPLAY_OPTICAL_PT if face.family == subject.look.display_family else TEXT_OPTICAL_PT
        (folder / "fonts" / f"{number}.ttf").write_bytes(static(face, size))
    (folder / "styles" / "fonts.css").write_text(font_faces(faces, "../"), encoding="utf-8")
    theme = folder / "styles" / "themes" / f"{subject.look.theme.name}.css"
    shutil.copy(theme, folder / "styles" / "theme.css")
    page = folder / PAGE
    page.write_text(_linked(subject.page), encoding="utf-8")
    return page


def _linked(page: str) -> str:
    """The page with its styles beside it."""
    return page.replace("</head>", '<link rel="stylesheet" href="styles/main.css"></head>').replace(_BASE, "")


def without_system_fonts() -> None:
    """Keeps the machine's own fonts away from the engine here, as our own way does."""
    os.environ["FONTCONFIG_FILE"] = str(shipped.styles() / "fonts" / "none.conf")


def catalogue(folder: Path) -> None:
    """Every piece of the catalogue as HTML, in every format on both papers, with all that they ask for."""
    selection = Selection(formats=tuple(row.name for row in FORMATS.values()), papers=("letter", "a4"))
    sources = read(selection)
    shop = Production(sources.look, shipped.styles(), shipped.templates())
    for number, order in enumerate(orders(sources.content.value, sources.clinic, selection)):
        brochure = resolved(sources, order.subject, TODAY)
        product = shop.produce(brochure, order.format, order.paper, order.edition, large=order.large)
        if product.document is None:
            continue
        piece = Subject(product.document, product.page, (), sources.look)
        if not number:
            lay_out(piece, folder)
            (folder / PAGE).unlink()
        (folder / f"{file_name(order, None)}.html").write_text(_linked(piece.page), encoding="utf-8")
