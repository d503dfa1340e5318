"""One task after the other, in this process; nobody can end one that takes too long. Floor 6."""

import time
from collections.abc import Iterable, Iterator
from typing import Any, Self

from brochures.running.work import Outcome, Task, Work


class Here:
    """Runs work in this process: no start-up, no time limit, and a crash is a crash of everything."""

    def each(self, work: Work, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """The outcomes in the order of the tasks; the state is made with the first of them.

        Raises:
            BaseException: what `prepare` raised.
        """
        state: Any = None
        is_ready = False
        for task in tasks:
            if not is_ready:
                state, is_ready = work.prepare(work.common), True
            yield _outcome(work, state, task)

    def close(self) -> None:
        """Nothing was started."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _outcome(work: Work, state: object, task: Task) -> Outcome:
    began = time.perf_counter()
    try:
        value = work.perform(state, task.payload)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - the caller decides what an error of one task means
        return Outcome(task, error=error, seconds=time.perf_counter() - began)
    return Outcome(task, value, seconds=time.perf_counter() - began)
