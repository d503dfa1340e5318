"""What the medicines and gels are called, and which of them a text names. Floor 1."""

import re
from typing import Final, Literal

Substance = Literal["toxin", "filler"]

TOXIN_BRANDS: Final = (
    "Botox",
    "Daxxify",
    "Dysport",
    "Jeuveau",
    "Letybo",
    "Xeomin",
    # Sold elsewhere
    "Alluzience",
    "Azzalure",
    "Bocouture",
    "Myobloc",
    "Nuceiva",
    "Relfydess",
    "Vistabel",
)
FILLER_BRANDS: Final = (
    "Belotero",
    "Bellafill",
    "Juvéderm",
    "Juvederm",
    "Radiesse",
    "Restylane",
    "Revanesse",
    "Sculptra",
    "Teosyal",
)
BRANDS: Final = (*TOXIN_BRANDS, *FILLER_BRANDS)
"""Registered names; a name in a text is found whatever its case."""

_NAMES: Final[dict[Substance, re.Pattern[str]]] = {
    "toxin": re.compile(rf"\b(?:botulinum|{'|'.join(TOXIN_BRANDS)})", re.IGNORECASE),
    "filler": re.compile(
        rf"\b(?:fillers?\b|hyaluronic acid|hydroxylapatite|poly-L-lactic|{'|'.join(FILLER_BRANDS)})", re.IGNORECASE
    ),
}


def substances_in(text: str) -> frozenset[Substance]:
    """The kinds of treatment that `text` names.

    >>> sorted(substances_in("Botox relaxes, a filler fills."))
    ['filler', 'toxin']
    """
    return frozenset(kind for kind, pattern in _NAMES.items() if pattern.search(text))
