"""All words that stand on the pages of a brochure, with the place where each is written. Floor 3."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from brochures.errors import Mark
from brochures.model.clinic import Clinic
from brochures.reading.fields import leaves
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
    clinic = case.places.clinic
    for leaf in leaves(Clinic, clinic.source.data) if clinic else ():
        if leaf.loc[0] not in _UNPRINTED:
            yield Printed(leaf.text, case.places.of_clinic(*leaf.loc), leaf.loc[0] in _ADDRESSES)


def listed_sources(case: Case) -> Iterator[Printed]:
    """The sources as they are listed."""
    for name, source in case.brochure.sources:
        if source.listed:
            at = case.places.content.locate("sources", name)
            yield Printed(source.printed or f"{source.body}: {source.title}", at)
