"""How the report on a PDF reads in a terminal. Floor 8."""

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from brochures.cli import terminal
from brochures.units import MM_PER_INCH

if TYPE_CHECKING:
    from brochures.making.report import Report
    from brochures.making.verdicts import Fault, Verdict

_NARROWEST, _WIDEST = 50, 100
_INDENT: Final = 10
_MARK: Final = 3
_MOST_FAULTS: Final = 8
_MOST_UNCLAIMED: Final = 3
_MOST_PLACES: Final = 3
_MOST_ROWS: Final = 12
_GOOD, _BAD, _DOUBT = ("ok", "green"), ("NO", "red"), ("?", "yellow")
_X4: Final = "x4"
_KB: Final = 1000


def report(path: Path) -> "Report":
    """The report on the file of this path; one that cannot be opened has its trouble in it."""
    from brochures.making.report import Report, inspect

    try:
        return inspect(path.read_bytes(), str(path))
    except OSError as error:
        return Report(str(path), 0, f"the file cannot be opened: {error.strerror or error}")


def lines(report: "Report") -> Iterator[str]:
    """The report, line by line; coloured for a terminal that takes it, as wide as that up to 100 letters."""
    is_coloured, width = terminal.is_coloured(), terminal.width(_NARROWEST, _WIDEST)
    yield click.style(_plain(report.name), bold=True) if is_coloured else _plain(report.name)
    for title, rows in _parts(report):
        label = title
        for sign, row in rows:
            head, deep = f"  {label:<{_INDENT}}", " " * (len(row) - len(row.lstrip()))
            inside = " " * (len(head) + _MARK) + deep
            wrapped = textwrap.wrap(_plain(row).strip(), width, initial_indent=inside, subsequent_indent=inside)
            mark = f"{sign[0] if sign else '':<{_MARK}}"
            painted = click.style(mark, fg=sign[1]) if sign and is_coloured else mark
            first = wrapped[0][len(inside) :] if wrapped else ""
            yield f"{head}{painted}{deep}{first}".rstrip()
            yield from wrapped[1:]
            label = ""


_Rows = Iterator[tuple[tuple[str, str] | None, str]]


def _parts(report: "Report") -> Iterator[tuple[str, list[tuple[tuple[str, str] | None, str]]]]:
    if report.trouble:
        yield "", [(_BAD, report.trouble)]
        return
    yield "file", list(_file(report))
    yield "standards", list(_standards(report))
    yield "pages", list(_pages(report))
    yield "words", list(_words(report))
    yield "tags", list(_tags(report))
    yield "fonts", list(_fonts(report))
    yield "colours", list(_colours(report))
    yield "pictures", list(_pictures(report))
    yield "links", list(_links(report))
    yield "notes", [(_DOUBT, note) for note in report.notes]


def _file(report: "Report") -> _Rows:
    by = ", ".join(dict.fromkeys(filter(None, (report.creator, report.producer))))
    yield None, f"{report.size_bytes / _KB:.0f} kB, PDF {report.version}{f', made with {by}' if by else ''}"
    if report.encryption:
        yield None, f"encrypted with {report.encryption}"


def _standards(report: "Report") -> _Rows:
    yield None, f"claims {', '.join(report.claims)}" if report.claims else "claims no standard"
    for standard in dict.fromkeys(verdict.standard for verdict in report.verdicts):
        here = [verdict for verdict in report.verdicts if verdict.standard == standard]
        claimed = "" if standard in report.claims else ", which it does not claim"
        yield from _verdict([v for v in here if v.passed], "passes", claimed, _GOOD)
        for verdict in here:
            if verdict.passed is False:
                yield from _verdict([verdict], "fails", claimed, _DOUBT if claimed else _BAD)
            yield from (
                (None, f"  {row}") for row in _faults(verdict.faults, _MOST_UNCLAIMED if claimed else _MOST_FAULTS)
            )
            if verdict.passed is None:
                yield _DOUBT, f"{standard} was not judged by {verdict.judge}: {verdict.unjudged}"
    known = {verdict.standard for verdict in report.verdicts}
    yield from ((_DOUBT, f"{claim} cannot be judged here") for claim in report.claims if claim not in known)


def _verdict(verdicts: "list[Verdict]", word: str, claimed: str, sign: tuple[str, str]) -> _Rows:
    if not verdicts:
        return
    if verdicts[0].flavour == _X4:
        yield sign, f"{word} {verdicts[0].judge} (checked by us, not certified){claimed}"
    else:
        yield sign, f"{word} {verdicts[0].standard} ({', '.join(verdict.judge for verdict in verdicts)}){claimed}"


