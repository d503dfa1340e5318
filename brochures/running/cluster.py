"""Workers on other machines, by Dask distributed: the same seam as the pool, and nothing lost with a machine. Floor 6.

Over the wire go the parcel of a work, once, and the payload of each task with its number; task names do not.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final, Self
from urllib.parse import urlsplit

from brochures.running import likeness
from brochures.running.connecting import CONNECT_SECONDS, Tls, connected, look_at_workers
from brochures.running.flow import flow
from brochures.running.remote import RemoteLine
from brochures.running.work import Outcome, Task, Work

LIMIT_SECONDS: Final = 120.0
_LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")

Client = Any
"""Of `distributed`, most of whose methods are without types."""


class Cluster:
    """Runs work on the workers of a Dask scheduler, which is there already and stays.

    `address` is `tls://host:port` or `tcp://host:port`; without `tls` the certificates of Dask's own configuration
    are used. `alike` says what must be the same here and there; a task that takes longer than `limit_seconds` is
    ended by its worker.
    """

    def __init__(
        self,
        address: str,
        tls: Tls | None = None,
        *,
        limit_seconds: float = LIMIT_SECONDS,
        alike: likeness.Looked = likeness.versions,
    ) -> None:
        self.address = address
        self.limit_seconds = limit_seconds
        self.alike = alike
        self._tls = tls
        self._client: Client | None = None

    @property
    def is_exposed(self) -> bool:
        """Whether payloads go over a network that others may read."""
        parts = urlsplit(self.address)
        return parts.scheme != "tls" and parts.hostname not in _LOOPBACK

    def start(self) -> Self:
        """Connects, and looks at the workers.

        Raises:
            WorkersUnusable: Dask is not installed, nobody answers, there is no worker, or a worker is another version.
        """
        self.client()
        return self

    def each(self, work: Work, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """The outcome of every task once, as they become ready; what a lost worker had is done again by another.

        Raises:
            WorkersUnusable: as `start`, also of what happens later.
            BaseException: what `prepare` raised.
        """
        return flow(RemoteLine(self.client(), self.address, work, self.alike, self.limit_seconds), tasks)

    def close(self) -> None:
        """Takes leave of the scheduler; the workers stay."""
        client, self._client = self._client, None
        if client is not None:
            try:
                client.close(timeout=CONNECT_SECONDS)
            except (OSError, ValueError, RuntimeError):
                # It went while Dask tried to reach it anew: there is nobody to take leave of, now or later.
                client.status = "closed"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def client(self) -> Client:
        """The connection.

        Raises:
            WorkersUnusable: there can be none.
        """
        if self._client is None:
            self._client = connected(self.address, self._tls)
            try:
                look_at_workers(self._client, self.address, self.alike)
            except BaseException:
                self.close()
                raise
        return self._client
