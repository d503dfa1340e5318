"""Problems of shape; their exact words stand in tests/wrong."""

from typing import Literal

import pytest
from pydantic import Field

from brochures.errors import Problem, SourceError
from brochures.model.base import Model, Rich, Text, Whole
from brochures.model.clinic import Clinic
from brochures.model.content import Content
from brochures.reading.fields import leaves, model_at
from brochures.reading.source import parse
from brochures.reading.validation import checked, text_problems, validate


class Pair(Model):
    """A left and a right."""

    left: Text
    right: Text


class Sample(Model):
    """Something of each kind."""

    name: Text = Field(max_length=5)
    either: Text | Pair | None = None
    kind: Literal["one", "two"] = "one"
    span: tuple[Whole, Whole] | None = None
    words: tuple[Rich, ...] = ()
    by_name: dict[str, Pair] = Field(default_factory=dict)


def problems(text: str) -> list[Problem]:
    """All problems of a sample."""
    return checked(parse("f.yaml", text), Sample)[1]


def test_a_right_file_becomes_its_model() -> None:
    """Lists become tuples; nothing else changes."""
    sample = validate(parse("f.yaml", "name: x\nwords: [a, b]\neither: {left: a, right: b}\n"), Sample)

    assert sample == Sample(name="x", words=("a", "b"), either=Pair(left="a", right="b"))


def test_validate_raises_all_problems_in_the_order_of_their_places() -> None:
    """The file is mended from top to bottom."""
    with pytest.raises(SourceError) as caught:
        validate(parse("f.yaml", "kind: three\nspan: [1]\nname: 5\n"), Sample)

    assert [p.code for p in caught.value.problems] == ["not-one-of", "too-few", "not-text"]


@pytest.mark.parametrize(
    ("either", "code", "message"),
    [
        ("3", "not-text", "`either` must be text; 3 is a number"),
        ("true", "not-text", "`either` must be text; true is yes or no"),
        ("[a]", "not-text", "`either` must be text, not a list"),
        ("{left: a, right: 3}", "not-text", "`right` must be text; 3 is a number"),
        ("{left: a}", "missing-field", "`either` needs the field `right`"),
    ],
)
def test_a_choice_of_shapes_is_answered_for_the_one_that_was_meant(either: str, code: str, message: str) -> None:
    """One fault, one problem, whatever the other shapes would have been."""
    (only,) = problems(f"name: x\neither: {either}\n")

    assert (only.code, only.message) == (code, message)


def test_a_fields_own_length_is_kept() -> None:
    """The shorter of two limits counts."""
    assert [p.code for p in problems("name: abcdef\n")] == ["too-long"]


def test_a_misspelt_field_is_told_once() -> None:
    """Not as a stranger and as a missing field."""
    assert [p.hint for p in problems("nmae: x\n")] == ["did you mean `name`?"]


def test_entries_of_lists_and_named_fields_are_placed() -> None:
    """In the middle of a line, too."""
    found = problems("name: x\nwords: [a, 3]\nby_name:\n  first: {left: a, right: [b]}\n")

    assert [p.place() for p in found] == ["f.yaml:2:12", "f.yaml:4:27"]


def test_a_fixed_list_that_is_too_long_is_told() -> None:
    """Two numbers are two numbers."""
    assert [p.code for p in problems("name: x\nspan: [1, 2, 3]\n")] == ["too-many"]


def test_model_at_follows_lists_names_and_choices() -> None:
    """As the problems of any model name them."""
    assert model_at(Sample, ("by_name", "x")) is Pair
    assert model_at(Sample, ("either", "Pair")) is Pair
    assert model_at(Sample, ("name",)) is None


def test_leaves_know_the_kind_of_their_words() -> None:
    """Also in a file that is wrong elsewhere."""
    found = list(leaves(Sample, {"name": "n", "words": ["w", 3], "either": {"left": "l"}, "kind": "k", "other": "o"}))

    assert [(leaf.text, leaf.kind) for leaf in found] == [("n", "plain"), ("l", "plain"), ("w", "rich")]


def test_texts_are_looked_into_even_where_the_shape_is_wrong() -> None:
    """So that one reading finds it all."""
    source = parse("f.yaml", "name: x\nwords: ['<b>x</b>', '{nothing}']\nspan: no\n")

    assert [p.code for p in text_problems(source, Sample)] == ["html-tag", "unknown-slot"]


@pytest.mark.parametrize("model", [Content, Clinic])
def test_no_field_is_named_like_a_choice_of_shapes(model: type[Model]) -> None:
    """Or the walk over a file's tree would follow the wrong one."""
    branches, fields, seen, queue = set(), set(), set(), [model]
    while queue:
        at = queue.pop()
        if at in seen:
            continue
        seen.add(at)
        branches.add(at.__name__)
        for name in at.model_fields:
            fields.add(name)
            for loc in ((name,), (name, 0), (name, "x"), (name, 0, "x")):
                inner = model_at(at, loc)
                queue += [inner] if inner is not None and issubclass(inner, Model) else []

    assert not branches & fields
    assert len(seen) > 5
