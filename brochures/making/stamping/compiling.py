"""Compiles a piece: laid out once by the engine, and kept as a program that is stamped for each person. Floor 4."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import pydyf

from brochures.making.finishing import Finish
from brochures.making.stamping.embedding import embedded, resolved
from brochures.making.stamping.finding import Painted, Place, SlotNotFound, arranged, painted, split
from brochures.making.stamping.letters import ALPHABET
from brochures.making.stamping.program import Face, Program, Sheet, SlotHead
from brochures.making.stamping.sealing import Body, numbers_after, sealed, sheet, untagged
from brochures.making.typesetting import Typesetter
from brochures.model.merging import Slot
from brochures.units import mm_from_px, pt_from_mm

_SHRINK_TO: Final = 0.8
_FINE_PT: Final = 8.5


def compile_program(  # noqa: PLR0913 - a program is made of all of these
    html: str,
    slots: Sequence[Slot],
    typesetter: Typesetter,
    finish: Finish,
    *,
    extra: frozenset[str] = frozenset(),
    least_pt: float = _FINE_PT,
) -> Program:
    """A piece whose slots can be filled in without the engine: `html` and `finish` as for any piece of its kind.

    What stands in the slots of `html` does not matter, if it is some text; other slots than these stay as they are.
    Each slot is a box `id="slot-NAME"`, inline-block, on one line. `extra` are letters beyond the shared alphabet,
    for one run, as far as the slots' faces have them: a program with such is not shared. Type too wide is made
    smaller, to 80 % but never under `least_pt`.

    Raises:
        SlotNotFound: a slot does not stand on the pages exactly once, or so that no value can be put there.
        StyleFault: the engine complained, or a slot's face cannot be set letter by letter.
    """
    making = _Making(slots, ALPHABET | extra, finish, least_pt)
    typesetter.typeset(html, making.finish, arrange=making.arrange)
    return replace(making.program(), is_shared=not extra - ALPHABET)


@dataclass
class _Making:
    """What is known on the way from laid-out pages to a program."""

    slots: Sequence[Slot]
    alphabet: frozenset[str]
    finish_piece: Finish
    least_pt: float
    places: list[Place] = field(default_factory=list)
    found: list[tuple[Painted, int]] = field(default_factory=list)
    faces: dict[tuple[str, ...], Face] = field(default_factory=dict)
    sheets: list[Sheet] = field(default_factory=list)
    body: Body | None = None
    first_slot: int = 0
    metadata: bytes = b""

    def arrange(self, document: Any) -> None:  # noqa: ANN401 - the engine's types stay in typesetting
        """Before the pages are painted: fills the slots with all that they can print."""
        self.places = arranged(document, self.slots, self.alphabet)

    def finish(self, document: Any, pdf: Any) -> None:  # noqa: ANN401 - the engine's types stay in typesetting
        """When they are painted: parts what is the same for all from the slots, and keeps it."""
        metadata = resolved(pdf, pdf.catalog["Metadata"])
        self.metadata = untagged(b"".join(metadata.stream))
        self.finish_piece(document, pdf)
        pages = [pdf.objects[number] for number in pdf.pages["Kids"][::3]]
        self.first_slot = numbers_after(pdf, new=len(self.places) + 1)
        for number, page in enumerate(pages):
            self._part(pdf, page, number)
        pdf.add_object(pdf.info)
        self.body = sealed(pdf, self.sheets)
        # The engine's own file is not wanted, and would take as long again.
        del pdf.objects[1:]

    def _part(self, pdf: Any, page: Any, number: int) -> None:  # noqa: ANN401 - pydyf is untyped
        stream = resolved(pdf, page["Contents"])
        found = painted(stream.stream, [place for place in self.places if place.page == number])
        for one in found:
            if one.place.face_key not in self.faces:
                self.faces[one.place.face_key] = _face(pdf, page, one)
        contents = []
        for at, part in enumerate(split(stream, found)):
            if at:
                contents.append(self.first_slot + len(self.found))
                self.found.append((found[at - 1], contents[-1]))
                pdf.add_object(part)
            contents.append(part.number)
        if found:
            page["Contents"] = pydyf.Array(f"{content} 0 R" for content in contents)
        self.sheets.append(sheet(page, contents))

    def program(self) -> Program:
        """The program, when both have been called."""
        if self.body is None or len(self.found) != len(self.places):
            raise SlotNotFound(self.slots[0].name, "the pages were not painted")
        body, keys = self.body, list(self.faces)
        return Program(
            body=body.data,
            body_xref=body.xref_at,
            first_slot=self.first_slot,
            root=body.root,
            slots=tuple(self._head(one, number, keys.index(one.place.face_key)) for one, number in self.found),
            faces=tuple(self.faces.values()),
            sheets=tuple(self.sheets),
            streams=body.streams,
            things=body.things,
            catalog=body.catalog,
            metadata=self.metadata,
            info=body.info,
        )

    def _head(self, one: Painted, number: int, face: int) -> SlotHead:
        place = one.place
        least_px = self.least_pt / pt_from_mm(mm_from_px(1.0))
        return SlotHead(
            name=place.slot.name,
            field=place.slot.field,
            page=place.page,
            number=number,
            face=face,
            font=one.font,
            size_px=one.size_px,
            least_px=min(one.size_px, max(one.size_px * _SHRINK_TO, least_px)),
            left_px=place.left_px,
            width_px=place.width_px,
            share=place.share,
            matrix=one.matrix,
            foot=one.foot,
            spaces_after=one.spaces_after,
        )


def _face(pdf: Any, page: Any, one: Painted) -> Face:  # noqa: ANN401 - pydyf is untyped
    """A face with the letters that the file holds of it, its kerns by classes: letters that kern alike."""
    meant, held = one.place.face, embedded(pdf, page, one.font, one.place.face)
    kept = [at for at, (c, g) in enumerate(zip(meant.letters, meant.glyphs, strict=True)) if held.can_print(c, g)]
    rows = [tuple(meant.kerns[at][other] for other in kept) for at in kept]
    lefts, unlike_rows = _classes(rows)
    rights, unlike_columns = _classes(list(zip(*unlike_rows, strict=True)))
    return Face(
        size_px=meant.size_px,
        letters="".join(meant.letters[at] for at in kept),
        glyphs=tuple(meant.glyphs[at] for at in kept),
        widths=tuple(held.widths[meant.glyphs[at]] for at in kept),
        advances=tuple(meant.advances[at] for at in kept),
        lefts=lefts,
        rights=rights,
        kerns=tuple(zip(*unlike_columns, strict=True)),
        joined=tuple(sorted(meant.joined)),
    )


def _classes(rows: Sequence[tuple[int, ...]]) -> tuple[tuple[int, ...], list[tuple[int, ...]]]:
    """For each row which of the unlike rows it is, and these."""
    unlike = dict.fromkeys(rows)
    number: dict[tuple[int, ...], int] = {row: at for at, row in enumerate(unlike)}
    return tuple(number[row] for row in rows), list(unlike)
