"""The plan of a comparison sheet: one page, questions in rows, options and no treatment in columns. Floor 4."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from brochures.making.compose import fineprint, furniture, pictures
from brochures.making.compose.dealing import Heights, Misfit
from brochures.making.compose.parts import Parts
from brochures.making.compose.plan import Plan, Request, clip, document
from brochures.model.blocks import Block, OptionSide
from brochures.model.brochure import Brochure
from brochures.model.document import Box, ColourField, Document, Frame, Page, Placed, Rung
from brochures.model.drawn import Months, Table, TableRow
from brochures.model.formats import FORMATS, EditionName, Paper
from brochures.model.furniture import Masthead
from brochures.model.rows import Row

_STRIP_PAD_MM: Final = 4.0
_GAP_MM: Final = 3.5
_COLUMN_SHARES: Final = (0.157, 0.3, 0.3, 0.243)
_MOST_ROW_GROW_MM: Final = 2.6
_LEAST_ROW_SHED_MM: Final = 1.0
_BRAND_MM: Final = 52.0
_USUAL_OPTIONS: Final = 3


class ComparisonSheet(Plan):
    """The table, and what stands above and below it."""

    def __init__(self, brochure: Brochure, paper: Paper, edition: EditionName) -> None:
        super().__init__(brochure, FORMATS["comparison"], paper, edition)
        self.parts = parts = Parts(brochure, full=True)
        self.text_mm = self.width_mm - 2 * self.margins.side
        self.title_mm = self.text_mm - _BRAND_MM
        comparison = brochure.comparison
        intro = comparison.intro.text if comparison.intro else comparison.cover.purpose
        kicker = brochure.wording.kicker_table if self.has_kickers else ""
        self.masthead = Masthead(title=brochure.title, intro=intro, kicker=kicker)
        self.brand = furniture.brand(parts, on_dark=False, reachable=True, live=edition == "screen")
        self.table = self._table()
        self.urgent = furniture.urgent(parts, across=True, live=edition == "screen")
        self.colophon = fineprint.colophon(parts)

    def _table(self) -> Table:
        comparison, topics = self.brochure.comparison, self.brochure.topics
        heads: list[tuple[str, str, OptionSide]] = [
            (topic.names.short, topic.names.generic, topic.colour) for _, topic in topics
        ]
        heads.append((comparison.neither.name, comparison.neither.caption, "none"))
        count = len(heads)
        shares = _COLUMN_SHARES if count == _USUAL_OPTIONS else (0.16, *(0.84 / count,) * count)
        scale = pictures.scale_months(self.parts)
        wording = self.brochure.wording
        return Table(
            heads=tuple(heads),
            rows=tuple(self._row(row) for row in comparison.rows),
            shared=tuple((row.question, " ".join(s.text for s in row.answer)) for row in comparison.shared),
            scale_note=f"{wording.bars}: 0 {wording.to} {scale:g} {wording.months}. {wording.stripes}",
            scale_months=scale,
            column_mm=tuple(round(share * self.text_mm, 3) for share in shares),
            corner=wording.question,
        )

    def _row(self, row: Row) -> TableRow:
        options = (*self.brochure.comparison.options, "none")
        answers = tuple(row.answers[option].text for option in options)
        bars: tuple[tuple[Months, ...], ...] = ()
        if row.figure == "lasts":
            bars = (*(pictures.months(topic) for _, topic in self.brochure.topics), ())
        return TableRow(question=row.question, answers=answers, bars=bars)

    def requests(self) -> Iterable[Request]:
        """Every block with the width at which its height is wanted."""
        yield self.masthead, self.title_mm
        yield self.brand, _BRAND_MM
        for block in (self.table, self.urgent, self.colophon):
            yield block, self.text_mm

    def compose(self, heights: Heights, rung: Rung) -> Document | tuple[Misfit, ...]:
        """The one page; rows share the spare height. Or by how much the table is too long."""
        head = max(heights[self.masthead, self.title_mm], heights[self.brand, _BRAND_MM])
        colophon = heights[self.colophon, self.text_mm]
        bottom = self.height_mm - self.margins.foot
        strip_bottom = bottom - colophon - _GAP_MM
        strip_top = strip_bottom - heights[self.urgent, self.text_mm] - 2 * _STRIP_PAD_MM
        table_top = self.margins.top + head + _GAP_MM
        spare = strip_top - _GAP_MM - table_top - heights[self.table, self.text_mm]
        tightest = -_LEAST_ROW_SHED_MM if rung.name in ("tight", "smallest") else 0.0
        grow = min(spare, _MOST_ROW_GROW_MM * self._row_count())
        if grow < tightest * self._row_count():
            return (Misfit("the table", tightest * self._row_count() - grow, self._longest_rows()),)
        table = replace(self.table, grow_mm=grow)
        side = self.margins.side
        table_height = strip_top - _GAP_MM - table_top
        strip = strip_bottom - strip_top - 2 * _STRIP_PAD_MM
        frames = (
            _frame("masthead", Box(side, self.margins.top, self.title_mm, head), self.masthead),
            _frame("brand", Box(side + self.title_mm, self.margins.top, _BRAND_MM, head), self.brand),
            _frame("table", Box(side, table_top, self.text_mm, table_height), table),
            _frame("urgent", Box(side, strip_top + _STRIP_PAD_MM, self.text_mm, strip), self.urgent),
            _frame("colophon", Box(side, bottom - colophon, self.text_mm, colophon), self.colophon),
        )
        red = ColourField("urgent", Box(0.0, strip_top, self.width_mm, strip_bottom - strip_top))
        return document(self, (Page("sheet", clip(self, (red,)), (), frames),), rung)

    def _row_count(self) -> int:
        return len(self.table.rows) + len(self.table.shared)

    def _longest_rows(self) -> tuple[str, ...]:
        rows = sorted(self.table.rows, key=lambda row: -max(len(answer) for answer in row.answers))
        return tuple(row.question for row in rows[:3])


def _frame(name: str, box: Box, block: Block) -> Frame:
    return Frame(name, name, box, (Placed(block, 0.0),))
