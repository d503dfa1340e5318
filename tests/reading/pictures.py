"""Small pictures and fonts, made here so that no binary file needs keeping."""

import struct
import zlib

SVG_OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 10">'


def svg(inside: str, opening: str = SVG_OPEN) -> bytes:
    """A drawing 40 by 10 with `inside` in it."""
    return f"{opening}{inside}</svg>".encode()


def png(width: int, height: int) -> bytes:
    """A black PNG of one bit a pixel."""
    rows = (b"\0" + b"\0" * ((width + 7) // 8)) * height
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def jpeg(width: int, height: int, channels: int = 3) -> bytes:
    """The segments of a JPEG up to its frame, and its end: as much as is read."""
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"\xff\xd8ab"
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 8 + 3 * channels, 8, height, width, channels) + b"\1\1\0" * channels
    return b"\xff\xd8\xff\xe0" + struct.pack(">H", 4) + b"JF" + b"\xff" + comment + frame + b"\xff\xd9"


def font(*, whole: bool = True) -> bytes:
    """The directory of a TrueType font with every needed table, none with anything in it."""
    names = (b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"maxp")
    start = 12 + 16 * len(names)
    entries = b"".join(struct.pack(">4sIII", name, 0, start, 4 if whole else 4000) for name in names)
    return b"\x00\x01\x00\x00" + struct.pack(">HHHH", len(names), 0, 0, 0) + entries + b"\0\0\0\0"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
