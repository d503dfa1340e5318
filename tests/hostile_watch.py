"""Reads and makes every case of tests/hostile in this one process, and writes down whatever it opens on the way.

`python -m tests.hostile_watch WORK REPORT [CASE …]`; `WORK` was laid out by `tests.hostile_files`. A case named
`canary` is no case: it opens a file that lies outside, makes a socket and starts a program, to see that it is told.
"""

import json
import mimetypes
import os
import resource
import signal
import subprocess
import sys
import sysconfig
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tests.press import TODAY

ROOT: Final = Path(__file__).parent.parent
CANARY: Final = "canary"
ENGINE: Final = "engine"
"""What is seen while the paper engine is loaded, before any clinic's file is named."""
MOST_SECONDS: Final = 30
MOST_MEMORY: Final = 3_000_000_000

_OPENS: Final = {"open", "os.listdir", "os.scandir", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link"}
_NEVER: Final = (
    *("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "subprocess.", "os.exec", "os.system", "os.posix_spawn"),
    *("os.spawn", "os.fork", "pty.", "webbrowser.", "ctypes.dlopen"),
)
NAMED: Final = frozenset(mimetypes.knownfiles)
"""What else may be opened: the system's own tables of file endings, which Python reads where there are any."""


class TookTooLong(BaseException):
    """Not an `Exception`, so that no one takes it for a fault of the file."""


@dataclass
class Watch:
    """Writes down what is opened outside the allowed folders, and every socket and program, by case."""

    allowed: tuple[Path, ...]
    case: str = ENGINE
    folder: Path | None = None
    seen: dict[str, list[str]] = field(default_factory=dict)
    import_path: frozenset[Path] = frozenset(Path(entry).resolve() for entry in sys.path)
    """Python looks into each of these for the modules that it imports."""

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        """The audit hook: https://docs.python.org/3/library/audit_events.html."""
        if event.startswith(_NEVER):
            if not self._is_harmless(event, args):
                self._note(f"{event} {args[0]!r}")
        elif event in {"os.remove", "os.rmdir"} and args[1] != -1:
            return  # in a folder that was opened before, and seen then
        elif event in _OPENS and args and isinstance(args[0], str | bytes | os.PathLike):
            # Where it leads in the end: a link inside the folder may point out of it.
            path = Path(os.path.realpath(os.fsdecode(args[0])))
            if not self._may(path) and path not in self.import_path:
                self._note(f"{event} {path}")

    def _is_harmless(self, event: str, args: tuple[Any, ...]) -> bool:
        """An address whose bytes stand in itself; this process, or a library that came with a package."""
        if event == "urllib.Request":
            return str(args[0]).startswith("data:")
        return event == "ctypes.dlopen" and (args[0] is None or self._may(Path(os.path.realpath(args[0]))))

    def _may(self, path: Path) -> bool:
        homes = (*self.allowed, *((self.folder,) if self.folder else ()))
        return str(path) in NAMED or any(path == home or path.is_relative_to(home) for home in homes)

    def _note(self, what: str) -> None:
        self.seen.setdefault(self.case, []).append(what)


def allowed(scratch: Path) -> tuple[Path, ...]:
    """The product, Python with its libraries, and this process's own scratch folder, which holds the fonts' cache."""
    product = (ROOT / "brochures", ROOT / "templates", ROOT / "styles", ROOT / "profiles")
    tests = (ROOT / "tests" / "content", Path(__file__))
    python = (Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    return tuple(path.resolve() for path in (*product, *tests, *python, scratch))


@contextmanager
def _in_time() -> Iterator[None]:
    def stop(number: int, frame: object) -> None:
        raise TookTooLong

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(MOST_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)


def outcome(keep: Path) -> str:
    """What is said of the clinic in the current folder; its handout, when it is made, is kept under `keep`."""
    from brochures import pipeline
    from brochures.errors import SourceError, format_problem
    from brochures.pipeline import Order, Selection

    content = ROOT / "tests" / "content" / "short.yaml"
    try:
        sources = pipeline.read(Selection(content=content, clinic=Path("clinic.yaml")))
        judged = pipeline.judge(sources, ("peel",), TODAY)
    except SourceError as error:
        return "\n".join(map(format_problem, error.problems)) + "\n"
    (piece,) = pipeline.make(sources, (Order("peel", "handout", "letter", "print"),), TODAY, judged=judged)
    if piece.pdf:
        keep.write_bytes(piece.pdf)
    said = [format_problem(problem) for problem in (*sources.warnings, *piece.problems)]
    return "\n".join([*said, "delivered" if piece.pdf else "withheld"]) + "\n"


def load_engine() -> None:
    """The paper engine looks for its system libraries with the programs of `ctypes.util`, once."""
    from brochures import shipped
    from brochures.making.typesetting import Typesetter
    from brochures.reading.brand import make_look

    look, _ = make_look(None, None, Path(), shipped.styles() / "fonts")
    Typesetter(look, shipped.styles())


def _canary(work: Path) -> str:
    import socket

    (work / "outside" / "secret.txt").read_text(encoding="utf-8")
    socket.socket().close()
    subprocess.run([sys.executable, "-c", ""], check=True)
    return "delivered\n"


def main(work: Path, report: Path, cases: tuple[str, ...]) -> None:
    """Every case in turn, and one report of all."""
    scratch = Path(tempfile.gettempdir()).resolve()
    if sys.platform != "darwin":
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    watch = Watch(allowed(scratch))
    sys.addaudithook(watch)
    said: dict[str, str] = {}
    load_engine()
    for case in cases:
        watch.case, watch.folder = case, (work / "cases" / case).resolve()
        os.chdir(watch.folder if case != CANARY else work)
        try:
            with _in_time():
                said[case] = _canary(work) if case == CANARY else outcome(scratch / f"{case}.pdf")
        except TookTooLong:
            said[case] = f"took more than {MOST_SECONDS} seconds\n"
        except Exception:  # noqa: BLE001 - a crash is an outcome too, and never the right one
            said[case] = traceback.format_exc()
    # Kilobytes, and bytes on macOS: man getrusage
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    told = {"said": said, "seen": watch.seen, "memory": memory}
    (scratch / report.name).write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), tuple(sys.argv[3:]))
