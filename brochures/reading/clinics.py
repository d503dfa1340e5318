"""A clinic file, read and checked. Floor 2."""

from pathlib import Path

from brochures.errors import Problem, SourceError
from brochures.model.clinic import Clinic
from brochures.model.content import Content
from brochures.reading.source import Reading, read_yaml
from brochures.reading.validation import checked, text_problems
from brochures.reading.wording import near


def read_clinic(path: Path) -> Reading[Clinic]:
    """The clinic in the file, with its places.

    Colours, fonts and pictures are looked at by `reading.brand.make_look`.

    Raises:
        SourceError: everything that is wrong with the file, each at its line.
    """
    source = read_yaml(path)
    clinic, problems = checked(source, Clinic)
    problems += text_problems(source, Clinic, skipped="brand")
    if clinic is None or problems:
        raise SourceError(problems)
    return Reading(clinic, source)


def place_problems(clinic: Reading[Clinic], content: Content) -> tuple[Problem, ...]:
    """The problem of a clinic in a place that the content knows nothing of, or none."""
    place, known = clinic.value.place, list(content.places)
    if place in known:
        return ()
    hint = near(place, known) or "places are " + ", ".join(known)
    return (
        Problem("unknown-place", f"the content has no facts for the place `{place}`", hint, clinic.locate("place")),
    )
