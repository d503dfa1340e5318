"""The files of a merge, row by row: kept, stamped, laid out by itself, or refused. Floor 7."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from brochures.errors import Problem
from brochures.giving.batch import BatchWriter
from brochures.giving.failures import Failures
from brochures.giving.journal import Journal
from brochures.giving.mapfile import map_file
from brochures.model.merging import FIELD_NAMES
from brochures.pipeline.asking import Merge, Merged, MergeListener
from brochures.pipeline.handouts import Base, Handouts
from brochures.pipeline.people import Person, people_of
from brochures.pipeline.ways import Way, runner_for, stamping_runner
from brochures.reading.people import BadRow, People
from brochures.running.work import Outcome, Task, Work

if TYPE_CHECKING:
    from brochures.making.products import Product
    from brochures.making.stamping.program import Program
    from brochures.making.windows import Tail

WINDOW: Final = 256
"""Rows that are stamped together, and synced to the disk together."""

Reasons = tuple[tuple[str, str], ...]
"""Slots whose value cannot be stamped, each with the code of why."""


@dataclass(frozen=True, slots=True)
class Folder:
    """Where files go: the key of their names, what lies there already by row key, and where deliveries are noted."""

    key: bytes
    there: dict[bytes, str]
    journal: Journal


class Filling:
    """One merge from its rows to its files."""

    def __init__(  # noqa: PLR0913, PLR0917 - a merge is all of these
        self, asked: Merge, base: Base, handouts: Handouts, listener: MergeListener, way: Way, folder: Folder
    ) -> None:
        self._asked, self._handouts, self._listener, self._way = asked, handouts, listener, way
        self._folder = folder
        self._home = str(asked.out / " ")[:-1]
        self._failures = Failures(asked.out)
        self._writer = BatchWriter(asked.out, folder.journal, 2 * WINDOW)
        self._later: list[tuple[Person, Reasons]] = []
        self._turned: list[Person] = []
        self._table: list[tuple[int, str]] = []
        self._gone = set(folder.there)
        self._fields: frozenset[str] = frozenset()
        self._columns: frozenset[str] = frozenset()
        self.merged = Merged(base)

    def all(self, people: People) -> Merged:
        """Every row: kept, stamped, laid out by itself, or refused."""
        self.merged.total = people.count
        self._columns = people.fields
        self._listener.planned(people.count)
        try:
            with self._writer:
                self._stamp(self._wanted(people))
                self._stamp_letters()
                self._finish_turn()
                self._render()
            self.merged.failed = dict(self._failures.codes)
            self.merged.failed_file = self._failures.finish()
        finally:
            self._failures.drop()
        self._write_map()
        self.merged.stale = len(self._gone)
        return self.merged

    def _wanted(self, people: People) -> Iterator[Person]:
        """The rows whose files do not lie there."""
        there = self._folder.there
        for person in people_of(people.rows(), self._folder.key, self._refused):
            self._gone.discard(person.key)
            if there.get(person.key) == person.name:
                self.merged.kept += 1
                self._delivered([person])
            else:
                yield person

    def _stamp(self, people: Iterator[Person], extra: Iterable[str] = ()) -> None:
        """Windows of rows go to whoever stamps, and come back as tails."""
        first = tuple(islice(people, WINDOW))
        if not first:
            return
        from brochures.making import windows

        program = self._handouts.program(self.merged.base, extra)
        self._look_at_places(program)
        under_way: dict[int, tuple[Person, ...]] = {}

        def tasks() -> Iterator[Task]:
            number, window = 0, first
            while window:
                under_way[number] = window
                yield Task(number, tuple(person.values for person in window), f"window {number}")
                number, window = number + 1, tuple(islice(people, WINDOW))

        work = Work(windows.open_stamper, windows.stamp, program)
        with stamping_runner(self._way) as runner:
            for outcome in runner.each(work, tasks()):
                window = under_way.pop(outcome.task.number)
                if outcome.error is not None:
                    raise outcome.error
                if outcome.fault:
                    self._later += [(person, (("", outcome.fault),)) for person in window]
                else:
                    self._put(window, outcome.value, program.body)

    def _finish_turn(self) -> None:
        """The last window's files are there too."""
        self._writer.flush()
        self._tell(self._turned)
        self._turned = []

    def _tell(self, people: list[Person]) -> None:
        self.merged.made += len(people)
        self._delivered(people)

    def _look_at_places(self, program: "Program") -> None:
        """Says once which columns the piece has no place for."""
        if not self._fields:
            self._fields = frozenset(slot.field for slot in program.slots)
            homeless = [name for name in FIELD_NAMES if name in self._columns - self._fields]
            if homeless:
                message = f"{self.merged.base.piece.name} has no place for: {', '.join(homeless)}"
                hint = "it is not printed; a handout has a place for every column"
                self._listener.noticed([Problem("no-place", message, hint, severity="warning")])

    def _put(self, window: tuple[Person, ...], tails: "tuple[Tail, ...]", body: bytes) -> None:
        whole = []
        for person, tail in zip(window, tails, strict=True):
            if tail.unfit:
                self._later.append((person, tail.unfit))
                continue
            if tail.shrunk:
                self.merged.shrunk[person.number] = tail.shrunk
            self._writer.put(person.name, (body, tail.data), person.key)
            whole.append(person)
        self._writer.turn()
        self._tell(self._turned)
        self._turned = whole

    def _stamp_letters(self) -> None:
        """Rows with letters that no other handout needs: the brochure is compiled with them, for this run alone."""
        lacking = [one for one in self._later if any(code == "missing-letter" for _, code in one[1])]
        if not lacking:
            return
        from brochures.making.stamping.letters import extra_letters

        letters = extra_letters(text for person, _ in lacking for text in person.values.values())
        if letters:
            self._later = [one for one in self._later if one not in lacking]
            self._stamp((person for person, _ in lacking), letters)

    def _render(self) -> None:
        """Rows that cannot be stamped, each laid out by itself."""
        if not self._later:
            return
        from brochures.making import jobs

        later = dict(enumerate(self._later))
        tasks = [Task(at, self._handouts.job(one.values), f"row {one.number}") for at, (one, _) in later.items()]
        with runner_for(self._way, len(later)) as runner:
            for outcome in runner.each(Work(jobs.open_shop, jobs.make, self._handouts.shop()), tasks):
                person, reasons = later.pop(outcome.task.number)
                self._rendered(person, reasons, outcome)

    def _rendered(self, person: Person, reasons: Reasons, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        code = outcome.fault or _fault_of(outcome.value, self._fields & person.values.keys())
        if code:
            self._refused(BadRow(person.number, reasons[0][0], code))  # type: ignore[arg-type] # of the page, not of the row
            return
        # Not the sheet that a piece is laid on several times: one person gets one.
        self._writer.put(person.name, (outcome.value.attempt,), person.key)
        self._writer.flush()
        self.merged.rendered[person.number] = tuple(dict.fromkeys(reason for _, reason in reasons))
        self._tell([person])

    def _refused(self, row: BadRow) -> None:
        self._failures.add(row.number, row.column, row.code)
        self._listener.done(1)

    def _delivered(self, people: list[Person]) -> None:
        if self._asked.map_file:
            self._table += [(person.number, person.name) for person in people]
        self._listener.written([f"{self._home}{person.name}" for person in people])
        self._listener.done(len(people))

    def _write_map(self) -> None:
        if not self._asked.map_file:
            return
        with map_file(self._asked.map_file) as table:
            for number, name in sorted(self._table):
                table.add(name.removesuffix(".pdf"), name, number)


def _fault_of(product: "Product", fields: AbstractSet[str]) -> str:
    """Why a piece that was laid out for one person is not given; nothing if all that is theirs stands in it."""
    from brochures.making.personal import slots_of

    faults = [one.code for one in product.problems if one.severity == "error"]
    if faults or product.document is None:
        return faults[0] if faults else "too-long"
    printed = {slot.field for slot in slots_of(product.document) if slot.value}
    return "" if fields <= printed else "too-long"
