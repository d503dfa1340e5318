"""Dealing: arithmetic alone, on blocks whose heights are made up."""

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from brochures.making.compose.dealing import (
    MOST_GAP_MM,
    RUNGS,
    TIGHT_GAP_MM,
    USUAL_GAP_MM,
    Column,
    Item,
    Misfit,
    deal,
    items_of,
)
from brochures.model.blocks import Block, Prose
from brochures.model.document import Placed
from brochures.model.furniture import Notes

ROOMY = RUNGS[0]
WIDTH_MM = 70.0
NAMES = ("a", "b", "c")


@dataclass(frozen=True)
class Table:
    """Columns, items and heights: all that a deal is made of."""

    columns: tuple[Column, ...]
    items: tuple[Item, ...]
    heights: dict[tuple[Block, float], float]

    def dealt(self, rung: int = 0) -> dict[str, tuple[Placed, ...]]:
        """The deal; a test that asks for one expects it to be found."""
        found = deal(self.columns, self.items, self.heights, RUNGS[rung])
        assert isinstance(found, dict)
        return found

    def tall(self, placed: Sequence[Placed]) -> float:
        """Height of a filled column; lines for notes as they are set."""
        return sum(p.gap_mm + self._height(p.block) for p in placed)

    def _height(self, block: Block) -> float:
        if isinstance(block, Notes):
            return 6.0 + block.lines * block.line_mm
        plain = next(b for b, _ in self.heights if getattr(b, "title", "") == getattr(block, "title", None))
        return self.heights[plain, WIDTH_MM] + block.grow_mm


def block(name: str, grow: float = 0.0) -> Block:
    """A block that goes by its title."""
    return Prose(title=name, paragraphs=(), max_grow_mm=grow)


def column(name: str = "a", height: float = 100.0, notes: str = "", foot: tuple[Block, ...] = ()) -> Column:
    """A frame to fill."""
    return Column(name, f"panel {name}", WIDTH_MM, height, notes=notes, foot=foot)


def table(columns: Sequence[Column], items: Sequence[Item], heights: Sequence[float]) -> Table:
    """Items with their heights, in order; what stands at a foot is 10 mm high."""
    sizes = {(item.block, WIDTH_MM): height for item, height in zip(items, heights, strict=True)}
    sizes |= {(b, WIDTH_MM): 10.0 for c in columns for b in (*c.foot, *c.head)}
    return Table(tuple(columns), tuple(items), sizes)


def any_table(seed: int) -> Table:
    """A table by chance, the same for the same seed; more on it than fits, now and then."""
    dice = random.Random(seed)  # noqa: S311 - chance, not secrets
    columns = [column(name, dice.uniform(50, 130)) for name in NAMES]
    items = []
    for i in range(dice.randint(1, 6)):
        first = dice.randrange(len(NAMES))
        track = dice.choice(("", "text", "text"))
        follows = bool(i) and dice.random() < 0.3
        # What goes on with a text, or stands in a track, may stand in later frames; so it always has a place.
        frames = NAMES[::-1] if track or follows else (NAMES[first], *NAMES[:first], *NAMES[first + 1 :])
        items.append(Item(block(f"i{i}"), frames, track, follows=follows))
    return table(columns, items, [dice.uniform(5, 90) for _ in items])


def placing(t: Table, dealt: dict[str, tuple[Placed, ...]]) -> list[tuple[int, int]]:
    """For each item, its column and its place in it."""
    where = {p.block: (c, i) for c, name in enumerate(NAMES) for i, p in enumerate(dealt.get(name, ()))}
    return [where[item.block] for item in t.items]


def is_in_order(items: Sequence[Item], columns: Sequence[int]) -> bool:
    """Tracks run forward, and no text goes on before it began."""
    reached: dict[str, int] = {}
    for i, (item, at) in enumerate(zip(items, columns, strict=True)):
        if item.track and at < reached.get(item.track, 0):
            return False
        if item.follows and at < columns[i - 1]:
            return False
        reached[item.track] = at
    return True


def fits(t: Table, columns: Sequence[int]) -> bool:
    """Whether every column holds what is dealt to it, at the least white."""
    for number, room in enumerate(t.columns):
        mine = [item for item, at in zip(t.items, columns, strict=True) if at == number]
        gaps = sum(TIGHT_GAP_MM if item.follows else ROOMY.least_gap_mm for item in mine[1:])
        if sum(t.heights[item.block, WIDTH_MM] for item in mine) + gaps > room.height_mm:
            return False
    return True


