"""Content and clinic become one brochure: what holds here is kept, slots are filled, sources gathered. Floor 4."""

import hashlib
from typing import Final, TypeVar

from brochures.errors import Problem, SourceError
from brochures.model.brand import Look, Picture
from brochures.model.brochure import Brochure
from brochures.model.clinic import Clinic
from brochures.model.content import Comparison, Content, Subject, Topic
from brochures.model.slots import fill
from brochures.model.walking import cited, holding
from brochures.model.wording import Wording
from brochures.model.words import Words

DEFAULT_PLACE: Final = "us"


def resolve(
    content: Content, name: str, clinic: Clinic | None, look: Look, photos: tuple[Picture, ...] = ()
) -> Brochure:
    """The brochure of subject `name` for `clinic`; without a clinic the place is `us`.

    Raises:
        SourceError: a part that every piece needs has no statement that holds in the clinic's place.
    """
    place = clinic.profile if clinic else DEFAULT_PLACE
    if place not in content.places:
        known = ", ".join(sorted(content.places))
        raise SourceError([Problem("unknown-place", f"nothing is known of the place `{place}`", f"known are: {known}")])
    values = slot_values(content, place, clinic)
    subject = _in_use(content.subject(name))
    options = subject.options if isinstance(subject, Comparison) else (name,)
    resolved = _held(subject, name, place, values)
    topics = tuple((option, _held(_in_use(content.topics[option]), option, place, values)) for option in options)
    wording = _held(content.wording, "wording", place, values)
    own = clinic.words.get(name) if clinic else None
    words = _held(own, "words", place, values) if own else None
    told = clinic.words if clinic and isinstance(subject, Comparison) else {}
    option_words = tuple((option, _held(told[option], "words", place, values)) for option in options if option in told)
    everything = [resolved, *(topic for _, topic in topics)]
    named = sorted({source for part in everything for source in cited(part)}, key=lambda s: (int(s[1:]), s))
    return Brochure(
        name=name,
        kind="comparison" if isinstance(subject, Comparison) else "topic",
        subject=resolved,
        topics=topics,
        wording=wording,
        facts=content.places[place],
        sources=tuple((source, content.sources[source]) for source in named),
        clinic=clinic,
        look=look,
        version_hash=_hash_of_words([*everything, wording], [words, *(of for _, of in option_words)], photos),
        words=words,
        option_words=option_words,
        photos=photos,
    )


_Printed = TypeVar("_Printed", bound=Subject)


def _in_use(subject: _Printed) -> _Printed:
    """The subject without the wordings that nobody chose: what they rest on is no source of what is printed."""
    return subject.model_copy(update={"variants": {}})


def slot_values(content: Content, place: str, clinic: Clinic | None) -> dict[str, str]:
    """What stands for each slot in this place and for this clinic."""
    facts = content.places[place]
    return {
        "emergency_number": facts.emergency_number,
        "regulator": facts.regulator,
        "regulator_name": facts.regulator_name,
        "clinic_name": clinic.name if clinic else content.wording.your_clinic,
        "clinic_phone": (clinic and clinic.urgent_phone) or content.wording.your_clinic,
    }


_Held = TypeVar("_Held", Subject, Topic, Wording, Words)


def _held(model: _Held, name: str, place: str, values: dict[str, str]) -> _Held:
    held = holding(model, place, lambda text: fill(text, values))
    if held is None:
        raise SourceError(
            [
                Problem(
                    "nothing-for-place",
                    f"a part of `{name}` that every piece needs has no statement that holds in `{place}`",
                    "add statements without `place:`, or with this place",
                )
            ]
        )
    return held


def _hash_of_words(models: list[Subject | Wording], words: list[Words | None], photos: tuple[Picture, ...]) -> str:
    digest = hashlib.sha256()
    for own in words:
        if own is not None and (own.advice or own.photos):
            # What else a clinic changes stands in the subject itself.
            digest.update(own.model_dump_json(include={"advice", "photos"}).encode())
    for photo in photos:
        digest.update(photo.data)
    for model in models:
        digest.update(model.model_dump_json(exclude={"sources_checked", "review_by", "version", "variants"}).encode())
    return digest.hexdigest()[:6]
