"""Our figures beside those that others have published of texts on these treatments. Floor 3."""

from dataclasses import dataclass
from typing import Final

from brochures.rules.case import Case
from brochures.rules.language.readability import MOST_WHOLE, topic_grade


@dataclass(frozen=True, slots=True)
class Published:
    """An average of texts that others measured, and the authority that names it."""

    value: float
    of: str
    authority: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of ours, and what it is compared with: an average of other texts, and what is asked for.

    `unit` is written after the number; `less` says that the lower figure is the better one.
    """

    name: str
    label: str
    value: float | None
    unit: str
    goal: float
    published: Published | None = None
    less: bool = False
    counted: str = ""
    """How many items are in it, of all that are asked; nothing for what is no score."""

    @property
    def words(self) -> str:
        """The figure as it is shown: `100 %`, `5.1`; a dash where there is none."""
        return _shown(self.value, self.unit)

    @property
    def published_words(self) -> str:
        """The average as it is shown; nothing where none is known."""
        return _shown(self.published.value, self.unit) if self.published else ""


_ONLINE: Final = "toxin texts online, 2020"

PUBLISHED: Final[dict[str, Published]] = {
    "understandability": Published(62.8, _ONLINE, "barbarite-2020"),
    "actionability": Published(36.2, _ONLINE, "barbarite-2020"),
    "grade": Published(10.7, _ONLINE, "barbarite-2020"),
}
"""By measure. The averages are of all items, decided by people; ours beside them is of those that a machine decides."""

PEMAT_GOAL: Final = 70
CCI_GOAL: Final = 90


def measures(
    case: Case, understandability: float | None, actionability: float | None, index: float | None
) -> tuple[Measure, ...]:
    """The figures of one brochure: three scores of the machine, and the reading grade of the whole text."""
    return (
        Measure(
            "understandability",
            "PEMAT-P understandability",
            understandability,
            "%",
            PEMAT_GOAL,
            PUBLISHED["understandability"],
        ),
        Measure("actionability", "PEMAT-P actionability", actionability, "%", PEMAT_GOAL, PUBLISHED["actionability"]),
        Measure("index", "CDC Communication Index", index, "", CCI_GOAL),
        Measure("grade", "US reading grade", topic_grade(case), "", MOST_WHOLE, PUBLISHED["grade"], less=True),
    )


def _shown(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    number = f"{value:.1f}".removesuffix(".0")
    return f"{number} {unit}".strip()
