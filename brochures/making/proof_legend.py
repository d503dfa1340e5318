"""The numbers, labels and legend of a proof: what is wrong, told in lines that fit under a sheet. Floor 4."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import ImageDraw, ImageFont

from brochures.errors import Problem

TEXT_PX: Final = 15
SMALL_PX: Final = 13
LINE_PX: Final = 21
MARK_PX: Final = 11
"""Sizes of type, of a line, and half the width of a number's mark; pixels."""
PLAIN: Final = (255, 255, 255)
INK: Final = (28, 34, 42)
SOFT: Final = (92, 101, 112)
ERROR: Final = (214, 0, 20)
WARNING: Final = (190, 104, 0)
_FONT: Final = "fonts/ClearText-600.ttf"


@dataclass(frozen=True, slots=True)
class Pen:
    """The fonts of labels and legend."""

    text: ImageFont.FreeTypeFont
    small: ImageFont.FreeTypeFont

    @classmethod
    def of(cls, styles: Path) -> "Pen":
        """From the shipped fonts."""
        path = str(styles / _FONT)
        return cls(ImageFont.truetype(path, TEXT_PX), ImageFont.truetype(path, SMALL_PX))


def number_mark(draw: ImageDraw.ImageDraw, pen: Pen, at: tuple[float, float], number: int, problem: Problem) -> None:
    """The number of a problem in a disc of its colour, in the middle of `at`."""
    x, y = at
    draw.ellipse((x - MARK_PX, y - MARK_PX, x + MARK_PX, y + MARK_PX), fill=colour_of_problem(problem), outline=PLAIN)
    draw.text((x, y), str(number), fill=PLAIN, font=pen.small, anchor="mm")


def colour_of_problem(problem: Problem) -> tuple[int, int, int]:
    """Red for errors, amber for warnings."""
    return ERROR if problem.severity == "error" else WARNING


Row = tuple[int, Problem, list[tuple[str, tuple[int, int, int]]]]
"""A problem with its number, and its lines in their colours."""


def legend_of(problems: tuple[tuple[int, Problem], ...], pen: Pen, width: int) -> list[Row]:
    """Each problem in lines that fit: what is wrong, then what to do."""
    room = width - 3 * MARK_PX
    rows: list[Row] = []
    for number, problem in problems:
        said = _broken(f"{problem.severity}[{problem.code}]: {problem.message}", pen, room)
        todo = _broken(problem.hint, pen, room)
        rows.append((number, problem, [*((line, INK) for line in said), *((line, SOFT) for line in todo)]))
    return rows


def _broken(text: str, pen: Pen, width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and pen.text.getlength(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def write_legend(draw: ImageDraw.ImageDraw, pen: Pen, legend: list[Row], left: int, top: int) -> None:
    """The legend from this place down."""
    for number, problem, lines in legend:
        number_mark(draw, pen, (left + MARK_PX, top + LINE_PX / 2), number, problem)
        for text, colour in lines:
            draw.text((left + 3 * MARK_PX, top + 2), text, fill=colour, font=pen.text)
            top += LINE_PX
    if not legend:
        draw.text((left, top), "No problems on this sheet.", fill=SOFT, font=pen.text)
