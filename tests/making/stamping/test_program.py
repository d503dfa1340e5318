"""A program is kept whole, or not at all."""

import pytest

from brochures.making.stamping.letters import ALPHABET
from brochures.making.stamping.program import DamagedProgram, Program
from tests.making.stamping.own import Own, compiled


def test_what_is_kept_comes_back(own: Own) -> None:
    """The kept program stamps what the fresh one would."""
    assert Program.from_bytes(own.program.to_bytes()) == own.program


def test_the_same_piece_gives_the_same_program(own: Own) -> None:
    """What is kept by content is found again, in any process."""
    assert compiled(own.press).to_bytes() == own.program.to_bytes()


def test_any_changed_byte_is_noticed(own: Own) -> None:
    """A disk that fails must not change what a patient is told."""
    data = own.program.to_bytes()
    places = [*range(120), *range(120, len(data), len(data) // 80), len(data) - 1]

    for place in places:
        with pytest.raises(DamagedProgram):
            Program.from_bytes(data[:place] + bytes((data[place] ^ 1,)) + data[place + 1 :])


@pytest.mark.parametrize("end", [0, 1, 20, 60, 1000, -1])
def test_a_program_cut_short_is_noticed(own: Own, end: int) -> None:
    """As it is left by a full disk."""
    with pytest.raises(DamagedProgram):
        Program.from_bytes(own.program.to_bytes()[:end])


def test_a_program_holds_no_value(own: Own) -> None:
    """It is kept for all: a list of people leaves no trace in it, not even as a choice of letters."""
    own.stamped({"recipient": "Somebody Else"})

    assert b"Somebody" not in own.program.to_bytes()
    assert own.program.is_shared
    assert all(set(face.letters) <= ALPHABET for face in own.program.faces)
