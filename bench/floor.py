"""The floor: the bytes of one file written so often, and nothing else: `python -m bench.floor FILE COUNT OUT`.

To a temporary name, synced by the batch as our own writer does it, and renamed: what any careful writer must do.
"""

import os
import sys
from pathlib import Path
from typing import Final

from brochures.giving.syncing import sync_all

BATCH: Final = 256


def main() -> None:
    """Writes the copies."""
    data, count, out = Path(sys.argv[1]).read_bytes(), int(sys.argv[2]), sys.argv[3]
    folder = os.open(out, os.O_RDONLY)
    for start in range(0, count, BATCH):
        names = [f"{out}/{number:08}" for number in range(start, min(start + BATCH, count))]
        for name in names:
            file = os.open(f"{name}.tmp", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            os.write(file, data)
            os.close(file)
        sync_all(folder, [f"{name}.tmp" for name in names])
        for name in names:
            os.rename(f"{name}.tmp", f"{name}.pdf")  # noqa: PTH104 - the floor builds no paths
    os.fsync(folder)
    os.close(folder)


if __name__ == "__main__":
    main()
