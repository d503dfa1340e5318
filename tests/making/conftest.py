"""What tests of preflight share."""

import pytest

from tests.making.breaking import Bench
from tests.press import Press


@pytest.fixture(scope="module")
def bench(pair: Press) -> Bench:
    """A folded piece that is good: it has drawings, colour fields and folds."""
    return Bench(pair, pair.piece("peel", "trifold"))


@pytest.fixture(scope="module")
def sheet(pair: Press) -> Bench:
    """A good piece without folds, whose frames may be as wide as the page."""
    return Bench(pair, pair.piece("peel", "handout", edition="screen"))
