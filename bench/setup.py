"""Everything that the rows need, made once in one folder: the page, its twins, the people, the environments."""

import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench import people, subject, twin_placed, twin_typst
from bench.drawing import Sheet, drawing
from bench.engines import ENGINES
from bench.filling import Values
from bench.filling import people as values_in
from bench.gates import Gate, judge, words_of
from bench.montage import montage
from bench.timing import ROOT, Took, emptied, ours, run
from brochures import shipped

PICTURES: Final = ROOT / "docs" / "pictures"
_FONTS_CONF: Final = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


@dataclass(slots=True)
class Setup:
    """Where things lie, and how much is asked."""

    folder: Path
    rounds: int
    quick: bool
    sheets: list[Sheet] = field(default_factory=list)
    gates: dict[str, Gate] = field(default_factory=dict)

    @property
    def twins(self) -> Path:
        """The page and its twins."""
        return self.folder / "twins"

    def env(self, name: str) -> dict[str, str]:
        """None of the machine's fonts; those of the page for an engine whose pictures cannot load them themselves."""
        if name == "chromium":  # with a bare list of fonts it rounds the widths of letters, and breaks other lines
            return {"FONTCONFIG_FILE": ""}
        own = self.folder / "fonts.conf" if name == "plutoprint" else shipped.styles() / "fonts" / "none.conf"
        return {"FONTCONFIG_FILE": str(own)}

    def prepare(self) -> None:
        """Makes the page, and from it the twins."""
        subject.without_system_fonts()
        made = subject.personal()
        page = subject.lay_out(made, self.twins)
        self.sheets = drawing(page)
        twin_typst.write(self.sheets, self.twins / "typst", made.document.title, made.document.description)
        twin_placed.write(self.sheets, self.twins, made.document.title)
        conf = _FONTS_CONF.format(fonts=self.twins / "fonts", cache=self.folder / "fontcache")
        (self.folder / "fonts.conf").write_text(conf, encoding="utf-8")

    def people(self, count: int) -> tuple[Path, Path]:
        """The people file of so many, and the same with printed values."""
        rows, printed = (self.folder / f"people-{count}.{ending}" for ending in ("csv", "jsonl"))
        return (rows, printed) if rows.exists() and printed.exists() else people.write(count, self.folder)

    def peer(self, name: str, count: int) -> Took:
        """One engine's whole process for so many people, into an empty folder."""
        out = emptied(self.folder / "out" / name)
        words = ours_python("bench.engines", name, self.twins, self.people(count)[1], out)
        return run(words, self.env(name))

    def judge_peers(self) -> None:
        """One file of each engine that is here: judged, and its picture made."""
        values = next(values_in(self.people(1)[1]))
        wanted = self.words(values)
        for name, engine in ENGINES.items():
            if engine.is_here:
                self.peer(name, 1)
                found = next((self.folder / "out" / name).glob("*.pdf"))
                self.gates[name] = judge(found, wanted, standards=True)
                if "-" not in name:  # the other ways of an engine print the same twin
                    montage(found, PICTURES / f"bench-{name}.png")

    def words(self, values: Values) -> Counter[str]:
        """All words of one person's piece."""
        return words_of(self.sheets, values)

    # Our own command line, and what it may remember.

    @property
    def cache(self) -> Path:
        """The folder that stands in for the user's cache."""
        return self.folder / "cache"

    def own(self, *words: str | Path) -> Took:
        """Our command line with the bench's own cache."""
        return run(ours(*map(str, words)), {"BROCHURES_CACHE": str(self.cache)})

    def forget(self, *kinds: str) -> None:
        """Empties these parts of the cache."""
        self.own("cache", *(word for kind in kinds for word in ("--clear", kind)))

    def forget_pieces(self) -> None:
        """Empties all but compiled templates, which are kept as Python keeps its own compiled modules."""
        self.forget("runs", "fits", "programs")

    def merge(self, count: int, *more: str) -> Took:
        """Handouts for so many people, into an empty folder."""
        out = emptied(self.folder / "out" / "ours")
        words = ("merge", self.people(count)[0], "botox", "--format", "trifold", "-q", "-o", out)
        return self.own(*words, *more)


def ours_python(module: str, *words: object) -> list[str]:
    """One of the bench's own modules as a process."""
    return [sys.executable, "-m", module, *map(str, words)]
