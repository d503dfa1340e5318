"""The piece that tests of stamping share, compiled once."""

import pytest

from tests.making.stamping.own import Own, compiled
from tests.press import Press


@pytest.fixture(scope="session")
def own(pair: Press) -> Own:
    """A folded piece with three slots."""
    return Own(pair, compiled(pair))
