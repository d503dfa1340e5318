"""The words that results differ from person to person. Floor 3."""

from typing import Final

from brochures.rules.phrasing import compiled

RESULTS_VARY: Final = compiled(
    r"\b(?:results?|effects?|it|this|these) (?:will |may |can |might )?(?:vary|varies|differs?|be different)\b"
    r"|\bnot (?:typical|everyone|the same for)\b"
)[0]
"""`Results vary`, `your result may differ`."""
