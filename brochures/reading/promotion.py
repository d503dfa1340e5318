"""Profiles of places, read from their files: those that ship, or one of the clinic's own. Floor 2."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from brochures import shipped
from brochures.errors import Mark, Problem, SourceError
from brochures.model.profile import Profile
from brochures.reading.confine import read_confined
from brochures.reading.source import Reading, Source, parse, read_yaml
from brochures.reading.validation import checked, text_problems
from brochures.reading.wording import near

_MOST_BYTES: Final = 1_000_000
_ENDINGS: Final = (".yaml", ".yml")


def shipped_profiles() -> dict[str, Path]:
    """The files that come with the product, by the name of their profile."""
    return {path.stem: path for path in sorted(shipped.profiles().glob("*.yaml"))}


def read_profile_named(name: str, folder: Path | None, mark: Mark | None) -> Reading[Profile]:
    """The profile of this name, or in the file of this name beside clinic.yaml.

    Raises:
        SourceError: there is no such profile, or its file is not in order.
    """
    known = shipped_profiles()
    if name in known:
        return _shipped(known[name])
    at = mark or Mark("--profile")
    if not name.endswith(_ENDINGS):
        hint = near(name, list(known)) or "profiles are " + ", ".join(known)
        hint += "; or name a file of your own, for example profile.yaml"
        raise SourceError([Problem("unknown-profile", f"there is no jurisdiction profile `{name}`", hint, at)])
    path, raw = read_confined(folder or Path(), name, at, _MOST_BYTES)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        raise SourceError([Problem("not-utf8", f"`{name}` is not UTF-8 text", "save it as UTF-8", at)]) from error
    return check_profile(parse(str(path), text))


def check_profile(source: Source) -> Reading[Profile]:
    """A profile's file as a profile.

    Raises:
        SourceError: everything that is wrong with it, each at its line.
    """
    source, problems = _extended(source)
    profile, faults = checked(source, Profile)
    problems += faults
    problems += text_problems(source, Profile, skipped="sources")
    if profile is not None:
        problems += _unknown_sources(profile, source)
    if profile is None or problems:
        raise SourceError(problems)
    return Reading(profile, source)


def shipped_places() -> frozenset[str]:
    """The places that the shipped profiles know: what `place:` in content may name."""
    return frozenset(_shipped(path).value.place for path in shipped_profiles().values())


@cache
def _shipped(path: Path) -> Reading[Profile]:
    """What ships does not change while the program runs; it is read with every content."""
    return check_profile(read_yaml(path))


def _extended(source: Source) -> tuple[Source, list[Problem]]:
    """The file's data over that of the profile it extends: lists are joined, its own entries first."""
    base, known = source.data.get("extends"), shipped_profiles()
    if base is None:
        return source, []
    if not isinstance(base, str) or base not in known:
        hint = near(str(base), list(known)) or "profiles are " + ", ".join(known)
        mark = source.mark_of(("extends",))
        return source, [Problem("unknown-profile", f"there is no jurisdiction profile `{base}`", hint, mark)]
    merged = dict(_shipped(known[base]).source.data)
    for name, value in source.data.items():
        below = merged.get(name)
        if isinstance(value, list) and isinstance(below, list):
            merged[name] = [*value, *below]
        elif isinstance(value, dict) and isinstance(below, dict):
            merged[name] = {**below, **value}
        else:
            merged[name] = value
    return replace(source, data=merged), []


def _unknown_sources(profile: Profile, source: Source) -> Iterator[Problem]:
    for field in ("blocked", "needs", "asks", "withheld", "lines"):
        for index, entry in enumerate(getattr(profile, field)):
            for at, cited in enumerate(entry.sources):
                if cited not in profile.sources:
                    hint = near(cited, list(profile.sources)) or "add it under `sources:`"
                    mark = source.mark_of((field, index, "sources", at))
                    yield Problem("unknown-source", f"`{cited}` is not among the sources", hint, mark)
