"""A good piece, and ways to break it on purpose."""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import pikepdf

from brochures.making.evidence import Evidence
from brochures.making.findings import Finding, Findings
from brochures.making.typesetting import Typeset
from brochures.model.document import Document
from tests.press import Press, Printed


@dataclass(frozen=True)
class Bench:
    """A good piece, and ways to break it."""

    press: Press
    good: Printed

    def codes(self, html: str = "", document: Document | None = None, typeset: Typeset | None = None) -> set[str]:
        """What preflight finds when this is put in the place of what was good."""
        pages = document or self.good.pages
        markup = html or self.good.html
        return self.press.preflight(pages, markup, typeset or self.press.typeset(markup, self.good.pages))

    def codes_of_pdf(self, change: Callable[[pikepdf.Pdf], None]) -> set[str]:
        """What preflight finds when the finished file is changed."""
        return self.codes(typeset=self.changed(change))

    def changed(self, change: Callable[[pikepdf.Pdf], None]) -> Typeset:
        """The finished file, changed."""
        target = io.BytesIO()
        with pikepdf.open(io.BytesIO(self.good.pdf)) as pdf:
            change(pdf)
            pdf.save(target)
        return replace(self.good.set_pages, pdf=target.getvalue())

    def with_words(self, words: str, frame: str = "cover") -> str:
        """The markup with something more at the end of a panel."""
        end = f'<div class="end" id="end-{frame}"></div>'
        assert end in self.good.html
        return self.good.html.replace(end, f"{words}{end}", 1)

    def styled(self, css: str) -> str:
        """The markup with one more style, as a clinic's stylesheet would have it."""
        return self.good.html.replace("</head>", f"<style>{css}</style></head>")

    def found(
        self,
        *checks: Callable[[Evidence], Findings],
        html: str = "",
        document: Document | None = None,
        typeset: Typeset | None = None,
    ) -> list[Finding]:
        """What some checks find, all that they say."""
        return list(self._found(checks, html, document, typeset))

    def _found(
        self,
        checks: Iterable[Callable[[Evidence], Findings]],
        html: str,
        document: Document | None,
        typeset: Typeset | None,
    ) -> Findings:
        markup = html or self.good.html
        made = typeset or (self.press.typeset(markup, self.good.pages) if html else self.good.set_pages)
        evidence = Evidence(document or self.good.pages, markup, made, self.press.look)
        for check in checks:
            yield from check(evidence)
