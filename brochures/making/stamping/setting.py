"""Sets one value in one slot: glyphs and kerns as the engine writes them, smaller where it is too wide. Floor 4."""

from functools import lru_cache
from itertools import starmap
from operator import add
from typing import Final, Literal, NamedTuple

from brochures.making.stamping.letters import needs_shaping, written
from brochures.making.stamping.program import Face, Program, SlotHead

Code = Literal["", "missing-letter", "needs-shaping", "too-wide"]
"""Why a value cannot be stamped; empty when it can."""

_UNITS_PER_PX: Final = 1024
_NEAR_PX: Final = 0.01
"""By how much a line may be wider than its slot: less than any rounding on the way to paper."""
_SIZE_STEPS: Final = 1000
_REMEMBERED: Final = 2048
"""Values kept ready for each slot: clinicians and telephones come again and again, names do not."""
_MOST_PAIRS: Final = 20_000


class Line(NamedTuple):
    """A value as content of a page, or the reason why not."""

    content: bytes
    code: Code = ""
    is_shrunk: bool = False


class Setter:
    """Sets the values of one slot; the same value always gives the same bytes."""

    def __init__(self, head: SlotHead, face: "SetFace") -> None:
        self.name, self.field, self.number = head.name, head.field, head.number
        self._head, self._face = head, face
        self._scale = head.size_px / face.size_px
        self._spaces = " " * head.spaces_after
        self._usual_font = f"/{head.font} {_number(head.size_px)} Tf".encode()
        self.line = lru_cache(_REMEMBERED)(self._line)

    def _line(self, value: str) -> Line:
        text, head = written(value), self._head
        if not text.strip():
            # The engine draws nothing for a line of blanks; what follows may count on its font.
            return Line(self._usual_font)
        code = self._face.refusal(text)
        if code:
            return Line(b"", code)
        run, width_px = self._face.run(text, self._spaces)
        width_px *= self._scale
        size_px = head.size_px
        if width_px > head.width_px + _NEAR_PX:
            size_px = int(size_px * head.width_px / width_px * _SIZE_STEPS) / _SIZE_STEPS
            if size_px < head.least_px:
                return Line(b"", "too-wide")
            width_px *= size_px / head.size_px
        left_px = head.left_px + (head.width_px - width_px) * head.share if head.share else head.left_px
        font = f"/{head.font} {_number(size_px)} Tf\n".encode()
        content = f"{head.matrix}{_number(left_px)}{head.foot}\n".encode() + font + run
        is_shrunk = size_px != head.size_px
        if is_shrunk:
            # What follows counts on the size that the engine set.
            content += b"\n" + self._usual_font
        return Line(content, "", is_shrunk)


class SetFace:
    """A face with its pairs at hand."""

    def __init__(self, face: Face) -> None:
        self.size_px = face.size_px
        self._face = face
        self._places = {letter: place for place, letter in enumerate(face.letters)}
        self._letters = frozenset(face.letters)
        self._joined = frozenset(face.joined)
        self._pairs: dict[str, tuple[bytes, int]] = {}

    def refusal(self, text: str) -> Code:
        """Why a text cannot be set letter by letter in this face."""
        if not self._letters.issuperset(text):
            missing = self._letters.symmetric_difference(text) - self._letters
            return "needs-shaping" if any(map(needs_shaping, missing)) else "missing-letter"
        is_joined = not self._joined.isdisjoint(map(add, text, text[1:]))
        return "needs-shaping" if is_joined else ""

    def run(self, text: str, after: str) -> tuple[bytes, float]:
        """The operator that shows a text and what stands after it; the width of the text alone at the face's size."""
        pairs = self._pairs
        if len(pairs) > _MOST_PAIRS:
            pairs.clear()
        shown, units = [], 0
        whole = text + after
        keys = [*map(add, whole, whole[1:]), whole[-1]]
        for key in keys:
            found = pairs.get(key)
            if found is None:
                found = pairs[key] = self._pair(key)
            shown.append(found[0])
            units += found[1]
        if after:
            # The engine adds these spaces when the line has its place: they have no part in its width.
            units -= sum(pairs[key][1] for key in keys[len(text) - 1 :])
            units += self._pair(text[-1])[1]
        run = b"[<" + b"".join(shown) + b">] TJ"
        return run.replace(b"<>", b""), units / _UNITS_PER_PX

    def _pair(self, key: str) -> tuple[bytes, int]:
        """How the first letter is shown before the second, or at the end; and how far the line moves on."""
        face, place = self._face, self._places[key[0]]
        units = face.advances[place]
        if len(key) > 1:
            units += face.kerns[face.lefts[place]][face.rights[self._places[key[1]]]]
        kern = int(face.widths[place] - units * 1000 / _UNITS_PER_PX / face.size_px)
        shown = f"{face.glyphs[place]:04x}" + (f">{kern}<" if kern else "")
        return shown.encode(), units


def setters(program: Program) -> tuple[Setter, ...]:
    """One for each slot, in the order of the program."""
    faces = tuple(map(SetFace, program.faces))
    return tuple(starmap(Setter, ((head, faces[head.face]) for head in program.slots)))


def _number(value: float) -> str:
    """A number as the engine writes it."""
    return str(int(value)) if value.is_integer() else f"{value:f}".rstrip("0")
