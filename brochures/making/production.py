"""One piece from brochure to checked PDF, with one engine for all pieces of a look. Floor 4."""

from dataclasses import dataclass
from pathlib import Path

from brochures.errors import Problem, StyleFault
from brochures.making import markup
from brochures.making.compose.fitting import fit, plan_of
from brochures.making.compose.plan import Request
from brochures.making.finishing import finish
from brochures.making.preflight import preflight
from brochures.making.typesetting import Typesetter
from brochures.model.brand import Look
from brochures.model.brochure import Brochure
from brochures.model.document import Document
from brochures.model.formats import EditionName, FormatName, PaperName


@dataclass(frozen=True, slots=True)
class Product:
    """A checked PDF with its document; or, withheld, no PDF and the problems that say why."""

    pdf: bytes
    document: Document | None
    problems: tuple[Problem, ...]


class Production:
    """Makes pieces of one look; fonts, styles and measured heights are kept between them."""

    def __init__(self, look: Look, styles: Path, templates: Path) -> None:
        self._look = look
        self._templates = templates
        self._typesetter = Typesetter(look, styles)
        self._heights: dict[tuple[str, str, Request], float] = {}

    def produce(self, brochure: Brochure, name: FormatName, paper: PaperName, edition: EditionName) -> Product:
        """The piece, or the problems for which it is withheld; what the engine will not set is one of them."""
        try:
            return self._produce(brochure, name, paper, edition)
        except StyleFault as fault:
            hint = "a letter that the brand's fonts lack is the usual cause: write it otherwise, or choose another font"
            return Product(b"", None, (Problem("cannot-set", str(fault), hint),))

    def _produce(self, brochure: Brochure, name: FormatName, paper: PaperName, edition: EditionName) -> Product:
        language = brochure.subject.language

        def measure(format_name: str, type_size: str, requests: list[Request]) -> tuple[float, ...]:
            new = [r for r in requests if (format_name, type_size, r) not in self._heights]
            if new:
                page = markup.measuring_html(format_name, type_size, new, self._look, self._templates, language)
                found = self._typesetter.measure(page, len(new))
                self._heights.update({(format_name, type_size, r): h for r, h in zip(new, found, strict=True)})
            return tuple(self._heights[format_name, type_size, r] for r in requests)

        plan = plan_of(brochure, name, paper, edition)
        document = fit(plan, measure)
        if not isinstance(document, Document):
            return Product(b"", None, document)
        page = markup.html(document, self._look, self._templates)
        typeset = self._typesetter.typeset(page, finish(document))
        problems = preflight(document, page, typeset, self._look)
        return Product(b"" if problems else typeset.pdf, document, problems)
