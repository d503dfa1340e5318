"""Which picture of a clinic's logo stands on paper and which on the cover, and on what plate. Floor 2."""

from dataclasses import replace
from typing import Final

from brochures.errors import Mark, Problem, SourceError
from brochures.model.brand import Logo, Palette
from brochures.model.brandfile import BrandLogo, LogoFile, LogoName, LogoPair
from brochures.reading.assets import logo_warnings, read_logo
from brochures.reading.brandsource import BrandSource
from brochures.reading.colours import GRAPHIC, PAPER, contrast
from brochures.reading.source import Loc

SEEN: Final = 2.0
"""The least contrast at which a mark is made out as a shape; a logo need not be read to be known."""
HALF: Final = 0.5
SAME: Final = 1.25

_SIZES: Final = ("medium", "large", "small")


def brand_logos(own: BrandSource, palette: Palette) -> tuple[Logo | None, Logo | None, list[Problem]]:
    """The logo for light and the one for dark grounds, each with its plate; and what is wrong with them."""
    chooser = _Chooser(own)
    light, dark = chooser.pair()
    if light is None and dark is None:
        return None, None, chooser.problems
    on_paper = chooser.on_paper(light, dark, palette)
    on_cover = chooser.on_cover(light, dark, palette)
    return on_paper, on_cover, chooser.problems


class _Chooser:
    def __init__(self, own: BrandSource) -> None:
        self.problems: list[Problem] = []
        self._own = own
        self._named: dict[int, tuple[str, Mark]] = {}
        logo = own.brand.logo
        self._images: dict[str, LogoName] = dict(logo.images) if isinstance(logo, BrandLogo) else {}

    def pair(self) -> tuple[Logo | None, Logo | None]:
        """The pictures for light and for dark grounds, as far as they are given."""
        logo = self._own.brand.logo
        if not isinstance(logo, BrandLogo):
            return self._read(logo, ("logo",)), None
        size = next((size for size in _SIZES if getattr(logo, size) is not None), None)
        if size is None:
            return None, None
        chosen: LogoName | LogoPair = getattr(logo, size)
        if isinstance(chosen, LogoPair):
            light = self._read(chosen.light, ("logo", size, "light"))
            return light, self._read(chosen.dark, ("logo", size, "dark"))
        return self._read(chosen, ("logo", size)), None

    def on_paper(self, light: Logo | None, dark: Logo | None, palette: Palette) -> Logo | None:
        """What stands on paper; pale marks stand on a plate of the brand's deepest shade."""
        if light is None:
            return dark and replace(dark, plate="" if _is_seen(dark, palette.paper) else "deep")
        if _is_seen(light, palette.paper):
            return light
        hint = "name it as `dark:`, and give one with dark marks as `light:`"
        self._warn(
            "logo-pale", light, f"would not be seen on paper: it stands on a field of {palette.brand_deep}", hint
        )
        return replace(light, plate="deep")

    def on_cover(self, light: Logo | None, dark: Logo | None, palette: Palette) -> Logo | None:
        """What stands on the field of the brand."""
        field = palette.brand
        if dark is not None:
            if _is_seen(dark, field):
                return dark
            if light and contrast(PAPER, field) < GRAPHIC and _is_seen(light, field):
                return light
            plate = _is_seen(dark, PAPER)
            what = "a white field" if plate else f"a field of {palette.brand_deep}"
            hint = "give one with pale marks as `dark:`" if plate else "give one with dark marks as `light:`"
            self._warn("logo-unseen", dark, f"would not be seen on the cover's {field}: it stands on {what}", hint)
            return replace(dark, plate="paper" if plate else "deep")
        if light is None or (contrast(PAPER, field) < SAME and _is_seen(light, field)):
            return light
        if _is_seen(light, PAPER):
            return replace(light, plate="paper")
        return replace(light, plate="" if _is_seen(light, field) else "deep")

    def _read(self, name: LogoName | None, loc: Loc) -> Logo | None:
        if name is None:
            return None
        if isinstance(name, str) and name in self._images:
            loc, name = ("logo", "images", name), self._images[name]
        if isinstance(name, LogoFile):
            loc, name = (*loc, "path"), name.path
        mark = self._own.mark(*loc)
        try:
            logo = read_logo(self._own.home, name, mark, self._own.folder)
        except SourceError as error:
            self.problems += error.problems
            return None
        self._named[id(logo)] = name, mark
        self.problems += logo_warnings(logo, name, mark)
        return logo

    def _warn(self, code: str, logo: Logo, message: str, hint: str) -> None:
        name, mark = self._named[id(logo)]
        self.problems.append(Problem(code, f"`{name}` {message}", hint, mark, severity="warning"))


def _is_seen(logo: Logo, ground: str) -> bool:
    """Whether most of the logo stands out from this ground."""
    return not logo.shades or sum(share for shade, share in logo.shades if contrast(shade, ground) >= SEEN) >= HALF
