"""One piece from brochure to checked PDF, with one engine for all pieces of a look. Floor 4."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from brochures.errors import Problem, StyleFault
from brochures.making import markup
from brochures.making.compose.fitting import fit, plan_of
from brochures.making.compose.plan import Plan, Request
from brochures.making.finishing import finish
from brochures.making.imposing import imposed
from brochures.making.picturing import pictures
from brochures.making.preflight import preflight
from brochures.making.press.edition import press_piece
from brochures.making.typesetting import Typesetter
from brochures.model.brand import Look
from brochures.model.brochure import Brochure
from brochures.model.document import Document
from brochures.model.formats import EditionName, FormatName, PaperName
from brochures.model.press import PrintProfile
from brochures.reading.ownfiles import OWN_ROOMS
from brochures.reading.profiles import press_for

_HINT: Final = "a letter that the brand's fonts lack is the usual cause: write it otherwise, or choose another font"
_OWN_HINT: Final = (
    "a template or stylesheet of the clinic's own is the usual cause: mend it, or take it away to have ours again"
)


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


class Production:
    """Makes pieces of one look; fonts, styles and measured heights are kept between them."""

    def __init__(
        self,
        look: Look,
        styles: Path,
        templates: Path,
        clinic_folder: Path | None = None,
        print_profile: PrintProfile | None = None,
    ) -> None:
        self._look = look
        self._print_profile = print_profile
        self._templates = templates
        self._clinic_folder = clinic_folder
        # A clinic's template may have been mended or put there since the last run of this process.
        markup.environment.cache_clear()
        self._styles = styles
        self._heights: dict[tuple[str, str, Request], float] = {}

    @cached_property
    def _typesetter(self) -> Typesetter:
        """Made with the first piece, so that a stylesheet that cannot be used withholds it, and says why."""
        return Typesetter(self._look, self._styles, self._clinic_folder)

    def produce(  # noqa: PLR0913 - a piece is all of these
        self,
        brochure: Brochure,
        name: FormatName,
        paper: PaperName,
        edition: EditionName,
        *,
        large: bool = False,
        called: str = "",
    ) -> Product:
        """The piece, or the problems for which it is withheld; what the engine will not set is one of them.

        `called` is the name of its file without an ending, as a job ticket tells it.
        """
        try:
            return self._produce(brochure, plan_of(brochure, name, paper, edition, large=large), called)
        except StyleFault as fault:
            hint = _OWN_HINT if self._has_own_files() else _HINT
            return Product(b"", None, (Problem("cannot-set", str(fault), hint),))

    def _has_own_files(self) -> bool:
        folder = self._clinic_folder
        return folder is not None and any((folder / room).exists() for room in OWN_ROOMS)

    def _produce(self, brochure: Brochure, plan: Plan, called: str) -> Product:
        language = brochure.subject.language

        def measure(format_name: str, type_size: str, requests: list[Request]) -> tuple[float, ...]:
            new = [r for r in requests if (format_name, type_size, r) not in self._heights]
            if new:
                page = markup.measuring_html(
                    format_name, type_size, new, self._look, self._templates, language, self._clinic_folder
                )
                found = self._typesetter.measure(page, len(new))
                self._heights.update({(format_name, type_size, r): h for r, h in zip(new, found, strict=True)})
            return tuple(self._heights[format_name, type_size, r] for r in requests)

        document = fit(plan, measure)
        if not isinstance(document, Document):
            return Product(b"", None, document)
        page = markup.html(document, self._look, self._templates, self._clinic_folder)
        if document.edition == "press":
            return self._press(document, page, brochure, called or document.name)
        typeset = self._typesetter.typeset(page, finish(document))
        problems = preflight(document, page, typeset, self._look)
        if any(problem.severity == "error" for problem in problems):
            return Product(b"", document, problems, attempt=typeset.pdf)
        made = imposed(document, typeset.pdf)
        return Product(made, document, problems, _shown(document, typeset.pdf), typeset.pdf)

    def _press(self, document: Document, page: str, brochure: Brochure, called: str) -> Product:
        """The press edition with its ticket."""
        shop = brochure.clinic.press if brochure.clinic else None
        press = press_for(shop, self._print_profile, document.paper.name, self._styles)
        made = press_piece(document, page, brochure, press, self._typesetter, self._templates, called)
        extras = (Extra("-ticket.pdf", made.ticket),) if made.pdf else ()
        return Product(made.pdf, document, made.problems, extras, made.attempt)


def _shown(document: Document, pdf: bytes) -> tuple[Extra, ...]:
    """A picture of each page, for formats that are shown on screens which know no PDF."""
    width = document.format.png_px
    shown = pictures(pdf, width) if width else ()
    return tuple(Extra(f"-{number}.png", data) for number, data in enumerate(shown, start=1))
