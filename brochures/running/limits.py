"""A time limit for the thread that asks for it, where its process is not ours to end. Floor 6."""

import ctypes
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_GRACE: Final = 2.0
"""After so many times the limit the process is ended: its thread hangs where no exception reaches it."""
_GONE: Final = 75


class Late(BaseException):
    """Raised in the thread whose time is over; no `except Exception` swallows it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Ends what takes longer, between two steps of the interpreter; 0 is no limit.

    Raises:
        Late: the time is over.
    """
    if not seconds:
        yield
        return
    thread = threading.get_ident()
    lock = threading.Lock()
    over = False

    def late() -> None:
        with lock:
            if not over:
                _raise_in(thread, Late)

    def gone() -> None:
        if not over:
            os._exit(_GONE)

    alarms = [threading.Timer(seconds, late), threading.Timer(seconds * _GRACE, gone)]
    for alarm in alarms:
        alarm.daemon = True
        alarm.start()
    try:
        yield
    finally:
        try:
            # Whoever holds the lock is about to raise in this thread: perhaps on the very next line.
            with lock:
                over = True
        finally:
            over = True
            for alarm in alarms:
                alarm.cancel()


def _raise_in(thread: int, kind: type[BaseException]) -> None:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(kind))
