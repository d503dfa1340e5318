"""What a look is made of: the size of a logo, and colours on a ground."""

import pytest

from brochures.model.brand import Logo


@pytest.mark.parametrize("aspect", [10.0, 4.0, 1.0, 0.5, 0.25, 40.0, 0.02])
def test_a_logo_keeps_its_shape_within_its_room(aspect: float) -> None:
    """Odd shapes are not squeezed: a wide one is as wide as may be, a tall one higher than a square."""
    width, height = Logo("svg", b"", aspect).size_mm

    assert width / height == pytest.approx(aspect, rel=0.03)
    assert width <= 50
    assert height <= 20


def test_logos_of_usual_shapes_have_the_same_area() -> None:
    """So that none looks louder than another."""
    areas = [width * height for width, height in (Logo("svg", b"", aspect).size_mm for aspect in (1.5, 3.0, 5.0))]

    assert areas == pytest.approx([330, 330, 330], rel=0.01)
