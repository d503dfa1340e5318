"""How a slide is divided: one room, two side by side, or one over the other; the mark at its foot. Floor 4."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from brochures.making.compose import signage
from brochures.making.compose.dealing import Heights, Misfit
from brochures.making.compose.plan import Plan
from brochures.model.blocks import Block
from brochures.model.document import Art, Box, ColourField, FieldRole, Frame, Page, Placed
from brochures.model.themes import Ground

CODE_MM: Final = 64.0
"""Width of a code to scan, and of the words under it."""
_MARK_GAP_MM: Final = 5.0
_GUTTER_MM: Final = 15.0
_COVER_SHARE: Final = 0.56
_ART_FROM: Final = 0.42
_MOST_TITLE: Final = 0.44
_UNDER_HEAD: Final = 0.45
"""How much of the white that is left stands under a heading; the rest is at the foot."""
_MOST_GAP_MM: Final = 18.0
_FIELDS: Final[dict[Ground, FieldRole]] = {"tint": "tint", "brand": "brand", "accent": "accent"}

Tone = Literal["paper", "brand", "urgent"]


@dataclass(frozen=True, slots=True)
class Part:
    """What stands in one room: its blocks, on what ground, and how much of the slide's width is its own."""

    name: str
    blocks: tuple[Block, ...]
    ground: Ground = "paper"
    tone: Tone = "paper"
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Slide:
    """One or two parts; `is_banded` sets the first as a band of colour over the second."""

    name: str
    parts: tuple[Part, ...]
    is_banded: bool = False
    is_cover: bool = False
    code: tuple[Block, ...] = ()
    """The code to scan, at the right of the band."""
    marks: tuple[Block, ...] = ()
    """The clinic's mark, as it is seen on the ground at the slide's foot."""


