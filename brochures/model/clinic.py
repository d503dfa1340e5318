"""Who gives the brochure: clinic.yaml. Three lines are enough; every field beyond has a default. Floor 1."""

from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, Field, Strict, StringConstraints, field_validator
from pydantic_core import PydanticCustomError

from brochures.model.base import LanguageTag, Model, Slug, Text
from brochures.model.brandfile import Brand
from brochures.model.formats import EditionName, FormatName, SheetName
from brochures.model.press import PressShop
from brochures.model.profile import DEFAULT_PROFILE, Level
from brochures.model.themes import ThemeName
from brochures.model.words import Words


def _has_a_number(value: str) -> str:
    if sum(c.isdigit() for c in value) < _LEAST_DIGITS:
        raise PydanticCustomError("no_number", "a telephone number has at least 3 digits")
    return value


_LEAST_DIGITS: Final = 3
Phone = Annotated[Text, StringConstraints(pattern=r"^\+?[0-9(][0-9 ()./-]{2,30}$"), AfterValidator(_has_a_number)]
WebAddress = Annotated[
    str,
    Strict(),
    StringConstraints(
        pattern=r"^https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?(/[^\s<>\"']*)?$", max_length=200
    ),
]
Mail = Annotated[
    str, Strict(), StringConstraints(pattern=r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", max_length=100)
]


def _is_a_day(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("no_such_day", "there is no such day in the calendar") from None
    return value


Day = Annotated[
    str, Strict(), StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])-[0-3][0-9]$"), AfterValidator(_is_a_day)
]
VersionId = Annotated[str, Strict(), StringConstraints(pattern=r"^[0-9]+\.[0-9]+-[0-9a-f]{6}$")]


class Hours(Model):
    """One line of opening hours, as words: `Monday to Friday`, `8:00 to 17:00`."""

    days: Text = Field(description="The days, for example `Monday to Friday`")
    times: Text = Field(description="The times, for example `8:00 to 17:00`")


class Clinician(Model):
    """A person who treats patients here, with credentials as printed."""

    name: Text = Field(description="The name as printed")
    credentials: Text | None = Field(default=None, description="Credentials as printed: `MD, FAAD`")

    @property
    def printed(self) -> str:
        """Name and credentials in one line."""
        return f"{self.name}, {self.credentials}" if self.credentials else self.name


class Contacts(Model):
    """How to reach a place: address, numbers and hours."""

    address: tuple[Text, ...] = Field(default=(), max_length=4, description="The address, a line each")
    phone: Phone | None = Field(default=None, description="The number for every day")
    after_hours: Phone | None = Field(default=None, description="Answered when the clinic is closed, not at all times")
    emergency_line: Phone | None = Field(default=None, description="Answered day and night, for urgent calls")
    hours: tuple[Hours, ...] = Field(default=(), max_length=4, description="Opening hours, a line each")


class Location(Contacts):
    """One of several places where the clinic sees patients."""

    name: Text = Field(max_length=40, description="What this place is called: `North Side`")


class Approval(Model):
    """A clinician's word that one version of one subject may be given to patients."""

    subject: Slug = Field(description="The subject that was read: `botox`")
    role: Text = Field(max_length=60, description="The role of who approved, for example `medical director`")
    name: Text | None = Field(default=None, max_length=60, description="Who approved, if it may be printed")
    date: Day = Field(description="The day of approval, for example 2026-11-22")
    version: VersionId = Field(description="The version that was read, as `brochures diff` shows it: 1.0-3f9c2a")
    example: bool = Field(default=False, description="An invented approval, which is printed as one")


class PieceRow(Model):
    """What the clinic prints of one subject: every combination of what is named here."""

    subject: Slug = Field(description="The subject to print: `botox`")
    formats: tuple[FormatName, ...] = Field(default=(), description="Default: the clinic's, else all of the subject")
    editions: tuple[EditionName, ...] = Field(
        default=(), description="`print` (the default), `press` for a print shop, `screen` for mail and download"
    )
    papers: tuple[SheetName, ...] = Field(default=(), description="Default: the clinic's paper")
    language: LanguageTag | None = Field(default=None, description="The language, where there are several")
    large_print: bool | None = Field(default=None, description="Default: as the clinic's")


