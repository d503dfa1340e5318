"""Small pictures and fonts, made here so that no binary file needs keeping."""

import io
import struct
import zlib

from PIL import Image

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
    """A black JPEG with a comment that holds the mark of a start."""
    target = io.BytesIO()
    mode = {1: "L", 3: "RGB", 4: "CMYK"}[channels]
    Image.new(mode, (width, height)).save(target, "JPEG", comment=b"\xff\xd8ab", progressive=False)
    return target.getvalue()


def drawn(image: Image.Image, kind: str = "PNG", **settings: object) -> bytes:
    """An image as a file."""
    target = io.BytesIO()
    image.save(target, kind, **settings)
    return target.getvalue()


def marks(colour: tuple[int, ...], size: tuple[int, int] = (400, 100), margin: int = 0) -> Image.Image:
    """A bar of one colour on nothing, with an empty margin all round."""
    image = Image.new("RGBA", size)
    image.paste(colour, (margin, margin, size[0] - margin, size[1] - margin))
    return image


def packed(header: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG of these chunks, each with its checksum, whatever they hold."""
    whole = ((b"IHDR", header), *chunks, (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in whole)


def font(*, whole: bool = True) -> bytes:
    """The directory of a TrueType font with every needed table, none with anything in it."""
    names = (b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"maxp")
    start = 12 + 16 * len(names)
    entries = b"".join(struct.pack(">4sIII", name, 0, start, 4 if whole else 4000) for name in names)
    return b"\x00\x01\x00\x00" + struct.pack(">HHHH", len(names), 0, 0, 0) + entries + b"\0\0\0\0"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
