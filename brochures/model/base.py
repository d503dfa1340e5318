"""The strictness that every model shares, and the small types that many use. Floor 1."""

from datetime import date
from typing import Annotated, Final
from unicodedata import category

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError, PydanticKnownError

MOST_CHARACTERS: Final = 2000

_SHAPING: Final = "\u00ad\u200c\u200d"
"""Unseen, and yet part of how words are written: the soft hyphen, and what parts or joins letters."""


class Model(BaseModel):
    """A frozen record that refuses unknown fields. Scalars are strict; lists become tuples."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def unprintable(value: str) -> str:
    """The first character that cannot be printed, or nothing: controls, and what turns or parts words unseen."""
    return next((c for c in value if category(c) in {"Cc", "Cf", "Cs"} and c not in f"\n{_SHAPING}"), "")


def _is_printable(value: str) -> str:
    if unprintable(value):
        raise PydanticCustomError("control_character", "text holds a control character")
    # Counted here: a length in `Text` itself would win over a field's own, shorter one.
    if len(value) > MOST_CHARACTERS:
        raise PydanticKnownError("string_too_long", {"max_length": MOST_CHARACTERS})
    return value


Text = Annotated[str, Strict(), StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_is_printable)]
"""One run of plain words, no markup."""

Rich = Annotated[Text, Field(json_schema_extra={"format": "markdown-inline"})]
"""Words with a little Markdown: strong, emphasis, links, and the slots of `model.slots`."""

Slug = Annotated[str, Strict(), StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]
SourceId = Annotated[str, Strict(), StringConstraints(pattern=r"^[A-Z][0-9]{1,4}$")]
Place = Annotated[str, Strict(), StringConstraints(pattern=r"^[a-z]{2}(-[a-z0-9-]+)?$")]
Places = Place | Annotated[tuple[Place, ...], Field(min_length=1)]
"""One place, or several."""

Month = Annotated[str, Strict(), StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
LanguageTag = Annotated[str, Strict(), StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]

Whole = Annotated[int, Strict()]
Number = Annotated[float, Strict()]


def has_passed(month: str, today: date) -> bool:
    """Whether a month lies wholly before today."""
    return month < f"{today:%Y-%m}"


def months_between(start: str, end: str) -> int:
    """Months from one month to another; below 0 when the other comes before.

    >>> months_between("2026-11", "2027-01")
    2
    """
    (year, month), (other_year, other_month) = ((int(part) for part in one.split("-")) for one in (start, end))
    return 12 * (other_year - year) + other_month - month
