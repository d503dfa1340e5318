"""A brochure's words as blocks, one maker for each part of the content. Floor 4."""

import re
from collections.abc import Iterable
from typing import Final

from brochures.model.blocks import Block, Callout, Labelled, OptionSide, Points, Prose, Steps, Terms
from brochures.model.brochure import Brochure
from brochures.model.content import Role, Section, Source
from brochures.model.statement import Statement
from brochures.model.walking import statements_of

PARAGRAPH_STATEMENTS: Final = 5
"""A paragraph holds five statements at most; chunks of text are easier to read (CDC Clear Communication Index 9)."""


class Parts:
    """Makes blocks of one brochure; `full` also takes what is marked `depth: more`."""

    def __init__(self, brochure: Brochure, *, full: bool) -> None:
        self.brochure = brochure
        self.full = full
        self.wording = brochure.wording
        self._sides: dict[str, OptionSide] = {name: topic.colour for name, topic in brochure.topics}
        self._short = {name: topic.names.short for name, topic in brochure.topics}

    def side_of(self, option: str | None) -> OptionSide | None:
        """The colour side of an option, or None."""
        return self._sides.get(option) if option else None

    def kept(self, statements: Iterable[Statement]) -> tuple[Statement, ...]:
        """Those statements that this depth prints."""
        return tuple(s for s in statements if self.full or s.depth == "core")

    def run(self, statements: Iterable[Statement]) -> str:
        """Statements as one run of text."""
        return " ".join(s.text for s in self.kept(statements))

    def paragraphs(self, statements: Iterable[Statement]) -> tuple[str, ...]:
        """Statements as paragraphs of at most five, evenly filled."""
        kept = self.kept(statements)
        count = -(-len(kept) // PARAGRAPH_STATEMENTS)
        if count == 0:
            return ()
        size = -(-len(kept) // count)
        return tuple(" ".join(s.text for s in kept[i : i + size]) for i in range(0, len(kept), size))

    def sections(self, role: Role, *, titled: bool = True) -> list[Block]:
        """The blocks of every section with this role; without its title where a panel's head says the same."""
        rows = [s for s in self.brochure.subject.sections if s.role == role and (self.full or s.depth == "core")]
        if rows and not titled:  # what a clinic puts behind it keeps its title
            rows[0] = rows[0].model_copy(update={"title": ""})
        return [block for row in rows for block in self._section(row)]

    def wanted(self, roles: tuple[Role, ...]) -> tuple[Role, ...]:
        """These roles in their usual order, those that the clinic wants first before the others."""
        words = self.brochure.words
        first = [re.sub(r"-\d$", "", part) for part in words.order] if words else []
        return tuple(sorted(roles, key=lambda role: first.index(role) if role in first else len(first)))

    def _section(self, section: Section) -> list[Block]:
        side = self.side_of(section.option)
        blocks: list[Block] = []
        intro = self.paragraphs(section.text)
        points = tuple(s.text for s in self.kept(section.points))
        steps = tuple((step.title, self.run(step.text)) for step in section.steps if self.kept(step.text))
        title = section.title
        if points:
            blocks.append(Points(title=title, intro=" ".join(intro), items=points, side=side))
        elif intro:
            blocks.extend(
                Prose(title=title if i == 0 else "", paragraphs=(text,), side=side) for i, text in enumerate(intro)
            )
        if steps:
            blocks.append(Steps(title="" if blocks else title, items=steps))
        return blocks

    def prose(self, title: str, statements: Iterable[Statement]) -> list[Block]:
        """Heading and paragraphs, or for a comparison one labelled paragraph an option; nothing for no words."""
        kept = self.kept(statements)
        if any(s.option for s in kept):
            return self._labelled(title, kept)
        paragraphs = self.paragraphs(kept)
        return [Prose(title=title if i == 0 else "", paragraphs=(text,)) for i, text in enumerate(paragraphs)]

    def _labelled(self, title: str, kept: tuple[Statement, ...]) -> list[Block]:
        return [Labelled(title=title, items=self._by_option(kept))]

    def _by_option(self, kept: tuple[Statement, ...]) -> tuple[tuple[str, OptionSide, str], ...]:
        items: list[tuple[str, OptionSide, str]] = []
        for option, side in self._sides.items():
            text = " ".join(s.text for s in kept if s.option == option)
            if text:
                items.append((self._short[option], side, text))
        common = " ".join(s.text for s in kept if not s.option)
        if common:
            items.append(("", "none", common))
        return tuple(items)

    def points(self, title: str, statements: Iterable[Statement]) -> list[Block]:
        """Heading and bullets; one statement alone, or statements of several options, become prose."""
        kept = self.kept(statements)
        if any(s.option for s in kept) or len(kept) == 1:
            return self.prose(title, kept)
        return [Points(title=title, items=tuple(s.text for s in kept))] if kept else []

    def warning(self) -> list[Block]:
        """Serious risks in a box, with the words of the boxed warning where the place has one."""
        subject, title = self.brochure.subject, self.wording.serious_risks
        boxed = self.kept(subject.boxed_warning)
        kept = (*self.kept(subject.serious_risks), *boxed)
        if any(s.option for s in kept):
            return [Callout(title=title, items=self._by_option(kept))]
        paragraphs = (*self.paragraphs(subject.serious_risks), *self.paragraphs(boxed))
        return [Callout(title=title, items=tuple(("", "none", text) for text in paragraphs))]

    def cited(self) -> tuple[Source, ...]:
        """The sources of what this depth prints, in the order of their ids."""
        subject = self.brochure.subject
        printed = [subject, *(topic for _, topic in self.brochure.topics)]
        ids = {source for part in printed for s in self.kept(statements_of(part)) for source in s.sources}
        return tuple(source for name, source in self.brochure.sources if name in ids and source.listed)

    def glossary(self) -> list[Block]:
        """Words explained."""
        terms = tuple((term.term, term.meaning.text) for term in self.brochure.subject.glossary)
        return [Terms(title=self.wording.glossary, items=terms)] if terms else []
