"""What content.yaml holds: topics, comparisons, their statements and sources. Floor 1.

Every statement names its sources. What is true in one country only carries that `place`.
`depth: more` marks detail that is printed where there is room (handouts); nothing about
safety may carry it.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, Strict, model_validator
from pydantic_core import PydanticCustomError

from brochures.model.base import LanguageTag, Model, Month, Slug, SourceId, Text
from brochures.model.pictured import FaceMap, Fact, Lasting, Motif, Onset, Rate
from brochures.model.rows import Neither, Quick, Row, SharedRow
from brochures.model.statement import Statement, Statements
from brochures.model.wording import Wording

Role = Literal[
    "what_it_is",
    "how_it_works",
    "uses",
    "medical_uses",
    "who_gives_it",
    "what_to_expect",
    "how_long",
    "follow_up",
    "both",
    "cost",
    "own",
]
"""What a section is about; formats choose and place sections by it. `own` is a clinic's own, printed last."""


class Source(Model):
    """Where a statement comes from. Body and title are printed; address and `read_as` are for the reviewer."""

    body: Text = Field(description="Who issued it, for example `US Food and Drug Administration`")
    title: Text = Field(description="Title as printed")
    address: Text = Field(description="Where it is read")
    read_as: Literal["original", "copy", "restated"] = Field(
        description="How it was read: the original, a copy of it, or someone else's restatement"
    )
    listed: bool = Field(default=True, description="Whether the printed list of sources names it")
    printed: Text | None = Field(default=None, description="Short form for the printed list of sources")


class Step(Model):
    """One step of what to expect: a short name and what happens then."""

    title: Text = Field(description="The step's short name")
    text: Statements = Field(description="What happens then")


class Section(Model):
    """One idea under one heading: running text, a list, or numbered steps."""

    role: Role = Field(description="What it is about; formats place sections by it")
    title: Text = Field(description="The heading")
    text: tuple[Statement, ...] = Field(default=(), description="Running text")
    points: tuple[Statement, ...] = Field(default=(), description="A list")
    steps: tuple[Step, ...] = Field(default=(), description="Numbered steps")
    depth: Literal["core", "more"] = Field(default="core", description="`more` is printed where there is room")
    option: Slug | None = Field(default=None, description="In a comparison: the topic this is about")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.text or self.points or self.steps):
            raise PydanticCustomError("empty_section", "a section needs `text`, `points` or `steps`")
        return self


class Variant(Model):
    """Another approved wording of one part, which a clinic may choose by name; safety text may have one too."""

    part: Annotated[str, Strict(), Field(pattern=r"^[a-z][a-z_]*(-[2-9])?$")] = Field(
        description="The section or list that it can stand for"
    )
    about: Text = Field(description="How it differs from the usual wording, in a few words")
    easy: bool = Field(default=False, description="Easier to read, at US grade 5 or below; `--easy` chooses it")
    title: Text | None = Field(default=None, description="Another heading")
    text: tuple[Statement, ...] = Field(default=(), description="Running text")
    points: tuple[Statement, ...] = Field(default=(), description="A list")
    steps: tuple[Step, ...] = Field(default=(), description="Numbered steps, for a section")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.text or self.points or self.steps):
            raise PydanticCustomError("empty_section", "a variant needs `text`, `points` or `steps`")
        return self


class Names(Model):
    """What the treatment is called: a title for covers, a short name for tables, the generic name."""

    title: Text = Field(description="The name on covers")
    short: Text = Field(description="The name in tables")
    generic: Text = Field(description="The generic name")
    other_brands: tuple[Text, ...] = Field(default=(), description="Other brands of the same substance")

    @property
    def own(self) -> tuple[str, str, str]:
        """What this treatment itself is called: title, short name, generic name."""
        return self.title, self.short, self.generic


class Urgent(Model):
    """The signs that need help at once, when they may come, and whom to call."""

    title: Text = Field(description="The heading")
    when: Statement | None = Field(default=None, description="When these signs may come")
    emergency: tuple[Statement, ...] = Field(default=(), description="Signs for which to call the emergency number")
    clinic: tuple[Statement, ...] = Field(default=(), description="Signs for which to call the clinic at once")
    team_title: Text | None = Field(default=None, description="What the emergency team should think of, in its words")
    team: tuple[Statement, ...] = Field(
        default=(), description="What the emergency team should know, in its words, for the wallet card"
    )

    @model_validator(mode="after")
    def _has_signs(self) -> Self:
        if not (self.emergency or self.clinic):
            raise PydanticCustomError("no_signs", "`urgent` needs signs under `emergency` or `clinic`")
        return self


class Term(Model):
    """One word of the glossary, explained in plain words."""

    term: Text = Field(description="The word")
    meaning: Statement = Field(description="What it means, in plain words")


class Cover(Model):
    """The cover: the title's lines, and one line of purpose."""

    title: tuple[Text, ...] = Field(min_length=1, max_length=3, description="The title, a line each")
    purpose: Text = Field(description="What the piece is for, in one line")
    motif: Motif = Field(default="calm", description="The drawing on the cover")


