"""Clinic files that mean harm or know no better: what is said of each, and that nothing outside is opened or fetched.

Each folder of tests/hostile holds a clinic file and what is said of it in the end; `tests.hostile_files` builds
what cannot lie there. All are read, and where that succeeds made, by processes of their own that watch themselves.
"""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from brochures.cachehome import PLACE
from tests.hostile_files import CAMERA_NOTES, HOSTILE, lay_out, names
from tests.hostile_watch import CANARY, ENGINE, ROOT
from tests.structure import printed_words

CASES = names()
PROCESSES = 2
MOST_MEMORY = 800_000_000
WAY_OUT = re.compile(r"^ += \S|^ +\| *\^+ \S", re.MULTILINE)
LOADERS = re.compile(r"subprocess\.Popen '[^']*\b(?:ldconfig|gcc|cc|ld|objdump)'|open /dev/null$")
"""The programs with which Python's `ctypes.util` looks for the paper engine's system libraries."""


@dataclass(frozen=True)
class Record:
    """What was said of each case, what it opened that it should not have, and the folders of finished files."""

    said: dict[str, str]
    seen: dict[str, list[str]]
    memory: int
    folders: tuple[Path, ...]

    def pdf(self, case: str) -> bytes:
        """The finished handout of a case."""
        (path,) = (path for folder in self.folders if (path := folder / f"{case}.pdf").exists())
        return path.read_bytes()

    def words(self, case: str) -> str:
        """All words of the finished handout, without the line's ends."""
        return printed_words(self.pdf(case))


def watched(work: Path, *shares: tuple[str, ...]) -> Record:
    """The record of all cases, each share in a process of its own, side by side."""
    running = []
    folders = tuple(work / f"scratch-{number}" for number, _ in enumerate(shares))
    for folder, share in zip(folders, shares, strict=True):
        folder.mkdir()
        environment = {**os.environ, "TMPDIR": str(folder), PLACE: str(folder / "cache")}
        command = [sys.executable, "-m", "tests.hostile_watch", str(work), "report.json", *share]
        running.append(subprocess.Popen(command, cwd=ROOT, env=environment))
    for process in running:
        assert process.wait(timeout=600) == 0
    said: dict[str, str] = {}
    seen: dict[str, list[str]] = {}
    memory = 0
    for folder in folders:
        report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
        said |= report["said"]
        seen |= {case: seen.get(case, []) + found for case, found in report["seen"].items()}
        memory = max(memory, report["memory"])
    return Record(said, seen, memory, folders)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Every case, read and made."""
    work = tmp_path_factory.mktemp("hostile")
    lay_out(work)
    return watched(work, *(CASES[start::PROCESSES] for start in range(PROCESSES)))


def blocks(said: str) -> Iterator[str]:
    """Each problem with the lines that belong to it."""
    yield from (
        block for block in re.split(r"^(?=\S)", said, flags=re.MULTILINE) if re.search(r"(error|warning)\[", block)
    )


def test_there_are_many() -> None:
    """And of each it is written down what is said of it."""
    assert len(CASES) >= 150
    assert [case for case in CASES if not (HOSTILE / case / "expected.txt").is_file()] == []


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_clinic_is_answered_exactly(case: str, record: Record) -> None:
    """Refused with place, fault and way out; or delivered, and then it is as good as any other."""
    assert record.said[case] == (HOSTILE / case / "expected.txt").read_text(encoding="utf-8")


def test_every_answer_is_an_answer() -> None:
    """No traceback, and no case that took too long is written down as right."""
    for case in CASES:
        said = (HOSTILE / case / "expected.txt").read_text(encoding="utf-8")

        assert "Traceback" not in said
        assert "took more than" not in said
        assert said.endswith(("delivered\n", "withheld\n")) or "error[" in said, case


def test_every_problem_has_a_way_out() -> None:
    """Someone who knows no better is told what to do, not only what is wrong."""
    lacking = {
        (case, block.splitlines()[0])
        for case in CASES
        for block in blocks((HOSTILE / case / "expected.txt").read_text(encoding="utf-8"))
        if not WAY_OUT.search(block)
    }

    assert lacking == set()


def test_nothing_outside_the_clinics_folder_is_opened(record: Record) -> None:
    """But the product, Python and its libraries, and the cache of fonts; no socket is made and no program begun."""
    assert {case: found for case, found in record.seen.items() if case != ENGINE} == {}


def test_the_engine_looks_for_its_libraries_and_for_nothing_else(record: Record) -> None:
    """Before any clinic's file is named."""
    assert [found for found in record.seen.get(ENGINE, []) if not LOADERS.match(found)] == []


