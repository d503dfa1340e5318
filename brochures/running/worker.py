"""What is done in a worker's process: make the state once, perform, carry back what came of it. Floor 6.

Everything goes over as bytes that are packed here, so that what cannot be packed is an answer like any other
and never the end of a worker.
"""

import hashlib
import importlib
import multiprocessing
import multiprocessing.connection
import os
import pickle
import shutil
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from brochures.running.likeness import Looked, Versions, differences
from brochures.running.limits import Late, time_limit
from brochures.running.work import Work


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker sends back: `without` asks for the parcel, `unlike` and `unprepared` are the end of the run."""

    kind: Literal["done", "failed", "late", "without", "unlike", "unprepared"]
    value: object = None
    error: BaseException | None = None
    seconds: float = 0.0


@dataclass(slots=True)
class _Bench:
    """What this process keeps between tasks: the state of the last work, under its parcel's key."""

    key: str = ""
    state: Any = None
    perform: Callable[[Any, Any], Any] | None = None


_bench: Final = _Bench()
_one_at_a_time: Final = threading.Lock()


def packed(work: Work) -> tuple[str, bytes]:
    """The key of the work and its parcel: what a worker needs once."""
    parcel = pickle.dumps((work.prepare, work.perform, work.common), protocol=pickle.HIGHEST_PROTOCOL)
    return hashlib.sha256(parcel).hexdigest(), parcel


def call(key: str, parcel: bytes | None, payload: bytes, limit_seconds: float = 0) -> bytes:
    """One task: the packed `Reply`. Without a parcel the worker must have had it before, or asks for it.

    `limit_seconds` is kept by the thread itself, for places where nobody can end the process; 0 is no limit.
    """
    # Two threads of one process must not share a state: the engine is not made for that.
    with _one_at_a_time:
        reply = _prepared(key, parcel) or _performed(payload, limit_seconds)
    try:
        return pickle.dumps(reply, protocol=pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - a value that cannot be packed may raise anything
        return pickle.dumps(Reply("failed", error=_portable(error), seconds=reply.seconds))


def call_elsewhere(  # noqa: PLR0913, PLR0917 - a worker elsewhere is told everything
    alike: Looked, ours: Versions, key: str, parcel: bytes, payload: bytes, limit_seconds: float
) -> bytes:
    """As `call`, on a machine that must be like the one which asks."""
    if unlike := differences(ours, alike()):
        return pickle.dumps(Reply("unlike", unlike))
    return call(key, parcel, payload, limit_seconds)


def unpacked(data: bytes) -> Reply:
    """What a worker sent."""
    reply = pickle.loads(data)  # noqa: S301 - from our own worker
    if not isinstance(reply, Reply):
        raise TypeError(f"a worker sent {type(reply).__name__}")
    return reply


def attempt(perform: Callable[[Any, Any], Any], state: object, payload: object, limit_seconds: float = 0) -> Reply:
    """The value, or what `perform` raised, with the time it took."""
    began = time.perf_counter()
    try:
        with time_limit(limit_seconds):
            value = perform(state, payload)
    except Late:
        return Reply("late", seconds=time.perf_counter() - began)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - the caller decides what an error of one task means
        return Reply("failed", error=error, seconds=time.perf_counter() - began)
    return Reply("done", value, seconds=time.perf_counter() - began)


def _prepared(key: str, parcel: bytes | None) -> Reply | None:
    if _bench.key == key:
        return None
    if parcel is None:
        return Reply("without")
    try:
        prepare, perform, common = pickle.loads(parcel)  # noqa: S301 - from the process that started us
        # The old state goes first: two engines at once would double the memory.
        _bench.key, _bench.state, _bench.perform = "", None, None
        _bench.state = prepare(common)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - told once, by whom the workers belong to
        return Reply("unprepared", error=_portable(error))
    _bench.key, _bench.perform = key, perform
    return None


def _performed(payload: bytes, limit_seconds: float) -> Reply:
    if _bench.perform is None:
        raise RuntimeError("a state without its function")
    try:
        given = pickle.loads(payload)  # noqa: S301 - from the process that started us
    except Exception as error:  # noqa: BLE001 - a module that is not here, most likely
        return Reply("failed", error=_portable(error))
    reply = attempt(_bench.perform, _bench.state, given, limit_seconds)
    return replace(reply, error=_portable(reply.error)) if reply.error is not None else reply


def _portable(error: BaseException) -> BaseException:
    """The error with its traceback as a note; in other words where it would not survive the journey."""
    note = "".join(traceback.format_exception(error)).rstrip()
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - what we packed a moment ago
    except Exception:  # noqa: BLE001 - an error with an __init__ of its own may raise anything here
        error = RuntimeError(f"{type(error).__name__}: {error}")
    error.add_note(f"in a worker:\n{note}")
    return error


def begin(preload: Iterable[str], environment: Mapping[str, str], folder: str) -> None:
    """Makes a new process ready: the environment of whom it works for, the modules it will need, an eye on its parent.

    `folder` is the parent's temporary one; it goes when the parent was killed and could not do that itself.
    """
    if dict(os.environ) != environment:
        os.environ.clear()
        os.environ.update(environment)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_outlive_not, args=(parent.sentinel, folder), daemon=True).start()
    for module in preload:
        # What cannot be imported is told by `prepare`, once; a worker that died of it would be started again and again.
        with suppress(Exception):
            importlib.import_module(module)


def _outlive_not(sentinel: int, folder: str) -> None:
    multiprocessing.connection.wait([sentinel])
    if folder:
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)
