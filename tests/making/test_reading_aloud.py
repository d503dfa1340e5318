"""The scripts that a listener hears, word by word, and that every one begins and ends where it should."""

import io
import os
import re
from html import unescape
from pathlib import Path

import pikepdf
import pytest

from brochures.making.reading_aloud import script
from brochures.model.formats import FormatName
from tests.press import Press, Printed

GOLDEN = Path(__file__).parents[1] / "golden"
PIECES: tuple[tuple[str, FormatName], ...] = (
    ("botox", "trifold"),
    ("fillers", "handout"),
    ("botox-vs-fillers", "comparison"),
)
each_piece = pytest.mark.parametrize(("subject", "name"), PIECES, ids=[name for _, name in PIECES])
LEAD = re.compile(r"^(?:Heading \d|List item(?: \w+)?|Figure|Table, [a-z ]+): |\[(?:link to \S+|[a-z]+): |\]")
HASH = re.compile(r"(?<= 1\.0 · )[0-9a-f]{6}\b")
"""The hash of all words of the content, which changes with words of other pieces."""
WAY_OUT = "; read the new script aloud, then write it with `UPDATE_GOLDEN=1 pytest tests/making/test_reading_aloud.py`"


def compare(lines: tuple[str, ...], path: Path, environment: dict[str, str]) -> None:
    """Holds a script against the one that was read and found good; writes it anew only where somebody asks."""
    text = HASH.sub("……", "\n".join(lines)) + "\n"
    if environment.get("UPDATE_GOLDEN"):
        assert not environment.get("CI"), "scripts are not written anew where nobody reads them"
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{path.name} is missing{WAY_OUT}"
    assert text.splitlines() == path.read_text(encoding="utf-8").splitlines(), f"{path.name} differs{WAY_OUT}"


@pytest.fixture(scope="module")
def given(clinic_file: Path) -> Press:
    """What ships, given by a clinic with every contact."""
    return Press(clinic_file=clinic_file)


def made(press: Press, subject: str, name: FormatName) -> Printed:
    """The piece for the screen."""
    return press.piece(subject, name, "letter", "screen")


@each_piece
def test_a_piece_is_heard_as_it_was_found_good(given: Press, subject: str, name: FormatName) -> None:
    """Every line: what it is, its words, its place."""
    compare(script(made(given, subject, name).set_pages.pdf), GOLDEN / f"{subject}-{name}.txt", dict(os.environ))


@each_piece
def test_the_cover_is_heard_first_and_the_version_last(given: Press, subject: str, name: FormatName) -> None:
    """And the clinic's contacts before the fine print, once."""
    lines = script(made(given, subject, name).set_pages.pdf)
    titles = [line for line in lines if line.startswith("Heading 1: ")]
    numbers = [number for number, line in enumerate(lines) if "harbor.example/care" in line]

    assert len(titles) == 1
    assert lines.index(titles[0]) <= 2
    assert f"{subject} 1.0 · " in lines[-1]
    assert sum("sources checked" in line for line in lines) == 1
    assert numbers == ([] if name == "comparison" else numbers[:1])
    assert not numbers or numbers[0] > 0.9 * len(lines)


@each_piece
def test_no_two_words_run_together(given: Press, subject: str, name: FormatName) -> None:
    """Each word that is heard stands in the markup: none is the end of one line with the beginning of the next."""
    piece = made(given, subject, name)
    joined = re.sub(r"</?(?:a|em|span|strong)\b[^>]*>", "", piece.html)
    texts = [unescape(re.sub(r"<[^>]+>", " ", html)) for html in (piece.html, joined)]
    known = {word for text in texts for word in text.replace("]", "").split()}
    lines = [line for line in script(piece.set_pages.pdf) if not line.startswith(("Document: ", "Table of "))]
    heard = [word for line in lines for word in LEAD.sub("", line).split()]

    assert len(heard) > 300
    assert [word for word in heard if word not in known] == []


def test_what_is_told_besides_words(given: Press) -> None:
    """Figures by their own words, links by their address, another language by its name, numbers of steps."""
    lines = "\n".join(script(made(given, "botox", "trifold").set_pages.pdf))

    assert "\nFigure: Botox: Forehead, Frown lines" in lines
    assert "\nFigure: Scan to book: https://harbor.example/book\n" in lines
    assert "[link to https://harbor.example/care: harbor.example/care]" in lines
    assert "[la: Clostridium botulinum]" in lines
    assert "\nList item 1: Before. " in lines


def test_a_table_names_its_heads(given: Press) -> None:
    """Of columns and of rows."""
    lines = script(made(given, "botox-vs-fillers", "comparison").set_pages.pdf)
    heads = [line for line in lines if line.startswith("Table, ")]

    assert heads[0] == "Table, column head: Question"
    assert "Table, row head: How long?" in heads
    assert not [line for line in lines if "unscoped" in line]


def test_what_is_missing_is_told(pair: Press) -> None:
    """A picture without words, a file without tags."""

    def changed(take: str) -> tuple[str, ...]:
        target = io.BytesIO()
        with pikepdf.open(io.BytesIO(pair.piece("peel", "trifold").pdf)) as pdf:
            if take == "tags":
                del pdf.Root.StructTreeRoot
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure":
                    del thing["/Alt"]
            pdf.save(target)
        return script(target.getvalue())

    assert "Figure: without words" in changed("alternatives")
    assert changed("tags") == ("Not tagged: nothing is read aloud.",)


def test_a_script_that_differs_is_told(tmp_path: Path) -> None:
    """In any line, in its order, and when it was never read."""
    path = tmp_path / "a.txt"
    path.write_text("one\ntwo\n", encoding="utf-8")

    compare(("one", "two"), path, {})
    for wrong in (("one",), ("two", "one"), ("one", "two", "three")):
        with pytest.raises(AssertionError, match="differs"):
            compare(wrong, path, {})
    with pytest.raises(AssertionError, match="missing"):
        compare(("one",), tmp_path / "b.txt", {})


def test_a_script_is_written_anew_only_by_hand(tmp_path: Path) -> None:
    """Where nobody reads it, a change would pass unseen."""
    path = tmp_path / "a.txt"

    with pytest.raises(AssertionError, match="nobody"):
        compare(("one",), path, {"UPDATE_GOLDEN": "1", "CI": "true"})
    compare(("one",), path, {"UPDATE_GOLDEN": "1"})

    assert path.read_text(encoding="utf-8") == "one\n"
