"""`render --watch` as a program: it builds, rebuilds on a save, outlives a broken one, and ends cleanly."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from brochures import shipped
from brochures.cli import main
from brochures.cli.watching import Watched, watched_by
from brochures.orders import Selection
from tests.press import SHORTEST

ROOT = Path(__file__).parents[2]
CLINIC = "name: {name}\nshort_name: Watched\nphone: (555) 010-0142\n"
LONGEST_S = 40.0


class Watching:
    """A `brochures render --watch` at work, and what it has said so far."""

    def __init__(self, folder: Path) -> None:
        self.clinic = folder / "clinic" / "clinic.yaml"
        self.content = folder / "content.yaml"
        self.out = folder / "clinic" / "out"
        self.clinic.parent.mkdir()
        self.content.write_text(SHORTEST.read_text(encoding="utf-8"), encoding="utf-8")
        self.save("Harbor Dermatology")
        self._said = folder / "said.txt"
        with self._said.open("wb") as said:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "brochures", "render", "--format", "handout", "--watch"),
                    *("--content", str(self.content), "--clinic", str(self.clinic), "-o", str(self.out)),
                ],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stdout=said,
                stderr=said,
            )

    def save(self, name: str) -> None:
        """Saves the clinic's file as many editors do: a new file in the place of the old one."""
        beside = self.clinic.with_name("clinic.yaml.tmp")
        beside.write_text(CLINIC.format(name=name), encoding="utf-8")
        beside.replace(self.clinic)

    @property
    def said(self) -> str:
        """All it has said."""
        return self._said.read_text(encoding="utf-8")

    @property
    def pdf(self) -> Path:
        """The one piece that is asked for."""
        (path,) = self.out.glob("*.pdf")
        return path

    def wait(self, holds: Callable[[], bool]) -> None:
        """Returns as soon as `holds`; fails when that takes too long or the program has ended."""
        end = time.monotonic() + LONGEST_S
        while not holds():
            assert self.process.poll() is None, self.said
            assert time.monotonic() < end, self.said
            time.sleep(0.05)

    def built(self) -> int:
        """How many builds have ended, well or not."""
        return self.said.count(" written") + self.said.count("not made;")

    def words(self) -> str:
        """The words on the piece."""
        document = pypdfium2.PdfDocument(self.pdf)
        try:
            return " ".join(page.get_textpage().get_text_bounded() for page in document)
        finally:
            document.close()


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    """The program, ended with the test."""
    program = Watching(tmp_path)
    yield program
    if program.process.poll() is None:
        program.process.kill()
        program.process.wait()


def test_a_day_at_the_desk(watching: Watching) -> None:
    """Build, change, break, mend, stop: what is on disk is always the last good piece, and whole."""
    watching.wait(lambda: watching.built() == 1)
    assert "Harbor Dermatology" in watching.words()
    assert str(watching.pdf) in watching.said

    watching.save("Alder Dermatology")
    watching.wait(lambda: watching.built() == 2)
    assert "Alder Dermatology" in watching.words()

    good = watching.pdf.read_bytes()
    watching.clinic.write_text("name: Alder\nphone: none at all\n", encoding="utf-8")
    watching.wait(lambda: watching.built() == 3)
    assert "error[bad-pattern]" in watching.said
    assert "the last good files are as they were" in watching.said.splitlines()[-1]
    assert watching.pdf.read_bytes() == good

    watching.save("Lumi Skin Care")
    watching.wait(lambda: watching.built() == 4)
    assert "Lumi Skin Care" in watching.words()

    text = watching.content.read_text(encoding="utf-8")
    watching.content.write_text(text + "# a note\n", encoding="utf-8")
    watching.wait(lambda: watching.built() == 5)

    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(LONGEST_S) == 0
    assert "Traceback" not in watching.said
    assert watching.built() == 5
    assert [path.name for path in watching.out.glob("[!.]*")] == [watching.pdf.name]


def test_a_save_during_a_build_leads_to_one_more(watching: Watching) -> None:
    """Whoever saves twice in a hurry sees the second in the end; stopped in the middle, nothing half is left."""
    watching.wait(lambda: watching.built() == 1)
    for name in ("One", "Two", "Last of All"):
        watching.save(name)
        time.sleep(0.4)
    watching.wait(lambda: "Last of All" in watching.words())

    watching.save("Not to Be Seen")
    time.sleep(0.7)
    watching.process.send_signal(signal.SIGINT)

    assert watching.process.wait(LONGEST_S) == 0
    assert watching.words()
    assert [path.name for path in watching.out.glob("[!.]*")] == [watching.pdf.name]


def watched(tmp_path: Path, out: str) -> Watched:
    """A content file in one folder and a clinic in another."""
    (tmp_path / "clinic" / "photos").mkdir(parents=True)
    (tmp_path / "clinic" / ".git").mkdir()
    (tmp_path / "clinic" / "out").mkdir()
    selection = Selection(content=tmp_path / "content.yaml", clinic=tmp_path / "clinic" / "clinic.yaml")
    return watched_by(selection, tmp_path / out)


@pytest.mark.parametrize("out", ["clinic/out", "out", "clinic", "."])
def test_what_is_written_starts_nothing(tmp_path: Path, out: str) -> None:
    """Or it would go on for ever; wherever the pieces are written."""
    looked_at = watched(tmp_path, out)

    assert not looked_at.counts(tmp_path / out / "botox.pdf")
    assert not looked_at.counts(tmp_path / out / ".botox.pdf.x1y2")
    assert looked_at.counts(tmp_path / "clinic" / "clinic.yaml")
    assert looked_at.counts(tmp_path / "clinic" / "photos" / "room.jpg")
    assert looked_at.counts(tmp_path / "content.yaml")


def test_only_what_pieces_are_made_of_is_looked_at(tmp_path: Path) -> None:
    """The clinic's folder, templates and styles whole; of the content's folder the content alone."""
    looked_at = watched(tmp_path, "clinic/out")
    folders = looked_at.folders()

    assert {tmp_path, tmp_path / "clinic", tmp_path / "clinic" / "photos"} <= set(folders)
    assert not {tmp_path / "clinic" / ".git", tmp_path / "clinic" / "out"} & set(folders)
    assert shipped.styles() / "themes" in folders
    assert looked_at.counts(shipped.templates() / "base.html")
    assert not looked_at.counts(tmp_path / "notes.txt")


def test_watching_does_not_speak_json() -> None:
    """A program that waits for the end of the list would wait for ever."""
    told = CliRunner().invoke(main, ["render", "--watch", "--json"])

    assert told.exit_code == 2
    assert "--json" in told.stderr
