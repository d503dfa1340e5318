"""What came of a run: what was noticed, and every piece, made or withheld. Floor 6."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from brochures.errors import Problem
from brochures.giving.manifest import Manifest
from brochures.giving.store import Store
from brochures.recalling.pieces import Piece, piece_of, piece_record, problem_of, problem_record


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it is remembered; its pieces are in the folder that is asked for now, or were once in another."""

    noticed: tuple[Problem, ...]
    pieces: tuple[Piece, ...]


def recall(store: Store, key: str, folder: Path) -> Run | None:
    """What came of the run with this key; nothing if it is not remembered."""
    data = store.get("runs", key) if key else None
    if data is None:
        return None
    try:
        record = json.loads(data)
        noticed = tuple(problem_of(one) for one in record["noticed"])
        return Run(noticed, tuple(piece_of(one, folder) for one in record["pieces"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def remember(store: Store, key: str, noticed: Iterable[Problem], pieces: Iterable[Piece]) -> None:
    """Keeps what came of a run, unless a piece could not be written: that may be otherwise the next time."""
    pieces = tuple(pieces)
    if not key or any(problem.code == "not-written" for piece in pieces for problem in piece.problems):
        return
    record = {
        "noticed": [problem_record(one) for one in noticed],
        "pieces": [piece_record(one) for one in pieces],
    }
    store.put("runs", key, json.dumps(record, ensure_ascii=False).encode())


def kept(piece: Piece, key: str, manifest: Manifest) -> Piece | None:
    """The piece as it lies in the folder; nothing where it, or a file beside it, is not there as it was written."""
    if piece.path is None:
        return None
    files = zip((piece.path, *piece.beside), (piece.sha256, *piece.beside_sha256), strict=True)
    if all(manifest.has(path.name, key, digest) for path, digest in files):
        return replace(piece, is_kept=True)
    return None


def note(piece: Piece, key: str, manifest: Manifest) -> None:
    """Tells the folder's manifest of a piece that was just written."""
    if piece.path is None or not key:
        return
    for path, digest in zip((piece.path, *piece.beside), (piece.sha256, *piece.beside_sha256), strict=True):
        manifest.note(path.name, key, digest)
