"""A clinic's own templates and stylesheets, which stand in for ours of the same name. Floor 2.

They lie in `templates/` and `styles/` beside clinic.yaml. Whatever a name or a link says, no file outside these
two folders is read. What may not be replaced: drawings, whose dots and bars are claims; the page that is only
measured; the order of the layers; fonts; the page that clinicians sign.
"""

import os
import re
from pathlib import Path
from typing import Final, Literal

from brochures.errors import StyleFault

OwnRoom = Literal["templates", "styles"]
OWN_ROOMS: Final[tuple[OwnRoom, ...]] = ("templates", "styles")

_REPLACEABLE: Final = {
    "templates": re.compile(r"base\.html|(?:components|formats)/[a-z0-9_-]+\.html"),
    "styles": re.compile(r"(?!main\.css|fonts\.css|theme\.css)(?:(?:components|formats|themes)/)?[a-z0-9_-]+\.css"),
}
_PARTS: Final = ("components", "formats", "themes")
_MOST_BYTES: Final = 1_000_000


def is_replaceable(room: OwnRoom, name: str) -> bool:
    """Whether a clinic's file of this name is used: `components/callout.html`, `themes/clear.css`."""
    return _REPLACEABLE[room].fullmatch(name) is not None


def own_file(folder: Path | None, room: OwnRoom, name: str) -> tuple[Path, str] | None:
    """The clinic's file and its text, or None where it has none of this name.

    Raises:
        StyleFault: it leads out of the clinic's folder, or cannot be read as text.
    """
    if folder is None or not is_replaceable(room, name):
        return None
    path = folder / room / name
    if not os.path.lexists(path):
        return None
    shown = f"{room}/{name}"
    try:
        # The room itself is not resolved: where it is a link, what is in it lies elsewhere.
        if not path.resolve(strict=True).is_relative_to(folder.resolve() / room):
            raise StyleFault(f"{shown} leads out of the clinic's folder {room}/; put the file itself there")
        if not path.is_file():
            raise StyleFault(f"{shown} is not a file")
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise StyleFault(f"{shown} cannot be read: {(error.strerror or 'it cannot be opened').lower()}") from error
    if len(raw) > _MOST_BYTES:
        raise StyleFault(f"{shown} is larger than 1 MB")
    try:
        return path, raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise StyleFault(f"{shown} is not written in UTF-8; save it so") from error


def own_names(folder: Path, room: OwnRoom) -> tuple[str, ...]:
    """The names of all files in the clinic's folder that stand in for ours, sorted; links to folders are passed by."""
    home = folder / room
    names = []
    for part in ("", *_PARTS):
        place = home / part
        if place.is_dir() and place.resolve() == (folder.resolve() / room / part):
            names += [f"{part}/{path.name}".lstrip("/") for path in place.iterdir()]
    return tuple(sorted(name for name in names if is_replaceable(room, name)))
