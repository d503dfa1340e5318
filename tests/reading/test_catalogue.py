"""Content files: what fits together, and what does not; most faults stand in tests/wrong."""

from pathlib import Path

import pytest

from brochures.errors import SourceError
from brochures.reading.catalogue import check_content, read_content
from brochures.reading.source import parse

WRONG = Path(__file__).parents[1] / "wrong"
FIRST = "          none: {text: Nothing., sources: [S1]}\n"


def whole_pair() -> str:
    """Two topics and their comparison, nothing wrong."""
    text = (WRONG / "missing-answer" / "content.yaml").read_text(encoding="utf-8").replace("lazer", "laser")
    return text.replace("      - question: How long?", FIRST + "      - question: How long?")


def codes(text: str) -> list[str]:
    """The codes of all problems of a content file."""
    with pytest.raises(SourceError) as caught:
        check_content(parse("content.yaml", text))
    return [problem.code for problem in caught.value.problems]


def test_content_in_order_is_read_with_its_places(tmp_path: Path) -> None:
    """Later rules can point at any line of it."""
    path = tmp_path / "content.yaml"
    path.write_text(whole_pair(), encoding="utf-8")

    reading = read_content(path)

    assert list(reading.value.topics) == ["peel", "laser"]
    assert reading.locate("topics", "laser", "version").line == 26
    assert not reading.warnings


def test_faults_of_shape_reference_and_markup_are_told_together() -> None:
    """Even while the file is not yet a content."""
    text = (
        whole_pair().replace('version: "1.0"', "version: 1", 1).replace("[S1]", "[S2]", 1).replace("Redness.", "<b>", 1)
    )

    assert codes(text) == ["not-text", "unknown-source", "html-tag"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    options: [peel, laser]", "    options: [peel, laser, peel]", ["duplicate-option"]),
        ("    neither:", "    onset_of: peel\n    neither:", ["no-onset"]),
        ("    neither:", "    onset_of: none\n    neither:", ["unknown-option"]),
        ("    neither:", "    urgent_titles: {peels: Call}\n    neither:", ["unknown-option"]),
        ("{text: Redness., sources: [S1]}", "{text: Redness., sources: [S1], option: none}", ["unknown-option"]),
        ("{text: Redness., sources: [S1]}", "{text: Redness., sources: [S1], depth: more}", ["safety-depth"]),
        (
            "    neither:",
            "    sections:\n      - {role: cost, title: A, option: w, text: [{text: B, sources: [S1]}]}\n    neither:",
            ["unknown-option"],
        ),
        (
            "    neither:",
            "    quick:\n      - {icon: drop, answers: {peel: {text: A., sources: [S1]}}}\n    neither:",
            ["missing-answer"],
        ),
    ],
)
def test_a_comparison_speaks_of_its_own_options(old: str, new: str, expected: list[str]) -> None:
    """Each once, each answered, none invented."""
    assert codes(whole_pair().replace(old, new, 1)) == expected


def test_the_short_table_may_leave_out_no_treatment() -> None:
    """It stands on the flap, where room is short."""
    answers = "{peel: {text: A., sources: [S1]}, laser: {text: B., sources: [S1]}}"
    text = whole_pair().replace("    neither:", f"    quick:\n      - {{icon: drop, answers: {answers}}}\n    neither:")

    assert check_content(parse("content.yaml", text)).value.comparisons["peel-or-laser"].quick


def test_safety_is_looked_for_inside_its_blocks() -> None:
    """The signs under `urgent` and the caveat of a rate are safety, too."""
    text = whole_pair().replace(
        "{text: Blisters or pus., sources: [S1]}", "{text: Pus., sources: [S1], depth: more}", 1
    )

    assert codes(text) == ["safety-depth"]


def test_the_content_that_ships_is_in_order() -> None:
    """No error and no source that nobody names."""
    shipped = Path(__file__).parents[2] / "content.yaml"

    assert not read_content(shipped).warnings
