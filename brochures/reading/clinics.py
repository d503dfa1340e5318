"""A clinic file, read and checked, alone and against the content. Floor 2."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from brochures.errors import Mark, Problem, SourceError
from brochures.model.clinic import Clinic
from brochures.model.content import Content
from brochures.model.formats import FORMATS, formats_of
from brochures.reading.setting import nothing_yet, with_settings
from brochures.reading.source import Reading, Source, read_yaml
from brochures.reading.validation import checked, text_problems
from brochures.reading.wording import near


def read_clinic(path: Path | None, settings: Iterable[str] = ()) -> Reading[Clinic]:
    """The clinic in the file with the settings over it, or of the settings alone, with its places.

    Colours, fonts and pictures are looked at by `reading.brand.make_look` and `reading.photos`.

    Raises:
        SourceError: everything that is wrong with the file, each at its line.
    """
    source = with_settings(read_yaml(path) if path else nothing_yet(), "clinic", settings)
    if path is None and "name" not in source.data:
        hint = "add --set clinic.name=…, or name its file with --clinic"
        raise SourceError([Problem("missing-field", "a clinic needs a name", hint, Mark("--set"))])
    return check_clinic(source)


def check_clinic(source: Source) -> Reading[Clinic]:
    """As `read_clinic`, for a file already read.

    Raises:
        SourceError: everything that is wrong with the file, each at its line.
    """
    clinic, problems = checked(source, Clinic)
    problems += text_problems(source, Clinic, skipped="brand")
    if clinic is None or problems:
        raise SourceError(problems)
    return Reading(clinic, source)


def reference_problems(clinic: Reading[Clinic], content: Content) -> tuple[Problem, ...]:
    """What the clinic names that the content does not have: languages, pieces."""
    return (*_languages(clinic, content), *_pieces(clinic, content))


def _languages(clinic: Reading[Clinic], content: Content) -> Iterator[Problem]:
    spoken = sorted({content.subject(name).language for name in content.subject_names})
    for number, language in enumerate(clinic.value.languages):
        if language not in spoken:
            mark = clinic.locate("languages", number)
            yield Problem("no-such-language", f"nothing is written in {language}", _spoken(spoken), mark)


def _pieces(clinic: Reading[Clinic], content: Content) -> Iterator[Problem]:
    for number, row in enumerate(clinic.value.pieces):
        if row.subject not in content.subject_names:
            hint = near(row.subject, list(content.subject_names)) or "subjects are " + ", ".join(content.subject_names)
            mark = clinic.locate("pieces", number, "subject")
            yield Problem("unknown-subject", f"the content has no subject `{row.subject}`", hint, mark)
            continue
        kind = "topic" if row.subject in content.topics else "comparison"
        for at, name in enumerate(row.formats):
            if kind not in FORMATS[name].kinds:
                mark = clinic.locate("pieces", number, "formats", at)
                hint = "its formats are " + ", ".join(formats_of("topic" if kind == "topic" else "comparison"))
                yield Problem("no-such-piece", f"`{row.subject}` is not printed as {name}", hint, mark)
        for at, name in enumerate(row.formats):
            if row.large_print and not FORMATS[name].has_large:
                mark = clinic.locate("pieces", number, "formats", at)
                having = ", ".join(other.name for other in FORMATS.values() if other.has_large)
                yield Problem("no-large-print", f"there is no large print of {name}", f"it is made of {having}", mark)
        language = content.subject(row.subject).language
        if row.language not in (None, language):
            mark = clinic.locate("pieces", number, "language")
            message = f"`{row.subject}` is not written in {row.language}"
            yield Problem("no-such-language", message, _spoken([language]), mark)


def _spoken(languages: list[str]) -> str:
    return "there is: " + ", ".join(languages)
