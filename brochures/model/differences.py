"""What a clinic's words change in one subject, part by part: enough to read before signing. Floor 1."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

from brochures.model.content import Content, Variant
from brochures.model.named_parts import NamedPart, part_hash, parts_of, sections_of
from brochures.model.personal import own_sections, own_subject
from brochures.model.words import Words

Kind = Literal["chosen", "replaced", "added", "added-to", "hidden", "moved"]

_WORD: Final = re.compile(r"\S+\s*")
_ALIKE: Final = 0.3
"""From this share of words in common, changes are easier to read word by word."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One part that a clinic changes: what is done to it, and its title and words before and after.

    `part` is the part's name in the content, or `own`, `own-2` for what is added. `base` is the hash of
    the words that stand in the content now; `pinned` the one that the clinic wrote down, if any.
    """

    part: str
    kinds: tuple[Kind, ...]
    title_before: str = ""
    title_after: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    is_locked: bool = False
    base: str = ""
    pinned: str | None = None

    @property
    def is_stale(self) -> bool:
        """Whether the content's words have changed since the clinic wrote its own."""
        return self.pinned is not None and self.pinned != self.base


class Change(NamedTuple):
    """A run of words that stayed, was taken out or was put in."""

    kind: Literal["same", "removed", "added"]
    words: str


def differences(base: Content, name: str, words: Words, place: str | None = None) -> tuple[Difference, ...]:
    """All that `words` change in the subject `name`, in the order in which a patient reads it.

    Texts are those that hold in `place`, as they are written, with their slots. `base` is the content
    before any clinic's words.

    Raises:
        KeyError: no such subject, part or variant.
    """
    subject = base.subject(name)
    own = own_subject(subject, words)
    whole, before, after = parts_of(subject), parts_of(subject, place), parts_of(own, place)
    # A section that was hidden or put in between others moves the numbers of those behind it.
    names = dict(zip(own_sections(subject, words), sections_of(own), strict=True))
    pinned = {new.part: new.base for new in words.replace} | {hidden.part: hidden.base for hidden in words.hide}
    moved = _moved(tuple(sections_of(subject)), tuple(names))
    found = []
    kinds: tuple[Kind, ...]
    for part in _in_order(tuple(whole), tuple(names)):
        kinds = tuple(_kinds(part, subject.variants, words, moved)) if part in whole else ("added",)
        if kinds:
            was, now = before.get(part), after.get(names.get(part, part)) if "hidden" not in kinds else None
            found.append(_difference(part, kinds, was, now, whole.get(part), pinned.get(part)))
    return tuple(found)


def word_changes(before: str, after: str) -> tuple[Change, ...]:
    """What was taken out and put in, word by word, in reading order."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    changes: list[Change] = []
    # The last word of a text has no space after it, which is no difference.
    matcher = SequenceMatcher(None, [w.strip() for w in old], [w.strip() for w in new], autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            changes.append(Change("same", "".join(new[k:m]).strip()))
            continue
        changes += [Change("removed", "".join(old[i:j]).strip())] if j > i else []
        changes += [Change("added", "".join(new[k:m]).strip())] if m > k else []
    return tuple(changes)


def text_changes(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[tuple[Change, ...], ...]:
    """The changes of several texts, a row for each text; texts that have little in common are shown whole."""
    rows: list[tuple[Change, ...]] = []
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            rows += [(Change("same", text),) for text in after[k:m]]
            continue
        old, new = " ".join(before[i:j]), " ".join(after[k:m])
        if old and new and SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio() >= _ALIKE:
            rows.append(word_changes(old, new))
        else:
            rows += [(Change("removed", text),) for text in before[i:j]]
            rows += [(Change("added", text),) for text in after[k:m]]
    return tuple(rows)


def _difference(  # noqa: PLR0913, PLR0917 - a difference is all of these
    name: str,
    kinds: tuple[Kind, ...],
    was: NamedPart | None,
    now: NamedPart | None,
    whole: NamedPart | None,
    pinned: str | None,
) -> Difference:
    return Difference(
        part=name,
        kinds=kinds,
        title_before=was.title if was else "",
        title_after=now.title if now else "",
        before=was.words if was else (),
        after=now.words if now else (),
        is_locked=bool(whole and whole.is_locked),
        base=part_hash(whole) if whole else "",
        pinned=pinned,
    )


def _kinds(part: str, variants: dict[str, Variant], words: Words, moved: frozenset[str]) -> Iterator[Kind]:
    if any(variants[chosen].part == part for chosen in words.choose):
        yield "chosen"
    if any(replacement.part == part for replacement in words.replace):
        yield "replaced"
    if any(hidden.part == part for hidden in words.hide):
        yield "hidden"
    if part in words.add_to:
        yield "added-to"
    if part in moved and part in words.order:
        yield "moved"


def _moved(before: tuple[str, ...], after: tuple[str, ...]) -> frozenset[str]:
    """The sections that stand behind others than before; those that are new or gone do not count."""
    left = [name for name in before if name in after]
    now = [name for name in after if name in before]
    return frozenset(name for index, name in enumerate(now) if left[index] != name)


def _in_order(parts: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of the base, with each section that was added behind the one it follows."""
    order = list(parts)
    for index, name in enumerate(own):
        if name not in order:
            before = own[index - 1] if index else "key_points"
            order.insert(order.index(before) + 1, name)
    return tuple(order)
