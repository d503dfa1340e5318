"""Content that nobody has looked at in time, what it rests on, and who approved it. Floor 3."""

import re
from collections.abc import Iterator
from typing import Final

from brochures.model.base import has_passed, months_between
from brochures.rules.case import Case
from brochures.rules.phrasing import is_english
from brochures.rules.rule import Finding, Rule

_MOST_MONTHS: Final = 36
_CAREFUL: Final = frozenset(
    {
        "common_effects",
        "serious_risks",
        "boxed_warning",
        "rate",
        "who_should_not",
        "tell_us_first",
        "urgent",
        "unknowns",
        "aftercare",
        "questions",
        "who_gives_it",
        "glossary",
        "lines",
    }
)
"""Parts that warn, explain a word or tell whom to ask: a second hand may make the reader more careful, not less."""
_UNTRIED: Final = re.compile(
    r"\b(?:not|never|no one|nobody)\b.{0,20}\b(?:reviewed|studied|tested|approved|evaluated|compared)\b", re.IGNORECASE
)


def review_overdue(case: Case) -> Iterator[Finding]:
    """A day of review that has passed, of the subject or of a topic that it compares."""
    for name, subject in {case.name: case.written, **case.options}.items():
        if has_passed(subject.review_by, case.today):
            yield Finding(f"{name} was to be reviewed by {subject.review_by}", case.mark_of("review_by", subject=name))


def sources_future(case: Case) -> Iterator[Finding]:
    """Sources that are said to have been read in a month that has not come."""
    checked = case.subject.sources_checked
    if checked > f"{case.today:%Y-%m}":
        message = f"the sources of {case.name} cannot have been read in {checked}: today is {case.today}"
        yield Finding(message, case.mark_of("sources_checked"))


def review_late(case: Case) -> Iterator[Finding]:
    """A review that is put off for longer than three years."""
    subject = case.subject
    months = months_between(subject.sources_checked, subject.review_by)
    if months > _MOST_MONTHS:
        message = f"{case.name} is to be reviewed {months} months after its sources were read, not {_MOST_MONTHS}"
        yield Finding(message, case.mark_of("review_by"))


def source_unread(case: Case) -> Iterator[Finding]:
    """A claim that rests on nothing but what others say that a source says."""
    if not is_english(case):
        return
    read_as = {name: source.read_as for name, source in case.brochure.sources}
    for passage in case.statements:
        if passage.part in _CAREFUL or passage.is_own or _UNTRIED.search(passage.text):
            continue
        if passage.sources and all(read_as.get(name) == "restated" for name in passage.sources):
            names = " and ".join(passage.sources)
            message = f"nobody has read what this rests on: {names} is known from others"
            yield Finding(message, case.mark(passage))


def not_approved(case: Case) -> Iterator[Finding]:
    """A version that no clinician has approved; an invented approval is none."""
    clinic, version = case.brochure.clinic, case.brochure.version_id
    approvals = clinic.approvals if clinic else ()
    if any(one.subject == case.name and one.version == version and not one.example for one in approvals):
        return
    at = case.places.of_clinic("approvals") if approvals else None
    yield Finding(f"no clinician has approved {case.name} {version}", at or case.mark_of("version"))


def approval_future(case: Case) -> Iterator[Finding]:
    """An approval on a day that has not come."""
    for index, one in enumerate(case.brochure.clinic.approvals if case.brochure.clinic else ()):
        if one.subject == case.name and one.date > case.today.isoformat():
            message = f"{case.name} cannot have been approved on {one.date}: today is {case.today}"
            yield Finding(message, case.places.of_clinic("approvals", index, "date"))


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "review-overdue",
        "governance",
        "warning",
        "The day of review has not passed; a piece that is overdue is stamped as a draft",
        "check its sources again, then set `sources_checked` and `review_by`",
        ("bjgp-2018",),
        review_overdue,
    ),
    Rule(
        "sources-future",
        "governance",
        "warning",
        "The sources were read in a month that has come",
        "write the month in which somebody read them",
        ("nhs-consent",),
        sources_future,
    ),
    Rule(
        "review-late",
        "governance",
        "warning",
        "The words are read again within three years",
        "set an earlier `review_by`; those who do this for a living review every two years",
        ("nhs-consent", "staywell"),
        review_late,
    ),
    Rule(
        "source-unread",
        "governance",
        "warning",
        "Each claim rests on a source that somebody has read; hearsay may only warn",
        "read the source itself or a copy of it, and set `read_as`; or cite another one beside it",
        ("discern",),
        source_unread,
    ),
    Rule(
        "not-approved",
        "governance",
        "off",
        "A clinician of the clinic has approved this very version",
        "have what `brochures diff` shows read and signed, then write it under `approvals:` in the clinic's file",
        ("nhs-consent",),
        not_approved,
    ),
    Rule(
        "approval-future",
        "governance",
        "warning",
        "An approval is dated on a day that has come",
        "write the day on which it was approved",
        ("nhs-consent",),
        approval_future,
    ),
)
