"""The way to a scheduler: certificates, connection, and a look at its workers. Floor 6."""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from brochures.errors import WorkersUnusable
from brochures.running.likeness import Looked, differences

if TYPE_CHECKING:
    from distributed import Client, Security

CONNECT_SECONDS: Final = 8

_SAME_HINT: Final = "install the same brochures, in the same versions, on every worker as here"


@dataclass(frozen=True, slots=True)
class Tls:
    """The files of a cluster that speaks TLS: its authority, and our certificate with its key."""

    authority: Path
    certificate: Path
    key: Path


def connected(address: str, tls: Tls | None) -> "Client":
    """The connection.

    Raises:
        WorkersUnusable: Dask is not installed, nobody answers, or the certificates are not in order.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise WorkersUnusable(
            "work on other machines needs Dask, which is not installed", "pip install 'brochures[cluster]'"
        ) from error
    security = _security(address, tls)
    # Its warnings are of workers that went and of what was therefore done again: outcomes say what matters of that.
    logging.getLogger("distributed.client").setLevel(logging.ERROR)
    try:
        return Client(  # type: ignore[no-untyped-call]
            address,
            timeout=CONNECT_SECONDS,
            security=security,
            set_as_default=False,
            name="brochures",
            direct_to_workers=False,
        )
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise WorkersUnusable(
            f"no scheduler can be reached at {address}: {why}",
            "see that it runs, that the port is open, and that both sides speak TLS or neither does",
        ) from error


def _security(address: str, tls: Tls | None) -> "Security | None":
    from distributed import Security

    scheme = urlsplit(address).scheme
    if scheme not in {"tcp", "tls"}:
        raise WorkersUnusable(f"{address} is no address of a scheduler", "write tls://host:8786")
    if tls is None:
        usual = Security()  # type: ignore[no-untyped-call]
        arguments = usual.get_connection_args("client")  # type: ignore[no-untyped-call]
        if scheme == "tls" and not arguments.get("ssl_context"):
            raise WorkersUnusable(
                f"{address} needs certificates", "give --cluster-ca, --cluster-cert and --cluster-key"
            )
        return None
    if scheme == "tcp":
        raise WorkersUnusable(f"certificates were given, but {address} is without TLS", "begin the address with tls://")
    for path in (tls.authority, tls.certificate, tls.key):
        if not path.is_file():
            raise WorkersUnusable(f"there is no file {path}", "give the certificates as PEM files")
    return Security(  # type: ignore[no-untyped-call]
        tls_ca_file=str(tls.authority),
        tls_client_cert=str(tls.certificate),
        tls_client_key=str(tls.key),
        require_encryption=True,
    )


def look_at_workers(client: "Client", address: str, alike: Looked) -> None:
    """Nothing, when there are workers and all are as this machine is.

    Raises:
        WorkersUnusable: they are not.
    """
    ours = dict(alike())
    try:
        found: dict[str, Any] = client.run(alike, on_error="return")
    except OSError as error:
        raise gone(address) from error
    if not found:
        raise WorkersUnusable(
            f"the scheduler at {address} has no workers", f"start some: dask worker {address} --nthreads 1"
        )
    for place, theirs in sorted(found.items()):
        if isinstance(theirs, BaseException):
            raise unable(place, theirs)
        if unlike := differences(ours, theirs):
            raise unlike_here(place, unlike)


def gone(address: str) -> WorkersUnusable:
    """What is said when a scheduler does not answer any more."""
    return WorkersUnusable(f"the scheduler at {address} is gone", "start it and its workers, then go on with --resume")


def unlike_here(place: str, unlike: str) -> WorkersUnusable:
    """What is said of a worker that has other versions."""
    return WorkersUnusable(f"the worker at {place} would make other bytes: {unlike}", _SAME_HINT)


def unable(place: str, error: BaseException) -> WorkersUnusable:
    """What is said of a worker that cannot even begin."""
    return WorkersUnusable(f"the worker at {place} cannot run brochures: {type(error).__name__}: {error}", _SAME_HINT)
