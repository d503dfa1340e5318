"""How each subject stands today: its version, when it is due, and who has approved it. Floor 5."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from brochures.model.base import months_between
from brochures.model.clinic import Approval, Clinic
from brochures.model.content import Comparison, Content

Approved = Literal["approved", "example", "stale", "missing"]
"""Of today's words, by an invented approval, of other words, or not at all."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One subject today. `easy` is the version in the easy wording, empty where there is none of its own.

    `review_by` is the earliest month of the subject and of the topics that it compares; `months` from today to it,
    below 0 when it is overdue. `approval` is the latest of today's words, else the latest of all.
    """

    subject: str
    version: str
    easy: str
    sources_checked: str
    review_by: str
    months: int
    approved: Approved
    approval: Approval | None

    @property
    def is_overdue(self) -> bool:
        """Whether the month of review has passed."""
        return self.months < 0

    @property
    def is_in_order(self) -> bool:
        """Whether nothing has to be done: not overdue, and no approval that has become void."""
        return not self.is_overdue and self.approved != "stale"


def months_to(month: str, today: date) -> int:
    """Months from today to `month`; below 0 when it has passed."""
    return months_between(f"{today:%Y-%m}", month)


def standings(
    content: Content, names: Iterable[str], versions: Mapping[str, tuple[str, ...]], clinic: Clinic | None, today: date
) -> tuple[Standing, ...]:
    """A row for each name; `versions` has the id of the usual wording, then of the easy one."""
    return tuple(_standing(content, name, versions.get(name, ()), clinic, today) for name in names)


def _standing(content: Content, name: str, versions: tuple[str, ...], clinic: Clinic | None, today: date) -> Standing:
    subject = content.subject(name)
    options = subject.options if isinstance(subject, Comparison) else ()
    review_by = min(one.review_by for one in (subject, *(content.topics[option] for option in options)))
    approved, approval = _approval(name, versions, clinic)
    return Standing(
        subject=name,
        version=versions[0] if versions else "",
        easy=versions[1] if len(versions) > 1 else "",
        sources_checked=subject.sources_checked,
        review_by=review_by,
        months=months_to(review_by, today),
        approved=approved,
        approval=approval,
    )


def _approval(name: str, versions: tuple[str, ...], clinic: Clinic | None) -> tuple[Approved, Approval | None]:
    found = sorted((one for one in (clinic.approvals if clinic else ()) if one.subject == name), key=lambda a: a.date)
    if not found:
        return "missing", None
    here = [one for one in found if one.version in versions]
    if not here:
        return "stale", found[-1]
    real = [one for one in here if not one.example]
    return ("approved", real[-1]) if real else ("example", here[-1])
