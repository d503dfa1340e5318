"""The version id of a subject as it is printed and signed: `1.0-3f9c2a`. Floor 4."""

from collections.abc import Iterable, Mapping

from brochures.errors import SourceError
from brochures.making.compose.resolve import resolve
from brochures.model.brand import Look, Picture
from brochures.model.clinic import Clinic
from brochures.model.content import Content
from brochures.model.personal import personalised
from brochures.model.profile import Profile


def current_versions(  # noqa: PLR0913, PLR0917 - as `resolve`
    content: Content,
    subjects: Iterable[str],
    clinic: Clinic | None,
    look: Look,
    photos: Mapping[str, tuple[Picture, ...]],
    profile: Profile,
) -> dict[str, str]:
    """The version id of each subject; one that cannot be printed here has none, and says so when it is made."""
    versions = {}
    for name in dict.fromkeys(subjects):
        try:
            versions[name] = resolve(content, name, clinic, look, photos.get(name, ()), profile=profile).version_id
        except SourceError:
            continue
    return versions


def every_version(  # noqa: PLR0913, PLR0917 - as `current_versions`
    base: Content,
    subjects: Iterable[str],
    clinic: Clinic | None,
    look: Look,
    photos: Mapping[str, tuple[Picture, ...]],
    profile: Profile,
) -> dict[str, tuple[str, ...]]:
    """The version ids of each subject: that of the usual wording, then that of the easy one where it is another.

    `base` is the content without the clinic's words.
    """
    names = tuple(subjects)
    ways = [
        current_versions(personalised(base, clinic, easy=easy), names, clinic, look, photos, profile)
        for easy in (False, True)
    ]
    return {name: tuple(dict.fromkeys(way[name] for way in ways if name in way)) for name in names}
