"""Words that are read from afar, for posters and slides: few, large, and the same on both. Floor 4."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from brochures.making.compose import furniture
from brochures.making.compose.dealing import Heights
from brochures.making.compose.parts import Parts
from brochures.model.blocks import Block
from brochures.model.drawn import Numbers, Sides
from brochures.model.furniture import Brand, Contact, Cover
from brochures.model.pictured import FactKind, Icon

_DIGIT: Final = re.compile("[0-9]")
_FACTS: Final[tuple[FactKind, ...]] = ("starts", "lasts", "undo", "where", "full_effect", "for", "what")
"""Which facts are told where there is room for a few: those with a number, then the first of these."""
_ROWS: Final[tuple[Icon, ...]] = ("relax", "hourglass", "undo", "calendar", "syringe")
"""The same for the rows that compare two options."""
_SCALES: Final = (2.0, 1.8, 1.6, 1.45, 1.3, 1.2, 1.1, 1.0, 0.9, 0.8, 0.7, 0.6)
_ENDLESS_MM: Final = 3000.0
"""Wider than any title: one that is as high as at this width breaks no line."""
_MOST_PLACES: Final = 3


@dataclass(frozen=True, slots=True)
class Reach:
    """Who the clinic is, in words, and the code to scan beside them."""

    words: tuple[Block, ...] = ()
    code: tuple[Block, ...] = ()


Titles = tuple[Cover, ...]
"""One title at falling sizes."""


def titles(parts: Parts) -> Titles:
    """The title at every size that may be tried, largest first."""
    return tuple(Cover(title=parts.brochure.subject.cover.title, purpose="", scale=scale) for scale in _SCALES)


def title_requests(sizes: Titles, width_mm: float) -> Iterator[tuple[Block, float]]:
    """What `widest` must know."""
    for title in sizes:
        yield title, width_mm
        yield title, _ENDLESS_MM


def widest(sizes: Titles, heights: Heights, width_mm: float, most_mm: float) -> Cover:
    """The largest title that breaks no line at this width and is no higher than `most_mm`; else the smallest."""
    fitting = (
        title
        for title in sizes
        if heights[title, width_mm] <= min(most_mm, heights[title, _ENDLESS_MM]) + 0.01  # a hair, for rounding
    )
    return next(fitting, sizes[-1])


def numbers(parts: Parts, most: int, *, across: bool) -> list[Block]:
    """The facts of a topic that matter most, in the order of the content; nothing for a comparison."""
    if parts.brochure.kind == "comparison":
        return []
    rows = parts.brochure.topic.facts
    best = sorted(rows, key=lambda row: (not _DIGIT.search(row.figure), _FACTS.index(row.kind)))[:most]
    items = tuple((row.figure, row.caption.text) for row in rows if row in best)
    return [Numbers(items=items, across=across)] if items else []


def fact(parts: Parts, kind: FactKind) -> list[Block]:
    """One fact of a topic as a large number, whose chart says what it means."""
    if parts.brochure.kind == "comparison":
        return []
    rows = [fact for fact in parts.brochure.topic.facts if fact.kind == kind]
    return [Numbers(items=((rows[0].figure, ""),))] if rows else []


def sides(parts: Parts, most: int, *, says: bool) -> Sides:
    """Options and no treatment side by side, each option with its `most` most telling lines.

    `says` sets what speaks for no treatment under its name, and not only what it is.
    """
    brochure, comparison = parts.brochure, parts.brochure.comparison
    chosen = sorted(comparison.quick, key=lambda row: _ROWS.index(row.icon) if row.icon in _ROWS else len(_ROWS))
    rows = [row for row in comparison.quick if row in chosen[:most]]
    columns = [
        (topic.names.short, topic.colour, tuple(row.answers[name].text for row in rows))
        for name, topic in brochure.topics
    ]
    no = tuple(row.text for row in parts.kept(comparison.no_treatment)) if says else ()
    return Sides(columns=(*columns, (comparison.neither.name, "none", no or (comparison.neither.caption,))))


def reach(parts: Parts, *, live: bool, writes: bool) -> Reach:
    """The clinic and how to reach it, large; `writes` gives lines to write on where it is unknown.

    A clinic of several places gives the number of each.
    """
    clinic = parts.brochure.clinic
    whole = furniture.contact(parts, live=live)
    if clinic is None or not isinstance(whole, Contact):
        return Reach((whole,) if writes else ())
    mark = furniture.brand(parts, on_dark=True)
    numbers = furniture.everyday_numbers(clinic)
    has_logo = isinstance(mark, Brand) and bool(mark.logo)
    several = len(numbers) > 1
    words = Contact(
        name="" if has_logo else clinic.name,
        phone="" if several else clinic.main_phone,
        address=numbers[:_MOST_PLACES] if several else (),
        site="" if whole.qr else whole.site,
        site_href=whole.site_href,
        write_in=whole.write_in if writes else (),
        live=live,
        dial=whole.dial,
    )
    code = Contact(qr=whole.qr, qr_caption=whole.qr_caption)
    return Reach((mark, words) if has_logo else (words,), (code,) if whole.qr else ())


def sized(mark: Block, factor: float, most_mm: float, wide_mm: float) -> Block:
    """The clinic's mark, its logo `factor` times as large, but no higher and no wider than that."""
    if not isinstance(mark, Brand) or not mark.logo:
        return mark
    scale = min(factor, most_mm / mark.logo_height_mm, wide_mm / mark.logo_width_mm)
    width, height = (round(side * scale, 2) for side in (mark.logo_width_mm, mark.logo_height_mm))
    return replace(mark, logo_width_mm=width, logo_height_mm=height)


def height(heights: Heights, blocks: Iterable[Block], width_mm: float, gap_mm: float) -> float:
    """Height of blocks under each other at one width, with the same white between all."""
    each = [heights[block, width_mm] for block in blocks]
    return sum(each) + gap_mm * max(0, len(each) - 1)
