"""A pool loses one task where a worker dies or loops, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from brochures.errors import SourceError, WorkersUnusable
from brochures.running.pool import Pool
from brochures.running.work import Task, Work, in_order
from tests.running.works import GREET, GREETING, broken_prepare, deadly_prepare, perform, prepare, tasks

ROOT = Path(__file__).parent.parent.parent
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    """Two workers, a second for each task, and a new worker after twenty."""
    with Pool(2, limit_seconds=1, max_tasks=20).start() as pool:
        yield pool


def test_a_worker_that_dies_or_loops_costs_its_task_only(pool: Pool) -> None:
    """One hostile brochure must not end a catalogue."""
    given = [*range(10), "exit", "kill", "loop", "raise", "strange", *range(10, 30)]
    outcomes = list(pool.each(GREET, tasks(*given)))
    wrong = {o.task.payload: o.fault or type(o.error).__name__ for o in outcomes if not o.is_done}

    assert Counter(o.task.payload for o in outcomes) == Counter(given)
    assert wrong == {
        "exit": "crash",
        "kill": "crash",
        "loop": "timeout",
        "raise": "SourceError",
        "strange": "TypeError",
    }
    assert {o.value for o in outcomes if o.is_done} == {f"hello {number}" for number in range(30)}


def test_an_error_comes_back_with_its_problems(pool: Pool) -> None:
    """A withheld piece is told as if it had been made here."""
    (outcome,) = pool.each(GREET, tasks("raise"))

    assert isinstance(outcome.error, SourceError)
    assert outcome.error.problems[0].code == "too-long"


def test_outcomes_come_in_order_when_that_is_asked_for(pool: Pool) -> None:
    """One PDF for a print shop is in the order of its list; numbers may have gaps."""
    given = [Task(number, "slow" if number == 3 else number) for number in range(3, 90, 3)]

    assert [o.task for o in in_order(pool, GREET, given)] == given


def test_tasks_are_taken_as_there_is_room(pool: Pool) -> None:
    """A list of a million rows is never in memory as a whole."""
    taken = []

    def coming() -> Iterator[Task]:
        for number in range(1000):
            taken.append(number)
            yield Task(number, number)

    outcomes = pool.each(GREET, coming())
    next(outcomes)

    assert len(taken) <= 16
    outcomes.close()  # type: ignore[attr-defined] # a generator, as its callers may know


def test_workers_see_the_environment_of_now(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server of which they are forked may be older than a change of it."""
    monkeypatch.setenv("BROCHURES_TEST", "now")
    with Pool(1) as other:
        (outcome,) = other.each(GREET, tasks("environment"))

    assert outcome.value == "now"


def test_what_prepare_raises_is_raised_once(pool: Pool) -> None:
    """Fonts that cannot be used are one error, not one for each patient."""
    work = Work(broken_prepare, perform, GREETING)

    with pytest.raises(SourceError, match="no font says hello"):
        list(pool.each(work, tasks(*range(100))))


def test_workers_that_never_live_end_the_run() -> None:
    """A thousand starts of what cannot start would look like work."""
    with Pool(1) as pool, pytest.raises(WorkersUnusable) as caught:
        list(pool.each(Work(deadly_prepare, perform, GREETING), tasks(*range(1000))))

    assert "--jobs 1" in caught.value.hint


@linux
def test_a_pool_whose_idle_workers_were_killed_is_made_anew() -> None:
    """Somebody tidies up the processes of a machine: the run goes on."""
    with Pool(2) as pool:
        for process in {o.value for o in pool.each(GREET, tasks(*["process"] * 8))}:
            os.kill(int(process), signal.SIGKILL)
        time.sleep(0.1)
        outcomes = list(pool.each(GREET, tasks(*range(20))))

    assert sorted(int(o.value.split()[1]) for o in outcomes if o.is_done) == list(range(20))


def test_workers_need_no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on macOS and Windows, where each is a program of its own."""
    monkeypatch.setattr("brochures.running.pool.METHOD", "spawn")
    with Pool(2, limit_seconds=5).start() as pool:
        outcomes = list(pool.each(GREET, tasks(*range(6), "exit")))

    assert sorted(o.fault or o.value for o in outcomes) == ["crash", *(f"hello {number}" for number in range(6))]


def test_a_closed_pool_may_be_used_and_closed_again(pool: Pool) -> None:
    """`render --watch` keeps one for all its builds."""
    other = Pool(1)
    for _ in range(2):
        assert [o.value for o in other.each(GREET, tasks(1))] == ["hello 1"]
        other.close()
        other.close()


def _program(tmp_path: Path) -> subprocess.Popen[str]:
    """A run of its own that says which workers it has, and then waits for them for a minute."""
    code = (
        "from brochures.running.pool import Pool\n"
        "from tests.running.works import GREET, tasks\n"
        "if __name__ == '__main__':\n"
        "    with Pool(2, preload=('decimal',)).start() as pool:\n"
        "        for outcome in pool.each(GREET, tasks(*['process'] * 8, 'wait', 'wait')):\n"
        "            print(outcome.value, flush=True)\n"
    )
    script = tmp_path / "program.py"
    script.write_text(code, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    return subprocess.Popen(
        [sys.executable, "-W", "error", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
        cwd=ROOT,
    )


def _family(group: int) -> set[int]:
    """The processes of a group that are still there; of those that ended, the ones that nobody took note of."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        state, parent, its_group = fields[:3]
        if int(its_group) == group and (state, parent) != ("Z", "1"):  # init comes round when it likes
            found.add(int(path.parent.name))
    return found


def _gone(group: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while _family(group) and time.monotonic() < until:
        time.sleep(0.02)
    return not _family(group)


@linux
def test_ctrl_c_ends_everything(tmp_path: Path) -> None:
    """With a worker that is busy: no process and no file stay; nothing is said but the interrupt, so nothing leaked."""
    program = _program(tmp_path)
    with program:
        assert program.stdout
        for _ in range(8):
            program.stdout.readline()
        os.killpg(program.pid, signal.SIGINT)  # as a terminal does
        _, said = program.communicate(timeout=10)

    assert _gone(program.pid, 1)
    assert [line for line in said.splitlines() if not line.startswith((" ", "Traceback"))] == ["KeyboardInterrupt"]
    assert [path.name for path in tmp_path.iterdir()] == ["program.py"]


@linux
def test_workers_do_not_outlive_their_parent(tmp_path: Path) -> None:
    """Killed with -9 it can clean up nothing: its workers do."""
    with _program(tmp_path) as program:
        assert program.stdout
        for _ in range(8):
            program.stdout.readline()
        program.kill()
        program.wait()
        assert program.stderr
        assert _gone(program.pid, 3)
    assert [path.name for path in tmp_path.iterdir()] == ["program.py"]


def test_the_state_is_made_once_in_each_process(pool: Pool) -> None:
    """An engine and its fonts are loaded once, not for every patient."""
    outcomes = list(pool.each(Work(prepare, perform, {"word": "again"}), tasks(*["process"] * 16)))

    assert len({o.value for o in outcomes}) <= 4  # two, and those that replaced them meanwhile
