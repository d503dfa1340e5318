"""What a merge is asked, and what it tells. Floor 7."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from brochures.errors import Problem
from brochures.model.merging import FieldName
from brochures.orders import Selection
from brochures.pipeline.handouts import Base


@dataclass(frozen=True, slots=True)
class Merge:
    """What is asked for: whose handouts, of which brochure, and where they go."""

    people: Path
    selection: Selection
    out: Path
    columns: Mapping[FieldName, str] = field(default_factory=dict)
    """The heading of each field that is not called as usual."""
    id_column: str = ""
    """The column that the user declares safe for names of files; without one, names are chance."""
    map_file: Path | None = None
    """Where it is told which file is of which row."""
    is_resumed: bool = False
    is_ordered: bool = False
    """Whether all go into one file, in the order of their rows."""


@dataclass(slots=True)
class Merged:
    """What came of it, row by row in numbers; no value of any row."""

    base: Base
    total: int = 0
    made: int = 0
    kept: int = 0
    shrunk: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """Rows in which type is smaller, with the slots."""
    rendered: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """Rows that were laid out by themselves, with the reasons."""
    failed: dict[str, int] = field(default_factory=dict)
    """How many rows were refused, by reason."""
    failed_file: Path | None = None
    stale: int = 0
    """Files of an earlier merge of this brochure whose rows are not in the people file any more."""


@dataclass(frozen=True, slots=True)
class MergeListener:
    """What is told while a merge goes on."""

    noticed: Callable[[Iterable[Problem]], None] = lambda _: None
    planned: Callable[[int], None] = lambda _: None
    done: Callable[[int], None] = lambda _: None
    """How many more rows are done."""
    written: Callable[[Sequence[str]], None] = lambda _: None
    """Paths of files that lie there now."""
