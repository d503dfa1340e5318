"""One file of many persons' pieces in the order of their rows, for a print shop or a letter shop. Floor 4.

Fonts, drawings and all that is the same are in it once; a person adds a kilobyte. It is for paper: without tags, and
it claims none (PDF/A-2b). It is given out piece by piece as rows come in; what is held back of a row is 8 bytes for
each of its objects, for the cross-references at the end. Its page labels tell row and page: `17-2`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Final

from brochures.making.stamping.packing import HEADER, object_stream, packed_stream
from brochures.making.stamping.program import Program
from brochures.making.stamping.setting import Code, setters
from brochures.making.stamping.stamping import Unfit

_PEOPLE_TOGETHER: Final = 32
"""How many persons' pages hang on one node of the tree, and are packed together."""
_NODES_TOGETHER: Final = 64
_ID_BYTES: Final = 16
_AT_BYTES: Final = 5
_PLACE_BYTES: Final = 2
_LEVEL: Final = 6


class OrderedFile:
    """An ordered file in the making: what `begin`, `add` and `end` give is written one after the other."""

    def __init__(self, program: Program) -> None:
        self.page_count = 0
        """Pages so far: the next person's first page is the one after."""
        self._program = program
        self._setters = setters(program)
        self._sheets = tuple(self._sheet(number) for number in range(program.page_count))
        self._at = 0
        self._entries = bytearray()
        self._hash = blake2b(program.body, digest_size=_ID_BYTES)
        self._packed: list[tuple[int, bytes]] = []
        self._pages: list[int] = []
        self._labels: list[bytes] = []
        self._leaf = self._branch = self._people = 0
        self._leaves: list[tuple[int, int]] = []
        self._branches: list[tuple[int, list[tuple[int, int]]]] = []
        self._label_leaves: list[int] = []
        self._root = 0

    def _sheet(self, number: int) -> tuple[bytes, bytes]:
        """A page up to its tree and content; its content with gaps for the slots' numbers."""
        sheet, slots = self._program.sheets[number], {setter.number for setter in self._setters}
        contents = " ".join("%d 0 R" if part in slots else f"{part} 0 R" for part in sheet.contents)
        return sheet.dictionary.encode("latin-1").removesuffix(b">>"), contents.encode()

    def begin(self) -> bytes:
        """The file up to its first page: all that is shared."""
        program, parts = self._program, [HEADER]
        self._at = len(HEADER)
        self._entries = bytearray((1 + _AT_BYTES + _PLACE_BYTES) * program.first_slot)
        for number, start, end in program.streams:
            parts.append(program.body[start:end])
            self._enter(number, 1, self._at, 0)
            self._at += end - start
        self._root = self._new()
        parts.append(self._pack([(number, thing.encode("latin-1")) for number, thing in program.things]))
        return b"".join(parts)

    def add(self, row: int, values: Mapping[str, str]) -> bytes | Unfit:
        """The pages of one person, by the fields' names; of values that cannot be printed here nothing is added."""
        lines = [setter.line(values.get(setter.field, "")) for setter in self._setters]
        codes: tuple[tuple[str, Code], ...] = tuple(
            (setter.name, line.code) for setter, line in zip(self._setters, lines, strict=True) if line.code
        )
        if codes:
            return Unfit(codes)
        numbers = []
        parts = []
        for line in lines:
            numbers.append(self._new(self._at))
            part = b"%d 0 obj\n<</Length %d>>\nstream\n%b\nendstream\nendobj\n" % (
                numbers[-1],
                len(line.content),
                line.content,
            )
            self._at += len(part)
            parts.append(part)
        self._hash.update(b"".join(parts))
        self._add_pages(row, numbers)
        if self._people == _PEOPLE_TOGETHER:
            parts.append(self._close_leaf())
        return b"".join(parts)

    def _add_pages(self, row: int, numbers: list[int]) -> None:
        if not self._branch:
            self._branch = self._new()
        if not self._leaf:
            self._leaf = self._new()
        self._labels.append(b"%d<</P(%d-)/S/D>>" % (self.page_count, row))
        start = 0
        for head, contents in self._sheets:
            gaps = contents.count(b"%d")
            filled = contents % tuple(numbers[start : start + gaps])
            start += gaps
            self._pages.append(self._new())
            self._packed.append((self._pages[-1], b"%b/Parent %d 0 R/Contents[%b]>>" % (head, self._leaf, filled)))
        self._people += 1
        self.page_count += len(self._sheets)

    def _close_leaf(self) -> bytes:
        """Packs the pages that wait, with the node on which they hang and their labels."""
        told = b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%b]>>"
        self._packed.append((self._leaf, told % (self._branch, len(self._pages), _references(self._pages))))
        first = self.page_count - len(self._pages)
        labels = b"<</Limits[%d %d]/Nums[%b]>>" % (first, self.page_count - len(self._sheets), b"".join(self._labels))
        self._label_leaves.append(self._new())
        self._packed.append((self._label_leaves[-1], labels))
        self._leaves.append((self._leaf, len(self._pages)))
        part = self._pack(self._packed)
        self._packed, self._pages, self._labels, self._leaf, self._people = [], [], [], 0, 0
        if len(self._leaves) == _NODES_TOGETHER:
            self._close_branch()
        return part

    def _close_branch(self) -> None:
        self._branches.append((self._branch, self._leaves))
        self._branch, self._leaves = 0, []

    def end(self) -> bytes:
        """The rest of the file, when all are added.

        Raises:
            ValueError: nobody was added; a file without pages is none.
        """
        if not self.page_count:
            raise ValueError("an ordered file needs one person at least")
        parts = [self._close_leaf()] if self._people else []
        if self._leaves:
            self._close_branch()
        node = b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%b]>>"
        nodes = [
            (branch, node % (self._root, sum(count for _, count in leaves), _references(leaf for leaf, _ in leaves)))
            for branch, leaves in self._branches
        ]
        kids = _references(branch for branch, _ in self._branches)
        nodes.append((self._root, b"<</Type/Pages/Count %d/Kids[%b]>>" % (self.page_count, kids)))
        metadata, catalog, info = self._new(self._at), self._new(), self._new()
        told = b"%d 0 obj\n<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%b\nendstream\nendobj\n"
        parts.append(told % (metadata, len(self._program.metadata), self._program.metadata))
        self._at += len(parts[-1])
        shown = self._program.catalog.encode("latin-1").removesuffix(b">>")
        labels = b"/PageLabels<</Kids[%b]>>" % _references(self._label_leaves)
        nodes.append((catalog, b"%b/Pages %d 0 R/Metadata %d 0 R%b>>" % (shown, self._root, metadata, labels)))
        nodes.append((info, self._program.info.encode("latin-1")))
        parts += (self._pack(nodes), self._references(catalog, info))
        return b"".join(parts)

    def _references(self, catalog: int, info: int) -> bytes:
        number = self._new(self._at)
        identity = self._hash.hexdigest()
        told = f"/Type/XRef/Size {number + 1}/W[1 {_AT_BYTES} {_PLACE_BYTES}]/Root {catalog} 0 R/Info {info} 0 R"
        stream = packed_stream(f"{told}/ID[<{identity}><{identity}>]", bytes(self._entries), _LEVEL)
        return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, stream, self._at)

    def _new(self, at: int = 0) -> int:
        """The number of a new object: one that begins here, or that is packed later."""
        number = len(self._entries) // (1 + _AT_BYTES + _PLACE_BYTES)
        self._entries += b"\1" + at.to_bytes(_AT_BYTES, "big") + bytes(_PLACE_BYTES)
        return number

    def _enter(self, number: int, kind: int, at: int, place: int) -> None:
        width = 1 + _AT_BYTES + _PLACE_BYTES
        entry = bytes((kind,)) + at.to_bytes(_AT_BYTES, "big") + place.to_bytes(_PLACE_BYTES, "big")
        self._entries[number * width : (number + 1) * width] = entry

    def _pack(self, objects: list[tuple[int, bytes]]) -> bytes:
        number = self._new(self._at)
        for place, (packed, _) in enumerate(objects):
            self._enter(packed, 2, number, place)
        part = b"%d 0 obj\n%b\nendobj\n" % (number, object_stream(objects, _LEVEL))
        self._at += len(part)
        return part


def ordered(
    program: Program, people: Iterable[tuple[int, Mapping[str, str]]], refused: Callable[[int, Unfit], None]
) -> Iterator[bytes]:
    """The parts of an ordered file, to be written one after the other; `refused` is told of rows that are left out.

    Raises:
        ValueError: nobody is left.
    """
    file = OrderedFile(program)
    yield file.begin()
    for row, values in people:
        part = file.add(row, values)
        if isinstance(part, Unfit):
            refused(row, part)
        else:
            yield part
    yield file.end()


def _references(numbers: Iterable[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)
