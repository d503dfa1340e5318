"""The job ticket: one page for the print shop that says what the press file is and how it is made up. Floor 4."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from jinja2 import TemplateError

from brochures.errors import StyleFault
from brochures.making import markup
from brochures.making.press.drawing import Drawing, drawing, imperial, metric
from brochures.making.press.proof import Seen
from brochures.model.brochure import Brochure
from brochures.model.document import Document
from brochures.model.formats import PAPERS, SLUG_MM, FormatName
from brochures.model.press import Press

_SIDE_MM: Final = 16.0
_GAP_MM: Final = 8.0
_SCORED_GSM: Final = 160
"""Heavier paper cracks along a fold that was not scored; shops begin at 150 to 160 g/m²."""
_GSM: Final[dict[FormatName, int]] = {
    "trifold": 150,
    "zfold": 150,
    "bifold": 150,
    "handout": 130,
    "comparison": 130,
    "rack-card": 300,
    "poster": 170,
    "card": 300,
}
_FOLDS: Final[dict[FormatName, str]] = {
    "trifold": "Roll fold (C-fold), two parallel folds to six panels. The narrowest panel is folded in first.",
    "zfold": "Z-fold (accordion), two parallel folds, one each way, to six equal panels.",
    "bifold": "Half fold, one fold in the middle.",
    "card": "Half fold, one fold in the middle; the cover lies outside.",
}
_A_SHEET: Final = 2
_TURNED: Final = {
    "DuplexFlipShortEdge": "Turn on the short edge, head to head: all pages are upright in the file.",
    "DuplexFlipLongEdge": "Turn on the long edge, head to head: all pages are upright in the file.",
}
_WRITTEN: Final = (
    "Order number", "Quantity", "Paper agreed", "Proof wanted", "Ready by", "Deliver to", "Invoice to",
    "Signed for the clinic",
)  # fmt: skip
_GROUP: Final = 16

Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Ticket:
    """Everything that is printed on the ticket: heading, drawing, and rows of label and words under each title."""

    title: str
    piece: str
    clinic: tuple[str, ...]
    drawing: Drawing
    tables: tuple[tuple[str, tuple[Row, ...]], ...]
    written: tuple[str, ...]


def ticket_of(  # noqa: PLR0913, PLR0917 - the ticket tells of all of these
    document: Document, brochure: Brochure, pdf: bytes, press: Press, seen: Seen, name: str
) -> Ticket:
    """The ticket of one press file, which is delivered as `name`."""
    room = PAPERS[document.paper.name].width_mm - 2 * _SIDE_MM
    return Ticket(
        title=document.title,
        piece=document.format.label + (", large print" if document.large else ""),
        clinic=_clinic(brochure),
        drawing=drawing(document, room, _GAP_MM),
        tables=(
            ("The file", _file(brochure, pdf, name)),
            ("Size", _size(document)),
            ("Ink", _ink(press, seen)),
            ("Paper and making-up", _making(document, press)),
        ),
        written=_WRITTEN,
    )


def ticket_html(ticket: Ticket, document: Document, brochure: Brochure, templates: Path) -> str:
    """The ticket as a page of its own.

    Raises:
        StyleFault: the template of ours is broken.
    """
    template = markup.environment(templates).get_template("ticket.html")
    look, paper = brochure.look, PAPERS[document.paper.name]
    root = markup.root(look, (paper.width_mm, paper.height_mm))
    try:
        return template.render(
            ticket=ticket, root=root, theme=look.theme.name, paint=look.palette, face=look.text_family
        )
    except TemplateError as error:
        raise StyleFault(f"the template {template.name} is broken: {error}") from error


def _clinic(brochure: Brochure) -> tuple[str, ...]:
    clinic = brochure.clinic
    if clinic is None:
        return ("Clinic: not named",)
    place = clinic if clinic.address else next(iter(clinic.locations), clinic)
    return tuple(filter(None, (clinic.name, *place.address, clinic.main_phone, clinic.mail)))


def _file(brochure: Brochure, pdf: bytes, name: str) -> tuple[Row, ...]:
    digest = sha256(pdf).hexdigest()
    return (
        ("Name", f"{name}.pdf"),
        ("Kind", "PDF/X-4, fonts embedded, nothing to convert or to trap"),
        ("Version", f"{brochure.name} {brochure.version_id}"),
        ("SHA-256", " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))),
    )


def _size(document: Document) -> tuple[Row, ...]:
    width, height = document.size_mm
    bleed, sheet = document.paper.bleed_mm, tuple(edge + 2 * SLUG_MM for edge in document.size_mm)
    return (
        ("Trim, open", f"{metric(width)} × {metric(height)} ({imperial(width)} × {imperial(height)})"),
        ("Bleed", f"{metric(bleed)} ({imperial(bleed)}) on all four sides, included"),
        ("Page", f"{metric(sheet[0])} × {metric(sheet[1])} with marks; print at actual size"),
        ("Pages", _pages(document)),
    )


def _pages(document: Document) -> str:
    count = len(document.pages)
    if count == 1:
        return "1, printed on one side"
    sheets = -(-count // _A_SHEET)
    return f"{count}, on both sides of {sheets} sheet{'s' if sheets > 1 else ''}; page 2 backs up page 1"


def _ink(press: Press, seen: Seen) -> tuple[Row, ...]:
    profile = press.profile
    return (
        ("Colours", "Cyan, magenta, yellow, black (4/4). No spot colours, no RGB."),
        ("Most ink", f"{seen.most_ink:.0%} on one spot; the limit is {press.most_ink:.0%} for {press.stock} paper"),
        ("Text", "Body text in black alone; marks in all inks"),
        ("Condition", f"{profile.condition}: {profile.label}, embedded"),
    )


def _making(document: Document, press: Press) -> tuple[Row, ...]:
    name, folds = document.format.name, document.pages[0].folds_mm
    weight = press.weight_gsm or _GSM.get(name, 150)
    is_booklet = bool(folds) and len(document.pages) > _A_SHEET
    rows = [
        ("Stock", f"{press.stock.capitalize()}, {weight} g/m²{'' if press.weight_gsm else ' suggested'}"),
        ("Sides", _TURNED[document.format.duplex] if len(document.pages) > 1 else "One side only."),
        ("Fold", _FOLDS.get(name, "Along the marks.") if folds else "None. Trim to size."),
    ]
    if folds:
        rows.append(("Score", _score(weight)))
    if is_booklet:
        pages = 2 * len(document.pages)
        rows.append(
            ("Binding", f"Saddle stitch, two wires, {pages} pages. Sheets lie as in the file, the first outside.")
        )
    elif len(document.pages) > _A_SHEET:
        rows.append(("Binding", "One staple, top left."))
    return tuple(rows)


def _score(weight: int) -> str:
    if weight > _SCORED_GSM:
        return f"Score before folding: {weight} g/m² cracks otherwise."
    return f"Not needed up to {_SCORED_GSM} g/m²; score heavier paper before folding."
