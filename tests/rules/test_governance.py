"""Dates, sources and approvals."""

from datetime import date

from brochures.rules.governance import RULES
from tests.rules.judging import Change, Data, Mutation, case, judged

NOT_APPROVED = next(rule for rule in RULES if rule.id == "not-approved")
CLINIC = """\
name: Harbor
approvals:
  - {{subject: botox, role: medical director, date: 2026-11-20, version: "{version}"{more}}}
"""


def dated(checked: str, review: str) -> Change:
    """The topic's two dates."""

    def change(data: Data) -> None:
        data["topics"]["botox"].update(sources_checked=checked, review_by=review)

    return change


def hearsay(data: Data) -> None:
    """What the drug is, as a web site tells it."""
    data["topics"]["botox"]["sections"][0]["text"][0]["sources"] = ["S88"]


MUTATIONS = [
    Mutation("review-overdue", today=date(2027, 12, 1), profile='\nextends: us\nreview_by: "2028-11"\n'),
    Mutation("review-overdue", dated("2025-02", "2026-02"), "botox-vs-fillers", name="of-an-option"),
    Mutation("sources-future", dated("2026-12", "2027-11")),
    Mutation("review-late", dated("2026-11", "2029-12")),
    Mutation("source-unread", hearsay),
    Mutation("not-approved"),
    Mutation("not-approved", clinic=CLINIC.format(version="1.0-000000", more=""), name="other-version"),
    Mutation(
        "approval-future", clinic=CLINIC.format(version="1.0-000000", more="").replace("2026-11-20", "2026-11-23")
    ),
]


def test_an_approval_of_this_very_version_is_one() -> None:
    """An invented one is none, though it is of this version."""
    # A clinic’s name is among the words, so the version is its own.
    version = case(clinic=CLINIC.format(version="1.0-000000", more=""))[0].brochure.version_id
    levels = {"not-approved": "error"}
    real, invented = (CLINIC.format(version=version, more=more) for more in ("", ", example: true"))

    assert judged(Mutation("", clinic=real), levels) == ()  # type: ignore[arg-type] # a level by its name
    (problem,) = judged(Mutation("", clinic=invented), levels)  # type: ignore[arg-type] # as above

    assert problem.code == "not-approved"
    assert problem.mark
    assert problem.mark.file == "clinic.yaml"


def test_nobody_is_asked_for_approvals_that_does_not_want_them() -> None:
    """A clinic raises the rule; until then pieces say themselves that nobody has approved them."""
    assert NOT_APPROVED.severity == "off"
    assert judged(Mutation("")) == ()


def test_three_years_are_not_too_long() -> None:
    """To the month."""
    assert judged(Mutation("", dated("2026-11", "2029-11"))) == ()


def test_what_warns_may_be_known_from_others() -> None:
    """Second-hand words may make the reader more careful; in every part that promises they may not."""

    def warns(data: Data) -> None:
        data["topics"]["botox"]["serious_risks"][0]["sources"] = ["S88"]

    assert judged(Mutation("", warns)) == ()
