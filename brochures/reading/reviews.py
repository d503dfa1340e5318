"""The review file: what people found when they read a version by the items of an instrument. Floor 2.

Whether its subjects, versions and items exist is asked by `rules.instruments.reviewed`, which knows the items.
"""

from pathlib import Path

from brochures.errors import SourceError
from brochures.model.review import REVIEW_FILE, Reviews
from brochures.reading.source import Reading, Source, read_yaml
from brochures.reading.validation import checked, text_problems


def review_file(named: Path | None, clinic_folder: Path | None) -> Path | None:
    """The file that was named, or the one beside clinic.yaml if it is there."""
    if named is not None:
        return named
    beside = clinic_folder / REVIEW_FILE if clinic_folder else None
    return beside if beside and beside.is_file() else None


def read_reviews(path: Path) -> Reading[Reviews]:
    """The reviews in the file.

    Raises:
        SourceError: everything that is wrong with the file, each at its line.
    """
    return check_reviews(read_yaml(path))


def check_reviews(source: Source) -> Reading[Reviews]:
    """As `read_reviews`, for a file already read.

    Raises:
        SourceError: everything that is wrong with the file, each at its line.
    """
    reviews, problems = checked(source, Reviews)
    problems += text_problems(source, Reviews)
    if reviews is None or problems:
        raise SourceError(problems)
    return Reading(reviews, source)
