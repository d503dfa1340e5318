"""Facts that are drawn: fact strip, face map, onset, months, one in so many. Floor 1."""

from typing import Final, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.model.base import Model, Number, Places, SourceId, Text, Whole
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

    kind: FactKind = Field(description="What the figure is about")
    icon: Icon = Field(description="The small drawing beside it")
    figure: Text = Field(max_length=24, description="A few large words, for example `3 to 4 months`")
    caption: Statement = Field(description="What the figure means")


class Onset(Model):
    """When an effect starts: days until most people see it, and days until it is complete."""

    first_days: tuple[Whole, Whole] | None = Field(
        default=None, description="Days until most people see a change: least and most"
    )
    full_days: Whole | None = Field(default=None, ge=1, le=400, description="Days until the effect is complete")
    title: Text = Field(description="Title of the drawing")
    caption: Statement = Field(description="The line under the drawing")

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        days = (*(self.first_days or ()), *((self.full_days,) if self.full_days else ()))
        if list(days) != sorted(days) or any(d < 0 for d in days) or not days:
            raise PydanticCustomError("days_order", "days must rise: first sign, then full effect")
        return self


class Duration(Model):
    """One bar of the chart of how long it lasts: from least to most months."""

    label: Text = Field(max_length=48, description="What the bar is about")
    months: tuple[Number, Number] = Field(description="Least and most months")
    words: Text = Field(max_length=28, description="The same in words, for example `3 to 4 months`")
    sources: tuple[SourceId, ...] = Field(min_length=1, description="Ids of the sources that it rests on")

    @model_validator(mode="after")
    def _least_first(self) -> Self:
        if not 0 < self.months[0] <= self.months[1] <= _MOST_MONTHS:
            raise PydanticCustomError("months_order", "months must be above 0, least first, 60 at most")
        return self


class Lasting(Model):
    """How long the effect lasts, drawn as bars on one scale of months."""

    title: Text = Field(description="Title of the chart")
    bars: tuple[Duration, ...] = Field(min_length=1, max_length=6, description="The bars, from the top")
    caption: Statement | None = Field(default=None, description="The line under the chart")


class FaceArea(Model):
    """One area on the face map; only areas that a regulator approved stand on it."""

    area: Area = Field(description="The area, as the drawing knows it")
    label: Text = Field(max_length=28, description="Its name as printed")
    sources: tuple[SourceId, ...] = Field(min_length=1, description="Ids of the sources that it rests on")
    place: Places | None = Field(default=None, description="The only place where this is approved, or several")


class FaceMap(Model):
    """The areas where a treatment is used, and the line under the drawing."""

    title: Text = Field(description="Title of the drawing")
    areas: tuple[FaceArea, ...] = Field(min_length=1, max_length=8, description="The areas marked on the face")
    caption: Statement | None = Field(default=None, description="The line under the drawing")


class Rate(Model):
    """How rare a harm is: one in so many, drawn as that many dots, with the caveat that belongs to it."""

    title: Text = Field(description="Title of the drawing")
    one_in: Whole = Field(ge=2, le=100_000, description="One in so many; that many dots are drawn")
    text: Statement = Field(description="The same in words")
    caption: Statement = Field(description="The caveat that belongs to the number")
