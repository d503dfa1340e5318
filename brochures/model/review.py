"""What people found when they read a brochure by the items of an instrument: review.yaml. Floor 1.

An instrument has items that only a person can decide. Each reading is recorded with who read, when, and which version.
"""

from typing import Annotated, Final, Literal, Self

from pydantic import Field, Strict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from brochures.model.base import Model, Slug, Text
from brochures.model.clinic import Day, VersionId

REVIEW_FILE: Final = "review.yaml"
"""The name under which it lies beside clinic.yaml."""

ItemId = Annotated[str, Strict(), StringConstraints(pattern=r"^[a-z]+-[a-z0-9]+$", max_length=20)]
Judgement = Literal["agree", "disagree", "not-applicable"]


class Review(Model):
    """One reading of one version of one subject by one person."""

    subject: Slug = Field(description="The subject that was read: `botox`")
    version: VersionId = Field(description="The version that was read, as `brochures scorecard` shows it: 1.0-3f9c2a")
    reviewer: Text = Field(max_length=40, description="Who read it: a name or a role, as printed on the scorecard")
    date: Day = Field(description="The day it was read, for example 2026-11-22")
    items: dict[ItemId, Judgement] = Field(
        min_length=1, description="What was found, by item: `pemat-2: agree`, `disagree` or `not-applicable`"
    )
    notes: dict[ItemId, Text] = Field(default_factory=dict, description="A remark on an item, by its id")

    @model_validator(mode="after")
    def _notes_are_on_items(self) -> Self:
        loose = [name for name in self.notes if name not in self.items]
        if loose:
            raise PydanticCustomError("loose_note", f"there is a note on `{loose[0]}`, which is not among `items`")
        return self


class Reviews(Model):
    """All of review.yaml."""

    reviews: tuple[Review, ...] = Field(default=(), description="Every reading, in any order; the latest counts")
