"""The colours of a clinic's brand: names followed, every value checked, and what could not be kept told. Floor 2."""

from collections.abc import Iterator
from typing import Final

from brochures.errors import Problem
from brochures.model.brand import Palette
from brochures.model.brandfile import BrandColour, BrandType, ColourPair
from brochures.model.themes import Theme
from brochures.reading import colours
from brochures.reading.brandsource import BrandSource
from brochures.reading.contrast import least_as_text
from brochures.reading.source import Loc
from brochures.reading.wording import near

_AT: Loc = ("color",)
_PAPER_ROLES: Final = ("primary", "secondary")


def palette_of(theme: Theme, primary: str, secondary: str) -> Palette:
    """All colour roles from two colours, in the theme's manner."""
    return colours.palette(primary, secondary, theme.neutrals, warm_tint=theme.warm_tint)


def brand_palette(own: BrandSource, theme: Theme) -> tuple[Palette, list[Problem]]:
    """All colour roles of the brand, and its problems; a colour that cannot be used leaves the theme's in place."""
    named = _Names(own)
    given = {role: named.printed(role) for role in _PAPER_ROLES}
    primary = given["primary"] or theme.primary
    usual = colours.second_colour(primary, theme.secondary, theme.primary)
    secondary = given["secondary"] or usual
    palette = palette_of(theme, primary, secondary)
    problems = named.problems
    for role, text in (("primary", palette.brand_text), ("secondary", palette.accent_text)):
        problems += _warnings(own, palette, role, given[role], text)
    if given["secondary"] and colours.distance(primary, secondary) < colours.ALIKE:
        message = "the second colour looks like the first, so two options cannot be told apart"
        hint = "choose colours that differ in hue and in lightness"
        problems.append(_warning(own, "colours-alike", message, hint, "secondary"))
    return palette, problems


class _Names:
    """Every name and value under `color:`, and what is wrong with them."""

    def __init__(self, own: BrandSource) -> None:
        self.problems: list[Problem] = []
        self._own = own
        color = own.brand.color or BrandColour()
        self._palette: dict[str, str] = dict(color.palette)
        pairs = {name: getattr(color, name) for name in BrandColour.model_fields if name != "palette"}
        for name, words in self._palette.items():
            self._check(words, (*_AT, "palette", name), self._palette, name)
        # The palette comes first, as in brand.yml: there a colour may be called like a role.
        self._names = {name: _followed(name, self._palette) for name in self._palette}
        self._names |= {name: light for name, value in pairs.items() if (light := _light(value)) is not None}
        for name, value in pairs.items():
            for words, loc in _written(value, (*_AT, name)):
                self._check(words, loc, self._names, name)
        for words, loc in _typed(own):
            self._check(words, loc, self._names)

    def printed(self, role: str) -> str | None:
        """The colour of a role as `#rrggbb`; None when it is not given or cannot be printed."""
        words = _followed(role, self._names)
        if words in self._names or not _is_colour(words):
            return None
        try:
            return colours.as_hex(words)
        except colours.ColourError as error:
            self._refuse(words, (*_AT, role), str(error), ())
            return None

    def _check(self, words: str, loc: Loc, names: dict[str, str], own_name: str = "") -> None:
        """A problem when `words` is neither a name nor a colour, or a name that leads back to its own."""
        if words not in names:
            if not _is_colour(words):
                self._refuse(words, loc, "it is not a colour", tuple(name for name in names if name != own_name))
            return
        passed = _passed(words, names)
        if own_name in passed:
            circle = " → ".join((own_name, *passed[: passed.index(own_name) + 1]))
            hint = 'give one of them a colour, like "#0b5260"'
            message = f"these colours name each other in a circle: {circle}"
            self.problems.append(Problem("colour-circle", message, hint, self._own.mark(*loc)))

    def _refuse(self, words: str, loc: Loc, reason: str, names: tuple[str, ...]) -> None:
        hint = near(words, list(names))
        if not hint:
            known = tuple(name for name in names if name in self._palette)
            known_words = f", or a name from `palette`: {', '.join(known)}" if known else ""
            hint = f'write it like "#0b5260"{known_words}'
        message = f"`{words}` cannot be used: {reason}"
        self.problems.append(Problem("bad-colour", message, hint, self._own.mark(*loc)))


def _passed(words: str, names: dict[str, str]) -> list[str]:
    """The names from `words` on, each once."""
    passed: list[str] = []
    while words in names and words not in passed:
        passed.append(words)
        words = names[words]
    return passed


def _followed(words: str, names: dict[str, str]) -> str:
    """What `words` leads to: a colour, or a name of the circle in which it ends."""
    passed = _passed(words, names)
    return names[passed[-1]] if passed else words


def _is_colour(words: str) -> bool:
    try:
        colours.as_hex(words, opaque=False)
    except colours.ColourError:
        return False
    return True


def _light(value: str | ColourPair | None) -> str | None:
    """The colour for paper: that of light pages."""
    return value.light or value.dark if isinstance(value, ColourPair) else value


def _written(value: str | ColourPair | None, loc: Loc) -> Iterator[tuple[str, Loc]]:
    if isinstance(value, ColourPair):
        yield from ((words, (*loc, side)) for side in ("light", "dark") if (words := getattr(value, side)))
    elif value is not None:
        yield value, loc


def _typed(own: BrandSource) -> Iterator[tuple[str, Loc]]:
    """The colours that `typography:` gives to kinds of text."""
    typography = own.brand.typography
    for name, field in type(typography).model_fields.items() if typography else ():
        use = getattr(typography, name)
        if isinstance(use, BrandType):
            at: Loc = ("typography", field.alias or name)
            yield from _written(use.color, (*at, "color"))
            yield from _written(use.background_color, (*at, "background-color"))


def _warnings(own: BrandSource, palette: Palette, role: str, wanted: str | None, text: str) -> Iterator[Problem]:
    if wanted is None:
        return
    before = least_as_text(palette, wanted)
    if before < colours.TEXT:
        after = least_as_text(palette, text)
        message = (
            f"words in {wanted} would have a contrast of {before:.1f}:1 where {colours.TEXT:g}:1 is needed, so they "
            f"are printed in {text} ({after:.1f}:1); fields and drawings keep {wanted}"
        )
        yield _warning(
            own, "brand-contrast", message, "nothing needs doing; a darker colour would be kept in words too", role
        )
    if colours.distance(wanted, colours.URGENT) < colours.ALIKE:
        message = f"{wanted} looks like the red that marks urgent signs"
        yield _warning(own, "rivals-urgent", message, "choose another colour, or keep it to the logo", role)


def _warning(own: BrandSource, code: str, message: str, hint: str, role: str) -> Problem:
    return Problem(code, message, hint, own.mark(*_AT, role), severity="warning")
