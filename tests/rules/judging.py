"""What the rules say of the shipped content with one thing changed: no file is written, and none is read twice."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from brochures import pipeline, rules, shipped
from brochures.errors import Problem
from brochures.model.personal import personalised
from brochures.model.profile import Level
from brochures.reading.catalogue import check_content
from brochures.reading.clinics import check_clinic
from brochures.reading.promotion import check_profile, read_profile_named
from brochures.reading.source import Source, parse, read_yaml
from brochures.rules.case import Case
from brochures.sources import Sources

TODAY = date(2026, 11, 22)

Data = dict[str, Any]
Change = Callable[[Data], None]


def unchanged(data: Data) -> None:
    """The shipped content as it is."""


@dataclass(frozen=True)
class Mutation:
    """One fault, and the one rule that must find it.

    `change` puts the fault into the data of content.yaml; `clinic` is the text of a clinic file, if the fault is there.
    """

    rule: str
    change: Change = unchanged
    subject: str = "botox"
    clinic: str = ""
    profile: str = "us"
    today: date = TODAY
    name: str = ""


@cache
def _shipped_source() -> Source:
    return read_yaml(shipped.content_file())


@cache
def _look() -> Any:  # noqa: ANN401 - the look, which is made once
    return pipeline.read(pipeline.Selection()).look


def case(  # noqa: PLR0913 - what can be different
    change: Change = unchanged,
    subject: str = "botox",
    *,
    clinic: str = "",
    profile: str = "us",
    today: date = TODAY,
    easy: bool = False,
) -> tuple[Case, Sources]:
    """The shipped content with one change, as the rules look at it; `profile` is a name or a profile's text."""
    source = _shipped_source()
    data = deepcopy(source.data)
    change(data)
    is_text = "\n" in profile
    place = check_profile(parse("profile.yaml", profile)) if is_text else read_profile_named(profile, None, None)
    base = check_content(replace(source, data=data), (place.value.place,))
    placed = check_clinic(parse("clinic.yaml", clinic)) if clinic else None
    given = placed.value if placed else None
    own = replace(base, value=personalised(base.value, given, easy=easy))
    sources = Sources(own, base, given, _look(), placed=placed, folder=Path(), promotion=place)
    return pipeline.case_of(sources, subject, today), sources


def judged(mutation: Mutation, levels: dict[str, Level] | None = None) -> tuple[Problem, ...]:
    """What the rules say; `levels` raises rules that are not asked by default."""
    found, sources = case(
        mutation.change,
        mutation.subject,
        clinic=mutation.clinic,
        profile=mutation.profile,
        today=mutation.today,
    )
    clinic = sources.placed or check_clinic(parse("clinic.yaml", "name: Harbor"))
    raised = clinic.value.model_copy(update={"rules": {**(levels or {}), **clinic.value.rules}})
    return rules.judge(found, replace(clinic, value=raised))
