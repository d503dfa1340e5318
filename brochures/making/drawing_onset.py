"""When the effect starts, on a scale of days. Floor 4."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from brochures.making.drawing_lasting import Words
from brochures.making.drawing_lines import Point, hatched, joined
from brochures.making.drawing_text import text_width, wrapped
from brochures.model.blocks import OptionSide

BAND_MM: Final = 7.0
_LINE: Final = 1.28
_MARGIN_MM: Final = 0.2  # half a stroke: the first tick stays whole
_TAIL: Final = 0.17  # of the width, for the time after the full effect
_STEP_MM: Final = 3.0  # height of the first band: one of two steps, not an amount
_SOFT_MM: Final = 1.8  # half the width of the steep rise
_CLEAR_MM: Final = 1.1  # from a band to the foot of the letters above it
_DAYS_EACH: Final = 31
_WEEKS_EACH: Final = 140


@dataclass(frozen=True, slots=True)
class DayTick:
    """One mark of the scale; marks that the labels speak of are long."""

    x: float
    length: float


@dataclass(frozen=True, slots=True)
class OnsetLabels:
    """The words of the chart, as printed; an empty one is left out."""

    start: str
    first: str = ""
    full: str = ""
    first_words: str = ""
    full_words: str = ""


@dataclass(frozen=True, slots=True)
class OnsetChart:
    """Stripes while the change begins, a pale band while it grows, a solid one when it is full. Millimetres."""

    key: str
    title: str
    side: OptionSide
    width_mm: float
    height_mm: float
    text_mm: float
    axis_y: float
    axis_start: float
    axis_end: float
    wedge: str
    stripes: str
    growing: str
    full: str
    rise: str
    """The same two steps as one soft line; empty where one of them is not known."""
    ticks: tuple[DayTick, ...]
    days: tuple[Words, ...]
    meanings: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a day stands, in mm, and which days are known."""

    first: tuple[int, int] | None
    full: int | None
    start: float
    end: float

    @property
    def last(self) -> int:
        return max(self.full or 0, self.first[1] if self.first else 0, 1)

    def at(self, day: float) -> float:
        share = 1 - _TAIL if self.full else 0.7
        return self.start + (self.end - self.start) * share * day / self.last


def onset_chart(  # noqa: PLR0913 - key and title belong to every figure
    first_days: tuple[int, int] | None,
    full_days: int | None,
    width_mm: float,
    labels: OnsetLabels,
    *,
    title: str,
    side: OptionSide = "first",
    text_mm: float = 3.15,
    key: str = "onset",
) -> OnsetChart:
    """A scale from day 0 past the full effect, with the days between which a change shows.

    No height stands for an amount: two steps, "a change is seen" and "the full effect".
    """
    scale = _Scale(first_days, full_days, _MARGIN_MM, width_mm - _MARGIN_MM)
    meanings = _meanings(scale, labels, width_mm, text_mm)
    above = max([BAND_MM, *(text_mm * 0.8 - words.y for words in meanings)])
    axis_y = round(above + _MARGIN_MM, 2)
    meanings = tuple(replace(words, y=round(words.y + axis_y, 2)) for words in meanings)
    wedge, growing, full = _bands(scale, axis_y - BAND_MM, axis_y)
    days = _days(scale, labels, width_mm, text_mm, axis_y)
    return OnsetChart(
        key=key, title=title, side=side, width_mm=width_mm,
        height_mm=round(max(words.y for words in days) + text_mm * 0.35, 2), text_mm=text_mm, axis_y=axis_y,
        axis_start=round(scale.start, 2), axis_end=round(scale.end, 2), wedge=_ring(wedge),
        stripes=hatched(wedge, 1.15) if wedge else "", growing=_ring(growing), full=_ring(full),
        rise=_rise(scale, axis_y - BAND_MM, axis_y), ticks=_ticks(scale), days=days, meanings=meanings,
    )  # fmt: skip


def _ring(points: Sequence[Point]) -> str:
    return f"M{'L'.join(joined(point) for point in points)}Z" if points else ""


