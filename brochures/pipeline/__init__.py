"""The whole story: read, judge, resolve, compose, mark up, typeset, finish, look again, give. Floor 7.

Rooms with heavy libraries are entered when their turn comes: `--help` and `list` load no engine, and a run whose
files are all right already does not even read the content.
"""

from brochures.orders import Order, Selection
from brochures.pipeline.judging import judge, score, wanted
from brochures.pipeline.making import Told, give, make
from brochures.pipeline.proving import Proof, give_proof, prove
from brochures.pipeline.running import Listener, Way, run
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
