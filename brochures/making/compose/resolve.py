"""Content and clinic become one brochure: what holds here is kept, slots are filled, sources gathered. Floor 4."""

import hashlib
from datetime import date
from typing import Final, TypeVar

from brochures.making.compose.local import Local, refuse_names
from brochures.model.base import has_passed
from brochures.model.brand import Look, Picture
from brochures.model.brochure import Brochure
from brochures.model.clinic import Clinic
from brochures.model.content import Comparison, Content, Subject
from brochures.model.profile import Profile
from brochures.model.slots import slot_values
from brochures.model.walking import cited
from brochures.model.wording import PERSONAL_WORDS, Wording
from brochures.model.words import Words


def resolve(  # noqa: PLR0913 - a brochure is made of all of these
    content: Content,
    name: str,
    clinic: Clinic | None,
    look: Look,
    photos: tuple[Picture, ...] = (),
    *,
    profile: Profile,
    today: date | None = None,
) -> Brochure:
    """The brochure of subject `name` for `clinic`, as it may be given where `profile` holds.

    `today` decides whether its day of review has passed; without it, it has not.

    Raises:
        SourceError: the place forbids the subject's name, or a part that every piece needs has no statement
            that holds there.
    """
    subject = _in_use(content.subject(name))
    options = subject.options if isinstance(subject, Comparison) else (name,)
    used = {option: _in_use(content.topics[option]) for option in options}
    refuse_names(name, (subject, *used.values()), profile)
    local = Local(profile, slot_values(profile, clinic, content.wording))
    resolved = local.with_lines(local.subject(subject, name), used.values())
    topics = tuple((option, local.subject(topic, option)) for option, topic in used.items())
    wording = local.held(content.wording, "wording")
    own = clinic.words.get(name) if clinic else None
    words = local.held(own, "words") if own else None
    told = clinic.words if clinic and isinstance(subject, Comparison) else {}
    option_words = tuple((option, local.held(told[option], "words")) for option in options if option in told)
    everything = [resolved, *(topic for _, topic in topics)]
    known = {**profile.sources, **content.sources}
    named = sorted({source for part in everything for source in cited(part)}, key=lambda s: (int(s[1:]), s))
    return Brochure(
        name=name,
        kind="comparison" if isinstance(subject, Comparison) else "topic",
        subject=resolved,
        topics=topics,
        wording=wording,
        profile=profile,
        sources=tuple((source, known[source]) for source in named),
        clinic=clinic,
        look=look,
        version_hash=_hash_of_words([*everything, wording], [words, *(of for _, of in option_words)], photos),
        words=words,
        option_words=option_words,
        photos=photos,
        is_overdue=today is not None and any(has_passed(one.review_by, today) for one in (subject, *used.values())),
    )


_Printed = TypeVar("_Printed", bound=Subject)


def _in_use(subject: _Printed) -> _Printed:
    """The subject without the wordings that nobody chose: what they rest on is no source of what is printed."""
    return subject.model_copy(update={"variants": {}})


_NOT_SIGNED: Final = {"sources_checked", "review_by", "version", "variants", "draft", *PERSONAL_WORDS}
"""Fields that are no words of the piece: a version keeps its id when it is checked again, stamped, or made personal."""


def _hash_of_words(models: list[Subject | Wording], words: list[Words | None], photos: tuple[Picture, ...]) -> str:
    digest = hashlib.sha256()
    for own in words:
        if own is not None and (own.advice or own.photos):
            # What else a clinic changes stands in the subject itself.
            digest.update(own.model_dump_json(include={"advice", "photos"}).encode())
    for photo in photos:
        digest.update(photo.data)
    for model in models:
        digest.update(model.model_dump_json(exclude=_NOT_SIGNED).encode())
    return digest.hexdigest()[:6]
