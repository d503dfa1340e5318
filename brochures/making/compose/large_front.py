"""The first page of large print: banner, main message, urgent signs at its foot. Floor 4.

The signs come first: for them the banner becomes narrow, then slim, and the main message gives way to the
next page. Signs that no first page can hold get a page to themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from brochures.making.compose.dealing import Heights
from brochures.making.compose.large_pages import Row, placed, used_mm
from brochures.making.compose.plan import Plan, clip
from brochures.model.blocks import Block
from brochures.model.document import Art, Box, ColourField, Frame, Page, Placed
from brochures.model.furniture import Cover, Lead

_ART_SHARE: Final = 0.42
_ART_WIDER_MM: Final = 2.0
"""By how much a drawing beside the title is wider than high: so it fades towards the title."""
_ART_GAP_MM: Final = 4.0
_SLIM_SHARE: Final = 0.66
_SLIM_GAP_MM: Final = 8.0
_MOST_GAP_MM: Final = 14.0


@dataclass(frozen=True, slots=True)
class _Air:
    """White of the first page: above the brand, under it, under the banner's words, round the message, in the red."""

    top: float
    brand: float
    banner: float
    lead: float
    strip: float


_ROOMY: Final = _Air(top=15.0, brand=8.0, banner=8.0, lead=8.0, strip=7.0)
_TIGHT: Final = _Air(top=12.0, brand=5.0, banner=6.0, lead=5.5, strip=5.5)
_CLOSE: Final = _Air(top=10.5, brand=4.0, banner=4.5, lead=4.0, strip=4.0)


@dataclass(frozen=True, slots=True)
class Words:
    """The blocks of the first page."""

    brand: Block
    cover: Cover
    lead: Lead
    urgent: Block


@dataclass(frozen=True, slots=True)
class Front:
    """One way to set the first page; `over_mm` is what it lacks, or, where negative, the height to spare."""

    air: _Air
    is_slim: bool
    has_lead: bool
    has_urgent: bool
    banner_mm: float
    end_mm: float
    over_mm: float

    @property
    def room_mm(self) -> float:
        """Height for text after the main message."""
        return max(0.0, -self.over_mm) if self.has_lead else 0.0


