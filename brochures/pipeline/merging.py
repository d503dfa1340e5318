"""Personal handouts: one brochure, filled in for every row of a people file, each a file of its own. Floor 7."""

import hashlib
from datetime import date
from typing import TYPE_CHECKING, Any

from brochures.errors import Problem, SourceError
from brochures.giving.finished import finish, finished, people_digest
from brochures.giving.folderkey import folder_key
from brochures.giving.holding import HIDDEN, held
from brochures.giving.journal import Journal
from brochures.giving.store import Store, usual_store
from brochures.pipeline.asking import Merge, Merged, MergeListener
from brochures.pipeline.handouts import Base, Handouts
from brochures.pipeline.ways import Way
from brochures.recalling.memory import Memory

if TYPE_CHECKING:
    from brochures.reading.people import People


def merge(asked: Merge, today: date, way: Way, listener: MergeListener, store: Store | None = None) -> Merged:
    """A file for every row that can be printed; the others are named in `failed.csv`, with the reason.

    Raises:
        SourceError: content, clinic or people file cannot be used, or the brochure must not be given out.
        DeliveryError: the folder cannot be written; what lies there is whole.
        EngineMissing: the paper engine cannot be loaded.
    """
    memory = Memory(store or usual_store(), asked.selection, asked.out, is_fresh=way.is_fresh)
    handouts = Handouts(asked.selection, today, memory)
    base = handouts.base()
    listener.noticed(base.noticed)
    if not (asked.out / HIDDEN).exists() or not asked.people.is_file():
        # What is wrong with the list is said before a folder is made.
        _opened(asked, base)
    with held(asked.out):
        if asked.is_ordered:
            from brochures.pipeline.ordering import Ordering

            people = _opened(asked, base)
            listener.noticed(people.problems)
            return Ordering(asked, base, handouts, listener).all(people)
        key = folder_key(asked.out, lambda problem: listener.noticed([problem]))
        job = _job_of(asked, memory.key(base.piece))
        people_key = people_digest(key, asked.people)
        with Journal(asked.out, job) as journal:
            there = {} if way.is_fresh else journal.delivered()
            if asked.is_resumed and not there:
                raise SourceError([_nothing_begun(asked)])
            told = finished(asked.out, job, people_key) if there else None
            if told is not None and told["files"] == len(there) and _has_map(asked):
                return _nothing_to_do(told, base, there, asked, listener)
            people = _opened(asked, base)
            listener.noticed(people.problems)
            from brochures.pipeline.filling import Filling, Folder

            merged = Filling(asked, base, handouts, listener, way, Folder(key, there, journal)).all(people)
            if not merged.failed and not merged.stale:
                files = len(journal.delivered())
                finish(asked.out, job, people_key, {"files": files, "total": merged.total})
    return merged


def _job_of(asked: Merge, base_key: str) -> bytes:
    """What stands for all that is merged but the people; without a memory, what can be told of it."""
    said = (base_key or repr(asked.selection), asked.id_column, repr(sorted(asked.columns.items())))
    return hashlib.sha256("\0".join(said).encode()).digest()


def _nothing_begun(asked: Merge) -> Problem:
    message = f"there is nothing to go on with in {asked.out}: no file of this brochure for these options lies there"
    return Problem("nothing-to-resume", message, "merge without --resume; what is right already is kept anyway")


def _opened(asked: Merge, base: Base) -> "People":
    # Not loaded where there is nothing to do, nor is what makes files.
    from brochures.reading.people import open_people

    return open_people(
        asked.people,
        columns=asked.columns,
        id_column=asked.id_column or None,
        language=base.piece.language,
        place=base.piece.place,
    )


def _nothing_to_do(
    told: dict[str, Any], base: Base, there: dict[bytes, str], asked: Merge, listener: MergeListener
) -> Merged:
    listener.written([str(asked.out / name) for name in there.values()])
    return Merged(base, told["total"], 0, told["total"])


def _has_map(asked: Merge) -> bool:
    return asked.map_file is None or asked.map_file.exists()
