"""Facts that are drawn: fact strip, face map, onset, months, one in so many. Floor 1."""

from typing import Final, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.model.base import Model, Number, Place, SourceId, Text, Whole
from brochures.model.statement import Statement

Icon = Literal["syringe", "drop", "relax", "calendar", "hourglass", "undo", "shield", "phone", "alert", "ask"]
FactKind = Literal["what", "for", "starts", "full_effect", "lasts", "undo", "where"]
Area = Literal[
    "forehead",
    "frown",
    "crows_feet",
    "neck_bands",
    "under_eyes",
    "cheeks",
    "mouth_folds",
    "lips",
    "jawline",
    "chin",
    "temples",
]
Motif = Literal["calm", "fill", "both"]
"""The cover drawing: lines that come to rest, contours that fill, or the two together."""

RowFigure = Literal["lasts"]


_MOST_MONTHS: Final = 60


class Fact(Model):
    """One figure of the fact strip: an icon, a few large words, and what they mean."""

    kind: FactKind
    icon: Icon
    figure: Text = Field(max_length=24)
    caption: Statement


class Onset(Model):
    """When an effect starts: days until most people see it, and days until it is complete."""

    first_days: tuple[Whole, Whole] | None = None
    full_days: Whole | None = Field(default=None, ge=1, le=400)
    title: Text
    caption: Statement

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        days = (*(self.first_days or ()), *((self.full_days,) if self.full_days else ()))
        if list(days) != sorted(days) or any(d < 0 for d in days) or not days:
            raise PydanticCustomError("days_order", "days must rise: first sign, then full effect")
        return self


class Duration(Model):
    """One bar of the chart of how long it lasts: from least to most months."""

    label: Text = Field(max_length=48)
    months: tuple[Number, Number]
    words: Text = Field(max_length=28, description="The same in words, for example `3 to 4 months`")
    sources: tuple[SourceId, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _least_first(self) -> Self:
        if not 0 < self.months[0] <= self.months[1] <= _MOST_MONTHS:
            raise PydanticCustomError("months_order", "months must be above 0, least first, 60 at most")
        return self


class Lasting(Model):
    """How long the effect lasts, drawn as bars on one scale of months."""

    title: Text
    bars: tuple[Duration, ...] = Field(min_length=1, max_length=6)
    caption: Statement | None = None


class FaceArea(Model):
    """One area on the face map; only areas that a regulator approved stand on it."""

    area: Area
    label: Text = Field(max_length=28)
    sources: tuple[SourceId, ...] = Field(min_length=1)
    place: Place | None = None


class FaceMap(Model):
    """The areas where a treatment is used, and the line under the drawing."""

    title: Text
    areas: tuple[FaceArea, ...] = Field(min_length=1, max_length=8)
    caption: Statement | None = None


class Rate(Model):
    """How rare a harm is: one in so many, drawn as that many dots, with the caveat that belongs to it."""

    title: Text
    one_in: Whole = Field(ge=2, le=100_000)
    text: Statement
    caption: Statement
