"""Walks over content: what holds in a place, which statements there are, which sources they name. Floor 1."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from brochures.model.base import Places
from brochures.model.content import Section, Term
from brochures.model.rows import Quick, Row
from brochures.model.statement import Statement

_M = TypeVar("_M", bound=BaseModel)
_Titled = Statement | Section | Term


class _Gone:
    """Marks what does not hold in this place."""


_GONE: Final = _Gone()


def holds(where: Places | None, place: str) -> bool:
    """Whether what is marked `where` holds in `place`."""
    return where is None or place == where or (not isinstance(where, str) and place in where)


def holding(
    model: _M, place: str, words: Callable[[str], str], blocked: Callable[[_Titled], bool] | None = None
) -> _M | None:
    """The model as it holds in `place`, every text passed through `words`; None when nothing of it holds.

    What `blocked` says of is left out as if it held elsewhere.
    """
    walked = _Walk(place, words, blocked or (lambda _: False)).value(model)
    return None if isinstance(walked, _Gone) else walked


@dataclass(frozen=True, slots=True)
class _Walk:
    place: str
    words: Callable[[str], str]
    blocked: Callable[[_Titled], bool]

    def value(self, value: Any) -> Any:  # noqa: ANN401 - a walk over any model's fields
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, BaseModel):
            return self.model(value)
        if isinstance(value, tuple):
            kept = (self.value(item) for item in value)
            return tuple(_first_versions(item for item in kept if item is not _GONE))
        if isinstance(value, dict):
            pairs = {key: self.value(item) for key, item in value.items()}
            return {key: item for key, item in pairs.items() if item is not _GONE}
        return value

    def model(self, model: BaseModel) -> Any:  # noqa: ANN401 - the model itself, or _GONE
        if not holds(getattr(model, "place", None), self.place):
            return _GONE
        if isinstance(model, Statement | Section | Term) and self.blocked(model):
            return _GONE
        fields: dict[str, Any] = {}
        for name, field in type(model).model_fields.items():
            before = getattr(model, name)
            value = self.value(before)
            emptied = isinstance(before, tuple) and before and not value
            if isinstance(model, Row | Quick) and isinstance(before, dict) and len(value) < len(before):
                return _GONE  # a table has no empty cells
            if value is _GONE or (emptied and field.is_required()):
                if field.is_required():
                    return _GONE
                value = None
            fields[name] = value
        if isinstance(model, Section) and not (fields["text"] or fields["points"] or fields["steps"]):
            return _GONE
        return model.model_copy(update=fields)


def _first_versions(kept: Iterable[Any]) -> Iterator[Any]:
    """Of several versions of one thing the first that holds: statements of one `item`, rows of one question."""
    told: set[str] = set()
    for value in kept:
        name = value.item if isinstance(value, Statement) else value.question if isinstance(value, Row) else None
        if name is None or name not in told:
            told |= {name} if name else set()
            yield value


def statements_of(model: Any) -> Iterator[Statement]:  # noqa: ANN401 - a model, or what stands in its fields
    """Every statement in `model`, in the order of its fields."""
    if isinstance(model, Statement):
        yield model
    else:
        for part in _parts(model):
            yield from statements_of(part)


def cited(model: Any) -> Iterator[str]:  # noqa: ANN401 - a model, or what stands in its fields
    """Every source id that `model` names, with repeats."""
    if isinstance(model, BaseModel):
        yield from getattr(model, "sources", ())
    for part in _parts(model):
        yield from cited(part)


def _parts(value: Any) -> Iterator[Any]:  # noqa: ANN401 - a walk over any model's fields
    if isinstance(value, BaseModel):
        yield from (getattr(value, name) for name in type(value).model_fields)
    elif isinstance(value, tuple):
        yield from value
    elif isinstance(value, dict):
        yield from value.values()
