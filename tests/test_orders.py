"""Which pieces a selection makes, for a clinic with its own list and without."""

from typing import Any

import pytest

from brochures.errors import Problem, SourceError
from brochures.model.clinic import Clinic
from brochures.model.content import Content
from brochures.model.formats import FORMATS
from brochures.orders import Order, Selection, file_name, kind_of, orders
from brochures.reading.catalogue import read_content
from tests.press import PAIR


@pytest.fixture(scope="module")
def content() -> Content:
    """Two topics, `peel` and `laser`, and their comparison."""
    return read_content(PAIR).value


def clinic(**fields: Any) -> Clinic:  # noqa: ANN401 - any field of a clinic
    """A clinic as its file gives it."""
    return Clinic.model_validate({"name": "Harbor", **fields})


def told(content: Content, own: Clinic | None, **selected: Any) -> list[str]:  # noqa: ANN401 - any field of a selection
    """The names of all pieces, in order."""
    return [file_name(order, None) for order in orders(content, own, Selection(**selected))]


def problem(content: Content, own: Clinic | None, **selected: Any) -> Problem:  # noqa: ANN401 - any field of a selection
    """The one thing for which nothing is made."""
    with pytest.raises(SourceError) as caught:
        orders(content, own, Selection(**selected))
    (found,) = caught.value.problems
    return found


def test_a_topic_is_told_from_a_comparison(content: Content) -> None:
    """The formats hang on it."""
    assert kind_of(content, "peel") == "topic"
    assert kind_of(content, "peel-or-laser") == "comparison"


def test_nothing_said_is_everything_on_letter_for_the_office_printer(content: Content) -> None:
    """In the order of the catalogue."""
    assert told(content, None) == [
        "peel-trifold-letter",
        "peel-handout-letter",
        "laser-trifold-letter",
        "laser-handout-letter",
        "peel-or-laser-trifold-letter",
        "peel-or-laser-comparison-letter",
    ]


def test_what_the_clinic_usually_prints_is_made_when_nothing_is_named(content: Content) -> None:
    """Its paper and its formats; a subject that has none of these is made in all of its own."""
    own = clinic(paper="a4", formats=["handout"])

    assert told(content, own) == [
        "peel-handout-a4",
        "laser-handout-a4",
        "peel-or-laser-trifold-a4",
        "peel-or-laser-comparison-a4",
    ]


def test_what_is_named_comes_before_what_the_clinic_usually_prints(content: Content) -> None:
    """Field by field."""
    own = clinic(paper="a4", formats=["handout"])

    assert told(content, own, subjects=("peel",), formats=("trifold",)) == ["peel-trifold-a4"]
    assert told(content, own, subjects=("peel",), papers=("letter",)) == ["peel-handout-letter"]


def test_a_list_of_pieces_is_what_is_made(content: Content) -> None:
    """Every combination of what a row names, and nothing that is not on the list."""
    own = clinic(
        paper="a4",
        pieces=[
            {"subject": "laser", "formats": ["handout"], "editions": ["print", "screen"], "papers": ["letter", "a4"]},
            {"subject": "peel", "formats": ["trifold"]},
        ],
    )

    assert told(content, own) == [
        "laser-handout-letter",
        "laser-handout-letter-screen",
        "laser-handout-a4",
        "laser-handout-a4-screen",
        "peel-trifold-a4",
    ]


def test_a_row_without_formats_has_the_clinics(content: Content) -> None:
    """And without those, all of its subject."""
    rows = [{"subject": "peel"}, {"subject": "peel-or-laser"}]

    assert told(content, clinic(pieces=rows, formats=["handout", "comparison"])) == [
        "peel-handout-letter",
        "peel-or-laser-comparison-letter",
    ]
    assert told(content, clinic(pieces=rows[:1])) == ["peel-trifold-letter", "peel-handout-letter"]


LISTED = clinic(
    pieces=[
        {"subject": "peel", "formats": ["trifold", "handout"], "editions": ["print", "screen"]},
        {"subject": "peel-or-laser", "formats": ["comparison"]},
    ]
)


def test_a_list_is_narrowed_by_format(content: Content) -> None:
    """Rows without it give nothing."""
    assert told(content, LISTED, formats=("handout",)) == ["peel-handout-letter", "peel-handout-letter-screen"]


def test_a_list_is_narrowed_by_edition(content: Content) -> None:
    """An edition that a row does not have is not made of it."""
    assert told(content, LISTED, editions=("screen",)) == ["peel-trifold-letter-screen", "peel-handout-letter-screen"]


def test_a_list_is_made_on_the_paper_that_is_named(content: Content) -> None:
    """Paper is what lies in the printer today."""
    assert told(content, LISTED, papers=("a4",), editions=("print",)) == [
        "peel-trifold-a4",
        "peel-handout-a4",
        "peel-or-laser-comparison-a4",
    ]


def test_a_named_subject_is_made_whether_it_is_listed_or_not(content: Content) -> None:
    """The list is what is printed when nobody says otherwise."""
    assert told(content, LISTED, subjects=("laser",)) == ["laser-trifold-letter", "laser-handout-letter"]


def test_large_print_is_made_of_what_has_it(content: Content) -> None:
    """A folded sheet does not."""
    assert told(content, None, large_print=True) == [
        "peel-handout-letter-large",
        "laser-handout-letter-large",
        "peel-or-laser-comparison-letter-large",
    ]


