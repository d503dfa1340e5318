"""The font files behind a family's name: the clinic's own, shipped, or an installed package. Floor 2.

The only home of fontpkg. Nothing is fetched: a family that web pages load from a server must be installed.
"""

import re
from pathlib import Path
from typing import Final, NamedTuple

from brochures.errors import Mark, Problem, SourceError
from brochures.model.brand import FontFace
from brochures.model.brandfile import BrandFontFile, BrandFontFiles, BrandType, BrandTypography
from brochures.model.brandvalues import WEIGHT_OF
from brochures.model.themes import THEMES, Theme
from brochures.reading.brandsource import BrandSource
from brochures.reading.fontfile import is_printable, own_weight, weight_range

SHIPPED: Final = {
    **{theme.display: theme.display_cuts for theme in THEMES.values()},
    **{theme.text: theme.text_cuts for theme in THEMES.values()},
}
WEIGHTS: Final = (300, 400, 500, 600, 700, 800, 900)
MOST_BYTES: Final = 20_000_000

_WEB: Final = re.compile(r"^https?:|\.(?:woff2?|eot|svgz?|ttc|otc)$", re.IGNORECASE)


class Families(NamedTuple):
    """The families for titles, for text and for labels (empty: the text's), and the faces of all."""

    display: str
    text: str
    sans: str
    faces: tuple[FontFace, ...]


def families(own: BrandSource, theme: Theme, shipped: Path) -> tuple[Families, list[Problem]]:
    """The families that the brand prints with, and its problems; families for other tools are not opened."""
    problems: list[Problem] = []

    def faces_of(family: str, use: str) -> tuple[FontFace, ...]:
        try:
            return _faces(own, family, use, shipped)
        except SourceError as error:
            problems.extend(error.problems)
            return ()

    typography = own.brand.typography or BrandTypography()
    base, headings = _name(typography.base), _name(typography.headings)
    # As in brand.yml, titles follow the text's family where they have none of their own.
    display, text = headings or base or theme.display, base or theme.text
    faces = faces_of(display, "headings" if headings else "base")
    if text != display:
        faces += faces_of(text, "base")
    # A clinic that chose its text's family means its labels too.
    sans = "" if base else theme.sans
    if sans and sans not in (display, text):
        faces += faces_of(sans, "base")
    return Families(display, text, sans, faces), problems


def shipped_faces(family: str, folder: Path) -> tuple[FontFace, ...]:
    """The faces of a family of ours that lie in `folder`; an italic only where it is there."""
    stem = family.replace(" ", "")
    faces = []
    for weight, style in SHIPPED[family]:
        path = folder / f"{stem}-{weight}{'-Italic' if style == 'italic' else ''}.ttf"
        if style == "normal" or path.is_file():
            faces.append(FontFace(family, weight, style, path))
    return tuple(faces)


def installed_faces(family: str, mark: Mark) -> tuple[FontFace, ...]:
    """The faces of a family that is installed as a `fontpkg-…` package, weights from 300 to 900.

    Raises:
        SourceError: no such package is installed; the problem names it.
    """
    import fontpkg  # type: ignore[import-untyped]  # the package ships no types

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


def _faces(own: BrandSource, family: str, use: str, shipped: Path) -> tuple[FontFace, ...]:
    fonts = own.brand.typography.fonts if own.brand.typography else ()
    files = [
        (file, own.mark("typography", "fonts", number, "files", index, "path"))
        for number, font in enumerate(fonts)
        if isinstance(font, BrandFontFiles) and font.family == family
        for index, file in enumerate(font.files)
    ]
    if files:
        return _own_faces(own, family, files)
    if family in SHIPPED:
        return shipped_faces(family, shipped)
    return installed_faces(family, own.mark("typography", use, "family"))


def _own_faces(own: BrandSource, family: str, files: list[tuple[BrandFontFile, Mark]]) -> tuple[FontFace, ...]:
    """The faces of files that can be printed; those for web pages only are left to web pages where others are."""
    printed = [(file, mark) for file, mark in files if not _WEB.search(file.path)]
    if not printed and _is_installed(family):
        return installed_faces(family, files[0][1])
    faces: list[FontFace] = []
    problems: list[Problem] = []
    for file, mark in printed or files:
        try:
            path, raw = own.read(file.path, mark, MOST_BYTES)
        except SourceError as error:
            problems += error.problems
            continue
        if is_printable(raw, path.suffix):
            faces += [FontFace(family, weight, file.style, path) for weight in _weights(file, raw)]
        else:
            hint = "give a TrueType or OpenType file, .ttf or .otf; web fonts (.woff) are not taken"
            problems.append(Problem("bad-font", f"`{file.path}` is not a font that can be printed", hint, mark))
    if problems:
        raise SourceError(problems)
    return tuple(dict.fromkeys(faces))


def _weights(file: BrandFontFile, raw: bytes) -> tuple[int, ...]:
    """What one file is used for: a variable font for all its weights, another for its one."""
    span = weight_range(raw)
    if span:
        return tuple(weight for weight in WEIGHTS if span[0] <= weight <= span[1]) or (400,)
    if isinstance(file.weight, int):
        return (min(max(round(file.weight, -2), 100), 900),)
    return (WEIGHT_OF.get(str(file.weight)) or own_weight(raw),)


def _is_installed(family: str) -> bool:
    import fontpkg

    try:
        fontpkg.family(family)
    except fontpkg.FontpkgError:
        return False
    return True


def _name(use: str | BrandType | None) -> str | None:
    return use.family if isinstance(use, BrandType) else use
