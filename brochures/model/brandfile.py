"""A brand as clinics write it: brand.yml's keys, inline in clinic.yaml or in a `_brand.yml` beside it. Floor 1.

The keys are those of https://posit-dev.github.io/brand-yml/brand/, with the light and dark pairs that
Quarto adds, so that one file serves every tool. What no page of ours uses is checked all the same.
"""

from typing import Annotated, Final, Literal

from pydantic import AliasGenerator, ConfigDict, Discriminator, Field, Tag

from brochures.model.base import Model, Text, Whole
from brochures.model.brandvalues import (
    ColourName,
    FamilyName,
    FileWeight,
    FontSize,
    FontStyle,
    LineHeight,
    PaletteName,
    Styles,
    Weight,
)

_ELSEWHERE: Final = "For other tools; not printed"


class ColourPair(Model):
    """A colour for light pages and one for dark pages; paper is light."""

    light: ColourName | None = Field(default=None, description="The colour on light pages, which is printed")
    dark: ColourName | None = Field(default=None, description="The colour on dark pages")


Colour = ColourName | ColourPair


class BrandColour(Model):
    """Named colours and their roles. `primary` is the brand, `secondary` the second option; no other is printed."""

    palette: dict[PaletteName, ColourName] = Field(
        default_factory=dict, max_length=100, description="Your colours by name; one may name another"
    )
    foreground: Colour | None = Field(default=None, description=_ELSEWHERE)
    background: Colour | None = Field(default=None, description=_ELSEWHERE)
    primary: Colour | None = Field(default=None, description="Fields, titles and lines: a colour or its name")
    secondary: Colour | None = Field(
        default=None, description="Accents, and the second option of two: a colour or its name"
    )
    tertiary: Colour | None = Field(default=None, description=_ELSEWHERE)
    success: Colour | None = Field(default=None, description=_ELSEWHERE)
    info: Colour | None = Field(default=None, description=_ELSEWHERE)
    warning: Colour | None = Field(default=None, description=_ELSEWHERE)
    danger: Colour | None = Field(default=None, description=_ELSEWHERE)
    light: Colour | None = Field(default=None, description=_ELSEWHERE)
    dark: Colour | None = Field(default=None, description=_ELSEWHERE)
    link: Colour | None = Field(default=None, description=_ELSEWHERE)


class BrandFontFile(Model):
    """One font file of the clinic: a path beside the brand's file."""

    path: Text = Field(description="A .ttf or .otf file beside this one")
    weight: FileWeight = Field(default="auto", description="400 is regular, 700 is bold; default: the font's own")
    style: FontStyle = Field(default="normal", description="Upright or italic")


class BrandFontFiles(Model):
    """One family that comes as files."""

    family: FamilyName = Field(description="The family's name, as used below")
    source: Literal["file"] = Field(default="file", description="Files beside this one")
    files: tuple[BrandFontFile, ...] = Field(
        min_length=1, max_length=40, description="One file for each weight and style"
    )


class BrandFontElsewhere(Model):
    """One family that others load from a server or take to be there; here it must be installed."""

    family: FamilyName = Field(description="The family's name, as used below")
    source: Literal["file", "google", "bunny", "system"] = Field(description="Where web pages load it from")
    weight: FileWeight = Field(default="auto", description=_ELSEWHERE)
    style: Styles = Field(default="normal", description=_ELSEWHERE)
    display: Literal["auto", "block", "swap", "fallback", "optional"] = Field(default="auto", description=_ELSEWHERE)
    version: Whole | None = Field(default=None, description=_ELSEWHERE)
    url: Text | None = Field(default=None, description=_ELSEWHERE)


def _font_form(value: object) -> str:
    source = value.get("source", "file") if isinstance(value, dict) else getattr(value, "source", "file")
    return "BrandFontFiles" if source == "file" else "BrandFontElsewhere"


BrandFont = Annotated[
    Annotated[BrandFontFiles, Tag("BrandFontFiles")] | Annotated[BrandFontElsewhere, Tag("BrandFontElsewhere")],
    Discriminator(_font_form),
]


