"""`brochures render --watch`: makes the pieces again whenever a file that they are made of is saved. Floor 8.

The only home of watchfiles. Folders are watched and not files, because editors save by putting a new file in the
place of the old one.
"""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event
from types import FrameType
from typing import Final

import click

from brochures import shipped
from brochures.cli import terminal
from brochures.errors import BrochureError, SourceError
from brochures.orders import Selection
from brochures.pipeline import Piece

QUIET_MS: Final = 300
"""How long nothing may be saved before the pieces are made: one save is often several events."""

_LONGEST_MS: Final = 3000
_MOST_FOLDERS: Final = 500

Going = Callable[[], bool]
"""Whether to go on with the next piece."""

Build = Callable[[Going], list[Piece]]
"""Makes and writes all pieces, as long as it may go on."""


@dataclass(frozen=True, slots=True)
class Watched:
    """The files that pieces are made of: the content file, and all that lies in `trees` and not in `out`."""

    content: Path
    trees: tuple[Path, ...]
    out: Path

    def folders(self) -> list[Path]:
        """Every folder to look at; hidden ones and the one written to are none of ours."""
        found = {self.content.parent: None}
        for tree in self.trees:
            found.update(dict.fromkeys(self._below(tree)))
        return [folder for folder in found if folder.is_dir()][:_MOST_FOLDERS]

    def counts(self, path: Path) -> bool:
        """Whether a change of this file can change a piece."""
        if path == self.content:
            return True
        if path.name.startswith(".") or path.name.endswith(("~", ".pdf", ".swp", ".tmp")) or self._is_written(path):
            return False
        return any(path.is_relative_to(tree) for tree in self.trees)

    def _below(self, folder: Path) -> Iterator[Path]:
        yield folder
        try:
            inside = sorted(path for path in folder.iterdir() if path.is_dir() and not path.is_symlink())
        except OSError:
            return
        for path in inside:
            if not path.name.startswith((".", "__pycache__")) and not self._is_written(path):
                yield from self._below(path)

    def _is_written(self, path: Path) -> bool:
        holds_ours = any(tree.is_relative_to(self.out) for tree in self.trees)
        return path.is_relative_to(self.out) and not holds_ours


def watched_by(selection: Selection, out: Path) -> Watched:
    """What the pieces of this selection are made of."""
    content = (selection.content or shipped.content_file()).absolute()
    trees = [shipped.templates().resolve(), shipped.styles().resolve()]
    if selection.clinic:
        trees.insert(0, selection.clinic.absolute().parent.resolve())
    return Watched(content.parent.resolve() / content.name, tuple(trees), out.resolve())


def keep_building(build: Build, watched: Watched) -> None:
    """Builds once, and again after every save, until Ctrl-C; a save that cannot be used leaves the last files.

    What is saved during a build leads to one more.
    """
    from watchfiles import watch

    with _interrupt() as stopped:
        while not stopped.is_set():
            folders, is_begun = watched.folders(), False
            # From the first round on, which comes back with nothing, no save is missed, also during a build.
            for changes in watch(
                *folders,
                watch_filter=lambda _, path: watched.counts(Path(path)),
                debounce=_LONGEST_MS,
                step=QUIET_MS,
                stop_event=stopped,
                rust_timeout=1,
                yield_on_timeout=True,
                recursive=False,
            ):
                if is_begun and not changes:
                    continue
                is_begun = True
                _build(build, stopped)
                if watched.folders() != folders:
                    break


def _build(build: Build, stopped: Event) -> None:
    """One build and its line: the time, how many pieces, how long it took."""
    begun = time.monotonic()
    try:
        pieces = build(lambda: not stopped.is_set())
    except BrochureError as error:
        if isinstance(error, SourceError):
            terminal.show(error.problems)
        else:
            click.echo(f"brochures: error: {error}", err=True)
        _say("not made; the last good files are as they were")
        return
    written = sum(piece.path is not None for piece in pieces)
    withheld = f", {len(pieces) - written} withheld" if len(pieces) > written else ""
    _say(f"{written} {'piece' if written == 1 else 'pieces'} written{withheld}, {time.monotonic() - begun:.1f} s")


def _say(words: str) -> None:
    click.echo(f"{datetime.now().astimezone():%H:%M:%S}  {words}", err=True)


@contextmanager
def _interrupt() -> Iterator[Event]:
    """An event that Ctrl-C sets, so that a piece is finished before the program ends; a second Ctrl-C ends it."""
    stopped = Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        if stopped.is_set():
            raise KeyboardInterrupt
        stopped.set()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)
