"""What stands on the pages of a half-fold: a part for each, and where else it may stand. Floor 4."""

from collections.abc import Iterable, Iterator
from typing import Final

from brochures.making.compose import own, pictures
from brochures.making.compose.dealing import Item, items_of
from brochures.making.compose.parts import Parts
from brochures.model.blocks import Block
from brochures.model.content import Role

LEAFLET: Final = ("inside-1", "inside-3", "back")
"""The pages of one folded sheet after the cover: two inside, facing each other, and the back."""
BOOKLET: Final = ("flap", "inside-1", "inside-2", "inside-3", "inside-4", "visit", "back")
"""The pages of two sheets, one idea each: in short, what it is, what to expect facing the risks, the choice, notes."""
_IN_LEAFLET: Final = {
    "flap": "inside-1",
    "inside-1": "inside-1",
    "inside-2": "inside-1",
    "inside-3": "inside-3",
    "inside-4": "inside-3",
    "visit": "inside-3",
}
_CHOICE: Final[tuple[Role, ...]] = ("who_gives_it", "cost", "both", "own")
_FACE_MM: Final = 58.0
_FACE_HEIGHT_MM: Final = {"topic": 46.0, "comparison": 60.0}
"""Two options' words stand beside each other's: a taller drawing keeps them apart."""
_FACE_GROW_MM: Final = 24.0


def opening(parts: Parts) -> tuple[Block, ...]:
    """What is under the headline of the first look: facts, or the two options in short, or the main points."""
    shown = pictures.facts(parts, across=False) if parts.brochure.kind == "topic" else pictures.quick(parts)
    return tuple(shown or parts.points(parts.wording.key_points, parts.brochure.subject.key_points))


def items(parts: Parts, text_mm: float) -> Iterator[Item]:
    """Every block but headlines, feet and questions, with the pages of a booklet where it may stand."""
    yield from _about(parts)
    yield from _expect(parts, text_mm)
    yield from _risks(parts, text_mm)
    yield from _choice(parts, text_mm)


def in_leaflet(frames: tuple[str, ...]) -> tuple[str, ...]:
    """The inside pages of a leaflet that stand for these of a booklet: those first, then the other."""
    named = (_IN_LEAFLET[name] for name in frames)
    return tuple(dict.fromkeys((*named, *LEAFLET[:-1])))


def _about(parts: Parts) -> Iterable[Item]:
    yield from items_of(parts.sections("what_it_is"), ("inside-1", "flap"))
    yield from items_of(parts.sections("how_it_works"), ("inside-1", "flap", "inside-2"), at_home=2.0)
    yield from items_of(parts.sections("uses"), ("inside-1", "inside-2"))
    face = pictures.face_map(parts, _FACE_MM, _FACE_HEIGHT_MM[parts.brochure.kind], grow_mm=_FACE_GROW_MM)
    yield from items_of(face, ("inside-1", "flap"), at_home=2.0)
    yield from items_of(parts.sections("medical_uses"), ("inside-1", "inside-4", "flap"))


def _expect(parts: Parts, text_mm: float) -> Iterable[Item]:
    subject, wording = parts.brochure.subject, parts.brochure.wording
    yield from items_of(parts.sections("what_to_expect", titled=False), ("inside-2",), "inside")
    yield from items_of(parts.prose(wording.aftercare, subject.aftercare), ("inside-2", "inside-4"), "inside")
    yield from items_of(own.advice(parts), ("inside-2", "visit", "inside-4"))
    beside = ("inside-2", "inside-1")
    yield from items_of(pictures.onset(parts, text_mm), beside, at_home=2.0)
    yield from items_of(parts.sections("how_long"), beside, at_home=2.0)
    yield from items_of(pictures.lasting(parts, text_mm), beside, at_home=2.0)
    yield from items_of(parts.sections("follow_up"), ("inside-2", "inside-4"))


def _risks(parts: Parts, text_mm: float) -> Iterable[Item]:
    subject, wording = parts.brochure.subject, parts.brochure.wording
    common = parts.prose(wording.common_effects, subject.common_effects)
    yield from items_of(common, ("inside-3", "inside-2"), "risks", at_home=4.0)
    yield from items_of(parts.warning(), ("inside-3",), "risks")
    yield from items_of(pictures.rate(parts, text_mm, 20.0, grow_mm=24.0), ("inside-3", "inside-4"), at_home=2.0)
    not_for = parts.points(wording.who_should_not, subject.who_should_not)
    yield from items_of(not_for, ("inside-3", "inside-4"), "choice", at_home=0.5)
    yield from items_of(parts.points(wording.tell_us_first, subject.tell_us_first), ("inside-4", "inside-3"), "choice")


def _choice(parts: Parts, text_mm: float) -> Iterable[Item]:
    subject, wording = parts.brochure.subject, parts.brochure.wording
    anywhere = ("inside-4", "inside-2", "inside-3")
    choices = (*subject.no_treatment, *subject.alternatives)
    yield from items_of(parts.prose(wording.alternatives, choices), anywhere)
    yield from items_of(parts.prose(wording.unknowns, subject.unknowns), anywhere)
    for role in parts.wanted(_CHOICE):
        yield from items_of(parts.sections(role), anywhere)
    yield from items_of(own.photos(parts, text_mm), ("inside-4", "visit", "inside-1", "flap"))
    yield from items_of(parts.glossary(), ("visit", "inside-4", "flap"))
