"""What stands on the six panels of a folded sheet, each part where it may stand, best first. Floor 4."""

from collections.abc import Callable, Iterable
from typing import Final

from brochures.making.compose import own, pictures
from brochures.making.compose.dealing import Item, items_of
from brochures.making.compose.parts import Parts
from brochures.model.blocks import Block, OptionSide
from brochures.model.content import Role
from brochures.model.furniture import Head, Hook

_ABOUT: Final[tuple[Role, ...]] = ("what_it_is", "how_it_works", "uses")
_LATER: Final[tuple[Role, ...]] = ("follow_up", "both", "who_gives_it", "cost", "own")
_FACE_MM: Final = 46.0

Panels = tuple[str, ...]
LeastWidth = Callable[[Panels], float]
"""Width in millimetres that the text of each of these panels has."""


def items(parts: Parts, least_mm: LeastWidth, beside_risks: str, *, has_kickers: bool) -> Iterable[Item]:
    """Every block but heads, feet and questions: of the flap, then of the three inside panels.

    `beside_risks` is the panel left of the risks when the sheet lies open: what has no room under them stands there.
    """
    yield from _first_look(parts, has_kickers=has_kickers)
    yield from _about(parts)
    yield from _expect(parts, least_mm)
    yield from _risks(parts, least_mm, beside_risks)


def heads(parts: Parts, *, has_kickers: bool) -> dict[str, Block]:
    """The title of each panel that has one, with what the theme puts above it."""
    wording = parts.wording
    rows = {
        "inside-1": (wording.chapter_about, wording.kicker_about, "1"),
        "inside-2": (wording.chapter_expect, wording.kicker_expect, "2"),
        "inside-3": (wording.chapter_risks, wording.kicker_risks, "3"),
        "back": (wording.questions, wording.kicker_visit, ""),
    }
    return {name: head(*row, has_kickers=has_kickers) for name, row in rows.items()}


def head(title: str, kicker: str, number: str = "", *, has_kickers: bool) -> Block:
    """A title, with a small line and a number above it in themes that have them."""
    return Head(title=title, kicker=kicker, number=number) if has_kickers else Head(title=title)


def hook(parts: Parts, *, has_kickers: bool) -> Block:
    """The headline of the first look: two short lines and the main message."""
    brochure = parts.brochure
    subject = brochure.subject
    sides: tuple[OptionSide, ...] = ("first", "second")
    lines = subject.hook or tuple(topic.names.short for _, topic in brochure.topics[:2])
    if brochure.kind == "topic":
        sides = ("first", "first")
    kicker = brochure.wording.kicker_short if has_kickers else ""
    return Hook(lines=tuple(zip(lines, sides, strict=False)), lead=parts.run(subject.main_message), kicker=kicker)


def _first_look(parts: Parts, *, has_kickers: bool) -> Iterable[Item]:
    """What is seen when the cover opens: the message, the facts in short."""
    brochure = parts.brochure
    yield from items_of([hook(parts, has_kickers=has_kickers)], ("flap",))
    facts = pictures.facts(parts, across=False) if brochure.kind == "topic" else pictures.quick(parts)
    yield from items_of(facts, ("flap", "inside-2"))
    if not facts:
        points = parts.points(brochure.wording.key_points, brochure.subject.key_points)
        yield from items_of(points, ("flap", "inside-1"))


def _about(parts: Parts) -> Iterable[Item]:
    for role in _ABOUT:
        yield from items_of(parts.sections(role), ("inside-1", "inside-2"), "inside")
    # Two options' words share the right side: a taller drawing keeps them apart.
    height = 46.0 if parts.brochure.kind == "topic" else 55.0
    face = pictures.face_map(parts, _FACE_MM, height, grow_mm=4.0)
    yield from items_of(face, ("inside-1", "inside-2"), "inside")
    yield from items_of(parts.sections("medical_uses"), ("inside-1", "inside-2", "flap"))


def _expect(parts: Parts, least_mm: LeastWidth) -> Iterable[Item]:
    subject, wording = parts.brochure.subject, parts.brochure.wording
    steps = parts.sections("what_to_expect", titled=False)
    yield from items_of(steps or parts.prose(wording.aftercare, subject.aftercare), ("inside-2",), "inside")
    beside = ("inside-2", "inside-1")
    yield from items_of(pictures.onset(parts, least_mm(beside)), beside, "inside")
    yield from items_of(own.advice(parts), ("inside-2", "flap", "inside-1"))
    months = pictures.lasting(parts, least_mm(beside)) or parts.sections("how_long")
    yield from items_of(months, beside, "inside")
    anywhere = ("inside-2", "inside-1", "flap")
    for role in parts.wanted(_LATER):
        yield from items_of(parts.sections(role), anywhere)
    choices = (*subject.no_treatment, *subject.alternatives)
    yield from items_of(parts.prose(wording.alternatives, choices), anywhere)
    yield from items_of(parts.prose(wording.unknowns, subject.unknowns), anywhere)


def _risks(parts: Parts, least_mm: LeastWidth, beside: str) -> Iterable[Item]:
    subject, wording = parts.brochure.subject, parts.brochure.wording
    common = parts.prose(wording.common_effects, subject.common_effects)
    near = tuple(dict.fromkeys(("inside-3", beside, "inside-2")))
    yield from items_of(common, near, "risks", at_home=4.0)
    yield from items_of(parts.warning(), ("inside-3", beside), "risks", at_home=6.0)
    not_for = parts.points(wording.who_should_not, subject.who_should_not)
    yield from items_of(not_for, ("inside-3", "flap", "inside-2"))
    yield from items_of(parts.points(wording.tell_us_first, subject.tell_us_first), ("flap", "inside-3", "inside-2"))
    drawn = ("flap", "inside-2")
    yield from items_of(pictures.rate(parts, least_mm(drawn), 16.0, grow_mm=14.0), drawn)
