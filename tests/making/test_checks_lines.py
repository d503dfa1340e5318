"""Headings and lines: too long, too short, and alone at the head or foot of a panel."""

from brochures.making import checks_lines
from brochures.making.findings import Finding
from tests.making.breaking import Bench

WORDS = "Skin is what we see of each other first, and we like it smooth and even as it was. " * 4
PLACED = '<div style="position:absolute;left:0;top:0;width:{width}mm">{words}</div>'


def lengths(sheet: Bench, words: str, width_mm: float = 180.0) -> list[Finding]:
    """What is said of the length of lines when this stands in the widest frame."""
    html = sheet.with_words(PLACED.format(width=width_mm, words=words), "lead")
    return sheet.found(checks_lines.lengths, html=html)


def test_lines_of_body_text_that_are_too_long_are_told(sheet: Bench) -> None:
    """The eye loses the next line; the place is that of the line."""
    (found,) = lengths(sheet, f"<p>{WORDS}</p>")

    assert (found.code, found.severity) == ("line-long", "error")
    assert found.spot
    assert (found.spot.page, found.spot.panel) == (1, "lead")
    assert found.spot.width_mm > 150


def test_lines_that_are_a_little_long_are_told_and_let_pass(sheet: Bench) -> None:
    """A warning withholds nothing."""
    assert [(f.code, f.severity) for f in lengths(sheet, f"<p>{WORDS}</p>", 134)] == [("line-long", "warning")]


def test_cells_fine_print_and_single_lines_may_be_long(sheet: Bench) -> None:
    """They are looked up, or have no next line."""
    cell, fine = f"<table><tr><td>{WORDS}</td></tr></table>", f'<p style="font-size:8.5pt">{WORDS}</p>'

    assert lengths(sheet, f"{cell}{fine}<p>{WORDS[:80]}</p>") == []


def test_short_lines_in_a_wide_frame_are_told(sheet: Bench) -> None:
    """Somebody narrowed them; there is room for twice as much."""
    html = sheet.styled(".frame-lead .lead{font-size:12pt;width:50mm}.frame-lead .block-facts{display:none}")

    assert {f.code for f in sheet.found(checks_lines.lengths, html=html)} == {"line-short"}


def test_a_heading_alone_at_the_foot_is_told(bench: Bench) -> None:
    """What it heads stands in the next panel."""
    html = bench.with_words("<h3>More of this</h3>", "inside-1")

    (found,) = bench.found(checks_lines.alone, html=html)

    assert (found.code, found.spot and found.spot.panel) == ("heading-alone", "panel inside-1")


def test_a_heading_over_lines_to_write_on_is_not_alone(bench: Bench) -> None:
    """Nor one over a drawing: what counts is the room under it."""
    html = bench.with_words('<h3>More of this</h3><div style="height:20mm"></div>', "inside-1")

    assert bench.found(checks_lines.alone, html=html) == []


def test_a_last_line_alone_at_the_head_of_a_column_is_told(bench: Bench) -> None:
    """Four lines, of which three stand in the first column."""
    style = "columns:2;column-gap:2mm;widows:1;orphans:1;column-fill:auto;height:15mm;width:70mm"
    html = bench.with_words(f'<div style="{style}"><p>one<br>two<br>three<br>four</p></div>', "inside-1")

    (found,) = bench.found(checks_lines.alone, html=html)

    assert (found.code, "“four”" in found.message) == ("line-alone", True)
