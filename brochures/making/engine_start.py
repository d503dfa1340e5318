"""Loads the paper engine without what no brochure needs: the same engine, in a third of the time. Floor 4.

- Its declarations in C come as tables (`engine_declarations.py`), made from the very file that is installed; where
  that file or the compiled reader is another one, it reads its C itself.
- On Linux its libraries are asked for by name alone: the usual search runs compilers to find what is not there.
- What no page of ours needs is loaded when it is first called: the second-best cutter of fonts, readers of web fonts.
"""

import hashlib
import importlib
import json
import sys
import zlib
from base64 import b85decode
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from brochures.making import engine_speed
from brochures.making.engine_declarations import MADE_FROM, TABLES

_ENGINE: Final = "weasyprint"
_DECLARED_IN: Final = ("text", "ffi.py")
_LATER: Final = ("fontTools.subset", "fontTools.ttLib", "fontTools.varLib.instancer")
"""Modules from which the engine takes names that few pages ask for."""
_TAKERS: Final = ("weasyprint.pdf.fonts", "weasyprint.text.fonts")
"""Modules of the engine that take them."""


def load() -> Any:  # noqa: ANN401 - the engine is untyped
    """The engine's module, with its fonts; a second call gives the same.

    Raises:
        OSError: a library of the system is missing.
    """
    with _stand_ins():
        engine_speed.prepare()
        engine = importlib.import_module(_ENGINE)
        importlib.import_module(f"{_ENGINE}.text.fonts")
    return engine


def source_file() -> Path:
    """The engine's module that declares what it calls in C.

    Raises:
        ImportError: the engine is not installed.
    """
    spec = find_spec(_ENGINE)
    if spec is None or not spec.submodule_search_locations:
        raise ImportError(_ENGINE)
    return Path(spec.submodule_search_locations[0]).joinpath(*_DECLARED_IN)


@contextmanager
def _stand_ins() -> Iterator[None]:
    """While the engine is loaded others stand for the modules that it hardly needs; those in use already stay."""
    standing: dict[str, ModuleType] = {name: _Later(name) for name in _LATER}
    declared = declarations()
    if declared is not None:
        standing["cffi"] = reader = ModuleType("cffi")
        reader.FFI = lambda: declared  # type: ignore[attr-defined] # what the engine takes from there
    placed = {name: module for name, module in standing.items() if name not in sys.modules}
    sys.modules.update(placed)
    try:
        yield
    finally:
        for name, module in placed.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


class _Later(ModuleType):
    """Stands for a module: gives names that stand for what is in it."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - anything that a module holds
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            return _Name(self.__name__, name)
        _settle()
        return getattr(importlib.import_module(self.__name__), name)


class _Name:
    """Stands for something in a module, until it is called or asked for a part."""

    def __init__(self, home: str, name: str) -> None:
        self.home, self.name = home, name

    def real(self) -> Any:  # noqa: ANN401 - anything that a module holds
        """What it stands for."""
        home = importlib.import_module(self.home)
        return getattr(home, self.name, None) or importlib.import_module(f"{self.home}.{self.name}")

    def __call__(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the real one
        _settle()
        return self.real()(*given, **named)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as the real one
        _settle()
        return getattr(self.real(), name)


def _settle() -> None:
    """Puts the real things where others stand for them, before the first is used: an `except` knows real ones only."""
    for taker in filter(None, map(sys.modules.get, _TAKERS)):
        for key, value in list(vars(taker).items()):
            if isinstance(value, _Name):
                setattr(taker, key, value.real())
            elif isinstance(value, _Later):
                setattr(taker, key, importlib.import_module(value.__name__))


def declarations() -> Any:  # noqa: ANN401 - the compiled reader is untyped
    """The declarations, ready to be used; None where they are not those of the engine that is installed."""
    if "cffi" in sys.modules:
        return None
    try:
        backend: Any = importlib.import_module("_cffi_backend")
        if hashlib.sha256(source_file().read_bytes()).hexdigest() != MADE_FROM:
            return None
        tables = json.loads(zlib.decompress(b85decode(TABLES)))

        class Declared(backend.FFI):  # type: ignore[misc] # the reader is untyped
            """Knows everything already, and finds libraries by their names."""

            def cdef(self, _: str) -> None:
                """Nothing: the tables hold it."""

            def dlopen(self, name: str, flags: int = 0) -> Any:  # noqa: ANN401 - as above
                try:
                    return super().dlopen(name, flags)
                except OSError:
                    found = None if sys.platform == "linux" else _searched(name)
                    if found is None:
                        raise
                    return super().dlopen(found, flags)

        return Declared("engine", **{key: _as_bytes(value) for key, value in tables.items()})
    except (ImportError, OSError):
        return None


def _searched(name: str) -> str | None:
    import ctypes.util

    return ctypes.util.find_library(name)


def _as_bytes(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, str):
        return value.encode("latin-1")
    return tuple(map(_as_bytes, value)) if isinstance(value, list) else value
