"""Where the user's cache lies: what was worked out before, and can be again. Floor 0."""

import os
from pathlib import Path
from typing import Final

import platformdirs

PLACE: Final = "BROCHURES_CACHE"
"""The environment variable that names another folder for the cache."""


def cache_home() -> Path:
    """The folder that `BROCHURES_CACHE` names, else ours where this system keeps caches; it need not be there."""
    named = os.environ.get(PLACE)
    return Path(named) if named else Path(platformdirs.user_cache_dir("brochures", appauthor=False))
