"""The scorecard as one page to print, in the clinic's brand: figures, items, and lines to sign. Floor 4."""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from brochures.errors import StyleFault
from brochures.making import markup
from brochures.making.compose import furniture
from brochures.making.compose.parts import Parts
from brochures.making.finishing import finish_page
from brochures.making.inspection import is_accessible
from brochures.making.sandbox import faults_named
from brochures.making.typesetting import Typesetter
from brochures.model.brochure import Brochure
from brochures.model.formats import PAPERS, SheetName
from brochures.rules.instruments.item import Verdict
from brochures.rules.instruments.published import Measure
from brochures.rules.instruments.score import WORDS, Card, Row, Scorecard

_GRADES: Final = 14.0
"""The end of the scale of grades; beyond it few texts go."""
_FULL: Final = 100.0
_SHORT: Final[dict[Verdict, str]] = {**WORDS, "not-applicable": "n/a"}
_BESIDE: Final = "ipdas"
"""The instrument whose parts stand side by side, under the others."""


@dataclass(frozen=True, slots=True)
class ShownMeasure:
    """One large figure, the average beside it, and both as lengths in percent of the same scale."""

    label: str
    value: str
    note: str
    length: float
    average: float


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One item in a line: its number, what it asks, what was found, and who found it (`machine`, a letter, nobody)."""

    number: str
    words: str
    verdict: Verdict
    found: str
    by: str


@dataclass(frozen=True, slots=True)
class ShownPart:
    """One table: its title, its score, its items; `instrument` stands over the first of an instrument."""

    instrument: str
    title: str
    score: str
    rows: tuple[ShownRow, ...]


def scorecard_pdf(  # noqa: PLR0913, PLR0917 - a page is all of these
    card: Scorecard, brochure: Brochure, paper: SheetName, styles: Path, templates: Path, clinic_folder: Path | None
) -> bytes:
    """One page as PDF/A-2a and PDF/UA-1.

    Raises:
        StyleFault: the engine would not set it, it takes more than a page, or it cannot be read aloud.
    """
    page = scorecard_html(card, brochure, paper, templates)
    typeset = Typesetter(brochure.look, styles, clinic_folder).typeset(page, finish_page)
    faults = [f"it does not meet PDF/UA-1: {fault}" for fault in is_accessible(typeset.pdf)]
    if typeset.page_count != 1:
        faults.append(f"it takes {typeset.page_count} pages")
    if faults:
        raise StyleFault(f"the scorecard is not right: {faults[0]}")
    return typeset.pdf


def scorecard_html(card: Scorecard, brochure: Brochure, paper: SheetName, templates: Path) -> str:
    """The page as HTML.

    Raises:
        StyleFault: the template of ours is broken.
    """
    look, sheet = brochure.look, PAPERS[paper]
    env = markup.environment(templates)
    read = _readers(card)
    parts = {shown.instrument.name: _parts(shown, read) for shown in card.cards}
    with faults_named(None):
        brand = env.get_template("components/brand.html").module
        return env.get_template("scorecard.html").render(
            card=card,
            measures=[_measure(one) for one in card.measures],
            columns=[rows for name, rows in parts.items() if name != _BESIDE],
            beside=parts.get(_BESIDE, ()),
            readers=[(letter, who) for who, letter in read.items()],
            brand=brand.render(furniture.brand(Parts(brochure, full=True), on_dark=False), 2, None),  # type: ignore[attr-defined] # the template defines the macro
            root=markup.root(look, (sheet.width_mm, sheet.height_mm)),
            theme=look.theme.name,
        )


def _readers(card: Scorecard) -> dict[str, str]:
    """A letter for each person and day, in the order in which they are met."""
    people = (f"{row.person.reviewer}, {row.person.date}" for one in card.cards for row in one.rows if row.person)
    return {who: chr(ord("A") + number) for number, who in enumerate(dict.fromkeys(people))}


def _measure(measure: Measure) -> ShownMeasure:
    end = _GRADES if measure.less else _FULL
    average = measure.published.value if measure.published else measure.goal
    goal = "at most " if measure.less else ""
    note = f"{measure.published_words} online" if measure.published else f"{goal}{measure.goal:g} is good"
    note = f"{measure.counted} · {note}" if measure.counted else note
    return ShownMeasure(measure.label, measure.words, note, _share(measure.value or 0.0, end), _share(average, end))


def _share(value: float, end: float) -> float:
    return round(min(_FULL, _FULL * value / end), 1)


def _parts(card: Card, readers: dict[str, str]) -> tuple[ShownPart, ...]:
    instrument = card.instrument
    shown: list[ShownPart] = []
    for part, rows in groupby(card.rows, key=lambda row: row.item.part):
        score = card.whole(part)
        counted = f"{score.met} of {score.applicable}" if score.applicable else ""
        told = ", ".join(filter(None, (counted, f"{score.open} open" if score.open else "")))
        title = instrument.parts[part]
        shown.append(
            ShownPart("" if shown else instrument.title, title, told, tuple(_row(row, readers) for row in rows))
        )
    return tuple(shown)


def _row(row: Row, readers: dict[str, str]) -> ShownRow:
    verdict = row.verdict
    found, by = _SHORT[verdict], "machine"
    if row.person:
        by = readers[f"{row.person.reviewer}, {row.person.date}"]
    elif verdict == "undecided":
        hint = row.machine.verdict
        found, by = (f"{_SHORT[hint]}?" if hint != "undecided" else _SHORT["undecided"]), ""
    return ShownRow(row.item.number, row.item.words, verdict, found, by)
