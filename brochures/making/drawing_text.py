"""How wide words will be, near enough to keep labels apart. Floor 4."""

from types import MappingProxyType
from typing import Final

# Em for each character, read from Source Sans 3 and rounded up; other text faces are little wider.
# A label that is thought too wide takes its own row; one thought too narrow would print over its neighbour.
_CLASSES: Final = (
    (0.22, " "), (0.29, "ijlI.,:;'’|"), (0.35, "f!()-rt/"), (0.45, "sz®"), (0.50, "cvxyJY–"),
    (0.53, "aegkFLVX0123456789+"), (0.57, "bdhnopquAESTZ"), (0.62, "BCKPR"), (0.68, "DGHNOQU&"), (0.74, "wM"),
    (0.85, "Wm%"),
)  # fmt: skip
_ADVANCES: Final = MappingProxyType({character: em for em, characters in _CLASSES for character in characters})
_UNKNOWN: Final = 0.62
_FULL: Final = 1.0
_CJK_FROM: Final = 0x2E80
_OTHER_FACES: Final = 1.04
_BOLD: Final = 1.05


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The estimated width of one line of text, in the unit of `size`."""
    ems = sum(_ADVANCES.get(c, _FULL if ord(c) >= _CJK_FROM else _UNKNOWN) for c in text)
    return ems * size * _OTHER_FACES * (_BOLD if bold else 1.0)


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than `width`, broken at spaces; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
