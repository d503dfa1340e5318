"""The font files behind a family's name: shipped, the clinic's own, or an installed package. Floor 2.

The only home of fontpkg.
"""

from pathlib import Path
from typing import Final

import fontpkg  # type: ignore[import-untyped]  # the package ships no types

from brochures.errors import Mark, Problem, SourceError
from brochures.model.brand import BrandFont, FontFace
from brochures.reading.confine import read_confined
from brochures.reading.source import Source

DISPLAY: Final = "Clear Display"
TEXT: Final = "Clear Text"
SHIPPED: Final = {
    DISPLAY: ((500, "normal"), (700, "normal")),
    TEXT: ((400, "normal"), (400, "italic"), (600, "normal"), (700, "normal")),
}
WEIGHTS: Final = (400, 500, 600, 700)
MOST_BYTES: Final = 20_000_000

# The first four bytes: https://learn.microsoft.com/typography/opentype/spec/otff#organization-of-an-opentype-font
_NEEDED: Final = {b"cmap", b"head", b"hhea", b"hmtx", b"maxp"}
_OUTLINES: Final = {b"glyf", b"CFF ", b"CFF2"}
_MAGIC: Final = {b"\x00\x01\x00\x00": (".ttf", ".otf"), b"true": (".ttf",), b"OTTO": (".otf",)}


def shipped_faces(family: str, folder: Path) -> tuple[FontFace, ...]:
    """The faces of a family of ours that lie in `folder`; an italic only where it is there."""
    stem = family.replace(" ", "")
    faces = []
    for weight, style in SHIPPED[family]:
        path = folder / f"{stem}-{weight}{'-Italic' if style == 'italic' else ''}.ttf"
        if style == "normal" or path.is_file():
            faces.append(FontFace(family, weight, style, path))
    return tuple(faces)


def own_faces(font: BrandFont, number: int, source: Source, folder: Path) -> tuple[FontFace, ...]:
    """The faces of one entry under `fonts:`, every file checked.

    Raises:
        SourceError: with a problem for each file that cannot be used.
    """
    faces: list[FontFace] = []
    problems: list[Problem] = []
    for index, file in enumerate(font.files):
        mark = source.mark_of(("brand", "typography", "fonts", number, "files", index, "path"))
        try:
            path, raw = read_confined(folder, file.path, mark, MOST_BYTES)
        except SourceError as error:
            problems += error.problems
            continue
        if path.suffix.lower() not in _MAGIC.get(raw[:4], ()) or not _is_whole(raw):
            hint = "give a TrueType or OpenType file, .ttf or .otf; web fonts (.woff) are not taken"
            problems.append(Problem("bad-font", f"`{file.path}` is not a font that can be printed", hint, mark))
        faces.append(FontFace(font.family, file.weight, file.style, path))
    if problems:
        raise SourceError(problems)
    return tuple(faces)


def installed_faces(family: str, mark: Mark) -> tuple[FontFace, ...]:
    """The faces of a family that is installed as a `fontpkg-…` package, weights from 400 to 700.

    Raises:
        SourceError: no such package is installed; the problem names it.
    """
    try:
        fontpkg.family(family)
    except fontpkg.FamilyNotInstalled:
        slug = fontpkg.slugify(family)
        hint = f"pip install fontpkg-{slug}, or give its files under `fonts:`"
        raise SourceError([Problem("unknown-font", f"the font `{family}` is not here", hint, mark)]) from None
    faces: dict[tuple[int, str], FontFace] = {}
    for style in ("normal", "italic"):
        for weight in WEIGHTS:
            try:
                path = Path(fontpkg.path(family, weight, style))
            except fontpkg.FontpkgError:
                continue
            faces[weight, style] = FontFace(family, weight, style, path)
    if (400, "normal") not in faces and (700, "normal") not in faces:
        message = f"the font `{family}` has neither a regular nor a bold face"
        raise SourceError([Problem("unknown-font", message, "choose another family", mark)])
    return tuple(faces.values())


def _is_whole(raw: bytes) -> bool:
    """Whether every table that the font's directory names lies inside the file, outlines and letters among them."""
    tables = set()
    for start in range(12, 12 + 16 * int.from_bytes(raw[4:6], "big"), 16):
        offset, length = (int.from_bytes(raw[start + at : start + at + 4], "big") for at in (8, 12))
        if not 0 < offset + length <= len(raw):
            return False
        tables.add(raw[start : start + 4])
    return tables >= _NEEDED and bool(_OUTLINES & tables)
