"""Checks of what is painted: the contrast of all text with its ground, and how sharp pictures are. Floor 4.

Nothing is believed of styles: a page is looked at with its text and without.
"""

import io
import math
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

import pypdfium2
from pypdfium2 import raw

from brochures.errors import Severity
from brochures.making.evidence import Evidence
from brochures.making.findings import Finding, Findings, box_round, spot_of, spot_round
from brochures.making.inspection import Character
from brochures.making.locks import LEAST_CONTRAST, contrast
from brochures.making.sights import Colour
from brochures.model.document import Box
from brochures.units import PT_PER_INCH, mm_from_pt

LEAST_LARGE_CONTRAST: Final = 3.0
"""For type of 18 pt, or 14 pt and bold (WCAG 2.1, success criterion 1.4.3)."""
_LARGE_PT: Final = 17.95
_LARGE_BOLD_PT: Final = 13.95
_BOLD: Final = re.compile("Bold|Heavy|Black", re.IGNORECASE)
_STRAY: Final = 0.06
"""How much of what lies behind a run of letters may be of any colour: the edge of a field, a thin line."""
_PALER: Final = 0.8
"""Strokes narrower than a pixel look paler than they are; what is paler still is transparent, or covered."""
_ROUNDING: Final = 0.02
_SHOWN: Final = 40

_LEAST_PPI: Final = {"print": 150, "screen": 150, "press": 225}
"""Pixels on an inch at the size of print: an office printer shows no more, a press screens at 150 lines an inch."""
_PPI_SLACK: Final = 1.0


def contrasts(evidence: Evidence) -> Findings:
    """Every run of letters can be told from what is behind it: 4.5:1, and 3:1 for large type."""
    pale: dict[tuple[str, Colour, float, float], list[tuple[Character, ...]]] = {}
    for run in evidence.runs:
        if run[0].page < len(evidence.document.pages) and any(c.text.isalnum() for c in run):
            least = LEAST_LARGE_CONTRAST if _is_large(run[0]) else LEAST_CONTRAST
            ratio = _ratio(evidence, run)
            if ratio < least - _ROUNDING:
                spot = spot_round(evidence.document, run)
                panel = f"{spot.page} {spot.panel}" if spot else ""
                pale.setdefault((panel, run[0].fill, round(ratio, 1), least), []).append(run)
    for (_, _, ratio, least), alike in pale.items():
        words = "".join(c.text for c in alike[0]).strip()
        words = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
        more = f", and {len(alike) - 1} more in this panel" if len(alike) > 1 else ""
        message = f"text has a contrast of {ratio:.1f}:1 with what is behind it, not {least:g}:1: “{words}”{more}"
        hint = "give the words or their ground another colour, and lay nothing over them"
        yield Finding("contrast-low", message, hint, spot_round(evidence.document, chain.from_iterable(alike)))


def _is_large(character: Character) -> bool:
    is_bold = bool(_BOLD.search(character.face.name))
    return character.size_pt >= (_LARGE_BOLD_PT if is_bold else _LARGE_PT)


def _ratio(evidence: Evidence, run: tuple[Character, ...]) -> float:
    """The contrast of letters with the ground behind them, where it is least; 1 where they are not painted.

    Their colour is the one that the file states, made paler as it is seen to be when they are transparent.
    """
    shown, bare = evidence.sights.page(run[0].page)
    box = box_round(c for c in run if not c.text.isspace())
    area = shown.area(box.x, box.y, box.right, box.bottom)
    spread = bare.range(area)
    if spread is None:
        return 1.0
    fill, (usual, other) = run[0].fill, spread
    if usual == other:
        stated, seen = contrast(fill, usual), _seen_on(usual, shown.range(area) or spread, fill)
        if seen < _PALER * stated:
            near = evidence.sights.closely(run[0].page, box)
            seen = _seen_on(usual, near.range((0, 0, near.width_px, near.height_px)) or spread, fill)
    else:
        ground, painted = bare.counts(area), shown.counts(area)
        usual = max(ground, key=lambda colour: ground[colour])
        new = [colour for colour, count in painted.items() if count > ground.get(colour, 0)]
        stated, seen = _least_contrast(fill, ground), max((contrast(c, usual) for c in new), default=1.0)
    return stated if seen >= _PALER * contrast(fill, usual) else min(stated, seen)


def _seen_on(ground: Colour, spread: tuple[Colour, Colour], fill: Colour) -> float:
    """The contrast of what is painted on an even ground: of each channel, what is furthest on the fill's side of it."""
    furthest = [
        least if wanted < usual else most for least, most, wanted, usual in zip(*spread, fill, ground, strict=True)
    ]
    return contrast((furthest[0], furthest[1], furthest[2]), ground)


def _least_contrast(fill: Colour, ground: dict[Colour, int]) -> float:
    """The least contrast of a colour with its ground, strays left out."""
    stray = _STRAY * sum(ground.values())
    for ratio, count in sorted((contrast(fill, colour), count) for colour, count in ground.items()):
        stray -= count
        if stray < 0:
            return ratio
    return 1.0


def pictures(evidence: Evidence) -> Findings:
    """Every picture has pixels enough for the size at which it is printed."""
    if not evidence.stated.has_images:
        return
    least = _LEAST_PPI[evidence.document.edition]
    for page, box, ppi in _images(evidence.pdf):
        if ppi < least - _PPI_SLACK:
            message = f"a picture has {ppi:.0f} pixels an inch at the size of print; {least} is the least"
            hint = "take a larger file of the same picture, or print it smaller"
            severity: Severity = "error" if evidence.document.edition == "press" else "warning"
            yield Finding("image-coarse", message, hint, spot_of(evidence.document, page, box), severity)


def _images(pdf: bytes) -> Iterator[tuple[int, Box, float]]:
    """Page from 0, box, and pixels an inch of each picture that is placed on a page."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        for number, page in enumerate(document):
            left, _, _, top = page.get_trimbox()
            for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
                matrix = _placed(picture)
                width, height = math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)
                across, up = picture.get_px_size()
                if min(width, height) > 0 and min(across, up) > 1:
                    box = Box(
                        mm_from_pt(matrix.e - left),
                        mm_from_pt(top - matrix.f - height),
                        *map(mm_from_pt, (width, height)),
                    )
                    yield number, box, min(across / width, up / height) * PT_PER_INCH
    finally:
        document.close()


def _placed(picture: Any) -> Any:  # noqa: ANN401 - pypdfium2 carries no types
    """How the picture is put on its page: by its own matrix, and those of the forms that it stands in."""
    matrix, container = picture.get_matrix(), picture.container
    while container is not None:
        matrix = matrix.multiply(container.get_matrix())
        container = container.container
    return matrix
