"""How a clinic looks: brand.yml's keys as they stand in clinic.yaml, and the look made of them. Floor 1.

Keys follow brand.yml (https://posit-dev.github.io/brand-yml/): `color`, `typography`, `logo`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from brochures.model.base import Model, Text, Whole

ColourName = Annotated[Text, Field(max_length=64)]


class BrandColour(Model):
    """Named colours and the two roles that matter: `primary` is the brand, `secondary` the second option."""

    palette: dict[str, ColourName] = Field(default_factory=dict)
    primary: ColourName | None = None
    secondary: ColourName | None = None


class BrandFontFile(Model):
    """One font file of the clinic: a path beside clinic.yaml."""

    path: Text
    weight: Whole = Field(default=400, ge=100, le=900)
    style: Literal["normal", "italic"] = "normal"


class BrandFont(Model):
    """One family that comes as files."""

    family: Text
    source: Literal["file"] = "file"
    files: tuple[BrandFontFile, ...] = Field(min_length=1)


class BrandFamily(Model):
    """The family for one use."""

    family: Text


class BrandTypography(Model):
    """Families for text (`base`) and for titles (`headings`)."""

    fonts: tuple[BrandFont, ...] = ()
    base: Text | BrandFamily | None = None
    headings: Text | BrandFamily | None = None


class LogoPair(Model):
    """The logo for light and for dark grounds."""

    light: Text
    dark: Text | None = None


class BrandLogo(Model):
    """brand.yml's logo sizes; the medium one is printed."""

    medium: Text | LogoPair


class Brand(Model):
    """The `brand:` block of clinic.yaml."""

    color: BrandColour = Field(default_factory=BrandColour)
    typography: BrandTypography = Field(default_factory=BrandTypography)
    logo: Text | BrandLogo | None = None


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour role as `#rrggbb`. Roles named `on_…` are text on that field, 4.5:1 or better (WCAG 2.1)."""

    brand: str
    brand_deep: str
    brand_mid: str
    brand_soft: str
    brand_tint: str
    brand_text: str
    on_brand: str
    on_brand_soft: str
    accent: str
    accent_mid: str
    accent_tint: str
    accent_text: str
    on_accent: str
    ink: str = "#15262b"
    ink_soft: str = "#465860"
    line: str = "#c3d0d3"
    paper: str = "#ffffff"
    urgent: str = "#a5101f"
    on_urgent: str = "#ffffff"


@dataclass(frozen=True, slots=True)
class FontFace:
    """One complete font file for one family, weight and style."""

    family: str
    weight: int
    style: str
    path: Path


@dataclass(frozen=True, slots=True)
class Logo:
    """A checked logo: clean SVG text or PNG/JPEG bytes, with its width over height."""

    kind: Literal["svg", "png", "jpeg"]
    data: bytes
    aspect: float


@dataclass(frozen=True, slots=True)
class Look:
    """All that a clinic's brand decides on paper."""

    palette: Palette
    display_family: str
    text_family: str
    faces: tuple[FontFace, ...]
    logo_on_light: Logo | None = None
    logo_on_dark: Logo | None = None