class Subject(Model):
    """What a topic and a comparison share: everything a patient is told, by role."""

    version: Annotated[str, Strict(), Field(pattern=r"^[0-9]+\.[0-9]+$")] = Field(
        description="Two numbers, raised when the words change"
    )
    sources_checked: Month = Field(description="Month when the sources were last read")
    review_by: Month = Field(description="Month by which they must be read again")
    language: LanguageTag = Field(default="en-US", description="The language of these words")
    cover: Cover = Field(description="Title, purpose and drawing of the cover")
    hook: tuple[Text, ...] = Field(default=(), max_length=2, description="A headline of few words for the flap")
    main_message: Statements = Field(description="What a patient should remember, if nothing else")
    key_points: tuple[Statement, ...] = Field(default=(), description="The main points, for the summary")
    sections: tuple[Section, ...] = Field(default=(), description="What it is, what to expect and the rest, by role")
    common_effects: Statements = Field(description="What many people feel, and what goes away")
    boxed_warning: tuple[Statement, ...] = Field(default=(), description="The regulator's strongest warning; locked")
    serious_risks: Statements = Field(description="What is rare but serious; locked")
    rate: Rate | None = Field(default=None, description="How rare a serious harm is; locked")
    who_should_not: Statements = Field(description="Who should not have it; locked")
    tell_us_first: tuple[Statement, ...] = Field(default=(), description="What to tell the clinic before")
    alternatives: tuple[Statement, ...] = Field(default=(), description="Other choices")
    no_treatment: tuple[Statement, ...] = Field(default=(), description="What happens without treatment")
    unknowns: tuple[Statement, ...] = Field(default=(), description="What is not known")
    aftercare: tuple[Statement, ...] = Field(default=(), description="What to do afterwards")
    questions: tuple[Statement, ...] = Field(default=(), description="Questions to ask the clinic")
    glossary: tuple[Term, ...] = Field(default=(), description="Words explained")
    variants: dict[Slug, Variant] = Field(default_factory=dict, description="Other approved wordings, by name")
    lines: tuple[Statement, ...] = Field(default=(), description="Lines that every piece carries, in fine print")

    @model_validator(mode="after")
    def _review_follows_check(self) -> Self:
        if self.review_by <= self.sources_checked:
            raise PydanticCustomError("review_order", "`review_by` must come after `sources_checked`")
        return self


class Topic(Subject):
    """One treatment. Its `colour` is the same on every page, alone and in comparisons."""

    names: Names = Field(description="What the treatment is called")
    colour: Literal["first", "second"] = Field(default="first", description="Its colour on every page")
    urgent: Urgent = Field(description="Signs that need help at once; locked")
    facts: tuple[Fact, ...] = Field(default=(), max_length=5, description="The strip of figures")
    onset: Onset | None = Field(default=None, description="When the effect starts, drawn")
    lasting: Lasting | None = Field(default=None, description="How long it lasts, drawn")
    face_map: FaceMap | None = Field(default=None, description="Where it is used, drawn")


class Comparison(Subject):
    """Two or more topics side by side, with `none` for no treatment."""

    options: tuple[Slug, ...] = Field(min_length=2, max_length=3, description="The topics side by side")
    neither: Neither = Field(description="The column of doing nothing")
    intro: Statement | None = Field(default=None, description="The line under the title")
    urgent_titles: dict[Slug, Text] = Field(
        default_factory=dict, description="Title of each option's urgent signs; locked"
    )
    quick: tuple[Quick, ...] = Field(default=(), description="The short table on the flap")
    rows: tuple[Row, ...] = Field(min_length=4, description="Questions and answers")
    shared: tuple[SharedRow, ...] = Field(default=(), description="Questions with one answer for all")
    onset_of: Slug | None = Field(default=None, description="The topic whose onset is drawn")
    face_map_title: Text = Field(default="Where each one is used", description="Title of the drawn face")
    face_map_caption: Statement | None = Field(default=None, description="The line under the drawn face")
    lasting_title: Text = Field(default="How many months it lasts", description="Title of the chart of months")
    lasting_caption: Statement | None = Field(default=None, description="The line under the chart of months")


class Content(Model):
    """All of content.yaml."""

    wording: Wording = Field(default_factory=Wording, description="Fixed words of every piece")
    sources: dict[SourceId, Source] = Field(min_length=1, description="Where statements come from, by id")
    topics: dict[Slug, Topic] = Field(min_length=1, description="Treatments, by name")
    comparisons: dict[Slug, Comparison] = Field(default_factory=dict, description="Topics side by side, by name")

    @property
    def subject_names(self) -> tuple[str, ...]:
        """All subjects, topics first, in the order of the file."""
        return (*self.topics, *self.comparisons)

    def subject(self, name: str) -> Subject:
        """The topic or comparison of this name.

        Raises:
            KeyError: there is neither.
        """
        return self.topics[name] if name in self.topics else self.comparisons[name]

    def group_of(self, name: str) -> Literal["topics", "comparisons"]:
        """The part of the file where a subject stands."""
        return "topics" if name in self.topics else "comparisons"
