"""A PNG or JPEG is looked at before it is unpacked, and never unpacked beyond what it says."""

import struct
import zlib

import pytest
from PIL import Image

from brochures.reading.pixels import MOST_PIXELS, PixelError, read_pixels

from .pictures import drawn, jpeg, marks, packed, png

WHITE = (255, 255, 255, 255)


def header(width: int, height: int, bits: int = 8, colour: int = 0, interlace: int = 0) -> bytes:
    """A PNG's head."""
    return struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, interlace)


def test_a_picture_that_unpacks_to_more_than_it_says_is_refused() -> None:
    """A viewer of the PDF would unpack it all: here two gigabytes from two megabytes."""
    endless = zlib.compressobj(9)
    rows = b"".join(endless.compress(bytes(1 << 20)) for _ in range(200)) + endless.flush()

    with pytest.raises(PixelError, match="damaged"):
        read_pixels(packed(header(400, 100), (b"IDAT", rows)))


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (png(30_000, 2_000), "far more"),
        (packed(header(2**31 - 1, 2**31 - 1), (b"IDAT", b"")), "far more"),
        (packed(header(400, 100), (b"acTL", bytes(8)), (b"IDAT", zlib.compress(bytes(40_100)))), "animated"),
        (packed(header(400, 100), (b"IDAT", zlib.compress(bytes(30_000)))), "damaged"),
        (packed(header(400, 100), (b"IDAT", b"no zlib at all")), "damaged"),
        (packed(header(400, 100, colour=5), (b"IDAT", zlib.compress(bytes(40_100)))), "damaged"),
        (packed(header(400, 100, bits=7), (b"IDAT", zlib.compress(bytes(40_100)))), "damaged"),
        (jpeg(300, 300, channels=4), "CMYK"),
        (jpeg(300, 300)[:-300], "damaged"),
        (b"\xff\xd8\xff" + b"\xff\xda" * 300 + jpeg(300, 300), "damaged"),
    ],
)
def test_what_harms_or_cannot_be_printed_is_refused(raw: bytes, words: str) -> None:
    """Giants, animations, broken and cut-off files; each says what it is."""
    with pytest.raises(PixelError, match=words):
        read_pixels(raw)


def test_an_interlaced_png_is_as_large_as_it_says() -> None:
    """Its passes are counted one by one: here the rows of a picture of 5 by 5 in six passes."""
    lengths = ((1, 1), (1, 1), (2, 1), (1, 2), (3, 1), (2, 3), (5, 2))
    rows = b"".join((b"\0" + bytes(columns)) * count for columns, count in lengths)

    assert read_pixels(packed(header(5, 5, interlace=1), (b"IDAT", zlib.compress(rows)))).width == 5


def test_colours_are_counted_where_something_is_drawn() -> None:
    """A white mark on nothing is white all over; a black one on white is white with some black."""
    black_on_white = Image.new("RGB", (400, 100), "white")
    black_on_white.paste("black", (100, 25, 200, 75))

    pale, opaque = read_pixels(drawn(marks(WHITE, margin=10))), read_pixels(drawn(black_on_white))

    assert pale.shades == (("#ffffff", 1.0),)
    assert [shade for shade, _ in opaque.shades[:2]] == ["#ffffff", "#030303"]
    assert opaque.shades[1][1] == pytest.approx(0.125, abs=0.03)


def test_empty_margins_are_seen() -> None:
    """On nothing, and on a ground of one colour."""
    on_white = Image.new("RGB", (400, 400), "white")
    on_white.paste("navy", (150, 150, 250, 250))

    assert read_pixels(drawn(marks(WHITE, (400, 400), 100))).filled == pytest.approx((0.5, 0.5), abs=0.03)
    assert read_pixels(drawn(on_white)).filled == pytest.approx((0.25, 0.25), abs=0.03)
    assert read_pixels(drawn(marks(WHITE))).filled == (1, 1)


def test_a_picture_that_is_shown_turned_has_its_sides_turned() -> None:
    """The paper engine turns it as its notes say, so its shape is that of the turned one."""
    notes = Image.Exif()
    notes[0x0112] = 6

    seen = read_pixels(drawn(Image.new("RGB", (400, 200)), "JPEG", exif=notes.tobytes()))

    assert (seen.width, seen.height) == (200, 400)


def test_the_largest_picture_is_read() -> None:
    """The limit itself is taken."""
    side = int(MOST_PIXELS**0.5)

    assert read_pixels(png(side, side)).width == side
