"""What is stamped is what the engine would have made: words, tags and points; or it is refused, and says why."""

import io
import subprocess
import sys
from types import ModuleType

import pikepdf
import pytest

from brochures.making.reading_aloud import script
from brochures.making.stamping.setting import Code
from brochures.making.stamping.stamping import Stamped, Stamper, Unfit
from brochures.making.verdicts import page_validation
from tests.loading import ROOT
from tests.making.stamping.own import Own, compiled, fonts, unlike, words

PEOPLE: tuple[dict[str, str], ...] = (
    {"recipient": "O’Brien-Łukasz", "phone": "(555) 010-0142", "appointment": "Thursday, 3 December, 14:30"},
    {"recipient": "AVATAR To Wa", "phone": "1 < 2 & 3", "appointment": "Zoë Ångström"},
    {},
)
NEVER = {"weasyprint", "pydyf", "pydantic", "pikepdf", "fontTools", "uharfbuzz", "pypdfium2", "jinja2", "PIL", "cffi"}
MOST_UNLIKE = 0.001
WIDE = "Wolfeschlegelsteinhausen-Bergerdorff, Jr."


@pytest.mark.parametrize("values", PEOPLE, ids=["names", "kerned", "open"])
def test_a_stamped_piece_is_the_engines_own(own: Own, values: dict[str, str]) -> None:
    """Nobody can tell them apart: not who reads it, not who hears it, and no eye."""
    stamped, full = own.stamped(values).pdf, own.full(values)

    assert words(stamped) == words(full)
    assert script(stamped) == script(full)
    assert all(value in " ".join(words(stamped)) for value in values.values())
    assert unlike(stamped, full) <= MOST_UNLIKE


def test_pictures_tell_another_name(own: Own) -> None:
    """The comparison by points can fail."""
    assert unlike(own.stamped(PEOPLE[0]).pdf, own.full(PEOPLE[1])) > MOST_UNLIKE


def test_a_stamped_piece_keeps_its_standards(own: Own) -> None:
    """Tagged and archival as the piece is, filled in or open."""
    for values in PEOPLE:
        for flavour in ("ua1", "2a"):
            assert page_validation(own.stamped(values).pdf, flavour).passed


def test_the_reference_judge_agrees(own: Own, verapdf: ModuleType) -> None:
    """As veraPDF sees it, filled in, made smaller and open."""
    for values in (PEOPLE[0], {"recipient": WIDE}, {}):
        for flavour in ("ua1", "2a"):
            verdict = verapdf.judge(own.stamped(values).pdf, flavour)
            assert verdict.passed, verdict


def test_nothing_of_an_earlier_state_is_inside(own: Own) -> None:
    """One end of file, every object once, no run of the alphabet, and nobody else's name."""
    stamper = Stamper(own.program)
    stamper.stamp({"recipient": "Somebody Else"})
    made = stamper.stamp(PEOPLE[0])
    assert isinstance(made, Stamped)
    with pikepdf.open(io.BytesIO(made.pdf)) as file:
        numbers = [int(line.split()[0]) for line in made.pdf.split(b"\n") if line.endswith(b" 0 obj")]
        strings = b"".join(thing.read_bytes() for thing in file.objects if isinstance(thing, pikepdf.Stream))

        assert file.check_pdf_syntax() == []

    assert made.pdf.count(b"%%EOF") == made.pdf.count(b"startxref") == 1
    assert len(numbers) == len(set(numbers))
    assert not any(run in text for text in words(made.pdf) for run in ("Else", "abcd", "ABCD", "ÀÁÂ", "1234567"))
    assert strings.count(b"] TJ") == _runs(own.full(PEOPLE[0]))


def _runs(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return sum(t.read_bytes().count(b"] TJ") for t in file.objects if isinstance(t, pikepdf.Stream))


def test_same_values_same_bytes_and_each_file_its_own_name(own: Own) -> None:
    """The first half of /ID tells the piece, the second the person's file."""
    first, again, other = own.stamped(PEOPLE[0]), own.stamped(PEOPLE[0]), own.stamped(PEOPLE[1])
    with pikepdf.open(io.BytesIO(first.pdf)) as one, pikepdf.open(io.BytesIO(other.pdf)) as two:
        ids = [[bytes(half) for half in file.trailer.ID] for file in (one, two)]

    assert first == again
    assert ids[0][0] == ids[1][0]
    assert ids[0][1] != ids[1][1]
    assert b"".join(first.parts) == first.pdf


def test_too_wide_is_made_smaller_and_then_refused(own: Own) -> None:
    """Never under the floor of legibility, never over the slot's edge; the rest of the page does not change."""
    made = own.stamped({"recipient": WIDE})
    head = own.program.slots[0]

    assert made.shrunk == ("recipient",)
    assert WIDE in " ".join(words(made.pdf))
    assert head.least_px == pytest.approx(8.5 / 0.75)
    assert Stamper(own.program).stamp({"recipient": WIDE * 2}) == Unfit((("recipient", "too-wide"),))
    assert words(made.pdf)[1] == words(own.stamped({}).pdf)[1]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("Ελένη", "missing-letter"),
        ("Nguyễn", "missing-letter"),
        ("محمد", "needs-shaping"),
        ("דנה", "needs-shaping"),
        ("प्रिया", "needs-shaping"),
        ("田中", "needs-shaping"),
        ("q\u0307\u0323", "needs-shaping"),
        ("Ann\u200dLee", "needs-shaping"),
        ("Ann\x07", "needs-shaping"),
    ],
)
def test_what_the_file_cannot_print_is_refused(own: Own, value: str, code: Code) -> None:
    """Never a blank where a letter should be."""
    assert Stamper(own.program).stamp({"appointment": value, "phone": "1"}) == Unfit((("appointment", code),))


def test_letters_of_one_run_can_be_compiled_in(own: Own) -> None:
    """For a list with Greek names; that program is nobody else's."""
    program = compiled(own.press, frozenset("Ελένη"))
    made = Stamper(program).stamp({"recipient": "Ελένη"})

    assert not program.is_shared
    assert isinstance(made, Stamped)
    assert "Ελένη" in " ".join(words(made.pdf))
    assert fonts(made.pdf) == fonts(own.stamped({}).pdf)


def test_stamping_loads_no_engine() -> None:
    """A kept program is stamped at once, in a small process."""
    asked = "import sys, brochures.making.stamping.stamping, brochures.making.stamping.ordered; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT)
    rooms = {name.split(".")[0] for name in loaded.stdout.split()}

    assert rooms & NEVER == set()
    assert "brochures" in rooms
