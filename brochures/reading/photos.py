"""A clinic's photographs, read from its own folder, checked and made ready for print. Floor 2.

The only home of Pillow, with `pixels`.
"""

import io
import warnings
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from brochures.errors import Mark, Problem, SourceError
from brochures.model.brand import Picture
from brochures.model.clinic import Clinic
from brochures.reading.confine import read_confined
from brochures.reading.pixels import whole_only
from brochures.reading.source import Reading
from brochures.units import MM_PER_INCH

MOST_BYTES: Final = 25_000_000
MOST_PIXELS: Final = 60_000_000
WIDE_MM: Final = 90.0
LEAST_PPI: Final = 225
PRINT_PPI: Final = 300
_QUALITY: Final = 88
_NARROWEST: Final = 0.4
_WIDEST: Final = 3.0
_SCALE_DOWN: Final = "scale it down to 3,000 pixels of width"


def read_photos(clinic: Reading[Clinic], folder: Path) -> dict[str, tuple[Picture, ...]]:
    """For each subject its photographs, in the order of the file.

    Each is turned upright, scaled to what print needs and saved anew, so that the camera's notes
    (place, time, owner) never leave the clinic.

    Raises:
        SourceError: files outside the folder, no pictures, too few or too many pixels; all at once.
    """
    problems: list[Problem] = []
    found: dict[str, tuple[Picture, ...]] = {}
    for subject, words in clinic.value.words.items():
        made: list[Picture] = []
        for number, photo in enumerate(words.photos):
            mark = clinic.locate("words", subject, "photos", number, "file")
            try:
                made.append(_photo(folder, photo.file, mark))
            except SourceError as error:
                problems += error.problems
        if made:
            found[subject] = tuple(made)
    if problems:
        raise SourceError(problems)
    return found


def _photo(folder: Path, name: str, mark: Mark) -> Picture:
    _, raw = read_confined(folder, name, mark, MOST_BYTES)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(raw), formats=("JPEG", "PNG"))
        _check_size(opened, name, mark)
        with whole_only():
            upright = _on_white(ImageOps.exif_transpose(opened))
    except Image.DecompressionBombError as error:
        message = f"`{name}` says that it has more than a hundred million pixels, far more than print needs"
        raise _refusal(message, _SCALE_DOWN, mark) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise _refusal(f"`{name}` is not a JPEG or PNG photograph that can be read", "export it again", mark) from error
    return _ready(upright)


def _check_size(image: Image.Image, name: str, mark: Mark) -> None:
    """The size as the file declares it, before a single pixel is unpacked."""
    width, height = image.size
    if width * height > MOST_PIXELS:
        message = f"`{name}` is {width} × {height} pixels, far more than print needs"
        raise _refusal(message, _SCALE_DOWN, mark)
    least = round(WIDE_MM / MM_PER_INCH * LEAST_PPI)
    if min(width, height) < least * 0.5 or max(width, height) < least:
        message = f"`{name}` is {width} × {height} pixels, too few for print"
        raise _refusal(message, f"give at least {least} pixels on the longer side, and half of that on the other", mark)
    if not _NARROWEST <= width / height <= _WIDEST:
        raise _refusal(f"`{name}` is too long and narrow for a page", "cut it to between 2:5 and 3:1", mark)


def _on_white(image: Image.Image) -> Image.Image:
    """The picture without holes: paper is white."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer).convert("RGB")


def _ready(image: Image.Image) -> Picture:
    # A comment in the file is carried over on saving unless it is taken away.
    image.info.clear()
    widest = round(WIDE_MM / MM_PER_INCH * PRINT_PPI)
    image.thumbnail((widest, widest * 2), Image.Resampling.LANCZOS)
    target = io.BytesIO()
    image.save(target, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    return Picture("jpeg", target.getvalue(), image.width / image.height)


def _refusal(message: str, hint: str, mark: Mark) -> SourceError:
    return SourceError([Problem("bad-photo", message, hint, mark)])
