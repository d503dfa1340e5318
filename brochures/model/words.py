"""A clinic's own words, subject by subject, as they stand in clinic.yaml. Floor 1.

A *part* is what can be changed by name: a section by its role (`what_it_is`; the second of one role is
`both-2`), or a list of the subject by its field (`aftercare`, `serious_risks`). `LOCKED` parts are safety
text: a clinic may add to them, and never replace, hide or weaken them.
"""

from typing import Annotated, Final, Literal, Self

from pydantic import Field, Strict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from brochures.model.base import Model, Number, Rich, Slug, Text

LOCKED: Final = (
    "boxed_warning",
    "serious_risks",
    "rate",
    "urgent_emergency",
    "urgent_clinic",
    "urgent_team",
    "who_should_not",
    "lines",
)
"""Boxed warning, serious risks and how rare they are, urgent signs, what the emergency team reads, who should not
have it, required lines."""

Part = Annotated[str, Strict(), StringConstraints(pattern=r"^[a-z][a-z_]*(-[2-9])?$", max_length=40)]
PartHash = Annotated[str, Strict(), StringConstraints(pattern=r"^[0-9a-f]{8}$")]


class OwnStatement(Model):
    """One statement of the clinic's own about one option of a comparison."""

    text: Rich = Field(description="The words; **strong** and *emphasis* are known")
    option: Slug = Field(description="The topic that this is about")


Own = Rich | OwnStatement
"""One statement of the clinic's own; its source is the clinic."""


class Replacement(Model):
    """Other words for one part; `base` is the hash of the words that they replace."""

    part: Part = Field(description="The section or list to replace: `aftercare`, `what_it_is`")
    base: PartHash | None = Field(default=None, description="Hash of the base text, as `brochures diff` shows it")
    title: Text | None = Field(default=None, description="Another heading")
    text: tuple[Own, ...] = Field(default=(), description="Running text")
    points: tuple[Own, ...] = Field(default=(), description="A list")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.title or self.text or self.points):
            raise PydanticCustomError("empty_section", "a replacement needs `title`, `text` or `points`")
        return self


class Addition(Model):
    """A section of the clinic's own; it stands after the section named, or last."""

    title: Text = Field(description="The heading")
    after: Part | None = Field(default=None, description="The part after which it stands")
    text: tuple[Own, ...] = Field(default=(), description="Running text")
    points: tuple[Own, ...] = Field(default=(), description="A list")
    depth: Literal["core", "more"] = Field(default="core", description="`more` is printed where there is room")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.text or self.points):
            raise PydanticCustomError("empty_section", "a section of your own needs `text` or `points`")
        return self


class Hidden(Model):
    """A part that this clinic does not print."""

    part: Part = Field(description="The section or list to leave out; safety text cannot be")
    base: PartHash | None = Field(default=None, description="Hash of the base text, as `brochures diff` shows it")


class Price(Model):
    """What a treatment costs here, from the least to the most."""

    lowest: Number = Field(gt=0, le=100_000, description="The price, or the least of it")
    highest: Number | None = Field(default=None, gt=0, le=100_000, description="The most of it")
    currency: Text = Field(default="$", max_length=4, description="Sign before the number")
    per: Text | None = Field(default=None, max_length=40, description="For what: `an area`, `a syringe`")

    @model_validator(mode="after")
    def _runs_upward(self) -> Self:
        if self.highest is not None and self.highest < self.lowest:
            raise PydanticCustomError("price_order", "`highest` must not be below `lowest`")
        return self


class Product(Model):
    """A product used here; the mark is printed after its name unless the name has it."""

    name: Text = Field(max_length=60, description="The product's name")
    mark: Literal["®", "™", ""] = Field(default="®", description="Printed after the name unless the name has it")
    generic: Text | None = Field(default=None, max_length=80, description="The generic name")

    @property
    def printed(self) -> str:
        """The name with its mark, and the generic name after it."""
        name = self.name if self.name.endswith(("®", "™")) else f"{self.name}{self.mark}"
        return f"{name} ({self.generic})" if self.generic else name


class Advice(Model):
    """The clinic's own advice: what is different from place to place, and printed as the clinic's."""

    appointment: Rich | None = Field(default=None, max_length=120, description="How long a visit takes")
    before: tuple[Rich, ...] = Field(default=(), max_length=5, description="What to do before the visit")
    aftercare: tuple[Rich, ...] = Field(default=(), max_length=6, description="What to do afterwards, with hours")
    price: Price | None = Field(default=None, description="What it costs here")
    products: tuple[Product, ...] = Field(default=(), max_length=6, description="What is used here")


class Photo(Model):
    """A photograph of the clinic's own: a file in its folder, words for who cannot see it, and the consent."""

    file: Text = Field(description="A file beside clinic.yaml, for example photos/room.jpg")
    alt: Text = Field(min_length=8, max_length=240, description="What the picture shows, for who cannot see it")
    consent: Text = Field(max_length=40, description="Where the clinic keeps the consent; it is never printed")
    caption: Text = Field(max_length=160, description="Printed under it, for example that results vary")


class Words(Model):
    """All that a clinic changes in the words of one subject."""

    choose: tuple[Slug, ...] = Field(default=(), description="Approved wordings that the content offers")
    replace: tuple[Replacement, ...] = Field(
        default=(), description="Other words for parts; safety text cannot be replaced"
    )
    hide: tuple[Hidden, ...] = Field(default=(), description="Parts that are not printed; safety text always is")
    add: tuple[Addition, ...] = Field(default=(), max_length=6, description="Sections of your own")
    add_to: dict[Part, tuple[Own, ...]] = Field(
        default_factory=dict, description="Points of your own, by the list that they join; safety lists too"
    )
    order: tuple[Part, ...] = Field(default=(), description="Sections that come first, in this order")
    advice: Advice | None = Field(default=None, description="Your own advice on visits, care and price")
    photos: tuple[Photo, ...] = Field(default=(), max_length=2, description="Photographs of your own")