class Clinic(Contacts):
    """The clinic's identity, contacts, brand, words and what it prints."""

    name: Text = Field(max_length=60, description="The clinic's name, as printed")
    short_name: Text | None = Field(default=None, max_length=28, description="For small places and file names")
    tagline: Text | None = Field(default=None, max_length=80, description="The line under the name")
    profile: Text = Field(
        default=DEFAULT_PROFILE,
        max_length=80,
        description="Jurisdiction profile: whose law, regulator and emergency number; or a file of your own",
    )
    locations: tuple[Location, ...] = Field(
        default=(), max_length=4, description="Places where the clinic sees patients, if there are several"
    )
    site: WebAddress | None = Field(default=None, description="The web site, printed without https://")
    booking: WebAddress | None = Field(default=None, description="Address behind the QR code")
    mail: Mail | None = Field(default=None, description="The mail address")
    clinicians: tuple[Clinician, ...] = Field(default=(), max_length=6, description="Who treats patients here")
    responsible: Clinician | None = Field(default=None, description="The clinician who answers for the treatment")
    languages: tuple[LanguageTag, ...] = Field(default=(), max_length=8, description="Languages spoken at the clinic")
    theme: ThemeName = Field(default="clear", description="Character of the pieces: calm, warm, or modern")
    paper: SheetName = Field(default="letter", description="The paper that is printed on")
    formats: tuple[FormatName, ...] = Field(
        default=(), description="What is printed when nothing is named; default: tri-fold, handout, comparison"
    )
    large_print: bool = Field(default=False, description="Whether pieces are in large print where they can be")
    disclaimers: tuple[Annotated[Text, Field(max_length=240)], ...] = Field(
        default=(), max_length=3, description="Sentences of your own for the small print"
    )
    licences: tuple[Annotated[Text, Field(max_length=80)], ...] = Field(
        default=(), max_length=4, description="Licence numbers, as the law asks for them"
    )
    funding: Text | None = Field(default=None, max_length=160, description="Who paid for the brochure")
    brand: Text | Brand = Field(
        default_factory=Brand, description="Colours, fonts and logo, here or in a `_brand.yml` named here"
    )
    press: PressShop | None = Field(default=None, description="What your print shop says of its press and paper")
    words: dict[Slug, Words] = Field(default_factory=dict, description="Changes to the words of each subject")
    rules: dict[Slug, Level] = Field(
        default_factory=dict,
        description="Severity of rules by id, as `brochures rules` lists them; those of safety can only be raised",
    )
    approvals: tuple[Approval, ...] = Field(default=(), description="Versions that a clinician approved")
    pieces: tuple[PieceRow, ...] = Field(default=(), description="What the clinic prints")

    @field_validator("locations")
    @classmethod
    def _have_distinct_names(cls, locations: tuple[Location, ...]) -> tuple[Location, ...]:
        names = [location.name.casefold() for location in locations]
        if len(set(names)) < len(names):
            raise PydanticCustomError("duplicate_location", "two locations have the same name")
        return locations

    @field_validator("pieces")
    @classmethod
    def _are_each_listed_once(cls, pieces: tuple[PieceRow, ...]) -> tuple[PieceRow, ...]:
        if len(set(pieces)) < len(pieces):
            raise PydanticCustomError("duplicate_piece", "the same piece is listed twice under `pieces`")
        return pieces

    @property
    def short(self) -> str:
        """The short name, or the name."""
        return self.short_name or self.name

    @property
    def main_phone(self) -> str:
        """The number for every day: the clinic's own, else that of its first location that has one."""
        return self.phone or next((place.phone for place in self.locations if place.phone), "")

    @property
    def urgent_phone(self) -> str:
        """The number for urgent calls: the emergency line, else the everyday number, else nothing."""
        lines = (self.emergency_line, *(place.emergency_line for place in self.locations))
        return next((line for line in lines if line), self.main_phone)

    @property
    def closed_phone(self) -> str:
        """The number that answers when the clinic is closed, or nothing."""
        return next((place.after_hours for place in (self, *self.locations) if place.after_hours), "")

    @property
    def answers_always(self) -> bool:
        """Whether the urgent number is one that is answered day and night."""
        return bool(self.emergency_line) or any(place.emergency_line for place in self.locations)
