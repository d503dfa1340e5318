"""Warm worker processes on this machine: a crash or a loop in one of them costs one task, not the run. Floor 6."""

import os
import pickle
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Final, Self

from brochures.errors import WorkersUnusable
from brochures.running import worker
from brochures.running.flow import TICK_SECONDS, flow
from brochures.running.server import METHOD, Nursery, interrupts_later, server_folder, start_server
from brochures.running.work import Outcome, Task, Work

if TYPE_CHECKING:
    from pebble import ProcessFuture, ProcessPool

LIMIT_SECONDS: Final = 120.0
MAX_TASKS: Final = 200
_WINDOW: Final = 4
"""Tasks under way for each worker: the next one is there before the last is done."""
_STILL_SECONDS: Final = 30.0
"""So long after every limit has passed without any news, the pool is taken to be broken."""
_MOST_TRIES: Final = 3
"""So often a task is sent when pools break under it, and so often a pool may break before it ever answered."""
_EARLY_DEATHS: Final = 8


class Pool:
    """Runs work in `jobs` processes.

    `preload` names the modules that workers will need; `start()` lets them be imported at once, before there is
    any work. A worker that takes longer than `limit_seconds` for one task is ended, and every worker is replaced
    after `max_tasks` tasks, so that what an engine does not give back is given back.
    """

    def __init__(
        self,
        jobs: int,
        *,
        preload: tuple[str, ...] = (),
        limit_seconds: float = LIMIT_SECONDS,
        max_tasks: int = MAX_TASKS,
    ) -> None:
        self.jobs = jobs
        self.limit_seconds = limit_seconds
        self._preload, self._max_tasks = preload, max_tasks
        self._pool: ProcessPool | None = None
        self._nursery = Nursery(METHOD)

    def start(self) -> Self:
        """Begins to make workers ready, and does not wait for them. To be called as early as can be, and once."""
        if METHOD == "forkserver":
            start_server(self._preload)
        else:
            self._running()
        return self

    def each(self, work: Work, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """The outcome of every task once, as they become ready.

        Raises:
            WorkersUnusable: workers die before they do anything.
            BaseException: what `prepare` raised.
        """
        return flow(_Line(self, work), tasks)

    def schedule(self, key: str, parcel: bytes | None, payload: bytes) -> "ProcessFuture[bytes]":
        """One call of `worker.call` under way.

        Raises:
            RuntimeError: the pool is broken.
        """
        return self._running().schedule(worker.call, (key, parcel, payload), timeout=self.limit_seconds or None)

    def close(self) -> None:
        """Ends all workers, busy or not."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]
            # First the workers, then what they share: one that is just being born would complain that it is gone.
            self._nursery.kill_all()
            pool.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _running(self) -> "ProcessPool":
        if self._pool is None:
            from pebble import ProcessPool
            from pebble.common.types import CONSTS

            # How often the pool looks at its workers, and how long one may take to die of SIGTERM: with the usual
            # values each run would end 0.1 s later, and Ctrl-C would wait 3 s for a worker that does not listen.
            CONSTS.sleep_unit, CONSTS.term_timeout = 0.02, 0.5
            if METHOD == "forkserver":
                start_server(self._preload)
            self._pool = ProcessPool(
                max_workers=self.jobs,
                max_tasks=self._max_tasks,
                initializer=worker.begin,
                initargs=(self._preload, dict(os.environ), server_folder() if METHOD == "forkserver" else ""),
                context=self._nursery,
            )
            with interrupts_later():
                _ = self._pool.active  # starts it
        return self._pool


@dataclass(frozen=True, slots=True)
class _Sent:
    """A task under way, packed, and how many pools broke under it."""

    task: Task
    payload: bytes
    breaks: int = 0


class _Line:
    """The way to the workers of a pool; makes the pool anew when it breaks."""

    def __init__(self, pool: Pool, work: Work) -> None:
        self._pool = pool
        self.window = _WINDOW * pool.jobs
        self._key, self._parcel = worker.packed(work)
        self._gifts = pool.jobs
        self._under_way: dict[Future[bytes], _Sent] = {}
        self._arrived: SimpleQueue[Future[bytes]] = SimpleQueue()
        self._news = time.monotonic()
        self._lost: deque[Outcome] = deque()
        self._deaths: int | None = 0
        self._breaks = 0

    def send(self, task: Task) -> None:
        """Puts a task on its way; as many as there are workers take the parcel along, others ask if they lack it."""
        self._put(_Sent(task, pickle.dumps(task.payload)))

    def receive(self) -> Outcome | None:
        """The next outcome; None when there is none within a tick.

        Raises:
            WorkersUnusable: workers die before they do anything.
            BaseException: what `prepare` raised.
        """
        if self._lost:
            return self._lost.popleft()
        try:
            future = self._arrived.get(timeout=TICK_SECONDS)
        except Empty:
            self._look_about()
            return None
        self._news = time.monotonic()
        sent = self._under_way.pop(future, None)
        return self._outcome(sent, future) if sent else None

    def withdraw(self) -> None:
        """Calls back what is under way; a worker that is busy with it is ended."""
        under_way, self._under_way = self._under_way, {}
        for future in under_way:
            future.cancel()

    def _outcome(self, sent: _Sent, future: "Future[bytes]") -> Outcome | None:
        error = future.exception()
        if error is None:
            return self._answered(sent, worker.unpacked(future.result()))
        if isinstance(error, BrokenProcessPool):
            self._renew(sent)
            return None
        if isinstance(error, TimeoutError):
            return Outcome(sent.task, fault="timeout", seconds=self._pool.limit_seconds)
        return self._died(sent, error)

    def _put(self, sent: _Sent, *, with_parcel: bool = False) -> None:
        with_parcel |= self._gifts > 0
        self._gifts -= 1
        try:
            future = self._pool.schedule(self._key, self._parcel if with_parcel else None, sent.payload)
        except RuntimeError:  # it broke before this one
            self._renew(sent)
            return
        self._under_way[future] = sent
        future.add_done_callback(self._arrive)

    def _arrive(self, future: "Future[bytes]") -> None:
        """Called by a thread of the pool."""
        self._arrived.put(future)

    def _answered(self, sent: _Sent, reply: worker.Reply) -> Outcome | None:
        if reply.kind == "without":
            self._put(sent, with_parcel=True)
            return None
        if reply.kind == "unprepared" and reply.error is not None:
            raise reply.error
        self._deaths = None
        return Outcome(sent.task, reply.value, error=reply.error, seconds=reply.seconds)

    def _died(self, sent: _Sent, error: BaseException) -> Outcome:
        if self._deaths is not None:
            self._deaths += 1
            if self._deaths >= max(_EARLY_DEATHS, 2 * self._pool.jobs):
                raise _unusable(error) from error
        return Outcome(sent.task, fault="crash")

    def _look_about(self) -> None:
        """Makes a silent pool anew: a worker killed while it spoke leaves half a word in the pipe."""
        limit = self._pool.limit_seconds
        if limit and self._under_way and time.monotonic() - self._news > limit + _STILL_SECONDS:
            self._renew()

    def _renew(self, *more: _Sent) -> None:
        """Makes the pool anew and sends again what was under way; gives up a task under which it broke too often."""
        self._breaks += 1
        if self._breaks > _MOST_TRIES and self._deaths is not None:
            raise _unusable(None)
        lost = (*more, *self._under_way.values())
        self._under_way, self._gifts = {}, self._pool.jobs
        self._pool.close()
        self._news = time.monotonic()
        for sent in lost:
            if sent.breaks + 1 == _MOST_TRIES:
                self._lost.append(Outcome(sent.task, fault="lost"))
            else:
                self._put(_Sent(sent.task, sent.payload, sent.breaks + 1))


def _unusable(error: BaseException | None) -> WorkersUnusable:
    why = f" ({error})" if error else ""
    return WorkersUnusable(
        f"the worker processes end before they have done anything{why}",
        "`brochures doctor` says what this machine lacks; --jobs 1 works without them",
    )
