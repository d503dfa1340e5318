"""Blocks made anew at the sizes of one column, and long words parted into several blocks. Floor 4.

No block is cut by a page's end, so what would fill most of a page becomes several blocks.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, TypeVar

from brochures.making.compose.large_sizes import LARGE, Sizes
from brochures.making.compose.parts import PARAGRAPH_STATEMENTS
from brochures.model.blocks import Advice, Block, Callout, Labelled, Photo, Points, Prose, Steps, Terms
from brochures.model.drawn import FaceMap, Lasting, Onset, Rate

_ROW_LETTERS: Final = 12
"""What the end of a row counts in letters: its last line is half empty, and white follows it."""
_SENTENCE_END: Final = re.compile(r"(?<=[.!?]) ")

_Row = TypeVar("_Row")
_Titled = TypeVar("_Titled", Advice, Prose, Points, Terms, Labelled, Callout)


def remade(block: Block, text_mm: float, sizes: Sizes = LARGE) -> Iterator[Block]:
    """The block at its size in this column; a long list as several blocks, since no block is cut by a page's end."""
    match block:
        case FaceMap():
            face = replace(
                block,
                width_mm=sizes.face_mm,
                height_mm=sizes.face_mm,
                max_grow_mm=0.0,
                scale=sizes.scale,
                is_stacked=sizes.is_narrow,
            )
            yield from _one_by_one(face) if sizes.is_narrow else (face,)
        case Onset() | Lasting():
            yield replace(block, width_mm=text_mm, scale=sizes.scale)
        case Rate():
            dots = replace(block, width_mm=text_mm, height_mm=sizes.dots_mm, max_grow_mm=0.0, scale=sizes.scale)
            yield replace(dots, caption="") if sizes.is_narrow else dots
            if sizes.is_narrow and block.caption:
                yield Prose(title="", paragraphs=(block.caption,))
        case Photo():
            larger = min(sizes.photo_most, text_mm / block.width_mm)
            yield replace(block, width_mm=block.width_mm * larger, height_mm=block.height_mm * larger)
        case _:
            yield from _shared_out(block, sizes)


def _one_by_one(face: FaceMap) -> Iterator[Block]:
    """A face for each option, the title over the first; the caption under them as a text."""
    for i, group in enumerate(face.groups):
        name, _, rows = group
        spoken = f"{name}: {', '.join(label for _, label in rows)}."
        yield replace(face, title="" if i else face.title, groups=(group,), caption="", alternative=spoken)
    if face.caption:
        yield Prose(title="", paragraphs=(face.caption,))


def _shared_out(block: Block, sizes: Sizes) -> Iterator[Block]:
    """Long words as several blocks, the heading over the first."""
    match block:
        case Prose():
            texts = (part for text in block.paragraphs for part in _parted(text, sizes.text_most))
            yield from _untitled(replace(block, paragraphs=(text,)) for text in texts)
        case Points() if len(block.intro) > sizes.intro_most:
            yield from _shared_out(
                Prose(title=block.title, paragraphs=_paragraphs(block.intro), side=block.side), sizes
            )
            yield from _shared_out(replace(block, title="", intro=""), sizes)
        case Points():
            shares = _untitled(replace(block, items=rows) for rows in _rows(block.items, sizes, whole=5, most=3))
            yield next(shares)
            yield from (replace(share, intro="") for share in shares)
        case Terms():
            yield from _untitled(replace(block, items=rows) for rows in _rows(block.items, sizes, whole=3, most=2))
        case Labelled():
            yield from _untitled(replace(block, items=rows) for rows in _rows(block.items, sizes, whole=3, most=2))
        case Steps():
            done = 0
            for steps in _rows(block.items, sizes, whole=4, most=2):
                yield replace(block, title="" if done else block.title, items=steps, before=done)
                done += len(steps)
        case Advice() if sizes.list_most:
            yield from _untitled(replace(block, items=rows) for rows in _rows(block.items, sizes, whole=5, most=3))
        case Callout() if sum(len(text) for *_, text in block.items) > sizes.callout_most:
            boxes = (
                (label if i == 0 else "", side, part)
                for label, side, text in block.items
                for i, part in enumerate(_parted(text, sizes.text_most))
            )
            yield from _untitled(replace(block, items=(boxed,)) for boxed in boxes)
        case _:
            yield block


def _parted(text: str, most: int) -> tuple[str, ...]:
    """The text in even parts of whole sentences, each of about `most` letters; 0: the text as it is."""
    count = -(-len(text) // most) if most else 1
    parts = [""]
    for sentence in _SENTENCE_END.split(text) if count > 1 else (text,):
        if parts[-1] and len(parts[-1]) + len(sentence) / 2 > len(text) / count:
            parts.append("")
        parts[-1] = f"{parts[-1]} {sentence}".lstrip()
    return tuple(parts)


def _paragraphs(text: str) -> tuple[str, ...]:
    """The text in paragraphs of as many sentences as a paragraph has elsewhere."""
    sentences = _SENTENCE_END.split(text)
    starts = range(0, len(sentences), PARAGRAPH_STATEMENTS)
    return tuple(" ".join(sentences[i : i + PARAGRAPH_STATEMENTS]) for i in starts)


def _untitled(shares: Iterable[_Titled]) -> Iterator[_Titled]:
    """The shares of one block, the first with its heading, the others without."""
    for i, share in enumerate(shares):
        yield share if i == 0 else replace(share, title="")


def _rows(rows: tuple[_Row, ...], sizes: Sizes, *, whole: int, most: int) -> Iterator[tuple[_Row, ...]]:
    """A list in shares: by its letters where the column is narrow, else by its rows."""
    if not sizes.list_most:
        yield from _chunks(rows, whole=whole, most=most)
        return
    yield from shared(rows, sizes.list_most)


def shared(rows: tuple[_Row, ...], most: int) -> Iterator[tuple[_Row, ...]]:
    """Rows in even shares of about `most` letters."""
    letters = [len(row if isinstance(row, str) else f"{row}") + _ROW_LETTERS for row in rows]
    fair = sum(letters) / max(1, -(-sum(letters) // most))
    start, held = 0, 0.0
    for i, count in enumerate(letters):
        if held and held + count / 2 > fair:
            yield rows[start:i]
            start, held = i, 0.0
        held += count
    yield rows[start:]


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
