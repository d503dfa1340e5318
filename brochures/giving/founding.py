"""Writes a new folder, whole or not at all, and never over anything. Floor 5."""

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from brochures.errors import DeliveryError, Mark, Problem, SourceError


def refuse_used(folder: Path) -> None:
    """Does nothing where a new folder may be made.

    Raises:
        SourceError: there is a file of that name, or a folder with something in it.
    """
    mark = Mark(str(folder))
    try:
        if folder.is_dir():
            inside = sorted(path.name for path in folder.iterdir())
        elif folder.exists() or folder.is_symlink():
            raise SourceError([Problem("not-a-folder", "there is a file of this name", "choose another name", mark)])
        else:
            return
    except OSError as error:
        raise DeliveryError(f"{folder} could not be looked into: {error.strerror or error}") from error
    if inside:
        some = ", ".join(inside[:3]) + (" and more" if len(inside) > len(inside[:3]) else "")
        hint = "choose a name that does not exist yet; nothing is ever written over"
        raise SourceError([Problem("folder-not-empty", f"the folder is not empty: it has {some}", hint, mark)])


def found(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Makes the folder with these files, and gives back their paths in order.

    An empty folder that is there already is filled, and stays the same folder for whoever stands in it.

    Raises:
        SourceError: there is a file of that name, or a folder with something in it.
        DeliveryError: the folder cannot be written; nothing is left of it.
    """
    refuse_used(folder)
    is_new = not folder.exists()
    try:
        if is_new:
            folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent if is_new else folder))
        try:
            beside.chmod(0o755)
            for name, data in files.items():
                (beside / name).write_bytes(data)
            if is_new:
                beside.rename(folder)
            else:
                _move(beside, folder, files)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise DeliveryError(f"{folder} could not be made: {error.strerror or error}") from error
    return tuple(folder / name for name in files)


def _move(beside: Path, folder: Path, files: Mapping[str, bytes]) -> None:
    """Moves each file into the folder, and takes all of them back when one cannot be."""
    moved: list[Path] = []
    try:
        for name in files:
            (beside / name).rename(folder / name)
            moved.append(folder / name)
    except BaseException:
        for path in moved:
            with suppress(OSError):
                path.unlink()
        raise
