"""Pages of a finished PDF as pictures: for a screen that shows no PDF, and for looking at a page. Floor 4."""

from io import BytesIO

import pypdfium2
from PIL import Image


def pictures(pdf: bytes, width_px: int) -> tuple[bytes, ...]:
    """Each page as a PNG `width_px` pixels wide, in the order of the pages; same PDF in, same bytes out.

    The height follows the page, rounded to the nearest pixel.  Nothing of when or where is written into it.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_png(page, width_px) for page in document)
    finally:
        document.close()


def _png(page: pypdfium2.PdfPage, width_px: int) -> bytes:
    width, height = page.get_size()
    # The engine rounds each side up, so a page a hair too wide would come out a pixel too large.
    drawn: Image.Image = page.render(scale=width_px / width).to_pil().convert("RGB")
    size = (width_px, round(height * width_px / width))
    exact = drawn if drawn.size == size else drawn.crop((0, 0, *size))
    out = BytesIO()
    exact.save(out, "PNG", optimize=True)
    return out.getvalue()
