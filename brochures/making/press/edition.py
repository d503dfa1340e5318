"""The press edition of one document, from its page to a checked file and the ticket that goes with it. Floor 4."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from brochures.errors import Problem
from brochures.making.finishing import finish_page
from brochures.making.inspection import is_accessible
from brochures.making.preflight import preflight
from brochures.making.press.pressing import inks_for, pressed
from brochures.making.press.proof import look, press_problems
from brochures.making.press.ticket import ticket_html, ticket_of
from brochures.making.typesetting import Typesetter
from brochures.model.brochure import Brochure
from brochures.model.document import Document
from brochures.model.formats import SLUG_MM
from brochures.model.press import Press

UNTAGGED = ""
"""None of the engine's variants: a press reads nothing aloud, and what PDF/X asks for is written afterwards."""


@dataclass(frozen=True, slots=True)
class PressPiece:
    """The press file and its ticket; where a problem is an error, there is neither."""

    pdf: bytes
    ticket: bytes
    problems: tuple[Problem, ...]
    attempt: bytes
    """The press file as it was looked at, also where it is not delivered."""


def press_piece(  # noqa: PLR0913, PLR0917 - a press file is made of all of these
    document: Document, html: str, brochure: Brochure, press: Press, typesetter: Typesetter, templates: Path, name: str
) -> PressPiece:
    """The document's page as PDF/X-4, looked at again, and its job ticket; it is delivered as `name`.

    Raises:
        StyleFault: what the engine will not set, or a colour that cannot be turned into inks.
    """
    typeset = typesetter.typeset(html, _as_it_is, variant=UNTAGGED, is_tagged=False, slug_mm=SLUG_MM)
    made = replace(typeset, pdf=pressed(document, typeset.pdf, brochure, press))
    seen = look(made.pdf)
    problems = (
        *preflight(document, html, made, brochure.look),
        *press_problems(document, made.pdf, seen, press, inks_for(press, brochure.look.palette)),
    )
    if any(problem.severity == "error" for problem in problems):
        return PressPiece(b"", b"", problems, made.pdf)
    page = ticket_html(ticket_of(document, brochure, made.pdf, press, seen, name), document, brochure, templates)
    ticket = typesetter.typeset(page, finish_page)
    faults = _ticket_problems(ticket.pdf, ticket.page_count, document)
    return PressPiece(b"" if faults else made.pdf, ticket.pdf, (*problems, *faults), made.pdf)


def _as_it_is(_: Any, pdf: Any) -> None:  # noqa: ANN401 - the engine's hook; nothing is added
    """Leaves the engine's file as it is."""


def _ticket_problems(pdf: bytes, pages: int, document: Document) -> list[Problem]:
    """What is wrong with the ticket: it is one page, and it can be read aloud."""
    found = [f"it does not meet PDF/UA-1: {fault}" for fault in is_accessible(pdf)]
    if pages != 1:
        found.append(f"it takes {pages} pages")
    hint = "shorten the clinic's address or the profile's name"
    return [
        Problem("bad-ticket", f"the job ticket is not right: {fault}", hint, piece=document.name) for fault in found
    ]
