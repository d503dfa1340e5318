"""A window of tasks under way, filled as outcomes come in; the same for processes and machines. Floor 6."""

from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from brochures.running.work import Outcome, Task

TICK_SECONDS: Final = 0.5
"""The longest that a line waits before it looks about: Ctrl-C is heard and a standstill seen."""

SPAN: Final = 16
"""How many windows a task may run ahead of one that hangs."""


class Line(Protocol):
    """The way to the workers and back."""

    @property
    def window(self) -> int:
        """The most tasks under way; it may grow while more workers come."""
        ...

    def send(self, task: Task) -> None:
        """Puts a task on its way."""
        ...

    def receive(self) -> Outcome | None:
        """The next outcome; None when there is none within a tick."""
        ...

    def withdraw(self) -> None:
        """Calls back whatever is still under way."""
        ...


def flow(line: Line, tasks: Iterable[Task]) -> Iterator[Outcome]:
    """Outcomes as they come; at most a window of tasks under way, none more than `SPAN` windows ahead of the oldest.

    Raises:
        ValueError: two tasks under way have the same number.
    """
    coming = iter(tasks)
    places: dict[int, int] = {}
    place, more = 0, True
    try:
        while True:
            # A task that hangs holds back those far ahead of it: who wants them in order keeps few waiting.
            while (
                more and len(places) < line.window and place - next(iter(places.values()), place) < SPAN * line.window
            ):
                task = next(coming, None)
                if task is None:
                    more = False
                    break
                if task.number in places:
                    raise ValueError(f"two tasks have the number {task.number}")
                places[task.number] = place
                place += 1
                line.send(task)
            if not places:
                return
            outcome = line.receive()
            if outcome is not None and places.pop(outcome.task.number, None) is not None:
                yield outcome
    finally:
        line.withdraw()
