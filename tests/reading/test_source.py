"""YAML as plain data with places; the faults that stop it stand in tests/wrong."""

from pathlib import Path

import pytest

from brochures.errors import Mark, SourceError
from brochures.reading.source import parse, read_yaml


def codes(text: str) -> list[str]:
    """The codes of all problems of a text."""
    with pytest.raises(SourceError) as caught:
        parse("f.yaml", text)
    return [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12:30", "12:30"),
        ("no", "no"),
        ("2026-11-22", "2026-11-22"),
        ("1_000", "1_000"),
        ("010", 10),
        ("0x1F", 31),
        ("-3", -3),
        ("3.10", 3.1),
        ("1e3", 1000.0),
        ("~", None),
        ("", None),
        ("True", True),
        ('"3"', "3"),
        ("'no'", "no"),
        ("! 12", "12"),
        ("|\n  two\n  lines", "two\nlines\n"),
        (">-\n  one\n  line", "one line"),
        ("[1, a, {b: c}]", [1, "a", {"b": "c"}]),
    ],
)
def test_values_are_read_by_the_core_schema(written: str, value: object) -> None:
    """Opening hours, dates and `no` stay the words that were written."""
    source = parse("f.yaml", f"a: {written}\n")

    assert source.data == {"a": value}


def test_marks_point_at_keys_and_values() -> None:
    """Lines and columns count from 1, as editors do."""
    source = parse("f.yaml", "top:\n  - name: x\n    other: [1, 22]\n")

    assert source.mark_of(("top", 0, "other", 1)) == Mark("f.yaml", 3, 16, "    other: [1, 22]")
    assert source.mark_of(("top", 0, "other"), key=True).column == 5
    assert source.mark_of(("top",), key=True).line == 1


def test_parts_that_the_file_does_not_have_are_skipped() -> None:
    """A missing field is placed at what should hold it; a union's name leads nowhere."""
    source = parse("f.yaml", "a:\n  b: 1\n")

    assert source.mark_of(("a", "Branch", "b")).line == 2
    assert source.mark_of(("a", "missing"), key=True) == Mark("f.yaml", 1, 1, "a:")
    assert source.real_loc(("a", "Branch", "b", 3)) == ("a", "b")


def test_a_fragment_is_found_inside_its_text() -> None:
    """A fault in the middle of a sentence is pointed at there."""
    source = parse("f.yaml", 'a: "one {two} three"\n')

    assert source.mark_within(("a",), "{two}").column == 9
    assert source.mark_within(("a",), "absent").column == 4


def test_the_file_is_named_as_the_user_named_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path stays relative in every message."""
    (tmp_path / "c.yaml").write_text("a: 1\na: 2\n")
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SourceError) as caught:
        read_yaml(Path("c.yaml"))

    assert caught.value.problems[0].place() == "c.yaml:2:1"


def test_every_kind_of_line_break_counts_once() -> None:
    """Places stay right in files from any system."""
    source = parse("f.yaml", "a: 1\r\nb: 2\nc: 3\r\n")

    assert source.mark_of(("c",)) == Mark("f.yaml", 3, 4, "c: 3")


def test_nesting_is_refused_before_it_is_built() -> None:
    """Three thousand brackets exhaust no stack, in either style."""
    assert codes("a: " + "[" * 3000) == ["too-deep"]
    assert codes("a: " + "{b: " * 3000) == ["too-deep"]
    assert codes("\n".join(" " * depth + "a:" for depth in range(100))) == ["too-deep"]


def test_an_alias_bomb_is_refused_unopened() -> None:
    """Anchors are named, not followed."""
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"

    assert set(codes(bomb)) == {"no-anchors"}


def test_numbers_that_no_one_writes_are_refused() -> None:
    """Endless digits, infinities and what overflows to one."""
    assert codes("a: " + "9" * 5000) == ["bad-number"]
    assert codes("a: 1e999") == ["bad-number"]
    assert codes("a: -.inf\nb: .NaN") == ["bad-number", "bad-number"]


def test_all_faults_that_leave_the_file_readable_are_told_together() -> None:
    """One reading finds every duplicate, anchor and number for a key."""
    assert codes("a: 1\na: 2\n3: &x b\nc: !t d\n") == ["duplicate-key", "key-not-text", "no-anchors", "no-tags"]


def test_a_key_that_is_no_word_is_refused() -> None:
    """Lists and mappings name no field."""
    assert codes("? [a]\n: b\n") == ["key-not-text"]
    assert codes("{a: b}: c\n") == ["key-not-text"]


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n\tx: [\n",
        "a: [b, c]]",
        "&",
        "a: >\n b\n\tc: d",
        "- - -\n  x",
        "%",
        "a: !<x",
        '"',
        'a: "\\UFFFFFFFF"',
        "a: >99\n",
    ],
)
def test_no_broken_file_makes_a_traceback(text: str) -> None:
    """Whatever it is, it is a problem with a place."""
    assert codes(text)
