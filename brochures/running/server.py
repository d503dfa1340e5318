"""How worker processes are born: forked from a server, or, where there is none, each a program anew. Floor 6."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from types import FrameType
from typing import Any, Final
from weakref import WeakSet

# The engine is imported once, in a server from which workers are forked in no time, while this process reads its
# files.  A fork of this process would copy the locks of its threads; on other systems a server cannot be forked safely.
METHOD: Final = "forkserver" if sys.platform == "linux" else "spawn"


class Nursery:
    """The context of a pool, which knows every worker that it gave birth to."""

    def __init__(self, method: str) -> None:
        self._method = method
        self._context: Any = get_context(method)
        self.Pipe, self.RLock = self._context.Pipe, self._context.RLock
        self._born: WeakSet[BaseProcess] = WeakSet()

    def get_start_method(self) -> str:
        """How workers are started."""
        return self._method

    def Process(self, target: Callable[..., object], name: str, args: Any, kwargs: Any) -> BaseProcess:  # noqa: N802, ANN401 - as multiprocessing has it
        """A worker, not yet started."""
        born: BaseProcess = self._context.Process(target=target, name=name, args=args, kwargs=kwargs)
        self._born.add(born)
        return born

    def kill_all(self) -> None:
        """Ends the workers, also those that have not learnt yet what they are for."""
        for worker in tuple(self._born):
            if worker.pid is not None and worker.is_alive():
                worker.kill()


def start_server(preload: tuple[str, ...]) -> None:
    """Starts it, once in the life of this process; it imports those modules and waits. Nothing, where there is none."""
    if sys.platform != "linux":
        return
    from multiprocessing import forkserver, resource_tracker

    forkserver.set_forkserver_preload(["__main__", *preload])
    resource_tracker.ensure_running()
    # Ctrl-C reaches every process of a terminal, and the server must not die of it while it imports: the mask stays.
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


@contextmanager
def interrupts_later() -> Iterator[None]:
    """Ctrl-C is heard afterwards: a worker that was asked for and not yet born could not be called back."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[tuple[int, FrameType | None]] = []
    usual = signal.signal(signal.SIGINT, lambda number, frame: heard.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
    if heard and callable(usual):
        usual(*heard[0])


def server_folder() -> str:
    """The temporary folder of this process, with the server's address."""
    from multiprocessing.util import get_temp_dir

    return get_temp_dir()
