"""The example clinics: complete, current, and in their own list exactly what they print."""

from pathlib import Path

import pytest

from brochures import pipeline
from brochures.orders import Order, Selection
from brochures.pipeline import Piece
from tests.press import TODAY

EXAMPLES = Path(__file__).parent.parent / "examples"
CLINICS = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())
each_clinic = pytest.mark.parametrize("name", CLINICS)


def selection(name: str) -> Selection:
    """A clinic, as its own file has it."""
    return Selection(clinic=EXAMPLES / name / "clinic.yaml")


@pytest.fixture(scope="module")
def pieces() -> dict[str, list[Piece]]:
    """Everything that each clinic prints, made once; screen editions have the same pages."""
    made = {}
    for name in CLINICS:
        sources = pipeline.read(selection(name))
        ordered = [order for order in pipeline.wanted(sources, selection(name)) if order.edition == "print"]
        made[name] = list(pipeline.make(sources, tuple(ordered), TODAY))
    return made


def test_there_are_three_of_different_themes() -> None:
    """One of each character, so that nobody takes a theme for the product."""
    themes = {name: pipeline.read(selection(name)).look.theme.name for name in CLINICS}

    assert len(CLINICS) == 3
    assert set(themes.values()) == {"clear", "editorial", "bold"}


@each_clinic
def test_every_piece_of_its_list_is_delivered(pieces: dict[str, list[Piece]], name: str) -> None:
    """What is copied must work before the first change."""
    assert pieces[name]
    assert [(piece.name, piece.problems) for piece in pieces[name] if piece.problems or not piece.pdf] == []


@each_clinic
def test_nothing_in_it_is_stale(name: str) -> None:
    """Approvals and overrides are those of the words as they are; `brochures diff` gives the new ids."""
    codes = {problem.code for problem in pipeline.read(selection(name)).warnings}

    assert not codes & {"approval-stale", "override-stale", "override-unpinned", "ejected-stale"}


@each_clinic
def test_its_approvals_are_marked_as_examples(name: str) -> None:
    """An invented approval must never pass for one."""
    clinic = pipeline.read(selection(name)).clinic

    assert clinic is not None
    assert all(approval.example for approval in clinic.approvals)


@each_clinic
def test_its_list_is_what_is_made(name: str) -> None:
    """`render` without a subject makes the clinic's own set, and nothing twice."""
    sources = pipeline.read(selection(name))
    clinic = sources.clinic
    made = pipeline.wanted(sources, selection(name))

    assert clinic is not None
    assert clinic.pieces
    assert len(set(made)) == len(made)
    assert {order.subject for order in made} == {row.subject for row in clinic.pieces}


def test_the_community_practice_prints_large() -> None:
    """Everything that has large print comes in it."""
    name = "ferncroft-community"
    made = pipeline.wanted(pipeline.read(selection(name)), selection(name))

    assert Order("botox", "handout", "letter", "print", large=True) in made
    assert all(order.large == (order.format != "trifold") for order in made)