class Rooms:
    """Places the words of slides; `titles` are the sizes of the cover's."""

    def __init__(self, plan: Plan, titles: signage.Titles) -> None:
        self._plan = plan
        self._titles = titles
        self._side, self._top = plan.margins.side, plan.margins.top
        self._bottom = plan.height_mm - plan.margins.foot
        self._text_mm = plan.width_mm - 2 * self._side

    def widths(self, slide: Slide) -> tuple[float, ...]:
        """Width of the words of each part."""
        plan = self._plan
        if slide.is_cover:
            return (round(plan.width_mm * _COVER_SHARE - self._side, 3),)
        if slide.is_banded:
            code = CODE_MM + _GUTTER_MM if slide.code else 0.0
            return (round(self._text_mm - code, 3), self._text_mm)
        if len(slide.parts) == 1:
            return (self._text_mm,)
        edge = self._edge(slide)
        left, right = edge - self._side - _GUTTER_MM, plan.width_mm - edge - self._side - _GUTTER_MM
        return round(left, 3), round(right, 3)

    def requests(self, slide: Slide) -> Iterator[tuple[Block, float]]:
        """Every block of a slide with the width at which its height is wanted."""
        widths = self.widths(slide)
        for part, width in zip(slide.parts, widths, strict=True):
            yield from ((block, width) for block in part.blocks)
        yield from ((mark, self._text_mm) for mark in slide.marks)
        yield from ((code, CODE_MM) for code in slide.code)
        if slide.is_cover:
            yield from signage.title_requests(self._titles, widths[0])

    def page(self, slide: Slide, heights: Heights, gap_mm: float) -> Page | Misfit:
        """The slide; or by how much its words are too long for it."""
        make = self._cover if slide.is_cover else self._banded if slide.is_banded else self._beside
        fields, art, frames = make(slide, heights, gap_mm)
        over = [frame.box for frame in frames if _used(frame, heights) > frame.box.height + _SLACK_MM]
        if over:
            most = max(_used(frame, heights) - frame.box.height for frame in frames)
            return Misfit(f"slide “{slide.name}”", most, _titled(slide))
        return Page(slide.name, tuple(fields), tuple(art), (*frames, *self._mark(slide, heights)))

    def _edge(self, slide: Slide) -> float:
        return self._plan.width_mm * slide.parts[0].share

    def _foot(self, slide: Slide, heights: Heights) -> float:
        """Where words over the mark must end."""
        mark = sum(heights[block, self._text_mm] for block in slide.marks)
        return self._bottom - (mark + _MARK_GAP_MM if mark else 0.0)

    def _mark(self, slide: Slide, heights: Heights) -> Iterator[Frame]:
        if slide.marks and not slide.is_cover:
            height = sum(heights[block, self._text_mm] for block in slide.marks)
            box = Box(self._side, self._bottom - height, self._text_mm, height)
            first = slide.parts[0]
            tone: Tone = "brand" if first.ground == "brand" else first.tone
            placed = tuple(Placed(block, 0.0) for block in slide.marks)
            yield Frame(f"mark-{slide.name}", f"slide “{slide.name}”", box, placed, tone=tone)

    def _cover(self, slide: Slide, heights: Heights, gap_mm: float) -> "_Made":
        """The mark above, title and purpose at the foot, the drawing from top to foot at the right."""
        plan, (width,) = self._plan, self.widths(slide)
        (part,) = slide.parts
        title = signage.widest(self._titles, heights, width, plan.height_mm * _MOST_TITLE)
        said = signage.height(heights, part.blocks, width, gap_mm)
        mark = sum(heights[block, self._text_mm] for block in slide.marks)
        message = Box(self._side, self._bottom - said, width, said)
        name = Box(self._side, message.y - gap_mm - heights[title, width], width, heights[title, width])
        frames = []
        if slide.marks:
            top = Box(self._side, self._top, self._text_mm, min(mark, name.y - self._top - gap_mm))
            placed = tuple(Placed(block, 0.0) for block in slide.marks)
            frames.append(Frame("mark-cover", "slide “cover”", top, placed, tone="brand"))
        frames.append(Frame("title", "slide “cover”", name, (Placed(title, 0.0),), tone="brand"))
        frames.append(
            Frame(part.name, "slide “cover”", message, self._stacked(part, message, heights, gap_mm), ground="brand")
        )
        x = plan.width_mm * _ART_FROM
        art = Art(plan.brochure.subject.cover.motif, Box(x, 0.0, plan.width_mm - x, plan.height_mm), is_tall=True)
        return (ColourField("brand", Box(0.0, 0.0, plan.width_mm, plan.height_mm)),), (art,), tuple(frames)

    def _beside(self, slide: Slide, heights: Heights, gap_mm: float) -> "_Made":
        """One room, or two side by side; only over the mark do words end higher."""
        plan, widths, edge = self._plan, self.widths(slide), self._edge(slide)
        fields: list[ColourField] = []
        frames: list[Frame] = []
        for number, (part, width) in enumerate(zip(slide.parts, widths, strict=True)):
            x, field = self._side, Box(0.0, 0.0, edge, plan.height_mm)
            bottom = self._foot(slide, heights)
            if number:
                x, field, bottom = edge + _GUTTER_MM, Box(edge, 0.0, plan.width_mm - edge, plan.height_mm), self._bottom
            fields += self._field(part, field)
            frames.append(self._frame(slide, part, Box(x, self._top, width, bottom - self._top), heights, gap_mm))
        return tuple(fields), (), tuple(frames)

    def _banded(self, slide: Slide, heights: Heights, gap_mm: float) -> "_Made":
        """A band of colour with the first part and the code; it takes what the part under it leaves."""
        plan, (above, below) = self._plan, slide.parts
        width, under = self.widths(slide)
        foot = self._foot(slide, heights)
        need = signage.height(heights, below.blocks, under, gap_mm)
        least = max(
            signage.height(heights, above.blocks, width, gap_mm), signage.height(heights, slide.code, CODE_MM, 0.0)
        )
        free = foot - need - gap_mm - (self._top + least + gap_mm)
        edge = self._top + least + gap_mm + max(0.0, free) * 0.5
        fields = self._field(above, Box(0.0, 0.0, plan.width_mm, edge))
        first = Box(self._side, self._top, width, edge - gap_mm - self._top)
        rest = Box(self._side, edge + gap_mm + max(0.0, free) * 0.25, under, 0.0)
        rest = replace(rest, height=foot - rest.y)
        frames = [self._frame(slide, above, first, heights, gap_mm)]
        if slide.code:
            box = Box(self._side + self._text_mm - CODE_MM, first.y, CODE_MM, first.height)
            frames.append(self._frame(slide, Part("code", slide.code, ground=above.ground), box, heights, gap_mm))
        frames.append(self._frame(slide, below, rest, heights, gap_mm))
        return tuple(fields), (), tuple(frames)

    def _field(self, part: Part, box: Box) -> Iterator[ColourField]:
        if part.tone == "urgent":
            yield ColourField("urgent", box)
        elif part.ground in _FIELDS:
            yield ColourField(_FIELDS[part.ground], box)

    def _frame(self, slide: Slide, part: Part, box: Box, heights: Heights, gap_mm: float) -> Frame:
        placed = self._stacked(part, box, heights, gap_mm)
        return Frame(part.name, f"slide “{slide.name}”", box, placed, tone=part.tone, ground=part.ground)

    def _stacked(self, part: Part, box: Box, heights: Heights, gap_mm: float) -> tuple[Placed, ...]:
        """Blocks under each other: in the middle where they have no heading, else more white under it."""
        free = max(0.0, box.height - signage.height(heights, part.blocks, box.width, gap_mm))
        first, under = (
            (0.0, min(_MOST_GAP_MM, free * _UNDER_HEAD)) if part.blocks[0].component == "head" else (free / 2, 0.0)
        )
        gaps = (first, *((gap_mm + under,) if len(part.blocks) > 1 else ()), *(gap_mm for _ in part.blocks[2:]))
        return tuple(Placed(block, gap) for block, gap in zip(part.blocks, gaps, strict=True))


_Made = tuple[tuple[ColourField, ...], tuple[Art, ...], tuple[Frame, ...]]
_SLACK_MM: Final = 0.05


def _used(frame: Frame, heights: Heights) -> float:
    """Height of a frame's blocks and the white above each."""
    return sum(heights[placed.block, frame.box.width] + placed.gap_mm for placed in frame.placed)


def _titled(slide: Slide) -> tuple[str, ...]:
    names: Iterable[str] = (getattr(block, "title", "") for part in slide.parts for block in part.blocks)
    return tuple(dict.fromkeys(name for name in names if name))[:3]
