"""All words that stand on the pages of a brochure, with the place where each is written. Floor 3."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from brochures.errors import Mark
from brochures.model.base import Model
from brochures.rules.case import Case

_ADDRESSES: Final = ("site", "booking", "mail")
_UNPRINTED: Final = frozenset(
    {"profile", "languages", "theme", "paper", "formats", "brand", "press", "words", "rules", "approvals", "pieces"}
)


class Printed(NamedTuple):
    """Words that are printed, and where they are written."""

    text: str
    at: Mark | None
    is_address: bool = False


def printed_words(case: Case) -> Iterator[Printed]:
    """All that is printed but for the sources: the passages, the fixed words, and what the clinic says of itself."""
    for passage in case.passages:
        if passage.part != "clinic":
            yield Printed(passage.text, case.mark(passage))
    wording = case.places.content.value.wording  # as it is written: what fills its slots is looked at by itself
    for name in type(wording).model_fields:
        yield Printed(str(getattr(wording, name)), case.places.content.locate("wording", name))
    clinic = case.brochure.clinic
    for name in type(clinic).model_fields if clinic else ():
        if name not in _UNPRINTED:
            for loc, text in _texts(getattr(clinic, name), (name,)):
                yield Printed(text, case.places.of_clinic(*loc), name in _ADDRESSES)


def _texts(value: Any, loc: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:  # noqa: ANN401
    """Every text in a field of the clinic file, with the way to it."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), (*loc, name))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _texts(entry, (*loc, index))


def listed_sources(case: Case) -> Iterator[Printed]:
    """The sources as they are listed."""
    for name, source in case.brochure.sources:
        if source.listed:
            at = case.places.content.locate("sources", name)
            yield Printed(source.printed or f"{source.body}: {source.title}", at)
