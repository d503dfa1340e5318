"""The map from a file's id to the row it was made of: the one thing that tells who is who. Floor 5."""

from pathlib import Path

from brochures.giving.tables import Table


def map_file(path: Path) -> Table:
    """A table to be filled with `add(id, file, row)`, in the order of the rows; only its owner may read it.

    Raises:
        DeliveryError: it cannot be written; one of a run before is as it was.
    """
    return Table(path, ("id", "file", "row"), mode=0o600)
