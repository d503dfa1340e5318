"""How long `brochures check` takes, as a share of rendering the same pieces; both as whole processes, in turn.

`python -m bench.checking [ROUNDS]` prints the seconds of each round and the ratio of the medians.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent


def seconds(*words: str) -> float:
    """How long one run of the command line takes, from start to end of the process."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "brochures", *words], check=True, cwd=ROOT, capture_output=True)
    return time.perf_counter() - began


def main(rounds: int) -> None:
    """Runs both in turn, so that a busy machine slows both."""
    checks, renders = [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, rounds + 1):
            checks.append(seconds("check"))
            renders.append(seconds("render", "--quiet", "-o", folder))
            print(f"round {number}: check {checks[-1]:.2f} s, render {renders[-1]:.2f} s")
        pieces = len(list(Path(folder).glob("*.pdf")))
    ratio = statistics.median(checks) / statistics.median(renders)
    print(f"{pieces} pieces: check takes {ratio:.2f} of the time of rendering (medians of {rounds})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
