"""One claim or one piece of advice, with the sources it rests on. Floor 1."""

from typing import Annotated, Literal

from pydantic import Field

from brochures.model.base import Model, Places, Rich, Slug, SourceId


class Statement(Model):
    """One claim or one piece of advice, in the patient's words, with the ids of its sources."""

    text: Rich = Field(description="The words, in the patient's language; **strong** and *emphasis* are known")
    sources: tuple[SourceId, ...] = Field(min_length=1, description="Ids of the sources that it rests on")
    place: Places | None = Field(default=None, description="The only place where this holds, or several in a list")
    item: Slug | None = Field(
        default=None, description="What it says, by a name that is the same in each place's own version"
    )
    depth: Literal["core", "more"] = Field(
        default="core", description="`more` is detail, printed where there is room; nothing about safety may be"
    )
    option: Slug | None = Field(default=None, description="In a comparison: the topic that this is about")


Statements = Annotated[tuple[Statement, ...], Field(min_length=1)]
