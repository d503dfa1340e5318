"""A clinic's logo, read from its own folder and checked before it is printed. Floor 2."""

from pathlib import Path
from typing import Final

from brochures.errors import Mark, Problem, SourceError
from brochures.model.brand import Logo
from brochures.reading.confine import read_confined
from brochures.reading.pixels import JPEG, PNG, PixelError, read_pixels
from brochures.reading.svg import SvgError, clean_svg, has_live_text
from brochures.reading.svgcolours import colours_of
from brochures.units import MM_PER_INCH

MOST_BYTES: Final = 5_000_000
PPI: Final = 225
WIDEST: Final = 12.0
TALLEST: Final = 1 / 5
LEAST_FILLED: Final = 0.6

_OTHERS: Final = {
    b"GIF8": "a GIF",
    b"RIFF": "a WebP",
    b"%PDF": "a PDF",
    b"8BPS": "a Photoshop file",
    b"%!PS": "an EPS",
    b"\x1f\x8b": "a packed file",
}


def read_logo(clinic_folder: Path, name: str, mark: Mark, beside: Path | None = None) -> Logo:
    """The logo in the file `name` of the clinic's folder; problems are placed at `mark`.

    `name` starts from `beside`, the folder of the file that names it; without one, from the clinic's.

    Raises:
        SourceError: outside the folder, not a picture we print, unsafe, or with too few pixels.
    """
    _, raw = read_confined(clinic_folder, name, mark, MOST_BYTES, beside)
    for magic, kind in _OTHERS.items():
        if raw.startswith(magic):
            raise _refusal(f"`{name}` is {kind}, which is not printed", "give it as SVG, PNG or JPEG", mark)
    try:
        if raw.startswith((PNG, JPEG)):
            return _pixels(name, raw, mark)
        data, aspect = clean_svg(raw)
    except (SvgError, PixelError) as error:
        raise _refusal(f"`{name}` {error}", error.hint, mark) from error
    return Logo("svg", data, aspect, colours_of(data))


def logo_warnings(logo: Logo, name: str, mark: Mark) -> tuple[Problem, ...]:
    """What may look wrong in print though it is safe."""
    found = []
    if logo.kind == "svg" and has_live_text(logo.data):
        hint = "convert its text to outlines in the drawing program"
        found.append(("logo-text", f"`{name}` holds live text, which is drawn in whatever font is found", hint))
    width, height = logo.size_mm
    if logo.aspect > WIDEST or logo.aspect < TALLEST:
        size = f"{height:.0f} mm high" if logo.aspect > 1 else f"{width:.0f} mm wide"
        hint = "give one of a more compact shape, between 4:1 and 1:2 at best"
        found.append(("logo-shape", f"`{name}` is so long and narrow that it is printed only {size}", hint))
    if min(logo.filled) < LEAST_FILLED:
        message = f"`{name}` has wide empty margins, so its marks are printed small"
        found.append(("logo-margin", message, "cut the margins off"))
    return tuple(Problem(code, message, hint, mark, severity="warning") for code, message, hint in found)


def _pixels(name: str, raw: bytes, mark: Mark) -> Logo:
    picture = read_pixels(raw)
    logo = Logo(picture.kind, raw, picture.width / picture.height, picture.shades, picture.filled)
    wide, high = (round(mm / MM_PER_INCH * PPI) for mm in logo.size_mm)
    if picture.width < wide and picture.height < high:
        message = f"`{name}` is {picture.width} × {picture.height} pixels, too few for print"
        hint = f"give at least {wide} pixels of width and {high} of height, or better an SVG"
        raise SourceError([Problem("logo-pixels", message, hint, mark)])
    return logo


def _refusal(message: str, hint: str, mark: Mark) -> SourceError:
    return SourceError([Problem("bad-logo", message, hint, mark)])
