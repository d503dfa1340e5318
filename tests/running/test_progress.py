"""Rate and remaining time, by a clock of the test's."""

import pytest

from brochures.running.progress import Rate


def test_a_steady_run_knows_its_end() -> None:
    """Also when several are done at the same instant."""
    rate = Rate(total=100, now=50)
    rate.after(5, 50)
    for second in range(1, 5):
        pace = rate.after(10 * second, 50 + second)

    assert pace.per_second == pytest.approx(10)
    assert pace.seconds_left == pytest.approx(6)


def test_nothing_is_foretold_before_anything_is_done() -> None:
    """And what was finished before a resumed run says nothing about its pace."""
    rate = Rate(total=100, now=0, done=60)

    assert rate.after(60, 0) == (None, None)
    assert rate.after(60, 3) == (None, None)
    assert rate.after(61, 4).seconds_left == pytest.approx(39 * 4, rel=0.3)


def test_the_pace_follows_what_happens_now() -> None:
    """The first pieces load the engine; the others are quicker, and a standstill is seen."""
    rate = Rate(total=1000, now=0)
    rate.after(1, 5)
    quick = rate.after(301, 35).per_second
    slow = rate.after(301, 65).per_second

    assert quick is not None
    assert slow is not None
    assert quick == pytest.approx(10, rel=0.05)
    assert slow < 1
