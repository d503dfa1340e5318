"""The version id of a subject as it is printed and signed: `1.0-3f9c2a`. Floor 4."""

from collections.abc import Iterable, Mapping

from brochures.errors import SourceError
from brochures.making.compose.resolve import resolve
from brochures.model.brand import Look, Picture
from brochures.model.clinic import Clinic
from brochures.model.content import Content


def current_versions(
    content: Content,
    subjects: Iterable[str],
    clinic: Clinic | None,
    look: Look,
    photos: Mapping[str, tuple[Picture, ...]],
) -> dict[str, str]:
    """The version id of each subject; one that cannot be printed here has none, and says so when it is made."""
    versions = {}
    for name in dict.fromkeys(subjects):
        try:
            versions[name] = resolve(content, name, clinic, look, photos.get(name, ())).version_id
        except SourceError:
            continue
    return versions
