"""Personal handouts: a file for every row that can be printed, whole, under a name that tells nothing."""

import csv
import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pypdfium2
import pytest

from brochures.cachehome import PLACE
from brochures.errors import DeliveryError, SourceError
from brochures.giving.store import Store
from brochures.making.production import Production
from brochures.pipeline import Selection, Way
from brochures.pipeline.asking import Merge, Merged, MergeListener
from brochures.pipeline.merging import merge
from tests.press import CONTENT, SHORTEST, TODAY

ROOT = CONTENT.parent.parent
PEOPLE = """\
recipient,clinician,appointment,phone
Ana O’Brien-Łukasz,Dr. Dana Reyes,2026-12-03 14:30,(555) 010-0142
Zoë Ångström,Dr. Dana Reyes,2026-12-04,
,Dr. Dana Reyes,,
Tom Park,Dr. Dana Reyes,03/04/2026,
Li Çelik,,,
"""
SELECTION = Selection(content=SHORTEST, formats=("card",), subjects=("peel",), personal=True)


@dataclass
class Desk:
    """A people file, a folder and a cache; how often anything was laid out, and what was told."""

    home: Path
    store: Store
    set: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    @property
    def out(self) -> Path:
        """Where the files go."""
        return self.home / "out"

    def merge(self, people: str = PEOPLE, *, way: Way = Way(jobs=1), **options: object) -> Merged:  # noqa: B008 - frozen
        """One merge of these people."""
        del self.set[:], self.told[:]
        path = self.home / "people.csv"
        path.write_text(people, encoding="utf-8")
        asked = Merge(path, SELECTION, self.out)
        listener = MergeListener(written=self.told.extend)
        return merge(replace(asked, **options), TODAY, way, listener, self.store)  # type: ignore[arg-type] # fields of it

    @property
    def files(self) -> dict[str, bytes]:
        """Every person's file."""
        return {path.name: path.read_bytes() for path in self.out.glob("*.pdf")}

    @property
    def texts(self) -> dict[str, str]:
        """What each person's file says."""
        return {name: text_of(data) for name, data in self.files.items()}


def text_of(pdf: bytes) -> str:
    """The words of all pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A cache in which the brochure is compiled."""
    home = tmp_path_factory.mktemp("compiled")
    store = Store(home / "cache")
    Desk(home, store).merge()
    return store


