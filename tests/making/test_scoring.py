"""The scorecard's page: one page in every theme and on every paper, read aloud and kept."""

from pathlib import Path

import pytest

from brochures import pipeline, shipped
from brochures.errors import StyleFault
from brochures.making.inspection import characters, facts, is_accessible, is_archival
from brochures.making.scoring import scorecard_pdf
from brochures.model.formats import PAPERS, SheetName
from brochures.model.themes import ThemeName
from brochures.rules.instruments.reviewed import Found
from brochures.rules.instruments.score import scorecard
from tests.rules.judging import TODAY

PEOPLE = {
    "pemat-2": Found("met", "R. Lind, MD", "2026-11-20"),
    "pemat-5": Found("not-met", "patient panel", "2026-11-21"),
}


def page(
    theme: ThemeName, paper: SheetName, clinic: Path | None, people: dict[str, Found] | None = None
) -> tuple[bytes, str]:
    """The scorecard of the shipped comparison, which has the most items, and its version."""
    selection = pipeline.Selection(subjects=("botox-vs-fillers",), clinic=clinic, theme=theme)
    case = pipeline.case_of(pipeline.read(selection), "botox-vs-fillers", TODAY)
    card = scorecard(case, people)
    return scorecard_pdf(card, case.brochure, paper, shipped.styles(), shipped.templates(), None), card.version


@pytest.mark.parametrize(("theme", "paper"), [("clear", "letter"), ("editorial", "letter"), ("bold", "a4")])
def test_it_is_one_page_that_anyone_can_read(theme: ThemeName, paper: SheetName, clinic_file: Path) -> None:
    """PDF/UA-1 and PDF/A-2a, in the clinic's name, with figures, averages, items and who read them."""
    pdf, version = page(theme, paper, clinic_file, PEOPLE)
    told = " ".join("".join(c.text for c in characters(pdf)).split())

    assert (is_accessible(pdf), is_archival(pdf)) == ((), ())
    (size,) = facts(pdf).sizes_mm
    assert size == pytest.approx((PAPERS[paper].width_mm, PAPERS[paper].height_mm), abs=0.1)
    assert facts(pdf).title == "Scorecard: Botox® or fillers?"
    wanted = (
        "Harbor Dermatology",
        version,
        "62.8 %",
        "36.2 %",
        "10.7",
        "R. Lind, MD, 2026-11-20",
        "not met",
        "Signature",
    )
    assert [words for words in wanted if words not in told] == []


def test_a_card_that_is_too_long_is_refused() -> None:
    """Rather than printed on two pages."""
    crowd = {
        f"pemat-{number}": Found("met", f"a reader with a name as long as it may be {number}", "2026-11-20")
        for number in (*range(1, 13), *range(15, 27))
    } | {
        f"cci-{number}": Found("met", f"another reader with a long name, number {number}", "2026-11-20")
        for number in range(1, 21)
    }

    with pytest.raises(StyleFault, match="it takes 2 pages"):
        page("clear", "letter", None, crowd)
