"""What the rules look at: one brochure as a patient will read it, and where each of its words is written. Floor 3."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final, Literal

from brochures.errors import Mark
from brochures.model.base import Model
from brochures.model.brochure import Brochure
from brochures.model.content import Subject
from brochures.model.named_parts import sections_of
from brochures.model.personal import CLINIC_SOURCE
from brochures.model.profile import Profile
from brochures.model.rows import Quick, Row, SharedRow
from brochures.model.statement import Statement
from brochures.model.words import Words
from brochures.reading.richtext import to_plain
from brochures.rules.placing import Places

Kind = Literal["statement", "title", "label"]
"""A statement; a heading, question or title; a short word on a drawing, a button or a name."""

_UNPRINTED: Final = frozenset(
    {
        "version",
        "sources_checked",
        "review_by",
        "language",
        "variants",
        "sources",
        "place",
        "item",
        "option",
        "depth",
        "role",
        "kind",
        "icon",
        "motif",
        "colour",
        "area",
        "figure_of",
        "onset_of",
        "options",
        "safety",
        "file",
        "consent",
        "part",
        "after",
        "base",
        "choose",
        "replace",
        "hide",
        "add",
        "add_to",
        "order",
        "mark",
        "currency",
    }
)
"""Fields whose texts are never printed, or are printed by way of another field."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of words as it is printed, without markup.

    `part` is the part it stands in by name (`what_it_is`, `serious_risks`, `rows`, `cover`, `advice` …), `loc` the way
    to it in the model, `subject` whose it is: the brochure's own name, or in a comparison an option's.
    """

    text: str
    kind: Kind
    part: str
    subject: str
    loc: tuple[str | int, ...]
    sources: tuple[str, ...] = ()
    option: str | None = None
    row: int | None = None

    @property
    def is_own(self) -> bool:
        """Whether these are the clinic's own words."""
        return self.part in {"advice", "photos", "clinic"} or CLINIC_SOURCE in self.sources


@dataclass(frozen=True)
class Case:
    """One brochure to be judged, the place's profile, and today's date.

    `written` is the subject in the clinic's words before anything was left out for the place; `options` are a
    comparison's topics in the same state.
    """

    brochure: Brochure
    written: Subject
    options: dict[str, Subject]
    today: date
    places: Places = field(repr=False)

    @property
    def name(self) -> str:
        """The subject's name."""
        return self.brochure.name

    @property
    def profile(self) -> Profile:
        """What the place allows."""
        return self.brochure.profile

    @property
    def subject(self) -> Subject:
        """The subject, resolved."""
        return self.brochure.subject

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All that is printed of this subject, in the order of its fields; fixed words and sources are not among it.

        Of a comparison's options, only the urgent signs; then the clinic's own advice, photographs and lines.
        """
        found = [*_of_subject(self.brochure.subject, self.name)]
        if self.brochure.kind == "comparison":
            for option, topic in self.brochure.topics:
                found += _walk(topic.urgent, ("urgent",), "urgent", option)
        for words, name in ((self.brochure.words, self.name), *((w, n) for n, w in self.brochure.option_words)):
            found += _of_words(words, name) if words else ()
        clinic = self.brochure.clinic
        if clinic:
            told = (("tagline", clinic.tagline), ("funding", clinic.funding), ("name", clinic.name))
            found += [Passage(text, "label", "clinic", self.name, (field,)) for field, text in told if text]
            found += [
                Passage(text, "statement", "clinic", self.name, ("disclaimers", index))
                for index, text in enumerate(clinic.disclaimers)
            ]
        return tuple(found)

    @cached_property
    def statements(self) -> tuple[Passage, ...]:
        """The passages that claim or advise."""
        return tuple(passage for passage in self.passages if passage.kind == "statement")

    def of(self, *parts: str) -> tuple[Passage, ...]:
        """The passages of these parts; `both` is also `both-2`."""
        return tuple(p for p in self.passages if p.part in parts or p.part.rpartition("-")[0] in parts)

    def mark(self, passage: Passage, fragment: str = "") -> Mark | None:
        """Where a passage is written, or `fragment` in it."""
        return self.places.of_words(passage.text, passage.subject, passage.loc, fragment)

    def mark_of(self, *loc: str | int, subject: str = "") -> Mark | None:
        """The place of a field of the subject; of the subject itself without one."""
        return self.places.of_field(subject or self.name, loc)


def _of_subject(subject: Subject, name: str) -> Iterator[Passage]:
    named = {id(section): part for part, section in sections_of(subject).items()}
    for field_name in type(subject).model_fields:
        if field_name in _UNPRINTED:
            continue
        value = getattr(subject, field_name)
        if field_name == "sections":
            for index, section in enumerate(value):
                yield from _walk(section, ("sections", index), named[id(section)], name)
        else:
            yield from _walk(value, (field_name,), field_name, name)


def _of_words(words: Words, name: str) -> Iterator[Passage]:
    yield from _walk(words.advice, ("advice",), "advice", name)
    yield from _walk(words.photos, ("photos",), "photos", name)


def _walk(  # noqa: PLR0913, PLR0917 - where we are is all of these
    value: Any,  # noqa: ANN401 - a walk over any model's fields
    loc: tuple[str | int, ...],
    part: str,
    subject: str,
    option: str | None = None,
    row: int | None = None,
) -> Iterator[Passage]:
    if isinstance(value, str):
        yield Passage(to_plain(value), _kind(part, loc), part, subject, loc, (), option, row)
    elif isinstance(value, Statement):
        told = value.option or option
        yield Passage(to_plain(value.text), "statement", part, subject, (*loc, "text"), value.sources, told, row)
    elif isinstance(value, Model):
        option = getattr(value, "option", None) or option
        for name in type(value).model_fields:
            if name not in _UNPRINTED and not (name == "figure" and isinstance(value, Row)):
                yield from _walk(getattr(value, name), (*loc, name), part, subject, option, row)
    elif isinstance(value, tuple):
        is_rows = part in {"rows", "quick", "shared"}
        for index, entry in enumerate(value):
            here = index if is_rows and isinstance(entry, Row | Quick | SharedRow) else row
            yield from _walk(entry, (*loc, index), part, subject, option, here)
    elif isinstance(value, dict):
        is_answers = bool(loc) and loc[-1] == "answers"
        for key, entry in value.items():
            yield from _walk(entry, (*loc, key), part, subject, key if is_answers else option, row)


def _kind(part: str, loc: tuple[str | int, ...]) -> Kind:
    if part in {"advice", "hook"} or loc[-1] in {"purpose", "caption"} or "before" in loc or "aftercare" in loc:
        return "statement"
    return "title" if loc[-1] in {"title", "question"} or "title" in loc else "label"
