"""The blocks that are drawn from the facts: face map, onset, months, one in so many. Floor 4."""

from typing import Final

from brochures.making.compose.parts import Parts
from brochures.model.blocks import Block, OptionSide
from brochures.model.content import Topic
from brochures.model.drawn import FaceMap, Facts, Lasting, Onset, Quick, Rate
from brochures.model.pictured import Duration

_SCALES_MONTHS: Final = (6, 12, 18, 24, 36, 48, 60)


def scale_months(parts: Parts) -> float:
    """The end of the one scale of months that every chart of this brochure shares."""
    most = max((bar.months[1] for topic in _topics(parts) for bar in _bars(topic)), default=0)
    return next((end for end in _SCALES_MONTHS if end >= most), most)


def _topics(parts: Parts) -> list[Topic]:
    return [topic for _, topic in parts.brochure.topics]


def _bars(topic: Topic) -> tuple[Duration, ...]:
    return topic.lasting.bars if topic.lasting else ()


def months(topic: Topic) -> tuple[tuple[float, float], ...]:
    """Least and most months of each bar of a topic."""
    return tuple(bar.months for bar in _bars(topic))


def facts(parts: Parts, *, across: bool) -> list[Block]:
    """The fact strip of a topic."""
    rows = tuple((fact.icon, fact.figure, fact.caption.text) for fact in parts.brochure.topic.facts)
    return [Facts(items=rows, across=across)] if rows else []


def quick(parts: Parts) -> list[Block]:
    """The flap's short table of a comparison."""
    comparison = parts.brochure.comparison
    heads = tuple((topic.names.short, topic.colour) for topic in _topics(parts))
    rows = tuple((row.icon, tuple(row.answers[name].text for name in comparison.options)) for row in comparison.quick)
    return [Quick(heads=heads, rows=rows)] if rows else []


def face_map(parts: Parts, width_mm: float, height_mm: float, *, grow_mm: float) -> list[Block]:
    """The face with the areas of one topic or of all options."""
    brochure = parts.brochure
    groups: list[tuple[str, OptionSide, tuple[tuple[str, str], ...]]] = []
    for _, topic in brochure.topics:
        if topic.face_map and topic.face_map.areas:
            rows = tuple((area.area, area.label) for area in topic.face_map.areas)
            groups.append((topic.names.short, topic.colour, rows))
    if not groups:
        return []
    if brochure.kind == "comparison":
        title = brochure.comparison.face_map_title
        statement = brochure.comparison.face_map_caption
    else:
        drawn = brochure.topic.face_map
        title, statement = (drawn.title, drawn.caption) if drawn else ("", None)
    spoken = ". ".join(f"{name}: {', '.join(label for _, label in rows)}" for name, _, rows in groups)
    return [
        FaceMap(
            title=title,
            groups=tuple(groups),
            caption=statement.text if statement else "",
            alternative=f"{spoken}.",
            width_mm=width_mm,
            height_mm=height_mm,
            max_grow_mm=grow_mm,
        )
    ]


def onset(parts: Parts, width_mm: float) -> list[Block]:
    """The scale of days until an effect is seen and complete."""
    brochure = parts.brochure
    topic: Topic | None
    if brochure.kind == "comparison":
        wanted = brochure.comparison.onset_of
        topic = dict(brochure.topics).get(wanted) if wanted else None
    else:
        topic = brochure.topic
    if topic is None or topic.onset is None:
        return []
    drawn = topic.onset
    wording = parts.wording
    first = f"{wording.days} {drawn.first_days[0]} {wording.to} {drawn.first_days[1]}" if drawn.first_days else ""
    last = drawn.full_days or 0
    named = f"{topic.names.short}: {drawn.title[0].lower()}{drawn.title[1:]}"
    title = named if brochure.kind == "comparison" else drawn.title
    whole_weeks = last and last % 7 == 0
    full = (f"{last // 7} {wording.weeks}" if whole_weeks else f"{wording.day} {last}") if last else ""
    days = ((f"{wording.day} 0", ""), (first, wording.first_sign), (full, wording.full_effect))
    told = (f"{day}: {words}" if words else day for day, words in days if day)
    return [
        Onset(
            title=title,
            first_days=drawn.first_days,
            full_days=drawn.full_days,
            caption=drawn.caption.text,
            alternative=f"{'. '.join(told)}.",
            side=topic.colour,
            width_mm=width_mm,
            labels=(f"{wording.day} 0", first, full, wording.first_sign, wording.full_effect),
        )
    ]


def lasting(parts: Parts, width_mm: float) -> list[Block]:
    """How many months it lasts, one bar for each product or option."""
    brochure = parts.brochure
    rows = tuple(
        (bar.label, bar.words, bar.months[0], bar.months[1], topic.colour)
        for topic in _topics(parts)
        for bar in _bars(topic)
    )
    if not rows:
        return []
    if brochure.kind == "comparison":
        title, statement = brochure.comparison.lasting_title, brochure.comparison.lasting_caption
    else:
        drawn = brochure.topic.lasting
        title, statement = (drawn.title, drawn.caption) if drawn else ("", None)
    spoken = ". ".join(f"{label}: {words}" for label, words, *_ in rows)
    return [
        Lasting(
            title=title,
            bars=rows,
            caption=statement.text if statement else "",
            alternative=f"{spoken}.",
            width_mm=width_mm,
            scale_months=scale_months(parts),
        )
    ]


def rate(parts: Parts, width_mm: float, height_mm: float, *, grow_mm: float) -> list[Block]:
    """One in so many, drawn as dots."""
    drawn = parts.brochure.subject.rate
    if drawn is None:
        return []
    return [
        Rate(
            title=drawn.title,
            text=drawn.text.text,
            one_in=drawn.one_in,
            caption=drawn.caption.text,
            alternative=f"{drawn.one_in:,} {parts.wording.dots}.",
            width_mm=width_mm,
            height_mm=height_mm,
            max_grow_mm=grow_mm,
        )
    ]
