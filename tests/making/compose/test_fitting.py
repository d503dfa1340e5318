"""The ladder: what is tried, in which order, and what is said when nothing fits."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from brochures.errors import Problem
from brochures.making.compose.dealing import RUNGS, Heights, Misfit
from brochures.making.compose.fitting import fit, plan_of
from brochures.making.compose.plan import Plan, Request, document
from brochures.model.blocks import Prose
from brochures.model.document import Document, Rung
from brochures.model.formats import FORMATS, PAPERS, FormatName
from tests.press import Press

BLOCK = Prose(title="x", paragraphs=("y",))


class Stubborn(Plan):
    """A plan that fits at one rung, or at none."""

    def __init__(self, press: Press, fitting: str, name: str = "trifold") -> None:
        super().__init__(press.brochure("peel"), FORMATS[name], PAPERS["letter"], "print")
        self.fitting = fitting
        self.tried: list[tuple[str, float]] = []

    def requests(self) -> Iterable[Request]:
        """One block, asked for twice."""
        return [(BLOCK, 70.0), (BLOCK, 70.0), (BLOCK, 60.0)]

    def compose(self, heights: Heights, rung: Rung) -> Document | tuple[Misfit, ...]:
        """Fits where it was told to."""
        self.tried.append((rung.name, heights[BLOCK, 70.0]))
        if rung.name == self.fitting:
            return document(self, (), rung)
        return (Misfit("panel back", 9.0, ("Long", "Longer")), Misfit("panel flap", 0.1, ()))


@dataclass
class Scale:
    """Measures: 10 mm each in normal type, 9 mm in the smallest."""

    asked: list[tuple[str, str, int]] = field(default_factory=list)

    def __call__(self, name: str, type_size: str, requests: list[Request]) -> tuple[float, ...]:
        """Heights, in order."""
        self.asked.append((name, type_size, len(requests)))
        return tuple(10.0 if type_size == "normal" else 9.0 for _ in requests)


def refused(plan: Plan, height: float) -> tuple[Problem, ...]:
    """What is said when every block is this high."""
    found = fit(plan, lambda _name, _size, requests: tuple(height for _ in requests))
    assert not isinstance(found, Document)
    return found


def test_what_fits_at_once_is_measured_once(small: Press) -> None:
    """Each block and width is asked for once."""
    plan, scale = Stubborn(small, "roomy"), Scale()

    fitted = fit(plan, scale)

    assert isinstance(fitted, Document)
    assert fitted.rung.name == "roomy"
    assert scale.asked == [("trifold", "normal", 2)]


def test_spacing_is_tried_before_type(small: Press) -> None:
    """Type stays as it is for as long as spacing is enough; then all of it is measured again, smaller."""
    plan, scale = Stubborn(small, RUNGS[-1].name), Scale()

    fitted = fit(plan, scale)

    assert isinstance(fitted, Document)
    assert plan.tried == [("roomy", 10.0), ("tight", 10.0), ("small", 9.0), ("smallest", 9.0)]
    assert [size for _, size, _ in scale.asked] == ["normal", "floor"]


def test_tight_spacing_alone_keeps_the_type(small: Press) -> None:
    """Nothing is measured in small type that will not be set in it."""
    plan, scale = Stubborn(small, "tight"), Scale()

    fit(plan, scale)

    assert [size for _, size, _ in scale.asked] == ["normal"]


def test_what_never_fits_is_told_panel_by_panel(small: Press) -> None:
    """Which panel, how many lines, what is longest there, and what to do."""
    found = fit(Stubborn(small, "none"), Scale())

    assert not isinstance(found, Document)
    assert [problem.code for problem in found] == ["too-long", "too-long"]
    back, flap = found
    assert back.message == "panel back is over by 2 lines at the smallest type; longest there: “Long”, “Longer”"
    assert "over by 1 line at" in flap.message
    assert "shorten it" in back.hint
    assert back.piece.startswith("peel-trifold-letter")
    assert back.severity == "error"


@pytest.mark.parametrize(
    ("subject", "name", "label"),
    [
        ("peel", "trifold", "panel "),
        ("peel", "handout", "page "),
        ("peel-or-laser", "trifold", "panel "),
        ("peel-or-laser", "comparison", "the table"),
    ],
)
def test_every_format_names_what_is_too_full(pair: Press, subject: str, name: FormatName, label: str) -> None:
    """And the headings that could go."""
    found = refused(plan_of(pair.brochure(subject), name, "letter", "print"), 90.0)

    assert found
    assert all(problem.code == "too-long" for problem in found)
    assert all(problem.message.startswith(label) for problem in found)
    assert all(problem.hint for problem in found)
    assert any("longest there: “" in problem.message for problem in found)


@pytest.mark.parametrize("name", ["trifold", "handout"])
def test_a_head_that_fills_its_panel_is_told_too(pair: Press, name: FormatName) -> None:
    """Even blocks higher than the sheet end in words, not in a traceback."""
    assert refused(plan_of(pair.brochure("peel"), name, "a4", "screen"), 500.0)


def test_a_comparison_that_is_too_high_is_told(pair: Press) -> None:
    """Its one page has no other to go to."""
    (problem,) = refused(plan_of(pair.brochure("peel-or-laser"), "comparison", "a4", "print"), 500.0)

    assert "shorten" in problem.hint
