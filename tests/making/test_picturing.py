"""Pages as pictures: each page once, as wide as asked for, the same bytes each time."""

import io

import pikepdf
from PIL import Image

from brochures.making.picturing import pictures


def two_pages() -> bytes:
    """A wide page and an upright one."""
    pdf = pikepdf.new()
    for size in ((960, 540), (540, 960)):
        pdf.add_blank_page(page_size=size)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_a_picture_has_the_width_asked_for_and_the_page_s_shape() -> None:
    """A screen of 1920 by 1080 shows a slide without a black edge."""
    sizes = [Image.open(io.BytesIO(png)).size for png in pictures(two_pages(), 1920)]

    assert sizes == [(1920, 1080), (1920, 3413)]


def test_pictures_are_the_same_each_time() -> None:
    """Nothing of when or where they were made is in them."""
    once, again = pictures(two_pages(), 320), pictures(two_pages(), 320)

    assert once == again
    assert not any(Image.open(io.BytesIO(png)).info for png in once)
