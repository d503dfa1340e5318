"""A clinic's photographs: made ready for print, without what the camera wrote down, or refused at their line."""

import io
import zlib
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from brochures.errors import Problem, SourceError
from brochures.model.brand import Picture
from brochures.reading.clinics import read_clinic
from brochures.reading.photos import MOST_BYTES, PRINT_PPI, WIDE_MM, read_photos
from brochures.units import MM_PER_INCH
from tests.hostile_files import CAMERA_NOTES
from tests.reading.pictures import png, svg

GPS, ORIENTATION, ARTIST = 0x8825, 0x0112, 0x013B
WIDEST = round(WIDE_MM / MM_PER_INCH * PRINT_PPI)
LEFT, RIGHT = (200, 30, 30), (30, 30, 200)


def halves(width: int, height: int) -> Image.Image:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), LEFT)
    image.paste(RIGHT, (width // 2, 0, width, height))
    return image


def jpeg(width: int, height: int, orientation: int = 1, *, notes: bool = False) -> bytes:
    """Those halves as a camera saves them."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    if notes:
        exif[ARTIST] = CAMERA_NOTES
        exif.get_ifd(GPS).update({1: "N", 2: (43.0, 39.0, 32.8)})
    target = io.BytesIO()
    comment = CAMERA_NOTES.encode() if notes else b""
    halves(width, height).save(target, "JPEG", exif=exif.tobytes(), comment=comment, quality=95)
    return target.getvalue()


def clinic_with(folder: Path, *names: str, subject: str = "peel") -> Path:
    """A clinic file that names these photographs."""
    rows = "".join(
        f'      - {{file: "{name}", alt: A room with a chair, consent: book 12, caption: Results vary}}\n'
        for name in names
    )
    path = folder / "clinic.yaml"
    path.write_text(f"name: Harbor\nwords:\n  {subject}:\n    photos:\n{rows}", encoding="utf-8")
    return path


def pictures(folder: Path, *names: str) -> tuple[Picture, ...]:
    """The pictures of the one subject."""
    return read_photos(read_clinic(clinic_with(folder, *names)), folder)["peel"]


def problems(folder: Path, *names: str) -> tuple[Problem, ...]:
    """What is said of these files."""
    with pytest.raises(SourceError) as caught:
        pictures(folder, *names)
    return caught.value.problems


def refused(folder: Path, name: str, raw: bytes) -> tuple[str, str]:
    """Message and hint of the one thing that is said of this file, at the place of its name."""
    (folder / name).write_bytes(raw)
    (problem,) = problems(folder, name)
    assert problem.code == "bad-photo"
    assert problem.place() == f"{folder / 'clinic.yaml'}:5:16"
    return problem.message, problem.hint


def opened(picture: Picture) -> Image.Image:
    """The picture as it is printed."""
    return Image.open(io.BytesIO(picture.data))


def is_red(colour: object) -> bool:
    """Whether a pixel is of the left half."""
    assert isinstance(colour, tuple)
    return bool(colour[0] > colour[2])


def test_a_photograph_is_read_with_its_shape(tmp_path: Path) -> None:
    """Width over height."""
    (tmp_path / "room.jpg").write_bytes(jpeg(1200, 900))

    (picture,) = pictures(tmp_path, "room.jpg")

    assert picture.kind == "jpeg"
    assert picture.aspect == pytest.approx(4 / 3, rel=0.01)


def test_a_clinic_without_photographs_has_none(tmp_path: Path) -> None:
    """No subject is named in vain."""
    path = tmp_path / "clinic.yaml"
    path.write_text("name: Harbor\nwords: {peel: {choose: []}}\n", encoding="utf-8")

    assert read_photos(read_clinic(path), tmp_path) == {}


@pytest.mark.parametrize(
    ("orientation", "upright", "red_at"),
    [(1, False, "left"), (3, False, "right"), (6, True, "top"), (8, True, "bottom"), (2, False, "right")],
)
def test_a_photograph_is_turned_upright(tmp_path: Path, orientation: int, upright: bool, red_at: str) -> None:  # noqa: FBT001 - a row of a table
    """As the camera says it was held; paper turns nothing by itself."""
    (tmp_path / "room.jpg").write_bytes(jpeg(1200, 900, orientation))

    (picture,) = pictures(tmp_path, "room.jpg")

    image = opened(picture)
    width, height = image.size
    spots = {
        "left": (5, height // 2),
        "right": (width - 5, height // 2),
        "top": (width // 2, 5),
        "bottom": (width // 2, height - 5),
    }
    opposite = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}[red_at]
    assert (picture.aspect < 1) is upright
    assert is_red(image.getpixel(spots[red_at]))
    assert not is_red(image.getpixel(spots[opposite]))
    assert ORIENTATION not in image.getexif()


def test_nothing_that_the_camera_wrote_down_is_left(tmp_path: Path) -> None:
    """Place, time and owner are no patient's business."""
    raw = jpeg(1200, 900, 6, notes=True)
    assert CAMERA_NOTES.encode() in raw
    assert Image.open(io.BytesIO(raw)).getexif().get_ifd(GPS)
    (tmp_path / "room.jpg").write_bytes(raw)

    (picture,) = pictures(tmp_path, "room.jpg")

    image = opened(picture)
    assert dict(image.getexif()) == {}
    assert image.getexif().get_ifd(GPS) == {}
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert CAMERA_NOTES.encode() not in picture.data
    assert b"Exif" not in picture.data


def test_the_notes_of_a_png_are_dropped_too(tmp_path: Path) -> None:
    """It can hold words of every kind."""
    notes = PngInfo()
    notes.add_text("Author", CAMERA_NOTES)
    halves(1200, 900).save(tmp_path / "room.png", pnginfo=notes)
    assert CAMERA_NOTES.encode() in (tmp_path / "room.png").read_bytes()

    (picture,) = pictures(tmp_path, "room.png")

    assert picture.kind == "jpeg"
    assert CAMERA_NOTES.encode() not in picture.data


def test_a_large_photograph_is_scaled_to_what_print_needs(tmp_path: Path) -> None:
    """Mail has limits."""
    (tmp_path / "room.jpg").write_bytes(jpeg(4000, 3000))

    (picture,) = pictures(tmp_path, "room.jpg")

    assert opened(picture).size == (WIDEST, round(WIDEST * 3 / 4))


def test_a_small_one_is_not_blown_up(tmp_path: Path) -> None:
    """That adds nothing but weight."""
    (tmp_path / "room.jpg").write_bytes(jpeg(900, 600))

    (picture,) = pictures(tmp_path, "room.jpg")

    assert opened(picture).size == (900, 600)


@pytest.mark.parametrize("mode", ["L", "CMYK", "RGB"])
def test_every_photograph_becomes_rgb(tmp_path: Path, mode: str) -> None:
    """One kind of colour on one page."""
    halves(1200, 900).convert(mode).save(tmp_path / "room.jpg")

    (picture,) = pictures(tmp_path, "room.jpg")

    assert opened(picture).mode == "RGB"


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1"])
def test_a_picture_of_few_colours_or_with_holes_becomes_a_photograph(tmp_path: Path, mode: str) -> None:
    """Whatever it was drawn with."""
    halves(1200, 900).convert("L" if mode == "LA" else "RGB").convert(mode).save(tmp_path / "room.png")

    (picture,) = pictures(tmp_path, "room.png")

    assert opened(picture).mode == "RGB"


def test_photographs_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    """Words and pictures are told apart by it."""
    (tmp_path / "wide.jpg").write_bytes(jpeg(1200, 600))
    (tmp_path / "tall.jpg").write_bytes(jpeg(900, 1200))

    found = pictures(tmp_path, "tall.jpg", "wide.jpg")

    assert [picture.aspect > 1 for picture in found] == [False, True]


@pytest.mark.parametrize("size", [(796, 600), (300, 300), (3, 3), (1200, 397)])
def test_too_few_pixels_are_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    """They would be seen."""
    message, hint = refused(tmp_path, "room.jpg", jpeg(*size))

    assert message == f"`room.jpg` is {size[0]} × {size[1]} pixels, too few for print"
    assert hint.startswith("give at least 797 pixels on the longer side")


def test_just_enough_pixels_are_taken(tmp_path: Path) -> None:
    """The limit itself is no fault."""
    (tmp_path / "room.jpg").write_bytes(jpeg(797, 400))

    (picture,) = pictures(tmp_path, "room.jpg")

    assert opened(picture).size == (797, 400)


def test_a_file_that_says_it_is_huge_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    """Ten gigabytes of memory for ten kilobytes of file."""
    small = bytearray(png(1200, 900))
    small[16:24] = (60_000).to_bytes(4, "big") * 2
    message, hint = refused(tmp_path, "room.png", _resummed(bytes(small)))

    assert message == "`room.png` says that it has more than a hundred million pixels, far more than print needs"
    assert hint == "scale it down to 3,000 pixels of width"


def test_more_pixels_than_print_needs_are_refused(tmp_path: Path) -> None:
    """Though they could still be unpacked."""
    message, _ = refused(tmp_path, "room.png", png(9000, 7000))

    assert message == "`room.png` is 9000 × 7000 pixels, far more than print needs"


def test_holes_in_a_picture_are_white_as_the_paper(tmp_path: Path) -> None:
    """Not black."""
    Image.new("RGBA", (1200, 900), (0, 0, 0, 0)).save(tmp_path / "room.png")

    (picture,) = pictures(tmp_path, "room.png")

    assert opened(picture).getpixel((600, 400)) == (255, 255, 255)


def _resummed(raw: bytes) -> bytes:
    """The PNG with the checksum of its header put right."""
    return raw[:29] + zlib.crc32(raw[12:29]).to_bytes(4, "big") + raw[33:]


@pytest.mark.parametrize("size", [(3000, 800), (800, 2400)])
def test_a_strip_is_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    """It would be a line on the page."""
    message, hint = refused(tmp_path, "room.jpg", jpeg(*size))

    assert message == "`room.jpg` is too long and narrow for a page"
    assert "3:1" in hint


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"A room with a chair.",
        svg("<rect/>"),
        b"GIF89a\x01\x00\x01\x00",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        jpeg(1200, 900)[:3000],
        png(1200, 900)[:80],
    ],
    ids=["empty", "words", "drawing", "gif", "start-of-a-jpeg", "half-a-jpeg", "half-a-png"],
)
def test_what_is_no_photograph_is_refused(tmp_path: Path, raw: bytes) -> None:
    """Whatever its name says."""
    message, hint = refused(tmp_path, "room.jpg", raw)

    assert message == "`room.jpg` is not a JPEG or PNG photograph that can be read"
    assert hint == "export it again"


