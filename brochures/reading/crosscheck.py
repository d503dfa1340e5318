"""What must agree between the parts of a content file. Floor 2.

Sources and places are checked on the file's data, so they are told together with all else; options
and answers once the file has its shape.
"""

from collections.abc import Collection, Iterator
from typing import Final

from brochures.errors import Problem
from brochures.model.base import Model
from brochures.model.content import Comparison, Content, Subject, Topic
from brochures.model.statement import Statement
from brochures.reading.fields import Leaf, leaves
from brochures.reading.source import Loc, Source
from brochures.reading.wording import near

NONE: Final = "none"
SAFETY: Final = (
    "boxed_warning", "common_effects", "serious_risks", "rate", "who_should_not", "tell_us_first", "urgent", "lines",
)  # fmt: skip
"""The fields of a subject that are printed whole, whatever the room."""


def reference_problems(source: Source, places: Collection[str]) -> list[Problem]:
    """Ids of sources that the file does not explain, places that no profile knows, and topics that share a name."""
    found = list(leaves(Content, source.data))
    return [
        *_unknown_sources(source, found),
        *_unknown_places(source, found, sorted(places)),
        *_names(source),
    ]


def unused_sources(source: Source) -> list[Problem]:
    """Sources that no statement names, as warnings."""
    used = {leaf.text for leaf in leaves(Content, source.data) if leaf.kind == "source"}
    return [
        Problem(
            "unused-source",
            f"no statement names the source `{name}`",
            "remove it, or name it where it belongs",
            source.mark_of(("sources", name), key=True),
            severity="warning",
        )
        for name in _keys(source, "sources")
        if name not in used
    ]


def agreement_problems(content: Content, source: Source) -> list[Problem]:
    """What does not fit together inside the topics and comparisons."""
    problems: list[Problem] = []
    for name, topic in content.topics.items():
        problems += _safety(topic, ("topics", name), source)
        problems += _options_of(topic, ("topics", name), (), source)
    for name, comparison in content.comparisons.items():
        loc = ("comparisons", name)
        problems += _safety(comparison, loc, source)
        problems += _options_of(comparison, loc, comparison.options, source)
        problems += _comparison(comparison, loc, content, source)
    return problems


def _keys(source: Source, field: str) -> list[str]:
    value = source.data.get(field)
    return list(value) if isinstance(value, dict) else []


def _unknown_places(source: Source, found: list[Leaf], known: list[str]) -> Iterator[Problem]:
    for leaf in found:
        if leaf.kind == "place" and leaf.text not in known:
            hint = near(leaf.text, known) or f"places are {', '.join(known)}; another one needs a profile of its own"
            yield Problem("unknown-place", f"no profile knows the place `{leaf.text}`", hint, source.mark_of(leaf.loc))


def _unknown_sources(source: Source, found: list[Leaf]) -> Iterator[Problem]:
    known = _keys(source, "sources")
    # A slip of case is told once, as a misshapen id, and not again wherever the id is used.
    folded = {name.casefold() for name in known}
    for leaf in found:
        if leaf.kind == "source" and leaf.text.casefold() not in folded:
            hint = near(leaf.text, known) or "add it under `sources:`"
            message = f"`{leaf.text}` is not among the sources"
            yield Problem("unknown-source", message, hint, source.mark_of(leaf.loc))


def _names(source: Source) -> Iterator[Problem]:
    topics = _keys(source, "topics")
    for field in ("topics", "comparisons"):
        for name in _keys(source, field):
            mark = source.mark_of((field, name), key=True)
            if name == NONE:
                message = "`none` stands for no treatment and cannot be a name"
                yield Problem("reserved-name", message, "choose another name", mark)
            if field == "comparisons" and name in topics:
                message = f"`{name}` is the name of a topic and of a comparison"
                yield Problem("duplicate-name", message, "give the comparison a name of its own", mark)


