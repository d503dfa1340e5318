"""The story from files to pieces: what is read, which pieces are made, and what is withheld."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from brochures import pipeline
from brochures.errors import SourceError
from brochures.model.clinic import Clinic
from brochures.model.formats import FormatName
from brochures.pipeline import Order, Piece, Selection, Sources
from tests.press import EVERY_ORDER, PAIR, SHORTEST, TODAY, Press

LASER = Order("laser", "handout", "letter", "print")


def codes(caught: pytest.ExceptionInfo[SourceError]) -> list[str]:
    """The codes of all problems."""
    return [problem.code for problem in caught.value.problems]


def changed(path: Path, tmp_path: Path, *changes: tuple[str, str]) -> Path:
    """The content with words replaced, in a file of its own."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    target = tmp_path / "content.yaml"
    target.write_text(text, encoding="utf-8")
    return target


def made(sources: Sources, *orders: Order) -> list[Piece]:
    """The pieces, in the order they were made."""
    return list(pipeline.make(sources, orders, TODAY))


def test_without_a_word_everything_that_ships_is_read() -> None:
    """And nothing about it is worth a warning."""
    sources = pipeline.read(Selection())

    assert sources.content.value.subject_names == ("botox", "fillers", "botox-vs-fillers")
    assert sources.clinic is None
    assert sources.warnings == ()


def test_faults_of_both_files_are_told_together(tmp_path: Path) -> None:
    """Nobody mends one file to hear of the other."""
    content = changed(SHORTEST, tmp_path, ('version: "1.0"', "version: 1.0"), ("sources: [S1]", "sources: [S2]"))
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text("name: Harbor\nphone: call\nbrand: {color: {primary: petrl}}\n", encoding="utf-8")

    with pytest.raises(SourceError) as caught:
        pipeline.read(Selection(content=content, clinic=clinic))

    assert {problem.mark.file for problem in caught.value.problems if problem.mark} == {str(content), str(clinic)}


def test_a_clinic_in_an_unknown_place_is_told_at_its_line(tmp_path: Path) -> None:
    """Before anything is made."""
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text("name: Harbor\nprofile: fr\n", encoding="utf-8")

    with pytest.raises(SourceError) as caught:
        pipeline.read(Selection(content=PAIR, clinic=clinic))

    assert codes(caught) == ["unknown-profile"]
    assert caught.value.problems[0].place() == f"{clinic}:2:10"


def test_a_missing_file_is_a_problem_with_its_name(tmp_path: Path) -> None:
    """Not a traceback."""
    with pytest.raises(SourceError) as caught:
        pipeline.read(Selection(content=tmp_path / "none.yaml", clinic=tmp_path / "nobody.yaml"))

    places = [problem.place() for problem in caught.value.problems]
    assert any("none.yaml" in place for place in places)
    assert any("nobody.yaml" in place for place in places)


def test_everything_is_ordered_as_in_the_catalogue(press: Press) -> None:
    """Subjects as they stand in the file, formats as in their table, papers and editions as named."""
    selection = Selection(papers=("letter", "a4"), editions=("print", "screen"))

    assert pipeline.wanted(press.sources, selection) == EVERY_ORDER


def test_named_subjects_come_in_the_order_named(pair: Press) -> None:
    """On Letter, for an office printer, in all their formats."""
    wanted = pipeline.wanted(pair.sources, Selection(subjects=("peel-or-laser", "laser")))

    assert [(order.subject, order.format) for order in wanted] == [
        ("peel-or-laser", "trifold"),
        ("peel-or-laser", "comparison"),
        ("laser", "trifold"),
        ("laser", "handout"),
    ]


def test_a_format_is_made_of_those_that_have_it(pair: Press) -> None:
    """Among all subjects; a topic has no comparison sheet."""
    wanted = pipeline.wanted(pair.sources, Selection(formats=("comparison",)))

    assert [order.subject for order in wanted] == ["peel-or-laser"]


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [("lazer", "did you mean `laser`?"), ("peel-or-lasers", "did you mean `peel-or-laser`?"), ("xyz", "there are: ")],
)
def test_an_unknown_subject_is_answered_with_a_known_one(pair: Press, wrong: str, hint: str) -> None:
    """The nearest, or all of them."""
    with pytest.raises(SourceError) as caught:
        pipeline.wanted(pair.sources, Selection(subjects=(wrong, "peel")))

    (problem,) = caught.value.problems
    assert problem.code == "unknown-subject"
    assert problem.hint.startswith(hint)


