"""The scorecard of one brochure: every item decided, and the scores of that. Floor 3.

A score is what is met of what applies, in percent. That of the machine counts the items that it decides
alone; the whole counts what people found too, and theirs goes first. What is open is in neither.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from brochures.rules.case import Case
from brochures.rules.instruments import INSTRUMENTS
from brochures.rules.instruments.item import Decision, Instrument, Item, Verdict
from brochures.rules.instruments.published import Measure, measures
from brochures.rules.instruments.reviewed import Found

WORDS: Final[dict[Verdict, str]] = {
    "met": "met",
    "not-met": "not met",
    "not-applicable": "not applicable",
    "undecided": "open",
}


@dataclass(frozen=True, slots=True)
class Score:
    """What is met of what applies, and how many items nobody has decided yet."""

    met: int
    applicable: int
    open: int = 0

    @property
    def percent(self) -> float | None:
        """From 0 to 100; None where nothing applies."""
        return 100 * self.met / self.applicable if self.applicable else None


@dataclass(frozen=True, slots=True)
class Row:
    """One item as it stands: what the machine finds, and what a person found."""

    item: Item
    machine: Decision
    person: Found | None = None

    @property
    def verdict(self) -> Verdict:
        """The person's verdict, else the machine's where the machine decides; else open."""
        if self.person:
            return self.person.verdict
        return self.machine.verdict if self.item.mode == "machine" else "undecided"

    @property
    def reason(self) -> str:
        """Why, or what the machine has to say to who decides."""
        if self.person:
            return self.person.note or f"{self.person.reviewer}, {self.person.date}"
        is_hint = self.item.mode == "assisted" and self.machine.verdict != "undecided"
        return f"{WORDS[self.machine.verdict]}? {self.machine.reason}" if is_hint else self.machine.reason


@dataclass(frozen=True, slots=True)
class Card:
    """One instrument's rows and scores."""

    instrument: Instrument
    rows: tuple[Row, ...]

    def machine(self, part: str = "") -> Score:
        """The score of the items that the machine decides, of the whole or of one part."""
        return _score(row.machine.verdict for row in self.of(part) if row.item.mode == "machine")

    def whole(self, part: str = "") -> Score:
        """The score of all items that are decided, by machine or people."""
        return _score(row.verdict for row in self.of(part))

    @property
    def is_passed(self) -> bool | None:
        """Whether the whole reaches the pass mark; None while an item is open."""
        score = self.whole()
        return None if score.open or score.percent is None else score.percent >= self.instrument.pass_mark

    def of(self, part: str) -> list[Row]:
        """The rows of one part; of all of them without one."""
        return [row for row in self.rows if part in {"", row.item.part}]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """What the instruments say of one version of one subject."""

    subject: str
    title: str
    version: str
    clinic: str
    date: str
    cards: tuple[Card, ...]
    measures: tuple[Measure, ...] = field(default=())

    def card(self, instrument: str) -> Card | None:
        """The card of this instrument, if it is asked of this subject."""
        return next((card for card in self.cards if card.instrument.name == instrument), None)


def scorecard(case: Case, people: Mapping[str, Found] | None = None) -> Scorecard:
    """Every item of the instruments that are for this kind of subject, with what `people` found by item id."""
    brochure, known = case.brochure, people or {}
    cards = tuple(
        Card(asked, tuple(Row(item, item.decide(case), known.get(item.id)) for item in asked.items))
        for asked in INSTRUMENTS
        if brochure.kind in asked.kinds
    )
    by_name = {card.instrument.name: card for card in cards}
    pemat = by_name["pemat"]
    return Scorecard(
        subject=case.name,
        title=brochure.title,
        version=brochure.version_id,
        clinic=brochure.clinic.name if brochure.clinic else "",
        date=case.today.isoformat(),
        cards=cards,
        measures=_counted(case, pemat, by_name["cci"]),
    )


def _counted(case: Case, pemat: Card, cci: Card) -> tuple[Measure, ...]:
    """The large figures; each score with the number of items that the machine decided, of those that apply."""
    asked = {
        "understandability": (pemat, "understandability"),
        "actionability": (pemat, "actionability"),
        "index": (cci, ""),
    }
    scores = {name: card.machine(part) for name, (card, part) in asked.items()}
    found = measures(case, *(score.percent for score in scores.values()))
    return tuple(
        replace(one, counted=f"{scores[one.name].applicable} of {_applicable(*asked[one.name])} items")
        if one.name in asked
        else one
        for one in found
    )


def _applicable(card: Card, part: str) -> int:
    return sum(row.machine.verdict != "not-applicable" for row in card.of(part))


def _score(verdicts: Iterable[Verdict]) -> Score:
    found = list(verdicts)
    met, missed = found.count("met"), found.count("not-met")
    return Score(met, met + missed, found.count("undecided"))
