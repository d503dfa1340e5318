"""The rows of personal handouts: first runs, cached runs, rates, growth. Each row is a function of the Setup."""

import statistics
from collections.abc import Callable, Iterator
from typing import Final

from bench.engines import ENGINES
from bench.results import Figure, rate, seconds
from bench.setup import Setup, ours_python
from bench.timing import Sides, Took, emptied, in_turn, middle, ours, ratio, run, weighed

_FEW: Final = {"weasyprint": 6, "prince": 30, "chromium": 12, "plutoprint": 40}
"""Of how many copies the slower engines are timed, for a job of 200 or more."""
_GOALS: Final = {"typst": 0.40, "typst-inputs": 0.40, "prince": 0.15, "weasyprint": 0.03}


def first(setup: Setup) -> Iterator[Figure]:
    """The first job with a brochure: its fit is known, nothing is compiled."""
    yield from _job(setup, "first", 20 if setup.quick else 200, lambda: setup.forget("programs"), _GOALS)


def nothing(setup: Setup) -> Iterator[Figure]:
    """The first job ever: nothing is remembered of any piece."""
    goals = {"typst": 0.60, "typst-inputs": 0.60}
    yield from _job(setup, "nothing", 20 if setup.quick else 200, setup.forget_pieces, goals)


def many(setup: Setup) -> Iterator[Figure]:
    """A first job of many."""
    goals = {"typst": 0.06, "typst-inputs": 0.06}
    yield from _job(setup, "many", 60 if setup.quick else 2000, lambda: setup.forget("programs"), goals)


def cached(setup: Setup) -> Iterator[Figure]:
    """A later job: the brochure is compiled and kept. And the memory it takes."""
    count = 20 if setup.quick else 200
    setup.merge(1)
    yield from _job(setup, "cached", count, lambda: None, {"typst": 0.05, "typst-inputs": 0.05})
    out = emptied(setup.folder / "out" / "ours")
    words = ours("merge", str(setup.people(count)[0]), "botox", "--format", "trifold", "-q", "-o", str(out))
    held = weighed(words, {"BROCHURES_CACHE": str(setup.cache)})
    yield Figure("cached", f"memory, {count} handouts", ours=f"{held:.0f} MiB", ratio=held, goal=80, unit=" MiB")


def _job(setup: Setup, row: str, count: int, before: Callable[[], None], goals: dict[str, float]) -> Iterator[Figure]:
    """One job as a whole process, against that of each engine in turn."""
    names = list(goals) if row != "first" else [name for name, engine in ENGINES.items() if not engine.one_file]
    here = [name for name in names if ENGINES[name].is_here and name != "fullbleed"]
    setup.merge(1)

    def mine() -> Took:
        before()
        return setup.merge(count)

    sides = {"ours": mine, **{name: lambda name=name: _scaled(setup, name, count) for name in here}}  # type: ignore[misc]
    found = in_turn(sides, setup.rounds)
    for name in names:
        engine = ENGINES[name]
        if name in found:
            few = _FEW.get(name, count)
            yield Figure(
                row,
                f"{count} handouts",
                engine.label,
                seconds(middle(found["ours"])),
                seconds(middle(found[name])),
                ratio(found["ours"], found[name]),
                goals.get(name),
                note=f"reckoned from {few} copies" if few < count else "",
            )
        elif name != "fullbleed":
            yield Figure(row, f"{count} handouts", engine.label, gap=f"{engine.package} is not installed")


def _scaled(setup: Setup, name: str, count: int) -> Took:
    """The whole job, or, of an engine that takes minutes, its start and its own rate measured on fewer copies."""
    few = min(count, _FEW.get(name, count))
    whole = setup.peer(name, few)
    if few == count:
        return whole
    each = (whole.seconds - setup.peer(name, 1).seconds) / (few - 1)
    return Took(whole.seconds + (count - few) * each)


