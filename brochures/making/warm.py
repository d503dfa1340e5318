"""Loads what laying out needs, as soon as it is imported: workers do so while others still read. Floor 4.

An engine that is missing is no matter here; the first piece says so.
"""

from contextlib import suppress

from brochures import shipped
from brochures.errors import BrochureError
from brochures.making import jobs, preflight
from brochures.making.typesetting import load_engine

__all__ = ["jobs", "preflight"]

with suppress(BrochureError):
    load_engine(shipped.styles())
