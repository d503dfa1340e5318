"""One subject for one clinic in one language, resolved: only what holds here, every slot filled. Floor 1."""

from dataclasses import dataclass, field

from brochures.model.brand import Look, Picture
from brochures.model.clinic import Approval, Clinic
from brochures.model.content import Comparison, Source, Subject, Topic
from brochures.model.formats import SubjectKind
from brochures.model.merging import Values
from brochures.model.profile import Profile
from brochures.model.wording import Wording
from brochures.model.words import Advice, Words


@dataclass(frozen=True, slots=True)
class Brochure:
    """What a patient is told, before anything is known of paper.

    `topics` holds the topic itself, or a comparison's options in their order. `sources` are those cited
    here with their ids, in the order of the ids. `version_hash` is six hex digits of the resolved words and figures.
    """

    name: str
    kind: SubjectKind
    subject: Subject
    topics: tuple[tuple[str, Topic], ...]
    wording: Wording
    profile: Profile
    sources: tuple[tuple[str, Source], ...]
    clinic: Clinic | None
    look: Look
    version_hash: str
    words: Words | None = None
    """The clinic's own advice and photographs for this subject, every slot filled."""
    option_words: tuple[tuple[str, Words], ...] = ()
    """In a comparison: what the clinic says of its topics."""
    photos: tuple[Picture, ...] = ()
    """The photographs' files, in the order of `words.photos`."""
    is_overdue: bool = False
    """Whether its day of review has passed: it is printed as a draft."""
    is_personal: bool = False
    """Whether it has places for one patient's own data, in formats that have slots."""
    values: Values = field(default_factory=dict)
    """What one person's places are filled in with, where it is laid out for that person alone."""

    @property
    def topic(self) -> Topic:
        """The subject as a topic; only where `kind` is `topic`."""
        if not isinstance(self.subject, Topic):
            raise TypeError(f"{self.name} is not a topic")
        return self.subject

    @property
    def comparison(self) -> Comparison:
        """The subject as a comparison; only where `kind` is `comparison`."""
        if not isinstance(self.subject, Comparison):
            raise TypeError(f"{self.name} is not a comparison")
        return self.subject

    @property
    def advice(self) -> tuple[tuple[str, Advice], ...]:
        """The clinic's advice on this subject, under no name; or on each option, under its short name."""
        if self.words and self.words.advice:
            return (("", self.words.advice),)
        short = {name: topic.names.short for name, topic in self.topics}
        return tuple((short[name], words.advice) for name, words in self.option_words if words.advice)

    @property
    def version_id(self) -> str:
        """`1.0-3f9c2a`: what a clinician approves, and what a consent form can name."""
        return f"{self.subject.version}-{self.version_hash}"

    @property
    def approval(self) -> Approval | None:
        """The clinic's approval of this very version; the latest where there are several."""
        found = self.clinic.approvals if self.clinic else ()
        mine = [one for one in found if one.subject == self.name and one.version == self.version_id]
        return max(mine, key=lambda one: one.date) if mine else None

    @property
    def title(self) -> str:
        """The title in one line, as bookmarks and file properties show it."""
        return " ".join(self.subject.cover.title)
