"""What a handout says, block by block, and the columns where each may stand, best first. Floor 4."""

from collections.abc import Iterable
from typing import Final

from brochures.making.compose import own, pictures
from brochures.making.compose.dealing import Item, items_of
from brochures.making.compose.parts import Parts
from brochures.model.content import Role

_ABOUT: Final[tuple[Role, ...]] = ("what_it_is", "how_it_works", "uses")
_EXPECT: Final[tuple[Role, ...]] = (
    "what_to_expect",
    "how_long",
    "follow_up",
    "medical_uses",
    "both",
    "who_gives_it",
    "cost",
    "own",
)
COLUMNS: Final = ("left-1", "right-1", "left-2", "right-2")
_LATER: Final = ("right-2", "left-2")


def ways(parts: Parts, column_mm: float, *, is_personal: bool) -> tuple[tuple[Item, ...], ...]:
    """The items of two pages; after them, where one patient's own lines take room, without questions, then words."""
    text = tuple(_text(parts, column_mm))
    words = tuple(items_of(parts.glossary(), _LATER))
    asked = parts.points(parts.wording.questions, parts.brochure.subject.questions)
    questions = tuple(items_of(asked, _LATER))
    whole = (*text, *words, *questions)
    return (whole, (*text, *words), text) if is_personal else (whole,)


def _text(parts: Parts, width: float) -> Iterable[Item]:
    brochure = parts.brochure
    subject, wording = brochure.subject, brochure.wording
    face = pictures.face_map(parts, 52.0, 52.0, grow_mm=6.0)
    yield from items_of(face, ("left-1", "right-1", "left-2"))
    for role in _ABOUT:
        yield from items_of(parts.sections(role), COLUMNS, "text")
    yield from items_of(parts.prose(wording.common_effects, subject.common_effects), COLUMNS, "text")
    yield from items_of(parts.warning(), ("right-1", "left-1", "left-2"), at_home=30.0)
    yield from items_of(parts.points(wording.who_should_not, subject.who_should_not), COLUMNS, "text")
    yield from items_of(parts.points(wording.tell_us_first, subject.tell_us_first), COLUMNS, "text")
    for role in parts.wanted(_EXPECT):
        yield from items_of(parts.sections(role), COLUMNS[1:], "text")
    yield from items_of(parts.prose(wording.aftercare, subject.aftercare), COLUMNS[1:], "text")
    yield from items_of(own.advice(parts), ("left-2", "right-2", "right-1"))
    yield from items_of(own.photos(parts, width), _LATER)
    choices = (*subject.no_treatment, *subject.alternatives)
    yield from items_of(parts.prose(wording.alternatives, choices), COLUMNS[1:], "text")
    yield from items_of(parts.prose(wording.unknowns, subject.unknowns), COLUMNS[1:], "text")
    yield from items_of(pictures.lasting(parts, width), ("left-2", "right-2", "right-1"))
    yield from items_of(pictures.rate(parts, width, 20.0, grow_mm=10.0), _LATER)
