"""How a clinic looks on paper: its colours, fonts and logo, every one checked. Floor 2."""

from pathlib import Path

from brochures.errors import Mark, Problem, SourceError
from brochures.model.brand import BrandColour, BrandFamily, BrandTypography, FontFace, Logo, LogoPair, Look, Palette
from brochures.model.clinic import Clinic
from brochures.reading import colours, fonts
from brochures.reading.assets import logo_warnings, read_logo
from brochures.reading.source import Loc, Source

COLOUR: Loc = ("brand", "color")
TYPOGRAPHY: Loc = ("brand", "typography")
LOGO: Loc = ("brand", "logo")


def make_look(
    clinic: Clinic | None, source: Source | None, folder: Path, shipped_fonts: Path
) -> tuple[Look, tuple[Problem, ...]]:
    """The clinic's look, and warnings about what had to be changed; the house look without a clinic.

    `folder` is the clinic's own: no file outside it is read. `shipped_fonts` holds our families.

    Raises:
        SourceError: colours, fonts or pictures that cannot be printed, all at once.
    """
    if clinic is None or source is None:
        faces = fonts.shipped_faces(fonts.DISPLAY, shipped_fonts) + fonts.shipped_faces(fonts.TEXT, shipped_fonts)
        return Look(colours.palette(), fonts.DISPLAY, fonts.TEXT, faces), ()
    maker = _Maker(source, folder, shipped_fonts)
    palette = maker.palette(clinic.brand.color)
    display, text, faces = maker.families(clinic.brand.typography)
    light, dark = maker.logos(clinic)
    errors = [problem for problem in maker.problems if problem.severity == "error"]
    if errors:
        raise SourceError(errors)
    return Look(palette, display, text, faces, light, dark), tuple(maker.problems)


class _Maker:
    """Makes the parts of one look and gathers what is wrong with them."""

    def __init__(self, source: Source, folder: Path, shipped_fonts: Path) -> None:
        self.problems: list[Problem] = []
        self._source = source
        self._folder = folder
        self._shipped = shipped_fonts

    def palette(self, color: BrandColour) -> Palette:
        """All colour roles; a colour that cannot be used is a problem, and the house colour stands in."""
        named = {name: self._parsed(words, (*COLOUR, "palette", name)) for name, words in color.palette.items()}
        primary = self._role(color.primary, "primary", named) or colours.PETROL
        secondary = self._role(color.secondary, "secondary", named) or colours.second_colour(primary)
        palette = colours.palette(primary, secondary)
        for role, wanted, made in (("primary", primary, palette.brand), ("secondary", secondary, palette.accent)):
            self._warn_of(role, wanted, made)
        if color.secondary and colours.distance(primary, secondary) < colours.ALIKE:
            message = "the second colour looks like the first, so two options cannot be told apart"
            self._warn("colours-alike", message, "choose colours that differ in hue and in lightness", "secondary")
        return palette

    def families(self, typography: BrandTypography) -> tuple[str, str, tuple[FontFace, ...]]:
        """The family for titles, the family for text, and the faces of both."""
        own: dict[str, tuple[FontFace, ...]] = {}
        for number, font in enumerate(typography.fonts):
            own[font.family] = own.get(font.family, ())
            try:
                own[font.family] += fonts.own_faces(font, number, self._source, self._folder)
            except SourceError as error:
                self.problems += error.problems
        base, headings = _family_name(typography.base), _family_name(typography.headings)
        # As in brand.yml, titles follow the text's family where they have none of their own.
        display, text = headings or base or fonts.DISPLAY, base or fonts.TEXT
        faces = self._faces(display, "headings" if headings else "base", own)
        if text != display:
            faces += self._faces(text, "base", own)
        return display, text, faces

    def logos(self, clinic: Clinic) -> tuple[Logo | None, Logo | None]:
        """The logo for light and the one for dark grounds."""
        logo = clinic.brand.logo
        if logo is None:
            return None, None
        if isinstance(logo, str):
            return self._logo(logo, LOGO), None
        if isinstance(logo.medium, LogoPair):
            light = self._logo(logo.medium.light, (*LOGO, "medium", "light"))
            return light, self._logo(logo.medium.dark, (*LOGO, "medium", "dark")) if logo.medium.dark else None
        return self._logo(logo.medium, (*LOGO, "medium")), None

    def _logo(self, name: str, loc: Loc) -> Logo | None:
        mark = self._source.mark_of(loc)
        try:
            logo = read_logo(self._folder, name, mark)
        except SourceError as error:
            self.problems += error.problems
            return None
        self.problems += logo_warnings(logo, name, mark)
        return logo

    def _faces(self, family: str, use: str, own: dict[str, tuple[FontFace, ...]]) -> tuple[FontFace, ...]:
        if family in own:
            return own[family]
        if family in fonts.SHIPPED:
            return fonts.shipped_faces(family, self._shipped)
        try:
            return fonts.installed_faces(family, self._source.mark_of((*TYPOGRAPHY, use, "family")))
        except SourceError as error:
            self.problems += error.problems
            return ()

    def _role(self, words: str | None, role: str, named: dict[str, str | None]) -> str | None:
        if words is None:
            return None
        if words in named:
            return named[words]
        return self._parsed(words, (*COLOUR, role), tuple(named))

    def _parsed(self, words: str, loc: Loc, names: tuple[str, ...] = ()) -> str | None:
        try:
            return colours.as_hex(words)
        except colours.ColourError as error:
            known = f", or a name from `palette`: {', '.join(names)}" if names else ""
            hint = f'write it like "#0b5260"{known}'
            mark: Mark = self._source.mark_of(loc)
            self.problems.append(Problem("bad-colour", f"`{words}` cannot be used: {error}", hint, mark))
            return None

    def _warn_of(self, role: str, wanted: str, made: str) -> None:
        if wanted != made:
            message = f"neither white nor dark words can be read on {wanted}; the nearest shade {made} is printed"
            self._warn("brand-contrast", message, f'choose "{made}" or a colour that is clearly dark or light', role)
        if colours.distance(wanted, colours.URGENT) < colours.ALIKE:
            message = f"{wanted} looks like the red that marks urgent signs"
            self._warn("rivals-urgent", message, "choose another colour, or keep it to the logo", role)

    def _warn(self, code: str, message: str, hint: str, role: str) -> None:
        mark = self._source.mark_of((*COLOUR, role))
        self.problems.append(Problem(code, message, hint, mark, severity="warning"))


def _family_name(use: str | BrandFamily | None) -> str | None:
    return use.family if isinstance(use, BrandFamily) else use
