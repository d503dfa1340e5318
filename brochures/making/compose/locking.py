"""Which words a piece must show, whatever its templates and styles do. Floor 4.

Safety text comes from the resolved content and not from the blocks, so that a plan that forgets a part is
found out as well.
"""

from collections.abc import Iterator

from brochures.making.compose.furniture import urgent_heading
from brochures.making.compose.parts import Parts
from brochures.model.brochure import Brochure
from brochures.model.formats import FormatName


def locked(brochure: Brochure, name: FormatName) -> tuple[str, ...]:
    """Safety text as Markdown, passage by passage, in the order of the content; what is there twice, twice."""
    shown = _of_rows(brochure) if name == "comparison" else _of_lists(brochure)
    return (*shown, *_of_urgent(brochure))


def required(brochure: Brochure, *, full: bool) -> tuple[str, ...]:
    """The fine print that every piece carries, as Markdown, line by line; `full` with what is `depth: more`."""
    return tuple(line.text for line in Parts(brochure, full=full).kept(brochure.subject.lines))


def _of_lists(brochure: Brochure) -> Iterator[str]:
    """Serious risks, the boxed warning, how often one of them comes, and who should not have it.

    The last has its heading locked too: without it, its list would say nothing, or the contrary.
    """
    subject = brochure.subject
    yield from (statement.text for statement in (*subject.serious_risks, *subject.boxed_warning))
    if subject.rate:
        yield subject.rate.text.text
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
