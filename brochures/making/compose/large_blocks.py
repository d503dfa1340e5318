"""The blocks of a handout or a comparison sheet, made anew for large print: larger drawings, shorter lists. Floor 4.

They are taken from the plan of the usual piece, so that large print says all that the usual piece says.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, TypeVar

from brochures.making.compose import furniture, pictures
from brochures.making.compose.comparison import ComparisonSheet
from brochures.making.compose.handout import Handout
from brochures.making.compose.parts import PARAGRAPH_STATEMENTS, Parts
from brochures.making.drawing_text import text_width
from brochures.model.blocks import Block, Callout, Labelled, Photo, Points, Prose, Steps, Terms
from brochures.model.drawn import Card, FaceMap, Facts, Lasting, Onset, Rate
from brochures.model.furniture import Brand, Colophon
from brochures.reading.richtext import escaped

_SCALE: Final = 1.83
"""Labels of 8.8 pt, the smallest in our drawings, become 16 pt."""
_FACE_MM: Final = 96.0
_DOTS_MM: Final = 74.0
_PHOTO_MOST: Final = 1.6
_LOGO_MOST: Final = 1.45
_NAME_PT_MM: Final = 6.35
_NAME_MM: Final = (32.0, 54.0)
_NAME_PAD_MM: Final = 8.0
_WORDS_PAD_MM: Final = 5.0
_CALLOUT_MOST: Final = 900
"""Letters in one box; with more it is set as several boxes."""
_INTRO_MOST: Final = 600
"""Letters before a list that stand in one block with it."""
_SENTENCE_END: Final = re.compile(r"(?<=[.!?]) ")

_Row = TypeVar("_Row")
_Titled = TypeVar("_Titled", Prose, Points, Terms, Labelled, Callout)


def of_topic(handout: Handout, text_mm: float) -> tuple[Block, ...]:
    """All that a handout says, in the order in which it is read in one column."""
    parts, subject, wording = handout.parts, handout.brochure.subject, handout.brochure.wording
    apart = (handout.brand, handout.cover, handout.lead, handout.urgent, handout.contact, handout.colophon)
    texts, drawn = _sorted(handout.requests(), apart)
    face = [block for block in drawn if isinstance(block, FaceMap)]
    rate = [block for block in drawn if isinstance(block, Rate)]
    months = [*pictures.onset(parts, text_mm), *(block for block in drawn if isinstance(block, Lasting))]
    texts = _with(texts, face, before=parts.prose(wording.common_effects, subject.common_effects))
    texts = _with(texts, rate, after=parts.warning())
    texts = _with(texts, months, after=parts.sections("what_to_expect"))
    facts = [replace(block, across=False) for block in handout.facts if isinstance(block, Facts)]
    return tuple(small for block in (*facts, *texts) for small in _remade(block, text_mm))


def of_comparison(sheet: ComparisonSheet, text_mm: float) -> tuple[Block, ...]:
    """All that a comparison sheet says: one card a question, and what answers for all options."""
    apart = (sheet.brand, sheet.masthead, sheet.table, sheet.urgent, sheet.colophon)
    texts, drawn = _sorted(sheet.requests(), apart)
    table = sheet.table
    name_mm = _name_mm(name for name, _, _ in table.heads)
    bar_mm = text_mm - name_mm - 2 * _WORDS_PAD_MM
    cards = [
        Card(
            title="",
            answers=tuple((name, side, caption, None) for name, caption, side in table.heads),
            name_mm=name_mm,
            bar_mm=bar_mm,
        )
    ]
    for row in table.rows:
        bars = row.bars or (None,) * len(row.answers)
        cards.append(
            Card(
                title=row.question,
                answers=tuple(
                    (name, side, answer, months)
                    for (name, _, side), answer, months in zip(table.heads, row.answers, bars, strict=True)
                ),
                name_mm=name_mm,
                bar_mm=bar_mm,
                scale_months=table.scale_months,
                note=table.scale_note if row.bars else "",
                scale=_SCALE,
            )
        )
    shared = [Prose(title=question, paragraphs=(answer,)) for question, answer in table.shared]
    intro = Prose(title="", paragraphs=(sheet.masthead.intro,))
    blocks = (intro, *cards, *shared, *texts, *drawn)
    return tuple(small for block in blocks for small in _remade(block, text_mm))


def ending(contact: Block, colophon: Block) -> tuple[Block, ...]:
    """Contact and fine print; the sources as a list, because a run of names is hard to read."""
    if not isinstance(colophon, Colophon):
        return contact, colophon
    sources = tuple(escaped(source) for source in colophon.sources)
    title = colophon.sources_title
    listed: Block = Points(title=title, items=sources)
    if len(sources) == 1:
        listed = Prose(title=title, paragraphs=(f"{sources[0]}.",))
    return contact, replace(colophon, sources=()), *(_remade(listed, 0.0) if sources else ())


def follows(block: Block) -> bool:
    """Whether a block goes on with the text before it, and has no heading of its own."""
    return not getattr(block, "title", "") and isinstance(block, Prose | Points | Steps | Terms | Labelled | Callout)


def _sorted(requests: Iterable[tuple[Block, float]], apart: Iterable[Block]) -> tuple[list[Block], list[Block]]:
    """Words and drawings of a plan, each once and in order, without what large print places by itself."""
    left_out = set(apart)
    blocks = [block for block in dict.fromkeys(block for block, _ in requests) if block not in left_out]
    words = [b for b in blocks if b.component not in ("folio", "facts") and not isinstance(b, FaceMap | Lasting | Rate)]
    return words, [block for block in blocks if isinstance(block, FaceMap | Lasting | Rate)]


def _with(
    texts: list[Block], figures: Iterable[Block], *, before: Iterable[Block] = (), after: Iterable[Block] = ()
) -> list[Block]:
    """The figures put in beside the text that they belong to; where it is not printed, at the end."""
    starts = [texts.index(block) for block in before if block in texts]
    ends = [texts.index(block) + 1 for block in after if block in texts]
    at = min(starts) if starts else max(ends) if ends else len(texts)
    return [*texts[:at], *figures, *texts[at:]]


def _remade(block: Block, text_mm: float) -> Iterator[Block]:
    """The block at its size in large print; a long list as several blocks, since no block is cut by a page's end."""
    match block:
        case FaceMap():
            yield replace(block, width_mm=_FACE_MM, height_mm=_FACE_MM, max_grow_mm=0.0, scale=_SCALE)
        case Onset() | Lasting():
            yield replace(block, width_mm=text_mm, scale=_SCALE)
        case Rate():
            yield replace(block, width_mm=text_mm, height_mm=_DOTS_MM, max_grow_mm=0.0, scale=_SCALE)
        case Photo():
            larger = min(_PHOTO_MOST, text_mm / block.width_mm)
            yield replace(block, width_mm=block.width_mm * larger, height_mm=block.height_mm * larger)
        case _:
            yield from _shared_out(block)


