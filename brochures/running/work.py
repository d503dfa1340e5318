"""The seam: work, its tasks, what comes of each, and who runs them; not how they are run. Floor 6."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, Protocol, Self

Fault = Literal["", "timeout", "crash", "lost"]
"""Why a task has no answer: too slow, its worker died of it, or it went missing with its workers more than once."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is done to every task.

    `prepare(common)` makes the state of a worker, once in each process; `perform(state, payload)` is pure.
    Both are functions of a module, so that another process finds them by name.
    """

    prepare: Callable[[Any], Any]
    perform: Callable[[Any, Any], Any]
    common: Any


@dataclass(frozen=True, slots=True)
class Task:
    """One call of `perform`; the number is its own within a run.

    Numbers and names may be shown where work is watched: neither holds anything about a person.
    """

    number: int
    payload: Any
    name: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one task: its value, or what `perform` raised, or the fault for which there is neither."""

    task: Task
    value: Any = None
    fault: Fault = ""
    error: BaseException | None = None
    seconds: float = 0.0
    """How long `perform` took, without waiting and without the way there and back."""

    @property
    def is_done(self) -> bool:
        """Whether there is a value."""
        return not self.fault and self.error is None


class Runner(Protocol):
    """Runs work: in this process, in a pool of them, or on other machines."""

    def each(self, work: Work, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """The outcome of every task once, as they become ready; tasks are taken as there is room for them.

        Raises:
            WorkersUnusable: nobody is there to do the work.
            BaseException: what `prepare` raised.
        """
        ...

    def close(self) -> None:
        """Ends whatever was started; may be called twice."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def in_order(runner: Runner, work: Work, tasks: Iterable[Task]) -> Iterator[Outcome]:
    """The outcomes in the order of their tasks; what is ready too early is kept, at most 16 windows of it."""
    asked: deque[int] = deque()
    early: dict[int, Outcome] = {}

    def seen() -> Iterator[Task]:
        for task in tasks:
            asked.append(task.number)
            yield task

    for outcome in runner.each(work, seen()):
        early[outcome.task.number] = outcome
        while asked and asked[0] in early:
            yield early.pop(asked.popleft())
