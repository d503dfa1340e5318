"""Small pieces ganged on the office printer's sheet: copies side by side, with marks where to cut and fold. Floor 4.

The first copy stays where it is and keeps its tags: the sheet is laid round it by the page's own boxes, so that
annotations, bookmarks and the boxes of figures stay right. The other copies are one form without marked content,
drawn as an artifact: a reader that speaks hears the words once.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from brochures.model.document import Document
from brochures.model.formats import Ganging
from brochures.units import pt_from_mm

_MARK_AWAY_MM: Final = 1.0
_MARK_MM: Final = 4.0
_MARK_PT: Final = 0.25
"""From the trim to a mark, its length and its width: fine, and in the waste, so that none stays on a card."""
_FOLD_DASH: Final = "[1.5 1.5] 0 d"
_COPY: Final = "/GangedCopy"
_TAGS: Final = frozenset({"BMC", "BDC", "EMC", "MP", "DP"})
_TRIM_BOXES: Final = ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")
_AMBIGUOUS: Final = b"\r\nendstream"
"""Data that end in a carriage return: a judge takes that for part of the line's end, and finds a byte too few."""
_MOST_TRIES: Final = 8

_Segment = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The grid of copies in the middle of a sheet; points, from the lower left corner of the first copy."""

    ganging: Ganging
    width: float
    height: float
    sheet_width: float
    sheet_height: float
    column: int
    """Where the first copy stands in the top row: at the left, and at the right on the reverse."""

    @property
    def left(self) -> float:
        """Left edge of the grid."""
        return -self.column * self.width

    @property
    def foot(self) -> float:
        """Lower edge of the grid."""
        return -(self.ganging.rows - 1) * self.height

    @property
    def right(self) -> float:
        """Right edge of the grid."""
        return self.left + self.ganging.columns * self.width

    @property
    def media(self) -> tuple[float, float, float, float]:
        """The sheet's own box, with the grid in its middle."""
        x = self.left - (self.sheet_width - self.ganging.columns * self.width) / 2
        y = self.foot - (self.sheet_height - self.ganging.rows * self.height) / 2
        return x, y, x + self.sheet_width, y + self.sheet_height

    def others(self) -> Iterator[tuple[float, float]]:
        """How far each other copy lies from the first."""
        for row in range(self.ganging.rows):
            for column in range(self.ganging.columns):
                if (row, column) != (0, self.column):
                    yield (column - self.column) * self.width, -row * self.height

    def cuts(self) -> Iterator[_Segment]:
        """Marks at both ends of every cut, upright ones first."""
        for column in range(self.ganging.columns + 1):
            yield from self.upright(self.left + column * self.width)
        for row in range(self.ganging.rows + 1):
            y = self.foot + row * self.height
            for edge, away in ((self.left, -1.0), (self.right, 1.0)):
                yield edge + away * _near(), y, edge + away * _far(), y

    def upright(self, x: float) -> Iterator[_Segment]:
        """Marks above and under the grid at one place."""
        for edge, away in ((self.height, 1.0), (self.foot, -1.0)):
            yield x, edge + away * _near(), x, edge + away * _far()


def imposed(document: Document, pdf: bytes) -> bytes:
    """The piece on sheets of its paper, as many copies on each as its format says; other pieces as they are.

    Sheets are turned over on their long edge: on every second one the columns run the other way, so that both
    sides of a copy lie back to back.
    """
    ganging = document.format.ganging
    if ganging is None or document.edition != "print":
        return pdf
    for spare in range(_MOST_TRIES):
        sheets = _sheets(document, ganging, pdf, spare)
        if _AMBIGUOUS not in sheets:
            break
    return sheets


def _sheets(document: Document, ganging: Ganging, pdf: bytes, spare: int) -> bytes:
    size = pt_from_mm(document.paper.width_mm), pt_from_mm(document.paper.height_mm)
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for number, page in enumerate(file.pages):
            folds = tuple(pt_from_mm(fold) for fold in document.pages[number].folds_mm)
            _gang(file, page, ganging, size, reverse=number % 2 == 1, folds=folds, spare=spare)
        file.save(target, deterministic_id=True)
    return target.getvalue()


def _gang(  # noqa: PLR0913 - a sheet is all of these
    file: pikepdf.Pdf,
    page: pikepdf.Page,
    ganging: Ganging,
    size: tuple[float, float],
    *,
    reverse: bool,
    folds: tuple[float, ...],
    spare: int,
) -> None:
    _, _, width, height = (float(edge) for edge in page.mediabox)
    sheet = _Sheet(ganging, width, height, *size, column=ganging.columns - 1 if reverse else 0)
    # The engine gives all pages one dictionary of resources: this page gets its own, for its own copy.
    form = file.make_indirect(_form(file, page, width, height))
    things = Dictionary({**page.obj.Resources.get("/XObject", Dictionary()), _COPY: form})
    page.obj.Resources = Dictionary({**page.obj.Resources, "/XObject": things})
    cut = f"q /Artifact BMC 0 0 {_written(width, height)} re W n EMC\n"
    drawn = [f"q 1 0 0 1 {_written(x, y)} cm {_COPY} Do Q" for x, y in sheet.others()]
    shift = [sheet.left + column * width for column in range(ganging.columns)]
    bent = [segment for x in shift for fold in folds for segment in sheet.upright(x + fold)]
    marks = [f"{_MARK_PT} w 0 0 0 RG", *_strokes(sheet.cuts()), _FOLD_DASH, *_strokes(bent)]
    after = "\n".join(("\nQ /Artifact BMC q", *drawn, *marks, "Q EMC\n", " " * spare))
    page.contents_add(Stream(file, cut.encode()), prepend=True)
    page.contents_add(Stream(file, after.encode()))
    page.obj.MediaBox = Array([round(edge, 4) for edge in sheet.media])
    for name in _TRIM_BOXES:
        if name in page.obj:
            del page.obj[name]


def _form(file: pikepdf.Pdf, page: pikepdf.Page, width: float, height: float) -> Stream:
    """All that is painted on the page, cut to its trim, without its tags."""
    painted = [step for step in pikepdf.parse_content_stream(page) if str(step.operator) not in _TAGS]
    form = Stream(file, pikepdf.unparse_content_stream(painted))
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([0, 0, width, height])
    form.Resources = page.obj.Resources
    return form


def _strokes(segments: Iterable[_Segment]) -> list[str]:
    return [f"{_written(x0, y0)} m {_written(x1, y1)} l S" for x0, y0, x1, y1 in segments]


def _written(x: float, y: float) -> str:
    return f"{x:.4f} {y:.4f}"


def _near() -> float:
    return pt_from_mm(_MARK_AWAY_MM)


def _far() -> float:
    return pt_from_mm(_MARK_AWAY_MM + _MARK_MM)
