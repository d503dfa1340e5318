"""Is a worker elsewhere the same as this machine? The bytes of a PDF depend on it. Floor 6."""

import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from importlib import metadata
from platform import python_version
from typing import Final

import brochures

_MAKERS: Final = ("weasyprint", "pydyf", "fonttools", "pikepdf")

Versions = Mapping[str, str]
Looked = Callable[[], Versions]
"""A function of a module that says which versions are here, by name."""


@lru_cache
def versions() -> Versions:
    """The versions on which the bytes of a PDF depend, by name; empty for what is not installed."""
    python = ".".join(python_version().split(".")[:2])
    found = {"brochures": brochures.__version__, "python": python, "zlib": zlib.ZLIB_RUNTIME_VERSION}
    for name in _MAKERS:
        found[name] = ""
        with suppress(metadata.PackageNotFoundError):
            found[name] = metadata.version(name)
    return found


def differences(ours: Versions, theirs: Versions) -> str:
    """`weasyprint 69.0 instead of 70.0, ...`; empty when they are the same."""
    names = [name for name in {**ours, **theirs} if ours.get(name) != theirs.get(name)]
    return ", ".join(f"{name} {theirs.get(name) or 'missing'} instead of {ours.get(name) or 'none'}" for name in names)
