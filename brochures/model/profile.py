"""What a place allows to be given to patients, and what it asks for: one file for each, for lawyers to read. Floor 1.

A profile is more than a country: one place may forbid in a waiting room what it allows after a consultation.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, Final, Literal

from pydantic import Field, Strict, StringConstraints

from brochures.model.base import Model, Month, Place, Rich, Slug, SourceId, Text
from brochures.model.content import Source, Topic
from brochures.model.formats import FormatName
from brochures.model.substances import Substance, substances_in

DEFAULT_PROFILE: Final = "us"

ProfileName = Annotated[str, Strict(), StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]

Level = Literal["error", "warning", "off"]
"""How a rule answers: `error` refuses the piece, `warning` is told, `off` is not asked."""

About = Literal["toxin", "filler", "either", "any"]
"""Which pieces a demand is about: those on a toxin, on a filler, on one of the two, or all."""

Detail = Literal["responsible", "licences", "phone", "address", "clinicians", "funding"]
"""A field of the clinic file that a place may ask for."""


class Law(Model):
    """One thing that a place says, with the reason and the ids of the sources it rests on."""

    why: Text = Field(description="The reason, as it is told to who is refused")
    sources: tuple[SourceId, ...] = Field(min_length=1, description="Ids of the profile's sources")


class Blocked(Law):
    """Words that may not be printed here, in any form; statements that hold them are left out."""

    terms: tuple[Text, ...] = Field(min_length=1, description="The words; case does not count, plurals are found too")
    instead: Rich | None = Field(
        default=None, description="Lawful wording that is printed under other choices where something was left out"
    )


class Needed(Law):
    """Something that a piece must say here: a statement whose `item` has this name."""

    item: Slug = Field(description="The name of what is said: `report-side-effects`")
    about: About = Field(default="any", description="The pieces that must say it")


class Asked(Law):
    """A field that the clinic file must fill here."""

    field: Detail = Field(description="The field of clinic.yaml")


class Withheld(Law):
    """Formats that are not made here of some pieces."""

    formats: tuple[FormatName, ...] = Field(min_length=1, description="The formats that are not made")
    about: About = Field(default="any", description="The pieces that this is about")


class RequiredLine(Law):
    """A line that is printed in the fine print of every piece here."""

    text: Rich = Field(description="The line, as it is printed")
    about: About = Field(default="any", description="The pieces that carry it")


class Profile(Model):
    """The rules of promotion of one place, for one occasion, and the facts that hold there only."""

    extends: ProfileName | None = Field(
        default=None, description="A shipped profile that this one adds to: what stands here goes first"
    )
    title: Text = Field(description="The place and the occasion: `United Kingdom, in the waiting room`")
    about: Text = Field(description="What this profile is for, and what it does, in a few sentences")
    place: Place = Field(description="Two letters of the country (ISO 3166); statements of this `place` hold; zz: none")
    name: Text = Field(description="The country's name")
    emergency_number: Text = Field(description="The number for emergencies, stands for {emergency_number}")
    regulator: Text = Field(description="Short name of the medicines regulator, stands for {regulator}")
    regulator_name: Text = Field(description="The full name, stands for {regulator_name}")
    checked: Month = Field(description="Month when the sources were last read")
    review_by: Month = Field(description="Month by which they must be read again")
    blocked: tuple[Blocked, ...] = Field(default=(), description="Words that may not be printed")
    needs: tuple[Needed, ...] = Field(default=(), description="What pieces must say")
    asks: tuple[Asked, ...] = Field(default=(), description="What the clinic file must hold")
    withheld: tuple[Withheld, ...] = Field(default=(), description="Formats that are not made of some pieces")
    lines: tuple[RequiredLine, ...] = Field(default=(), description="Lines that are printed on every piece")
    elsewhere: dict[Slug, Text] = Field(
        default_factory=dict,
        description="Safety items of other places that need no version here, by their `item`, with the reason",
    )
    rules: dict[Slug, Level] = Field(
        default_factory=dict, description="Severity of rules here; those of safety can only be raised"
    )
    sources: dict[SourceId, Source] = Field(default_factory=dict, description="Laws, codes and rulings, by id")

    def blocking(self, text: str) -> Blocked | None:
        """The first entry of `blocked` that has a term in `text`, or None."""
        return next((entry for entry in self.blocked if term_in(text, entry.terms)), None)

    def blocked_term(self, text: str) -> str:
        """The words of `text` that may not be printed here, or nothing."""
        return next((found for entry in self.blocked if (found := term_in(text, entry.terms))), "")

    def blocked_within(self, address: str) -> str:
        """The first blocked word that is a part of an address, where words run together; or nothing."""
        return next((found for entry in self.blocked if (found := term_within(address, entry.terms))), "")


def substances_of(topic: Topic) -> frozenset[Substance]:
    """The kinds of treatment that a topic is about, by its names."""
    return substances_in(" ".join(topic.names.own))


def kinds_of(topics: Iterable[Topic]) -> frozenset[About]:
    """What pieces on these topics are about: `any`, and by their names `toxin`, `filler`, and `either` of them."""
    found: set[About] = {"any"}
    for topic in topics:
        found |= substances_of(topic)
    return frozenset(found | {"either"} if len(found) > 1 else found)


def term_in(text: str, terms: tuple[str, ...]) -> str:
    """The words of `text` that are one of `terms`, in any form; or nothing."""
    found = _any_of(terms).search(text)
    return found[0] if found else ""


def term_within(address: str, terms: tuple[str, ...]) -> str:
    """The first of `terms` that is a part of an address, where words run together; or nothing."""
    return next((term for term in terms if term.isalpha() and term.casefold() in address.casefold()), "")


@lru_cache(maxsize=256)
def _any_of(terms: tuple[str, ...]) -> re.Pattern[str]:
    r"""Finds each term at the start of a word, whatever stands between its words and whatever ending it has.

    >>> bool(_any_of(("anti-wrinkle injection",)).search("Anti wrinkle\u00a0injections"))
    True
    """
    words = ("[\\s\\-‐-‒\u00a0]*".join(map(re.escape, re.split(r"[\s-]+", term))) for term in terms)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(words)})", re.IGNORECASE)
