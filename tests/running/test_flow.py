"""How many tasks are under way, and how far one may run ahead of another."""

from collections import deque

import pytest

from brochures.running.flow import SPAN, flow
from brochures.running.work import Outcome, Task
from tests.running.works import tasks


class _Line:
    """Answers the newest first, and the task 0 last of all."""

    window = 4

    def __init__(self) -> None:
        self.under_way: deque[Task] = deque()
        self.most = self.furthest = 0
        self.is_withdrawn = False

    def send(self, task: Task) -> None:
        self.under_way.append(task)
        self.most = max(self.most, len(self.under_way))
        self.furthest = max(self.furthest, task.number - self.under_way[0].number)

    def receive(self) -> Outcome | None:
        task = self.under_way.pop() if len(self.under_way) > 1 else self.under_way.popleft()
        return Outcome(task, task.payload)

    def withdraw(self) -> None:
        self.is_withdrawn = True


def test_no_task_runs_far_ahead_of_one_that_hangs() -> None:
    """Who wants outcomes in order keeps few of them."""
    line = _Line()
    outcomes = list(flow(line, tasks(*range(200))))

    assert sorted(o.task.number for o in outcomes) == list(range(200))
    assert (line.most, line.furthest) == (4, 4 * SPAN - 1)
    assert line.is_withdrawn


def test_a_number_is_one_task_only() -> None:
    """Else one of the two would be taken for done."""
    with pytest.raises(ValueError, match="the number 7"):
        list(flow(_Line(), [Task(7, 1), Task(7, 2)]))
