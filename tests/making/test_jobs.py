"""The work of one worker: it asks for nothing but what it is given, and says so when that is not there."""

from dataclasses import replace
from pathlib import Path

import pytest

from brochures import shipped
from brochures.errors import StyleFault
from brochures.making import jobs
from brochures.making.jobs import Job
from brochures.making.products import Shop
from tests.press import Press


@pytest.fixture
def shop(small: Press) -> Shop:
    """The house's own look."""
    return Shop(small.sources.look, shipped.styles(), shipped.templates())


@pytest.mark.parametrize("what", ["styles", "templates", "clinic_folder"])
def test_a_machine_without_the_folders_makes_nothing(shop: Shop, tmp_path: Path, what: str) -> None:
    """It would make other pieces than those that were asked for."""
    with pytest.raises(StyleFault, match="elsewhere is not there"):
        jobs.open_shop(replace(shop, **{what: tmp_path / "elsewhere"}))  # type: ignore[arg-type] # a folder of it


def test_a_machine_without_the_fonts_makes_nothing(shop: Shop, tmp_path: Path) -> None:
    """Nor would letters be the clinic's."""
    face = replace(shop.look.faces[0], path=tmp_path / "Lato.ttf")

    with pytest.raises(StyleFault, match=r"Lato\.ttf is not there"):
        jobs.open_shop(replace(shop, look=replace(shop.look, faces=(face,))))


def test_a_job_without_anything_to_make_is_a_bug(shop: Shop) -> None:
    """Not a withheld piece."""
    with pytest.raises(TypeError, match="nothing to make it from"):
        jobs.make(jobs.open_shop(shop), Job("peel", "handout", "letter", "print"))