@pytest.fixture
def desk(tmp_path: Path, compiled: Store, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An empty folder, and the brochure compiled."""
    found = Desk(tmp_path, compiled)

    def counted(name: str) -> Callable[..., object]:
        usual = getattr(Production, name)

        def counting(*args: object, **named: object) -> object:
            found.set.append(name)
            return usual(*args, **named)

        return counting

    for name in ("produce", "compile"):
        monkeypatch.setattr(Production, name, counted(name))
    return found


def test_every_row_that_can_be_printed_has_a_file(desk: Desk) -> None:
    """With its values; the brochure that is compiled is not laid out again."""
    merged = desk.merge()

    texts = list(desk.texts.values())
    assert (merged.total, merged.made, len(texts)) == (5, 3, 3)
    assert desk.set == []
    for words in ("Ana O’Brien-Łukasz", "Thursday, December 3, 2026", "Zoë Ångström", "Li Çelik"):
        assert sum(words in text for text in texts) == 1
    assert sorted(desk.told) == sorted(str(desk.out / name) for name in desk.files)


def test_rows_that_cannot_be_printed_are_named_by_number(desk: Desk) -> None:
    """With the column and the reason, and nothing of what stands in them."""
    merged = desk.merge()

    with (desk.out / "failed.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [
            ["row", "column", "code"],
            ["3", "recipient", "empty-field"],
            ["4", "appointment", "bad-moment"],
        ]
    assert merged.failed == {"empty-field": 1, "bad-moment": 1}


def test_names_and_numbers_stand_in_the_pages_alone(desk: Desk) -> None:
    """Not in names of files, not beside them, not in the cache."""
    desk.merge()

    kept = [path for home in (desk.out / ".brochures", desk.store.folder) for path in home.rglob("*") if path.is_file()]
    assert len(kept) > 3
    for path in [*kept, desk.out / "failed.csv"]:
        raw = path.read_bytes()
        assert not any(words.encode() in raw for words in ("Brien", "Ångström", "Reyes", "010-0142", "December 3"))
    assert all(len(name) == 24 and name.removesuffix(".pdf").isalnum() for name in desk.files)
    assert all(path.stat().st_mode & 0o077 == 0 for path in desk.out.glob("*.pdf"))
    assert all(b"Brien" not in data for data in desk.files.values())


def test_the_same_again_makes_nothing(desk: Desk) -> None:
    """And says what lies there."""
    desk.merge(PEOPLE.replace("03/04/2026", "2026-04-03").replace("\n,Dr", "\nMax,Dr"))
    before = {path: path.stat().st_mtime_ns for path in desk.out.glob("*.pdf")}

    merged = desk.merge(PEOPLE.replace("03/04/2026", "2026-04-03").replace("\n,Dr", "\nMax,Dr"))

    assert (merged.made, merged.kept) == (0, 5)
    assert {path: path.stat().st_mtime_ns for path in desk.out.glob("*.pdf")} == before
    assert len(desk.told) == 5


def test_a_mended_row_alone_is_made(desk: Desk) -> None:
    """The others lie there; what is of no row any more is counted and left."""
    desk.merge()

    merged = desk.merge(PEOPLE.replace("Li Çelik", "Liv Çelik").replace("03/04/2026", "2026-04-03"))

    assert (merged.made, merged.kept, merged.stale) == (2, 2, 1)
    assert len(desk.files) == 5


def test_a_damaged_file_is_made_again(desk: Desk) -> None:
    """Byte for byte."""
    desk.merge()
    before = desk.files
    (desk.out / next(iter(before))).write_bytes(b"%PDF")

    merged = desk.merge()

    assert (merged.made, merged.kept) == (1, 2)
    assert desk.files == before


def test_people_with_the_same_values_have_files_of_their_own(desk: Desk) -> None:
    """Two patients may have one name."""
    desk.merge("recipient\nAna Park\nAna Park\n")

    first, second = desk.files.values()
    assert first == second


def test_a_value_too_wide_is_set_smaller_and_then_by_itself(desk: Desk) -> None:
    """Both are told by the row's number; no letter is lost."""
    names = ["MAXIMILIANE WILHELMINA FEATHERSTONEHAUGH-WESTMORLAND"[:letters] for letters in range(30, 52)]

    merged = desk.merge("recipient\n" + "\n".join(names))

    ways = [
        "by itself" if row in merged.rendered else "smaller" if row in merged.shrunk else "" for row in range(1, 23)
    ]
    assert ways == sorted(ways, key=("", "smaller", "by itself").index)
    assert set(ways) == {"", "smaller", "by itself"}
    assert set(merged.rendered.values()) == {("too-wide",)}
    printed = ["".join(filter(str.isalpha, text)) for text in desk.texts.values()]
    assert len(printed) == len(names) == merged.made
    assert all(any("".join(filter(str.isalpha, name)) in text for text in printed) for name in names)


def test_rare_letters_are_compiled_in_for_one_run(desk: Desk) -> None:
    """And the compiled brochure that all share stays without them."""
    before = {path.name for path in (desk.store.folder / "programs").iterdir()}

    merged = desk.merge("recipient\nΆννα Παππά\nAna\n")

    assert desk.set == ["compile"]
    assert merged.rendered == {}
    assert any("Παππά" in text for text in desk.texts.values())
    assert {path.name for path in (desk.store.folder / "programs").iterdir()} == before


def test_letters_that_no_font_has_are_refused(desk: Desk) -> None:
    """A blank in a name is worse than no handout."""
    merged = desk.merge("recipient\nAna\n陳小明\n")

    assert merged.made == 1
    assert sum(merged.failed.values()) == 1


def test_a_damaged_program_is_compiled_again(desk: Desk, tmp_path: Path) -> None:
    """One flipped bit is one layout, never one wrong letter."""
    desk.merge()
    before = desk.files
    (path,) = (desk.store.folder / "programs").iterdir()
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 16
    path.write_bytes(raw)
    for file in desk.out.glob("*.pdf"):
        file.unlink()

    desk.merge()

    assert desk.set == ["compile"]
    assert desk.files == before


def test_a_column_that_is_declared_safe_names_the_files(desk: Desk) -> None:
    """And the map says which is of which row."""
    where = desk.home / "kept" / "map.csv"

    desk.merge("case,recipient\nA-17,Ana\nB-4,Zoë\n../x,Eve\n", id_column="case", map_file=where)

    assert sorted(desk.files) == ["A-17.pdf", "B-4.pdf"]
    assert where.read_text(encoding="utf-8").split() == ["id,file,row", "A-17,A-17.pdf,1", "B-4,B-4.pdf,2"]
    assert where.stat().st_mode & 0o077 == 0


def test_one_file_has_all_in_the_order_of_the_rows(desk: Desk) -> None:
    """With an index beside it; rows that were refused are not in it."""
    merged = desk.merge(is_ordered=True)

    document = pypdfium2.PdfDocument((desk.out / "peel-card-letter-personal-all.pdf").read_bytes())
    texts = [page.get_textpage().get_text_bounded() for page in document]
    index = (desk.out / "peel-card-letter-personal-all.csv").read_text(encoding="utf-8").split()
    assert merged.made == 3
    each = len(texts) // 3
    assert index == ["row,first", "page,pages", f"1,1,{each}", f"2,{each + 1},{each}", f"5,{2 * each + 1},{each}"]
    for name, at in (("Ana O’Brien-Łukasz", 0), ("Zoë Ångström", each), ("Li Çelik", 2 * each)):
        assert [name in "".join(texts[start : start + each]) for start in range(0, 3 * each, each)] == [
            start == at for start in range(0, 3 * each, each)
        ]
    assert (desk.out / "failed.csv").exists()


def test_there_must_be_something_to_go_on_with(desk: Desk) -> None:
    """`--resume` in the wrong folder is a mistake, not a new merge."""
    with pytest.raises(SourceError) as caught:
        desk.merge(is_resumed=True)

    assert [problem.code for problem in caught.value.problems] == ["nothing-to-resume"]
    assert desk.files == {}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"formats": ("card", "phone")}, "too-many-pieces"),
        ({"formats": ("poster",)}, "no-slots"),
        ({"editions": ("press",)}, "no-slots"),
        ({"subjects": ("laser",)}, "unknown-subject"),
    ],
)
def test_a_merge_is_of_one_piece_that_has_slots(desk: Desk, change: dict[str, object], code: str) -> None:
    """Anything else is said before a row is read."""
    with pytest.raises(SourceError) as caught:
        desk.merge(selection=replace(SELECTION, **change))  # type: ignore[arg-type] # fields of a selection

    assert [problem.code for problem in caught.value.problems] == [code]


