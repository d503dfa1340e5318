"""Tasks on their way to the workers of a cluster and back, by futures of its scheduler. Floor 6."""

import pickle
import time
import uuid
from collections import deque
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from typing import Any, Final

from brochures.errors import WorkersUnusable
from brochures.running import worker
from brochures.running.connecting import gone, unable, unlike_here
from brochures.running.flow import TICK_SECONDS
from brochures.running.likeness import Looked
from brochures.running.work import Outcome, Task, Work

PATIENCE_SECONDS: Final = 60.0
"""So long a run waits for a worker to come back when all are gone."""
_COUNT_SECONDS: Final = 5.0
_WINDOW: Final = 4
_MOST_TRIES: Final = 3

Client = Any
Future = Any
"""Of `distributed`, most of whose methods are without types."""


@dataclass(frozen=True, slots=True)
class _Sent:
    """A task under way, packed, and how often it went missing."""

    task: Task
    payload: bytes
    losses: int = 0


class RemoteLine:
    """The way to the workers of a cluster, by futures of its scheduler."""

    def __init__(self, client: Client, address: str, work: Work, alike: Looked, limit_seconds: float) -> None:
        self._client, self._address = client, address
        self._alike, self._limit_seconds = alike, limit_seconds
        self._key, self._parcel = worker.packed(work)
        self._ours = dict(alike())
        self._run = uuid.uuid4().hex
        self._there: Future | None = None
        self._under_way: dict[Future, _Sent] = {}
        self._arrived: SimpleQueue[Future] = SimpleQueue()
        self._alone_since: float | None = None
        self._counted = 0.0
        self._suspects: deque[_Sent] = deque()
        self._alone: _Sent | None = None
        self._room = _WINDOW
        self._count()

    @property
    def window(self) -> int:
        """Room for new tasks grows with the workers; there is none while a task is on trial."""
        return 0 if self._suspects or self._alone else self._room

    def send(self, task: Task) -> None:
        """Puts a task on its way."""
        with self._reaching():
            self._put(_Sent(task, pickle.dumps(task.payload)))

    def receive(self) -> Outcome | None:
        """The next outcome; None when there is none within a tick.

        Raises:
            WorkersUnusable: the scheduler is gone, or all workers are and none comes back.
            BaseException: what `prepare` raised.
        """
        if self._suspects and not self._under_way:
            self._alone = self._suspects.popleft()
            with self._reaching():
                self._put(self._alone)
        if time.monotonic() - self._counted > _COUNT_SECONDS:
            self._count()
        try:
            future = self._arrived.get(timeout=TICK_SECONDS)
        except Empty:
            return None
        sent = self._under_way.pop(future, None)
        if sent is None:
            return None
        try:
            outcome = self._outcome(sent, future)
        finally:
            future.release()
        if outcome is not None and self._alone is sent:
            self._alone = None
        return outcome

    def withdraw(self) -> None:
        """Calls back what is under way; a worker that is busy with it ends it first."""
        under_way, self._under_way = list(self._under_way), {}
        if under_way and self._client.status == "running":
            self._client.cancel(under_way, force=True)
        for future in (*under_way, self._there):
            if future is not None:
                future.release()

    def _put(self, sent: _Sent) -> None:
        if self._there is None or self._there.status in {"cancelled", "lost"}:
            # A task itself: workers have it from each other, and the scheduler can have it made again. What is merely
            # scattered is lost with the workers that have it, and with it all tasks that need it.
            self._there = self._client.submit(bytes, self._parcel, key=f"brochures-{self._run}-common", pure=False)
        future = self._client.submit(
            worker.call_elsewhere,
            self._alike,
            self._ours,
            self._key,
            self._there,
            sent.payload,
            self._limit_seconds,
            # Shown on the dashboard: the number says nothing about a person.
            key=f"brochures-{self._run}-{sent.task.number}-{sent.losses}",
            pure=False,
        )
        self._under_way[future] = sent
        future.add_done_callback(self._arrived.put)

    def _outcome(self, sent: _Sent, future: Future) -> Outcome | None:
        from distributed import KilledWorker

        try:
            # May take as long as the task itself: when its worker went with the answer, another makes it again.
            data = future.result(timeout=self._limit_seconds + PATIENCE_SECONDS)
        except (CancelledError, TimeoutError):
            return self._again(sent)
        except KilledWorker:
            return self._judged(sent)
        except OSError as error:
            raise gone(self._address) from error
        except Exception as error:
            raise unable("one that came later", error) from error
        return self._answered(sent, worker.unpacked(data))

    def _answered(self, sent: _Sent, reply: worker.Reply) -> Outcome:
        if reply.kind == "unprepared" and reply.error is not None:
            raise reply.error
        if reply.kind == "unlike":
            raise unlike_here("one that came later", str(reply.value))
        if reply.kind == "late":
            return Outcome(sent.task, fault="timeout", seconds=reply.seconds)
        return Outcome(sent.task, reply.value, error=reply.error, seconds=reply.seconds)

    def _judged(self, sent: _Sent) -> Outcome | None:
        """A crash, when the task was alone; else it may have died of another on the same worker, and is tried again."""
        if self._alone is sent:
            return Outcome(sent.task, fault="crash")
        self._suspects.append(replace(sent, losses=sent.losses + 1))
        return None

    def _again(self, sent: _Sent) -> Outcome | None:
        """Sends once more what the scheduler forgot."""
        if self._client.status != "running":
            raise gone(self._address)
        if sent.losses + 1 == _MOST_TRIES:
            return Outcome(sent.task, fault="lost")
        with self._reaching():
            again = replace(sent, losses=sent.losses + 1)
            self._alone = again if self._alone is sent else self._alone
            self._put(again)
        return None

    @contextmanager
    def _reaching(self) -> Iterator[None]:
        """Says it plainly when the scheduler is gone."""
        try:
            yield
        except OSError as error:
            raise gone(self._address) from error

    def _count(self) -> None:
        """Looks how many workers there are."""
        self._counted = time.monotonic()
        if self._client.status == "closed":
            raise gone(self._address)
        with self._reaching():
            threads = sum(self._client.nthreads().values())
        self._room = max(_WINDOW * threads, _WINDOW)
        if threads:
            self._alone_since = None
        elif self._alone_since is None:
            self._alone_since = self._counted
        elif self._counted - self._alone_since > PATIENCE_SECONDS:
            raise WorkersUnusable(
                f"all workers of {self._address} are gone", "start some again, then go on with --resume"
            )
