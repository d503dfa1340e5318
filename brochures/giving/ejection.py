"""Copies of our templates and stylesheets for a clinic to change, and a word when ours have changed since. Floor 5.

The first line of a copy is a comment that records what it was made of. Not given out: drawings and the pages
that measure and are signed (`reading.ownfiles` says why), `main.css`, fonts, and programs.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from brochures import __version__, shipped
from brochures.errors import Mark, Problem, SourceError, StyleFault
from brochures.giving.delivery import deliver
from brochures.model.components import COMPONENTS
from brochures.model.formats import FORMATS
from brochures.model.themes import THEMES
from brochures.reading.ownfiles import OWN_ROOMS, OwnRoom, is_replaceable, own_file, own_names

_RECORD: Final = re.compile(r"brochures eject: \S+, version (?P<version>\S+), original (?P<hash>[0-9a-f]{8})\b")
_ABOUT: Final = {
    "base.html": "The whole page: head, colour fields, art and frames",
    "base.css": "Plain elements: headings, lists, links, captions",
    "page.css": "Sheets, fields, art and frames",
    "tokens.css": "Every length, size and weight of rule that the others use",
    "large.css": "Large print: sizes and spaces",
    "components/_heading.html": "The heading of any block",
}


@dataclass(frozen=True, slots=True)
class Ejectable:
    """One file that a clinic may change: its name, what it is in a few words, our file, and where a copy goes."""

    name: str
    about: str
    original: Path
    target: str


def ejectables() -> tuple[Ejectable, ...]:
    """Templates first, then stylesheets, each by name."""
    return tuple(file for room in OWN_ROOMS for file in _of_room(room))


def eject(name: str, folder: Path, *, force: bool = False) -> Path:
    """Copies our file of this name to the clinic's folder, and gives back the copy's path.

    Raises:
        SourceError: no such file, one that is not given out, or one that the clinic has already.
        DeliveryError: it cannot be written.
    """
    file = _found(name)
    target = folder / file.target
    if not force and (target.exists() or target.is_symlink()):
        hint = "--force writes over it; what was changed in it is then lost"
        raise SourceError([Problem("already-ejected", "the clinic has this file already", hint, Mark(str(target)))])
    text = file.original.read_text(encoding="utf-8")
    record = f"brochures eject: {file.name}, version {__version__}, original {_hash(text)}"
    comment = f"{{# {record} #}}" if target.suffix == ".html" else f"/* {record} */"
    deliver(f"{comment}\n{text}".encode(), target)
    return target


def stale_ejections(folder: Path) -> tuple[Problem, ...]:
    """A warning for each copy whose original is another one by now; none for files without a record."""
    known = {file.target: file for file in ejectables()}
    return tuple(
        problem
        for room in OWN_ROOMS
        for name in own_names(folder, room)
        for problem in _staleness(folder, room, name, known.get(f"{room}/{name}"))
    )


def _staleness(folder: Path, room: OwnRoom, name: str, file: Ejectable | None) -> Iterator[Problem]:
    try:
        own = own_file(folder, room, name)
    except StyleFault:  # told when the file is asked for
        return
    record = _RECORD.search(own[1].partition("\n")[0]) if own else None
    if own is None or record is None:
        return
    mark = Mark(str(own[0]))
    if file is None:
        message = f"this file stands in for nothing: {__version__} has no file of this name any more"
        yield Problem("ejected-stale", message, "take it away", mark, severity="warning")
    elif _hash(file.original.read_text(encoding="utf-8")) != record["hash"]:
        message = f"our file has changed since this copy was made of it, with version {record['version']}"
        hint = f"eject {file.name} to another folder, compare the two, and take over what is new"
        yield Problem("ejected-stale", message, hint, mark, severity="warning")


def _of_room(room: OwnRoom) -> Iterator[Ejectable]:
    home = _homes()[OWN_ROOMS.index(room)]
    paths = sorted((*home.glob("*"), *home.glob("*/*")), key=lambda path: path.relative_to(home).as_posix())
    for path in paths:
        name = path.relative_to(home).as_posix()
        if is_replaceable(room, name) and path.is_file():
            yield Ejectable(name, _about(name), path, f"{room}/{name}")


def _homes() -> tuple[Path, Path]:
    return shipped.templates(), shipped.styles()


def _about(name: str) -> str:
    group, _, part = name.rpartition("/")
    known = {
        **_ABOUT,
        **{f"components/{block.component}": _first_sentence(block.__doc__ or "") for block in COMPONENTS},
        **{f"formats/{row.name}": row.label for row in FORMATS.values()},
        **{f"themes/{row.name}": row.label for row in THEMES.values()},
    }
    return known.get(name) or known.get(name.rpartition(".")[0]) or f"Part of {group or part}"


def _first_sentence(words: str) -> str:
    return re.split(r"[.;:]\s", words.strip().replace("`", ""), maxsplit=1)[0].rstrip(".")


def _found(name: str) -> Ejectable:
    known = {file.name: file for file in ejectables()}
    plain = name.replace("\\", "/").removeprefix("./")
    for room in OWN_ROOMS:
        plain = plain.removeprefix(f"{room}/")
    if plain in known:
        return known[plain]
    if any(path.relative_to(home).as_posix() == plain for home in _homes() for path in home.rglob("*.*")):
        hint = "drawings, fonts, the order of layers, and pages that are measured or signed stay as they are"
        raise SourceError([Problem("not-ejectable", f"`{plain}` is not given out to be changed", hint)])
    near = get_close_matches(plain, known, n=1) or [file for file in known if file.endswith(f"/{plain}")]
    hint = f"did you mean `{near[0]}`?" if near else "`brochures eject` without a name lists what there is"
    raise SourceError([Problem("unknown-file", f"there is no file `{name}` to eject", hint)])


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
