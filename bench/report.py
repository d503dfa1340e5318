"""The figures as a page: `docs/performance.md`, with the machine, the gates and pictures of what was timed."""

import os
import platform
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Final

from bench.engines import ENGINES
from bench.gates import Gate
from bench.results import Figure
from brochures import __version__

TITLES: Final = {
    "first": "The first job: its fit is known, nothing is compiled",
    "nothing": "The first job ever: nothing is remembered of any piece",
    "many": "A first job of many",
    "cached": "A later job: the brochure is compiled and kept",
    "steady": "Separate files a second",
    "ordered": "One PDF in the order of the rows, records a second",
    "growth": "Ten times the people",
    "catalogue": "The whole catalogue, made fresh by two workers",
    "no-op": "Nothing has changed",
    "one": "One brochure from a cold start",
    "gates": "What our stamped files are worth",
}
HEAD: Final = """# Performance

How long our own way takes, beside other engines that print the same personal tri-fold: two pages, six panels, the
same words, fonts, drawings and five values for each person. Made by `python -m bench`; none of it is written by hand.

Whole processes, from start to end, each side in turn in one run; medians of the rounds, and the median of the rounds'
ratios. Times are this machine's; ratios travel better. Every engine is given the best way that it has for many
copies, and no time is counted for writing its twin. Ours writes each file under a temporary name, renames it and syncs
batches; the others just write. *Fit known* means that the same brochure was made before, here or in another folder;
*from nothing* that nothing is remembered of any piece; templates are compiled, as Python modules are everywhere.

![Milliseconds for each handout of a first job](performance.svg)
"""
_PRINCE: Final = (
    "Prince is proprietary. The package `prince-pdf` holds it under its own licence: without fee for non-commercial "
    "use, with a mark on the first page. It is run where the user has installed it, and nothing of it is shipped here."
)


def page(figures: Iterable[Figure], gates: dict[str, Gate], rounds: int) -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD, machine(rounds), "", *_tables(figures), *_engines(gates), *_pictures(gates), ""])


def machine(rounds: int) -> str:
    """One line: cores, processor, Python and our engine; nothing that names the machine."""
    told = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor() or platform.machine(),
    )
    python = ".".join(map(str, sys.version_info[:3]))
    used = f"brochures {__version__}, WeasyPrint {version('weasyprint')}"
    return f"{os.cpu_count()} cores, {told}; {platform.system()}, Python {python}, {used}; rounds: {rounds}."


def _lines(path: str) -> list[str]:
    file = Path(path)
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def _tables(figures: Iterable[Figure]) -> Iterator[str]:
    order = list(TITLES)
    for row, group in groupby(sorted(figures, key=lambda one: order.index(one.row)), key=lambda one: one.row):
        yield f"## {TITLES[row]}\n"
        yield "| what | ours | against | theirs | ratio | goal | |"
        yield "|---|---|---|---|---|---|---|"
        yield from map(_row, group)
        yield ""


def _row(figure: Figure) -> str:
    if figure.gap:
        return f"| {figure.what} | – | {figure.against} | – | – | – | not measured: {figure.gap} |"
    ratio = _number(figure.ratio, figure.unit) if figure.theirs else ""
    goal = f"{figure.bound} {_number(figure.goal, figure.unit)}" if figure.goal is not None else ""
    held = {True: "held", False: "**missed**", None: ""}[figure.is_met]
    note = ", ".join(filter(None, (held, figure.note)))
    cells = (figure.what, figure.ours, figure.against, figure.theirs, ratio, goal, note)
    return f"| {' | '.join(cells)} |"


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    told = f"{value:.3f}" if value < 0.1 else f"{value:.2f}" if value < 10 else f"{value:.0f}"  # noqa: PLR2004
    return f"{told.rstrip('0').rstrip('.') if '.' in told else told}{unit}"


def _engines(gates: dict[str, Gate]) -> Iterator[str]:
    yield "## What each engine's file holds\n"
    yield "| engine | version | printed as | kB a file | looked at |"
    yield "|---|---|---|---|---|"
    if "ours" in gates:
        yield f"| brochures | | compiled and stamped | {gates['ours'].size / 1000:.0f} | {_gate(gates['ours'])} |"
    for name, engine in ENGINES.items():
        if name in gates:
            gate = gates[name]
            row = (engine.label, engine.version, engine.way, f"{gate.size / 1000:.0f}", _gate(gate))
            yield f"| {' | '.join(row)} |"
        else:
            yield f"| {engine.label} | – | {engine.way} | – | not measured: {engine.package} is not installed |"
    yield f"\n{_PRINCE}"
    yield (
        "\n`placed`: plutoprint and Fullbleed do not lay our page out as it is, so their twin has every line at its "
        "place; they are spared all layout. Typst's twin has each paragraph, heading and list at its place, and breaks "
        "the lines itself. `sys.inputs` is how Typst's manual gives values; a module that stays compiled is quicker.\n"
    )


def _gate(gate: Gate) -> str:
    return gate.told if gate.passes else f"**{gate.told}**"


def _pictures(gates: dict[str, Gate]) -> Iterator[str]:
    yield "## Pictures\n"
    for name in ("ours", *ENGINES):
        if name in gates and "-" not in name:
            label = "brochures" if name == "ours" else ENGINES[name].label
            yield f"{label}\n\n![Both pages as {label} prints them](pictures/bench-{name}.png)\n"
