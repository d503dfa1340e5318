"""What each shape of text is called, with an example and, where it can be guessed, the right spelling. Floor 2."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from brochures.model import base, brandvalues, clinic, content, words
from brochures.reading.fields import pattern_of


class _Shape(NamedTuple):
    what: str
    example: str
    mend: Callable[[str], str] | None = None


def explain_pattern(pattern: str, value: str) -> tuple[str, str]:
    """What a text of this pattern is, and a hint: the value as it was surely meant, or an example."""
    shape = _SHAPES.get(pattern, _Shape("of another shape", ""))
    mended = shape.mend(value) if shape.mend else ""
    if mended and mended != value and re.fullmatch(pattern, mended):
        return shape.what, f"did you mean `{mended}`?"
    return shape.what, f"for example {shape.example}" if shape.example else ""


def _slug(value: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")


def _month(value: str) -> str:
    found = re.match(r"(20[0-9]{2})[-/. ]?([0-9]{1,2})\b", value)
    return f"{found[1]}-{int(found[2]):02}" if found else ""


def _language(value: str) -> str:
    language, _, region = value.replace("_", "-").partition("-")
    return f"{language.lower()}-{region.upper()}" if region else language.lower()


def _version_pattern() -> str:
    notes = content.Subject.model_fields["version"].metadata
    return next(str(note.pattern) for note in notes if getattr(note, "pattern", None))


_SHAPES: Final = {
    pattern_of(base.Slug): _Shape(
        "lower-case letters and digits with hyphens between, starting with a letter", "dermal-fillers", _slug
    ),
    pattern_of(base.SourceId): _Shape(
        "a source's id: a capital letter and a number", "S18", lambda value: value.upper().replace(" ", "")
    ),
    pattern_of(base.Place): _Shape("a place: two lower-case letters", "us or uk", lambda value: value.lower()),
    pattern_of(base.Month): _Shape("a year and a month", "2026-11", _month),
    pattern_of(base.LanguageTag): _Shape("a language tag", "en-US", _language),
    pattern_of(clinic.Phone): _Shape("a telephone number: digits, spaces and ( ) - . /", '"(555) 010-0123"'),
    pattern_of(clinic.WebAddress): _Shape(
        "a web address", "https://example.org/booking", lambda value: f"https://{value}" if "." in value else ""
    ),
    pattern_of(clinic.Mail): _Shape("a mail address", "desk@example.org"),
    pattern_of(clinic.Day): _Shape("a day: year, month, day", "2026-11-22"),
    pattern_of(clinic.VersionId): _Shape("a version id, as `brochures diff` shows it", '"1.0-3f9c2a"'),
    pattern_of(brandvalues.PaletteName): _Shape(
        "a name of letters, digits, - and _, starting with a letter", "sea-green"
    ),
    pattern_of(brandvalues.FamilyName): _Shape("a font's name, without quotes, braces or ;", "Source Sans 3"),
    pattern_of(words.Part): _Shape(
        "the name of a part: a section's role or a list's field", "aftercare or both-2", lambda v: v.lower()
    ),
    pattern_of(words.PartHash): _Shape("a hash of 8 digits, as `brochures diff` shows it", '"3f9c2a11"'),
    _version_pattern(): _Shape("a version: two numbers with a point, in quotes", '"1.0"'),
}