class FrontPage:
    """Chooses the first page of a plan and sets it; `text_mm` is the width of the column, `foot_mm` its lowest end."""

    def __init__(self, plan: Plan, words: Words, heights: Heights, foot_mm: float) -> None:
        self._plan = plan
        self._words = words
        self._heights = heights
        self._foot = foot_mm
        self._side = plan.margins.side
        self._text_mm = plan.width_mm - 2 * self._side

    def best(self, gap_mm: float) -> Front:
        """The first way that holds the signs; what follows the message stands `gap_mm` under it."""
        ways = list(self._ways(gap_mm))
        return next((way for way in ways if way.over_mm <= 0), ways[-1])

    def _ways(self, gap_mm: float) -> Iterator[Front]:
        for has_lead in (True, False):
            for air, is_slim in ((_ROOMY, False), (_TIGHT, False), (_TIGHT, True), (_CLOSE, True)):
                yield self._way(air, gap_mm, is_slim=is_slim, has_lead=has_lead)
        yield self._way(_ROOMY, gap_mm, is_slim=False, has_lead=True, has_urgent=False)

    def _way(self, air: _Air, gap_mm: float, *, is_slim: bool, has_lead: bool, has_urgent: bool = True) -> Front:
        heights, words = self._heights, self._words
        if is_slim:
            text = max(heights[words.cover, slim_mm(self._text_mm)], heights[words.brand, beside_mm(self._text_mm)])
        else:
            width = banner_mm(self._plan)
            text = heights[words.brand, width] + air.brand + heights[words.cover, width]
        banner = air.top + text + air.banner
        red = heights[words.urgent, self._text_mm] + 2 * air.strip
        end = self._foot - (red if has_urgent else 0.0)
        over = banner + air.lead - end
        if has_lead:
            over += heights[words.lead, self._text_mm] + air.lead
        # Without room for more words there is no gap to keep under the message.
        over = min(0.0, over + gap_mm) if over <= 0 else over
        return Front(air, is_slim, has_lead, has_urgent, banner, end, over)

    def page(self, front: Front, rows: tuple[Row, ...], gap_mm: float, foot: Frame) -> Page:
        """The page; the banner takes what height is left while its drawing stays wider than high."""
        plan, air, words = self._plan, front.air, self._words
        said = (self._heights[words.lead, self._text_mm] + air.lead) if front.has_lead else 0.0
        said += gap_mm + used_mm(rows) if rows else 0.0
        spare = max(0.0, front.end_mm - front.banner_mm - air.lead - said)
        most = 0.0 if front.is_slim else plan.width_mm * _ART_SHARE - _ART_WIDER_MM - front.banner_mm
        grown = max(0.0, min(spare, most))
        banner = front.banner_mm + grown
        frames = list(self._banner(front, banner, grown))
        fields = [ColourField("brand", Box(0.0, 0.0, plan.width_mm, banner))]
        if front.has_lead:
            more = tuple(
                replace(p, gap_mm=gap_mm) if i == 0 else p
                for i, p in enumerate(placed(rows, used_mm(rows), _MOST_GAP_MM))
            )
            top = banner + air.lead + (spare - grown) / 2
            frames.append(self._frame("lead", top, front.end_mm - air.lead, (Placed(words.lead, 0.0), *more)))
        if front.has_urgent:
            field, red = self.red(front.end_mm, air.strip)
            fields.append(field)
            frames.append(red)
        drawn: tuple[Art, ...] = ()
        if not front.is_slim:
            wide = plan.width_mm * _ART_SHARE
            box = Box(plan.width_mm - wide, 0.0, wide, banner)
            drawn = (Art(plan.brochure.subject.cover.motif, box, is_banner=True),)
        return Page("page-1", clip(plan, fields), clip(plan, drawn), (*frames, foot))

    def red(self, top: float, pad_mm: float = _ROOMY.strip) -> tuple[ColourField, Frame]:
        """The red field from `top` down, and the signs in it."""
        bottom = top + 2 * pad_mm + self._heights[self._words.urgent, self._text_mm]
        field = ColourField("urgent", Box(0.0, top, self._plan.width_mm, bottom - top))
        return field, self._frame("urgent", top + pad_mm, bottom - pad_mm, (Placed(self._words.urgent, 0.0),))

    def _banner(self, front: Front, bottom: float, grown: float) -> Iterator[Frame]:
        air, words = front.air, self._words
        height = bottom - air.top
        brand, cover = Placed(words.brand, 0.0), Placed(words.cover, air.brand + grown)
        if not front.is_slim:
            box = Box(self._side, air.top, banner_mm(self._plan), height)
            yield Frame("banner", "page 1, banner", box, (brand, cover), tone="brand")
            return
        beside = beside_mm(self._text_mm)
        box = Box(self._side + self._text_mm - beside, air.top, beside, height)
        yield Frame("brand", "page 1, banner", box, (brand,), tone="brand")
        box = Box(self._side, air.top, slim_mm(self._text_mm), height)
        yield Frame("banner", "page 1, banner", box, (replace(cover, gap_mm=0.0),), tone="brand")

    def _frame(self, name: str, top: float, bottom: float, blocks: tuple[Placed, ...]) -> Frame:
        return Frame(name, "page 1", Box(self._side, top, self._text_mm, bottom - top), blocks)


def banner_mm(plan: Plan) -> float:
    """Width of the banner's words, beside its drawing."""
    return plan.width_mm * (1 - _ART_SHARE) - plan.margins.side - _ART_GAP_MM


def slim_mm(text_mm: float) -> float:
    """Width of the title in a slim banner, where the brand stands at its right."""
    return text_mm * _SLIM_SHARE


def beside_mm(text_mm: float) -> float:
    """Width of the brand in a slim banner."""
    return text_mm * (1 - _SLIM_SHARE) - _SLIM_GAP_MM
