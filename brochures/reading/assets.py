"""A clinic's logo, read from its own folder and checked before it is printed. Floor 2."""

import struct
import zlib
from pathlib import Path
from typing import Final, NamedTuple

from brochures.errors import Mark, Problem, SourceError
from brochures.model.brand import Logo
from brochures.reading.confine import read_confined
from brochures.reading.svg import SvgError, clean_svg, has_live_text
from brochures.units import MM_PER_INCH

MOST_BYTES: Final = 5_000_000
MOST_PIXELS: Final = 40_000_000
PPI: Final = 225
HIGH_MM: Final = 20
WIDE_MM: Final = 60

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_OTHERS: Final = {b"GIF8": "a GIF", b"RIFF": "a WebP", b"%PDF": "a PDF", b"8BPS": "a Photoshop file", b"%!PS": "an EPS"}
_JPEG_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_CMYK: Final = 4
_JPEG_BARE: Final = frozenset({0x01, *range(0xD0, 0xD8)})


class _Size(NamedTuple):
    width: int
    height: int
    channels: int = 3


def read_logo(clinic_folder: Path, name: str, mark: Mark) -> Logo:
    """The logo in the file `name` of the clinic's folder; problems are placed at `mark`.

    Raises:
        SourceError: outside the folder, not a picture we print, unsafe, or with too few pixels.
    """
    _, raw = read_confined(clinic_folder, name, mark, MOST_BYTES)
    if raw.startswith(_PNG):
        return _pixels("png", name, raw, _png_size(raw), mark)
    if raw.startswith(_JPEG):
        return _pixels("jpeg", name, raw, _jpeg_size(raw), mark)
    for magic, kind in _OTHERS.items():
        if raw.startswith(magic):
            raise _refusal(f"`{name}` is {kind}, which is not printed", "give it as SVG, PNG or JPEG", mark)
    try:
        data, aspect = clean_svg(raw)
    except SvgError as error:
        raise _refusal(f"`{name}` {error}", error.hint, mark) from error
    return Logo("svg", data, aspect)


def logo_warnings(logo: Logo, name: str, mark: Mark) -> tuple[Problem, ...]:
    """What may look wrong in print though it is safe."""
    if logo.kind != "svg" or not has_live_text(logo.data):
        return ()
    message = f"`{name}` holds live text, which is drawn in whatever font is found"
    hint = "convert its text to outlines in the drawing program"
    return (Problem("logo-text", message, hint, mark, severity="warning"),)


def _pixels(kind: str, name: str, raw: bytes, size: _Size | None, mark: Mark) -> Logo:
    if size is None or not size.width or not size.height:
        raise _refusal(f"`{name}` is a damaged {kind.upper()} file", "export it again", mark)
    if size.width * size.height > MOST_PIXELS:
        raise _refusal(
            f"`{name}` is {size.width} × {size.height} pixels, far more than print needs", "scale it down", mark
        )
    if size.channels == _CMYK:
        raise _refusal(f"`{name}` is a CMYK picture, whose colours would turn", "save it in RGB", mark)
    high, wide = (-(-mm * PPI * 10 // round(MM_PER_INCH * 10)) for mm in (HIGH_MM, WIDE_MM))
    if size.height < high and size.width < wide:
        message = f"`{name}` is {size.width} × {size.height} pixels, too few for print"
        hint = f"give at least {high} pixels of height or {wide} of width, or better an SVG"
        raise SourceError([Problem("logo-pixels", message, hint, mark)])
    return Logo("png" if kind == "png" else "jpeg", raw, size.width / size.height)


def _png_size(raw: bytes) -> _Size | None:
    """The size of a whole PNG: chunks as in https://www.w3.org/TR/png-3/#5Chunk-layout, each with its checksum."""
    at, kinds = len(_PNG), set()
    while at + 12 <= len(raw):
        end = at + 12 + int.from_bytes(raw[at : at + 4], "big")
        kind = raw[at + 4 : at + 8]
        if zlib.crc32(raw[at + 4 : end - 4]) != int.from_bytes(raw[end - 4 : end], "big"):
            return None
        kinds.add(kind)
        if kind == b"IEND":
            is_whole = b"IDAT" in kinds and raw[12:16] == b"IHDR"
            return _Size(*struct.unpack(">II", raw[16:24])) if is_whole else None
        at = end
    return None


def _jpeg_size(raw: bytes) -> _Size | None:
    # Segments as in ITU T.81, B.1.1; the frame header holds the size
    at = 2
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


def _refusal(message: str, hint: str, mark: Mark) -> SourceError:
    return SourceError([Problem("bad-logo", message, hint, mark)])
