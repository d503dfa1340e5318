"""Which words a piece must show, whatever its templates and styles do. Floor 4.

Safety text comes from the resolved content and not from the blocks, so that a plan that forgets a part is
found out as well.
"""

from collections.abc import Iterator

from brochures.making.compose.furniture import urgent_heading
from brochures.making.compose.parts import Parts
from brochures.model.brochure import Brochure
from brochures.model.formats import Format


def locked(brochure: Brochure, row: Format) -> tuple[str, ...]:
    """Safety text of this format as Markdown, passage by passage; what is there twice, twice."""
    rows = _of_rows(brochure) if "rows" in row.locks else ()
    urgent = _of_urgent(brochure) if "urgent" in row.locks else ()
    team = _of_team(brochure) if "team" in row.locks else ()
    return (*rows, *_of_lists(brochure, row), *urgent, *team)


def required(brochure: Brochure, row: Format) -> tuple[str, ...]:
    """The fine print that pieces of this format carry, as Markdown, line by line."""
    if "lines" not in row.locks:
        return ()
    return tuple(line.text for line in Parts(brochure, full=row.full).kept(brochure.subject.lines))


def _of_lists(brochure: Brochure, row: Format) -> Iterator[str]:
    """Serious risks, the boxed warning, how often one of them comes, and who should not have it.

    The last has its heading locked too: without it, its list would say nothing, or the contrary.
    """
    subject = brochure.subject
    if "serious_risks" in row.locks:
        yield from (statement.text for statement in subject.serious_risks)
    if "boxed_warning" in row.locks:
        yield from (statement.text for statement in subject.boxed_warning)
    if "rate" in row.locks and subject.rate:
        yield subject.rate.text.text
    if "who_should_not" in row.locks:
        yield brochure.wording.who_should_not
        yield from (statement.text for statement in subject.who_should_not)


def _of_rows(brochure: Brochure) -> Iterator[str]:
    """A comparison sheet prints rows in place of the subject's own lists."""
    for row in brochure.comparison.rows:
        if row.safety:
            yield row.question
            yield from (answer.text for answer in row.answers.values())


def _of_urgent(brochure: Brochure) -> Iterator[str]:
    """Whom to call, and for what; and whom else, when a clinic that is to be called does not answer."""
    wording = brochure.wording
    for name, topic in brochure.topics:
        for signs, call in (
            (topic.urgent.emergency, wording.call_emergency),
            (topic.urgent.clinic, wording.call_clinic),
        ):
            if signs:
                yield urgent_heading(brochure, name, call)
                yield from (sign.text for sign in signs)
    if any(topic.urgent.clinic for _, topic in brochure.topics):
        yield wording.no_answer


def _of_team(brochure: Brochure) -> Iterator[str]:
    """What the emergency team reads of each topic."""
    for _, topic in brochure.topics:
        yield from (topic.urgent.team_title,) if topic.urgent.team_title else ()
        yield from (statement.text for statement in topic.urgent.team)
