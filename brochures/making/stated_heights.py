"""How high the letters of a font are, as the font itself states it: read from its tables. Floor 4."""

from typing import Final

_WITH_X_HEIGHT: Final = 2
"""The version of a font's OS/2 table from which on it states the x-height."""
_X_HEIGHT: Final = 86
_EM: Final = 18
"""Where a font's tables OS/2 and head have the x-height, and the units of an em."""


def stated_x_height(font: bytes) -> float:
    """The height of an x in sizes of type; 0 where none is stated.

    `sxHeight` of the table `OS/2` by `unitsPerEm` of `head` (ISO/IEC 14496-22).
    """
    tables = {font[at : at + 4]: _number(font, at + 8, 4) for at in range(12, 12 + 16 * _number(font, 4, 2), 16)}
    metrics, head = tables.get(b"OS/2", 0), tables.get(b"head", 0)
    em = _number(font, head + _EM, 2) if head else 0
    if not metrics or not em or _number(font, metrics, 2) < _WITH_X_HEIGHT or len(font) < metrics + _X_HEIGHT + 2:
        return 0.0
    return _number(font, metrics + _X_HEIGHT, 2, is_signed=True) / em


def _number(font: bytes, at: int, size: int, *, is_signed: bool = False) -> int:
    return int.from_bytes(font[at : at + size], "big", signed=is_signed)
