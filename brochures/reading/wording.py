"""What a validation error means, in words a clinician can act on. Floor 2.

One small function for each pydantic error type; anything our models raise themselves speaks for itself.
"""

import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import Final, NamedTuple

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from brochures.model.base import unprintable
from brochures.reading.fields import model_at
from brochures.reading.patterns import explain_pattern
from brochures.reading.source import Loc, Source

NEAR: Final = 0.6  # difflib's ratio from which a name counts as a slip of the pen for another
_MANY: Final = 14  # more names than this are no help


class Words(NamedTuple):
    """A code, what is wrong, what to do, and whether the key rather than the value is meant."""

    code: str
    message: str
    hint: str = ""
    at_key: bool = False


class _Case(NamedTuple):
    """One error with all that its words need."""

    kind: str
    loc: Loc
    value: object
    written: str
    limits: dict[str, object]
    model: type[BaseModel]
    message: str

    @property
    def name(self) -> str:
        """The value's field or entry, as named in a message."""
        return label(self.loc)

    def limit(self, *names: str) -> object:
        """The first limit of these names."""
        return next((self.limits[name] for name in names if name in self.limits), "")


def describe(detail: ErrorDetails, source: Source, model: type[BaseModel]) -> Words:
    """The words for one pydantic error."""
    kind, loc = detail["type"], detail["loc"]
    is_absent = kind == "missing"
    real = (*source.real_loc(loc), loc[-1]) if is_absent else source.real_loc(loc)
    written = "" if is_absent else source.written(loc)
    case = _Case(kind, real, detail["input"], written, detail.get("ctx", {}), model, detail["msg"])
    if loc and loc[-1] == "[key]":
        return _pattern(case)._replace(at_key=True)
    if detail["input"] is None and kind in _EMPTY and written in {"", "~", "null"}:
        hint = "write something after the colon, or remove the line"
        return Words("empty", f"{case.name} has no value", hint, at_key=not written)
    return _WORDS.get(kind, _own)(case)


def label(loc: Loc) -> str:
    """A value's name: its field, or which entry of which list."""
    if not loc:
        return "the file"
    if isinstance(loc[-1], int):
        return f"entry {loc[-1] + 1} of {label(loc[:-1])}"
    return f"`{loc[-1]}`"


def near(word: str, names: list[str]) -> str:
    """`did you mean …?` for a slip of the pen, else nothing."""
    found = get_close_matches(word, names, n=1, cutoff=NEAR)
    return f"did you mean `{found[0]}`?" if found else ""


def _unknown_field(case: _Case) -> Words:
    name, owner = str(case.loc[-1]), case.loc[:-1]
    model = model_at(case.model, owner)
    names = [field.alias or name for name, field in model.model_fields.items()] if model else []
    hint = near(name, names)
    if not hint and not re.fullmatch(r"[A-Za-z_][\w-]*", name):
        mark = "comma" if case.value is None else "colon"
        hint = f"if this is text with a {mark} in it, write it in quotes"
    elif not hint and len(names) <= _MANY:
        hint = "its fields are " + ", ".join(names)
    hint = hint or "remove it, or check its spelling"
    return Words("unknown-field", f"{label(owner)} has no field `{name}`", hint, at_key=True)


def _missing(case: _Case) -> Words:
    owner = case.loc[:-1]
    if isinstance(case.loc[-1], int):
        message = f"{label(owner)} has too few entries: {case.loc[-1] + 1} are needed"
        return Words("too-few", message, "", at_key=True)
    model = model_at(case.model, owner)
    field = model.model_fields.get(str(case.loc[-1])) if model else None
    described = field.description.partition(";")[0] if field and field.description else ""
    about = f" ({described[0].lower()}{described[1:]})" if described else ""
    hint = f"add `{case.loc[-1]}:`{about}"
    return Words("missing-field", f"{label(owner)} needs the field `{case.loc[-1]}`", hint, at_key=True)


def _not_text(case: _Case) -> Words:
    if isinstance(case.value, list):
        return Words("not-text", f"{case.name} must be text, not a list", "write one text after the colon")
    if isinstance(case.value, dict):
        hint = "if the text has a colon in it, write it in quotes"
        if len(case.value) == 1 and "\n" not in case.written and "{" not in case.written:
            hint = f'write it in quotes: "{case.written}"'
        return Words("not-text", f"{case.name} must be text, not fields", hint)
    what = "yes or no" if isinstance(case.value, bool) else "nothing" if case.value is None else "a number"
    return Words(
        "not-text", f"{case.name} must be text; {case.written} is {what}", f'write it in quotes: "{case.written}"'
    )


