"""What an item of an instrument is, who decides it, and what is answered. Floor 3."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from brochures.model.formats import SubjectKind
from brochures.rules.case import Case

Mode = Literal["machine", "assisted", "human"]
"""`machine` decides; what it finds for an `assisted` item is a hint that a person confirms; `human` is a person's."""

Verdict = Literal["met", "not-met", "not-applicable", "undecided"]

MODES: Final[dict[Mode, str]] = {
    "machine": "decided by machine",
    "assisted": "found by machine, decided by a person",
    "human": "decided by a person",
}


class Decision(NamedTuple):
    """A verdict and its reason, in a few words."""

    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its id (`pemat-4`), what it asks, who decides, and what the machine finds in a brochure.

    `part` is the score that it counts in; `words` are ours, not the instrument's.
    """

    id: str
    part: str
    words: str
    mode: Mode
    decide: Callable[[Case], Decision]

    @property
    def number(self) -> str:
        """The item as its instrument numbers it."""
        return self.id.partition("-")[2].upper()


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument: its parts with their titles, its items in order, and the score from which it is passed."""

    name: str
    title: str
    about: str
    parts: dict[str, str]
    pass_mark: int
    items: tuple[Item, ...]
    authority: tuple[str, ...]
    kinds: tuple[SubjectKind, ...] = ("topic", "comparison")


def met(reason: str) -> Decision:
    """The item holds."""
    return Decision("met", reason)


def not_met(reason: str) -> Decision:
    """The item does not hold."""
    return Decision("not-met", reason)


def not_applicable(reason: str) -> Decision:
    """There is nothing that the item could be asked of."""
    return Decision("not-applicable", reason)


def undecided(reason: str = "to be read") -> Decision:
    """Nobody can say without reading."""
    return Decision("undecided", reason)


def by_a_person(_: Case) -> Decision:
    """What the machine says of an item that only a person can decide."""
    return undecided()


def either(holds: bool, good: str, bad: str) -> Decision:  # noqa: FBT001 - reads as the claim it is
    """Met with the one reason, or not met with the other."""
    return met(good) if holds else not_met(bad)
