"""What the guides say is true: their YAML is taken, their fields and commands exist and are all there."""

import re
from pathlib import Path

import pytest
from click import Group

from brochures.cli import main
from brochures.model.clinic import Clinic
from brochures.model.formats import FORMATS
from brochures.model.profile import Profile
from brochures.model.themes import THEMES
from brochures.model.words import LOCKED
from brochures.reading.clinics import check_clinic
from brochures.reading.promotion import shipped_profiles
from brochures.reading.source import parse

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "clinics.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = [block for text in (README, GUIDE) for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)]


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_every_example_in_the_guides_is_a_clinic_file(block: str) -> None:
    """Who copies it gets no error."""
    text = block if "name:" in block.split("\n  ", maxsplit=1)[0] else f"name: Harbor\n{block}"

    assert check_clinic(parse("guide.yaml", text)).warnings == ()


def test_the_guide_names_every_field() -> None:
    """A field that nobody can read about is not there."""
    table = GUIDE.partition("## clinic.yaml")[2].partition("\n## ")[0]
    named = set(re.findall(r"`([a-z_]+)`", table)) | {"name"}

    assert set(Clinic.model_fields) <= named


def test_the_guide_names_every_theme() -> None:
    """The choice is told with its character."""
    section = GUIDE.partition("## Themes")[2].partition("\n## ")[0]

    assert all(f"`{name}`" in section for name in THEMES)


def test_the_readme_names_every_command_and_no_other() -> None:
    """The table of commands is the program's own list."""
    assert isinstance(main, Group)
    told = set(re.findall(r"^\| `brochures ([a-z]+)", README, re.MULTILINE))

    assert told == set(main.commands) | set(main.list_commands(None))  # type: ignore[arg-type] # the list needs no context


def test_the_guide_to_profiles_names_each_and_every_field() -> None:
    """What a lawyer reads is all there is."""
    guide = (ROOT / "docs" / "profiles.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_-]+)`", guide))

    assert set(shipped_profiles()) <= named
    assert set(Profile.model_fields) <= named


def test_what_is_locked_is_told() -> None:
    """One word for each locked part, so that nobody is surprised."""
    words = {
        "boxed_warning": "boxed warning",
        "serious_risks": "serious risks",
        "rate": "how rare they are",
        "urgent_emergency": "urgent signs",
        "urgent_clinic": "urgent signs",
        "urgent_team": "what the emergency team reads",
        "who_should_not": "who should not have it",
        "lines": "required lines",
    }

    assert set(words) == set(LOCKED)
    assert all(word in GUIDE for word in words.values())


def test_the_guide_to_formats_tells_each_with_its_editions() -> None:
    """The table is what the program makes."""
    guide = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    table = dict(re.findall(r"^\| `([a-z-]+)` \|.*\| ([a-z, ]+) \|$", guide, re.MULTILINE))

    assert {name: tuple(editions.split(", ")) for name, editions in table.items()} == {
        row.name: row.editions for row in FORMATS.values()
    }
