"""Plain language: can a patient read this? One module for each kind of rule. Floor 3."""

from typing import Final

from brochures.rules.language import numbers, readability, sentences, terms
from brochures.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = (*readability.RULES, *sentences.RULES, *terms.RULES, *numbers.RULES)
