"""One claim or one piece of advice, with the sources it rests on. Floor 1."""

from typing import Annotated, Literal

from pydantic import Field

from brochures.model.base import Model, Place, Rich, Slug, SourceId


class Statement(Model):
    """One claim or one piece of advice, in the patient's words, with the ids of its sources."""

    text: Rich
    sources: tuple[SourceId, ...] = Field(min_length=1)
    place: Place | None = Field(default=None, description="The only place where this holds")
    depth: Literal["core", "more"] = "core"
    option: Slug | None = Field(default=None, description="In a comparison: the topic that this is about")


Statements = Annotated[tuple[Statement, ...], Field(min_length=1)]
