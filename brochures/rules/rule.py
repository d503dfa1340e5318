"""What a rule is, what it looks at and what it answers. Floor 3."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from brochures.errors import Mark, Severity
from brochures.rules.case import Case

Concern = Literal["governance", "balance", "promotion", "language", "parity"]

CONCERNS: Final[dict[Concern, str]] = {
    "governance": "Sources, dates and approvals",
    "balance": "Fair balance, claims and trademarks",
    "promotion": "Promotion by place",
    "language": "Plain language",
    "parity": "Parity of comparisons",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach: what is wrong, where it is written, and the way out where it is not the rule's usual one."""

    message: str
    at: Mark | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must hold before a piece is given to a patient.

    `severity` is its level unless a profile or a clinic says otherwise; `off` is not asked. A rule of `safety`
    can be raised and never lowered. `asks` says what must hold, `way_out` what to do when it does not;
    `authority` names entries of `rules.authorities`.
    """

    id: str
    concern: Concern
    severity: Severity | Literal["off"]
    asks: str
    way_out: str
    authority: tuple[str, ...]
    find: Callable[[Case], Iterator[Finding]]
    safety: bool = False
