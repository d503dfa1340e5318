"""All topics and comparisons of a content file, read, checked and cross-checked. Floor 2."""

from collections.abc import Collection, Iterable
from pathlib import Path

from brochures.errors import SourceError
from brochures.model.content import Content
from brochures.reading.crosscheck import agreement_problems, reference_problems, unused_sources
from brochures.reading.promotion import shipped_places
from brochures.reading.setting import with_settings
from brochures.reading.source import Reading, Source, read_yaml
from brochures.reading.validation import checked, text_problems
from brochures.reading.variants import variant_problems


def read_content(path: Path, settings: Iterable[str] = (), places: Collection[str] = ()) -> Reading[Content]:
    """The content in the file with the settings over it, and its places; sources that nobody names are warnings.

    `places` are those that `place:` may name besides the places of the shipped profiles.

    Raises:
        SourceError: everything that is wrong with the file, each at its line.
    """
    return check_content(with_settings(read_yaml(path), "content", settings), places)


def check_content(source: Source, places: Collection[str] = ()) -> Reading[Content]:
    """As `read_content`, for a file already read.

    Raises:
        SourceError: everything that is wrong with the file, each at its line.
    """
    content, problems = checked(source, Content)
    problems += reference_problems(source, shipped_places() | {*places})
    problems += text_problems(source, Content, skipped="sources")
    if content is not None:
        problems += agreement_problems(content, source)
        problems += variant_problems(content, source)
    if content is None or problems:
        raise SourceError(problems)
    return Reading(content, source, tuple(unused_sources(source)))
