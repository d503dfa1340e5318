"""Content in a clinic's own words: chosen, replaced, hidden, added and moved parts become a new content. Floor 1.

What the clinic says rests on the clinic: its statements name the source `C0`. Advice and photographs are
not put into the content; they are printed as the clinic's.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar

from brochures.model.clinic import Clinic
from brochures.model.content import Content, Role, Section, Source, Step, Subject, Term, Variant
from brochures.model.named_parts import URGENT, sections_of
from brochures.model.statement import Statement
from brochures.model.walking import cited
from brochures.model.words import Addition, Own, OwnStatement, Replacement, Words

CLINIC_SOURCE: Final = "C0"
"""The source of everything that a clinic says of itself; no content file may use it."""

_ELSEWHERE: Final[Mapping[str, Role]] = {"how_long": "follow_up"}
"""Where a drawing may stand in place of the words, an addition goes to the role that is printed next."""

_S = TypeVar("_S", bound=Subject)


def personalised(content: Content, clinic: Clinic | None, *, easy: bool = False) -> Content:
    """`content` in the words of `clinic`; the same content when it changes none.

    `easy` chooses the easier wording of every part that has one and that the clinic leaves as it is.

    Raises:
        KeyError: the clinic names a part or a variant that does not exist; `reading.overrides` looks first.
    """
    words = {name: clinic.words.get(name) if clinic else None for name in content.subject_names}
    if easy:
        words = {name: easier(content.subject(name), own) for name, own in words.items()}
    topics = {name: own_subject(topic, words[name]) for name, topic in content.topics.items()}
    comparisons = {name: own_subject(row, words[name]) for name, row in content.comparisons.items()}
    changed = content.model_copy(update={"topics": topics, "comparisons": comparisons})
    used = cited((*topics.values(), *comparisons.values()))
    if clinic is None or CLINIC_SOURCE not in used:
        return changed
    own = Source(
        body=clinic.name,
        title="Own advice",
        address=clinic.site or "told by the clinic itself",
        read_as="original",
        listed=False,
    )
    return changed.model_copy(update={"sources": {**content.sources, CLINIC_SOURCE: own}})


def easier(subject: Subject, words: Words | None) -> Words:
    """The clinic's words with every easier wording chosen whose part they leave as it is."""
    own = words or Words()
    touched = {subject.variants[name].part for name in own.choose if name in subject.variants}
    touched |= {entry.part for entry in own.replace} | {entry.part for entry in own.hide}
    chosen = (name for name, variant in subject.variants.items() if variant.easy and variant.part not in touched)
    return own.model_copy(update={"choose": (*own.choose, *chosen)})


def own_subject(subject: _S, words: Words | None) -> _S:
    """The subject with the changes of `words`: choose, replace, hide, add, add to, order.

    Raises:
        KeyError: a part or a variant that the subject does not have.
    """
    return subject if words is None else Draft(subject, words).subject(subject)


def own_sections(subject: Subject, words: Words) -> dict[str, Section]:
    """The sections of the changed subject in their order, each under its name in the base.

    Those that the clinic adds are `own`, `own-2` and so on.
    """
    return Draft(subject, words).sections


def stated(own: Own, option: str | None = None) -> Statement:
    """A statement of the clinic's own; `option` is the one of the section it stands in."""
    if isinstance(own, OwnStatement):
        return Statement(text=own.text, sources=(CLINIC_SOURCE,), option=own.option)
    return Statement(text=own, sources=(CLINIC_SOURCE,), option=option)


def term_of(statement: Statement) -> Term | None:
    """A line of the glossary from `word: what it means`, or None without a colon."""
    word, colon, meaning = statement.text.partition(":")
    if not (colon and word.strip() and meaning.strip()):
        return None
    return Term(term=word.strip(), meaning=statement.model_copy(update={"text": meaning.strip()}))


