"""How quick it goes and how long it still takes; the line that says so is the terminal's. Floor 6."""

import math
from typing import Final, NamedTuple

SMOOTHING_SECONDS: Final = 10.0
"""What happened so long ago weighs a third of what happens now: long enough for uneven pieces."""


class Pace(NamedTuple):
    """Pieces a second, and the seconds that the rest takes at that rate; None until there is a rate."""

    per_second: float | None = None
    seconds_left: float | None = None


class Rate:
    """The pace of a run; times are any clock's, in seconds. `done` is what a resumed run had finished before."""

    def __init__(self, total: int, now: float, done: int = 0) -> None:
        self._total = total
        self._last, self._done = now, done
        self._amount = self._weight = 0.0

    def after(self, done: int, now: float) -> Pace:
        """The pace when so many of all are done by now; also to be asked when nothing new is."""
        passed = now - self._last
        if passed > 0:
            fade = math.exp(-passed / SMOOTHING_SECONDS)
            self._amount = self._amount * fade + (done - self._done) * (1 - fade) / passed
            self._weight = self._weight * fade + (1 - fade)
            self._last, self._done = now, done
        if self._weight <= 0 or self._amount <= 0:
            return Pace()
        rate = self._amount / self._weight
        return Pace(rate, max(self._total - done, 0) / rate)
