"""Who gives the brochure: clinic.yaml. Three lines are enough; every field beyond has a default. Floor 1."""

from typing import Annotated

from pydantic import Field, Strict, StringConstraints

from brochures.model.base import Model, Place, Text
from brochures.model.brand import Brand

Phone = Annotated[Text, StringConstraints(pattern=r"^\+?[0-9(][0-9 ()./-]{2,30}$")]
WebAddress = Annotated[
    str, Strict(), StringConstraints(pattern=r"^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[^\s<>\"']*)?$", max_length=200)
]


class Hours(Model):
    """One line of opening hours, as words: `Monday to Friday`, `8:00 to 17:00`."""

    days: Text
    times: Text


class Clinician(Model):
    """A person who treats patients here, with credentials as printed."""

    name: Text
    credentials: Text | None = None


class Clinic(Model):
    """The clinic's identity, contacts and brand."""

    name: Text = Field(max_length=60)
    tagline: Text | None = Field(default=None, max_length=80)
    place: Place = "us"
    address: tuple[Text, ...] = Field(default=(), max_length=4)
    phone: Phone | None = None
    emergency_line: Phone | None = Field(default=None, description="Answered day and night, for urgent calls")
    hours: tuple[Hours, ...] = Field(default=(), max_length=4)
    site: WebAddress | None = None
    booking: WebAddress | None = Field(default=None, description="Address behind the QR code")
    clinicians: tuple[Clinician, ...] = Field(default=(), max_length=6)
    disclaimer: Text | None = Field(default=None, max_length=240)
    brand: Brand = Field(default_factory=Brand)

    @property
    def urgent_phone(self) -> str:
        """The number for urgent calls: the emergency line, else the clinic's own, else nothing."""
        return self.emergency_line or self.phone or ""
