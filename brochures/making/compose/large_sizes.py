"""How large the drawings of one column are, and how many letters one of its blocks may hold. Floor 4."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """One kind of column; lengths in millimetres. No block is cut by a page's end, so what is long is parted."""

    scale: float
    """How much larger than usual the drawings are printed; the smallest letters in them have 8.8 pt."""
    face_mm: float
    dots_mm: float
    photo_most: float = 1.6
    logo_most: float = 1.45
    callout_most: int = 900
    """Letters in one box; with more it is set as several boxes."""
    intro_most: int = 600
    """Letters before a list that stand in one block with it."""
    text_most: int = 0
    """Letters in one paragraph; with more it is parted between sentences. 0: never."""
    fine_most: int = 0
    """Letters in one block of fine print. 0: never parted."""
    is_narrow: bool = False
    """Names stand above their words and not beside them, and each option has a drawing of its own."""
    list_most: int = 0
    """Letters in one list; with more it is parted. 0: a list is parted by the number of its rows."""


LARGE: Final = Sizes(scale=1.83, face_mm=96.0, dots_mm=74.0)
"""A page of letter or A4 paper in large print."""
BOOKLET: Final = Sizes(
    scale=1.83,
    face_mm=84.0,
    dots_mm=66.0,
    callout_most=520,
    intro_most=300,
    text_most=520,
    list_most=430,
    fine_most=950,
    is_narrow=True,
)
"""Half such a page in large print."""
PHONE: Final = Sizes(
    scale=1.3,
    face_mm=62.0,
    dots_mm=56.0,
    photo_most=1.2,
    logo_most=1.0,
    callout_most=420,
    intro_most=240,
    text_most=420,
    list_most=380,
    fine_most=900,
    is_narrow=True,
)
PHONE_LARGE: Final = Sizes(
    scale=1.83,
    face_mm=52.0,
    dots_mm=62.0,
    photo_most=1.2,
    logo_most=1.0,
    callout_most=260,
    intro_most=160,
    text_most=260,
    list_most=230,
    fine_most=330,
    is_narrow=True,
)
