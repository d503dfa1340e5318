"""Where the user's cache lies: what was worked out before, and can be again. Floor 0."""

import os
from pathlib import Path
from typing import Final

PLACE: Final = "BROCHURES_CACHE"
"""The environment variable that names another folder for the cache."""


def cache_home() -> Path:
    """The folder that `BROCHURES_CACHE` names, else ours where this system keeps caches; it need not be there."""
    named = os.environ.get(PLACE)
    if named:
        return Path(named)
    import platformdirs  # not where the folder is named

    return Path(platformdirs.user_cache_dir("brochures", appauthor=False))
