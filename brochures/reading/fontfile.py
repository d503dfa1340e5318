"""Facts read from a font file itself: whether it is whole, which letters it has, how bold it is. Floor 2.

Offsets as in https://learn.microsoft.com/typography/opentype/spec/otff. Nothing is drawn or unpacked
here, so a font that is not what it says can do no harm.
"""

import struct
from collections.abc import Iterator
from typing import Final

_NEEDED: Final = {b"cmap", b"head", b"hhea", b"hmtx", b"maxp"}
_OUTLINES: Final = {b"glyf", b"CFF ", b"CFF2"}
_ENDINGS: Final = {b"\x00\x01\x00\x00": (".ttf", ".otf"), b"true": (".ttf",), b"OTTO": (".otf",)}
# Unicode tables of letters, the fullest first: platform and encoding
_UNICODE: Final = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
_SEGMENTS: Final = 4
_GROUPS: Final = 12
_LAST: Final = 0x10FFFF


def is_printable(raw: bytes, suffix: str) -> bool:
    """Whether this is a whole TrueType or OpenType font under the right ending, with letters that can be read."""
    tables = _tables(raw)
    if suffix.lower() not in _ENDINGS.get(raw[:4], ()) or tables is None:
        return False
    return tables.keys() >= _NEEDED and bool(_OUTLINES & tables.keys()) and bool(letters(raw))


def letters(raw: bytes) -> frozenset[int]:
    """The code points that the font draws; empty where its table of letters cannot be read."""
    cmap = (_tables(raw) or {}).get(b"cmap", b"")
    try:
        count = int.from_bytes(cmap[2:4], "big")
        records = [struct.unpack_from(">HHI", cmap, 4 + 8 * number) for number in range(count)]
        at = {(platform, encoding): offset for platform, encoding, offset in records}
        for kind in _UNICODE:
            if kind in at:
                return frozenset(_letters(cmap[at[kind] :]))
    except (struct.error, IndexError):
        pass
    return frozenset()


def is_variable(raw: bytes) -> bool:
    """Whether the font has axes along which it is cut before it is printed."""
    return b"fvar" in (_tables(raw) or {})


def weight_range(raw: bytes) -> tuple[int, int] | None:
    """The least and the greatest weight of a variable font; None for any other."""
    fvar = (_tables(raw) or {}).get(b"fvar", b"")
    try:
        first, _, count, size = struct.unpack_from(">HHHH", fvar, 4)
        for number in range(count):
            tag, least, _, most = struct.unpack_from(">4siii", fvar, first + number * size)
            if tag == b"wght":
                return least >> 16, most >> 16
    except struct.error:
        pass
    return None


def own_weight(raw: bytes) -> int:
    """The weight in hundreds that the font says it has; 400 where it says none."""
    said = int.from_bytes((_tables(raw) or {}).get(b"OS/2", b"")[4:6], "big")
    return min(max(round(said, -2), 100), 900) if said else 400


def _tables(raw: bytes) -> dict[bytes, bytes] | None:
    """Every table by its tag; None when one lies outside the file."""
    tables = {}
    for start in range(12, 12 + 16 * int.from_bytes(raw[4:6], "big"), 16):
        offset, length = (int.from_bytes(raw[start + at : start + at + 4], "big") for at in (8, 12))
        if not 0 < offset + length <= len(raw):
            return None
        tables[raw[start : start + 4]] = raw[offset : offset + length]
    return tables


def _letters(table: bytes) -> Iterator[int]:
    kind = int.from_bytes(table[:2], "big")
    if kind == _SEGMENTS:
        yield from _of_segments(table)
    elif kind == _GROUPS:
        reached = -1
        for number in range(int.from_bytes(table[12:16], "big")):
            first, last, glyph = struct.unpack_from(">III", table, 16 + 12 * number)
            # Groups stand in order; ones that overlap would make a small file speak of letters without end.
            if not reached < first <= last <= _LAST:
                return
            reached = last
            yield from (code for code in range(first, last + 1) if glyph + code - first)


def _of_segments(table: bytes) -> Iterator[int]:
    count = int.from_bytes(table[6:8], "big") // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", table, 16 + 4 * count)
    ranges = struct.unpack_from(f">{count}H", table, 16 + 6 * count)
    for number in range(count):
        for code in range(starts[number], ends[number] + 1):
            glyph = code
            if ranges[number]:
                # The range's offset counts from its own place in the table.
                at = 16 + 6 * count + 2 * number + ranges[number] + 2 * (code - starts[number])
                glyph = int.from_bytes(table[at : at + 2], "big")
                if not glyph:
                    continue
            if (glyph + deltas[number]) % 65536:
                yield code
