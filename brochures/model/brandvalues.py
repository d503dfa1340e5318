"""The small values of a brand file: names of colours and families, weights, sizes. Floor 1."""

from typing import Annotated, Final, Literal

from pydantic import Discriminator, Field, Strict, StringConstraints, Tag

from brochures.model.base import Number, Text, Whole

ColourName = Annotated[Text, Field(max_length=64)]
PaletteName = Annotated[str, Strict(), StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_-]*$", max_length=64)]
FamilyName = Annotated[Text, StringConstraints(pattern=r"^[^\"'\\{}<>;\n]+$", max_length=64)]
FontSize = Annotated[
    str, Strict(), StringConstraints(pattern=r"^[0-9]*\.?[0-9]+(px|pt|pc|mm|cm|in|em|rem|ex|ch|vw|vh|%)$")
]
WeightRange = Annotated[str, Strict(), StringConstraints(pattern=r"^[1-9][0-9]{0,2} ?\.\.\.? ?[1-9][0-9]{0,2}$")]
WeightNumber = Annotated[Whole, Field(ge=1, le=999)]
WeightName = Literal[
    "thin",
    "extra-light",
    "ultra-light",
    "light",
    "normal",
    "regular",
    "medium",
    "semi-bold",
    "demi-bold",
    "bold",
    "extra-bold",
    "ultra-bold",
    "black",
]
FontStyle = Literal["normal", "italic"]


def _scalar(value: object) -> str:
    """Which member of a union is meant, so that one slip gives one message."""
    if isinstance(value, (list, tuple)):
        return "list"
    if isinstance(value, str):
        return "range" if ".." in value else "word"
    return "number"


def _word_or_number(value: object) -> str:
    return "word" if isinstance(value, str) else "number"


def _word_or_list(value: object) -> str:
    return "list" if isinstance(value, (list, tuple)) else "word"


Weight = Annotated[
    Annotated[WeightNumber, Tag("number")] | Annotated[WeightName, Tag("word")], Discriminator(_word_or_number)
]
FileWeight = Annotated[
    Annotated[WeightNumber, Tag("number")]
    | Annotated[WeightName | Literal["auto"], Tag("word")]
    | Annotated[WeightRange, Tag("range")]
    | Annotated[tuple[Weight, ...], Tag("list")],
    Discriminator(_scalar),
]
Styles = Annotated[
    Annotated[FontStyle, Tag("word")] | Annotated[tuple[FontStyle, ...], Tag("list")], Discriminator(_word_or_list)
]
LineHeight = Annotated[
    Annotated[Number, Tag("number")] | Annotated[FontSize, Tag("word")], Discriminator(_word_or_number)
]

WEIGHT_OF: Final[dict[str, int]] = {
    "thin": 100,
    "extra-light": 200,
    "ultra-light": 200,
    "light": 300,
    "normal": 400,
    "regular": 400,
    "medium": 500,
    "semi-bold": 600,
    "demi-bold": 600,
    "bold": 700,
    "extra-bold": 800,
    "ultra-bold": 800,
    "black": 900,
}
