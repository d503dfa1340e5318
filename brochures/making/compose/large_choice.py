"""A comparison in one column: its cards, and all that a folded brochure says beside its table. Floor 4."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from brochures.making.compose import own, pictures
from brochures.making.compose.comparison import ComparisonSheet
from brochures.making.compose.large_blocks import cards_of
from brochures.making.compose.large_parting import remade
from brochures.making.compose.large_sizes import Sizes
from brochures.making.compose.parts import Parts
from brochures.model.blocks import Block
from brochures.model.content import Role, Section

_USUAL_MM: Final = 50.0
"""Width and height of drawings before they are made anew."""
_ABOUT: Final[tuple[Role, ...]] = ("what_it_is", "how_it_works", "uses")
_EXPECT: Final[tuple[Role, ...]] = ("what_to_expect",)
_LATER: Final[tuple[Role, ...]] = ("how_long", "follow_up", "medical_uses", "both", "who_gives_it", "cost", "own")


def of_choice(sheet: ComparisonSheet, text_mm: float, sizes: Sizes) -> tuple[Block, ...]:
    """Every word of the comparison and of its table, in the order in which it is read in one column."""
    return tuple(small for block in _read(sheet, text_mm, sizes) for small in remade(block, text_mm, sizes))


def _read(sheet: ComparisonSheet, text_mm: float, sizes: Sizes) -> Iterator[Block]:
    parts, subject, wording = sheet.parts, sheet.brochure.comparison, sheet.brochure.wording
    intro, *cards = cards_of(sheet, text_mm, sizes)
    yield intro
    yield from _sections(parts, _ABOUT)
    yield from cards
    yield from pictures.face_map(parts, _USUAL_MM, _USUAL_MM, grow_mm=0.0)
    yield from _sections(parts, _EXPECT)
    yield from pictures.onset(parts, text_mm)
    yield from pictures.lasting(parts, text_mm)
    yield from parts.prose(wording.common_effects, subject.common_effects)
    yield from parts.warning()
    yield from pictures.rate(parts, text_mm, _USUAL_MM, grow_mm=0.0)
    yield from parts.points(wording.who_should_not, subject.who_should_not)
    yield from parts.points(wording.tell_us_first, subject.tell_us_first)
    yield from _shared(parts)
    yield from _sections(parts, parts.wanted(_LATER))
    yield from parts.prose(wording.aftercare, subject.aftercare)
    yield from own.advice(parts)
    yield from own.photos(parts, text_mm)
    yield from parts.prose(wording.alternatives, (*subject.no_treatment, *subject.alternatives))
    yield from parts.prose(wording.unknowns, subject.unknowns)
    yield from parts.glossary()
    yield from parts.points(wording.questions, subject.questions)


def _shared(parts: Parts) -> Iterator[Block]:
    """The table's rows that answer for all options; a section of the same title adds what the answer lacks."""
    for row in parts.brochure.comparison.shared:
        said = {statement.text for statement in row.answer}
        more = (statement for section in _named(parts, row.question) for statement in section.text)
        yield from parts.prose(row.question, (*row.answer, *(s for s in more if s.text not in said)))


def _sections(parts: Parts, roles: Iterable[Role]) -> Iterator[Block]:
    """The sections with these roles, but for those whose words stand with a shared row."""
    asked = {row.question for row in parts.brochure.comparison.shared}
    whole = parts.brochure
    left = tuple(s for s in whole.comparison.sections if s.title not in asked or s.points or s.steps)
    kept = Parts(replace(whole, subject=whole.comparison.model_copy(update={"sections": left})), full=parts.full)
    for role in roles:
        yield from kept.sections(role)


def _named(parts: Parts, title: str) -> tuple[Section, ...]:
    return tuple(s for s in parts.brochure.comparison.sections if s.title == title and not (s.points or s.steps))
