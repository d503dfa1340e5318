"""A source's data as a checked model, or every problem at once with its place. Floor 2.

Messages are keyed on the type of a pydantic error, never on its English.
"""

from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from brochures.errors import Problem, SourceError
from brochures.reading.fields import leaves
from brochures.reading.richtext import Complaint, check_plain, check_rich
from brochures.reading.source import Loc, Source
from brochures.reading.wording import describe, near

M = TypeVar("M", bound=BaseModel)

_KINDS: Final = frozenset({"string_type", "model_type"})


def validate(source: Source, model: type[M]) -> M:
    """The source's data as `model`.

    Raises:
        SourceError: with every problem, each at its line and column.
    """
    value, problems = checked(source, model)
    if value is None:
        raise SourceError(problems)
    return value


def checked(source: Source, model: type[M]) -> tuple[M | None, list[Problem]]:
    """The data as `model` and no problem, or None and all of them."""
    try:
        return model.model_validate(source.data), []
    except ValidationError as error:
        details = _meant(error.errors(include_url=False), source)
    problems: dict[Problem, None] = {}
    for detail in details:
        words = describe(detail, source, model)
        mark = source.mark_of(detail["loc"], key=words.at_key)
        problems[Problem(words.code, words.message, words.hint, mark)] = None
    return None, list(problems)


def text_problems(source: Source, model: type[BaseModel], skipped: str = "") -> list[Problem]:
    """What is wrong inside the texts of a file: markup, braces, links; the field `skipped` is left out."""
    problems = []
    for leaf in leaves(model, source.data):
        if leaf.loc[0] == skipped or leaf.kind not in {"plain", "rich"}:
            continue
        complaints = check_rich(leaf.text) if leaf.kind == "rich" else check_plain(leaf.text)
        problems += [_placed(complaint, source, leaf.loc) for complaint in complaints]
    return problems


def _placed(complaint: Complaint, source: Source, loc: Loc) -> Problem:
    mark = source.mark_within(loc, complaint.fragment)
    return Problem(complaint.code, complaint.message, complaint.hint, mark)


def _meant(details: list[ErrorDetails], source: Source) -> list[ErrorDetails]:
    """The details without the echoes: union branches nobody meant, and lists emptied by their own errors."""
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    return [detail for detail in details if not _is_echo(detail, details, source) and not _is_slip(detail, unknown)]


def _is_slip(detail: ErrorDetails, unknown: list[Loc]) -> bool:
    """Whether a missing field stands there, misspelt."""
    loc = detail["loc"]
    strangers = [str(other[-1]) for other in unknown if other[:-1] == loc[:-1]]
    return detail["type"] == "missing" and bool(near(str(loc[-1]), strangers))


def _is_echo(detail: ErrorDetails, details: list[ErrorDetails], source: Source) -> bool:
    loc = detail["loc"]
    real = source.real_loc(loc)
    if detail["type"] == "too_short":
        # A list whose entries all failed counts as empty.
        return any(other["loc"][: len(loc)] == loc and len(other["loc"]) > len(loc) for other in details)
    if detail["type"] not in _KINDS or real == loc:
        return False
    # A union reports every branch under a part of the location that the file does not have. A mapping
    # was meant as the model, a list or a scalar as text.
    is_mapping = isinstance(detail["input"], dict)
    return is_mapping if detail["type"] == "string_type" else not is_mapping
