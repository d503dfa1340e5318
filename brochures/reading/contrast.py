"""Which colours meet on paper, and how far apart they must be: WCAG 2.1 ratios for every pair of roles. Floor 2."""

from typing import Final, NamedTuple, get_args

from brochures.model.brand import Palette
from brochures.model.themes import Ground
from brochures.reading.colours import GRAPHIC, STRONG, TEXT, contrast


class Row(NamedTuple):
    """One pair: the role, the role it stands on, their ratio, the least, the frame's ground, and where they meet."""

    role: str
    ground: str
    ratio: float
    least: float
    on: Ground
    where: str


class _Pair(NamedTuple):
    role: str
    ground: str
    least: float
    where: str


_EVERYWHERE: Final = (
    _Pair("ink", "paper", TEXT, "running text"),
    _Pair("ink", "brand_tint", TEXT, "text on tinted fields"),
    _Pair("ink", "accent_tint", TEXT, "text on tinted fields"),
    _Pair("ink_soft", "paper", TEXT, "captions, fine print"),
    _Pair("brand_text", "paper", TEXT, "titles, links, numbers"),
    _Pair("brand_text", "brand_tint", TEXT, "titles on tinted fields"),
    _Pair("brand_text", "accent_tint", TEXT, "titles on tinted fields"),
    _Pair("accent_text", "paper", TEXT, "words of the second option"),
    _Pair("accent_text", "brand_tint", TEXT, "words of the second option on tinted fields"),
    _Pair("accent_text", "accent_tint", TEXT, "words of the second option on tinted fields"),
    _Pair("on_brand", "brand", TEXT, "heads of options, numbers of markers"),
    _Pair("on_accent", "accent", TEXT, "heads of options"),
    _Pair("paper", "accent_text", TEXT, "numbers of the second option's markers"),
    _Pair("brand_mid", "paper", GRAPHIC, "lines to write on, signs, dots"),
    _Pair("accent_mid", "paper", GRAPHIC, "rules of the second option"),
    _Pair("urgent", "paper", GRAPHIC, "the one dot among many"),
)
_ON: Final[dict[Ground, tuple[_Pair, ...]]] = {
    "paper": (
        _Pair("ink", "tint", STRONG, "text on tinted panels"),
        _Pair("ink_soft", "tint", TEXT, "captions on tinted panels"),
        _Pair("on_brand_soft", "brand", TEXT, "second lines on the cover"),
        _Pair("accent_on_brand", "brand", TEXT, "titles on fields of the brand"),
        _Pair("brand_on_accent", "accent", TEXT, "titles on fields of the second colour"),
        _Pair("paper", "brand_deep", STRONG, "a white logo on its plate"),
        _Pair("on_urgent", "urgent", TEXT, "urgent signs"),
        _Pair("urgent", "paper", TEXT, "urgent words on paper"),
    ),
    "tint": (),
    "brand": (),
    "accent": (),
}
_TEXT_GROUNDS: Final = ("paper", "tint", "brand_tint", "accent_tint")


def contrast_table(palette: Palette) -> tuple[Row, ...]:
    """Every pair of roles that can meet, on each ground that a frame may have."""
    rows = []
    for ground in get_args(Ground):
        there = palette.on(ground)
        for role, field, least, where in (*_EVERYWHERE, *_ON[ground]):
            ratio = contrast(getattr(there, role), getattr(there, field))
            rows.append(Row(role, field, ratio, least, ground, where))
    return tuple(rows)


def least_as_text(palette: Palette, colour: str) -> float:
    """The ratio of words in `colour` on the ground of this palette, paper or tint, where they read worst."""
    return min(contrast(colour, getattr(palette, ground)) for ground in _TEXT_GROUNDS)
