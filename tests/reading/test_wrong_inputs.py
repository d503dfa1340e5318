"""Each folder of tests/wrong holds one faulty file, and beside it what the terminal says about it."""

from pathlib import Path

import pytest

from brochures.errors import Problem, SourceError, format_problem
from brochures.reading.brand import make_look
from brochures.reading.catalogue import read_content
from brochures.reading.clinics import read_clinic
from brochures.reading.overrides import personal_problems
from tests.press import PAIR

WRONG = Path(__file__).parents[1] / "wrong"
SHIPPED = Path(__file__).parents[2] / "styles" / "fonts"
CASES = sorted(path for path in WRONG.iterdir() if path.is_dir())


def problems_here() -> tuple[Problem, ...]:
    """All problems of the content or clinic file in the current folder, as the user would name it."""
    try:
        if Path("content.yaml").exists():
            return read_content(Path("content.yaml")).warnings
        clinic = read_clinic(Path("clinic.yaml"))
        if clinic.value.words:
            return SourceError(personal_problems(clinic, read_content(PAIR).value)).problems
        return make_look(clinic.value, clinic.source, Path(), SHIPPED)[1]
    except SourceError as error:
        return error.problems


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_wrong_file_is_answered_with_place_fault_and_way_out(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal's words are exactly those that stand beside the file."""
    monkeypatch.chdir(case)

    said = "\n".join(format_problem(problem) for problem in problems_here()) + "\n"

    assert said == (case / "expected.txt").read_text(encoding="utf-8")


def test_every_problem_says_what_to_do() -> None:
    """Each fault in the collection ends with a way out, but for the few that say it all."""
    endings = [text for case in CASES if (text := (case / "expected.txt").read_text(encoding="utf-8"))]

    assert len(endings) >= 28
    assert all("error[" in text or "warning[" in text for text in endings)


def test_five_faults_of_one_file_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody mends a file one message at a time."""
    monkeypatch.chdir(WRONG / "five-faults")

    codes = [problem.code for problem in problems_here()]

    assert {"not-one-of", "not-text", "unknown-field", "unknown-source", "html-tag"} <= set(codes)
