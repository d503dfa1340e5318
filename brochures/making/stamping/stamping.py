"""Stamps persons' files from a compiled piece: each a whole file of its own, tagged as the piece is. Floor 4.

A file is the program's body, then one small content stream for each slot and the cross-references to them. Every
object stands in it once: there is no earlier state of the file to go back to.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from struct import Struct
from typing import Final, NamedTuple

from brochures.making.stamping.program import Program
from brochures.making.stamping.setting import Code, setters

_ID_BYTES: Final = 16
_END: Final = b"\nendstream\nendobj\n"
_ENTRY: Final = "BIB"
"""A cross-reference: that the object stands in the file, where, its generation."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """A person's values that cannot be stamped: the slot's name and the reason, for each such slot."""

    codes: tuple[tuple[str, Code], ...]


class Stamped(NamedTuple):
    """A person's file in two parts, of which the first is the same for all; and the slots in which type is smaller."""

    body: bytes
    tail: bytes
    shrunk: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[bytes, bytes]:
        """What is written one after the other, as `os.writev` takes it."""
        return self.body, self.tail

    @property
    def pdf(self) -> bytes:
        """The file."""
        return self.body + self.tail


class Stamper:
    """A program ready to be stamped; holds some of the values it saw, for speed, and nothing else."""

    def __init__(self, program: Program) -> None:
        self._body = program.body
        self._slots = tuple(
            (setter.line, setter.name, setter.field, b"%d 0 obj\n<</Length " % setter.number)
            for setter in setters(program)
        )
        count = len(self._slots) + 1
        self._entries = Struct(">" + _ENTRY * count)
        first, number = program.first_slot, program.first_slot + count - 1
        steady = blake2b(program.body, digest_size=_ID_BYTES).hexdigest()
        self._head = (
            f"{number} 0 obj\n<</Type/XRef/Size {number + 1}/Index[{first} {count}]/W[1 4 1]/Prev {program.body_xref}"
            f"{program.root}/Length {self._entries.size}/ID[<{steady}><"
        ).encode()

    def stamp(self, values: Mapping[str, str]) -> Stamped | Unfit:
        """The file of one person, by the fields' names; a field that is not there is left open.

        The same values give the same bytes, other values another second half of `/ID`.
        """
        parts: list[bytes] = []
        entries: list[int] = []
        shrunk: tuple[str, ...] = ()
        codes: tuple[tuple[str, Code], ...] = ()
        at = len(self._body)
        for line, name, field, opening in self._slots:
            content, code, is_shrunk = line(values.get(field, ""))
            if code:
                codes += ((name, code),)
            elif is_shrunk:
                shrunk += (name,)
            part = b"%b%d>>\nstream\n%b%b" % (opening, len(content), content, _END)
            parts.append(part)
            entries += (1, at, 0)
            at += len(part)
        if codes:
            return Unfit(codes)
        own = blake2b(b"".join(parts), digest_size=_ID_BYTES).hexdigest().encode()
        parts += (
            b"%b%b>]>>\nstream\n" % (self._head, own),
            self._entries.pack(*entries, 1, at, 0),
            b"%bstartxref\n%d\n%%%%EOF\n" % (_END, at),
        )
        return Stamped(self._body, b"".join(parts), shrunk)
