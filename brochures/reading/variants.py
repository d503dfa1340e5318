"""Approved other wordings in a content file, and the names that are kept for clinics. Floor 2."""

from collections.abc import Iterator
from typing import Final

from brochures.errors import Problem
from brochures.model.content import Content, Subject
from brochures.model.named_parts import parts_of
from brochures.model.personal import CLINIC_SOURCE
from brochures.reading.crosscheck import SAFETY
from brochures.reading.source import Loc, Source
from brochures.reading.wording import near

_SAFETY_PARTS: Final = (*SAFETY, "urgent_emergency", "urgent_clinic", "urgent_team")


def variant_problems(content: Content, source: Source) -> list[Problem]:
    """Variants that no part can take, or that two easy ones claim; safety marked as detail; names kept for clinics."""
    problems: list[Problem] = []
    if CLINIC_SOURCE in content.sources:
        mark = source.mark_of(("sources", CLINIC_SOURCE), key=True)
        message = f"`{CLINIC_SOURCE}` stands for the clinic and cannot be a source of the content"
        problems.append(Problem("reserved-name", message, "choose another id", mark))
    for name in content.subject_names:
        loc: Loc = (content.group_of(name), name)
        problems += _own_sections(content.subject(name), loc, source)
        problems += _variants(content.subject(name), loc, source)
        problems += _easy_twice(content.subject(name), loc, source)
    return problems


def _own_sections(subject: Subject, loc: Loc, source: Source) -> Iterator[Problem]:
    for index, section in enumerate(subject.sections):
        if section.role == "own":
            mark = source.mark_of((*loc, "sections", index, "role"))
            message = "the role `own` is for sections that a clinic adds"
            yield Problem("reserved-name", message, "choose the role that says what it is about", mark)


def _variants(subject: Subject, loc: Loc, source: Source) -> Iterator[Problem]:
    parts = parts_of(subject)
    for name, variant in subject.variants.items():
        at: Loc = (*loc, "variants", name)
        part = parts.get(variant.part)
        if part is None:
            hint = near(variant.part, list(parts)) or "parts are " + ", ".join(parts)
            message = f"this subject has no part `{variant.part}`"
            yield Problem("unknown-part", message, hint, source.mark_of((*at, "part")))
        elif part.shape not in {"section", "rate"} and variant.title:
            hint = "remove `title`; the headings of lists stand under `wording`"
            yield Problem("no-title", f"`{variant.part}` has no title of its own", hint, source.mark_of((*at, "title")))
        if variant.steps and part is not None and part.shape != "section":
            message = f"`{variant.part}` is not a section, and has no steps"
            mark = source.mark_of((*at, "steps"), key=True)
            yield Problem("no-steps", message, "write them under `text` or `points`", mark)
        for field in ("text", "points") if variant.part in _SAFETY_PARTS else ():
            for index, statement in enumerate(getattr(variant, field)):
                if statement.depth == "more":
                    mark = source.mark_of((*at, field, index, "depth"), key=True)
                    message = f"`depth: more` on a statement of `{variant.part}`, which is safety and always printed"
                    yield Problem("safety-depth", message, "remove `depth`", mark)


def _easy_twice(subject: Subject, loc: Loc, source: Source) -> Iterator[Problem]:
    """`--easy` chooses one wording for a part."""
    first: dict[str, str] = {}
    for name, variant in subject.variants.items():
        if variant.easy and first.setdefault(variant.part, name) != name:
            message = f"`{variant.part}` has an easy wording already: `{first[variant.part]}`"
            hint = "keep one, or remove `easy` from the other"
            yield Problem("easy-twice", message, hint, source.mark_of((*loc, "variants", name, "easy"), key=True))
