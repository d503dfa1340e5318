"""What a clinic may change in the words of a subject, and what it asked for that cannot be. Floor 2.

Everything under `words:` is looked at together; safety text is locked, and the answer says what can be
done instead.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from brochures.errors import Problem, Severity
from brochures.model.clinic import Clinic
from brochures.model.content import Comparison, Content, Subject
from brochures.model.named_parts import NEEDED, URGENT, NamedPart, part_hash, parts_of, sections_of
from brochures.model.personal import stated, term_of
from brochures.model.words import LOCKED, Hidden, Own, OwnStatement, Replacement, Words
from brochures.reading.source import Loc, Reading
from brochures.reading.wording import near

_LOCKED_WORDS: Final = {
    "boxed_warning": "the boxed warning is safety text: it",
    "serious_risks": "serious risks are safety text: they",
    "rate": "how rare a harm is, is safety text: it",
    "urgent_emergency": "signs for the emergency number are safety text: they",
    "urgent_clinic": "signs for calling the clinic are safety text: they",
    "urgent_team": "what the emergency team reads is safety text: it",
    "who_should_not": "who should not have it is safety text: it",
    "lines": "the lines of the small print are safety text: they",
}


def personal_problems(clinic: Reading[Clinic], content: Content) -> tuple[Problem, ...]:
    """What is wrong with the clinic's own words for this content, and, as warnings, what has to be read again."""
    found: list[Problem] = []
    for name, words in clinic.value.words.items():
        if name not in content.subject_names:
            found.append(_unknown_subject(name, ("words", name), clinic, content, key=True))
            continue
        subject = content.subject(name)
        found += _Look(clinic, subject, parts_of(subject), ("words", name)).problems(words)
    for index, approval in enumerate(clinic.value.approvals):
        if approval.subject not in content.subject_names:
            found.append(_unknown_subject(approval.subject, ("approvals", index, "subject"), clinic, content))
    return tuple(found)


def approval_problems(clinic: Reading[Clinic], current: Mapping[str, tuple[str, ...]]) -> tuple[Problem, ...]:
    """Approvals of words that are no longer the current ones.

    `current` has the version ids of each subject: that of the usual wording, and of the easy one if there is one.
    """
    return tuple(
        Problem(
            "approval-stale",
            f"`{approval.subject}` was approved as {approval.version}; its words are now {', easy '.join(now)}",
            f'have what `brochures diff` shows read again, then write version: "{now[0]}"',
            clinic.locate("approvals", index, "version"),
            severity="warning",
        )
        for index, approval in enumerate(clinic.value.approvals)
        if (now := current.get(approval.subject, ())) and approval.version not in now
    )


def _unknown_subject(name: str, loc: Loc, clinic: Reading[Clinic], content: Content, *, key: bool = False) -> Problem:
    hint = near(name, list(content.subject_names)) or "there are: " + ", ".join(content.subject_names)
    mark = clinic.source.mark_of(loc, key=key)
    return Problem("unknown-subject", f"the content has no subject `{name}`", hint, mark)


