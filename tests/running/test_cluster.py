"""A real scheduler with real workers on this machine: nothing lost, nothing twice, and plain words when it fails."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from brochures.errors import SourceError, WorkersUnusable
from brochures.giving.store import Store
from brochures.pipeline import Selection, Way
from brochures.pipeline.asking import Merge, MergeListener
from brochures.pipeline.merging import merge
from brochures.running import connecting
from brochures.running.cluster import Cluster
from brochures.running.connecting import Tls
from brochures.running.work import Outcome, Work
from tests.press import SHORTEST, TODAY
from tests.running.works import GREET, GREETING, broken_prepare, other_versions, perform, tasks

pytest.importorskip("distributed")

ROOT = Path(__file__).parent.parent.parent


class _Village:
    """A scheduler and workers as processes of their own."""

    def __init__(self, folder: Path, address: str, options: tuple[str, ...] = ()) -> None:
        # Only where tasks are given up at once; the usual number is that of Dask.
        self.settings = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"} if options else {}
        self.folder, self.address, self.options = folder, address, options
        self.workers: list[subprocess.Popen[bytes]] = []
        host, port = address.partition("//")[2].split(":")
        scheme = address.partition(":")[0]
        self.scheduler = self._started(
            "dask_scheduler", "--host", f"{scheme}://{host}", "--port", port, "--no-dashboard"
        )

    def hire(self) -> subprocess.Popen[bytes]:
        """One more worker, of one thread and without a nanny."""
        self.workers.append(
            self._started("dask_worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
        )
        return self.workers[-1]

    def wait_for(self, cluster: Cluster, count: int) -> None:
        """Until so many workers are there."""
        until = time.monotonic() + 20
        while True:
            try:
                found = len(cluster.client().nthreads())
            except WorkersUnusable:
                found = 0
            if found >= count:
                return
            assert time.monotonic() < until, "the workers did not come"
            time.sleep(0.1)

    def close(self) -> None:
        """Ends them all."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def _started(self, program: str, *words: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{program}", *words, *self.options],
            cwd=self.folder,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "BROCHURES_TEST": "worker",
                **self.settings,
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _village(folder: Path, scheme: str = "tcp", options: tuple[str, ...] = ()) -> Iterator[_Village]:
    village = _Village(folder, f"{scheme}://127.0.0.1:{_free_port()}", options)
    try:
        yield village
    finally:
        village.close()


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Village]:
    """A scheduler with two workers."""
    with _village(tmp_path_factory.mktemp("village")) as village:
        village.hire()
        village.hire()
        with Cluster(village.address) as cluster:
            village.wait_for(cluster, 2)
        yield village


def test_a_cluster_runs_the_same_work(village: _Village) -> None:
    """The same outcomes as in a pool; a loop ends after its time and leaves the worker alive."""
    with Cluster(village.address, limit_seconds=1).start() as cluster:
        outcomes = list(cluster.each(GREET, tasks(*range(10), "raise", "strange", "loop")))
    wrong = {o.task.payload: o.fault or type(o.error).__name__ for o in outcomes if not o.is_done}

    assert Counter(o.task.number for o in outcomes) == Counter(range(13))
    assert {o.value for o in outcomes if o.is_done} == {f"hello {number}" for number in range(10)}
    assert wrong == {"raise": "SourceError", "strange": "TypeError", "loop": "timeout"}


def test_what_prepare_raises_there_is_raised_here(village: _Village) -> None:
    """Once, not for each task."""
    with Cluster(village.address) as cluster, pytest.raises(SourceError, match="no font says hello"):
        list(cluster.each(Work(broken_prepare, perform, GREETING), tasks(*range(20))))


def test_a_merge_on_a_cluster_survives_the_death_of_a_worker(village: _Village, tmp_path: Path) -> None:
    """Thousands of handouts, one worker killed in their midst: each is there, whole and once, as made here alone."""
    people = 3000
    listed = tmp_path / "people.csv"
    rows = "".join(f"p{number},Person {number:05}\n" for number in range(people))
    listed.write_text(f"case,recipient\n{rows}", encoding="utf-8")
    selection = Selection(content=SHORTEST, subjects=("peel",), formats=("card",), personal=True)
    store = Store(tmp_path / "cache")
    victim = village.hire()
    written: list[str] = []

    def kill_once(paths: Sequence[str]) -> None:
        written.extend(paths)
        if len(written) > people // 6:
            victim.kill()

    far = Merge(listed, selection, tmp_path / "far", id_column="case")
    merged = merge(far, TODAY, Way(cluster=village.address), MergeListener(written=kill_once), store)
    merge(replace(far, out=tmp_path / "here"), TODAY, Way(jobs=1), MergeListener(), store)

    files = {path.name: path.read_bytes() for path in far.out.glob("*.pdf")}
    assert merged.made == people == len(files) == len(written) == len(set(written))
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "here").glob("*.pdf")}


