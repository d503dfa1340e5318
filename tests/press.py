"""The pieces that tests look at, each made once a session and in the way of the pipeline."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from brochures import pipeline, shipped
from brochures.errors import Problem, format_problem
from brochures.making import markup
from brochures.making.compose.fitting import fit, plan_of
from brochures.making.compose.plan import Request
from brochures.making.compose.resolve import resolve
from brochures.making.finishing import finish
from brochures.making.preflight import preflight
from brochures.making.typesetting import Typeset, Typesetter
from brochures.model.brand import Look
from brochures.model.brochure import Brochure
from brochures.model.content import Content
from brochures.model.document import Document
from brochures.model.formats import EditionName, FormatName, PaperName
from brochures.model.profile import Profile
from brochures.pipeline import Order, Selection, Sources
from brochures.reading.promotion import read_profile_named

CONTENT = Path(__file__).parent / "content"
SHORTEST = CONTENT / "shortest.yaml"
PAIR = CONTENT / "pair.yaml"
SHIPPED: dict[str, tuple[FormatName, ...]] = {
    "botox": ("trifold", "handout"),
    "fillers": ("trifold", "handout"),
    "botox-vs-fillers": ("trifold", "comparison"),
}
PAPERS: tuple[PaperName, ...] = ("letter", "a4")
EDITIONS: tuple[EditionName, ...] = ("print", "screen")
EVERY_ORDER = tuple(
    Order(subject, name, paper, edition)
    for subject, formats in SHIPPED.items()
    for name in formats
    for paper in PAPERS
    for edition in EDITIONS
)
"""Everything that ships, in the order of the catalogue."""


TODAY = date(2026, 11, 22)


@cache
def place(name: str = "us") -> Profile:
    """A shipped profile."""
    return read_profile_named(name, None, None).value


def name_of(order: Order) -> str:
    """How a test's report names a piece."""
    return f"{order.subject}-{order.format}-{order.paper}-{order.edition}"


@dataclass(frozen=True)
class Printed:
    """One piece with all that led to it; `problems` say why it was withheld."""

    order: Order
    document: Document | None
    html: str
    typeset: Typeset | None
    problems: tuple[Problem, ...]

    @property
    def pdf(self) -> bytes:
        """The file; a withheld piece fails the test that asks for it, in the words of its problems."""
        errors = [problem for problem in self.problems if problem.severity == "error"]
        assert not errors, "\n".join(format_problem(problem) for problem in errors)
        assert self.typeset is not None
        return self.typeset.pdf

    @property
    def pages(self) -> Document:
        """What was composed."""
        assert self.document is not None, "\n".join(format_problem(problem) for problem in self.problems)
        return self.document

    @property
    def set_pages(self) -> Typeset:
        """What the engine made of it."""
        assert self.typeset is not None, "\n".join(format_problem(problem) for problem in self.problems)
        return self.typeset


@dataclass
class Press:
    """Sources that were read once, the engine loaded once, and every piece that was asked for."""

    content_file: Path | None = None
    clinic_file: Path | None = None
    _made: dict[Order, Printed] = field(default_factory=dict)
    _heights: dict[tuple[str, str, str, Request], float] = field(default_factory=dict)

    @cached_property
    def sources(self) -> Sources:
        """Content, clinic and look."""
        return pipeline.read(Selection(content=self.content_file, clinic=self.clinic_file))

    @property
    def content(self) -> Content:
        """The content, checked."""
        return self.sources.content.value

    @property
    def look(self) -> Look:
        """The clinic's look, or the house's."""
        return self.sources.look

    @cached_property
    def typesetter(self) -> Typesetter:
        """The engine with this look."""
        return Typesetter(self.look, shipped.styles())

    def brochure(self, subject: str) -> Brochure:
        """The subject, resolved for the clinic."""
        return resolve(self.content, subject, self.sources.clinic, self.look, profile=self.sources.place)

    def piece(
        self,
        subject: str,
        name: FormatName,
        paper: PaperName = "letter",
        edition: EditionName = "print",
        *,
        large: bool = False,
    ) -> Printed:
        """The piece, made now or before."""
        order = Order(subject, name, paper, edition, large=large)
        if order not in self._made:
            self._made[order] = self.made(self.brochure(subject), order)
        return self._made[order]

    def made(self, brochure: Brochure, order: Order) -> Printed:
        """A piece of any brochure of this look."""

        def measure(format_name: str, type_size: str, requests: list[Request]) -> tuple[float, ...]:
            kind = (format_name, type_size, language)
            new = [request for request in requests if (*kind, request) not in self._heights]
            page = markup.measuring_html(format_name, type_size, new, self.look, shipped.templates(), language)
            found = self.typesetter.measure(page, len(new)) if new else ()
            self._heights.update({(*kind, request): height for request, height in zip(new, found, strict=True)})
            return tuple(self._heights[*kind, request] for request in requests)

        language = brochure.subject.language
        document = fit(plan_of(brochure, order.format, order.paper, order.edition, large=order.large), measure)
        if not isinstance(document, Document):
            return Printed(order, None, "", None, document)
        html = self.html(document)
        typeset = self.typeset(html, document)
        return Printed(order, document, html, typeset, preflight(document, html, typeset, self.look))

    def html(self, document: Document) -> str:
        """A document as markup."""
        return markup.html(document, self.look, shipped.templates())

    def typeset(self, html: str, document: Document) -> Typeset:
        """Markup as PDF, finished as this document is."""
        return self.typesetter.typeset(html, finish(document))

    def preflight(self, document: Document, html: str, typeset: Typeset) -> set[str]:
        """The codes of everything that is wrong."""
        return {problem.code for problem in preflight(document, html, typeset, self.look)}
