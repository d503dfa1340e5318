"""What the command line loads, seen from outside."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def loaded_by(*words: str) -> set[str]:
    """The top-level modules that a fresh `python -m brochures` with these words loads."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "brochures", *words],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}


def modules_of(module: str) -> set[str]:
    """The top-level modules that importing this one loads in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", f"import {module}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}