def every_deal(t: Table) -> Iterator[tuple[int, ...]]:
    """All deals that the rules allow."""
    choices = [[NAMES.index(name) for name in item.frames] for item in t.items]
    return (columns for columns in itertools.product(*choices) if is_in_order(t.items, columns))


SEEDS = range(150)
TABLES = [any_table(seed) for seed in SEEDS]
DEALT = [(t, found) for t in TABLES if isinstance(found := deal(t.columns, t.items, t.heights, ROOMY), dict)]


def test_chance_gives_both_kinds_of_table() -> None:
    """Or the tests below would look at nothing."""
    assert len(DEALT) > 50
    assert len(TABLES) - len(DEALT) > 20


def test_no_frame_is_over_its_height() -> None:
    """Whatever the heights: text, growth, white and lines for notes together."""
    for t, dealt in DEALT:
        for room in t.columns:
            assert t.tall(dealt[room.name]) <= room.height_mm + 0.02


def test_every_block_is_placed_once() -> None:
    """Nothing is dropped and nothing is printed twice."""
    for t, dealt in DEALT:
        blocks = [p.block for placed in dealt.values() for p in placed]

        assert sorted(b.title for b in blocks if isinstance(b, Prose)) == sorted(f"i{i}" for i in range(len(t.items)))


def test_a_track_keeps_its_order() -> None:
    """From frame to frame, and inside each."""
    for t, dealt in DEALT:
        tracked = [at for item, at in zip(t.items, placing(t, dealt), strict=True) if item.track]

        assert tracked == sorted(tracked)


def test_a_text_never_goes_on_before_it_began() -> None:
    """A paragraph without a heading stands below the one before it, or in a later frame."""
    for t, dealt in DEALT:
        places = placing(t, dealt)
        for before, after, item in zip(places, places[1:], t.items[1:], strict=False):
            assert not item.follows or after > before


def test_a_text_goes_on_right_after_it_began() -> None:
    """Nothing of another text comes between a heading's paragraphs."""
    for t, dealt in DEALT:
        places = placing(t, dealt)
        for before, after, item in zip(places, places[1:], t.items[1:], strict=False):
            if item.follows and before[0] == after[0]:
                assert after[1] == before[1] + 1


def test_what_can_fit_does_fit() -> None:
    """Where any deal within the rules holds everything, one such deal is found, and only there."""
    for t in TABLES:
        possible = any(fits(t, columns) for columns in every_deal(t))

        assert isinstance(deal(t.columns, t.items, t.heights, ROOMY), dict) == possible


def test_the_same_heights_give_the_same_deal() -> None:
    """However the heights were gathered."""
    for t in TABLES:
        shuffled = dict(reversed(t.heights.items()))

        assert deal(t.columns, t.items, shuffled, ROOMY) == deal(t.columns, t.items, t.heights, ROOMY)


def test_an_item_stands_in_its_best_frame_where_there_is_room() -> None:
    """Frames are named best first."""
    dealt = table([column("a"), column("b")], [Item(block("x"), ("b", "a"))], [20]).dealt()

    assert [len(dealt["a"]), len(dealt["b"])] == [0, 1]


def test_an_item_goes_elsewhere_when_its_best_frame_is_full() -> None:
    """Rather than burst it."""
    items = [Item(block("x"), ("a",)), Item(block("y"), ("a", "b"))]
    dealt = table([column("a"), column("b")], items, [90, 20]).dealt()

    assert [p.block for p in dealt["b"]] == [items[1].block]


def test_white_is_shared_evenly() -> None:
    """No gap is larger than another, and none below the rung's least."""
    items = [Item(block(f"i{i}"), ("a",)) for i in range(4)]
    gaps = [p.gap_mm for p in table([column()], items, [20, 20, 20, 20]).dealt()["a"]]

    assert gaps[0] == 0
    assert gaps[1:] == pytest.approx([gaps[1]] * 3)
    assert ROOMY.least_gap_mm <= gaps[1] <= MOST_GAP_MM


def test_white_between_blocks_has_a_most() -> None:
    """A panel is not pulled apart; the rest stays at its foot."""
    items = [Item(block("x"), ("a",)), Item(block("y"), ("a",))]

    assert [p.gap_mm for p in table([column()], items, [5, 5]).dealt()["a"]] == [0, MOST_GAP_MM]


