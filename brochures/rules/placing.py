"""Where the words that a patient reads are written: a line of the content file or of the clinic's. Floor 3.

Resolved words have gone through overrides, slots and the choice for a place; what stays the same is the words.
So a place is found by them, once somebody asks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from brochures.errors import Mark
from brochures.model.clinic import Clinic
from brochures.model.content import Content
from brochures.model.profile import Profile
from brochures.model.slots import fill
from brochures.reading.fields import leaves
from brochures.reading.richtext import to_plain
from brochures.reading.source import Loc, Reading, Source

_SHORTEST_PART = 12
"""Joined captions are found by a part of them, if it is no common word."""


@dataclass(frozen=True)
class Places:
    """The content as its file has it, the clinic's and the place's if there are any, and what stands for the slots."""

    content: Reading[Content]
    clinic: Reading[Clinic] | None
    values: dict[str, str] = field(repr=False)
    profile: Reading[Profile] | None = None

    def of_field(self, subject: str, loc: Loc) -> Mark:
        """The place of a field of a subject in the content file, as far as the file has it."""
        return self.content.locate(self.content.value.group_of(subject), subject, *loc)

    def of_clinic(self, *loc: str | int) -> Mark | None:
        """The place of a field in the clinic's file; None without one."""
        return self.clinic.locate(*loc) if self.clinic else None

    def of_profile(self, *loc: str | int) -> Mark | None:
        """The place of a field in the profile's file; None where the profile was not read from one."""
        return self.profile.locate(*loc) if self.profile else None

    def of_words(self, text: str, subject: str, loc: Loc = (), fragment: str = "") -> Mark | None:
        """Where `text` is written for `subject`; the likest field to `loc` where it is written more than once."""
        found = self._index.get(text) or [
            place for words, places in self._index.items() if len(words) >= _SHORTEST_PART and words in text
            for place in places
        ]  # fmt: skip
        if not found:
            return self.of_field(subject, loc) if subject in self.content.value.subject_names else None
        source, at = max(found, key=lambda place: _likeness(place[1], subject, loc))
        return source.mark_within(at, fragment) if fragment else source.mark_of(at)

    @cached_property
    def _index(self) -> dict[str, list[tuple[Source, Loc]]]:
        index: dict[str, list[tuple[Source, Loc]]] = {}
        for source, leaf, text in self._leaves():
            index.setdefault(to_plain(fill(text, self.values)), []).append((source, leaf))
        return index

    def _leaves(self) -> Iterator[tuple[Source, Loc, str]]:
        content = self.content.source
        for leaf in leaves(Content, content.data):
            if leaf.kind in {"plain", "rich"} and leaf.loc[0] != "sources":
                yield content, leaf.loc, leaf.text
        if self.clinic:
            own = self.clinic.source
            for leaf in leaves(Clinic, own.data):
                if leaf.kind in {"plain", "rich"} and leaf.loc[0] != "brand":
                    yield own, leaf.loc, leaf.text


def _likeness(at: Loc, subject: str, loc: Loc) -> tuple[bool, int]:
    """How well a place in a file answers to a field of a subject."""
    return subject in at, len({part for part in loc if isinstance(part, str)} & {*at})