def _safety(subject: Subject, loc: Loc, source: Source) -> Iterator[Problem]:
    for field in SAFETY:
        for at, statement in _statements(getattr(subject, field, None), (*loc, field)):
            if statement.depth == "more":
                message = f"`depth: more` on a statement of `{field}`, which is safety and always printed"
                yield Problem("safety-depth", message, "remove `depth`", source.mark_of((*at, "depth"), key=True))


def _statements(value: object, loc: Loc) -> Iterator[tuple[Loc, Statement]]:
    if isinstance(value, Statement):
        yield loc, value
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _statements(entry, (*loc, index))
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _statements(entry, (*loc, key))
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _statements(getattr(value, name), (*loc, name))


def _options_of(subject: Subject, loc: Loc, options: tuple[str, ...], source: Source) -> Iterator[Problem]:
    marked: list[tuple[Loc, str | None]] = [(at, statement.option) for at, statement in _statements(subject, loc)]
    marked += [((*loc, "sections", index), section.option) for index, section in enumerate(subject.sections)]
    for at, option in marked:
        if option is None or option in options:
            continue
        mark = source.mark_of((*at, "option"))
        if isinstance(subject, Topic):
            yield Problem("unknown-option", "only a comparison has options", "remove `option`", mark)
        else:
            yield _no_option(option, options, mark_of=at, source=source, last="option")


def _comparison(comparison: Comparison, loc: Loc, content: Content, source: Source) -> Iterator[Problem]:
    options = comparison.options
    for index, option in enumerate(options):
        mark = source.mark_of((*loc, "options", index))
        if option not in content.topics:
            hint = near(option, list(content.topics)) or "topics are " + ", ".join(content.topics)
            yield Problem("unknown-topic", f"there is no topic `{option}`", hint, mark)
        if option in options[:index]:
            yield Problem("duplicate-option", f"`{option}` stands in `options` twice", "keep one", mark)
    for name in comparison.urgent_titles:
        if name not in options:
            yield _no_option(name, options, mark_of=(*loc, "urgent_titles"), source=source, last=name)
    if any(option not in content.topics for option in options):
        return  # every answer would be told as missing and as unknown
    for index, row in enumerate(comparison.rows):
        yield from _answers(row.answers, (*loc, "rows", index), (*options, NONE), (), source)
    for index, quick in enumerate(comparison.quick):
        yield from _answers(quick.answers, (*loc, "quick", index), options, (NONE,), source)
    yield from _onset(comparison, loc, content, source)


def _answers(
    answers: dict[str, Statement], loc: Loc, needed: tuple[str, ...], allowed: tuple[str, ...], source: Source
) -> Iterator[Problem]:
    missing = [name for name in needed if name not in answers]
    if missing:
        names = " and ".join(f"`{name}`" for name in missing)
        mark = source.mark_of((*loc, "answers"), key=True)
        yield Problem("missing-answer", f"the answer for {names} is missing", "give every option its answer", mark)
    for name in answers:
        if name not in needed + allowed:
            yield _no_option(name, needed + allowed, mark_of=(*loc, "answers"), source=source, last=name)


def _onset(comparison: Comparison, loc: Loc, content: Content, source: Source) -> Iterator[Problem]:
    name = comparison.onset_of
    if name is None:
        return
    topic = content.topics.get(name)
    if name not in comparison.options:
        yield _no_option(name, comparison.options, mark_of=loc, source=source, last="onset_of")
    elif topic is not None and topic.onset is None:
        mark = source.mark_of((*loc, "onset_of"))
        yield Problem("no-onset", f"the topic `{name}` has no `onset` to draw", "add it, or remove `onset_of`", mark)


def _no_option(name: str, options: tuple[str, ...], *, mark_of: Loc, source: Source, last: str) -> Problem:
    hint = near(name, list(options)) or "options are " + ", ".join(options)
    is_key = last == name
    return Problem(
        "unknown-option", f"`{name}` is not an option here", hint, source.mark_of((*mark_of, last), key=is_key)
    )