def _shared_out(block: Block) -> Iterator[Block]:
    """Long words as several blocks, the heading over the first."""
    match block:
        case Prose():
            yield from _untitled(replace(block, paragraphs=(text,)) for text in block.paragraphs)
        case Points() if len(block.intro) > _INTRO_MOST:
            yield from _shared_out(Prose(title=block.title, paragraphs=_paragraphs(block.intro), side=block.side))
            yield from _shared_out(replace(block, title="", intro=""))
        case Points():
            shares = _untitled(replace(block, items=rows) for rows in _chunks(block.items, whole=5, most=3))
            yield next(shares)
            yield from (replace(share, intro="") for share in shares)
        case Terms():
            yield from _untitled(replace(block, items=rows) for rows in _chunks(block.items, whole=3, most=2))
        case Labelled():
            yield from _untitled(replace(block, items=rows) for rows in _chunks(block.items, whole=3, most=2))
        case Steps():
            done = 0
            for steps in _chunks(block.items, whole=4, most=2):
                yield replace(block, title="" if done else block.title, items=steps, before=done)
                done += len(steps)
        case Callout() if sum(len(text) for *_, text in block.items) > _CALLOUT_MOST:
            yield from _untitled(replace(block, items=(boxed,)) for boxed in block.items)
        case _:
            yield block


def _paragraphs(text: str) -> tuple[str, ...]:
    """The text in paragraphs of as many sentences as a paragraph has elsewhere."""
    sentences = _SENTENCE_END.split(text)
    starts = range(0, len(sentences), PARAGRAPH_STATEMENTS)
    return tuple(" ".join(sentences[i : i + PARAGRAPH_STATEMENTS]) for i in starts)


def _untitled(shares: Iterable[_Titled]) -> Iterator[_Titled]:
    """The shares of one block, the first with its heading, the others without."""
    for i, share in enumerate(shares):
        yield share if i == 0 else replace(share, title="")


def _chunks(rows: tuple[_Row, ...], *, whole: int, most: int) -> Iterator[tuple[_Row, ...]]:
    """All rows where there are no more than `whole`, else shares of `most`, none of which is a single row."""
    if len(rows) <= whole:
        yield rows
        return
    count = max(1, len(rows) // most)
    size, rest = divmod(len(rows), count)
    start = 0
    for i in range(count):
        end = start + size + (1 if i < rest else 0)
        yield rows[start:end]
        start = end


def _name_mm(names: Iterable[str]) -> float:
    """Width of the coloured column of names: the longest name's, within reason."""
    longest = max(text_width(name, _NAME_PT_MM, bold=True) for name in names)
    return round(min(max(longest + _NAME_PAD_MM, _NAME_MM[0]), _NAME_MM[1]), 2)


def brand(parts: Parts, most_mm: float) -> Block:
    """The clinic's mark on dark, its logo as large as `most_mm` lets it be; its line of words stands at the end."""
    usual = furniture.brand(parts, on_dark=True)
    if not isinstance(usual, Brand) or not usual.logo:
        return replace(usual, tagline="") if isinstance(usual, Brand) else usual
    larger = min(_LOGO_MOST, most_mm / usual.logo_width_mm)
    width, height = (round(side * larger, 2) for side in (usual.logo_width_mm, usual.logo_height_mm))
    return replace(usual, logo_width_mm=width, logo_height_mm=height)


def urgent(parts: Parts) -> Block:
    """Urgent signs, each on a line of its own, also for a comparison."""
    return furniture.urgent(parts, across=False, listed=True)
