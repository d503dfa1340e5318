"""The twin for Typst: a module with one function, its values given as arguments, and the pictures beside it.

Every paragraph, heading and list is Typst's own, set at its place and broken into lines by Typst; the tags are
those of PDF/UA-1, which Typst itself checks while it writes.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Final

from bench.drawing import Drawn, Fill, Line, Run, Sheet, Words

_SLOT: Final = re.compile(r"\{\{(\w+)\}\}")
_HEAD: Final = """#let run(font, weight, style, size, fill, tracking, rise, body) = text(
  font: font, weight: weight, style: style, size: size, fill: fill, tracking: tracking, baseline: -rise, body)
#let words(x, y, w, a, d, side, body) = place(top + left, dx: x, dy: y, block(width: w, {
  set text(top-edge: a, bottom-edge: -d)
  set align(side)
  body
}))
#let fill(x, y, w, h, c, r) = place(top + left, dx: x, dy: y, rect(width: w, height: h, fill: c, radius: r))
#let piece(v) = {
  set page(width: %(width)s, height: %(height)s, margin: 0pt)
  set document(title: %(title)s, description: %(about)s)
  set text(lang: "en", region: "US", hyphenate: false, fallback: false, number-type: "lining")
  set par(leading: 0pt, spacing: 0pt, linebreaks: "simple")
  set list(marker: none, indent: 0pt, body-indent: 0pt, spacing: 0pt)
  show heading: it => block(above: 0pt, below: 0pt, it.body)
"""


def write(sheets: list[Sheet], folder: Path, title: str, about: str) -> Path:
    """Writes `twin.typ` with its pictures to the folder, and says where it stands."""
    folder.mkdir(parents=True, exist_ok=True)
    values = {"width": _pt(sheets[0].width), "height": _pt(sheets[0].height), "title": _string(title)}
    lines = [_HEAD % {**values, "about": _string(about)}]
    for number, sheet in enumerate(sheets):
        if number:
            lines.append("  pagebreak()\n")
        lines += [f"  {line}\n" for line in _sheet(sheet, folder, number)]
    target = folder / "twin.typ"
    target.write_text("".join([*lines, "}\n"]), encoding="utf-8")
    return target


def _sheet(sheet: Sheet, folder: Path, page: int) -> Iterator[str]:
    """Colour and decoration first, then words and pictures with words in the order in which they are read."""
    read: list[Words | Drawn] = []
    names = {}
    for number, thing in enumerate(sheet.things):
        if isinstance(thing, Fill):
            yield _fill(thing)
        elif isinstance(thing, Drawn) and not thing.alternative:
            yield _drawn(thing, folder, f"{page}-{number}.svg")
        else:
            names[id(thing)] = f"{page}-{number}.svg"
            read.append(thing)
    for listed, things in groupby(read, key=lambda thing: isinstance(thing, Words) and thing.item and thing.group):
        if listed:
            yield _list([thing for thing in things if isinstance(thing, Words)])
        else:
            for thing in things:
                yield _words(thing) if isinstance(thing, Words) else _drawn(thing, folder, names[id(thing)])


def _fill(thing: Fill) -> str:
    box = ", ".join(map(_pt, (thing.x, thing.y, thing.width, thing.height)))
    return f'fill({box}, rgb("{thing.colour}"), {_pt(thing.radius)})'


def _drawn(thing: Drawn, folder: Path, name: str) -> str:
    (folder / name).write_text(thing.svg, encoding="utf-8")
    size = f"width: {_pt(thing.width)}, height: {_pt(thing.height)}"
    told = f", alt: {_string(thing.alternative)}" if thing.alternative else ""
    image = f'image("{name}", {size}{told})'
    if not thing.alternative:
        image = f"pdf.artifact({image})"
    return f"place(top + left, dx: {_pt(thing.x)}, dy: {_pt(thing.y)}, {image})"


def _list(words: list[Words]) -> str:
    """A list of Typst's own, each item as high as the way to the next."""
    left, top = min(thing.x for thing in words), min(thing.y for thing in words)
    items = [list(item) for _, item in groupby(words, key=lambda thing: thing.item)]
    tops = [min(thing.y for thing in item) for item in items]
    ends = [*tops[1:], max(thing.y + thing.leading * len(thing.lines) for thing in items[-1])]
    width = max(thing.x + thing.width for thing in words) - left
    bodies = []
    for item, start, end in zip(items, tops, ends, strict=True):
        inner = "; ".join(_words(thing, left, start) for thing in item)
        bodies.append(f"block(width: {_pt(width)}, height: {_pt(end - start)}, {{ {inner} }})")
    return f"place(top + left, dx: {_pt(left)}, dy: {_pt(top)}, block(width: {_pt(width)}, list({', '.join(bodies)})))"


def _words(thing: Words, left: float = 0.0, top: float = 0.0) -> str:
    body = " + ".join(_runs(thing.lines))
    body = f"heading(level: {thing.level}, {body})" if thing.level else f"par({body})"
    edges = (thing.x - left, thing.y - top, thing.width + 0.5, thing.ascent, thing.leading - thing.ascent)
    return f"words({', '.join(map(_pt, edges))}, {thing.align}, {body})"


def _runs(lines: Iterable[Line]) -> Iterator[str]:
    """The words of all lines as one flow, which Typst breaks itself: where a line ended, a space."""
    of_all = list(lines)
    for place, line in enumerate(of_all):
        for run in line.runs[:-1]:
            yield _run(run)
        last = line.runs[-1]
        flows = place + 1 < len(of_all) and not line.is_broken and not last.text.endswith(("-", "–", " "))
        yield _run(replace(last, text=last.text + " ") if flows else last)
        if line.is_broken:
            yield "linebreak()"


def _run(run: Run) -> str:
    style = '"italic"' if run.is_italic else '"normal"'
    look = f'"{run.family}", {run.weight}, {style}, {_pt(run.size)}, rgb("{run.colour}")'
    body = " + ".join(_text(run.text)) or '""'
    return f"run({look}, {_pt(run.tracking)}, {_pt(run.rise)}, {body})"


def _text(text: str) -> Iterator[str]:
    """Words, and the values in their places."""
    for number, part in enumerate(_SLOT.split(text)):
        if part:
            yield f'v.at("{part}", default: "")' if number % 2 else _string(part)


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _pt(value: float) -> str:
    return f"{value:.3f}pt"
