"""What content.yaml holds: topics, comparisons, their statements and sources. Floor 1.

Every statement names its sources. What is true in one country only carries that `place`.
`depth: more` marks detail that is printed where there is room (handouts); nothing about
safety may carry it.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, Strict, model_validator
from pydantic_core import PydanticCustomError

from brochures.model.base import LanguageTag, Model, Month, Place, Slug, SourceId, Text
from brochures.model.pictured import FaceMap, Fact, Icon, Lasting, Motif, Onset, Rate, RowFigure
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
]
"""What a section is about; formats choose and place sections by it."""


class Source(Model):
    """Where a statement comes from. Body and title are printed; address and `read_as` are for the reviewer."""

    body: Text = Field(description="Who issued it, for example `US Food and Drug Administration`")
    title: Text
    address: Text
    read_as: Literal["original", "copy", "restated"] = Field(
        description="How it was read: the original, a copy of it, or someone else's restatement"
    )
    listed: bool = Field(default=True, description="Whether the printed list of sources names it")
    printed: Text | None = Field(default=None, description="Short form for the printed list of sources")


class PlaceFacts(Model):
    """What holds in one place only, and which words stand for it in the text."""

    name: Text
    emergency_number: Text
    regulator: Text
    regulator_name: Text


class Step(Model):
    """One step of what to expect: a short name and what happens then."""

    title: Text
    text: Statements


class Section(Model):
    """One idea under one heading: running text, a list, or numbered steps."""

    role: Role
    title: Text
    text: tuple[Statement, ...] = ()
    points: tuple[Statement, ...] = ()
    steps: tuple[Step, ...] = ()
    depth: Literal["core", "more"] = "core"
    option: Slug | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.text or self.points or self.steps):
            raise PydanticCustomError("empty_section", "a section needs `text`, `points` or `steps`")
        return self


class Names(Model):
    """What the treatment is called: a title for covers, a short name for tables, the generic name."""

    title: Text
    short: Text
    generic: Text
    other_brands: tuple[Text, ...] = ()


class Urgent(Model):
    """The signs that need help at once, when they may come, and whom to call."""

    title: Text
    when: Statement | None = None
    emergency: tuple[Statement, ...] = Field(default=(), description="Signs for which to call the emergency number")
    clinic: tuple[Statement, ...] = Field(default=(), description="Signs for which to call the clinic at once")

    @model_validator(mode="after")
    def _has_signs(self) -> Self:
        if not (self.emergency or self.clinic):
            raise PydanticCustomError("no_signs", "`urgent` needs signs under `emergency` or `clinic`")
        return self


class Term(Model):
    """One word of the glossary, explained in plain words."""

    term: Text
    meaning: Statement


class Cover(Model):
    """The cover: the title's lines, and one line of purpose."""

    title: tuple[Text, ...] = Field(min_length=1, max_length=3, description="The title, a line each")
    purpose: Text
    motif: Motif = "calm"


class Subject(Model):
    """What a topic and a comparison share: everything a patient is told, by role."""

    version: Annotated[str, Strict(), Field(pattern=r"^[0-9]+\.[0-9]+$")]
    sources_checked: Month
    review_by: Month
    language: LanguageTag = "en-US"
    cover: Cover
    hook: tuple[Text, ...] = Field(default=(), max_length=2, description="A headline of few words for the flap")
    main_message: Statements
    key_points: tuple[Statement, ...] = ()
    sections: tuple[Section, ...] = ()
    common_effects: Statements
    boxed_warning: tuple[Statement, ...] = ()
    serious_risks: Statements
    rate: Rate | None = None
    who_should_not: Statements
    tell_us_first: tuple[Statement, ...] = ()
    alternatives: tuple[Statement, ...] = ()
    no_treatment: tuple[Statement, ...] = ()
    unknowns: tuple[Statement, ...] = ()
    aftercare: tuple[Statement, ...] = ()
    questions: tuple[Statement, ...] = ()
    glossary: tuple[Term, ...] = ()
    lines: tuple[Statement, ...] = Field(default=(), description="Lines that every piece carries, in fine print")

    @model_validator(mode="after")
    def _review_follows_check(self) -> Self:
        if self.review_by <= self.sources_checked:
            raise PydanticCustomError("review_order", "`review_by` must come after `sources_checked`")
        return self


class Topic(Subject):
    """One treatment. Its `colour` is the same on every page, alone and in comparisons."""

    names: Names
    colour: Literal["first", "second"] = "first"
    urgent: Urgent
    facts: tuple[Fact, ...] = Field(default=(), max_length=5)
    onset: Onset | None = None
    lasting: Lasting | None = None
    face_map: FaceMap | None = None


class Quick(Model):
    """One line of the short table on the flap: an icon and a few words for each option."""

    icon: Icon
    answers: dict[Slug, Statement]


class Row(Model):
    """One question of the comparison sheet with one answer for each option, `none` among them."""

    question: Text = Field(max_length=60)
    answers: dict[Slug, Statement]
    figure: RowFigure | None = None


class SharedRow(Model):
    """A question with one answer across all options."""

    question: Text = Field(max_length=60)
    answer: Statements


class Neither(Model):
    """The column of doing nothing."""

    name: Text
    caption: Text


class Comparison(Subject):
    """Two or more topics side by side, with `none` for no treatment."""

    options: tuple[Slug, ...] = Field(min_length=2, max_length=3)
    neither: Neither
    intro: Statement | None = None
    urgent_titles: dict[Slug, Text] = Field(default_factory=dict)
    quick: tuple[Quick, ...] = ()
    rows: tuple[Row, ...] = Field(min_length=4)
    shared: tuple[SharedRow, ...] = ()
    onset_of: Slug | None = Field(default=None, description="The topic whose onset is drawn")
    face_map_title: Text = "Where each one is used"
    face_map_caption: Statement | None = None
    lasting_title: Text = "How many months it lasts"
    lasting_caption: Statement | None = None


class Content(Model):
    """All of content.yaml."""

    wording: Wording = Field(default_factory=Wording)
    places: dict[Place, PlaceFacts] = Field(min_length=1)
    sources: dict[SourceId, Source] = Field(min_length=1)
    topics: dict[Slug, Topic] = Field(min_length=1)
    comparisons: dict[Slug, Comparison] = Field(default_factory=dict)

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
