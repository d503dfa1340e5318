"""Lengths of paper and type, and the only place where one becomes another. Floor 0."""

from typing import Final

MM_PER_INCH: Final = 25.4
PT_PER_INCH: Final = 72.0
PX_PER_INCH: Final = 96.0  # CSS reference pixel: https://www.w3.org/TR/css-values-4/#absolute-lengths


def inches(value: float) -> float:
    """Millimetres in `value` inches.

    >>> inches(8.5)
    215.9
    """
    return round(value * MM_PER_INCH, 6)


def mm_from_px(value: float) -> float:
    """Millimetres in `value` CSS pixels."""
    return value * MM_PER_INCH / PX_PER_INCH


def mm_from_pt(value: float) -> float:
    """Millimetres in `value` PostScript points."""
    return value * MM_PER_INCH / PT_PER_INCH


def pt_from_mm(value: float) -> float:
    """PostScript points in `value` millimetres."""
    return value * PT_PER_INCH / MM_PER_INCH