def steady(setup: Setup) -> Iterator[Figure]:
    """Separate files a second once all is running: against Fullbleed's best lane, and against only writing them."""
    low, high, few = (20, 220, 12) if setup.quick else (500, 4500, 60)
    setup.merge(1)
    copy = setup.folder / "copy.pdf"
    copy.write_bytes(next((setup.folder / "out" / "ours").rglob("*.pdf")).read_bytes())

    def bare(count: int) -> Took:
        return run(ours_python("bench.floor", copy, count, emptied(setup.folder / "out" / "floor")))

    mine = lambda count: setup.merge(count, "--jobs", "1")  # noqa: E731
    theirs = lambda count: setup.peer("fullbleed", count)  # noqa: E731
    sides: dict[str, tuple[Callable[[int], Took], int, int]] = {"ours": (mine, low, high), "floor": (bare, low, high)}
    if ENGINES["fullbleed"].is_here:
        sides["fullbleed"] = (theirs, 2, few)
    found = _rates(sides, setup.rounds)
    yield _rated("steady", "separate files", "writing the same bytes", found["ours"], found["floor"], 0.5)
    if "fullbleed" in found:
        yield _rated("steady", "separate files", "Fullbleed, a file each", found["ours"], found["fullbleed"], 50)
    else:
        yield Figure("steady", "separate files", "Fullbleed, a file each", gap="fullbleed is not installed")


def ordered(setup: Setup) -> Iterator[Figure]:
    """Records a second into one PDF in the order of the rows, with the fonts embedded."""
    low, high = (20, 220) if setup.quick else (500, 4500)
    setup.merge(1)
    mine = lambda count: setup.merge(count, "--one-file")  # noqa: E731
    sides: dict[str, tuple[Callable[[int], Took], int, int]] = {"ours": (mine, low, high)}
    if not ENGINES["fullbleed-one"].is_here:
        yield Figure("ordered", "one file", "Fullbleed, one file", gap="fullbleed is not installed")
        return
    sides["theirs"] = (lambda count: setup.peer("fullbleed-one", count), low, high)
    found = _rates(sides, setup.rounds)
    yield _rated("ordered", "one file", "Fullbleed, one file", found["ours"], found["theirs"], 1)


def growth(setup: Setup) -> Iterator[Figure]:
    """Ten times the people: time and memory."""
    low, high = (40, 400) if setup.quick else (2000, 20000)
    setup.merge(1)
    sides: Sides = {"one": lambda: setup.merge(1), "low": lambda: setup.merge(low), "high": lambda: setup.merge(high)}
    found = in_turn(sides, setup.rounds)
    start, less, more = (middle(found[name]) for name in ("one", "low", "high"))
    grown = (more - start) / max(less - start, 1e-6)
    yield Figure(
        "growth",
        f"{high} handouts",
        f"{low} handouts",
        seconds(more),
        seconds(less),
        grown,
        10.5,
        note="without the start",
    )
    held = {}
    for count in (low, high):
        out = emptied(setup.folder / "out" / "ours")
        words = ours("merge", str(setup.people(count)[0]), "botox", "--format", "trifold", "-q", "-o", str(out))
        held[count] = weighed(words, {"BROCHURES_CACHE": str(setup.cache)})
    told = (f"{held[high]:.0f} MiB", f"{held[low]:.0f} MiB")
    yield Figure("growth", f"memory, {high} handouts", f"{low} handouts", *told, held[high] / held[low], 1.2)


def _rates(sides: dict[str, tuple[Callable[[int], Took], int, int]], rounds: int) -> dict[str, list[float]]:
    """Copies a second of each side in each round: what the larger job took longer, and had more."""
    found: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, (side, low, high) in sides.items():
            less = side(low).seconds
            more = side(high).seconds
            found[name].append((high - low) / max(more - less, 1e-6))
    return found


def _rated(row: str, what: str, against: str, mine: list[float], theirs: list[float], goal: float) -> Figure:  # noqa: PLR0913, PLR0917
    by = statistics.median(one / other for one, other in zip(mine, theirs, strict=True))
    told = rate(statistics.median(mine)), rate(statistics.median(theirs))
    return Figure(row, what, against, *told, by, goal, "at least", note="what the larger job took longer")
