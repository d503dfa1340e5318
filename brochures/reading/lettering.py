"""Are all letters there? The words of a clinic and of the content against the letters of the look's fonts. Floor 2.

The paper engine would leave a gap or stop in the middle; said here, each text is told at its line.
"""

import unicodedata
from collections.abc import Iterable
from typing import Final

from brochures.errors import Problem
from brochures.model.brand import CUT_LETTERS, Look
from brochures.model.clinic import Clinic
from brochures.model.content import Content
from brochures.reading.fields import Leaf, leaves
from brochures.reading.fontfile import is_variable, letters
from brochures.reading.source import Source

_SILENT: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"})
_ACCENTS: Final = frozenset({"Mn", "Me"})
_SELECTORS: Final = range(0xFE00, 0xFE10)
_DISPLAYED: Final = frozenset({"name", "short_name", "tagline", "phone", "after_hours", "emergency_line"})
_NOT_WORDS: Final = frozenset({"brand", "pieces", "approvals", "theme", "paper", "formats", "languages", "profile"})
_MOST_SHOWN: Final = 12


def clinic_letters(look: Look, source: Source) -> list[Problem]:
    """A problem for each text of the clinic file with letters that the fonts lack, at the first of them."""
    found = (leaf for leaf in leaves(Clinic, source.data) if leaf.loc[0] not in _NOT_WORDS)
    return _problems(look, source, found)


def content_letters(look: Look, source: Source) -> list[Problem]:
    """The same for the content: its words in the font of the text."""
    return _problems(look, source, (leaf for leaf in leaves(Content, source.data) if leaf.loc[0] != "sources"))


def _problems(look: Look, source: Source, texts: Iterable[Leaf]) -> list[Problem]:
    has = {family: _letters_of(look, family) for family in (look.text_family, look.display_family)}
    problems = []
    for leaf in texts:
        if leaf.kind not in {"plain", "rich"}:
            continue
        titled = len(leaf.loc) == 1 and leaf.loc[0] in _DISPLAYED
        families = (look.display_family, look.text_family) if titled else (look.text_family,)
        lacking = {family: lost for family in dict.fromkeys(families) if (lost := _lost(leaf.text, has[family]))}
        if lacking:
            problems.append(_problem(source, leaf, lacking))
    return problems


def _problem(source: Source, leaf: Leaf, lacking: dict[str, list[str]]) -> Problem:
    lost = list(dict.fromkeys(letter for found in lacking.values() for letter in found))
    alone = (f"◌{letter}" if unicodedata.category(letter) in _ACCENTS else letter for letter in lost[:_MOST_SHOWN])
    shown = " ".join(alone) + (" …" if len(lost) > _MOST_SHOWN else "")
    fonts = " and ".join(f"`{family}`" for family in lacking)
    message = f"{'the font' if len(lacking) == 1 else 'the fonts'} {fonts} cannot print: {shown}"
    hint = "write it in letters that the font has, or name a font that has them under `brand:`, `typography:`"
    return Problem("missing-glyphs", message, hint, source.mark_within(leaf.loc, lost[0]))


def _letters_of(look: Look, family: str) -> frozenset[int]:
    """The letters that every face of the family has; empty where none can be read."""
    found: frozenset[int] | None = None
    for path in dict.fromkeys(face.path for face in look.faces if face.family == family):
        try:
            raw = path.read_bytes()
        except OSError:  # a font of ours that is not there is told when it is wanted
            continue
        own = letters(raw)
        own = own & CUT_LETTERS if is_variable(raw) else own
        found = own if found is None else found & own
    return found or frozenset()


def _lost(text: str, has: frozenset[int]) -> list[str]:
    """The letters of the text that are not there, each once.

    A letter must be there as one: put together from a letter and an accent it is printed, but the PDF
    cannot say any more which letter it was.
    """
    if not has:
        return []
    return [letter for letter in dict.fromkeys(unicodedata.normalize("NFC", text)) if not _is_there(letter, has)]


def _is_there(letter: str, has: frozenset[int]) -> bool:
    kind = unicodedata.category(letter)
    return ord(letter) in _SELECTORS or kind in _SILENT or (kind not in _ACCENTS and ord(letter) in has)
