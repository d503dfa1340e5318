"""Checks of words and letters: all printed, in the brand's fonts, and large enough. Floor 4."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from brochures.errors import Spot
from brochures.making.evidence import Evidence
from brochures.making.findings import Finding, Findings, spot_of, spot_round
from brochures.making.inspection import Character
from brochures.making.passages import letters
from brochures.model.document import LARGE_PT, Document
from brochures.model.formats import Format
from brochures.units import mm_from_pt

_FOLIO_PT: Final = 11.99
_SLACK_PT: Final = 0.05
_STYLES: Final = "Thin|Extra|Ultra|Light|Book|Regular|Medium|Semi|Demi|Bold|Heavy|Black|Italic|Oblique|Condensed"
_LACKS: Final = "write it otherwise, or choose a font that has it"

_BODY_X_MM: Final = 1.6
_FINE_X_MM: Final = 1.4
_LEAST_X_MM: Final = 1.2
"""Least x-height of body text, of fine print, and of fine print on a card, which is held close.

The European Commission's guideline on the readability of leaflets asks for 9 pt Times as the least, an x-height of
1.4 mm; Regulation (EU) 1169/2011, Article 13, for 1.2 mm on the labels of food.
"""
_FULL_BODY_PT: Final = 10.0
_FULL_FINE_PT: Final = 8.5
_FAR_PT: Final = 11.0
"""Formats with floors above this are read from further away: their x-heights grow with the floor."""
_FLAT: Final = frozenset("xvzwхвнкпи")
"""Letters as high as an x, Latin and Cyrillic."""
_X_SLACK_MM: Final = 0.015
_ABSENT: Final = 5


def words(evidence: Evidence) -> Findings:
    """Every letter that was set must be in the PDF as often as in the markup, and every word in full.

    Signs are left out: at a line's end the reader of the PDF gives back a hyphen as a control character.
    """
    printed = letters("".join(c.text for c in evidence.read))
    short = Counter(letters("".join(evidence.markup.words))) - Counter(printed)
    lost = [word for word in dict.fromkeys(evidence.markup.words) if letters(word) not in printed]
    if short or lost:
        names = ", ".join(f"“{word}”" for word in lost[:_ABSENT]) or f"{sum(short.values())} characters"
        message = f"words are missing from the PDF: {names}"
        yield Finding("text-lost", message, "text ran over, or a font lacks a character")


def fonts(evidence: Evidence) -> Findings:
    """Only the brand's fonts, each in the file, and of each no more than is used."""
    families = "|".join(re.escape(face.family.replace(" ", "").replace("-", "")) for face in evidence.look.faces)
    allowed = re.compile(f"(?:{families})(?:{_STYLES})*")
    for name in evidence.stated.fonts:
        plain = re.sub("[- ]", "", name.split("+", 1)[-1])
        if not allowed.fullmatch(plain):
            message = f"the font {name} is not the brand's"
            yield Finding("foreign-font", message, "a character is missing from the brand's fonts", _of(evidence, name))
    for face in evidence.stated.faces:
        spot = _of(evidence, face.name)
        if not face.is_embedded:
            hint = "another font would stand in for it: put the font file into the clinic's folder"
            yield Finding("font-not-embedded", f"the font {face.name} is not in the file", hint, spot)
        elif not face.is_subset:
            hint = "the file is larger than it need be, and gives the font away: the paper engine should cut it"
            yield Finding("font-whole", f"the font {face.name} is in the file with all its letters", hint, spot)


def _of(evidence: Evidence, name: str) -> Spot | None:
    """Where a font is used first."""
    used = (c for c in evidence.read if c.face.name.split("+", 1)[-1] == name.split("+", 1)[-1])
    first = next(used, None)
    return spot_round(evidence.document, [first]) if first else None


def glyphs(evidence: Evidence) -> Findings:
    """No box or gap is drawn in place of a letter that a font lacks."""
    document, told = evidence.document, set()
    for page, here in evidence.by_page.items():
        blank = [c for c in here if c.has_no_glyph or (c.text.isalnum() and (c.right <= c.left or c.bottom <= c.top))]
        if blank:
            told.add(page)
            message = f"{len(blank)} characters are printed as an empty box, or not at all"
            yield Finding("glyph-missing", message, _LACKS, spot_round(document, blank))
    for page in evidence.stated.blanks:
        if page not in told:
            message = "a character is printed as an empty box, or not at all"
            yield Finding("glyph-missing", message, _LACKS, spot_of(document, page, evidence.sheet))


def sizes(evidence: Evidence) -> Findings:
    """No type is smaller than the format's fine print."""
    document = evidence.document
    small = [c for c in evidence.read if c.text.isalnum() and c.size_pt < _least_pt(document, c)]
    if small:
        least, floor = min(c.size_pt for c in small), LARGE_PT if document.large else document.format.fine_pt
        message = f"{len(small)} characters are set at {least:.1f} pt; {floor:g} is the least"
        yield Finding("type-small", message, "a style is at fault", spot_round(document, small))


def _least_pt(document: Document, character: Character) -> float:
    """Large print has a floor of its own, but for the line at the foot of its pages."""
    if not document.large:
        return document.format.fine_pt - 0.01
    frames = document.pages[character.page].frames if character.page < len(document.pages) else ()
    at_foot = any(frame.name.startswith("folio") and character.top >= frame.box.y for frame in frames)
    return _FOLIO_PT if at_foot else LARGE_PT - 0.01


def x_heights(evidence: Evidence) -> Findings:
    """Letters are large enough to read, whatever number the size has: fonts differ by a third at the same size.

    The x-height is what the embedded font states, else that of the letters as they are drawn.
    """
    document = evidence.document
    kinds: dict[tuple[str, float], list[Character]] = {}
    for character in evidence.read:
        is_small = character.text.isalpha() and character.text.islower()
        if is_small and character.size_pt >= _least_pt(document, character):
            kinds.setdefault((character.face.name, round(character.size_pt, 2)), []).append(character)
    for (name, size), here in kinds.items():
        height, least = mm_from_pt(size) * _em_height(here), least_x_mm(document.format, size)
        if 0 < height < least - _X_SLACK_MM:
            message = (
                f"the small letters of {name.split('+', 1)[-1]} are {height:.2f} mm high at {size:.4g} pt; "
                f"{least:.2g} mm is the least there"
            )
            yield Finding("x-height", message, "choose a font with larger letters", spot_round(document, here))


def _em_height(here: Iterable[Character]) -> float:
    """The x-height of characters of one font and size, in sizes of type; 0 where it cannot be known."""
    every = list(here)
    if every[0].face.x_height:
        return every[0].face.x_height
    drawn = sorted((c.bottom - c.top) / mm_from_pt(c.size_pt) for c in every if c.text in _FLAT)
    return drawn[len(drawn) // 2] if drawn else 0.0


def least_x_mm(format_: Format, size_pt: float) -> float:
    """The least x-height for type of this size in a format: body text from the format's floor on, else fine print.

    >>> from brochures.model.formats import FORMATS
    >>> [least_x_mm(FORMATS["handout"], size) for size in (11.0, 8.5)]
    [1.6, 1.4]
    """
    if size_pt >= format_.body_pt - _SLACK_PT:
        least = _BODY_X_MM if format_.body_pt >= _FULL_BODY_PT else _FINE_X_MM
        return least * max(1.0, format_.body_pt / _FAR_PT)
    least = _FINE_X_MM if format_.fine_pt >= _FULL_FINE_PT else _LEAST_X_MM
    return least * max(1.0, format_.fine_pt / _FAR_PT)
