"""What is painted: text that its ground swallows, and pictures with too few pixels."""

import base64
import io
from dataclasses import replace

import pytest
from PIL import Image

from brochures.making import checks_ink
from brochures.making.findings import Finding
from tests.making.breaking import Bench


def contrasts(bench: Bench, *styles: str, over: str = "") -> list[Finding]:
    """What is said of these words on the white of a panel, each in a style of its own."""
    lines = (
        f'<p style="position:absolute;top:{110 + 7 * n}mm;width:60mm;line-height:6mm;{style}">Skin {n}{over}</p>'
        for n, style in enumerate(styles)
    )
    return bench.found(checks_ink.contrasts, html=bench.with_words("".join(lines), "back"))


def test_text_that_its_ground_swallows_is_told(bench: Bench) -> None:
    """Any text, not only what is locked; with its place, and what it says."""
    found = contrasts(
        bench,
        "color:#999",
        "color:rgba(0,0,0,.4)",
        "color:#fff",
        "color:#8a8a8a;font-size:14pt",
        "color:#333;background:linear-gradient(90deg,#fff 70%,#222 70%);width:10mm",
    )

    assert [finding.code for finding in found] == ["contrast-low"] * 5
    assert [finding.message.split("“")[1][:6] for finding in found] == [f"Skin {n}" for n in range(5)]
    tops = [finding.spot.top_mm - bench.good.pages.pages[0].frames[0].box.y for finding in found if finding.spot]
    assert tops == pytest.approx([110 + 7 * n for n in range(5)], abs=3)


def test_text_that_is_told_from_its_ground_passes(bench: Bench) -> None:
    """The limit is 4.5:1, and 3:1 for large type."""
    good = (
        "color:#767676",
        "color:#8a8a8a;font-size:18pt",
        "color:#8a8a8a;font-size:14pt;font-weight:700",
        "color:#fff;background:#333",
        "color:#222;background:linear-gradient(90deg,#fff,#ccc)",
    )

    assert contrasts(bench, *good) == []


def test_text_under_something_is_told(bench: Bench) -> None:
    """Its own colour would do."""
    over = '<span style="position:absolute;left:0;top:0;width:60mm;height:6mm;background:#fff"></span>'

    assert [finding.code for finding in contrasts(bench, "", over=over)] == ["contrast-low"]


def picture(pixels: int, width_mm: float) -> str:
    """An image of so many pixels each way, at this width."""
    saved = io.BytesIO()
    Image.effect_noise((pixels, pixels), 90).save(saved, "PNG")
    data = base64.b64encode(saved.getvalue()).decode()
    style = f"position:absolute;top:116mm;width:{width_mm}mm;height:{width_mm}mm"
    return f'<img alt="Skin" src="data:image/png;base64,{data}" style="{style}">'


def test_a_picture_with_too_few_pixels_is_told(bench: Bench) -> None:
    """150 on an inch for an office printer, which is a warning; 225 on a press, which is none."""
    html = bench.with_words(picture(120, 16.0), "back")
    press = replace(bench.good.pages, edition="press")

    assert bench.found(checks_ink.pictures, html=html) == []
    (on_press,) = bench.found(checks_ink.pictures, html=html, document=press)
    (coarse,) = bench.found(checks_ink.pictures, html=bench.with_words(picture(60, 16.0), "back"))
    assert (on_press.code, on_press.severity) == ("image-coarse", "error")
    assert (coarse.code, coarse.severity) == ("image-coarse", "warning")
    assert coarse.spot
    assert (coarse.spot.width_mm, coarse.spot.height_mm) == (16.0, 16.0)
