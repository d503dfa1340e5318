"""How work is done: by this process, by workers beside it, or on other machines. Floor 7."""

import os
from dataclasses import dataclass
from pathlib import Path

from brochures.running.work import Runner


@dataclass(frozen=True, slots=True)
class Way:
    """How a run is done: by how many workers, with or without what is remembered, on which machines."""

    jobs: int = 0
    """Worker processes; 0 for one on each core, 1 for this process alone."""
    is_fresh: bool = False
    cluster: str = ""
    """Address of a scheduler whose machines do the work; empty for this one."""
    tls: tuple[Path, ...] = ()
    """The cluster's certificate authority, our certificate and its key; empty where its lines are not encrypted."""
    seconds: float = 120.0
    """How long one piece may take."""

    @property
    def workers(self) -> int:
        """Worker processes on this machine."""
        return self.jobs or cores()


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def runner_for(way: Way, pieces: int) -> Runner:
    """Who makes so many pieces: other machines, worker processes, or, where one is enough, this process."""
    if way.cluster:
        return _cluster(way)
    # One piece is made sooner here than a worker is ready; nobody can end it, but Ctrl-C.
    workers = min(way.workers, pieces)
    if max(workers, way.jobs) <= 1:
        from brochures.running.here import Here

        return Here()
    from brochures.running.pool import Pool

    return Pool(workers, preload=("brochures.making.warm",), limit_seconds=way.seconds).start()


def stamping_runner(way: Way) -> Runner:
    """Who stamps: other machines, or this process, which stamps quicker than disks write."""
    if way.cluster:
        return _cluster(way)
    from brochures.running.here import Here

    return Here()


def _cluster(way: Way) -> Runner:
    from brochures.running.cluster import Cluster
    from brochures.running.connecting import Tls

    return Cluster(way.cluster, Tls(*way.tls) if way.tls else None, limit_seconds=way.seconds).start()
