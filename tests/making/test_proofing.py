"""Proofs: sheets with their trim, folds and frames drawn in, and every problem where it is."""

import io

import pytest
from PIL import Image

from brochures import shipped
from brochures.errors import Problem, Spot
from brochures.making.proof_legend import ERROR, WARNING
from brochures.making.proofing import proof
from brochures.units import MM_PER_INCH
from tests.press import Press, Printed

PX_PER_MM = 110 / MM_PER_INCH
FOLD = (196, 0, 160)
PLACELESS = Problem("too-heavy", "the file has 400 kB", "save the logo smaller")
PALE = Problem("contrast-low", "text is pale", "darker", spot=Spot(2, "panel inside-1", 20.0, 50.0, 40.0, 10.0))
LONG = Problem("line-long", "a long line", "narrower", severity="warning", spot=Spot(2, "", 120.0, 60.0, 40.0, 5.0))


@pytest.fixture(scope="module")
def folded(pair: Press) -> Printed:
    """A good piece with folds."""
    return pair.piece("peel", "trifold")


def sheets(piece: Printed, *problems: Problem) -> list[Image.Image]:
    """The proof of a piece."""
    drawn = proof(piece.pages, piece.pdf, problems, shipped.styles(), "peel-trifold-letter")
    return [Image.open(io.BytesIO(data)).convert("RGB") for data in drawn]


def colours(image: Image.Image) -> set[tuple[int, int, int]]:
    """Every colour in it."""
    counted = image.getcolors(image.width * image.height) or ()
    return {colour for _, colour in counted}  # type: ignore[misc] # three channels, as the image is RGB


def test_each_sheet_is_drawn_at_its_size(folded: Printed) -> None:
    """At 110 dots an inch, with room for names and legend round it."""
    first, second = sheets(folded)
    width, height = folded.pages.size_mm

    assert first.size == second.size
    assert first.width > width * PX_PER_MM
    assert first.height > height * PX_PER_MM


def test_folds_are_drawn_where_they_are(folded: Printed) -> None:
    """Dashed, and past the trim; the two sides mirror each other."""
    pages = sheets(folded)

    for page, image in zip(folded.pages.pages, pages, strict=True):
        left = (image.width - round(folded.pages.size_mm[0] * PX_PER_MM)) / 2
        middle = image.crop((0, image.height // 2 - 9, image.width, image.height // 2 + 9))
        at = {x for x in range(middle.width) if any(middle.getpixel((x, y)) == FOLD for y in range(middle.height))}
        wanted = [round(left + fold * PX_PER_MM) for fold in page.folds_mm]
        assert all(any(abs(x - near) <= 2 for x in at) for near in wanted)


def test_a_problem_is_framed_where_it_is(folded: Printed) -> None:
    """Errors in red, warnings in amber, on their own sheet and on no other."""
    clean = sheets(folded)
    first, second = sheets(folded, PALE, LONG)

    assert not {ERROR, WARNING} & colours(first.crop((0, 100, first.width, first.height)))
    assert {ERROR, WARNING} <= colours(second.crop((0, 100, second.width, clean[1].height - 60)))
    left = (second.width - round(folded.pages.size_mm[0] * PX_PER_MM)) / 2
    edge = [second.getpixel((round(left + 40 * PX_PER_MM), y)) for y in range(second.height)].index(ERROR)
    trim_top = [second.getpixel((second.width // 4, y)) for y in range(second.height)].index((20, 20, 20))
    assert edge == pytest.approx(trim_top + 50 * PX_PER_MM, abs=6)


def test_the_legend_grows_with_the_problems(folded: Printed) -> None:
    """What has no place on a sheet is told under the first."""
    clean, told = sheets(folded), sheets(folded, PLACELESS)

    assert told[0].height > clean[0].height
    assert told[1].height == clean[1].height
    assert ERROR in colours(told[0].crop((0, clean[0].height - 60, told[0].width, told[0].height)))


def test_the_same_proof_has_the_same_bytes(folded: Printed) -> None:
    """So that a proof that changed means a page that changed."""
    again = [proof(folded.pages, folded.pdf, (PALE,), shipped.styles(), "peel-trifold-letter") for _ in range(2)]

    assert again[0] == again[1]
