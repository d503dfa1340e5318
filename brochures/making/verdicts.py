"""What a judge says of a PDF, in the same words for every judge; and the judge that needs no Java. Floor 4.

`making/verapdf.py` and `making/x4.py` are the other two. A judge that could not look says why, and gives no verdict.
"""

from dataclasses import dataclass
from typing import Final, Literal

import page

Flavour = Literal["ua1", "ua2", "1a", "1b", "2a", "2b", "2u", "3a", "3b", "3u", "4", "4e", "4f", "x4"]
"""A standard with its level, as the judges write it."""

STANDARDS: Final[dict[Flavour, str]] = {
    "ua1": "PDF/UA-1",
    "ua2": "PDF/UA-2",
    "1a": "PDF/A-1a",
    "1b": "PDF/A-1b",
    "2a": "PDF/A-2a",
    "2b": "PDF/A-2b",
    "2u": "PDF/A-2u",
    "3a": "PDF/A-3a",
    "3b": "PDF/A-3b",
    "3u": "PDF/A-3u",
    "4": "PDF/A-4",
    "4e": "PDF/A-4e",
    "4f": "PDF/A-4f",
    "x4": "PDF/X-4",
}
PAGE_VALIDATION: Final = "page-validation"
_PROFILES: Final[dict[Flavour, page.ValidationProfile]] = {
    "ua1": page.ValidationProfile.PDF_UA_1,
    "1a": page.ValidationProfile.PDF_A_1A,
    "1b": page.ValidationProfile.PDF_A_1B,
    "2a": page.ValidationProfile.PDF_A_2A,
    "2b": page.ValidationProfile.PDF_A_2B,
    "2u": page.ValidationProfile.PDF_A_2U,
    "3a": page.ValidationProfile.PDF_A_3A,
    "3b": page.ValidationProfile.PDF_A_3B,
    "3u": page.ValidationProfile.PDF_A_3U,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One rule that a file breaks: the rule as its judge names it, what is wrong, and how often."""

    rule: str
    message: str
    times: int = 1
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one judge says on one standard: passed, failed with faults, or None with the reason in `unjudged`."""

    judge: str
    flavour: Flavour
    passed: bool | None
    faults: tuple[Fault, ...] = ()
    unjudged: str = ""

    @property
    def standard(self) -> str:
        """The standard as people write it: `PDF/A-2a`."""
        return STANDARDS[self.flavour]


def page_validation(pdf: bytes, flavour: Flavour) -> Verdict:
    """What page-validation says; without a verdict for standards that it does not know and files it cannot read."""
    if flavour not in _PROFILES:
        return Verdict(PAGE_VALIDATION, flavour, None, unjudged=f"it does not know {STANDARDS[flavour]}")
    try:
        report = page.validate_pdf_bytes(pdf, profile=_PROFILES[flavour])
    except page.PageError as error:
        return Verdict(PAGE_VALIDATION, flavour, None, unjudged=str(error))
    times: dict[tuple[str, str], int] = {}
    for failure in report.failures:
        told = (failure.rule_id, failure.message)
        times[told] = times.get(told, 0) + 1
    faults = tuple(Fault(rule, message, number) for (rule, message), number in times.items())
    return Verdict(PAGE_VALIDATION, flavour, report.is_compliant, faults)
