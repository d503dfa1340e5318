"""Whatever can change a piece changes its key, and nothing else does."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from brochures.giving import fingerprint
from brochures.orders import Order, Selection
from brochures.recalling.keys import inputs_key, piece_key, run_key
from tests.press import SHORTEST

ORDER = Order("peel", "handout", "letter", "print")


@pytest.fixture
def chosen(tmp_path: Path) -> Selection:
    """A content file and a clinic with a logo."""
    (tmp_path / "content.yaml").write_bytes(SHORTEST.read_bytes())
    (tmp_path / "clinic.yaml").write_text("name: Harbor\nlogo: logo.svg\n", encoding="utf-8")
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    return Selection(content=tmp_path / "content.yaml", clinic=tmp_path / "clinic.yaml")


def test_the_same_files_have_the_same_key(chosen: Selection, tmp_path: Path) -> None:
    """Also when they were saved again as they were."""
    key = inputs_key(chosen, tmp_path / "out")
    os.utime(tmp_path / "logo.svg", ns=(1, 1))

    assert inputs_key(chosen, tmp_path / "out") == key


@pytest.mark.parametrize("name", ["content.yaml", "clinic.yaml", "logo.svg", "templates/base.html", "styles/main.css"])
def test_a_file_that_can_matter_matters(chosen: Selection, tmp_path: Path, name: str) -> None:
    """Content, clinic, pictures, and templates and styles that the clinic puts there."""
    key = inputs_key(chosen, tmp_path / "out")
    (tmp_path / name).parent.mkdir(exist_ok=True)
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("\n")

    assert inputs_key(chosen, tmp_path / "out") != key


@pytest.mark.parametrize("name", ["out/peel.pdf", "out/peel-1.png", "people.csv", ".clinic.yaml.swp", "notes.docx"])
def test_a_file_that_cannot_matter_does_not(chosen: Selection, tmp_path: Path, name: str) -> None:
    """What is written, who it is for, what an editor leaves."""
    key = inputs_key(chosen, tmp_path / "out")
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("new", encoding="utf-8")

    assert inputs_key(chosen, tmp_path / "out") == key


@pytest.mark.parametrize(
    "change", [{"sets": ("clinic.phone=(555) 010-0199",)}, {"theme": "bold"}, {"profile": "ie"}, {"easy": True}]
)
def test_an_option_matters(chosen: Selection, tmp_path: Path, change: dict[str, object]) -> None:
    """Each makes other pieces of the same files."""
    other = replace(chosen, **change)  # type: ignore[arg-type] # fields of a selection

    assert inputs_key(other, tmp_path) != inputs_key(chosen, tmp_path)


def test_the_versions_of_what_sets_type_matter(
    chosen: Selection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another engine is another file."""
    key = inputs_key(chosen, tmp_path)
    monkeypatch.setattr(fingerprint, "_version", lambda _name, _function: "2.0")

    assert inputs_key(chosen, tmp_path) != key


def test_a_home_folder_is_no_clinics_folder(chosen: Selection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where too much lies beside the clinic file, nothing is remembered, and nothing wrong is served."""
    monkeypatch.setattr(fingerprint, "MOST_FILES", 2)

    assert inputs_key(chosen, tmp_path / "out") == ""


def test_a_run_has_its_day_and_a_piece_has_none() -> None:
    """Rules look at the day; a piece only says whether its day of review has passed."""
    first, second = (run_key("inputs", Selection(), date(2026, 11, day)) for day in (22, 23))

    assert first != second
    assert piece_key("inputs", ORDER, is_draft=False) != piece_key("inputs", ORDER, is_draft=True)
    assert piece_key("inputs", ORDER, is_draft=False) != piece_key("inputs", replace(ORDER, large=True), is_draft=False)
