"""What stands over the contact on the back of a folded sheet, in ways that take less and less room. Floor 4."""

from dataclasses import dataclass, replace
from typing import Final

from brochures.making.compose import furniture, slots
from brochures.making.compose.parts import Parts
from brochures.model.blocks import Block

_QUESTIONS: Final = (5, 4, 3, 2)
"""How many questions the panel asks: as many as a clinic's own contact lines leave room for."""
_BESIDE_SLOTS: Final = (3, 2)
"""The same under the patient's own lines; none where those take the room."""
_FEWER: Final = ((6, 2, True), (6, 2, False), (5, 3, False), (4, 3, False))
"""Where eight slots have no room: how many, from which rung of the ladder, and whether under the panel's own head.

Free lines go first, then the number, which such a panel has in print.
"""
_QUESTIONS_GROW_MM: Final = 48.0
_ROW_GROW_MM: Final = 2.4
"""How much higher one line of the patient's own may become: it is written on as well."""


@dataclass(frozen=True, slots=True)
class Ending:
    """One way to fill the panel: its blocks, whether under its head, and from which rung of the ladder it is tried."""

    blocks: tuple[Block, ...]
    has_head: bool = True
    rung: int = 0


def endings(parts: Parts, text_mm: float, *, is_personal: bool) -> tuple[Ending, ...]:
    """Every way, best first; questions give way to one patient's own lines."""
    if not is_personal:
        return tuple(Ending((_questions(parts, limit, titled=False),)) for limit in _QUESTIONS)
    own = _own(parts, 8, text_mm)
    with_questions = ((own, _questions(parts, limit, titled=True)) for limit in _BESIDE_SLOTS)
    fewer = (
        Ending((_own(parts, count, text_mm, titled=not has_head),), has_head=has_head, rung=rung)
        for count, rung, has_head in _FEWER
    )
    return *(Ending(blocks) for blocks in with_questions), Ending((own,)), *fewer


def _own(parts: Parts, count: int, text_mm: float, *, titled: bool = False) -> Block:
    fields = (*slots.ABOUT, *slots.LINES)[:count]
    title = parts.wording.personal_title if titled else ""
    return replace(slots.beside(parts.brochure, fields, text_mm, title=title), max_grow_mm=count * _ROW_GROW_MM)


def _questions(parts: Parts, limit: int, *, titled: bool) -> Block:
    return furniture.questions(parts, limit=limit, titled=titled, grow_mm=_QUESTIONS_GROW_MM)
