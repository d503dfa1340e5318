"""One file for a letter shop: rows in order, what is shared once, nothing claimed that is not so."""

import io
from types import ModuleType

import pikepdf
import pypdfium2
import pytest

from brochures.making.stamping.ordered import OrderedFile, ordered
from brochures.making.stamping.stamping import Unfit
from brochures.making.verdicts import page_validation
from tests.making.stamping.own import Own, fonts, unlike, words

COUNT = 70
"""More than hang together on one node of the tree."""


def person(row: int) -> dict[str, str]:
    """Somebody with a name of their own."""
    return {"recipient": f"Zoë To-Wa {row}", "phone": f"(555) 010-{row:04d}"}


def _never(row: int, why: Unfit) -> None:
    raise AssertionError(f"row {row} is left out: {why}")


@pytest.fixture(scope="module")
def file(own: Own) -> bytes:
    """Rows from 2 on, as in a sheet with headings; row 5 cannot be printed and row 9 is left open."""
    refused: list[tuple[int, Unfit]] = []
    people = [(row, person(row)) for row in range(2, COUNT + 2)]
    people[3] = 5, {"recipient": "محمد"}
    people[7] = 9, {}
    made = b"".join(ordered(own.program, people, lambda row, why: refused.append((row, why))))

    assert refused == [(5, Unfit((("recipient", "needs-shaping"),)))]
    return made


def test_rows_stand_in_order_under_their_numbers(own: Own, file: bytes) -> None:
    """The page labels are the index: who packs envelopes looks for a row."""
    rows = [row for row in range(2, COUNT + 2) if row != 5]
    opened = pypdfium2.PdfDocument(file)
    labels = [opened.get_page_label(number) for number in range(len(opened))]
    opened.close()
    texts = words(file)

    assert labels == [f"{row}-{side}" for row in rows for side in range(1, own.program.page_count + 1)]
    for place, row in enumerate(rows):
        assert (f"Zoë To-Wa {row} " in texts[2 * place]) is (row != 9)


def test_its_pages_look_as_each_file_does(own: Own, file: bytes) -> None:
    """The same art, the same place."""
    with pikepdf.open(io.BytesIO(file)) as opened:
        del opened.pages[2:]
        target = io.BytesIO()
        opened.save(target)

    assert unlike(target.getvalue(), own.stamped(person(2)).pdf) == 0


def test_what_is_shared_is_in_it_once(own: Own, file: bytes) -> None:
    """Fonts above all: a person adds about a kilobyte."""
    with pikepdf.open(io.BytesIO(file)) as opened:
        assert opened.check_pdf_syntax() == []
        assert not {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/Names"} & set(opened.Root.keys())
        assert b"pdfuaid" not in opened.Root.Metadata.read_bytes()
        kids = [len(kid.Kids) for kid in opened.Root.Pages.Kids]

    assert fonts(file) == fonts(own.stamped({}).pdf)
    assert len(file) < len(own.program.body) + COUNT * 1500
    assert kids == [3]


def test_it_is_archival_without_tags(own: Own) -> None:
    """A print shop's preflight finds fonts and colours right."""
    few = b"".join(ordered(own.program, [(row, person(row)) for row in (1, 2)], _never))
    verdict = page_validation(few, "2b")

    assert verdict.passed, verdict
    assert not page_validation(few, "ua1").passed


def test_the_reference_judge_agrees(own: Own, verapdf: ModuleType) -> None:
    """As veraPDF sees it."""
    verdict = verapdf.judge(b"".join(ordered(own.program, [(1, person(1)), (2, {})], _never)), "2b")

    assert verdict.passed, verdict


def test_a_long_file_holds_back_little(own: Own) -> None:
    """Rows are given out as they come: what is held grows by a few bytes a row, and the tree stays flat."""
    made, count = OrderedFile(own.program), 5000
    size = len(made.begin())
    for row in range(count):
        part = made.add(row, person(row))
        assert isinstance(part, bytes)
        size += len(part)
    end = made.end()

    assert made.page_count == count * own.program.page_count
    assert len(end) < count * 60 < size


def test_a_file_of_nobody_is_none(own: Own) -> None:
    """A file without pages opens nowhere."""
    with pytest.raises(ValueError, match="one person"):
        b"".join(ordered(own.program, [], _never))
