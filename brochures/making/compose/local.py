"""Content as it may be given in one place: what holds there, without the words that are blocked there. Floor 4."""

from collections.abc import Iterable
from typing import TypeVar

from brochures.errors import Problem, SourceError
from brochures.model.base import Model
from brochures.model.brochure import Brochure
from brochures.model.content import Section, Subject, Term, Topic
from brochures.model.formats import FormatName
from brochures.model.personal import CLINIC_SOURCE
from brochures.model.profile import Blocked, Profile, kinds_of
from brochures.model.slots import fill
from brochures.model.statement import Statement
from brochures.model.walking import holding

_Held = TypeVar("_Held", bound=Model)
_S = TypeVar("_S", bound=Subject)


def refuse_names(name: str, subjects: Iterable[Subject], profile: Profile) -> None:
    """Lets a subject pass whose own names may be printed; the one in the content file is in the file's name too.

    Raises:
        SourceError: the subject, or one of a comparison's options, has a name that is blocked here.
    """
    for subject in subjects:
        names = subject.names if isinstance(subject, Topic) else None
        told = (name.replace("-", " "), *subject.cover.title)
        told += names.own if names else ()
        for text in told:
            entry = profile.blocking(text)
            if entry:
                hint = "print it where it may be given, with another --profile"
                if entry.instead:
                    hint = f"where it may not be named, say: “{entry.instead}” Or {hint}"
                message = f"`{profile.blocked_term(text)}` may not be named here ({profile.title}): {entry.why}"
                raise SourceError([Problem("name-not-allowed", message, hint, piece=name)])


def refuse_format(brochure: Brochure, name: FormatName) -> None:
    """Lets a format pass that may be given here on this subject.

    Raises:
        SourceError: the place withholds it.
    """
    about = kinds_of(topic for _, topic in brochure.topics)
    laws = [law for law in brochure.profile.withheld if name in law.formats and law.about in about]
    if laws:
        message = f"`{brochure.name}` is not made as {name} here ({brochure.profile.title}): {laws[0].why}"
        hint = f"give it in person, or print what is not about a {laws[0].about}"
        raise SourceError([Problem("format-withheld", message, hint, piece=brochure.name)])


class Local:
    """Keeps what holds under one profile, every slot filled; remembers which blocked words left something out."""

    def __init__(self, profile: Profile, values: dict[str, str]) -> None:
        self._profile = profile
        self._values = values
        self._left_out: dict[Blocked, None] = {}

    def subject(self, subject: _S, name: str) -> _S:
        """The subject as it holds here, with lawful words for what was left out.

        Raises:
            SourceError: a part that every piece needs has no statement that holds here.
        """
        self._left_out = {}
        held = self.held(subject, name)
        instead = tuple(
            Statement(text=fill(entry.instead, self._values), sources=entry.sources)
            for entry in self._left_out
            if entry.instead
        )
        if not instead:
            return held
        return held.model_copy(update={"alternatives": (*held.alternatives, *instead)})

    def held(self, model: _Held, name: str) -> _Held:
        """The model as it holds here.

        Raises:
            SourceError: nothing of a part that every piece needs holds here.
        """
        held = holding(model, self._profile.place, lambda text: fill(text, self._values), self._blocked)
        if held is None:
            message = (
                f"a part of `{name}` that every piece needs has no statement that holds in `{self._profile.place}`"
            )
            hint = "add statements without `place:`, or with this place"
            if self._left_out:
                words = ", ".join(f"“{term}”" for entry in self._left_out for term in entry.terms[:3])
                hint += f"; those that hold words like {words} are left out here"
            raise SourceError([Problem("nothing-for-place", message, hint, piece=name)])
        return held

    def with_lines(self, subject: _S, options: Iterable[Topic]) -> _S:
        """The subject with the lines that this place asks for."""
        about = kinds_of((*options,))
        lines = tuple(
            Statement(text=fill(line.text, self._values), sources=line.sources)
            for line in self._profile.lines
            if line.about in about
        )
        return subject.model_copy(update={"lines": (*subject.lines, *lines)}) if lines else subject

    def _blocked(self, model: Statement | Section | Term) -> bool:
        if isinstance(model, Statement) and CLINIC_SOURCE in model.sources:
            return False  # what a clinic writes is not dropped unseen; the rules tell it
        text = {Statement: "text", Section: "title", Term: "term"}[type(model)]
        entry = self._profile.blocking(getattr(model, text))
        if entry:
            self._left_out[entry] = None
        return entry is not None
