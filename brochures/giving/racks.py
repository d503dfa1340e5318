"""What lies in the racks, held against today's words: version ids in any form in which they are printed. Floor 5."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, NamedTuple
from urllib.parse import unquote_plus

from brochures.errors import Mark, Problem, SourceError
from brochures.reading.textfile import read_text

State = Literal["current", "easy", "stale", "unknown"]
"""Today's words, today's easy wording, words that have changed, or no version that anything here has."""

_ID: Final = re.compile(
    r"(?:(?P<name>[a-z][a-z0-9-]*)[\s·•_/=:,;|-]+)?(?<![\w.])v?(?P<number>[0-9]{1,4}\.[0-9]{1,4})"
    r"[\s·•_/,;|-]+(?P<hash>[0-9a-f]{6})(?![0-9a-z])",
    re.IGNORECASE,
)
"""`botox 1.0 · 3f9c2a`, `botox-1.0-3f9c2a`, `1.0-3f9c2a`, and any of them in an address."""
_MOST_BYTES: Final = 50_000_000
_FILES: Final = (".pdf", ".txt", ".csv", ".tsv")


class Imprint(NamedTuple):
    """A version id that was found: the name before it, if any, the id, and the words round it."""

    name: str
    version: str
    line: str


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed piece: where it was told, subject and version as far as they are known, how it stands, and today's.

    `today` is empty where the subject is unknown, or may not be given here.
    """

    given: str
    subject: str
    version: str
    state: State
    today: str = ""

    @property
    def is_in_order(self) -> bool:
        """Whether it may stay in the rack."""
        return self.state in {"current", "easy"}


def imprints(text: str) -> tuple[Imprint, ...]:
    """Every version id in a text, each once.

    >>> imprints("https://clinic.example/leaflet?v=botox%201.0%20%C2%B7%203F9C2A")[0][:2]
    ('botox', '1.0-3f9c2a')
    """
    plain = unquote_plus(text) if "%" in text or "+" in text else text
    found = (
        Imprint((m["name"] or "").lower().strip("-"), f"{m['number']}-{m['hash']}".lower(), plain)
        for m in _ID.finditer(plain)
    )
    return tuple({(one.name, one.version): one for one in found}.values())


def in_racks(given: str, versions: Mapping[str, tuple[str, ...]]) -> tuple[Printed, ...]:
    """How each piece stands that `given` tells of: a version, a code's content, or a file with them or a PDF of ours.

    Raises:
        SourceError: it names a file that cannot be read.
    """
    path = Path(given)
    if _is_there(path):
        return tuple(_in_file(path, versions))
    if not imprints(given) and path.suffix.lower() in _FILES:
        raise SourceError([Problem("file-missing", "there is no such file", "check the path", Mark(given))])
    return tuple(_in_text(given, given, versions))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a text that no path can be
        return False


def _in_file(path: Path, versions: Mapping[str, tuple[str, ...]]) -> Iterator[Printed]:
    name = str(path)
    if path.suffix.lower() == ".pdf":
        from brochures.making.imprint import words_of

        yield from _in_text(words_of(_bytes_of(path), name), name, versions)
        return
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        is_head = number == 1 and not any(c.isdigit() for c in line)
        if line.strip() and not line.startswith("#") and not is_head:
            yield from _in_text(line, f"{name}:{number}", versions)


def _bytes_of(path: Path) -> bytes:
    mark = Mark(str(path))
    try:
        with path.open("rb") as file:
            found = file.read(_MOST_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        problem = Problem("file-unreadable", f"the file cannot be read: {reason}", "name a PDF file", mark)
        raise SourceError([problem]) from None
    if len(found) > _MOST_BYTES:
        raise SourceError([Problem("file-too-large", "the file is larger than 50 MB", "name a piece of ours", mark)])
    return found


def _in_text(text: str, given: str, versions: Mapping[str, tuple[str, ...]]) -> Iterator[Printed]:
    found = imprints(text)
    if not found:
        yield Printed(given, "", "", "unknown")
    for one in found:
        yield _held_against(one, given, versions)


def _held_against(one: Imprint, given: str, versions: Mapping[str, tuple[str, ...]]) -> Printed:
    by_id = [name for name, ids in versions.items() if one.version in ids]
    subject = _known(one.name, versions) or next(iter(by_id), "") or _mentioned(one.line, versions)
    if not subject:
        return Printed(given, one.name, one.version, "unknown")
    ids = versions[subject]
    today = ids[0] if ids else ""
    if one.version not in ids:
        return Printed(given, subject, one.version, "stale", today)
    return Printed(given, subject, one.version, "current" if one.version == today else "easy", today)


def _known(name: str, versions: Mapping[str, tuple[str, ...]]) -> str:
    """The subject of this name, which may have a clinic's before it: `harbor-botox`."""
    found = [known for known in versions if name == known or name.endswith(f"-{known}")]
    return max(found, key=len, default="")


def _mentioned(text: str, versions: Mapping[str, tuple[str, ...]]) -> str:
    """The one subject that stands elsewhere in the text: `?subject=botox&version=1.0-3f9c2a`."""
    words = re.findall(r"[a-z][a-z0-9-]*", text.lower()) if "\n" not in text else []
    found = {word for word in words if word in versions}
    return found.pop() if len(found) == 1 else ""
