"""Where the files that come with the product lie: content, templates, styles, profiles, schemas. Floor 0.

An installed wheel carries them inside the package; a source checkout has them beside it.
"""

from pathlib import Path

from brochures.errors import StyleFault

PACKAGE = Path(__file__).parent


def content_file() -> Path:
    """The shipped `content.yaml`."""
    return _find("content.yaml")


def templates() -> Path:
    """The folder of shipped templates."""
    return _find("templates")


def styles() -> Path:
    """The folder of shipped stylesheets and fonts."""
    return _find("styles")


def profiles() -> Path:
    """The folder of profiles: what each place allows."""
    return _find("profiles")


def schemas() -> Path:
    """The folder of JSON Schemas for editors."""
    return _find("schemas")


def _find(name: str) -> Path:
    """The shipped file or folder.

    Raises:
        StyleFault: it is neither in the package nor beside it.
    """
    for home in (PACKAGE / "_shipped", PACKAGE.parent):
        if (home / name).exists():
            return home / name
    raise StyleFault(f"{name} is missing: it is neither in {PACKAGE} nor beside it; install brochures again")
