"""The quick parser of YAML against the careful one: the same trees and places, or none at all."""

from pathlib import Path

import pytest

from brochures.reading.events import Builder, Node
from brochures.reading.quickly import quick_root
from brochures.reading.source import syntax_faults
from brochures.reading.textfile import Lines, read_text

ROOT = Path(__file__).parents[2]
SHIPPED = [ROOT / "content.yaml", *sorted((ROOT / "profiles").glob("*.yaml")), *sorted(ROOT.glob("examples/**/*.yaml"))]
WRONG = sorted((ROOT / "tests" / "wrong").glob("*/*.yaml"))


def careful_root(text: str) -> Node | None:
    """The root as the parser of YAML 1.2 reads it; None for a text with a fault."""
    builder = Builder(Lines("f.yaml", text))
    return None if syntax_faults(builder, text) or builder.faults else builder.root


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_ships_is_read_quickly_and_the_same(path: Path) -> None:
    """Every value, and the place of each."""
    text = read_text(path)
    quick = quick_root(Lines("f.yaml", text))

    assert quick is not None
    assert quick == careful_root(text)


def test_what_is_wrong_is_never_read_otherwise() -> None:
    """A file with faults is left to the careful parser, or read as that reads it."""
    readable = []
    for path in WRONG:
        try:
            readable.append(read_text(path))
        except Exception:  # noqa: BLE001, S112 - files that are no text are not for any parser
            continue
    trees = [(quick_root(Lines("f.yaml", text)), text) for text in readable]

    assert len([quick for quick, _ in trees if quick is None]) > 20
    assert [text for quick, text in trees if quick is not None and quick != careful_root(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "a: &b c",
        "a: !x c",
        "%YAML 1.1\n---\na: b",
        "a:\tb",
        "a: |\n  b",
        "a: >-\n  #",
        'a: ["b":c]',
        "a: b\u2028c: d",
        "a:",
        "a: [b",
        "? a\n: b",
    ],
)
def test_whatever_the_two_may_read_otherwise_is_left_to_the_other(text: str) -> None:
    """YAML 1.1 and 1.2 disagree about each of these, or one of them refuses it."""
    assert quick_root(Lines("f.yaml", text)) is None
