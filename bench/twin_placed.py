"""The twin in plain HTML: every line of words at its place, for an engine that knows neither grid, flow nor var().

The engine is spared all layout; words, fonts, colours and pictures are those of the page.
"""

import base64
import html
from collections.abc import Iterator
from pathlib import Path

from bench.drawing import Drawn, Fill, Line, Run, Sheet, Words


def write(sheets: list[Sheet], folder: Path, title: str) -> Path:
    """Writes `placed.html`, whose slots hold marks, and `placed.css`; says where the first stands."""
    pages = "".join(f'<div class="sheet">{"".join(_sheet(sheet))}</div>' for sheet in sheets)
    head = f'<html lang="en-US"><head><meta charset="utf-8"><title>{html.escape(title)}</title></head>'
    page = folder / "placed.html"
    page.write_text(f"<!doctype html>{head}<body>{pages}</body></html>", encoding="utf-8")
    width, height = sheets[0].width, sheets[0].height
    style = (
        f"@page{{size:{width:.2f}pt {height:.2f}pt;margin:0}}body{{margin:0}}"
        f".sheet{{position:relative;width:{width:.2f}pt;height:{height:.2f}pt;page-break-after:always}}"
        ".sheet:last-child{page-break-after:auto}.sheet>*{position:absolute;margin:0;padding:0;white-space:nowrap}"
    )
    (folder / "placed.css").write_text(style, encoding="utf-8")
    return page


def _sheet(sheet: Sheet) -> Iterator[str]:
    for thing in sheet.things:
        if isinstance(thing, Fill):
            if thing.colour != "#ffffff" or thing.width < sheet.width:
                yield f'<div style="{_box(thing)};background:{thing.colour};border-radius:{thing.radius:.2f}pt"></div>'
        elif isinstance(thing, Drawn):
            data = base64.b64encode(thing.svg.encode()).decode()
            told = html.escape(thing.alternative)
            yield f'<img style="{_box(thing)}" alt="{told}" src="data:image/svg+xml;base64,{data}">'
        else:
            for number, line in enumerate(thing.lines):
                yield from _line(thing, line, thing.y + number * thing.leading)


def _line(words: Words, line: Line, top: float) -> Iterator[str]:
    """One line; a run that is raised or set otherwise stands for itself, at its own place."""
    size = max(run.size for run in line.runs)
    for run in line.runs:
        skipped = len(run.text) - len(run.text.lstrip(" "))
        left = run.x + skipped * run.size * 0.2
        tag = f"h{words.level}" if words.level and run is line.runs[0] else "div"
        style = _style(run, words, left, top, size)
        yield f'<{tag} style="{style}">{html.escape(run.text.strip(" "), quote=False)}</{tag}>'


def _style(run: Run, words: Words, left: float, top: float, size: float) -> str:
    # A smaller letter's baseline stands higher in a line of the same height.
    lower = (words.ascent - words.leading / 2) * (1 - run.size / size)
    slant = ";font-style:italic" if run.is_italic else ""
    spaced = f";letter-spacing:{run.tracking:.3f}pt" if run.tracking else ""
    return (
        f"left:{left:.2f}pt;top:{top - run.rise + lower:.2f}pt;font-family:'{run.family}';font-weight:{run.weight};"
        f"font-size:{run.size:.2f}pt;line-height:{words.leading:.2f}pt;color:{run.colour}{slant}{spaced}"
    )


def _box(thing: Fill | Drawn) -> str:
    return f"left:{thing.x:.2f}pt;top:{thing.y:.2f}pt;width:{thing.width:.2f}pt;height:{thing.height:.2f}pt"