def _faults(faults: "tuple[Fault, ...]", most: int) -> Iterator[str]:
    for fault in faults[:most]:
        times = f" ({fault.times} times)" if fault.times > 1 else ""
        yield f"{'warning: ' if fault.severity == 'warning' else ''}{fault.rule}: {fault.message}{times}"
    if len(faults) > most:
        yield f"and {len(faults) - most} more; --json has them all"


def _pages(report: "Report") -> _Rows:
    for row in report.pages:
        which = f"page {row.first}" if row.first == row.last else f"pages {row.first} to {row.last}"
        size = _size(row.trim_mm or row.crop_mm or row.media_mm)
        turned = f", shown turned by {row.turned} degrees" if row.turned else ""
        if row.bleed_mm:
            size += f", {row.bleed_mm:.1f} mm of bleed, on a sheet of {_size(row.media_mm)}"
        yield None, f"{which}: {size}{turned}"


def _size(size_mm: tuple[float, float]) -> str:
    width, height = size_mm
    return f"{width:g} × {height:g} mm ({width / MM_PER_INCH:.3g} × {height / MM_PER_INCH:.3g} in)"


def _words(report: "Report") -> _Rows:
    found = report.legibility
    if found is None or found.least_pt is None:
        yield _DOUBT, "there are no words that can be read as letters"
        return
    height = f", lowest x-height {found.x_height_mm:.1f} mm" if found.x_height_mm else ""
    yield None, f"smallest type {found.least_pt:g} pt{height}: “{found.least_words}”"
    bad = f"{found.below} of {found.looked_at} places have too little contrast"
    yield (_BAD, bad) if found.below else (_GOOD, f"contrast is enough in all {found.looked_at} places looked at")
    if found.pages < max(row.last for row in report.pages):
        yield _DOUBT, f"only {found.pages} pages were looked at: the first, and none of huge ones"
    if found.unseen:
        yield _DOUBT, f"{found.unseen} places have letters that cannot be seen: covered, clipped or invisible"
    for place in found.places if found.below else found.places[:_MOST_PLACES]:
        where = f"page {place.page}, {place.left_mm:.0f} mm from the left, {place.top_mm:.0f} mm from the top"
        yield None, f" {place.ratio:.1f}:1 ({place.least:g}:1 is the least), {where}: “{place.words}”"


def _tags(report: "Report") -> _Rows:
    found = report.structure
    if found is None:
        return
    tags = ", ".join(f"{number} {kind}" for kind, number in found.tags.items())
    is_for_press = any(claim.startswith("PDF/X") for claim in report.claims)
    bad = _DOUBT if is_for_press else _BAD  # a print shop reads no tags
    yield (_GOOD, f"tagged: {tags}") if found.is_tagged else (bad, "not tagged: a screen reader finds no order")
    yield (_GOOD, f"language {found.language}") if found.language else (bad, "no language is stated")
    shown = "" if found.shows_title else ", but the file's name is shown in its place"
    yield (_GOOD, f"title “{found.title}”{shown}") if found.title else (bad, "no title")
    yield None, f"{found.bookmarks or 'no'} bookmark{'' if found.bookmarks == 1 else 's'}"


def _fonts(report: "Report") -> _Rows:
    if not report.fonts:
        yield None, "none"
    for font in report.fonts[:_MOST_ROWS]:
        how = ("in part" if font.is_subset else "whole") if font.is_embedded else "not"
        yield None if font.is_embedded else _BAD, f"{font.name} ({font.kind}, {how} embedded)"
    yield from _more(report.fonts)


def _colours(report: "Report") -> _Rows:
    for row in report.colours:
        ink = f", at most {row.most_ink_percent} % of ink on one spot" if row.most_ink_percent else ""
        yield None, f"{row.name} for {', '.join(row.uses)}{ink}"


def _pictures(report: "Report") -> _Rows:
    if not report.pictures:
        yield None, "none"
    for row in report.pictures[:_MOST_ROWS]:
        yield None, f"page {row.page}: {row.width_px} × {row.height_px} pixels at {row.ppi} ppi, {row.colours}"
    yield from _more(report.pictures)


def _links(report: "Report") -> _Rows:
    if not report.links:
        yield None, "none"
    for link in report.links[:_MOST_ROWS]:
        yield None, f"{link.target} (page {', '.join(map(str, link.pages))})"
    yield from _more(report.links)


def _more(rows: Iterable[object]) -> _Rows:
    over = len(list(rows)) - _MOST_ROWS
    if over > 0:
        yield None, f"and {over} more; --json has them all"


def _plain(words: str) -> str:
    """Without characters that would act on a terminal."""
    return "".join(c if c.isprintable() else "\ufffd" for c in words)
