"""Names that have no plainer word: drugs, substances, their rare illnesses, and the bodies that watch them. Floor 3."""

import re
from typing import Final

from brochures.model.substances import BRANDS

SUBSTANCES: Final = (
    "botulinum toxin type A",
    "botulinum toxin",
    "botulinum",
    "Clostridium",
    "hyaluronic acid",
    "hyaluronidase",
    "calcium hydroxylapatite",
    "calcium hydroxyapatite",
    "poly-L-lactic acid",
    "polymethyl methacrylate",
    "polymethylmethacrylate",
    "lidocaine",
    "aminoglycosides",
    "aminoglycoside",
    "CaHA",
    "PLLA",
    "PMMA",
)
ILLNESSES: Final = ("myasthenia gravis", "Lambert-Eaton", "ALS")
"""Known by these names to those who have them."""

BODIES: Final = (
    "Medicines and Healthcare products Regulatory Agency",
    "Health Products Regulatory Authority",
    "Therapeutic Goods Administration",
    "US Food and Drug Administration",
    "Food and Drug Administration",
    "Medication Guide",
    "MedWatch",
    "FDA",
    "HPRA",
    "MHRA",
    "TGA",
)

_NAMES: Final = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(map(re.escape, (*SUBSTANCES, *ILLNESSES, *BODIES, *BRANDS)))})®?(?![^\W_])",
    re.IGNORECASE,
)


def without_names(text: str) -> str:
    """`text` with `it` for every name that must be said as it is: one short word for the formulas.

    >>> without_names("Hyaluronic acid (HA) holds water.")
    'it (HA) holds water.'
    """
    return _NAMES.sub("it", text)
