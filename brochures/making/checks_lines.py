"""Checks of headings, paragraphs and their lines: how long, and what stands alone at a head or foot. Floor 4."""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Final

from brochures.making.evidence import Evidence
from brochures.making.findings import Finding, Findings, box_round, spot_round
from brochures.making.passages import Line, Passage
from brochures.units import mm_from_pt

_LONG: Final = 75
_TOO_LONG: Final = 85
_SHORT: Final = 35
"""Characters in a line: 35 to 70 are asked for; beyond, the eye loses the next line, or stumbles over line ends."""
_SURE_LINES: Final = 4
_WIDE: Final = 60
_EM_OF_LETTER: Final = 0.5
"""Text could be wider where a line has room for as many characters, each half as wide as the type is high."""
_SLACK_PT: Final = 0.1
_BODY: Final = ("p", "li", "dd", "blockquote")
_NOT_BODY: Final = frozenset(("table", "svg", "figure", "figcaption"))
_COLUMN_MM: Final = 1.0
_ALONE: Final = 1.2
"""How much room, in lines of its type, is left under a heading that nothing follows."""


def lengths(evidence: Evidence) -> Findings:
    """Lines of body text are neither too long nor, in a wide frame, too short; cells, labels, fine print are exempt."""
    for passage in evidence.passages:
        if not _is_body(evidence, passage):
            continue
        longest = max(passage.lines, key=lambda line: len(line.text))
        count = len(longest.text)
        # A line that stands by itself has no next one to be lost.
        if count > (_LONG if len(passage.lines) > 1 else _TOO_LONG):
            message = f"a line of {count} characters: {_quoted(longest)}"
            hint = "35 to 70 are read with ease: make its frame narrower, or its type larger"
            spot = spot_round(evidence.document, longest.characters)
            yield Finding("line-long", message, hint, spot, "error" if count > _TOO_LONG else "warning")
        elif _is_narrow(evidence, passage):
            message = (
                f"its lines are shorter than {_SHORT} characters, though there is room: {_quoted(passage.lines[0])}"
            )
            spot = spot_round(evidence.document, passage.characters)
            yield Finding("line-short", message, "let its text run over the whole width", spot, "warning")


def _is_body(evidence: Evidence, passage: Passage) -> bool:
    is_text = passage.tag in _BODY and not passage.within & _NOT_BODY
    return is_text and passage.size_pt >= evidence.document.body_pt - _SLACK_PT


def _is_narrow(evidence: Evidence, passage: Passage) -> bool:
    """Whether a paragraph of some lines leaves most of a wide frame empty beside it."""
    frame = evidence.frames.get(passage.frame)
    if frame is None or len(passage.lines) < _SURE_LINES:
        return False
    if median(len(line.text) for line in passage.lines[:-1]) >= _SHORT:
        return False
    box = box_round(passage.characters)
    others = [box_round(other.characters) for other in evidence.passages if other.frame == passage.frame]
    is_column = any(other.x >= box.right or other.right <= box.x for other in others)
    return not is_column and frame.box.width > _WIDE * _EM_OF_LETTER * mm_from_pt(passage.size_pt)


def _quoted(line: Line) -> str:
    return f"“{line.text}”"


def alone(evidence: Evidence) -> Findings:
    """No heading ends a panel, and no paragraph leaves one line of it behind or sends one ahead."""
    yield from _headings(evidence)
    for passage in evidence.passages:
        parts = list(_parts(passage))
        if len(parts) > 1 and not passage.within & _NOT_BODY:
            for part, place in ((parts[-1], "at the head"), (parts[0], "at the foot")):
                if len(part) == 1:
                    message = f"one line of a paragraph stands alone {place} of a panel: {_quoted(part[0])}"
                    spot = spot_round(evidence.document, part[0].characters)
                    yield Finding("line-alone", message, "shorten or lengthen the text before it", spot)


def _parts(passage: Passage) -> Iterator[list[Line]]:
    """The lines of a passage, column by column."""
    part = list(passage.lines[:1])
    for before, line in pairwise(passage.lines):
        if line.page != before.page or line.bottom < before.top - _COLUMN_MM:
            yield part
            part = []
        part.append(line)
    yield part


def _headings(evidence: Evidence) -> Findings:
    """Headings with nothing under them in their frame: no words, and no room that a drawing would take."""
    last: dict[str, Passage] = {}
    for passage in evidence.passages:
        before = last.get(passage.frame)
        if before and before.is_heading and passage.lines[0].page != before.lines[-1].page:
            yield _left_alone(evidence, before)
        last[passage.frame] = passage
    ends = [{name: box[1] for name, box in page.items()} for page in evidence.typeset.anchors]
    for name, passage in last.items():
        line = passage.lines[-1]
        end = ends[line.page].get(f"end-{name}") if line.page < len(ends) else None
        if passage.is_heading and end is not None and end - line.bottom < _ALONE * (line.bottom - line.top):
            yield _left_alone(evidence, passage)


def _left_alone(evidence: Evidence, passage: Passage) -> Finding:
    message = f"a heading stands alone at the foot of its panel: {_quoted(passage.lines[0])}"
    hint = "put it with the text that it belongs to, or shorten the text before it"
    return Finding("heading-alone", message, hint, spot_round(evidence.document, passage.characters))
