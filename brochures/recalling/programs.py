"""Brochures that were compiled for stamping, kept for the next merge. Floor 6.

What is kept holds no patient's value, and only letters that every clinic's handouts may need.
"""

from typing import TYPE_CHECKING

from brochures.giving.store import Store

if TYPE_CHECKING:
    from brochures.making.stamping.program import Program


def recall_program(store: Store, key: str) -> "Program | None":
    """The compiled brochure with this key; nothing if there is none that is whole."""
    data = store.get("programs", key) if key else None
    if data is None:
        return None
    from brochures.making.stamping.program import DamagedProgram, Program

    try:
        return Program.from_bytes(data)
    except DamagedProgram:
        return None


def remember_program(store: Store, key: str, program: "Program") -> None:
    """Keeps a compiled brochure; not one that was made for the letters of one run."""
    if key and program.is_shared:
        store.put("programs", key, program.to_bytes())
