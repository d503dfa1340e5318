"""The engine's untagged RGB pages become the file for a print shop: a subset of PDF/X-4 (ISO 15930-7). Floor 4."""

import io

import pikepdf

from brochures.making.press.colours import separate
from brochures.making.press.inks import Inks
from brochures.making.press.marks import boxes_of, draw_marks, set_boxes
from brochures.making.press.paperwork import VERSION, Standing, file_away
from brochures.model.brand import Palette
from brochures.model.brochure import Brochure
from brochures.model.document import Document
from brochures.model.formats import SLUG_MM
from brochures.model.press import Press


def inks_for(press: Press, palette: Palette) -> Inks:
    """The inks of this press, with the palette's colours of text and lines in black alone."""
    return Inks(press, (palette.ink, palette.ink_soft, palette.line))


def pressed(document: Document, pdf: bytes, brochure: Brochure, press: Press) -> bytes:
    """The press file: boxes, marks, inks, printing condition and properties; the same bytes for the same input.

    Raises:
        StyleFault: a colour is written in a way that cannot be turned into inks.
    """
    standing = Standing(
        title=document.title,
        language=document.language,
        name=document.name,
        version=brochure.version_id,
        month=brochure.subject.sources_checked,
        profile=press.profile,
    )
    boxes = boxes_of(document.size_mm, SLUG_MM, document.paper.bleed_mm)
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        separate(file, inks_for(press, brochure.look.palette))
        for page, side in zip(file.pages, document.pages, strict=False):
            set_boxes(page, boxes)
            draw_marks(file, page, boxes, side.folds_mm)
        file_away(file, standing)
        file.save(target, force_version=VERSION, deterministic_id=True)
    return target.getvalue()
