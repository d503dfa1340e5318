"""Every combination of subject, format, paper, edition and theme, and what the judges say of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from brochures import pipeline, shipped
from brochures.making import markup, verapdf, x4
from brochures.making.compose.resolve import resolve
from brochures.making.production import Production
from brochures.making.products import Product
from brochures.making.typesetting import Typesetter
from brochures.making.verdicts import Flavour, Verdict, page_validation
from brochures.model.formats import FORMATS, EditionName, FormatName, PaperName
from brochures.model.themes import THEMES, ThemeName
from brochures.pipeline import Selection, Sources
from tests.browser import Browser

SUBJECTS: Final = {"topic": ("botox", "fillers"), "comparison": ("botox-vs-fillers",)}


@dataclass(frozen=True)
class Cell:
    """One piece of the matrix."""

    subject: str
    format: FormatName
    paper: PaperName
    edition: EditionName
    theme: ThemeName
    large: bool = False

    def __str__(self) -> str:
        """`botox-trifold-letter-print-clear`."""
        large = "-large" if self.large else ""
        return f"{self.subject}-{self.format}-{self.paper}-{self.edition}-{self.theme}{large}"

    @property
    def standards(self) -> tuple[Flavour, ...]:
        """What the file claims: press files are for the print shop, all others are archival and accessible."""
        return ("2b",) if self.edition == "press" else ("ua1", "2a")


def cells(*, every_subject: bool = False) -> Iterator[Cell]:
    """The whole matrix, in catalogue order; large print on every paper and in every edition that has it.

    Each theme shows another subject, or all of them.
    """
    for row in FORMATS.values():
        having = [name for kind in row.kinds for name in SUBJECTS[kind]]
        for at, theme in enumerate(THEMES):
            for subject in having if every_subject else having[at % len(having) :][:1]:
                for paper in row.papers:
                    for edition in row.editions:
                        for large in (False, True)[: 1 + row.has_large]:
                            yield Cell(subject, row.name, paper, edition, theme, large)  # type: ignore[arg-type] # the keys are the names


@dataclass(frozen=True)
class Outcome:
    """What came of one cell: empty tuples where nothing is wrong; judges that were not asked are not there."""

    cell: Cell
    pages: int
    size: int
    faults: dict[str, tuple[str, ...]]

    @property
    def passes(self) -> bool:
        """Whether no judge found anything."""
        return not any(self.faults.values())


def told(verdict: Verdict) -> tuple[str, ...]:
    """Why a file does not pass: faults, or why there is no verdict."""
    if verdict.passed:
        return ()
    faults = (f"{fault.rule}: {fault.message}" for fault in verdict.faults if fault.severity == "error")
    return tuple(faults) or (verdict.unjudged or "failed",)


@dataclass
class Bench:
    """Makes pieces of one theme in the product's own way, and shows them to the judges."""

    theme: ThemeName
    _products: dict[Cell, Product] = field(default_factory=dict)

    @cached_property
    def sources(self) -> Sources:
        """What ships, in this theme."""
        return pipeline.read(Selection(theme=self.theme))

    @cached_property
    def production(self) -> Production:
        """The engine with this theme."""
        return Production(self.sources.look, shipped.styles(), shipped.templates())

    @cached_property
    def typesetter(self) -> Typesetter:
        """What serves styles and fonts to the browser."""
        return Typesetter(self.sources.look, shipped.styles())

    def product(self, cell: Cell) -> Product:
        """The piece, made now or before."""
        if cell not in self._products:
            sources = self.sources
            brochure = resolve(sources.content.value, cell.subject, None, sources.look, profile=sources.place)
            made = self.production.produce(brochure, cell.format, cell.paper, cell.edition, large=cell.large)
            self._products[cell] = made
        return self._products[cell]

    def html(self, cell: Cell) -> str:
        """The markup of the piece."""
        document = self.product(cell).document
        assert document is not None
        return markup.html(document, self.sources.look, shipped.templates())

    def verdict(self, cell: Cell, browser: Browser | None) -> Outcome:
        """What preflight, the judges of the file and axe find; our subset of PDF/X-4 for the press."""
        product = self.product(cell)
        found = {"preflight": tuple(f"{p.code}: {p.message}" for p in product.problems if p.severity == "error")}
        if not product.pdf:
            return Outcome(cell, 0, 0, {**found, "made": ("withheld",)})
        for standard in cell.standards:
            found[f"veraPDF {standard}"] = told(verapdf.judge(product.pdf, standard))
            if cell.edition != "press":
                # Of a press file it does not know `pdf:Trapped`, which PDF/X-4 asks for and veraPDF takes.
                found[f"page-validation {standard}"] = told(page_validation(product.pdf, standard))
        if cell.edition == "press":
            found["x4"] = told(x4.judge(product.pdf))
        elif browser:
            found["axe"] = browser.violations(self.html(cell), self.typesetter)
        pages = len(product.document.pages) if product.document else 0
        return Outcome(cell, pages, len(product.pdf), found)
