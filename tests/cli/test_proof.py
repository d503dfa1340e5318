"""`brochures proof`: pictures of what is made and of what is withheld, and an exit code that tells which."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from brochures.cli import main
from tests.press import PAIR

PALE = ".callout p{color:#aaa}"


def prove(*words: object) -> Result:
    """`brochures proof …` of the two small topics."""
    return CliRunner().invoke(main, ["proof", *map(str, words), "--content", str(PAIR)])


def test_a_good_piece_is_drawn_and_its_paths_are_told(tmp_path: Path) -> None:
    """One picture for each side, and nothing else is written."""
    result = prove("peel", "--format", "trifold", "-o", tmp_path)

    assert result.exit_code == 0
    assert result.stdout.split() == [str(tmp_path / f"peel-trifold-letter-proof-{n}.png") for n in (1, 2)]
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"peel-trifold-letter-proof-{n}.png" for n in (1, 2)]


def test_what_is_withheld_is_drawn_with_its_problems(tmp_path: Path) -> None:
    """That is what a proof is for: `render` gives nothing to look at."""
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text("name: Harbor Dermatology\nphone: (555) 010-0142\n", encoding="utf-8")
    style = tmp_path / "styles" / "components" / "callout.css"
    style.parent.mkdir(parents=True)
    style.write_text(PALE, encoding="utf-8")

    result = prove("peel", "--format", "trifold", "--clinic", clinic, "-o", tmp_path / "out", "--json")

    (row,) = json.loads(result.stdout)
    assert result.exit_code == 1
    assert all(Path(path).is_file() for path in row["paths"])
    assert len(row["paths"]) == 2
    pale = next(problem for problem in row["problems"] if problem["code"] == "contrast-low")
    assert pale["spot"]["page"] == 2
    assert len(pale["spot"]["box_mm"]) == 4


def test_what_does_not_fit_has_no_pages_to_draw(tmp_path: Path) -> None:
    """It says so, and draws nothing."""
    text = PAIR.read_text(encoding="utf-8")
    one = "      - {text: A laser warms the skin., sources: [S2]}"
    assert one in text
    long = tmp_path / "long.yaml"
    long.write_text(text.replace(one, "\n".join([one] * 300)), encoding="utf-8")

    words = ["proof", "laser", "--format", "handout", "--content", str(long), "-o", str(tmp_path / "out")]
    result = CliRunner().invoke(main, words)

    assert result.exit_code == 1
    assert "there are no pages to draw" in result.stderr
    assert not (tmp_path / "out").exists()
