"""A PDF's pictures in the inks of a press, without loss. Floor 4."""

import zlib
from typing import Any

import pikepdf
from pikepdf import Name, Stream

from brochures.errors import StyleFault
from brochures.making.press.inks import Inks


def separate_picture(picture: Stream, inks: Inks) -> None:
    """Writes a picture's pixels in inks; stencils, which have no colour, and what is done already stay.

    Raises:
        StyleFault: its pixels cannot be read.
    """
    if bool(picture.get("/ImageMask", False)) or picture.get("/ColorSpace") == Name.DeviceCMYK:
        return
    try:
        image = pikepdf.PdfImage(picture).as_pil_image()
    except (pikepdf.PdfError, NotImplementedError, OSError, ValueError) as error:
        raise StyleFault(f"the pixels of a picture cannot be read: {error}") from error
    made = inks.picture(image)
    picture.write(zlib.compress(made.tobytes(), 9), filter=Name.FlateDecode)
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceCMYK, 8
    for key in ("/Decode", "/DecodeParms", "/Interpolate", "/Intent"):
        _forget(picture, key)


def _forget(picture: Any, key: str) -> None:  # noqa: ANN401 - pikepdf gives any object
    if key in picture:
        del picture[key]
