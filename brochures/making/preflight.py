"""Looks at a finished PDF and says what is wrong with it; nothing is believed that was not seen. Floor 4.

The engine drops text that does not fit, and falls back to other fonts, without a word: so pages, words,
fonts, sizes and distances are read back from the file itself. The checks stand in `checks_*.py` by concern.
"""

from collections.abc import Callable
from typing import Final

from brochures.errors import Problem
from brochures.making import (
    checks_balance,
    checks_file,
    checks_ink,
    checks_lines,
    checks_place,
    checks_terms,
    checks_type,
)
from brochures.making.engine_speed import undisturbed
from brochures.making.evidence import Evidence
from brochures.making.findings import Findings
from brochures.making.locks import lock_faults
from brochures.making.typesetting import Typeset
from brochures.model.brand import Look
from brochures.model.document import Document


def _locks(evidence: Evidence) -> Findings:
    return lock_faults(evidence.document, evidence.pdf, evidence.read, evidence.sights)


CHECKS: Final[tuple[Callable[[Evidence], Findings], ...]] = (
    checks_file.pages,
    checks_file.ends,
    checks_type.words,
    checks_type.fonts,
    checks_type.glyphs,
    checks_type.sizes,
    checks_type.x_heights,
    checks_lines.lengths,
    checks_lines.alone,
    checks_place.distances,
    checks_place.fields,
    checks_place.overlaps,
    checks_place.emptiness,
    checks_ink.contrasts,
    checks_ink.pictures,
    checks_file.properties,
    checks_file.standards,
    checks_file.notes,
    checks_file.weight,
    checks_terms.terms,
    checks_balance.risks_apart,
    _locks,
)
"""Every check, in the order in which its findings are told."""


def preflight(document: Document, html: str, typeset: Typeset, look: Look) -> tuple[Problem, ...]:
    """Everything wrong with this PDF; it may be delivered when nothing of it is an error."""
    evidence = Evidence(document, html, typeset, look)
    with undisturbed():
        return tuple(finding.problem(document.name) for check in CHECKS for finding in check(evidence))
