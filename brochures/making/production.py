"""One piece from brochure to checked PDF, with one engine for all pieces of a look. Floor 4."""

import hashlib
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

from brochures.errors import Problem, StyleFault
from brochures.making.finishing import finish
from brochures.making.products import Extra, Fitted, Product
from brochures.making.typesetting import Typeset, Typesetter
from brochures.model.brand import Look
from brochures.model.document import Document
from brochures.model.formats import EditionName, FormatName, PaperName
from brochures.reading.ownfiles import OWN_ROOMS

if TYPE_CHECKING:
    from brochures.making.compose.plan import Plan, Request
    from brochures.making.stamping.program import Program
    from brochures.model.brochure import Brochure
    from brochures.model.press import PrintProfile

_HINT: Final = "a letter that the brand's fonts lack is the usual cause: write it otherwise, or choose another font"
_OWN_HINT: Final = (
    "a template or stylesheet of the clinic's own is the usual cause: mend it, or take it away to have ours again"
)


class Production:
    """Makes pieces of one look; fonts, styles and measured heights are kept between them."""

    def __init__(
        self,
        look: Look,
        styles: Path,
        templates: Path,
        clinic_folder: Path | None = None,
        print_profile: "PrintProfile | None" = None,
    ) -> None:
        self._look = look
        self._print_profile = print_profile
        self._templates = templates
        self._clinic_folder = clinic_folder
        self._styles = styles
        self._heights: dict[tuple[str, str, Request], float] = {}

    @cached_property
    def _markup(self) -> ModuleType:
        """What writes HTML; it is not loaded for pages that were fitted before."""
        from brochures.making import markup

        # A clinic's template may have been mended or put there since the last run of this process.
        markup.environment.cache_clear()
        return markup

    @cached_property
    def _typesetter(self) -> Typesetter:
        """Made with the first piece, so that a stylesheet that cannot be used withholds it, and says why."""
        return Typesetter(self._look, self._styles, self._clinic_folder)

    def produce(  # noqa: PLR0913 - a piece is all of these
        self,
        brochure: "Brochure",
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
        from brochures.making.compose.fitting import plan_of

        try:
            return self._produce(brochure, plan_of(brochure, name, paper, edition, large=large), called)
        except StyleFault as fault:
            return self._refused(fault)

    def produce_again(self, fitted: Fitted, called: str = "") -> Product:
        """The piece that was fitted before; pages of the bytes that were looked at then are not looked at again."""
        try:
            return self._produce_again(fitted, called)
        except StyleFault as fault:
            return Product(
                b"", None, (Problem("cannot-set", str(fault), _OWN_HINT if self._has_own_files() else _HINT),)
            )

    def _produce_again(self, fitted: Fitted, called: str) -> Product:
        document = fitted.document
        if fitted.brochure:
            return self._press(document, fitted.page, fitted.brochure, called or document.name)
        typeset = self._typesetter.typeset(fitted.page, finish(document))
        if hashlib.sha256(typeset.pdf).hexdigest() != fitted.attempt_sha256:
            return _product(document, fitted.page, typeset.pdf, self._looked_at(document, fitted.page, typeset))
        sheets = _laid(document, typeset.pdf)
        return Product(sheets, document, fitted.problems, fitted.extras, typeset.pdf, fitted.page)

    def _looked_at(self, document: Document, page: str, typeset: Typeset) -> tuple[Problem, ...]:
        # What looks at pages is not loaded for pages that were looked at before.
        from brochures.making.preflight import preflight

        return preflight(document, page, typeset, self._look)

    def compile(self, fitted: Fitted, letters: frozenset[str] = frozenset()) -> "Program":
        """A personal piece that was fitted before, as it is stamped; `letters` are compiled in beside the usual ones.

        Raises:
            StyleFault: a slot cannot be filled in without laying out anew.
        """
        from brochures.making.personal import slots_of
        from brochures.making.stamping.compiling import compile_program

        document = fitted.document
        least = {"least_pt": document.body_pt} if document.large else {}
        slots = slots_of(document)
        return compile_program(fitted.page, slots, self._typesetter, finish(document), extra=letters, **least)

    def _refused(self, fault: StyleFault) -> Product:
        hint = _OWN_HINT if self._has_own_files() else _HINT
        return Product(b"", None, (Problem("cannot-set", str(fault), hint),))

    def _has_own_files(self) -> bool:
        folder = self._clinic_folder
        return folder is not None and any((folder / room).exists() for room in OWN_ROOMS)

    def _produce(self, brochure: "Brochure", plan: "Plan", called: str) -> Product:
        from brochures.making.compose.fitting import fit

        language = brochure.subject.language

        def measure(format_name: str, type_size: str, requests: "list[Request]") -> tuple[float, ...]:
            new = [r for r in requests if (format_name, type_size, r) not in self._heights]
            if new:
                page = self._markup.measuring_html(
                    format_name, type_size, new, self._look, self._templates, language, self._clinic_folder
                )
                found = self._typesetter.measure(page, len(new))
                self._heights.update({(format_name, type_size, r): h for r, h in zip(new, found, strict=True)})
            return tuple(self._heights[format_name, type_size, r] for r in requests)

        document = fit(plan, measure)
        if not isinstance(document, Document):
            return Product(b"", None, document)
        page = self._markup.html(document, self._look, self._templates, self._clinic_folder)
        if document.edition == "press":
            return self._press(document, page, brochure, called or document.name)
        typeset = self._typesetter.typeset(page, finish(document))
        return _product(document, page, typeset.pdf, self._looked_at(document, page, typeset))

    def _press(self, document: Document, page: str, brochure: "Brochure", called: str) -> Product:
        """The press edition with its ticket."""
        from brochures.making.press.edition import press_piece
        from brochures.reading.profiles import press_for

        shop = brochure.clinic.press if brochure.clinic else None
        press = press_for(shop, self._print_profile, document.paper.name, self._styles)
        made = press_piece(document, page, brochure, press, self._typesetter, self._templates, called)
        extras = (Extra("-ticket.pdf", made.ticket),) if made.pdf else ()
        return Product(made.pdf, document, made.problems, extras, made.attempt, page)


def _product(document: Document, page: str, pdf: bytes, problems: tuple[Problem, ...]) -> Product:
    """The pages laid on their sheet; no sheet of pages with an error."""
    if any(problem.severity == "error" for problem in problems):
        return Product(b"", document, problems, attempt=pdf, page=page)
    return Product(_laid(document, pdf), document, problems, _shown(document, pdf), pdf, page)


def _laid(document: Document, pdf: bytes) -> bytes:
    """The pages on the sheets of the office's printer, where they are smaller than those."""
    if document.format.ganging is None or document.edition != "print":
        return pdf
    from brochures.making.imposing import imposed

    return imposed(document, pdf)


def _shown(document: Document, pdf: bytes) -> tuple[Extra, ...]:
    """A picture of each page, for formats that are shown on screens which know no PDF."""
    width = document.format.png_px
    if not width:
        return ()
    from brochures.making.picturing import pictures

    return tuple(Extra(f"-{number}.png", data) for number, data in enumerate(pictures(pdf, width), start=1))
