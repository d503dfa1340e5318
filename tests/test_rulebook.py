"""docs/rules.md is what the rules themselves say, and what they find."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def rulebook() -> ModuleType:
    """The script that writes the page."""
    spec = importlib.util.spec_from_file_location("rulebook", ROOT / "docs" / "rulebook.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_current(rulebook: ModuleType) -> None:
    """`make rules` writes it anew."""
    assert rulebook.page() == (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


def test_the_article_that_the_pieces_began_with_could_not_be_given(rulebook: ModuleType) -> None:
    """No risks, no signs, nobody who should not have it; and of the rest the rules say much."""
    missing, found = rulebook.article_problems()
    codes = {problem.code for problem in found if problem.severity == "error"}

    assert missing == ["serious_risks", "urgent", "who_should_not"]
    assert codes >= {"boxed-warning", "banned-claim", "risks-outweighed", "temporary"}
    assert {problem.code for problem in found} >= {"grade-high", "topic-grade", "jargon"}