def test_other_versions_are_refused_by_name(village: _Village) -> None:
    """Patients of one run must not get two different files."""
    cluster = Cluster(village.address, alike=other_versions)

    with pytest.raises(WorkersUnusable, match=r"tcp://.*: weasyprint 69\.0 instead of 70\.0"):
        cluster.start()


def test_a_worker_killed_in_the_middle_loses_nothing(village: _Village) -> None:
    """Its tasks go to the other, also those whose results it still kept; one that comes later helps."""
    seen: list[Outcome] = []
    with Cluster(village.address) as cluster:
        for outcome in cluster.each(GREET, tasks(*(f"slow {number}" for number in range(60)))):
            seen.append(outcome)
            if len(seen) == 10:
                village.workers[0].send_signal(signal.SIGKILL)
                village.hire()

    assert Counter(o.value for o in seen) == Counter(f"hello slow {number}" for number in range(60))


def test_nobody_at_the_address_is_one_plain_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the way out, and soon."""
    assert connecting.CONNECT_SECONDS < 10

    monkeypatch.setattr(connecting, "CONNECT_SECONDS", 1)
    began = time.monotonic()
    with pytest.raises(WorkersUnusable, match="no scheduler can be reached at tcp://127") as caught:
        Cluster(f"tcp://127.0.0.1:{_free_port()}").start()

    assert "open" in caught.value.hint
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("host:8786", "no address of a scheduler"),
        ("tcp://127.0.0.1:1", "without TLS"),
        ("tls://127.0.0.1:1", "there is no file"),
    ],
)
def test_a_wrong_address_or_certificate_is_said_before_anything_is_tried(address: str, said: str) -> None:
    """Whoever forgot a file is not told of networks."""
    tls = Tls(Path("none.pem"), Path("none.pem"), Path("none.pem"))

    with pytest.raises(WorkersUnusable, match=said):
        Cluster(address, tls).start()


def test_only_tls_or_this_machine_is_closed_to_others() -> None:
    """The command line warns of the rest."""
    assert Cluster("tcp://10.0.0.7:8786").is_exposed
    assert not Cluster("tcp://127.0.0.1:8786").is_exposed
    assert not Cluster("tls://10.0.0.7:8786").is_exposed


@pytest.fixture(scope="module")
def walled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Village]:
    """A scheduler that speaks TLS only and gives up a task with the first worker that dies of it."""
    if not shutil.which("openssl"):
        pytest.skip("certificates are made with openssl")
    folder = tmp_path_factory.mktemp("walled")
    certificate, key = folder / "cert.pem", folder / "key.pem"
    made = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=brochures"
    subprocess.run([*made.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True)
    options = ("--tls-ca-file", str(certificate), "--tls-cert", str(certificate), "--tls-key", str(key))
    with _village(folder, "tls", options) as village:
        for _ in range(3):
            village.hire()
        with _inside(village) as cluster:
            village.wait_for(cluster, 3)
        yield village


def _inside(village: _Village) -> Cluster:
    certificate = village.folder / "cert.pem"
    return Cluster(village.address, Tls(certificate, certificate, village.folder / "key.pem"))


def test_work_goes_over_tls_and_not_without(walled: _Village) -> None:
    """Payloads hold names: who has no certificate gets nothing."""
    with _inside(walled) as cluster:
        outcomes = list(cluster.each(GREET, tasks(1)))

    assert [o.value for o in outcomes] == ["hello 1"]
    with pytest.raises(WorkersUnusable, match="no scheduler can be reached"):
        Cluster(walled.address.replace("tls:", "tcp:")).start()


def test_a_task_that_ends_its_worker_is_given_up(walled: _Village) -> None:
    """It is tried once more, alone, and does not go on from machine to machine until none is left."""
    with _inside(walled) as cluster:
        (deadly,) = cluster.each(GREET, tasks("exit"))
        others = list(cluster.each(GREET, tasks(*range(5))))

    assert deadly.fault == "crash"
    assert sorted(o.value for o in others) == [f"hello {number}" for number in range(5)]


def test_a_scheduler_that_goes_is_told(walled: _Village) -> None:
    """And not waited for without end. The last test here: the scheduler does not come back."""
    with _inside(walled) as cluster:
        outcomes = cluster.each(GREET, tasks(*(f"slow {number}" for number in range(60))))
        next(outcomes)
        walled.scheduler.kill()

        with pytest.raises(WorkersUnusable, match="is gone"):
            list(outcomes)