@dataclass(frozen=True, slots=True)
class _Look:
    """Looks at the words for one subject, which stand at `loc`."""

    clinic: Reading[Clinic]
    subject: Subject
    parts: dict[str, NamedPart]
    loc: Loc

    def problems(self, words: Words) -> Iterator[Problem]:
        """All that is wrong, kind by kind."""
        touched: dict[str, str] = {}
        for index, name in enumerate(words.choose):
            yield from self._chosen(name, ("choose", index), touched)
        for index, replacement in enumerate(words.replace):
            at: Loc = ("replace", index)
            yield from self._entry(replacement, at, touched)
            yield from self._own(replacement, at, self.parts.get(replacement.part))
        for index, hidden in enumerate(words.hide):
            yield from self._entry(hidden, ("hide", index), touched)
        for index, addition in enumerate(words.add):
            yield from self._own(addition, ("add", index), None)
            yield from self._place(addition.after, ("add", index, "after"), touched)
        for part, more in words.add_to.items():
            yield from self._added_to(part, more, touched)
        for index, part in enumerate(words.order):
            yield from self._place(part, ("order", index), touched)
            if part in words.order[:index]:
                yield self._problem("part-twice", f"`order` names `{part}` twice", "keep one", ("order", index))

    def _problem(  # noqa: PLR0913 - a problem is all of these
        self, code: str, message: str, hint: str, at: Loc, *, key: bool = False, severity: Severity = "error"
    ) -> Problem:
        mark = self.clinic.source.mark_of((*self.loc, *at), key=key)
        return Problem(code, message, hint, mark, severity=severity)

    def _unknown(self, name: str, at: Loc, *, key: bool = False) -> Problem:
        if name in URGENT and isinstance(self.subject, Comparison):
            return self._problem(
                "unknown-part",
                "urgent signs of a comparison are those of its topics",
                f"write it under the words of {' or '.join(f'`{option}`' for option in self.subject.options)}",
                at,
                key=key,
            )
        known = list(self.parts)
        hint = near(name, known) or "parts are " + ", ".join(known)
        return self._problem("unknown-part", f"this subject has no part `{name}`", hint, at, key=key)

    def _chosen(self, name: str, at: Loc, touched: dict[str, str]) -> Iterator[Problem]:
        variants = self.subject.variants
        if name in variants:
            yield from self._once(variants[name].part, "chosen", at, touched)
            return
        offered = "the content offers " + ", ".join(variants) if variants else "the content offers none here"
        message = f"this subject has no approved wording `{name}`"
        yield self._problem("unknown-variant", message, near(name, list(variants)) or offered, at)

    def _entry(self, entry: Replacement | Hidden, at: Loc, touched: dict[str, str]) -> Iterator[Problem]:
        """A part that is replaced or hidden: it exists, may be changed, is changed once, and its words were read."""
        name, at_part = entry.part, (*at, "part")
        deed = "hidden" if isinstance(entry, Hidden) else "replaced"
        part = self.parts.get(name)
        if name in LOCKED and not (part is None and name in URGENT):
            yield self._locked(name, at_part)
            return
        if part is None:
            yield self._unknown(name, at_part)
            return
        twice = list(self._once(name, deed, at_part, touched))
        yield from twice
        if not part.words:
            hint = "write it under `add_to`" if deed == "replaced" else "remove the line"
            yield self._problem("nothing-there", f"`{name}` has no words in this subject", hint, at_part)
        elif deed == "hidden" and name in NEEDED:
            message = f"`{name}` is printed on every piece and cannot be hidden"
            yield self._problem("part-needed", message, "write your own words for it under `replace`", at_part)
        elif not twice:
            yield from self._pinned(entry, part, at)

    def _locked(self, name: str, at: Loc) -> Problem:
        message = f"{_LOCKED_WORDS[name]} can be added to, never replaced or hidden"
        hint = f'write what you want to add under `add_to:`, for example `{name}: ["…"]`'
        approved = [key for key, variant in self.subject.variants.items() if variant.part == name]
        if approved:
            hint += f"; or `choose` an approved wording: {', '.join(approved)}"
        return self._problem("locked-text", message, hint, at)

    def _once(self, name: str, deed: str, at: Loc, touched: dict[str, str]) -> Iterator[Problem]:
        if name not in touched:
            touched[name] = deed
            return
        both = f"{deed} twice" if touched[name] == deed else f"{touched[name]} and {deed}"
        yield self._problem("part-twice", f"`{name}` is {both}", "keep one of the two", at)

    def _pinned(self, entry: Replacement | Hidden, part: NamedPart, at: Loc) -> Iterator[Problem]:
        now = part_hash(part)
        if entry.base is None:
            hint = f'write base: "{now}", and you are told when those words change'
            message = f"this does not say which words of `{part.name}` it stands for"
            yield self._problem("override-unpinned", message, hint, (*at, "part"), severity="warning")
        elif entry.base != now:
            message = f"the words of `{part.name}` have changed: they were {entry.base} and are now {now}"
            hint = f'read `brochures diff`, then write base: "{now}"'
            yield self._problem("override-stale", message, hint, (*at, "base"), severity="warning")

    def _added_to(self, name: str, more: tuple[Own, ...], touched: dict[str, str]) -> Iterator[Problem]:
        part, at = self.parts.get(name), ("add_to", name)
        if part is None:
            yield self._unknown(name, at, key=True)
            return
        if touched.get(name) == "hidden":
            message = f"`{name}` is hidden and added to"
            yield self._problem("part-twice", message, "keep one of the two", at, key=True)
        for index, own in enumerate(more):
            yield from self._statement(own, (*at, index), part)

    def _own(self, entry: object, at: Loc, part: NamedPart | None) -> Iterator[Problem]:
        """The statements of a replacement or an addition."""
        if part is not None and not part.is_locked and part.shape != "section" and getattr(entry, "title", None):
            message = f"`{part.name}` has no title of its own here"
            hint = "remove `title`; the headings of lists are the same in every piece"
            yield self._problem("no-title", message, hint, (*at, "title"), key=True)
            if not (getattr(entry, "text", ()) or getattr(entry, "points", ())):
                yield self._problem("empty-section", f"there are no words for `{part.name}`", "write `text`", at)
        for field in ("text", "points"):
            for index, own in enumerate(getattr(entry, field)):
                yield from self._statement(own, (*at, field, index), part)

    def _statement(self, own: Own, at: Loc, part: NamedPart | None) -> Iterator[Problem]:
        option = own.option if isinstance(own, OwnStatement) else None
        is_term = part is not None and part.shape == "glossary"
        if is_term and term_of(stated(own)) is None:
            hint = 'write the word, a colon, and what it means, in quotes: "Cannula: a thin, blunt tube."'
            yield self._problem("no-term", "an entry of `glossary` explains a word", hint, at)
        options = self.subject.options if isinstance(self.subject, Comparison) else ()
        if option is not None and not options:
            hint = "write the words alone, without `option`"
            yield self._problem("unknown-option", "only a comparison has options", hint, (*at, "option"))
        elif option is not None and option not in options:
            hint = near(option, list(options)) or "options are " + ", ".join(options)
            yield self._problem("unknown-option", f"`{option}` is not an option here", hint, (*at, "option"))
        elif option is None and options and part is not None and _names_options(part):
            hint = f'write {{text: "…", option: {options[0]}}}; options are {", ".join(options)}'
            message = f"every statement of `{part.name}` is about one option; this one names none"
            yield self._problem("missing-option", message, hint, at)

    def _place(self, name: str | None, at: Loc, touched: dict[str, str]) -> Iterator[Problem]:
        """A section that others are to stand after, or in order with."""
        sections = sections_of(self.subject)
        if name is None:
            return
        if name not in sections:
            hint = near(name, list(sections)) or "sections are " + ", ".join(sections)
            message = f"`{name}` is no section of this subject"
            if name in self.parts:
                message = f"`{name}` is a list, which has a place of its own"
            yield self._problem("unknown-section", message, hint, at)
        elif touched.get(name) == "hidden":
            message = f"`{name}` is hidden, so nothing can be placed by it"
            yield self._problem("hidden-section", message, "name another section", at)


def _names_options(part: NamedPart) -> bool:
    """Whether all that stands there is about one option or another, and no section says which."""
    return part.option is None and bool(part.statements) and all(s.option for s in part.statements)
