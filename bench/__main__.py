"""Ours against peers, in turn, in one run: `python -m bench` writes `docs/performance.md`, its chart and pictures.

`--quick` is a smoke run with small counts, which writes nothing but its table to the terminal. `--only ROW` narrows
it, and may be given again; with `--write` the page is written all the same. Peers come with `pip install --group
bench`; one that is not there is named in the table as a gap. Nothing here is asserted anywhere: times are a
machine's, not a promise.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from bench import rows_merge, rows_render
from bench.chart import chart
from bench.engines import ENGINES
from bench.proving import gates
from bench.report import page
from bench.results import Figure
from bench.setup import Setup
from bench.timing import ROOT

TARGET: Final = ROOT / "docs" / "performance.md"
ROWS: Final[dict[str, Callable[[Setup], Iterator[Figure]]]] = {
    "gates": gates,
    "first": rows_merge.first,
    "nothing": rows_merge.nothing,
    "many": rows_merge.many,
    "cached": rows_merge.cached,
    "steady": rows_merge.steady,
    "ordered": rows_merge.ordered,
    "growth": rows_merge.growth,
    "catalogue": rows_render.catalogue,
    "no-op": rows_render.no_op,
    "one": rows_render.one,
}


def main() -> int:
    """Runs the rows that are asked for; the exit code is 1 where one could not be run."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few rounds and small counts")
    parser.add_argument("--only", action="append", choices=list(ROWS), help="one row; may be given again")
    parser.add_argument("--rounds", type=int, default=0, help="how often each side runs (default: 5; quick: 2)")
    parser.add_argument("--write", action="store_true", help="write the page also of a narrowed or quick run")
    asked = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        setup = Setup(Path(folder), asked.rounds or (2 if asked.quick else 5), asked.quick)
        setup.prepare()
        setup.judge_peers()
        for name, gate in setup.gates.items():
            print(f"{ENGINES[name].label}: {gate.told}", flush=True)
        figures, failed = _measured(setup, asked.only or list(ROWS))
    _show(figures)
    if asked.write or not (asked.quick or asked.only):
        write(figures, setup)
    print(f"{(time.monotonic() - began) / 60:.0f} minutes")
    return 1 if failed else 0


def _measured(setup: Setup, names: Iterable[str]) -> tuple[list[Figure], bool]:
    figures: list[Figure] = []
    failed = False
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        try:
            figures += ROWS[name](setup)
        except RuntimeError as error:
            failed = True
            figures.append(Figure(name, "the row", gap=str(error).splitlines()[-1][:200]))
    return figures, failed


def _show(figures: Iterable[Figure]) -> None:
    for figure in figures:
        print(json.dumps(figure.as_data(), ensure_ascii=False))


def write(figures: list[Figure], setup: Setup) -> None:
    """The page and its chart."""
    TARGET.write_text(page(figures, setup.gates, setup.rounds), encoding="utf-8")
    firsts = [figure for figure in figures if figure.row == "first" and figure.theirs]
    if firsts:
        count = int(firsts[0].what.split()[0])
        bars = [(figure.against.replace("`", ""), _ms(figure.theirs, count)) for figure in firsts]
        bars.append(("brochures", _ms(firsts[0].ours, count)))
        title = f"Milliseconds for each of {count} handouts, first job, whole process"
        TARGET.with_suffix(".svg").write_text(chart(bars, title), encoding="utf-8")


def _ms(told: str, count: int) -> float:
    return float(told.partition(" ")[0]) * 1000 / count


if __name__ == "__main__":
    sys.exit(main())
