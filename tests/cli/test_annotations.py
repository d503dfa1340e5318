"""Problems for other programs: what GitHub and code scanning are told, read back by a model of the standard."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import BaseModel
from sarif_pydantic import Sarif

from brochures.cli import main
from brochures.cli.annotations import github, sarif
from brochures.errors import Mark, Problem
from brochures.rules import RULES

PROBLEM = Problem(
    "grade-high", "50% too hard:\nread it", "shorter, please", Mark("a,b/content.yaml", 3, 7, "x"), severity="warning"
)
ARTICLE = Path(__file__).parents[1] / "content" / "article.yaml"


def test_an_annotation_stands_at_its_line() -> None:
    """As a workflow command; its signs are escaped as GitHub asks."""
    assert github(PROBLEM) == (
        "::warning file=a%2Cb/content.yaml,line=3,col=7,title=grade-high::50%25 too hard:%0Aread it%0Ashorter, please"
    )


def test_an_annotation_without_a_line_has_none() -> None:
    """What is wrong on paper has no place in a file."""
    assert github(Problem("overflow", "too long", piece="botox-card")) == "::error title=overflow::too long"


def test_a_sarif_log_tells_rule_level_and_place() -> None:
    """And says of each rule what it asks for."""
    log = sarif([PROBLEM, PROBLEM, Problem("overflow", "too long", piece="botox-card")], RULES)
    (run,) = Sarif.model_validate(log).runs

    assert [(result.rule_id, result.rule_index, result.level) for result in run.results or ()] == [
        ("grade-high", 0, "warning"),
        ("grade-high", 0, "warning"),
        ("overflow", 1, "error"),
    ]
    first = (run.results or [])[0]
    place = (first.locations or [])[0].physical_location
    assert place
    assert (place.artifact_location.uri, place.region.start_line, place.region.start_column) == (
        "a%2Cb/content.yaml",
        3,
        7,
    )
    assert (run.tool.driver.rules or [])[0].short_description.text == RULES["grade-high"].asks


def strangers(model: BaseModel) -> list[str]:
    """Fields that the standard's model does not know, at any depth."""
    found = list(model.model_extra or ())
    for name in type(model).model_fields:
        value = getattr(model, name)
        for part in value if isinstance(value, list) else [value]:
            found += strangers(part) if isinstance(part, BaseModel) else []
    return found


def test_a_sarif_log_holds_nothing_that_the_standard_does_not_know() -> None:
    """Every field, at every depth."""
    log = sarif([PROBLEM, Problem("overflow", "too long", piece="botox-card")], RULES)

    # The standard has `columnKind` (3.14.17), the model of it has not.
    assert strangers(Sarif.model_validate(log)) == ["columnKind"]
    assert strangers(Sarif.model_validate({**log, "versoin": "2.1.0"})) == ["versoin", "columnKind"]


def test_a_file_below_the_folder_is_named_from_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Code scanning knows no machine's paths."""
    monkeypatch.chdir(tmp_path)

    def uri(path: Path) -> str:
        log = sarif([Problem("x", "y", mark=Mark(str(path), 1, 1))], RULES)
        told: str = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        return told

    assert uri(tmp_path / "my content.yaml") == "my%20content.yaml"
    assert uri(tmp_path.parent / "content.yaml") == (tmp_path.parent / "content.yaml").as_uri()


@pytest.mark.parametrize(("option", "begins"), [("--sarif", "{"), ("--github", "::error file="), ("--json", "[")])
def test_check_prints_what_a_program_asked_for(option: str, begins: str) -> None:
    """On stdout, and nothing else there; the exit code is the same."""
    done = CliRunner().invoke(main, ["check", "--content", str(ARTICLE), option])

    assert done.exit_code == 1
    assert done.stdout.startswith(begins)
    assert done.stdout.count("missing-field") >= 3
