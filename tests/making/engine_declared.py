"""Writes `brochures/making/engine_declarations.py` anew: `python -m tests.making.engine_declared`.

The engine declares in C what it calls in its libraries; the library that reads such declarations also gives them
back as tables, which need no reading.
"""

import ast
import contextlib
import hashlib
import io
import json
import sys
import tempfile
import zlib
from base64 import b85encode
from pathlib import Path
from textwrap import wrap
from types import ModuleType
from typing import Any

import cffi  # type: ignore[import-untyped]

from brochures.making.engine_start import source_file

TARGET = Path(__file__).parents[2] / "brochures" / "making" / "engine_declarations.py"
_TEXT = '''"""What the paper engine declares of its libraries, as tables that need no reading of C. Floor 4.

Made by `python -m tests.making.engine_declared`; a test holds it against the engine. Do not edit.
"""

from typing import Final

MADE_FROM: Final = "{digest}"
"""SHA-256 of the engine's module that holds the declarations."""

TABLES: Final = (
{rows}
)
"""JSON, packed: each argument of the compiled reader by name, bytes as Latin-1."""
'''
_WIDTH = 110


def declared() -> str:
    """The text of the module, as it should be for the engine that is installed."""
    source = source_file().read_bytes()
    ffi = cffi.FFI()
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "ffi.cdef":
            assert isinstance(call.args[0], ast.Constant)
            ffi.cdef(call.args[0].value)
    ffi.set_source("engine", None)
    tables = json.dumps(_tables(ffi), default=lambda value: value.decode("latin-1"))
    packed = b85encode(zlib.compress(tables.encode(), 9)).decode()
    rows = "\n".join(f'    "{row}"' for row in wrap(packed, _WIDTH))
    return _TEXT.format(digest=hashlib.sha256(source).hexdigest(), rows=rows)


def _tables(ffi: cffi.FFI) -> dict[str, Any]:
    """What the library would give to its compiled half."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        written = Path(folder) / "engine.py"
        ffi.emit_python_code(str(written))
        text = written.read_text(encoding="utf-8")
    given: dict[str, Any] = {}
    backend = ModuleType("_cffi_backend")
    backend.FFI = lambda _, **tables: given.update(tables)  # type: ignore[attr-defined] # stands for the real one
    before, sys.modules["_cffi_backend"] = sys.modules["_cffi_backend"], backend
    try:
        exec(compile(text, "engine.py", "exec"), {})  # noqa: S102 - what the library wrote just now
    finally:
        sys.modules["_cffi_backend"] = before
    return given


if __name__ == "__main__":
    TARGET.write_text(declared(), encoding="utf-8")
