"""What stands in one narrow column: signs parted for small pages, the short of it, sources as links. Floor 4."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from brochures.making.compose import pictures
from brochures.making.compose.comparison import ComparisonSheet
from brochures.making.compose.handout import Handout
from brochures.making.compose.large_blocks import of_topic
from brochures.making.compose.large_choice import of_choice
from brochures.making.compose.large_parting import remade, shared
from brochures.making.compose.large_sizes import Sizes
from brochures.making.compose.parts import Parts
from brochures.model.blocks import Block, OptionSide, Points
from brochures.model.brochure import Brochure
from brochures.model.content import Source
from brochures.model.drawn import Facts
from brochures.model.formats import EditionName, Paper
from brochures.model.furniture import Colophon, Contact, Hook, Urgent, UrgentGroup
from brochures.reading.richtext import escaped

_FEW_SIGNS: Final = 3
_WEB: Final = re.compile(r"https?://(?:(?!\.\.\.)[^\s<>()…])+")
_SIDES: Final[tuple[OptionSide, OptionSide]] = ("first", "second")


def signs(urgent: Block, *, has_line: bool) -> tuple[tuple[Block, ...], ...]:
    """Ways to part the urgent signs: all in one, by whom to call, a few each; last whom to call.

    A page takes the first way whose parts it holds; `has_line` where a number can be written in.
    """
    if not isinstance(urgent, Urgent):
        return ((urgent,),)
    urgent = replace(urgent, has_line=has_line)
    columns = urgent.columns
    groups = tuple((group,) for column in columns for group in column)
    few = tuple((part,) for (group,) in groups for part in _few(group))
    ways = ((columns,), tuple((group,) for group in groups), tuple((signs,) for signs in few))
    call = replace(urgent, title="", when="", columns=())
    return tuple((*_parted(urgent, way), call) for way in dict.fromkeys(ways))


def _few(group: UrgentGroup) -> Iterator[UrgentGroup]:
    """The signs of one group a few at a time, each under the group's heading."""
    for i in range(0, len(group.signs), _FEW_SIGNS):
        yield replace(group, signs=group.signs[i : i + _FEW_SIGNS])


def _parted(urgent: Urgent, way: tuple[tuple[tuple[UrgentGroup, ...], ...], ...]) -> Iterator[Urgent]:
    """A block for each part, the title over the first; none says whom to call."""
    for i, columns in enumerate(way):
        told = replace(urgent, columns=columns, call="", phone="", note="")
        yield told if i == 0 else replace(told, title="", when="")


def opening(parts: Parts, sizes: Sizes, *, has_kicker: bool, is_whole: bool) -> tuple[Block, ...]:
    """What to remember if nothing else: the headline with the main message, and the facts or the main points.

    Facts that no page holds together with the headline are parted.
    """
    brochure, wording = parts.brochure, parts.wording
    subject = brochure.subject
    lines = subject.hook or tuple(topic.names.short for _, topic in brochure.topics[:2])
    sides = _SIDES if brochure.kind == "comparison" else ("first", "first")
    hook = Hook(
        lines=tuple(zip(lines, sides, strict=False)),
        lead=parts.run(subject.main_message),
        kicker=wording.kicker_short if has_kicker else "",
    )
    facts = pictures.facts(parts, across=False) if brochure.kind == "topic" else []
    if facts:
        return hook, *(small for block in facts for small in (_few_facts(block) if not is_whole else (block,)))
    points = parts.points(wording.key_points, subject.key_points)
    return hook, *(small for block in points for small in remade(block, 0.0, sizes))


def _few_facts(block: Block) -> Iterator[Block]:
    """Facts in two halves."""
    if isinstance(block, Facts):
        half = -(-len(block.items) // 2)
        yield from (replace(block, items=rows) for rows in (block.items[:half], block.items[half:]) if rows)


def text(
    brochure: Brochure, paper: Paper, edition: EditionName, text_mm: float, sizes: Sizes
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """All that a handout or a comparison says, without facts; and the questions to ask, which come last."""
    if brochure.kind == "topic":
        blocks = of_topic(Handout(brochure, paper, edition), text_mm, sizes)
    else:
        blocks = of_choice(ComparisonSheet(brochure, paper, edition), text_mm, sizes)
    asked = Parts(brochure, full=True).points(brochure.wording.questions, brochure.subject.questions)
    questions = tuple(small for block in asked for small in remade(block, text_mm, sizes))
    rest = (block for block in blocks if block not in questions and not isinstance(block, Facts))
    return tuple(rest), questions


def contact(whole: Contact, *, is_whole: bool) -> tuple[Block, ...]:
    """Who the clinic is and how to reach it, then each of its places, and its people.

    Where a page cannot hold the first, its address and hours go apart.
    """
    told = replace(whole, places=(), people=()) if whole.places else whole
    places = [Contact(places=(place,), live=whole.live, dial=whole.dial) for place in whole.places]
    people = [Contact(people=whole.people)] if whole.places and whole.people else []
    first: list[Block] = [told]
    if not is_whole:
        found = Contact(
            address=told.address,
            site=told.site,
            site_href=told.site_href,
            mail=told.mail,
            hours=told.hours,
            live=told.live,
        )
        first = [replace(told, address=(), site="", site_href="", mail="", hours=(), people=()), found]
        people = people or ([Contact(people=told.people)] if told.people else [])
    return *first, *places, *people


def fine_print(colophon: Block, sizes: Sizes) -> tuple[Block, ...]:
    """Required lines and the version after them, without the sources; many lines in several blocks."""
    if not isinstance(colophon, Colophon):
        return (colophon,)
    shares = tuple(shared(colophon.lines, sizes.fine_most)) or ((),)
    blocks = tuple(replace(colophon, lines=lines, sources=(), version=()) for lines in shares)
    return *blocks[:-1], replace(blocks[-1], version=colophon.version)


def sources(parts: Parts, sizes: Sizes, *, linked: bool) -> tuple[Block, ...]:
    """The sources that are cited, each once; first those that are `linked` to where they are read on the web."""
    items: dict[str, str] = {}
    for source in parts.cited():
        words = escaped(source.printed or f"{source.body}: {source.title}")
        items.setdefault(words, "")
        items[words] = items[words] or (address(source) if linked else "")
    links = tuple(f"[{words}]({to})" for words, to in items.items() if to)
    plain = tuple(words for words, to in items.items() if not to)
    title = parts.wording.sources
    lists = (Points(title=title, items=links, has_links=True), Points(title="" if links else title, items=plain))
    return tuple(small for rows in lists if rows.items for small in remade(rows, 0.0, sizes))


def address(source: Source) -> str:
    """Where the source itself is read on the web, if anywhere.

    A copy elsewhere is no link: its words name who wrote it, and would lead to someone else.
    """
    return source.address if source.read_as == "original" and _WEB.fullmatch(source.address) else ""
