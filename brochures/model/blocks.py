"""The components that pages are made of, one record each. Words are resolved Markdown; sizes millimetres. Floor 1.

Each class here has one macro in `templates/components/` and one stylesheet in `styles/components/`,
named by `component`; a test holds the three together.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

OptionSide = Literal["first", "second", "none"]
"""Which option's colour and marker shape: the first, the second, or no treatment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Anything that can be placed in a frame. `grow_mm` is the extra height that fitting gave it."""

    component: ClassVar[str]
    grow_mm: float = 0.0
    max_grow_mm: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose(Block):
    """A heading and paragraphs."""

    component: ClassVar[str] = "prose"
    title: str
    paragraphs: tuple[str, ...]
    side: OptionSide | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Points(Block):
    """A heading and a bulleted list."""

    component: ClassVar[str] = "points"
    title: str
    items: tuple[str, ...]
    intro: str = ""
    side: OptionSide | None = None
    has_links: bool = False
    """Whether its items are addresses to touch, which need room between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled(Block):
    """A heading and one paragraph for each option, each with its coloured run-in label."""

    component: ClassVar[str] = "labelled"
    title: str
    items: tuple[tuple[str, OptionSide, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Block):
    """Numbered steps, each with a short name."""

    component: ClassVar[str] = "steps"
    title: str
    items: tuple[tuple[str, str], ...]
    before: int = 0
    """How many steps of the same list stand in blocks before this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Block):
    """Serious risks in a box, as a boxed warning is set on a label; a label for each option of a comparison."""

    component: ClassVar[str] = "callout"
    title: str
    items: tuple[tuple[str, OptionSide, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice(Block):
    """The clinic's own advice, marked as the clinic's: a label and what it says, line by line."""

    component: ClassVar[str] = "advice"
    title: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo(Block):
    """A photograph of the clinic's own, at its width and height, with the words for who cannot see it."""

    component: ClassVar[str] = "photo"
    data: str
    """Data address of the picture."""
    alternative: str
    caption: str
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms(Block):
    """Words explained."""

    component: ClassVar[str] = "terms"
    title: str
    items: tuple[tuple[str, str], ...]