def started(desk: Desk, people: int) -> subprocess.Popen[bytes]:
    """A merge of so many, in a process of its own."""
    rows = "".join(f"Person {number:05}\n" for number in range(people))
    path = desk.home / "people.csv"
    path.write_text(f"recipient\n{rows}", encoding="utf-8")
    command = [sys.executable, "-m", "brochures", "merge", path, "peel", "--format", "card", "--content", SHORTEST]
    surroundings = {**os.environ, PLACE: str(desk.store.folder), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [*map(str, command), "--today", TODAY.isoformat(), "-o", str(desk.out), "--jobs", "1"],
        env=surroundings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_an_interrupted_merge_goes_on_and_nothing_is_lost(desk: Desk, how: signal.Signals) -> None:
    """Killed in the midst of thousands: each file is whole, none is twice, none is missing in the end."""
    people = 5000
    process = started(desk, people)
    while process.poll() is None and len(list(desk.out.glob("*.pdf"))) < 600:
        time.sleep(0.01)
    process.send_signal(how)
    process.communicate()
    early = desk.files
    assert 600 <= len(early) < people
    assert all(data.rstrip().endswith(b"%%EOF") for data in early.values())

    merged = desk.merge((desk.home / "people.csv").read_text(encoding="utf-8"), is_resumed=True)

    files = desk.files
    assert merged.made + merged.kept == people == len(files)
    assert merged.kept >= len(early) - 256
    assert all(files[name] == data for name, data in early.items())
    assert len({hashlib.sha256(data).digest() for data in files.values()}) == people
    assert not list(desk.out.glob(".brochures-part*"))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_full_disk_is_one_clear_error(desk: Desk, tmp_path: Path) -> None:
    """What is whole stays, nothing is half there, and with more room the merge goes on."""
    desk.out.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", desk.out], check=False)
    if mounted.returncode:
        pytest.skip("this machine mounts nothing")
    people = "recipient\n" + "".join(f"Person {number}\n" for number in range(300))
    try:
        with pytest.raises(DeliveryError, match="full") as caught:
            desk.merge(people)
        early = desk.files
        assert "--resume" in str(caught.value)
        assert 0 < len(early) < 300
        assert all(data.rstrip().endswith(b"%%EOF") for data in early.values())
        subprocess.run(["mount", "-o", "remount,size=64m", desk.out], check=True)

        merged = desk.merge(people, is_resumed=True)

        assert merged.made + merged.kept == len(desk.files) == 300
    finally:
        subprocess.run(["umount", desk.out], check=True)
