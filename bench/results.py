"""One figure with what it is measured against; plain data that the report prints."""

from dataclasses import asdict, dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    `ratio` is ours to theirs; `goal` its bound, `at_most` or at least. `note` says how it was measured where that
    is not as a whole, and `gap` why there is no figure.
    """

    row: str
    what: str
    against: str = ""
    ours: str = ""
    theirs: str = ""
    ratio: float | None = None
    goal: float | None = None
    bound: Literal["at most", "at least"] = "at most"
    unit: str = "×"
    note: str = ""
    gap: str = ""

    @property
    def is_met(self) -> bool | None:
        """Whether the bound is held; None where there is none, or no figure."""
        if self.goal is None or self.ratio is None:
            return None
        return self.ratio <= self.goal if self.bound == "at most" else self.ratio >= self.goal

    def as_data(self) -> dict[str, Any]:
        """For a JSON file."""
        return {**asdict(self), "is_met": self.is_met}


def seconds(value: float) -> str:
    """`1.23 s`, `0.123 s`."""
    return f"{value:.2f} s" if value >= 1 else f"{value:.3f} s"


def rate(value: float) -> str:
    """`12,300 /s`, `15.2 /s`."""
    return f"{value:,.0f} /s" if value >= 100 else f"{value:.1f} /s"  # noqa: PLR2004 - three digits say enough
