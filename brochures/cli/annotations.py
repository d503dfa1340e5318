"""Problems as other programs take them: SARIF 2.1.0, and annotations of GitHub Actions. Floor 8."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from brochures import __version__
from brochures.errors import Problem

if TYPE_CHECKING:
    from brochures.rules.rule import Rule

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_HOME: Final = "brochures"


def sarif(problems: Iterable[Problem], rules: "Mapping[str, Rule]") -> dict[str, Any]:
    """A SARIF log of one run; each code that was found is one of its rules, with what it asks for where it is ours.

    The format is OASIS SARIF 2.1.0; columns count characters, as `columnKind` says.
    """
    found = tuple(problems)
    codes = tuple(dict.fromkeys(problem.code for problem in found))
    driver = {
        "name": _HOME,
        "version": __version__,
        "rules": [_descriptor(code, rules.get(code)) for code in codes],
    }
    results = [_result(problem, codes.index(problem.code)) for problem in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _descriptor(code: str, rule: "Rule | None") -> dict[str, Any]:
    if rule is None:
        return {"id": code}
    level = "none" if rule.severity == "off" else rule.severity
    return {
        "id": code,
        "shortDescription": {"text": rule.asks},
        "help": {"text": rule.way_out},
        "defaultConfiguration": {"level": level},
        "properties": {"concern": rule.concern, "safety": rule.safety},
    }


def _result(problem: Problem, index: int) -> dict[str, Any]:
    words = f"{problem.message}: {problem.hint}" if problem.hint else problem.message
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": words},
    }
    mark = problem.mark
    if mark is None:
        result["locations"] = [{"logicalLocations": [{"name": problem.place()}]}]
        return result
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(mark.file)}}
    if mark.line:
        place["region"] = {"startLine": mark.line, "startColumn": mark.column}
    result["locations"] = [{"physicalLocation": place}]
    return result


def _uri(file: str) -> str:
    """A relative address where the file lies below the current folder, as code scanning wants it."""
    path = Path(file)
    if path.is_absolute():
        here = Path.cwd()
        return quote(path.relative_to(here).as_posix()) if path.is_relative_to(here) else path.as_uri()
    return quote(path.as_posix())


def github(problem: Problem) -> str:
    """The problem as a workflow command of GitHub Actions, which shows it beside its line."""
    mark = problem.mark
    given = {"file": mark.file, "line": mark.line, "col": mark.column} if mark else {}
    where = {**{name: value for name, value in given.items() if value}, "title": problem.code}
    named = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    words = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return f"::{problem.severity} {named}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
