"""How a scorecard reads in a terminal, and as JSON. Floor 8."""

import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import click

from brochures.cli import terminal

if TYPE_CHECKING:
    from brochures.rules.instruments.score import Card, Row, Score, Scorecard

_NARROWEST, _WIDEST = 80, 120
_FOUND: Final = 9
_ASKS: Final = 35
_HALVES: Final = 2
"""An instrument of two parts has a score for each."""
_BY: Final = {"machine": "M", "assisted": "A", "human": "H", "person": "P"}
_MARKS: Final = {"met": "met", "not-met": "NOT MET", "not-applicable": "n/a", "undecided": "open"}
_COLOURS: Final = {"met": "green", "not-met": "red", "undecided": "yellow", "not-applicable": None}


def lines(card: "Scorecard", *, is_coloured: bool) -> Iterator[str]:
    """The card line by line: items by instrument, then scores, then our figures beside published ones."""
    width = terminal.width(_NARROWEST, _WIDEST, usual=80)
    yield f"{card.title} ({card.subject}), version {card.version}, {card.date}"
    yield "M: decided by machine. A: found by machine, for a person to decide."
    yield "H: for a person to decide. P: decided by a person."
    for one in card.cards:
        yield ""
        yield _bold(one.instrument.title, is_coloured=is_coloured)
        for part, rows in groupby(one.rows, key=lambda row: row.item.part):
            yield f"  {one.instrument.parts[part]}"
            for row in rows:
                yield from _row(row, width, is_coloured=is_coloured)
        yield from _scores(one)
    yield ""
    yield _bold("Beside published averages", is_coloured=is_coloured)
    for measure in card.measures:
        beside = f"{measure.published_words:>6} {measure.published.of}" if measure.published else ""
        yield f"  {measure.label:<26} {measure.words:>6}   {beside or f'good from {measure.goal:g}'}"
    yield "  Ours: what the machine decides. The averages: all items, decided by people."


def _row(row: "Row", width: int, *, is_coloured: bool) -> Iterator[str]:
    by = _BY["person" if row.person else row.item.mode]
    mark, colour = f"{_MARKS[row.verdict]:<{_FOUND}}", _COLOURS[row.verdict]
    painted = click.style(mark, fg=colour) if is_coloured and colour else mark
    head = f"{row.item.number:>5}  {by}  "
    asked = f"{row.item.words:<{_ASKS}}  "
    left = len(head) + _FOUND + len(asked)
    wrapped = textwrap.wrap(_plain(row.reason), width - left) or [""]
    yield f"{head}{painted}{asked}{wrapped[0]}".rstrip()
    yield from (f"{' ' * left}{line}" for line in wrapped[1:])


def _scores(card: "Card") -> Iterator[str]:
    """What the machine's items come to, and what all that is decided comes to, by part and together."""
    parts = card.instrument.parts if len({row.item.part for row in card.rows}) == _HALVES else {}
    for part, title in (*parts.items(), ("", "All")):
        whole = card.whole(part)
        is_open = f", {whole.open} open" if whole.open else ""
        yield f"  {title + ':':<19}{_told(card.machine(part))} machine; {_told(whole)} in all{is_open}"
    state = {True: "passed", False: "not passed", None: "open"}[card.is_passed]
    yield f"  {'Pass mark:':<19}{card.instrument.pass_mark} %, {state}"


def _told(score: "Score") -> str:
    return f"{score.percent:.0f} % ({score.met} of {score.applicable})" if score.percent is not None else "nothing"


def _bold(words: str, *, is_coloured: bool) -> str:
    return click.style(words, bold=True) if is_coloured else words


def _plain(words: str) -> str:
    """Without characters that would act on a terminal."""
    return "".join(c if c.isprintable() else "\ufffd" for c in words)


def record(card: "Scorecard") -> dict[str, Any]:
    """The card as `--json` prints it."""
    return {
        "subject": card.subject,
        "title": card.title,
        "version": card.version,
        "clinic": card.clinic or None,
        "date": card.date,
        "instruments": [_instrument(one) for one in card.cards],
        "measures": [
            {
                "name": measure.name,
                "label": measure.label,
                "value": _rounded(measure.value),
                "goal": measure.goal,
                "published": measure.published.value if measure.published else None,
                "authority": measure.published.authority if measure.published else None,
            }
            for measure in card.measures
        ],
    }


def _instrument(card: "Card") -> dict[str, Any]:
    asked = card.instrument
    return {
        "name": asked.name,
        "title": asked.title,
        "pass_mark": asked.pass_mark,
        "passed": card.is_passed,
        "machine": _score(card.machine()),
        "whole": _score(card.whole()),
        "parts": {
            part: {"title": title, "machine": _score(card.machine(part)), "whole": _score(card.whole(part))}
            for part, title in asked.parts.items()
        },
        "items": [_item(row) for row in card.rows],
    }


def _item(row: "Row") -> dict[str, Any]:
    person = row.person
    return {
        "id": row.item.id,
        "part": row.item.part,
        "asks": row.item.words,
        "mode": row.item.mode,
        "verdict": row.verdict,
        "machine": {"verdict": row.machine.verdict, "reason": row.machine.reason},
        "person": {
            "verdict": person.verdict,
            "reviewer": person.reviewer,
            "date": person.date,
            "note": person.note or None,
        }
        if person
        else None,
    }


def _score(score: "Score") -> dict[str, Any]:
    return {"met": score.met, "applicable": score.applicable, "open": score.open, "percent": _rounded(score.percent)}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
