"""Judge every format on every paper, in every edition and theme, and write docs/matrix.md: `make matrix`.

`--every-subject` judges all subjects in each cell, and takes twice as long or longer.
`--format`, `--theme` narrow it, and print the table instead of writing it.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path
from typing import cast

from brochures.model.formats import FORMATS
from brochures.model.themes import THEMES, ThemeName
from tests.browser import browser
from tests.judges.cells import Bench, Cell, Outcome, cells

TARGET = Path(__file__).parent.parent / "docs" / "matrix.md"
HEAD = """# The matrix

Every format on every paper, in every edition and theme, as the judges see it; each theme shows another subject.
Made by `make matrix`; none of it is written by hand.

- **veraPDF** and **page-validation** judge `print` and `screen` against PDF/UA-1 and PDF/A-2a; veraPDF judges
  `press` against PDF/A-2b. page-validation is not asked there: it knows no `pdf:Trapped`, which PDF/X-4 wants.
- **PDF/X-4** is checked against our subset of it: no free validator of the standard exists, and nothing is certified.
- **axe** judges the markup in Chromium (WCAG 2.1 A and AA, and best practice).
- **preflight** is our own: words, fonts, sizes, distances, contrast and locked text, read back from the file.
"""
COLUMNS = ("format", "paper", "edition", "theme", "pieces", "pages", "kB", "veraPDF", "page-validation", "X-4", "axe")


def judged(theme: ThemeName, wanted: tuple[Cell, ...]) -> list[Outcome]:
    """The verdicts of one theme's cells, in a process of its own."""
    bench = Bench(theme)
    found = []
    with browser() as chromium:
        for cell in wanted:
            found.append(bench.verdict(cell, chromium))
            sys.stderr.write(f"{'.' if found[-1].passes else 'F'}")
            sys.stderr.flush()
    return found


def mark(verdicts: list[Outcome], *names: str) -> str:
    """`pass`, the number of pieces that fail, or a dash where nobody was asked."""
    asked = [v for v in verdicts if any(key.startswith(names) for key in v.faults)]
    failed = [v for v in asked if any(found for key, found in v.faults.items() if key.startswith(names))]
    return (f"**{len(failed)} fail**" if failed else "pass") if asked else "–"


def span(least: int, most: int) -> str:
    """`2`, or `2–5`."""
    return str(least) if least == most else f"{least}–{most}"


def rows(verdicts: list[Outcome]) -> Iterator[str]:
    """The table, one line for each format, paper, edition, theme and size of type."""
    yield f"| {' | '.join((*COLUMNS, 'preflight'))} |"
    yield "|" + "---|" * (len(COLUMNS) + 1)

    def key(verdict: Outcome) -> tuple[int, bool, str, str, int]:
        cell = verdict.cell
        return (list(FORMATS).index(cell.format), cell.large, cell.paper, cell.edition, list(THEMES).index(cell.theme))

    for _, group in groupby(sorted(verdicts, key=key), key=key):
        mine = list(group)
        cell = mine[0].cell
        pages, sizes = [v.pages for v in mine], [round(v.size / 1000) for v in mine]
        name = f"{cell.format}, large print" if cell.large else cell.format
        values = (name, cell.paper, cell.edition, cell.theme, str(len(mine)))
        marks = (mark(mine, "veraPDF"), mark(mine, "page-validation"), mark(mine, "x4"), mark(mine, "axe"))
        figures = (span(min(pages), max(pages)), span(min(sizes), max(sizes)))
        yield f"| {' | '.join((*values, *figures, *marks, mark(mine, 'preflight', 'made')))} |"


def main() -> int:
    """Writes the table; the exit code is 1 where a cell is red."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--format", action="append", choices=list(FORMATS))
    parser.add_argument("--theme", action="append", choices=list(THEMES))
    parser.add_argument("--every-subject", action="store_true")
    asked = parser.parse_args()
    started = time.monotonic()
    wanted = [cell for cell in cells(every_subject=asked.every_subject) if cell.format in (asked.format or FORMATS)]
    themes = cast("list[ThemeName]", asked.theme or list(THEMES))
    shares = [tuple(cell for cell in wanted if cell.theme == theme) for theme in themes]
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        verdicts = [verdict for share in pool.map(judged, themes, shares) for verdict in share]
    red = [verdict for verdict in verdicts if not verdict.passes]
    minutes = (time.monotonic() - started) / 60
    told = f"{len(verdicts)} pieces, {len(red)} of them with a fault, judged in {minutes:.0f} minutes on 2 cores."
    table = "\n".join(rows(verdicts))
    sys.stderr.write("\n")
    for verdict in red:
        for name, faults in verdict.faults.items():
            for fault in faults[:3]:
                sys.stderr.write(f"{verdict.cell}: {name}: {fault}\n")
    if asked.format or asked.theme:
        sys.stdout.write(f"{table}\n{told}\n")
    else:
        TARGET.write_text(f"{HEAD}\n{told}\n\n{table}\n", encoding="utf-8")
    return 1 if red else 0


if __name__ == "__main__":
    sys.exit(main())
