"""What a print shop's press asks for: the printing profile, how much ink the stock bears, the paper. Floor 1."""

from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.model.base import Model, Text, Whole

Stock = Literal["coated", "uncoated"]

MOST_INK: Final[dict[Stock, float]] = {"coated": 3.0, "uncoated": 2.4}
"""The sum of the four inks that a stock bears, 1.0 for each full ink: more does not dry, and marks the next sheet."""

Condition = Annotated[Text, Field(max_length=60)]
ProfileFile = Annotated[Text, Field(max_length=200)]


class PressShop(Model):
    """What the clinic's print shop says of its press; every field has a default that suits most."""

    profile: ProfileFile | None = Field(
        default=None, description="The shop's CMYK profile, a file beside clinic.yaml: `press/shop.icc`"
    )
    condition: Condition | None = Field(
        default=None, description="The shop's name for that printing condition: `FOGRA51`; only with a `profile`"
    )
    stock: Stock = Field(default="coated", description="Coated paper bears 300 % ink, uncoated 240 %")
    weight_gsm: Annotated[Whole, Field(ge=60, le=500)] | None = Field(
        default=None, description="Weight of the paper in grams per square metre; default: by the format"
    )

    @model_validator(mode="after")
    def _names_what_it_gives(self) -> "PressShop":
        if self.condition and not self.profile:
            raise PydanticCustomError("condition_alone", "a `condition` needs the `profile` that it names")
        return self


@dataclass(frozen=True, slots=True)
class PrintProfile:
    """A checked CMYK profile: its bytes, its own name, and the name of the condition that it describes."""

    data: bytes
    label: str
    condition: str
    is_own: bool = False
    """Whether the clinic's print shop gave it."""


@dataclass(frozen=True, slots=True)
class Press:
    """All that the press edition is made for: profile, stock and weight of paper."""

    profile: PrintProfile
    stock: Stock = "coated"
    weight_gsm: int | None = None

    @property
    def most_ink(self) -> float:
        """The sum of inks that the stock bears, 1.0 for each full ink."""
        return MOST_INK[self.stock]