def test_a_file_of_too_many_bytes_is_not_read_to_its_end(tmp_path: Path) -> None:
    """A film, perhaps."""
    with (tmp_path / "room.jpg").open("wb") as file:
        file.truncate(MOST_BYTES + 1)

    (problem,) = problems(tmp_path, "room.jpg")

    assert (problem.code, problem.message) == ("file-too-large", "`room.jpg` is larger than 25 MB")


@pytest.mark.parametrize("name", ["../room.jpg", "/etc/passwd", "https://evil.example/room.jpg", "~/room.jpg"])
def test_nothing_outside_the_clinics_folder_is_read(tmp_path: Path, name: str) -> None:
    """Not even a good photograph."""
    home = tmp_path / "clinic"
    home.mkdir()
    (tmp_path / "room.jpg").write_bytes(jpeg(1200, 900))

    (problem,) = problems(home, name)

    assert problem.code == "outside-folder"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """Where it leads to counts, not where it lies."""
    home = tmp_path / "clinic"
    home.mkdir()
    (tmp_path / "room.jpg").write_bytes(jpeg(1200, 900))
    (home / "room.jpg").symlink_to("../room.jpg")

    (problem,) = problems(home, "room.jpg")

    assert problem.code == "outside-folder"


def test_every_photograph_that_cannot_be_printed_is_told(tmp_path: Path) -> None:
    """All at once, each at its line."""
    (tmp_path / "small.jpg").write_bytes(jpeg(90, 60))
    (tmp_path / "good.jpg").write_bytes(jpeg(1200, 900))

    found = problems(tmp_path, "small.jpg", "none.jpg")

    assert [(problem.code, problem.mark and problem.mark.line) for problem in found] == [
        ("bad-photo", 5),
        ("file-missing", 6),
    ]