def test_no_case_takes_the_memory(record: Record) -> None:
    """Whatever a file says it is, or would grow to."""
    assert record.memory < MOST_MEMORY


def test_a_file_outside_a_socket_and_a_program_would_be_seen(tmp_path: Path) -> None:
    """Or the proof would prove nothing."""
    lay_out(tmp_path)
    seen = watched(tmp_path, (CANARY,)).seen[CANARY]

    assert f"open {(tmp_path / 'outside' / 'secret.txt').resolve()}" in seen
    assert any(found.startswith("socket.__new__") for found in seen)
    assert any(found.startswith("subprocess.Popen") for found in seen)


def test_a_link_that_leads_out_would_be_seen(tmp_path: Path) -> None:
    """It is judged by where it leads, not by where it lies."""
    lay_out(tmp_path)
    link = tmp_path / "cases" / "contact-dead" / "clinic.yaml"
    link.rename(tmp_path / "outside" / "clinic.yaml")
    link.symlink_to("../../outside/clinic.yaml")
    seen = watched(tmp_path, ("contact-dead",)).seen["contact-dead"]

    assert f"open {(tmp_path / 'outside' / 'clinic.yaml').resolve()}" in seen


@pytest.mark.parametrize(
    ("case", "name"),
    [
        ("name-markdown", "Harbor *& Sons* _of_ # 1 `Lane`"),
        ("name-slot", "Harbor {clinic_phone} Clinic"),
        ("name-path", "../../etc/passwd"),
        ("name-lines", "Harbor Skin Clinic"),
    ],
)
def test_a_name_is_printed_as_it_is_written(case: str, name: str, record: Record) -> None:
    """Signs in it are signs, in the clinic's mark and inside a sentence alike."""
    assert name in record.words(case)
    assert f"Ask {name} at (555) 010-0142 what" in record.words(case)


def test_a_name_in_one_long_word_is_printed_whole(record: Record) -> None:
    """Broken over lines, never cut off."""
    name = "Pneumonoultramicroscopicsilicovolcanoconiosistherapeutically"

    assert name in record.words("name-one-word-of-60").replace(" ", "").replace("-", "")


def test_an_address_that_nobody_answers_is_printed(record: Record) -> None:
    """Nothing is fetched, so nobody knows."""
    assert "Scan to book" in record.words("contact-dead")


def test_what_a_camera_wrote_down_is_not_in_the_file(record: Record) -> None:
    """Neither the place nor the name, in no stream and in no metadata; the photograph is there."""
    raw = record.pdf("photo-with-place")
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
        pictures = [item for item in streams if item.get("/Filter") == "/DCTDecode"]
        held = [item.read_raw_bytes() for item in pictures]
        held += [item.read_bytes() for item in streams if item not in pictures]

    assert len(pictures) == 1
    for part in (raw, *held):
        assert CAMERA_NOTES.encode() not in part
        assert b"Exif" not in part


def test_a_photograph_that_lies_on_its_side_is_turned_upright(record: Record) -> None:
    """Paper does not know how the camera was held."""
    with pikepdf.open(io.BytesIO(record.pdf("photo-with-place"))) as pdf:
        (picture,) = (
            item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Filter") == "/DCTDecode"
        )

        assert int(picture.Height) > int(picture.Width)
