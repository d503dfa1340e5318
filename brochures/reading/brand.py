"""How a clinic looks on paper: its colours, fonts and logo, every one checked. Floor 2."""

from pathlib import Path

from brochures.errors import Problem, SourceError
from brochures.model.brand import Look
from brochures.model.clinic import Clinic
from brochures.model.themes import CLEAR, Theme
from brochures.reading.brandcolours import brand_palette, palette_of
from brochures.reading.brandsource import brand_source
from brochures.reading.fonts import families, shipped_faces
from brochures.reading.lettering import clinic_letters
from brochures.reading.source import Source


def make_look(
    clinic: Clinic | None, source: Source | None, folder: Path, shipped_fonts: Path, theme: Theme = CLEAR
) -> tuple[Look, tuple[Problem, ...]]:
    """The clinic's look, and warnings about what had to be changed; the house look without a clinic.

    `folder` is the clinic's own: no file outside it is read. `shipped_fonts` holds our families.

    Raises:
        SourceError: colours, fonts or pictures that cannot be printed, and letters of the clinic's own
            that its fonts lack; all at once.
    """
    if clinic is None or source is None:
        names = dict.fromkeys((theme.display, theme.text, *((theme.sans,) if theme.sans else ())))
        faces = tuple(face for family in names for face in shipped_faces(family, shipped_fonts))
        palette = palette_of(theme, theme.primary, theme.secondary)
        return Look(palette, theme.display, theme.text, faces, theme, sans_family=theme.sans), ()
    from brochures.reading.logos import brand_logos

    own = brand_source(clinic, source, folder)
    palette, problems = brand_palette(own, theme)
    made, of_fonts = families(own, theme, shipped_fonts)
    light, dark, of_logos = brand_logos(own, palette)
    look = Look(palette, made.display, made.text, made.faces, theme, light, dark, made.sans)
    problems += [*of_fonts, *of_logos]
    if not of_fonts:
        problems += clinic_letters(look, source)
    if any(problem.severity == "error" for problem in problems):
        raise SourceError(problem for problem in problems if problem.severity == "error")
    return look, tuple(problems)
