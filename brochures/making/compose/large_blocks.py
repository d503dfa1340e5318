"""The blocks of a handout or a comparison sheet, made anew for large print: larger drawings, shorter lists. Floor 4.

They are taken from the plan of the usual piece, so that large print says all that the usual piece says.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from brochures.making.compose import furniture, pictures
from brochures.making.compose.comparison import ComparisonSheet
from brochures.making.compose.handout import Handout
from brochures.making.compose.large_parting import remade
from brochures.making.compose.large_sizes import LARGE, Sizes
from brochures.making.compose.parts import Parts
from brochures.making.drawing_text import text_width
from brochures.model.blocks import Block, Callout, Labelled, Points, Prose, Steps, Terms
from brochures.model.drawn import Card, FaceMap, Facts, Lasting, Rate
from brochures.model.furniture import Brand, Colophon
from brochures.reading.richtext import escaped

_NAME_PT_MM: Final = 6.35
_NAME_MM: Final = (32.0, 54.0)
_NAME_PAD_MM: Final = 8.0
_WORDS_PAD_MM: Final = 5.0


def of_topic(handout: Handout, text_mm: float, sizes: Sizes = LARGE) -> tuple[Block, ...]:
    """All that a handout says, in the order in which it is read in one column."""
    parts, subject, wording = handout.parts, handout.brochure.subject, handout.brochure.wording
    own = handout.strip.blocks
    apart = (handout.brand, handout.cover, handout.lead, handout.urgent, handout.contact, handout.colophon, *own)
    texts, drawn = _sorted(handout.requests(), apart)
    face = [block for block in drawn if isinstance(block, FaceMap)]
    rate = [block for block in drawn if isinstance(block, Rate)]
    months = [*pictures.onset(parts, text_mm), *(block for block in drawn if isinstance(block, Lasting))]
    texts = _with(texts, face, before=parts.prose(wording.common_effects, subject.common_effects))
    texts = _with(texts, rate, after=parts.warning())
    texts = _with(texts, months, after=parts.sections("what_to_expect"))
    facts = [replace(block, across=False) for block in handout.facts if isinstance(block, Facts)]
    return tuple(small for block in (*facts, *texts) for small in remade(block, text_mm, sizes))


def of_comparison(sheet: ComparisonSheet, text_mm: float, sizes: Sizes = LARGE) -> tuple[Block, ...]:
    """All that a comparison sheet says: one card a question, and what answers for all options."""
    apart = (sheet.brand, sheet.masthead, sheet.table, sheet.urgent, sheet.colophon)
    texts, drawn = _sorted(sheet.requests(), apart)
    shared = [Prose(title=question, paragraphs=(answer,)) for question, answer in sheet.table.shared]
    blocks = (*cards_of(sheet, text_mm, sizes), *shared, *texts, *drawn)
    return tuple(small for block in blocks for small in remade(block, text_mm, sizes))


def cards_of(sheet: ComparisonSheet, text_mm: float, sizes: Sizes) -> tuple[Block, ...]:
    """The line under the title, a card that names the options, and one card a question."""
    table = sheet.table
    name_mm = 0.0 if sizes.is_narrow else _name_mm(name for name, _, _ in table.heads)
    bar_mm = text_mm - name_mm - 2 * _WORDS_PAD_MM
    cards = [
        Card(
            title="",
            answers=tuple((name, side, caption, ()) for name, caption, side in table.heads),
            name_mm=name_mm,
            bar_mm=bar_mm,
            is_stacked=sizes.is_narrow,
        )
    ]
    for row in table.rows:
        # In a narrow column the chart of months follows by itself, with its scale.
        has_bars = bool(row.bars) and not sizes.is_narrow
        bars = row.bars if has_bars else ((),) * len(row.answers)
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
                note=table.scale_note if has_bars else "",
                scale=sizes.scale,
                is_stacked=sizes.is_narrow,
            )
        )
    return Prose(title="", paragraphs=(sheet.masthead.intro,)), *cards


def ending(contact: Block, colophon: Block) -> tuple[Block, ...]:
    """Contact and fine print; the sources as a list, because a run of names is hard to read."""
    if not isinstance(colophon, Colophon):
        return contact, colophon
    sources = tuple(escaped(source) for source in colophon.sources)
    title = colophon.sources_title
    listed: Block = Points(title=title, items=sources)
    if len(sources) == 1:
        listed = Prose(title=title, paragraphs=(f"{sources[0]}.",))
    return contact, replace(colophon, sources=()), *(remade(listed, 0.0) if sources else ())


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


def _name_mm(names: Iterable[str]) -> float:
    """Width of the coloured column of names: the longest name's, within reason."""
    longest = max(text_width(name, _NAME_PT_MM, bold=True) for name in names)
    return round(min(max(longest + _NAME_PAD_MM, _NAME_MM[0]), _NAME_MM[1]), 2)


def brand(parts: Parts, most_mm: float, sizes: Sizes = LARGE) -> Block:
    """The clinic's mark on dark, its logo as large as `most_mm` lets it be; its line of words stands at the end."""
    usual = furniture.brand(parts, on_dark=True)
    if not isinstance(usual, Brand) or not usual.logo:
        return replace(usual, tagline="") if isinstance(usual, Brand) else usual
    larger = min(sizes.logo_most, most_mm / usual.logo_width_mm)
    width, height = (round(side * larger, 2) for side in (usual.logo_width_mm, usual.logo_height_mm))
    return replace(usual, logo_width_mm=width, logo_height_mm=height)


def urgent(parts: Parts, *, live: bool) -> Block:
    """Urgent signs, each on a line of its own, also for a comparison."""
    return furniture.urgent(parts, across=False, listed=True, live=live)
