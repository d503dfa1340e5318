"""Is this right to give to a patient? One rule, one function; one module for each concern. Floor 3."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from brochures.errors import Problem
from brochures.model.clinic import Clinic
from brochures.model.profile import Level, Profile
from brochures.reading.source import Reading
from brochures.rules import balance, claims, governance, language, parity, promotion, trademarks
from brochures.rules.case import Case
from brochures.rules.rule import Rule

_ROOMS: Final = (governance, balance, claims, trademarks, promotion, language, parity)

RULES: Final[dict[str, Rule]] = {rule.id: rule for room in _ROOMS for rule in room.RULES}
"""Every rule by its id, in the order in which `brochures rules` lists them."""

_ORDER: Final[dict[str, int]] = {"off": 0, "warning": 1, "error": 2}


def judge(case: Case, clinic: Reading[Clinic] | None) -> tuple[Problem, ...]:
    """All that the rules find in one brochure, each at its place, at the severity that holds here."""
    levels = levels_for(case.profile, clinic.value if clinic else None)
    return tuple(problem for rule in RULES.values() for problem in _found(rule, case, levels[rule.id]))


def _found(rule: Rule, case: Case, level: Level) -> Iterator[Problem]:
    if level == "off":
        return
    for finding in dict.fromkeys(rule.find(case)):
        yield Problem(rule.id, finding.message, finding.hint or rule.way_out, finding.at, severity=level)


def levels_for(profile: Profile, clinic: Clinic | None) -> dict[str, Level]:
    """The level of each rule: its own, then the place's, then the clinic's; those of safety are only raised."""
    levels: dict[str, Level] = {}
    for name, rule in RULES.items():
        level: Level = rule.severity
        for settings in (profile.rules, clinic.rules if clinic else {}):
            wanted = settings.get(name, level)
            level = level if rule.safety and _ORDER[wanted] < _ORDER[level] else wanted
        levels[name] = level
    return levels


def settings_problems(reading: Reading[Clinic] | Reading[Profile]) -> tuple[Problem, ...]:
    """Rules in a clinic's or a profile's file that do not exist, or that may not be lowered."""
    return tuple(_settings(reading.value.rules, reading))


def _settings(settings: Mapping[str, Level], reading: Reading[Clinic] | Reading[Profile]) -> Iterator[Problem]:
    for name, level in settings.items():
        rule, mark = RULES.get(name), reading.locate("rules", name)
        if rule is None:
            near = get_close_matches(name, RULES, n=1)
            hint = f"did you mean `{near[0]}`?" if near else "`brochures rules` lists them"
            yield Problem("unknown-rule", f"there is no rule `{name}`", hint, mark)
        elif rule.safety and _ORDER[level] < _ORDER[rule.severity]:
            message = f"`{name}` is a rule of safety: it can be raised, not lowered from `{rule.severity}`"
            yield Problem("rule-locked", message, "remove the line", mark)