def test_every_unknown_subject_is_told(pair: Press) -> None:
    """All at once."""
    with pytest.raises(SourceError) as caught:
        pipeline.wanted(pair.sources, Selection(subjects=("a", "b")))

    assert codes(caught) == ["unknown-subject", "unknown-subject"]


def test_a_format_that_no_chosen_subject_has_is_told(pair: Press) -> None:
    """Silence would look like success."""
    with pytest.raises(SourceError) as caught:
        pipeline.wanted(pair.sources, Selection(subjects=("peel",), formats=("comparison",)))

    assert codes(caught) == ["no-such-piece"]
    assert "brochures list" in caught.value.problems[0].hint


def test_a_piece_is_told_with_all_that_is_known_of_it(pair: Press) -> None:
    """What goes into the record."""
    (piece,) = made(pair.sources, LASER)

    assert piece.name == "laser-handout-letter"
    assert (piece.language, piece.clinic, piece.pages, piece.path) == ("en-US", "", 1, None)
    assert re.fullmatch(r"1\.0-[0-9a-f]{6}", piece.version)
    assert piece.pdf.startswith(b"%PDF-")
    assert piece.problems == ()


def test_a_piece_is_the_same_whatever_was_made_before(pair: Press) -> None:
    """Heights and fonts that are kept between pieces change none of them."""
    other = Order("peel", "handout", "letter", "print")
    alone = made(pair.sources, LASER)[0].pdf
    after = made(pair.sources, other, LASER)[1].pdf

    assert alone == after == pair.piece("laser", "handout").pdf


def test_each_piece_is_announced_by_its_name(harbor: Press) -> None:
    """As its turn comes, not before."""
    heard: list[str] = []
    screen = replace(LASER, edition="screen")

    pieces = pipeline.make(harbor.sources, (LASER, screen), TODAY, heard.append)
    next(pieces)
    first = list(heard)
    list(pieces)

    assert first == ["harbor-dermatology-laser-handout-letter"]
    assert heard[1:] == ["harbor-dermatology-laser-handout-letter-screen"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Harbor Dermatology", "harbor-dermatology"),
        ("Maison Lys – Médecine Esthétique", "maison-lys-medecine-esthetique"),
        ("Dr. O'Neil & Sons, P.C.", "dr-o-neil-sons-p-c"),
        ("../../etc/passwd", "etc-passwd"),
        ("皮膚科", "clinic"),
    ],
)
def test_a_clinics_name_makes_a_file_name(pair: Press, name: str, slug: str) -> None:
    """Of plain letters, and never a path."""
    sources = replace(pair.sources, clinic=Clinic(name=name))
    heard: list[str] = []
    pieces = pipeline.make(sources, (Order("nothing", "handout", "a4", "print"),), TODAY, heard.append)
    with pytest.raises(KeyError):
        next(pieces)

    assert heard == [f"{slug}-nothing-handout-a4"]


def test_a_piece_that_is_too_long_is_withheld_and_the_others_are_made(pair: Press, tmp_path: Path) -> None:
    """Its problems name it, the panel, and the way out."""
    many = ", ".join(["{text: A laser warms the skin and what lies under it., sources: [S2]}"] * 200)
    content = changed(PAIR, tmp_path, ("- {text: A laser warms the skin., sources: [S2]}", f"[{many}]"))
    content.write_text(content.read_text(encoding="utf-8").replace("main_message:\n      [", "main_message: ["))
    sources = pipeline.read(Selection(content=content))

    long, good = made(sources, LASER, Order("peel", "handout", "letter", "print"))

    assert long.pdf == b""
    assert {problem.code for problem in long.problems} == {"too-long"}
    assert {problem.piece for problem in long.problems} == {"laser-handout-letter"}
    assert good.pdf.startswith(b"%PDF-")


