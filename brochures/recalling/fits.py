"""Pieces that were fitted before: their documents, and the HTML that was set. Floor 6.

They are kept as Python's own pickles, in the user's own folder that nobody else may enter, as Python keeps the
modules that it has compiled; the store's seal tells of every byte that is not what it was.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from brochures.giving.store import Store
from brochures.recalling.pieces import Piece, piece_of, piece_record

if TYPE_CHECKING:
    from brochures.making.products import Fitted


def recall_fitted(store: Store, key: str, folder: Path) -> "tuple[Piece, Fitted] | None":
    """The piece with this key, its files in this folder, and as it was fitted; nothing if it is not remembered."""
    data = store.get("fits", key) if key else None
    if data is None:
        return None
    import pickle  # a run that has nothing to do does without

    damage = (pickle.UnpicklingError, AttributeError, EOFError, ImportError, LookupError, TypeError, ValueError)
    try:
        record, fitted = pickle.loads(data)  # noqa: S301 - ours, sealed, in a folder that nobody else may enter
        return piece_of(record, folder), fitted
    except damage:
        return None


def remember_fitted(store: Store, key: str, piece: Piece, fitted: "Fitted") -> None:
    """Keeps a piece and how it was fitted."""
    import pickle

    store.put("fits", key, pickle.dumps((piece_record(piece), fitted), protocol=5))
