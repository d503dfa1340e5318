"""A second run makes nothing that is right already, and whatever is not is made anew."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from brochures import pipeline
from brochures.errors import Problem
from brochures.giving.store import Store
from brochures.making.production import Production
from brochures.pipeline import Listener, Piece, Selection, Way
from brochures.pipeline.asking import Merge, MergeListener
from brochures.pipeline.merging import merge
from tests.press import SHORTEST, TODAY

HERE = Way(jobs=1)
FRESH = Way(jobs=1, is_fresh=True)


@dataclass
class Desk:
    """A folder, a cache, and how often anything was set or looked at."""

    folder: Path
    content: Path
    store: Store
    worked: list[str] = field(default_factory=list)

    def run(self, way: Way = HERE, today: date = TODAY, **selection: object) -> tuple[Piece, ...]:
        """One run over the least topic."""
        del self.worked[:]
        chosen = Selection(content=self.content, formats=("handout", "card"), **selection)  # type: ignore[arg-type]
        return pipeline.run(chosen, self.folder, today, way, Listener(), self.store)

    @property
    def bytes(self) -> dict[str, bytes]:
        """Every PDF in the folder."""
        return {path.name: path.read_bytes() for path in self.folder.glob("*.pdf")}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Two pieces made once."""
    content = tmp_path / "content.yaml"
    content.write_bytes(SHORTEST.read_bytes())
    found = Desk(tmp_path / "out", content, Store(tmp_path / "cache"))

    def counted(name: str) -> Callable[..., object]:
        usual = getattr(Production, name)

        def counting(*args: object, **named: object) -> object:
            found.worked.append(name)
            return usual(*args, **named)

        return counting

    for name in ("produce", "produce_again", "_looked_at"):
        monkeypatch.setattr(Production, name, counted(name))
    found.run()
    return found


def test_what_lies_there_right_is_left_as_it_is(desk: Desk) -> None:
    """The second run makes nothing, and tells the same of every piece."""
    times = {path: path.stat().st_mtime_ns for path in desk.folder.glob("*.pdf")}
    assert len(times) == 2

    pieces = desk.run()

    assert desk.worked == []
    assert {path: path.stat().st_mtime_ns for path in times} == times
    assert all(piece.is_kept and piece.pages and piece.size and piece.rung for piece in pieces)


def test_what_is_gone_is_set_again_from_what_was_fitted(desk: Desk) -> None:
    """Byte for byte; pages that were looked at are not looked at again."""
    before = desk.bytes
    (desk.folder / "peel-card-letter.pdf").unlink()

    kept, made = desk.run()

    assert desk.worked == ["produce_again"]
    assert desk.bytes == before
    assert (kept.is_kept, made.is_kept) == (True, False)


def test_what_was_changed_by_others_is_set_again(desk: Desk) -> None:
    """A file that somebody else wrote there is not the piece."""
    before = desk.bytes
    (desk.folder / "peel-handout-letter.pdf").write_bytes(b"%PDF-1.7 something else")

    desk.run()

    assert desk.worked == ["produce_again"]
    assert desk.bytes == before


def test_another_folder_gets_the_same_pieces(desk: Desk) -> None:
    """What was fitted for one is fitted for all."""
    before, desk.folder = desk.bytes, desk.folder.with_name("elsewhere")

    desk.run()

    assert desk.worked == ["produce_again", "produce_again"]
    assert desk.bytes == before


def test_changed_content_is_made_anew(desk: Desk) -> None:
    """To the last byte of the file."""
    desk.content.write_text(
        desk.content.read_text(encoding="utf-8").replace("peel", "Peel", 1) + "\n", encoding="utf-8"
    )

    desk.run()

    assert desk.worked.count("produce") == 2


def test_the_next_day_the_rules_look_again_and_nothing_is_made(desk: Desk) -> None:
    """The day decides what is overdue, and only that is another piece."""
    pieces = desk.run(today=date(2026, 11, 23))

    assert desk.worked == []
    assert all(piece.is_kept for piece in pieces)


def test_on_the_day_after_its_review_a_piece_is_another(desk: Desk) -> None:
    """It is stamped as a draft."""
    pieces = desk.run(today=date(2031, 1, 1))

    assert desk.worked.count("produce") == 2
    assert all(piece.is_draft for piece in pieces)


def test_fresh_makes_everything_anew(desk: Desk) -> None:
    """Whatever is remembered; with the same bytes."""
    before = desk.bytes

    desk.run(FRESH)

    assert desk.worked.count("produce") == 2
    assert desk.bytes == before


@pytest.mark.parametrize("kind", ["runs", "fits"])
def test_a_damaged_cache_is_made_anew_and_never_served(desk: Desk, kind: str) -> None:
    """One flipped bit in every entry, and the pieces gone."""
    before = desk.bytes
    for path in (desk.store.folder / kind).iterdir():
        raw = bytearray(path.read_bytes())
        raw[len(raw) // 2] ^= 4
        path.write_bytes(raw)
    for path in desk.folder.glob("*.pdf"):
        path.unlink()

    desk.run()

    assert desk.bytes == before
    assert desk.worked.count("produce" if kind == "fits" else "produce_again") == 2
    desk.run()
    assert desk.worked == []


def test_a_run_without_any_cache_works(desk: Desk, tmp_path: Path) -> None:
    """Where nothing can be kept, all is made each time."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    desk.store = Store(tmp_path / "file")
    before = desk.bytes

    desk.run()

    assert desk.worked.count("produce") == 2
    assert desk.bytes == before


def test_what_was_noticed_is_told_each_time(desk: Desk) -> None:
    """A warning does not go away because the file is right."""
    told: list[Problem] = []
    listener = Listener(noticed=told.extend)
    late = Selection(content=desk.content, formats=("card",))

    for _ in range(2):
        pipeline.run(late, desk.folder, date(2031, 1, 1), HERE, listener, desk.store)

    assert len(told) == 2 * len(set(told)) > 0


def test_a_piece_that_could_not_be_written_is_tried_again(desk: Desk) -> None:
    """A full disk is emptied, a folder is given back."""
    elsewhere = desk.folder.with_name("file")
    elsewhere.write_text("in the way", encoding="utf-8")
    desk.folder = elsewhere
    failed = desk.run()
    assert {problem.code for piece in failed for problem in piece.problems} >= {"not-written"}
    elsewhere.unlink()

    pieces = desk.run()

    assert len(desk.bytes) == len(pieces) == 2


def test_what_a_merge_fitted_is_a_piece_like_any_other(desk: Desk) -> None:
    """The open piece of handouts that were merged is rendered, not taken for one that is withheld."""
    people = desk.content.with_name("people.csv")
    people.write_text("recipient\nAna\n", encoding="utf-8")
    selection = Selection(content=desk.content, subjects=("peel",), formats=("card",), personal=True)
    merge(Merge(people, selection, desk.folder), TODAY, HERE, MergeListener(), desk.store)
    del desk.worked[:]

    (piece,) = pipeline.run(selection, desk.folder, TODAY, HERE, Listener(), desk.store)

    assert desk.worked == ["produce_again"]
    assert piece.path is not None
    assert piece.pages == 2
