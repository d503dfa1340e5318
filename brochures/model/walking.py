"""Walks over content: what holds in a place, which statements there are, which sources they name. Floor 1."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from brochures.model.content import Section
from brochures.model.statement import Statement

_M = TypeVar("_M", bound=BaseModel)


class _Gone:
    """Marks what does not hold in this place."""


_GONE: Final = _Gone()


def holding(model: _M, place: str, words: Callable[[str], str]) -> _M | None:
    """The model as it holds in `place`, every text passed through `words`; None when nothing of it holds."""
    walked = _Walk(place, words).value(model)
    return None if isinstance(walked, _Gone) else walked


@dataclass(frozen=True, slots=True)
class _Walk:
    place: str
    words: Callable[[str], str]

    def value(self, value: Any) -> Any:  # noqa: ANN401 - a walk over any model's fields
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, BaseModel):
            return self.model(value)
        if isinstance(value, tuple):
            kept = (self.value(item) for item in value)
            return tuple(item for item in kept if item is not _GONE)
        if isinstance(value, dict):
            pairs = {key: self.value(item) for key, item in value.items()}
            return {key: item for key, item in pairs.items() if item is not _GONE}
        return value

    def model(self, model: BaseModel) -> Any:  # noqa: ANN401 - the model itself, or _GONE
        if getattr(model, "place", None) not in (None, self.place):
            return _GONE
        fields: dict[str, Any] = {}
        for name, field in type(model).model_fields.items():
            before = getattr(model, name)
            value = self.value(before)
            emptied = isinstance(before, tuple) and before and not value
            if value is _GONE or (emptied and field.is_required()):
                if field.is_required():
                    return _GONE
                value = None
            fields[name] = value
        if isinstance(model, Section) and not (fields["text"] or fields["points"] or fields["steps"]):
            return _GONE
        return model.model_copy(update=fields)


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
