"""A file named in clinic.yaml or in its brand file, held inside the clinic's folder. Floor 2."""

import re
from pathlib import Path
from typing import Final

from brochures.errors import Mark, Problem, SourceError

_ADDRESS: Final = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:|^//|^\\\\|^~")
_WEB: Final = re.compile(r"^https?:", re.IGNORECASE)


def read_confined(
    folder: Path, name: str, mark: Mark, most_bytes: int, beside: Path | None = None
) -> tuple[Path, bytes]:
    """The file's resolved path and its bytes; `name` starts from `beside`, a folder in `folder`, or from `folder`.

    Raises:
        SourceError: an address, an absolute path, a way out of the folder (also through a link),
            no such file, or a file larger than `most_bytes`.
    """
    path = _confined(folder, name, mark, beside or folder)
    try:
        with path.open("rb") as file:
            raw = file.read(most_bytes + 1)
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise _refusal("file-unreadable", f"`{name}` cannot be read: {reason}", "", mark) from error
    if len(raw) > most_bytes:
        message = f"`{name}` is larger than {most_bytes // 1_000_000} MB"
        raise _refusal("file-too-large", message, "give a smaller file", mark)
    return path, raw


def _confined(folder: Path, name: str, mark: Mark, beside: Path) -> Path:
    own = "the clinic file" if mark.file.startswith("--") else Path(mark.file).name
    hint = f"put the file beside {own} and name it from there, for example images/logo.svg"
    inside = name.replace("\\", "/")
    if _WEB.search(name):
        raise _refusal("outside-folder", f"`{name}` is an address, and nothing is fetched", hint, mark)
    if "\0" in name or _ADDRESS.search(name) or inside.startswith("/") or ".." in inside.split("/"):
        raise _refusal("outside-folder", f"`{name}` is not a file in the clinic's folder", hint, mark)
    home = folder.resolve()
    missing = f"there is no file `{name}` beside {own}"
    try:
        path = (beside.resolve() / inside).resolve()
        is_file = path.is_file()
    except (OSError, RuntimeError) as error:
        raise _refusal("file-missing", missing, hint, mark) from error
    if not path.is_relative_to(home):
        raise _refusal("outside-folder", f"`{name}` leads out of the clinic's folder", hint, mark)
    if path.exists() and not is_file:
        what = "a folder" if path.is_dir() else "no plain file"
        raise _refusal("file-missing", f"`{name}` is {what}", hint, mark)
    if not is_file:
        raise _refusal("file-missing", missing, hint, mark)
    return path


def _refusal(code: str, message: str, hint: str, mark: Mark) -> SourceError:
    return SourceError([Problem(code, message, hint, mark)])