class Draft:
    """One subject while its words are being changed: its sections by name, and the fields that differ."""

    def __init__(self, subject: Subject, words: Words) -> None:
        self.sections = sections_of(subject)
        self._subject = subject
        self._fields: dict[str, Any] = {}
        for name in words.choose:
            self._choose(subject.variants[name])
        for replacement in words.replace:
            self._replace(replacement)
        for hidden in words.hide:
            self._hide(hidden.part)
        last_after: dict[str, str] = {}
        for index, addition in enumerate(words.add):
            self._add("own" if index == 0 else f"own-{index + 1}", addition, last_after)
        for part, more in words.add_to.items():
            self._extend(part, more)
        first = [name for name in words.order if name in self.sections]
        self.sections = {name: self.sections[name] for name in dict.fromkeys((*first, *self.sections))}

    def subject(self, base: _S) -> _S:
        """`base` with all that has been changed."""
        return base.model_copy(update={**self._fields, "sections": tuple(self.sections.values())})

    def _now(self, field: str) -> Any:  # noqa: ANN401 - any field of a subject
        return self._fields.get(field, getattr(self._subject, field))

    def _known(self, part: str) -> str:
        if part not in type(self._subject).model_fields:
            raise KeyError(part)
        return part

    def _choose(self, variant: Variant) -> None:
        self._put(variant.part, variant.title, variant.text, variant.points, variant.steps)

    def _replace(self, new: Replacement) -> None:
        section = self.sections.get(new.part)
        option = section.option if section else None
        text, points = (tuple(stated(own, option) for own in side) for side in (new.text, new.points))
        self._put(new.part, new.title, text, points)

    def _put(
        self,
        part: str,
        title: str | None,
        text: tuple[Statement, ...],
        points: tuple[Statement, ...],
        steps: tuple[Step, ...] = (),
    ) -> None:
        both = (*text, *points)
        if part in self.sections:
            section = self.sections[part]
            words = {"text": text, "points": points, "steps": steps} if both or steps else {}
            self.sections[part] = section.model_copy(update={"title": title or section.title, **words})
        elif part == "rate":
            rate = self._now("rate")
            told = dict(zip(("text", "caption"), both, strict=False))
            self._fields["rate"] = rate.model_copy(update={"title": title or rate.title, **told})
        elif part in URGENT:
            self._fields["urgent"] = self._now("urgent").model_copy(update={URGENT[part]: both})
        elif part == "glossary":
            self._fields["glossary"] = _terms(both)
        else:
            self._fields[self._known(part)] = both

    def _hide(self, part: str) -> None:
        if part in self.sections:
            del self.sections[part]
        else:
            self._fields[self._known(part)] = None if part == "rate" else ()

    def _add(self, name: str, new: Addition, last_after: dict[str, str]) -> None:
        """Puts a section behind the one it names, and behind those that were put there before."""
        stands_after = last_after.get(new.after or "", new.after or "")
        before = self.sections.get(stands_after)
        role: Role = _ELSEWHERE.get(before.role, before.role) if before else "own"
        section = Section(
            role=role,
            title=new.title,
            text=tuple(stated(own) for own in new.text),
            points=tuple(stated(own) for own in new.points),
            depth=new.depth,
        )
        order = list(self.sections)
        at = order.index(stands_after) + 1 if before else len(order)
        order.insert(at, name)
        self.sections = {key: self.sections.get(key, section) for key in order}
        if new.after:
            last_after[new.after] = name

    def _extend(self, part: str, more: tuple[Own, ...]) -> None:
        """Appends to the last list of a section, to a list, or to the caption of a rate."""
        if part in self.sections:
            section = self.sections[part]
            field = "points" if section.points else "text"
            extended = (*getattr(section, field), *(stated(own, section.option) for own in more))
            self.sections[part] = section.model_copy(update={field: extended})
            return
        new = tuple(stated(own) for own in more)
        if part == "rate":
            rate = self._now("rate")
            self._fields["rate"] = rate.model_copy(update={"caption": _joined((rate.caption, *new))})
        elif part in URGENT:
            urgent, field = self._now("urgent"), URGENT[part]
            self._fields["urgent"] = urgent.model_copy(update={field: (*getattr(urgent, field), *new)})
        else:
            self._fields[part] = (*self._now(self._known(part)), *(_terms(new) if part == "glossary" else new))


def _terms(statements: Iterable[Statement]) -> tuple[Term, ...]:
    return tuple(term for statement in statements if (term := term_of(statement)))


def _joined(statements: tuple[Statement, ...]) -> Statement:
    """Several statements as one, with the sources of all."""
    sources = tuple(dict.fromkeys(source for statement in statements for source in statement.sources))
    return statements[0].model_copy(update={"text": " ".join(s.text for s in statements), "sources": sources})