class BrandType(Model):
    """How one kind of text is set. Only the family is printed: sizes and lines are those of the paper."""

    model_config = ConfigDict(
        alias_generator=AliasGenerator(alias=lambda name: name.replace("_", "-")), validate_by_name=True
    )

    family: FamilyName | None = Field(default=None, description="The family's name")
    weight: Weight | None = Field(default=None, description=_ELSEWHERE)
    style: Styles | None = Field(default=None, description=_ELSEWHERE)
    size: FontSize | None = Field(default=None, description=_ELSEWHERE)
    line_height: LineHeight | None = Field(default=None, description=_ELSEWHERE)
    color: Colour | None = Field(default=None, description=_ELSEWHERE)
    background_color: Colour | None = Field(default=None, description=_ELSEWHERE)
    decoration: Text | None = Field(default=None, description=_ELSEWHERE)


class BrandTypography(Model):
    """Families for text (`base`) and for titles (`headings`); the others are for other tools."""

    model_config = ConfigDict(
        alias_generator=AliasGenerator(alias=lambda name: name.replace("_", "-")), validate_by_name=True
    )

    fonts: tuple[BrandFont, ...] = Field(default=(), max_length=40, description="Where each family comes from")
    base: FamilyName | BrandType | None = Field(default=None, description="The family for text")
    headings: FamilyName | BrandType | None = Field(default=None, description="The family for titles")
    monospace: FamilyName | BrandType | None = Field(default=None, description=_ELSEWHERE)
    monospace_inline: FamilyName | BrandType | None = Field(default=None, description=_ELSEWHERE)
    monospace_block: FamilyName | BrandType | None = Field(default=None, description=_ELSEWHERE)
    link: FamilyName | BrandType | None = Field(default=None, description=_ELSEWHERE)


class LogoFile(Model):
    """A picture's path, with the words that stand for it elsewhere; in print the clinic's name does."""

    path: Text = Field(description="The file: SVG, PNG or JPEG")
    alt: Text | None = Field(default=None, description="For other tools; in print the clinic's name stands for it")


LogoName = Text | LogoFile


class LogoPair(Model):
    """The logo for light and for dark grounds."""

    light: LogoName | None = Field(default=None, description="The picture for white and pale grounds")
    dark: LogoName | None = Field(default=None, description="The picture for dark grounds, such as the cover")


def _logo_form(value: object) -> str:
    if isinstance(value, dict):
        if "path" in value:
            return "LogoFile"
        return "LogoPair" if value.keys() & {"light", "dark"} else "BrandLogo"
    return type(value).__name__ if isinstance(value, Model) else "str"


def _sized_form(value: object) -> str:
    form = _logo_form(value)
    return "LogoPair" if form == "BrandLogo" else form


SizedLogo = Annotated[
    Annotated[Text, Tag("str")] | Annotated[LogoPair, Tag("LogoPair")] | Annotated[LogoFile, Tag("LogoFile")],
    Discriminator(_sized_form),
]


class BrandLogo(Model):
    """brand.yml's logo sizes; the medium one is printed, or else the large, or else the small."""

    images: dict[Text, LogoName] = Field(
        default_factory=dict, max_length=100, description="Pictures by name, for the sizes below"
    )
    small: SizedLogo | None = Field(default=None, description="Printed where there is no other")
    medium: SizedLogo | None = Field(default=None, description="The logo that is printed: one, or one for each ground")
    large: SizedLogo | None = Field(default=None, description="Printed where there is no medium one")


def _any_logo_form(value: object) -> str:
    form = _logo_form(value)
    return "BrandLogo" if form == "LogoPair" else form


AnyLogo = Annotated[
    Annotated[Text, Tag("str")] | Annotated[BrandLogo, Tag("BrandLogo")] | Annotated[LogoFile, Tag("LogoFile")],
    Discriminator(_any_logo_form),
]


class Brand(Model):
    """The `brand:` block of clinic.yaml, or the whole of a `_brand.yml`; `meta` and `defaults` are other tools'."""

    meta: object = Field(default=None, description=_ELSEWHERE)
    logo: AnyLogo | None = Field(default=None, description="The logo: a file beside this one, SVG, PNG or JPEG")
    color: BrandColour | None = Field(default=None, description="Colours")
    typography: BrandTypography | None = Field(default=None, description="Fonts")
    defaults: object = Field(default=None, description=_ELSEWHERE)
