"""One in so many, as that many dots. Floor 4."""

import math
from dataclasses import dataclass
from typing import Final

_LARGEST_PITCH_MM: Final = 7.0
_ROW_PITCH_MM: Final = 3.0  # dots so far apart are counted one by one
_DOT_SHARE: Final = 0.58  # of the pitch: dots stay apart on a 600 dpi printer
_LEAST_HIT_MM: Final = 0.95  # radius at which one red dot is seen at arm's length
_CLEAR_SHARE: Final = 0.64  # of the pitch: large dots need no gap in the field for the ring
_RING_SHARE: Final = 0.2  # of the red dot's radius
_HIT_ACROSS: Final = 0.71
_HIT_DOWN: Final = 0.42


@dataclass(frozen=True, slots=True)
class DotRow:
    """Dots beside each other: where the first one stands, how many, and the stroke that prints them."""

    x: float
    y: float
    count: int
    length: float


@dataclass(frozen=True, slots=True)
class RateDots:
    """Exactly `one_in` dots, one of them red. Millimetres."""

    key: str
    title: str
    one_in: int
    width_mm: float
    height_mm: float
    pitch: float
    dash: str
    dot_width: float
    rows: tuple[DotRow, ...]
    hit_x: float
    hit_y: float
    hit_radius: float
    halo_radius: float
    ring_radius: float
    ring_width: float


def rate_dots(one_in: int, width_mm: float, max_height_mm: float, *, title: str, key: str = "dots") -> RateDots:
    """A field of dots as wide as asked and no higher, with one red dot in a clear ring.

    The ring hides no dot: places within it are left out and made up at the end,
    so that what can be counted on paper is `one_in`.
    """
    columns = _columns(one_in, width_mm, max_height_mm)
    while True:
        field = _field(one_in, columns, width_mm)
        if field.height_mm <= max_height_mm or columns >= one_in:
            break
        columns += 1
    return RateDots(
        key=key, title=title, one_in=one_in, width_mm=width_mm, height_mm=round(field.height_mm, 3),
        pitch=field.pitch, dash=f".001 {field.pitch - 0.001:.5f}", dot_width=round(field.pitch * _DOT_SHARE, 4),
        rows=field.rows(one_in), hit_x=round(field.hit_x, 4), hit_y=round(field.hit_y, 4),
        hit_radius=round(field.hit_radius, 4), halo_radius=round(field.halo_radius, 4),
        ring_radius=round(field.ring_radius, 4), ring_width=round(field.hit_radius * _RING_SHARE, 4),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Field:
    """The grid before its rows are made."""

    columns: int
    pitch: float
    places: int
    hit_column: int
    hit_row: int
    hit_radius: float
    halo_radius: float

    @property
    def height_mm(self) -> float:
        return math.ceil(self.places / self.columns) * self.pitch

    @property
    def hit_x(self) -> float:
        return (self.hit_column + 0.5) * self.pitch

    @property
    def ring_radius(self) -> float:
        """Round the red dot, half way to its neighbours: in grey it is the ring that tells."""
        return (self.hit_radius + self.halo_radius) / 2

    @property
    def hit_y(self) -> float:
        return (self.hit_row + 0.5) * self.pitch

    def hidden(self, row: int) -> range:
        """The columns of a row that the ring leaves out, the red dot's own among them."""
        return _hidden(row - self.hit_row, self.hit_column, self.columns, self.halo_radius / self.pitch)

    def rows(self, one_in: int) -> tuple[DotRow, ...]:
        left, rows, row = one_in - 1, list[DotRow](), 0
        while left > 0:
            gap = self.hidden(row)
            for first, last in ((0, gap.start), (gap.stop, self.columns)):
                count = min(left, last - first)
                if count > 0:
                    length = (count - 1) * self.pitch + self.pitch / 4
                    x, y = (first + 0.5) * self.pitch, (row + 0.5) * self.pitch
                    rows.append(DotRow(round(x, 4), round(y, 4), count, round(length, 4)))
                    left -= count
            row += 1
        return tuple(rows)


def _columns(one_in: int, width_mm: float, max_height_mm: float) -> int:
    """The fewest columns worth trying: the pitch from the area, one row for few, full rows where they come out even."""
    if one_in * _ROW_PITCH_MM <= width_mm:
        return max(one_in, math.ceil(width_mm / _LARGEST_PITCH_MM))
    pitch = min(_LARGEST_PITCH_MM, math.sqrt(width_mm * max_height_mm / one_in) * 1.1)
    least = max(1, math.ceil(width_mm / pitch))
    even = range(least, math.ceil(least * 1.4))
    fits = (c for c in even if one_in % c == 0 and one_in / c * width_mm / c <= max_height_mm)
    return next(fits, least) if pitch > _ROW_PITCH_MM else least


def _field(one_in: int, columns: int, width_mm: float) -> _Field:
    pitch = width_mm / columns
    dot = pitch * _DOT_SHARE / 2
    hit = max(dot, min(_LEAST_HIT_MM, width_mm / 40))
    halo = hit * 2 if hit > dot else pitch * _CLEAR_SHARE
    used = min(columns, one_in)
    rows = math.ceil(one_in / columns)
    column, row = min(used - 1, int(used * _HIT_ACROSS)), min(rows - 1, int(rows * _HIT_DOWN))
    reach = math.ceil(halo / pitch)
    spread = range(-min(reach, row), reach + 1)
    hidden = sum(len(_hidden(step, column, columns, halo / pitch)) for step in spread)
    return _Field(columns, pitch, one_in - 1 + hidden, column, row, hit, halo)


def _hidden(rows_away: int, column: int, columns: int, reach: float) -> range:
    """Columns whose dot would touch the ring, `rows_away` rows from the red dot; distances in pitches."""
    reach += _DOT_SHARE / 2 - 0.02
    if rows_away == 0 or abs(rows_away) < reach:
        half = math.floor(math.sqrt(max(0.0, reach * reach - rows_away * rows_away)))
        return range(max(0, column - half), min(columns, column + half + 1))
    return range(columns, columns)
