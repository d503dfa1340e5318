"""The seam itself, with the runner that needs nothing."""

import pickle
import subprocess
import sys

import pytest

from brochures.errors import EngineMissing, Problem, SourceError
from brochures.running.here import Here
from brochures.running.limits import Late, time_limit
from brochures.running.work import Task, Work
from brochures.running.worker import call, packed, unpacked
from tests.running.works import GREET, GREETING, broken_prepare, perform, tasks


def test_here_runs_the_same_work() -> None:
    """`--jobs 1` is no other programme: errors are outcomes, in the order of the tasks."""
    with Here() as here:
        outcomes = list(here.each(GREET, tasks(1, "raise", 2)))

    assert [o.value for o in outcomes] == ["hello 1", None, "hello 2"]
    assert isinstance(outcomes[1].error, SourceError)
    assert not outcomes[1].is_done


def test_here_raises_what_prepare_raises() -> None:
    """As the pool does; and without tasks nothing is prepared."""
    work = Work(broken_prepare, perform, GREETING)

    assert list(Here().each(work, [])) == []
    with pytest.raises(SourceError):
        list(Here().each(work, tasks(1)))


def test_a_worker_without_the_parcel_asks_for_it() -> None:
    """What is common to all goes over once; a worker that came later says that it lacks it."""
    key, parcel = packed(Work(perform=perform, prepare=dict, common={"word": "late"}))
    payload = pickle.dumps(7)

    assert unpacked(call(key, None, payload)).kind == "without"
    assert unpacked(call(key, parcel, payload)).value == "late 7"
    assert unpacked(call(key, None, payload)).value == "late 7"


def _loop(seconds: float) -> None:
    with time_limit(seconds):
        while True:
            pass


def test_a_thread_is_ended_when_its_time_is_over() -> None:
    """On machines that are not ours nobody ends the process; a loop must not hold its worker for ever."""
    with pytest.raises(Late):
        _loop(0.05)
    with time_limit(5):
        answer = sum(range(10))

    assert answer == 45


@pytest.mark.parametrize("error", [SourceError([Problem("a", "b", "c")]), EngineMissing("no Pango", "install it")])
def test_our_errors_survive_the_journey(error: Exception) -> None:
    """What is told must not depend on where it happened."""
    came = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own

    assert (type(came), str(came), vars(came)) == (type(error), str(error), vars(error))


def test_the_seam_loads_neither_pool_nor_cluster() -> None:
    """One piece must not wait for what makes many."""
    code = (
        "import sys, brochures.running.work, brochures.running.here, brochures.running.pool, brochures.running.cluster"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nprint(*sys.modules)"], capture_output=True, text=True, check=True
    )

    assert {"pebble", "distributed", "dask", "asyncio"} & set(done.stdout.split()) == set()


def test_a_task_may_have_any_number() -> None:
    """A run that was resumed begins in the middle of its list."""
    (outcome,) = Here().each(GREET, [Task(40, "x", "piece 40")])

    assert (outcome.task.number, outcome.value) == (40, "hello x")
