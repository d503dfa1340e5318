"""The pages of one engine's file side by side, small: so that everybody sees what was timed."""

import io
from pathlib import Path
from typing import Final

_DPI: Final = 60
_LARGEST: Final = 100_000
_GAP: Final = 6
_COLOURS: Final = (128, 96, 64, 32, 16)


def montage(pdf: Path, target: Path) -> None:
    """Writes both pages as one picture with a palette, of no more than 100 kB."""
    import pypdfium2
    from PIL import Image

    with pypdfium2.PdfDocument(pdf.read_bytes()) as document:
        pages = [document[number].render(scale=_DPI / 72).to_pil() for number in range(min(2, len(document)))]
    width = sum(page.width for page in pages) + _GAP * (len(pages) - 1)
    sheet = Image.new("RGB", (width, max(page.height for page in pages)), "#808080")
    left = 0
    for page in pages:
        sheet.paste(page, (left, 0))
        left += page.width + _GAP
    for colours in _COLOURS:
        held = io.BytesIO()
        sheet.quantize(colours, dither=Image.Dither.NONE).save(held, "PNG", optimize=True)
        if held.tell() <= _LARGEST:
            break
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(held.getvalue())
