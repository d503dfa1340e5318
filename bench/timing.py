"""Whole processes, timed: wall seconds from start to end, and the most memory that they held."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


# A process begins with the memory of the one that starts it; so a small one must start what is weighed.
_SCALES = (
    "import resource, subprocess, sys; code = subprocess.call(sys.argv[1:]); "
    "print('KiB', resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(code)"
)


@dataclass(frozen=True, slots=True)
class Took:
    """What one run took, and what it said."""

    seconds: float
    told: str = ""


def run(words: Sequence[str], env: Mapping[str, str] | None = None, codes: tuple[int, ...] = (0,)) -> Took:
    """Runs a command to its end; a variable of `env` that is empty is not there for it.

    Raises:
        RuntimeError: it ended with another code than it may; its last words are the message.
    """
    # Python keeps what it compiled, as it does for every installed program, also where tests forbid it.
    usual = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    told_of = {name: value for name, value in {**usual, **(env or {})}.items() if value}
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(words, cwd=ROOT, env=told_of, stdout=said, stderr=said)
        process.wait()
        seconds = time.perf_counter() - began
        said.seek(0)
        told = said.read().decode(errors="replace")
    if process.returncode not in codes:
        raise RuntimeError(f"{' '.join(map(str, words))}: {told[-600:]}")
    return Took(seconds, told)


def weighed(words: Sequence[str], env: Mapping[str, str] | None = None) -> float:
    """The most memory, in MiB, that the largest of a command's processes held."""
    told = run([sys.executable, "-S", "-I", "-c", _SCALES, *words], env).told
    return float(told.rpartition("KiB ")[2]) / 1024


def ours(*words: str) -> list[str]:
    """Our command line, as the environment starts it."""
    script = Path(sys.executable).parent / "brochures"
    return [str(script), *words] if script.exists() else [sys.executable, "-m", "brochures", *words]


def emptied(folder: Path) -> Path:
    """The folder, with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


Sides = dict[str, Callable[[], Took]]


def in_turn(sides: Sides, rounds: int) -> dict[str, list[Took]]:
    """Each side once a round, one after the other, so that a busy machine slows them alike."""
    found: dict[str, list[Took]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, side in sides.items():
            found[name].append(side())
    return found


def ratio(mine: Sequence[Took], theirs: Sequence[Took], scale: float = 1.0) -> float:
    """The median over the rounds of our time in theirs, each round by itself."""
    return statistics.median(one.seconds / (other.seconds * scale) for one, other in zip(mine, theirs, strict=True))


def middle(runs: Sequence[Took]) -> float:
    """The median of the seconds."""
    return statistics.median(one.seconds for one in runs)
