"""What is known of pieces made before, for one selection and one folder. Floor 6."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from brochures.errors import Problem
from brochures.giving.manifest import Manifest
from brochures.giving.store import Store
from brochures.orders import Order, Selection
from brochures.recalling import fits, programs, runs
from brochures.recalling.keys import inputs_key, piece_key, run_key
from brochures.recalling.pieces import Piece

if TYPE_CHECKING:
    from brochures.making.products import Fitted
    from brochures.making.stamping.program import Program


@dataclass(frozen=True, slots=True)
class Known:
    """A piece that was made before: as it lies in the folder, or as it was fitted."""

    piece: Piece
    fitted: "Fitted | None" = None
    """What it is set again from; nothing of a piece that lies there, or that was withheld."""


class Memory:
    """Asks the cache and the folder's manifest, and tells them. One that `is_fresh` is only told."""

    def __init__(self, store: Store, selection: Selection, out: Path, *, is_fresh: bool = False) -> None:
        self._store, self._selection, self._out = store, selection, out
        self._is_fresh = is_fresh
        self._inputs = inputs_key(selection, out)
        self._manifest = Manifest(out)

    def whole_run(self, today: date) -> tuple[tuple[Problem, ...], tuple[Known, ...]] | None:
        """What was noticed in the same run before, and its pieces; nothing unless all of them are known."""
        key = self._run_key(today)
        run = None if self._is_fresh else runs.recall(self._store, key, self._out)
        if run is None:
            return None
        found = [self._known(piece, self.key(piece)) for piece in run.pieces]
        known = tuple(one for one in found if one is not None)
        return (run.noticed, known) if len(known) == len(found) else None

    def piece(self, order: Order, *, is_draft: bool) -> Known | None:
        """A piece that was made before from the very same; nothing if it was not, or was withheld."""
        if self._is_fresh or not self._inputs:
            return None
        key = piece_key(self._inputs, order, is_draft=is_draft)
        found = fits.recall_fitted(self._store, key, self._out)
        return self._known(found[0], key) if found else None

    def base(self, today: date) -> tuple[tuple[Problem, ...], Piece] | None:
        """What was noticed, and the one piece, when the same personal handouts were merged before."""
        run = None if self._is_fresh else runs.recall(self._store, self._base_key(today), self._out)
        return (run.noticed, run.pieces[0]) if run and len(run.pieces) == 1 else None

    def keep_base(self, today: date, noticed: Iterable[Problem], piece: Piece) -> None:
        """Remembers what personal handouts are made of."""
        runs.remember(self._store, self._base_key(today), noticed, [piece])

    def keep(self, piece: Piece) -> None:
        """Remembers a piece that was just written."""
        if self._inputs and piece.path is not None and not piece.is_kept:
            runs.note(piece, self.key(piece), self._manifest)
            self.keep_fit(piece)

    def keep_fit(self, piece: Piece) -> None:
        """Remembers how a piece was fitted, whether or not it was written."""
        if self._inputs and piece.fitted is not None:
            fits.remember_fitted(self._store, self.key(piece), piece, piece.fitted)

    def fit(self, piece: Piece) -> "Fitted | None":
        """How a piece was fitted before."""
        found = None if self._is_fresh else fits.recall_fitted(self._store, self.key(piece), self._out)
        return found[1] if found else None

    def program(self, piece: Piece) -> "Program | None":
        """A piece as it was compiled before."""
        return None if self._is_fresh else programs.recall_program(self._store, self.key(piece))

    def keep_program(self, piece: Piece, program: "Program") -> None:
        """Remembers a piece as it was compiled."""
        programs.remember_program(self._store, self.key(piece), program)

    def key(self, piece: Piece) -> str:
        """What stands for all that a piece is made of; nothing where that cannot be told."""
        return piece_key(self._inputs, piece.order, is_draft=piece.is_draft) if self._inputs else ""

    def keep_run(self, today: date, noticed: Iterable[Problem], pieces: Iterable[Piece]) -> None:
        """Remembers a whole run; its pieces were kept before."""
        if self._inputs:
            runs.remember(self._store, self._run_key(today), noticed, pieces)
            self._manifest.save()
            self._store.trim()

    def _known(self, piece: Piece, key: str) -> Known | None:
        there = runs.kept(piece, key, self._manifest)
        if there is not None:
            return Known(there)
        found = fits.recall_fitted(self._store, key, self._out)
        if found is None:
            return Known(piece) if piece.path is None else None
        return Known(piece, found[1])

    def _base_key(self, today: date) -> str:
        key = self._run_key(today)
        return f"{key}-merge" if key else ""

    def _run_key(self, today: date) -> str:
        return run_key(self._inputs, self._selection, today) if self._inputs else ""
