"""All that preflight looks at, each thing read once: document, markup, finished file and its pages. Floor 4."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from brochures.making.elements import Markup
from brochures.making.inspection import Character, Facts, characters, facts
from brochures.making.passages import Passage, passages, runs
from brochures.making.sights import DOTS_PER_INCH, Sights
from brochures.making.typesetting import Typeset
from brochures.model.blocks import Photo
from brochures.model.brand import Look
from brochures.model.document import Box, Document, Frame

_USUAL_FINE_PT: Final = 8.5
_LARGE_FINE_PT: Final = 12.0


@dataclass(frozen=True)
class Evidence:
    """One piece before it is delivered."""

    document: Document
    html: str
    typeset: Typeset
    look: Look

    @property
    def pdf(self) -> bytes:
        """The finished file."""
        return self.typeset.pdf

    @cached_property
    def read(self) -> tuple[Character, ...]:
        """Every printed character, in the order of the file."""
        return characters(self.pdf)

    @cached_property
    def by_page(self) -> dict[int, list[Character]]:
        """The characters that are to be seen, by their page from 0."""
        found: dict[int, list[Character]] = {}
        for character in self.read:
            if not character.text.isspace():
                found.setdefault(character.page, []).append(character)
        return found

    @cached_property
    def runs(self) -> tuple[tuple[Character, ...], ...]:
        """The characters in runs of one line, colour and font."""
        return tuple(runs(c for c in self.read if not c.text.isspace() or c.text == " "))

    @cached_property
    def stated(self) -> Facts:
        """What the file says of itself."""
        return facts(self.pdf)

    @cached_property
    def markup(self) -> Markup:
        """The markup, read."""
        return Markup(self.html)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Headings, paragraphs and cells, as they are printed."""
        return passages(self.markup, self.read)

    @cached_property
    def sights(self) -> Sights:
        """The pages as they look; where type is larger, fewer dots show as much of it."""
        finest = _LARGE_FINE_PT if self.document.large else self.document.format.fine_pt
        return Sights(self.pdf, DOTS_PER_INCH * _USUAL_FINE_PT / finest)

    @cached_property
    def frames(self) -> dict[str, Frame]:
        """The frames by name."""
        return {frame.name: frame for page in self.document.pages for frame in page.frames}

    @property
    def has_photos(self) -> bool:
        """Whether a photograph is printed."""
        return any(isinstance(placed.block, Photo) for frame in self.frames.values() for placed in frame.placed)

    @property
    def sheet(self) -> Box:
        """One page at trim."""
        return Box(0.0, 0.0, *self.document.size_mm)
