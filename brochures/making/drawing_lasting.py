"""How long it lasts, as bars on one scale of months. Floor 4."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from brochures.making.drawing_lines import hatched
from brochures.making.drawing_text import text_width, wrapped
from brochures.model.blocks import OptionSide

BAR_MM: Final = 3.6
_LINE: Final = 1.28  # from one baseline to the next, in text sizes
_STRIPE_MM: Final = 1.15
_EDGE: Final = 0.15  # half the outline of the pale part: a bar never passes its months
_LEAST_TICK_GAP_MM: Final = 6.5


@dataclass(frozen=True, slots=True)
class Span:
    """What one bar stands for; the first option has the brand's colour, the second the accent's."""

    label: str
    words: str
    months_lo: float
    months_hi: float
    side: OptionSide = "first"


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text: where its baseline starts, ends or has its middle (`anchor`), in mm."""

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"] = "start"


@dataclass(frozen=True, slots=True)
class Bar:
    """Solid to the least months, outlined and striped from there to the most."""

    x: float
    y: float
    height: float
    solid_width: float
    pale_x: float
    pale_width: float
    stripes: str
    side: OptionSide
    label: tuple[Words, ...] = ()
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """One line of the scale, top to foot, and its number."""

    x: float
    top: float
    foot: float
    number: Words


@dataclass(frozen=True, slots=True)
class LastingBar:
    """A single bar for a table cell. Millimetres."""

    key: str
    title: str
    width_mm: float
    height_mm: float
    axis_y: float
    bar: Bar


@dataclass(frozen=True, slots=True)
class LastingChart:
    """Bars under one another on one scale. Millimetres."""

    key: str
    title: str
    width_mm: float
    height_mm: float
    text_mm: float
    max_months: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    axis_y: float


def nice_months(spans: Iterable[Span]) -> int:
    """The end of the scale that holds all spans: a multiple of 3, 6 or 12 months.

    >>> nice_months([Span("Botox", "3 to 4 months", 3, 4)])
    6
    """
    most = max(span.months_hi for span in spans)
    step = 3 if most <= 18 else 6 if most <= 36 else 12  # noqa: PLR2004 - months that people count in
    return max(6, math.ceil(most / step) * step)


def lasting_bar(  # noqa: PLR0913 - key and title belong to every figure
    months_lo: float,
    months_hi: float,
    max_months: float,
    width_mm: float,
    *,
    side: OptionSide,
    title: str,
    key: str = "bar",
) -> LastingBar:
    """One bar on a scale from 0 to `max_months` that is `width_mm` wide, for a cell of a table."""
    bar = _bar(Span("", "", months_lo, months_hi, side), 0.2, width_mm / max_months)
    return LastingBar(key, title, width_mm, BAR_MM + 0.4, BAR_MM + 0.2, bar)


def lasting_chart(  # noqa: PLR0913 - key and title belong to every figure
    spans: Sequence[Span],
    width_mm: float,
    *,
    max_months: float,
    title: str,
    unit: str = "",
    text_mm: float = 3.15,
    key: str = "lasting",
) -> LastingChart:
    """One bar for each span, its label and words above it, and the months below.

    `unit` (the word for months) stands behind the last number of the scale. Where label and
    words are too long for one line, the words go under the label.
    """
    scale = width_mm / max_months
    line = text_mm * _LINE
    bars: list[Bar] = []
    y = 0.0
    for span in spans:
        label, words, y = _heading(span, width_mm, text_mm, y)
        bars.append(_bar(span, y + text_mm * 0.42, scale, label, words))
        y += text_mm * 0.42 + BAR_MM + text_mm * 0.75
    axis_y = y - text_mm * 0.75 + 1.1
    ticks = _ticks(bars, max_months, width_mm, axis_y, text_mm, unit)
    return LastingChart(
        key, title, width_mm, round(axis_y + line + 0.9, 2), text_mm, max_months, tuple(bars), ticks, round(axis_y, 2)
    )


def _heading(span: Span, width: float, size: float, y: float) -> tuple[tuple[Words, ...], tuple[Words, ...], float]:
    """Label, words, and the last baseline; on one line where both fit."""
    line = size * _LINE
    if text_width(span.label, size, bold=True) + size + text_width(span.words, size) <= width:
        y += size * 0.8
        return (_words(0, y, span.label),), (_words(width, y, span.words, "end"),), y
    label: list[Words] = []
    for text in wrapped(span.label, size, width, bold=True):
        y += line if label else size * 0.8
        label.append(_words(0, y, text))
    y += line
    return tuple(label), (_words(0, y, span.words),), y


def _words(x: float, y: float, text: str, anchor: Literal["start", "middle", "end"] = "start") -> Words:
    return Words(round(x, 2), round(y, 2), text, anchor)


def _bar(span: Span, y: float, scale: float, label: tuple[Words, ...] = (), words: tuple[Words, ...] = ()) -> Bar:
    lo, hi = span.months_lo * scale, span.months_hi * scale
    pale = [(lo, y), (hi, y), (hi, y + BAR_MM), (lo, y + BAR_MM)]
    return Bar(
        x=0, y=round(y, 2), height=BAR_MM, solid_width=round(lo, 3), pale_x=round(lo, 3), pale_width=round(hi - lo, 3),
        stripes=hatched(pale, _STRIPE_MM) if hi > lo else "", side=span.side, label=label, words=words,
    )  # fmt: skip


def _ticks(  # noqa: PLR0913, PLR0917 - all that an axis is made of
    bars: Sequence[Bar], max_months: float, width: float, axis_y: float, size: float, unit: str
) -> tuple[Tick, ...]:
    gap = max(_LEAST_TICK_GAP_MM, size * 2)
    step = next((s for s in (1, 3, 6, 12) if max_months % s == 0 and s / max_months * width >= gap), int(max_months))
    ticks: list[Tick] = []
    last_text = f"{max_months:g} {unit}".strip()
    free = width - text_width(last_text, size) - size * 0.6
    for month in range(0, int(max_months) + 1, step):
        x = month / max_months * width
        anchor: Literal["start", "middle", "end"] = (
            "start" if month == 0 else "end" if month == max_months else "middle"
        )
        text = last_text if month == max_months else str(month)
        hidden = 0 < month < max_months and x + text_width(text, size) / 2 > free
        foot = axis_y + 0.9
        number = _words(x, axis_y + 0.9 + size * 0.95, "" if hidden else text, anchor)
        ticks.append(Tick(round(x, 3), round(bars[0].y - 0.6, 2), round(foot, 2), number))
    return tuple(ticks)
