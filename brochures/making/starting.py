"""The files that a clinic begins with: every field shown, the clinic's own answers filled in. Floor 4."""

import json
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Final

from brochures.errors import Problem, SourceError
from brochures.making.monogram import Inks, drawable, logo
from brochures.model.formats import PaperName
from brochures.model.themes import THEMES, Theme, ThemeName
from brochures.reading import colours
from brochures.reading.clinics import check_clinic
from brochures.reading.fonts import shipped_faces
from brochures.reading.source import parse

PHONE: Final = "(555) 010-0142"
"""Stands in a comment where no number is given: 555-01xx belongs to nobody."""

_LOGO: Final = "# Placeholders: put your own drawings in their place."
_NO_LOGO: Final = (
    "# The name has letters that a placeholder could not draw; it is printed in type until you have a logo."
)


@dataclass(frozen=True, slots=True)
class Answers:
    """What is asked before a clinic's folder is made; `colour` is `#rrggbb`, an empty `phone` is none."""

    name: str
    phone: str
    colour: str
    theme: ThemeName
    paper: PaperName


def starting_files(answers: Answers, templates: Path, schemas: Path, fonts: Path) -> dict[str, bytes]:
    """The files of a new folder by name, the clinic's own first."""
    theme = THEMES[answers.theme]
    face = shipped_faces(theme.display, fonts)[-1].path
    has_logo = drawable(answers.name, face) != ""
    values = {
        "name": quoted(answers.name),
        "phone": f"phone: {quoted(answers.phone)}" if answers.phone else f"#phone: {PHONE}",
        "colour": answers.colour,
        "theme": answers.theme,
        "themes": ", ".join(f"{row.name} ({row.label.partition(': ')[2]})" for row in THEMES.values()),
        "paper": answers.paper,
        "logo": "" if has_logo else "#",
        "logo_about": _LOGO if has_logo else _NO_LOGO,
    }
    written = {
        name: Template((templates / "new" / name).read_text(encoding="utf-8")).substitute(values).encode()
        for name in ("clinic.yaml", "_brand.yml", "README.md")
    }
    light, dark = _inks(answers.colour, theme)
    return {
        "clinic.yaml": written["clinic.yaml"],
        "_brand.yml": written["_brand.yml"],
        "logo-light.svg": logo(answers.name, face, light),
        "logo-dark.svg": logo(answers.name, face, dark),
        "clinic.schema.json": (schemas / "clinic.schema.json").read_bytes(),
        "README.md": written["README.md"],
    }


def quoted(text: str) -> str:
    """The text as a YAML scalar that reads back as the same text, in quotes only where it must be."""
    try:
        if parse("", f"field: {text}   # comment\n").data == {"field": text}:
            return text
    except SourceError:
        pass
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in json.dumps(text, ensure_ascii=False))


def fault_of_name(name: str) -> Problem | None:
    """What is wrong with a clinic's name, if anything."""
    return _fault(f"name: {quoted(name)}\n")


def fault_of_phone(phone: str) -> Problem | None:
    """What is wrong with a telephone number, if anything."""
    return _fault(f"name: Clinic\nphone: {quoted(phone)}\n")


def fault_of_colour(words: str) -> Problem | None:
    """What is wrong with the words for a colour, if anything."""
    try:
        colours.as_hex(words)
    except colours.ColourError as error:
        return Problem("bad-colour", f"`{words}` cannot be used: {error}", 'write it like "#0b5260"')
    return None


def as_hex(words: str) -> str:
    """The colour as `#rrggbb`.

    Raises:
        ColourError: these words have a fault.
    """
    return colours.as_hex(words)


def _fault(text: str) -> Problem | None:
    try:
        check_clinic(parse("", text))
    except SourceError as error:
        return error.problems[0]
    return None


def _inks(colour: str, theme: Theme) -> tuple[Inks, Inks]:
    """The colours of the logo for light grounds, and for the brand's own."""
    palette = colours.palette(colour, colours.second_colour(colour, theme.secondary, theme.primary), theme.neutrals)
    light = Inks(palette.brand, palette.on_brand, palette.brand_text)
    return light, Inks(palette.on_brand, palette.brand, palette.on_brand)
