"""A PNG or JPEG looked at before and while it is unpacked: its size, whether it is whole, its colours. Floor 2.

Nothing is unpacked before the file has said how large it is, and never more than that.
"""

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from PIL import Image, ImageChops, ImageFile, UnidentifiedImageError

PNG: Final = b"\x89PNG\r\n\x1a\n"
JPEG: Final = b"\xff\xd8\xff"
MOST_PIXELS: Final = 25_000_000
MOST_SCANS: Final = 200

_AGAIN: Final = "export it again"
_JPEG_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_BARE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
_CMYK: Final = 4
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
# Adam7: first column and row, and steps, of each pass: https://www.w3.org/TR/png-3/#8Interlace
_PASSES: Final = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)
_STEP: Final = 1 << 18
_ORIENTATION: Final = 0x0112
_TURNED: Final = 5
_SMALL: Final = (96, 96)
_SOLID: Final = 128
_BUCKET: Final = 48
_SOFT: Final = 24  # less is the noise of a JPEG


class PixelError(ValueError):
    """A picture that is not printed; `hint` says what to do."""

    def __init__(self, message: str, hint: str = _AGAIN) -> None:
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Pixels:
    """What was seen: size in pixels as it is shown, colours with their shares, and how much its marks fill."""

    kind: Literal["png", "jpeg"]
    width: int
    height: int
    shades: tuple[tuple[str, float], ...]
    filled: tuple[float, float]


class _Size(NamedTuple):
    width: int
    height: int
    channels: int = 3


@contextmanager
def whole_only() -> Iterator[None]:
    """Takes no half picture meanwhile: the paper engine, once loaded, has all of the process take them."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def read_pixels(raw: bytes) -> Pixels:
    """The picture's facts.

    Raises:
        PixelError: damaged, cut off, animated, CMYK, of too many pixels, or more than it says it is.
    """
    kind: Literal["png", "jpeg"] = "png" if raw.startswith(PNG) else "jpeg"
    size = _png_size(raw) if kind == "png" else _jpeg_size(raw)
    damaged = f"is a damaged {kind.upper()} file"
    if size is None or not size.width or not size.height:
        raise PixelError(damaged)
    if size.width * size.height > MOST_PIXELS:
        raise PixelError(f"is {size.width} × {size.height} pixels, far more than print needs", "scale it down")
    if size.channels == _CMYK:
        raise PixelError("is a CMYK picture, whose colours would turn", "save it in RGB")
    if kind == "png" and _unpacked(raw, size) != _said(raw, size):
        raise PixelError(damaged)
    try:
        with whole_only(), Image.open(io.BytesIO(raw), formats=(kind.upper(),)) as image:
            turned = kind == "jpeg" and image.getexif().get(_ORIENTATION, 1) >= _TURNED
            small = image.convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, TypeError) as error:
        raise PixelError(damaged) from error
    width, height = (size.height, size.width) if turned else (size.width, size.height)
    small.thumbnail(_SMALL, Image.Resampling.BOX)
    filled = _filled(small)
    return Pixels(kind, width, height, _shades(small), filled[::-1] if turned else filled)


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    """A PNG's chunks: kind, data, and whether the checksum holds (https://www.w3.org/TR/png-3/#5Chunk-layout)."""
    at = len(PNG)
    while at + 12 <= len(raw):
        end = at + 12 + int.from_bytes(raw[at : at + 4], "big")
        whole = zlib.crc32(raw[at + 4 : end - 4]) == int.from_bytes(raw[end - 4 : end], "big")
        yield raw[at + 4 : at + 8], raw[at + 8 : end - 4], whole
        at = end


def _png_size(raw: bytes) -> _Size | None:
    kinds = set()
    for kind, _, whole in _chunks(raw):
        if not whole:
            return None
        kinds.add(kind)
        if kind == b"IEND":
            break
    if b"acTL" in kinds:
        raise PixelError("is an animated PNG, which paper cannot show", "save one picture of it")
    if not {b"IDAT", b"IEND"} <= kinds or raw[12:16] != b"IHDR" or raw[25] not in _CHANNELS:
        return None
    return _Size(*struct.unpack(">II", raw[16:24]))


def _said(raw: bytes, size: _Size) -> int:
    """How many bytes the pixels of a PNG take, as its head says."""
    bits = raw[24] * _CHANNELS[raw[25]]
    passes = _PASSES if raw[28] else ((0, 0, 1, 1),)
    total = 0
    for left, top, across, down in passes:
        columns, rows = -(-(size.width - left) // across), -(-(size.height - top) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + -(-columns * bits // 8))
    return total


def _unpacked(raw: bytes, size: _Size) -> int:
    """How many bytes the pixels really take, counted up to one step beyond what was said; -1 when broken."""
    unpacker, total, most = zlib.decompressobj(), 0, _said(raw, size)
    try:
        for kind, data, _ in _chunks(raw):
            rest = data if kind == b"IDAT" else b""
            while rest and total <= most:
                total += len(unpacker.decompress(rest, _STEP))
                rest = unpacker.unconsumed_tail
    except zlib.error:
        return -1
    return total


def _jpeg_size(raw: bytes) -> _Size | None:
    # Segments as in ITU T.81, B.1.1; the frame header holds the size
    at = 2
    if raw.count(b"\xff\xda") > MOST_SCANS:
        return None
    while at + 10 <= len(raw) and raw[at] == 0xFF:  # noqa: PLR2004
        kind = raw[at + 1]
        if kind == 0xFF:  # noqa: PLR2004
            at += 1
        elif kind in _JPEG_BARE:
            at += 2
        elif kind in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", raw[at + 5 : at + 9])
            is_whole = b"\xff\xd9" in raw[-4096:]
            return _Size(width, height, raw[at + 9]) if is_whole else None
        else:
            at += 2 + max(2, int.from_bytes(raw[at + 2 : at + 4], "big"))
    return None


def _shades(image: Image.Image) -> tuple[tuple[str, float], ...]:
    """The colours of what is not transparent, the like ones together, the most frequent first."""
    groups: dict[tuple[int, ...], list[int]] = {}
    total = 0
    for pixel in zip(*(image.getchannel(band).tobytes() for band in "RGBA"), strict=True):
        if pixel[3] >= _SOLID:
            group = groups.setdefault(tuple(part // _BUCKET for part in pixel[:3]), [0, 0, 0, 0])
            for band, part in enumerate((*pixel[:3], 1)):
                group[band] += part
            total += 1
    means = (("#" + "".join(f"{band // n:02x}" for band in bands), n / total) for *bands, n in groups.values())
    return tuple(sorted(means, key=lambda shade: (-shade[1], shade[0])))


def _filled(image: Image.Image) -> tuple[float, float]:
    """The share of width and height between the outermost marks: what is not transparent, or not as the corner."""
    alpha = image.getchannel("A")
    box = alpha.getbbox()
    if box == (0, 0, *image.size) and alpha.getextrema() == (255, 255):
        ground = Image.new("RGB", image.size, image.convert("RGB").getpixel((0, 0)))
        marks = ImageChops.difference(image.convert("RGB"), ground).convert("L")
        box = marks.point([255 * (step > _SOFT) for step in range(256)]).getbbox()
    if box is None:
        return 1.0, 1.0
    return (box[2] - box[0]) / image.width, (box[3] - box[1]) / image.height
