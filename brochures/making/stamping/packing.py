"""Objects of a file packed together, and streams compressed: the same for programs and ordered files. Floor 4."""

import zlib
from collections.abc import Sequence
from typing import Final

HEADER: Final = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
"""How a file begins: its version, and bytes that tell that it is not text."""


def object_stream(objects: Sequence[tuple[int, bytes]], level: int = 9) -> bytes:
    """Objects packed into one."""
    places, parts, at = [], [], 0
    for number, data in objects:
        places.append(b"%d %d" % (number, at))
        parts.append(data)
        at += len(data) + 1
    head = b" ".join(places) + b"\n"
    return packed_stream(f"/Type/ObjStm/N {len(objects)}/First {len(head)}", head + b"\n".join(parts), level)


def packed_stream(told: str, data: bytes, level: int = 9) -> bytes:
    """A compressed stream with what its dictionary tells beside."""
    # A byte after what would end in a line break: no reader could tell where it ends.
    packed = zlib.compress(data, level)
    packed += b"\0" if packed.endswith((b"\r", b"\n")) else b""
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (told.encode(), len(packed), packed)
