"""Small works for the tests of the runners; workers find them here by name."""

import os
import signal
import threading
import time
from pathlib import Path

from brochures.errors import Problem, SourceError
from brochures.running.likeness import versions
from brochures.running.work import Task, Work

GREETING = {"word": "hello"}


def prepare(common: dict[str, str]) -> dict[str, str]:
    """The common words with the process that prepared them."""
    return {**common, "process": str(os.getpid())}


def broken_prepare(common: dict[str, str]) -> dict[str, str]:
    """What a look does that cannot be used."""
    raise SourceError([Problem("no-font", f"no font says {common['word']}")])


def deadly_prepare(common: dict[str, str]) -> dict[str, str]:
    """What a broken system library does."""
    os.abort()


def perform(state: dict[str, str], payload: str | int) -> str:  # noqa: C901 - one line for each way to go wrong
    """The greeting of the payload; some payloads are orders instead."""
    match payload:
        case "exit":
            os._exit(3)
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "loop":
            while True:
                pass
        case "raise":
            raise SourceError([Problem("too-long", "it is too long")])
        case "strange":
            return threading.Lock()  # type: ignore[return-value] # cannot be sent back
        case "process":
            return state["process"]
        case "environment":
            return os.environ.get("BROCHURES_TEST", "")
        case "wait":
            time.sleep(60)
    if isinstance(payload, str) and payload.startswith("slow"):
        time.sleep(0.1)
    if isinstance(payload, str) and payload.startswith("once "):
        # Breaks the first time only; the file remembers.
        mark = Path(payload.removeprefix("once "))
        if not mark.exists():
            mark.touch()
            os._exit(3)
    return f"{state['word']} {payload}"


def other_versions() -> dict[str, str]:
    """The versions of a worker that has an older engine."""
    return {**versions(), "weasyprint": "69.0" if os.environ.get("BROCHURES_TEST") == "worker" else "70.0"}


GREET = Work(prepare, perform, GREETING)


def tasks(*payloads: str | int) -> list[Task]:
    """One task each, numbered from 0."""
    return [Task(number, payload) for number, payload in enumerate(payloads)]