def test_paragraphs_of_one_text_stay_close() -> None:
    """Their white is never widened."""
    items = tuple(items_of([block("x"), Prose(title="", paragraphs=("y",))], ("a",)))
    dealt = table([column()], items, [5, 5]).dealt()

    assert [p.gap_mm for p in dealt["a"]] == [0, TIGHT_GAP_MM]


def test_only_a_block_without_a_title_goes_on() -> None:
    """A heading begins something new; so does the first block."""
    blocks = [Prose(title="", paragraphs=()), block("x"), Prose(title="", paragraphs=("y",)), block("z")]

    assert [item.follows for item in items_of(blocks, ("a",))] == [False, False, True, False]


def test_art_grows_into_the_white() -> None:
    """As far as it may, after gaps are as usual and before they are wide."""
    items = [Item(block("x"), ("a",)), Item(block("y", grow=12), ("a",))]
    first, second = table([column(height=57)], items, [20, 20]).dealt()["a"]

    assert first.block.grow_mm == 0
    assert second.gap_mm == pytest.approx(USUAL_GAP_MM)
    assert second.block.grow_mm == 12


def test_nothing_grows_past_the_room() -> None:
    """Half of what it might, when that is all there is."""
    items = [Item(block("x", grow=12), ("a",))]
    (placed,) = table([column(height=26)], items, [20]).dealt()["a"]

    assert placed.block.grow_mm == pytest.approx(6)


def test_a_large_rest_becomes_lines_for_notes() -> None:
    """Where the column offers them; the lines do not run over its foot."""
    t = table([column(height=120, notes="My notes")], [Item(block("x"), ("a",))], [30])
    placed = t.dealt()["a"]

    notes = placed[-1].block
    assert isinstance(notes, Notes)
    assert notes.title == "My notes"
    assert notes.lines >= 3
    assert t.tall(placed) <= 120


def test_a_small_rest_stays_white() -> None:
    """One line to write on looks like a mistake."""
    t = table([column(height=50, notes="My notes")], [Item(block("x"), ("a",))], [30])

    assert not [p for p in t.dealt()["a"] if isinstance(p.block, Notes)]


@pytest.mark.parametrize("heights", [[], [20], [20, 30]])
def test_what_belongs_at_the_foot_stands_at_the_foot(heights: list[float]) -> None:
    """Whatever stands above it, and when nothing does."""
    items = [Item(block(f"i{i}"), ("a",)) for i in range(len(heights))]
    t = table([column(foot=(block("foot"),))], items, heights)

    assert t.tall(t.dealt()["a"]) == pytest.approx(100)


def test_too_much_is_told_frame_by_frame() -> None:
    """By how many millimetres, and which blocks are the longest."""
    items = [Item(block(name), ("a",)) for name in ("small", "large", "middle", "least")]
    t = table([column()], items, [20, 60, 40, 5])

    found = deal(t.columns, t.items, t.heights, ROOMY)

    (misfit,) = found
    assert isinstance(misfit, Misfit)
    assert (misfit.label, misfit.largest) == ("panel a", ("large", "middle", "small"))
    assert misfit.over_mm == pytest.approx(25 + 3 * ROOMY.least_gap_mm)


def test_every_frame_that_is_too_full_is_told() -> None:
    """Not only the first."""
    items = [Item(block("x"), ("a",)), Item(block("y"), ("b",)), Item(block("z"), ("c",))]
    t = table([column("a"), column("b"), column("c")], items, [120, 130, 20])

    found = deal(t.columns, t.items, t.heights, ROOMY)

    assert isinstance(found, tuple)
    assert [misfit.label for misfit in found] == ["panel a", "panel b"]


def test_a_tighter_rung_holds_more() -> None:
    """What is over by a hair in roomy spacing fits in tight spacing."""
    items = [Item(block("x"), ("a",)), Item(block("y"), ("a",))]
    t = table([column()], items, [48.5, 48.5])

    assert isinstance(deal(t.columns, t.items, t.heights, RUNGS[0]), tuple)
    assert t.tall(t.dealt(rung=1)["a"]) <= 100.02


def test_the_ladder_tightens_spacing_before_type() -> None:
    """And each step of it is tighter than the one before."""
    sizes = [rung.type_size for rung in RUNGS]

    assert sizes == sorted(sizes, reverse=True)
    for _, same in itertools.groupby(RUNGS, key=lambda rung: rung.type_size):
        gaps = [rung.least_gap_mm for rung in same]
        assert gaps == sorted(gaps, reverse=True)
        assert min(gaps) >= TIGHT_GAP_MM
