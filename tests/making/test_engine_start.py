"""The engine loaded the short way is the engine: same pages, same faults, and the long way where it is another."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from brochures.making import engine_start
from brochures.making.engine_declarations import MADE_FROM
from tests.making.engine_declared import TARGET, declared
from tests.press import Press

ROOT = Path(__file__).parents[2]

TYPESET = """
import hashlib, pickle, sys
from brochures import shipped
from brochures.making import engine_speed, typesetting
from brochures.making.finishing import finish
look, document, html = pickle.loads(open(sys.argv[1], "rb").read())
if sys.argv[2] == "plain":
    import os
    os.environ["FONTCONFIG_FILE"] = str(shipped.styles() / "fonts" / "none.conf")
    import weasyprint.text.fonts
    engine_speed.install = lambda: None
made = typesetting.Typesetter(look, shipped.styles()).typeset(html, finish(document))
print(type(typesetting.engine_start.load().text.ffi.ffi).__module__, "fontTools.ttLib" in sys.modules)
print(hashlib.sha256(made.pdf).hexdigest())
"""
LATER = """
from brochures import shipped
from brochures.making.typesetting import load_engine
fonts = load_engine(shipped.styles()).pdf.fonts
try:
    fonts.TTFont("README.md")
except fonts.TTLibError:
    print("caught", fonts.subset.Options.__name__)
"""
MISSING = """
from brochures import shipped
from brochures.errors import EngineMissing
from brochures.making import engine_start
from brochures.making.typesetting import load_engine
class Declared(type(engine_start.declarations())):
    def dlopen(self, name, flags=0):
        return super().dlopen(name.replace("pango", "no-such"), flags)
engine_start.declarations = lambda: Declared("engine", _version=0x2601, _types=b"\\x00\\x00\\x00\\x0D")
try:
    load_engine(shipped.styles())
except EngineMissing as missing:
    print(missing)
"""


def told(script: str, *words: str) -> str:
    """What a fresh Python prints."""
    command = [sys.executable, "-c", script, *words]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()


def test_the_declarations_are_those_of_the_engine() -> None:
    """Made anew from the engine that is installed, they are the same."""
    assert TARGET.read_text(encoding="utf-8") == declared()


def test_the_declarations_of_another_engine_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """It reads its own, as it always did."""
    monkeypatch.delitem(sys.modules, "cffi", raising=False)
    ours = engine_start.declarations()
    monkeypatch.setattr(engine_start, "MADE_FROM", MADE_FROM[::-1])

    assert ours is not None
    assert engine_start.declarations() is None


def test_the_short_way_makes_the_same_file(pair: Press, tmp_path: Path) -> None:
    """Byte for byte, with a table, drawings and lists; and it loads no second cutter of fonts."""
    piece = pair.piece("peel", "trifold")
    kept = tmp_path / "piece"
    kept.write_bytes(pickle.dumps((pair.look, piece.pages, piece.html)))
    short = told(TYPESET, str(kept), "short").splitlines()
    plain = told(TYPESET, str(kept), "plain").splitlines()

    assert short[1] == plain[1]
    assert short[0] == "brochures.making.engine_start False"
    assert plain[0] == "cffi.api True"


def test_what_is_loaded_later_is_the_real_thing() -> None:
    """Also in an `except`, which would not know what stands for it."""
    assert told(LATER) == "caught Options"


def test_a_library_that_is_missing_is_told_in_one_line() -> None:
    """And not with the engine's page of advice."""
    said = told(MISSING)

    assert "no-such" in said
    assert len(said.splitlines()) <= 2
