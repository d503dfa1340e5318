"""What is kept comes back as it was put there, or not at all."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from brochures.cachehome import PLACE
from brochures.giving.store import Store, usual_store

KEY = "5f" * 32
DATA = bytes(range(256)) * 40


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty cache."""
    return Store(tmp_path / "cache")


def entry(store: Store) -> Path:
    """The only file of the cache."""
    (path,) = (path for path in store.folder.rglob("*") if path.is_file())
    return path


def test_what_was_kept_comes_back(store: Store) -> None:
    """Byte for byte, and nothing for another key or another kind."""
    store.put("fits", KEY, DATA)

    assert store.get("fits", KEY) == DATA
    assert store.get("fits", "00" * 32) is None
    assert store.get("runs", KEY) is None


@pytest.mark.parametrize("place", [0, 5, 12, 43, 44, 1000, -1])
def test_an_entry_with_a_flipped_bit_is_not_served(store: Store, place: int) -> None:
    """Wherever it is: it is thrown away, and made anew by whoever asked."""
    store.put("programs", KEY, DATA)
    path = entry(store)
    raw = bytearray(path.read_bytes())
    raw[place] ^= 1
    path.write_bytes(raw)

    assert store.get("programs", KEY) is None
    assert not path.exists()


@pytest.mark.parametrize("length", [0, 10, 44, 5000])
def test_an_entry_that_was_cut_short_is_not_served(store: Store, length: int) -> None:
    """As a full disk or a pulled plug leave it."""
    store.put("runs", KEY, DATA)
    path = entry(store)
    path.write_bytes(path.read_bytes()[:length])

    assert store.get("runs", KEY) is None


def test_an_entry_under_another_name_is_not_that_entry(store: Store) -> None:
    """A copied or renamed file answers to no key but its own."""
    store.put("runs", KEY, DATA)
    path = entry(store)
    path.rename(path.with_name("00" * 32))

    assert store.get("runs", "00" * 32) is None


def test_nobody_else_may_look_into_the_cache(store: Store) -> None:
    """It holds what a clinic has not published yet."""
    store.put("runs", KEY, DATA)

    assert entry(store).parent.stat().st_mode & 0o077 == 0
    assert entry(store).stat().st_mode & 0o077 == 0


def test_many_that_keep_the_same_at_once_all_end_with_it(store: Store) -> None:
    """No half of one and half of another, and nothing left beside it."""
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: store.put("fits", KEY, DATA), range(40)))

    assert store.get("fits", KEY) == DATA
    assert entry(store)


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    """What could not be kept is worked out again the next time."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    store = Store(tmp_path / "file")

    store.put("fits", KEY, DATA)

    assert store.get("fits", KEY) is None
    assert store.clear() == 0


def test_what_was_not_used_for_longest_goes_first(store: Store) -> None:
    """Until the rest is small enough."""
    for number, kind in enumerate(("runs", "fits", "programs")):
        store.put(kind, KEY, DATA)  # type: ignore[arg-type] # a kind
        os.utime(store.folder / kind / KEY, ns=(number, number))

    store.trim(3 * len(DATA) - 100)

    assert store.get("runs", KEY) is None
    assert store.get("fits", KEY) == store.get("programs", KEY) == DATA


def test_it_tells_what_it_holds_and_is_cleared_by_kind(store: Store) -> None:
    """As `brochures cache` shows it."""
    store.put("runs", KEY, DATA)
    store.put("fits", KEY, DATA)

    assert [row.entries for row in store.kept()] == [1, 1, 0, 0, 0]
    assert store.clear(("fits",)) == 1
    assert [row.entries for row in store.kept()] == [1, 0, 0, 0, 0]


def test_its_place_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By one variable; else it is where this system keeps caches."""
    monkeypatch.setenv(PLACE, str(tmp_path / "mine"))
    assert usual_store().folder == tmp_path / "mine"

    monkeypatch.delenv(PLACE)

    assert usual_store().folder.name == "brochures"