def test_a_clinic_that_prints_large_does_so_without_being_asked(content: Content) -> None:
    """With the same pieces as if it had been."""
    own = clinic(large_print=True)

    assert told(content, own) == told(content, None, large_print=True)
    assert told(content, own, formats=("trifold",), subjects=("peel",)) == ["peel-trifold-letter"]


def test_a_row_may_print_large_where_the_clinic_does_not(content: Content) -> None:
    """And the other way round."""
    large = clinic(pieces=[{"subject": "peel", "formats": ["handout"], "large_print": True}])
    usual = clinic(large_print=True, pieces=[{"subject": "peel", "formats": ["handout"], "large_print": False}])

    assert told(content, large) == ["peel-handout-letter-large"]
    assert told(content, usual) == ["peel-handout-letter"]


def test_large_print_of_a_list_leaves_out_what_has_none(content: Content) -> None:
    """Silently made in small type, it would be taken for what was asked."""
    assert told(content, LISTED, large_print=True, editions=("print",)) == [
        "peel-handout-letter-large",
        "peel-or-laser-comparison-letter-large",
    ]


def test_nothing_is_made_twice(content: Content) -> None:
    """However often it is named; two rows may overlap."""
    own = clinic(
        pieces=[
            {"subject": "peel", "formats": ["handout", "handout"], "editions": ["print", "print"]},
            {"subject": "peel", "formats": ["handout", "trifold"]},
        ]
    )

    assert told(content, own) == ["peel-handout-letter", "peel-trifold-letter"]
    assert told(content, None, subjects=("laser", "laser"), formats=("handout",), papers=("a4", "a4")) == [
        "laser-handout-a4"
    ]


def test_every_unknown_subject_is_told(content: Content) -> None:
    """With the nearest that there is."""
    with pytest.raises(SourceError) as caught:
        orders(content, None, Selection(subjects=("peal", "wax", "peel")))

    assert [found.code for found in caught.value.problems] == ["unknown-subject", "unknown-subject"]
    assert {found.hint for found in caught.value.problems} == {
        "did you mean `peel`?",
        "there are: peel, laser, peel-or-laser",
    }


def test_a_format_that_no_subject_named_has_is_told(content: Content) -> None:
    """Silence would look like success."""
    found = problem(content, None, subjects=("peel", "laser"), formats=("comparison",))

    assert (found.code, found.message) == ("no-such-piece", "none of these subjects is printed as comparison")
    assert found.hint == "`brochures list` shows what there is for peel, laser"


def test_a_list_that_has_nothing_of_the_kind_says_so(content: Content) -> None:
    """With the way round the list."""
    own = clinic(pieces=[{"subject": "peel", "formats": ["trifold"]}])
    found = problem(content, own, formats=("handout",), editions=("screen",))

    assert found.code == "no-such-piece"
    assert found.message == "none of the clinic's `pieces:` is printed as handout, screen"
    assert found.hint == "name a subject to print what is not on that list"


def test_large_print_of_a_folded_sheet_is_refused(content: Content) -> None:
    """And it is told what has one."""
    found = problem(content, None, formats=("trifold", "handout"), large_print=True)

    assert (found.code, found.message) == ("no-large-print", "there is no large print of trifold")
    assert found.hint == "large print is made of: bifold, handout, comparison, phone"


@pytest.mark.parametrize(
    ("order", "name"),
    [
        (Order("peel", "handout", "letter", "print"), "peel-handout-letter"),
        (Order("peel", "handout", "a4", "screen"), "peel-handout-a4-screen"),
        (Order("peel", "handout", "a4", "print", large=True), "peel-handout-a4-large"),
        (Order("peel", "handout", "a4", "screen", large=True), "peel-handout-a4-screen-large"),
    ],
)
def test_a_file_is_named_after_what_it_is(order: Order, name: str) -> None:
    """Two different pieces never share a name."""
    assert file_name(order, None) == name
    assert file_name(order, clinic(name="Harbor Dermatology")) == f"harbor-dermatology-{name}"


def test_a_file_has_the_clinics_short_name() -> None:
    """Where there is one."""
    own = clinic(name="Harbor Dermatology and Laser", short_name="Harbor Côté")

    assert file_name(Order("peel", "handout", "a4", "print"), own) == "harbor-cote-peel-handout-a4"


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\clinic", "a/b", ".", "con.", "🙂", "  x  "])
def test_no_name_of_a_clinic_leads_out_of_the_folder(name: str) -> None:
    """Plain letters, figures and hyphens are left."""
    made = file_name(Order("peel", "handout", "a4", "print"), clinic(name=name))

    assert made.endswith("-peel-handout-a4")
    assert made.replace("-", "").isascii()
    assert made.replace("-", "").isalnum()


def test_what_is_on_no_paper_is_made_once(content: Content) -> None:
    """In its only edition, whatever papers are asked for; and its name holds neither."""
    assert told(content, None, subjects=("peel",), formats=("phone", "slide"), papers=("letter", "a4")) == [
        "peel-phone",
        "peel-slide",
    ]


def test_every_format_is_made_in_the_editions_that_it_has(content: Content) -> None:
    """All formats pass over what they lack; a format that is named does not."""
    every = told(content, None, subjects=("peel",), formats=tuple(FORMATS), editions=("press",))
    found = problem(content, None, formats=("trifold", "poster"), editions=("screen",))

    assert every == [
        f"peel-{name}-letter-press" for name in ("trifold", "zfold", "bifold", "handout", "rack-card", "poster", "card")
    ]
    assert (found.code, found.message) == ("no-such-edition", "there is no screen edition of poster")
    assert found.hint == "its editions are: print, press"
