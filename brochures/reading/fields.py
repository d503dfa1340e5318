"""What the models say about a place in a file: which fields stand there, which kind of words. Floor 2.

Works on data that may still be wrong, so that all problems of a file are found in one reading.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Final, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from brochures.model import base
from brochures.reading.source import Loc, Part

Kind = Literal["plain", "rich", "source", "place", "other"]
_RICH: Final = {"format": "markdown-inline"}


class Leaf(NamedTuple):
    """One text of a file: where it stands, the words, and what kind of words they are."""

    loc: Loc
    text: str
    kind: Kind


def pattern_of(annotation: object) -> str:
    """The pattern of a constrained text type."""
    found = _pattern(get_args(annotation)[1:])
    if found is None:
        raise TypeError("a text type without a pattern")
    return found


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The model of the mapping at `loc`, or None where no mapping is expected."""
    at: object = model
    for part in loc:
        at = _step(at, part)
    bare = [_bare(branch) for branch in _branches(at)]
    models = [branch for branch in bare if isinstance(branch, type) and issubclass(branch, BaseModel)]
    return models[0] if models else None


def branches_at(model: type[BaseModel], loc: Loc) -> list[object]:
    """What may stand at `loc`: one type, or the members of a union; nothing where the model knows no such place."""
    at: list[object] = [model]
    for part in loc:
        steps = [(branch, _step(branch, part)) for branch in at]
        at = [inner for branch, step in steps if step is not branch for inner in _branches(step)]
    return [_bare(branch) for branch in at]


def leaves(model: type[BaseModel], value: object) -> Iterator[Leaf]:
    """Every text in `value`, as far as it has the shape that `model` asks for."""
    if isinstance(value, dict):
        yield from _in_fields(model, value, ())


def _in_fields(model: type[BaseModel], value: dict[str, object], loc: Loc) -> Iterator[Leaf]:
    for name, shape in _shapes(model):
        if name in value:
            yield from _in_shape(shape, value[name], (*loc, name))


def _in_shape(shape: "_Shape", value: object, loc: Loc) -> Iterator[Leaf]:
    if isinstance(value, str):
        if shape.kind:
            yield Leaf(loc, value, shape.kind)
    elif isinstance(value, dict):
        for branch in shape.of_dict:
            if isinstance(branch, _Shape):
                for key, entry in value.items():
                    yield from _in_shape(branch, entry, (*loc, key))
            else:
                yield from _in_fields(branch, value, loc)
    elif isinstance(value, list):
        for entries in shape.of_list:
            for index, entry in enumerate(value):
                yield from _in_shape(entries[min(index, len(entries) - 1)], entry, (*loc, index))


@dataclass(slots=True)
class _Shape:
    """What may stand in a place: a kind of text; the models or entries of a mapping; the entries of a list, in order.

    Of a list's entries the last stands for all that follow.
    """

    kind: Kind | None = None
    of_dict: tuple["type[BaseModel] | _Shape", ...] = ()
    of_list: tuple[tuple["_Shape", ...], ...] = ()


@cache
def _shapes(model: type[BaseModel]) -> tuple[tuple[str, _Shape], ...]:
    """The shape of every field; found once, as a file has thousands of places and the models a few hundred."""
    return tuple((name, _shape(field.annotation, _field_notes(field))) for name, field in model.model_fields.items())


def _shape(annotation: object, extra: tuple[object, ...] = ()) -> _Shape:
    branches = _branches(annotation)
    texts = (branch for branch in branches if _bare(branch) is str)
    kinds = (_kind((*extra, *_notes(annotation), *_notes(branch))) for branch in texts)
    return _Shape(
        next(kinds, None),
        tuple(of for branch in branches for of in _of_dict(branch)),
        tuple(_entry_shapes(_bare(branch)) for branch in branches if get_origin(_bare(branch)) is tuple),
    )


def _of_dict(branch: object) -> Iterator["type[BaseModel] | _Shape"]:
    if isinstance(branch, type) and issubclass(branch, BaseModel):
        yield branch
    elif get_origin(_bare(branch)) is dict:
        yield _shape(get_args(_bare(branch))[1])


def _entry_shapes(bare: object) -> tuple[_Shape, ...]:
    return tuple(_shape(entry) for entry in get_args(bare) if entry is not Ellipsis)


def _step(annotation: object, part: Part) -> object:
    for branch in _branches(annotation):
        bare = _bare(branch)
        if isinstance(bare, type) and issubclass(bare, BaseModel):
            if part in bare.model_fields:
                return bare.model_fields[str(part)].annotation
            aliased = next((field for field in bare.model_fields.values() if field.alias == part), None)
            if aliased:
                return aliased.annotation
            if bare.__name__ == part:
                return bare
        if get_origin(bare) is tuple and isinstance(part, int):
            return _entry_type(bare, part)
        if get_origin(bare) is dict and part != "[key]":
            return get_args(bare)[1]
    return annotation


def _branches(annotation: object) -> list[object]:
    """The members of a union, or the type itself."""
    bare = _bare(annotation)
    if get_origin(bare) in (Union, UnionType):
        return [inner for branch in get_args(bare) for inner in _branches(branch)]
    return [annotation]


def _bare(annotation: object) -> object:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _notes(annotation: object) -> tuple[object, ...]:
    return get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()


def _field_notes(field: FieldInfo) -> tuple[object, ...]:
    return (*field.metadata, field)


def _entry_type(bare: object, index: int) -> object:
    args = get_args(bare)
    if args[-1] is Ellipsis:
        return args[0]
    return args[min(index, len(args) - 1)]


def _pattern(notes: tuple[object, ...]) -> str | None:
    for note in notes:
        pattern = note.pattern if isinstance(note, StringConstraints) else None
        if isinstance(pattern, str):
            return pattern
    return None


def _kind(notes: tuple[object, ...]) -> Kind:
    if any(isinstance(note, FieldInfo) and note.json_schema_extra == _RICH for note in notes):
        return "rich"
    pattern = _pattern(notes)
    kinds: dict[str | None, Kind] = {
        None: "plain",
        pattern_of(base.SourceId): "source",
        pattern_of(base.Place): "place",
    }
    return kinds.get(pattern, "other")
