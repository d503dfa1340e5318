"""One task after the other, in this process; nobody can end one that takes too long. Floor 6."""

from collections.abc import Iterable, Iterator
from typing import Self

from brochures.running.work import Outcome, Task, Work
from brochures.running.worker import attempt


class Here:
    """Runs work in this process: no start-up, no time limit, and a crash is a crash of everything."""

    def each(self, work: Work, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """The outcomes in the order of the tasks; the state is made with the first of them.

        Raises:
            BaseException: what `prepare` raised.
        """
        state, is_ready = None, False
        for task in tasks:
            if not is_ready:
                state, is_ready = work.prepare(work.common), True
            reply = attempt(work.perform, state, task.payload)
            yield Outcome(task, reply.value, error=reply.error, seconds=reply.seconds)

    def close(self) -> None:
        """Nothing was started."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
