"""The rows of brochures that are nobody's own: the whole catalogue, nothing to do, one brochure."""

import shutil
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench import subject
from bench.engines import ENGINES
from bench.results import Figure, seconds
from bench.setup import Setup, ours_python
from bench.timing import Took, emptied, in_turn, middle, ratio, run

_NO_OP_MS: Final = 150.0


def catalogue(setup: Setup) -> Iterator[Figure]:
    """All pieces made by two workers in an empty folder, fits known, against the naive loop over the very same HTML."""
    pages, out = setup.folder / "pages", setup.folder / "out" / "catalogue"
    if not pages.exists():
        subject.catalogue(pages)
    words = ("render", "-q", "--format", "all", "--paper", "letter", "--paper", "a4", "-o")
    setup.own(*words, emptied(out))

    def mine() -> Took:
        return setup.own(*words, emptied(out), "--jobs", "2")

    def theirs() -> Took:
        words = ours_python("bench.engines", "pages", pages, "-", emptied(setup.folder / "out" / "pages"))
        return run(words, setup.env("weasyprint"))

    found = in_turn({"ours": mine, "theirs": theirs}, setup.rounds)
    what = f"catalogue, {len(list(pages.glob('*.html')))} pieces"
    yield _figure("catalogue", what, ENGINES["weasyprint"].label, found, 0.40)


def no_op(setup: Setup) -> Iterator[Figure]:
    """Nothing changed: the catalogue again, and 500 handouts again; whole processes."""
    out, own = setup.folder / "out" / "again", setup.folder / "out" / "again-people"
    setup.own("render", "-q", "-o", emptied(out))
    again: dict[str, tuple[str | Path, ...]] = {"catalogue again": ("render", "-q", "-o", out)}
    count = 50 if setup.quick else 500
    merge = ("merge", setup.people(count)[0], "botox", "--format", "trifold", "-q", "-o", own)
    emptied(own)
    setup.own(*merge)
    again[f"{count} handouts again"] = merge
    for what, words in again.items():
        setup.own(*words)
        took = statistics.median(setup.own(*words).seconds for _ in range(max(5, setup.rounds))) * 1000
        yield Figure("no-op", what, ours=f"{took:.0f} ms", ratio=took, goal=_NO_OP_MS, unit=" ms")
    took = statistics.median(setup.own("--help").seconds for _ in range(max(5, setup.rounds))) * 1000
    yield Figure("no-op", "`--help`", ours=f"{took:.0f} ms", ratio=took, goal=_NO_OP_MS, unit=" ms")


def one(setup: Setup) -> Iterator[Figure]:
    """One brochure from a cold start, against the engine's own command on the same HTML."""
    made = subject.plain("botox", "trifold")
    page = subject.lay_out(made, setup.folder / "one")
    out, target = setup.folder / "out" / "one", setup.folder / "out" / "one.pdf"
    words = ("render", "-q", "--jobs", "1", "botox", "--format", "trifold", "-o")
    setup.own(*words, emptied(out))

    def known() -> Took:
        return setup.own(*words, emptied(out))

    def fresh() -> Took:
        setup.forget_pieces()
        return setup.own(*words, emptied(out))

    def theirs() -> Took:
        command = Path(sys.executable).parent / "weasyprint"
        start = [str(command)] if command.exists() else [shutil.which("weasyprint") or "weasyprint"]
        return run([*start, "--pdf-variant", "pdf/ua-1", str(page), str(target)], setup.env("weasyprint"))

    found = in_turn({"theirs": theirs, "ours": known}, setup.rounds)
    yield _figure("one", "one brochure, fit known", "`weasyprint` command", found, 0.85)
    found = in_turn({"theirs": theirs, "ours": fresh}, setup.rounds)
    yield _figure("one", "one brochure, from nothing", "`weasyprint` command", found, 1.5)


def _figure(row: str, what: str, against: str, found: dict[str, list[Took]], goal: float) -> Figure:
    mine, theirs = found["ours"], found["theirs"]
    return Figure(row, what, against, seconds(middle(mine)), seconds(middle(theirs)), ratio(mine, theirs), goal)
