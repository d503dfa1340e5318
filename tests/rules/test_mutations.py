"""Every rule against a content with exactly its fault: found by its own id, and by no other."""

import importlib
import pkgutil

import pytest

import tests.rules as here
from brochures.rules import RULES
from tests.rules.judging import Mutation, judged


def collected() -> list[Mutation]:
    """The `MUTATIONS` of every test module of the rules."""
    names = [info.name for info in pkgutil.walk_packages(here.__path__, f"{here.__name__}.")]
    modules = [importlib.import_module(name) for name in names if name != __name__ and ".test_" in name]
    return [mutation for module in modules for mutation in getattr(module, "MUTATIONS", ())]


MUTATIONS = collected()


def test_every_rule_has_a_fault_of_its_own() -> None:
    """A rule that nothing can break is no rule."""
    assert {mutation.rule for mutation in MUTATIONS} == set(RULES)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda m: f"{m.rule}{m.name and '-'}{m.name}")
def test_a_fault_is_found_by_its_own_rule(mutation: Mutation) -> None:
    """And by none by accident; what is told has a place and a way out."""
    problems = judged(mutation, {mutation.rule: RULES[mutation.rule].severity.replace("off", "warning")})  # type: ignore[dict-item]

    assert {problem.code for problem in problems} == {mutation.rule}
    assert all(problem.hint for problem in problems)
    assert all(problem.mark for problem in problems)


@pytest.mark.parametrize("subject", ["botox", "fillers", "botox-vs-fillers"])
def test_what_is_shipped_breaks_no_rule(subject: str) -> None:
    """Not even one that only warns."""
    assert judged(Mutation("", subject=subject)) == ()