def _bands(scale: _Scale, top: float, foot: float) -> tuple[list[Point], list[Point], list[Point]]:
    """Corners of the striped wedge, the growing band and the full band; none for what is not known."""
    wedge: list[Point] = []
    growing: list[Point] = []
    full: list[Point] = []
    middle = foot - _STEP_MM
    end = scale.at(scale.full) if scale.full else scale.end
    if scale.first:
        lo, hi = scale.at(scale.first[0]), scale.at(scale.first[1])
        if hi > lo:
            wedge = [(lo, foot), (hi, middle), (hi, foot)]
        if end > hi:
            growing = [(hi, middle), (end, middle), (end, foot), (hi, foot)]
    if scale.full:
        full = [(end, top), (scale.end, top), (scale.end, foot), (end, foot)]
    return wedge, growing, full


def _rise(scale: _Scale, top: float, foot: float) -> str:
    """A line along the foot, up to the first step while the change begins, and up to the second at the full effect.

    The second rise is steep and centred on its day, clear of the words that end before it.
    """
    if not scale.first or not scale.full:
        return ""
    lo, hi = scale.at(scale.first[0]), scale.at(scale.first[1])
    full, middle, half = scale.at(scale.full), foot - _STEP_MM, (lo + hi) / 2
    rises = (
        ((lo, foot), (half, foot), (half, middle), (hi, middle)),
        ((full - _SOFT_MM, middle), (full, middle), (full - _SOFT_MM / 2, top), (full + _SOFT_MM, top)),
    )
    curves = "".join(f"L{joined(a)}C{joined(b)} {joined(c)} {joined(d)}" for a, b, c, d in rises)
    return f"M{joined((scale.start, foot))}{curves}L{joined((scale.end, top))}"


def _ticks(scale: _Scale) -> tuple[DayTick, ...]:
    step = 1 if scale.last <= _DAYS_EACH else 7 if scale.last <= _WEEKS_EACH else 30
    named = {0, *(scale.first or ()), *((scale.full,) if scale.full else ())}
    days = sorted({*range(0, scale.last + 1, step), *named})
    return tuple(DayTick(round(scale.at(day), 2), 1.8 if day in named else 0.9) for day in days)


def _meanings(scale: _Scale, labels: OnsetLabels, width: float, size: float) -> tuple[Words, ...]:
    """What the bands mean, each right above its own; y counts from the axis, upward negative.

    The step between the bands is a line high, so two labels of one line never meet.
    """
    line = size * _LINE
    low = -_STEP_MM - _CLEAR_MM
    high = min(-BAND_MM - _CLEAR_MM, low - line)
    full_from = width - text_width(labels.full_words, size) - size if scale.full else width
    block = scale.at(scale.full) - 1 if scale.full else width
    out: list[Words] = []
    if labels.first_words and scale.first:
        wide = text_width(labels.first_words, size)
        x = max(0.0, min(scale.at(scale.first[0]), block - wide))
        rows = wrapped(labels.first_words, size, block - x)
        out = [_words(x, low - (len(rows) - 1 - i) * line, text) for i, text in enumerate(rows)]
        if len(rows) > 1 and any(x + text_width(text, size) > full_from for text in rows[:-1]):
            high = low - len(rows) * line
    if labels.full_words and scale.full:
        out.append(_words(width, high, labels.full_words, "end"))
    return tuple(out)


def _days(scale: _Scale, labels: OnsetLabels, width: float, size: float, axis_y: float) -> tuple[Words, ...]:
    """The days under the scale; the start is left out where it would touch a neighbour."""
    wanted: list[tuple[float, str]] = []
    if scale.first and labels.first:
        wanted.append((scale.at(sum(scale.first) / 2), labels.first))
    if scale.full and labels.full:
        wanted.append((scale.at(scale.full), labels.full))
    rows: list[list[tuple[float, float]]] = [[] for _ in range(len(wanted) + 1)]
    out: list[Words] = []
    for x, text in [*wanted, (0.0, labels.start)]:
        half = text_width(text, size, bold=True) / 2
        middle = max(min(x, width - half), half)
        row = next(i for i, taken in enumerate(rows) if all(_apart(middle, half, span) for span in taken))
        if row and text == labels.start:
            continue
        rows[row].append((middle - half, middle + half))
        y = axis_y + 1.9 + size * (0.95 + row * _LINE)
        out.append(_words(0, y, text) if middle == half else _words(middle, y, text, "middle"))
    return tuple(out)


def _apart(middle: float, half: float, taken: tuple[float, float]) -> bool:
    return middle + half + 1 <= taken[0] or middle - half - 1 >= taken[1]


def _words(x: float, y: float, text: str, anchor: Literal["start", "middle", "end"] = "start") -> Words:
    return Words(round(x, 2), round(y, 2), text, anchor)