def test_a_letter_that_no_font_has_is_told_at_its_line(tmp_path: Path) -> None:
    """Before anything is made; the paper engine would leave a gap."""
    content = changed(PAIR, tmp_path, ("A laser warms the skin.", "A laser warms the skin \u6f22."))

    with pytest.raises(SourceError) as caught:
        pipeline.read(Selection(content=content))

    (problem,) = caught.value.problems
    assert problem.code == "missing-glyphs"
    assert "\u6f22" in problem.message
    assert problem.mark is not None
    assert "\u6f22" in problem.mark.text


def test_too_little_for_a_format_is_a_hint_and_no_fault(pair: Press) -> None:
    """A short topic is a handout; nobody made a mistake."""
    (piece,) = made(pair.sources, Order("laser", "trifold", "letter", "print"))

    (problem,) = piece.problems
    assert piece.pdf == b""
    assert (problem.code, problem.severity) == ("too-little", "warning")
    assert "handout" in problem.hint


def test_a_topic_with_nothing_for_the_clinics_place_is_withheld(tmp_path: Path) -> None:
    """The others are made for that place."""
    risk = "{text: A burn is rare., sources: [S2]}"
    alone = f"serious_risks:\n      - {risk}"
    content = changed(PAIR, tmp_path, (alone, f"{alone[:-1]}, place: gb}}"))
    sources = pipeline.read(Selection(content=content))

    gone, good = made(sources, LASER, Order("peel", "handout", "letter", "print"))

    assert [problem.code for problem in gone.problems] == ["nothing-for-place"]
    assert good.pdf.startswith(b"%PDF-")


def test_the_clock_is_an_argument(pair: Press) -> None:
    """What is overdue hangs on the day it is asked, and on nothing else."""
    subjects = ("peel", "laser")

    def overdue(today: date) -> list[str]:
        found = pipeline.judge(pair.sources, subjects, today)
        return [name for name, problems in found.items() for problem in problems if problem.code == "review-overdue"]

    assert overdue(date(2026, 12, 31)) == []
    assert overdue(date(2027, 2, 1)) == ["peel", "laser"]


def test_a_given_piece_lies_under_its_name(pair: Press, tmp_path: Path) -> None:
    """With the digest of what was written."""
    (piece,) = made(pair.sources, LASER)

    given = pipeline.give(piece, tmp_path / "new" / "folder")

    assert given.path == tmp_path / "new" / "folder" / "laser-handout-letter.pdf"
    assert given.path.read_bytes() == piece.pdf
    assert len(given.sha256) == 64


def test_a_withheld_piece_touches_no_file(pair: Press, tmp_path: Path) -> None:
    """The last good one stays."""
    last = tmp_path / "laser-handout-letter.pdf"
    last.write_bytes(b"last week's")

    given = pipeline.give(Piece(LASER, "laser-handout-letter"), tmp_path)

    assert given.path is None
    assert last.read_bytes() == b"last week's"
    assert list(tmp_path.iterdir()) == [last]


def test_what_cannot_be_written_is_a_problem_of_its_piece(pair: Press, tmp_path: Path) -> None:
    """With the path and another way."""
    (tmp_path / "file").write_text("not a folder")
    (piece,) = made(pair.sources, LASER)

    given = pipeline.give(piece, tmp_path / "file")

    (problem,) = given.problems
    assert problem.code == "not-written"
    assert problem.place() == str(tmp_path / "file" / "laser-handout-letter.pdf")
    assert given.path is None
    assert given.sha256 == ""


@pytest.mark.parametrize(("subject", "name"), [("peel", "trifold"), ("peel-or-laser", "comparison")])
def test_the_pipeline_makes_what_tests_look_at(pair: Press, subject: str, name: FormatName) -> None:
    """Or the other tests would look at something else than clinics print."""
    (piece,) = made(pair.sources, Order(subject, name, "letter", "print"))

    assert piece.pdf == pair.piece(subject, name).pdf
