"""How a sheet with two folds is parted into panels: the one truth about where they lie. Floor 1.

Panel widths of the roll fold follow the trade: the panel that tucks in is narrower, and the inside of the
sheet mirrors the outside.  Letter 3.6875 + 3.6875 + 3.625 in, A4 100 + 100 + 97 mm.  A Z fold is in thirds.
"""

from dataclasses import dataclass
from typing import Final

from brochures.model.formats import PAPERS, FormatName
from brochures.units import inches


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel of a folded side: its name, left edge and width as the open sheet lies; millimetres at trim."""

    name: str
    x_mm: float
    width_mm: float


@dataclass(frozen=True, slots=True)
class Fold:
    """A landscape sheet with two folds: the panels of both sides, each from left to right as that side lies."""

    outer: tuple[str, str, str]
    inner: tuple[str, str, str]
    widths_mm: tuple[float, float, float]
    """Widths on the outside, left to right; the inside mirrors them."""

    def outside(self) -> tuple[Panel, ...]:
        """The panels of the outside; the cover lies right.

        >>> [(panel.name, panel.width_mm) for panel in ROLL_FOLDS["a4"].outside()]
        [('flap', 97.0), ('back', 100.0), ('cover', 100.0)]
        """
        return _side_by_side(self.outer, self.widths_mm)

    def inside(self) -> tuple[Panel, ...]:
        """The panels of the inside.

        >>> [round(panel.x_mm, 4) for panel in ROLL_FOLDS["letter"].inside()]
        [0.0, 93.6625, 187.325]
        """
        return _side_by_side(self.inner, self.widths_mm[::-1])


def _side_by_side(names: tuple[str, ...], widths_mm: tuple[float, ...]) -> tuple[Panel, ...]:
    return tuple(
        Panel(name, sum(widths_mm[:i], 0.0), width)
        for i, (name, width) in enumerate(zip(names, widths_mm, strict=True))
    )


def _roll(full_mm: float, tucked_mm: float) -> Fold:
    """A roll (C) fold: two full panels, and the one that tucks in, behind the flap and right on the inside."""
    widths = tucked_mm, full_mm, full_mm
    return Fold(("flap", "back", "cover"), ("inside-1", "inside-2", "inside-3"), widths)


def _z(sheet_mm: float) -> Fold:
    """A Z fold: equal panels, folded one way and then the other.

    The cover opens like a book on what it is (behind it) and the risks (beside that); the back lies behind
    the flap, and nothing is tucked in.
    """
    panel = sheet_mm / 3
    return Fold(("flap", "inside-2", "cover"), ("inside-1", "inside-3", "back"), (panel, panel, panel))


ROLL_FOLDS: Final[dict[str, Fold]] = {
    "letter": _roll(inches(3.6875), inches(3.625)),
    "a4": _roll(100.0, 97.0),
}
Z_FOLDS: Final[dict[str, Fold]] = {name: _z(paper.height_mm) for name, paper in PAPERS.items()}
FOLDS: Final[dict[FormatName, dict[str, Fold]]] = {"trifold": ROLL_FOLDS, "zfold": Z_FOLDS}
"""The fold of each format that has two, on each paper."""
