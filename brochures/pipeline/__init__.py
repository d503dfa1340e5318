"""The whole story: read, judge, resolve, compose, mark up, typeset, finish, look again, give. Floor 7.

Rooms with heavy libraries are entered when their turn comes: `--help` and `list` load no engine, and a run whose
files are all right already does not even read the content. A chapter of the story is loaded when it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from brochures.orders import Order, Selection
    from brochures.pipeline.judging import judge, score, wanted
    from brochures.pipeline.making import Told, give, make
    from brochures.pipeline.proving import Proof, give_proof, prove
    from brochures.pipeline.running import Listener, run
    from brochures.pipeline.ways import Way
    from brochures.recalling.pieces import Piece
    from brochures.sources import Sources, case_of, read, resolved

__all__ = [
    "Listener",
    "Order",
    "Piece",
    "Proof",
    "Selection",
    "Sources",
    "Told",
    "Way",
    "case_of",
    "give",
    "give_proof",
    "judge",
    "make",
    "prove",
    "read",
    "resolved",
    "run",
    "score",
    "wanted",
]

_CHAPTERS: Final = {
    "orders": ("Order", "Selection"),
    "pipeline.judging": ("judge", "score", "wanted"),
    "pipeline.making": ("Told", "give", "make"),
    "pipeline.proving": ("Proof", "give_proof", "prove"),
    "pipeline.running": ("Listener", "run"),
    "pipeline.ways": ("Way",),
    "recalling.pieces": ("Piece",),
    "sources": ("Sources", "case_of", "read", "resolved"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever stands under the name
    for chapter, names in _CHAPTERS.items():
        if name in names:
            return getattr(import_module(f"brochures.{chapter}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