def _not_a_list(case: _Case) -> Words:
    hint = "start each entry on its own line with `- `"
    if isinstance(case.value, str) and "\n" not in case.written and len(case.written) <= 40:  # noqa: PLR2004
        hint = f"write it as a list: [{case.written}]"
    return Words("not-a-list", f"{case.name} must be a list", hint)


def _not_a_mapping(case: _Case) -> Words:
    model = model_at(case.model, case.loc)
    needed = [name for name, field in model.model_fields.items() if field.is_required()] if model else []
    hint = "write its fields below it, one `name: value` a line"
    if needed:
        hint = "write its fields below it: " + ", ".join(f"`{name}:`" for name in needed)
    return Words("not-a-mapping", f"{case.name} must be fields with values", hint)


def _not_a_number(case: _Case) -> Words:
    whole = "a whole number" if case.kind.startswith("int") else "a number"
    is_quoted = isinstance(case.value, str) and re.fullmatch(r"[0-9.]+", case.value) is not None
    hint = f"write it without quotes: {case.value}" if is_quoted else "write digits only, for example 14"
    return Words("not-a-number", f"{case.name} must be {whole}", hint)


def _not_one_of(case: _Case) -> Words:
    allowed = re.findall(r"'([^']*)'", str(case.limit("expected")))
    hint = near(str(case.value), allowed) or "one of " + ", ".join(allowed)
    message = f"{case.name} cannot be {case.written or 'empty'}"
    if hint.startswith("did") and len(allowed) <= _MANY:
        hint += " It is one of " + ", ".join(allowed)
    return Words("not-one-of", message, hint)


def _too_long(case: _Case) -> Words:
    most, length = case.limit("max_length"), len(str(case.value))
    return Words("too-long", f"{case.name} has {length} characters; {most} fit", "say it in fewer words")


def _too_many(case: _Case) -> Words:
    if isinstance(case.value, str):
        return _too_long(case)
    most, length = case.limit("max_length"), case.limit("actual_length")
    return Words("too-many", f"{case.name} has {length} entries; {most} fit", "remove some", at_key=True)


def _too_few(case: _Case) -> Words:
    least, length = case.limit("min_length"), case.limit("actual_length")
    if length == 0:
        return Words("empty", f"{case.name} is empty", "give at least one entry" if least == 1 else "", at_key=True)
    return Words("too-few", f"{case.name} has too few entries: {least} are needed", "", at_key=True)


def _empty_text(case: _Case) -> Words:
    return Words("empty", f"{case.name} has no words", "write something, or remove the line")


def _out_of_range(case: _Case) -> Words:
    kind, edge = case.kind, case.limit("ge", "le", "gt", "lt")
    relation = {"greater_than_equal": "at least", "less_than_equal": "at most", "greater_than": "more than"}
    return Words("out-of-range", f"{case.name} is {case.written}; it must be {relation.get(kind, 'less than')} {edge}")


def _pattern(case: _Case) -> Words:
    what, hint = explain_pattern(str(case.limit("pattern")), str(case.value))
    return Words("bad-pattern", f"{case.name} must be {what}", hint)


def _unprintable(case: _Case) -> Words:
    hint = "delete it; it often comes in with text pasted from elsewhere"
    found = unprintable(str(case.value))
    code = f" (U+{ord(found):04X})" if found else ""
    return Words("control-character", f"{case.name} holds a character that cannot be printed{code}", hint)


def _own(case: _Case) -> Words:
    return Words(case.kind.replace("_", "-"), case.message, _HINTS.get(case.kind, ""), at_key=True)


_HINTS: Final = {
    "condition_alone": "add `profile:` with the file that the shop gave you, or remove the condition",
    "duplicate_location": "give each a name of its own, as patients know it",
    "duplicate_piece": "keep one",
    "no_number": 'for example "(555) 010-0123"',
}


_EMPTY: Final = frozenset({"string_type", "tuple_type", "model_type", "dict_type", "int_type", "float_type"})

_WORDS: Final[dict[str, Callable[[_Case], Words]]] = {
    "extra_forbidden": _unknown_field,
    "missing": _missing,
    "string_type": _not_text,
    "tuple_type": _not_a_list,
    "model_type": _not_a_mapping,
    "dict_type": _not_a_mapping,
    "int_type": _not_a_number,
    "float_type": _not_a_number,
    "literal_error": _not_one_of,
    "string_too_long": _too_long,
    "string_too_short": _empty_text,
    "too_long": _too_many,
    "too_short": _too_few,
    "string_pattern_mismatch": _pattern,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "greater_than": _out_of_range,
    "less_than": _out_of_range,
    "control_character": _unprintable,
    "string_unicode": _unprintable,
}
