"""Cut the house's own fonts out of their open sources: `make fonts`.

Each cut is one fixed point of a variable font, reduced to the scripts the brochures print, under a
name of its own: the Open Font License does not let a changed font keep a reserved name.  The same
sources give the same bytes, on any day; FONTLOG.txt says for readers what is done here.
"""
# ruff: noqa: INP001 - a script beside its products, not a package

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import fontpkg  # type: ignore[import-untyped]
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.ttLib.tables._n_a_m_e import table__n_a_m_e  # type: ignore[import-untyped]
from fontTools.varLib import instancer  # type: ignore[import-untyped]

HERE = Path(__file__).parent
VERSION = "1.000"
MODIFIED = 3849984000  # 2026-01-01 00:00 UTC in seconds since 1904, so that no clock gets into the file

SCRIPTS = (
    range(0x0020, 0x007F),  # Basic Latin
    range(0x00A0, 0x0250),  # Latin-1, Latin Extended A and B
    range(0x02B0, 0x0370),  # Modifier letters, combining marks
    range(0x0370, 0x0400),  # Greek
    range(0x0400, 0x0530),  # Cyrillic
    range(0x1E00, 0x1F00),  # Latin Extended Additional (Vietnamese among them)
    range(0x2000, 0x20D0),  # Punctuation, superscripts, currency
    range(0x2100, 0x2300),  # Letterlike, fractions, arrows, mathematical operators
    range(0x25A0, 0x2600),  # Geometric shapes: boxes to tick, bullets
    range(0x2713, 0x2719),  # Check marks
    range(0xFB00, 0xFB05),  # Latin ligatures
)
FEATURES = (
    "c2sc", "case", "ccmp", "dnom", "frac", "kern", "liga", "lnum", "locl", "mark", "mkmk",
    "numr", "onum", "ordn", "pnum", "sinf", "smcp", "subs", "sups", "tnum", "zero",
)  # fmt: skip
LEFTOVERS = ("STAT", "fvar", "avar", "gvar", "HVAR", "MVAR", "DSIG")

# One dash for three uses: engines look for a font of its own for a hyphen that must not break a line.
STAND_INS = {0x2011: 0x002D, 0x00AD: 0x002D, 0x2610: 0x25A1, 0x202F: 0x00A0}

COPYRIGHT, FAMILY, STYLE, UNIQUE, FULL, RELEASE, POSTSCRIPT = range(7)
MAKER, DESIGNER, TERMS, TERMS_ADDRESS, TYPOGRAPHIC_FAMILY, TYPOGRAPHIC_STYLE = 8, 9, 13, 14, 16, 17
PANOSE_WEIGHTS = {300: 4, 400: 5, 500: 6, 600: 7, 700: 8, 900: 10}
STYLES = {300: "Light", 400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold", 900: "Black"}


@dataclass(frozen=True, slots=True)
class Cut:
    """One file: what it is called, how heavy it says it is, and where it is taken from."""

    family: str
    weight: int
    source: str
    place: Mapping[str, float]
    italic: bool = False

    @property
    def postscript(self) -> str:
        """The name inside the font, without spaces: `ClearText-600`, `ClearText-400-Italic`."""
        return f"{self.family.replace(' ', '')}-{self.weight}" + ("-Italic" if self.italic else "")

    @property
    def style(self) -> str:
        """The style in words: `SemiBold`, `Italic`."""
        if not self.italic:
            return STYLES[self.weight]
        return "Italic" if self.weight == 400 else f"{STYLES[self.weight]} Italic"  # noqa: PLR2004 - regular


GROTESQUE, SANS = "bricolage-grotesque", "source-sans-3"
SERIF, SCHIBSTED = "source-serif-4", "schibsted-grotesk"
CUTS = (
    Cut("Clear Display", 500, GROTESQUE, {"opsz": 40, "wdth": 96, "wght": 480}),
    Cut("Clear Display", 700, GROTESQUE, {"opsz": 40, "wdth": 96, "wght": 680}),
    Cut("Clear Text", 400, SANS, {"wght": 400}),
    Cut("Clear Text", 600, SANS, {"wght": 600}),
    Cut("Clear Text", 700, SANS, {"wght": 700}),
    Cut("Clear Text", 400, SANS, {"wght": 400}, italic=True),
    Cut("Editorial Display", 300, SERIF, {"opsz": 60, "wght": 300}),
    Cut("Editorial Display", 300, SERIF, {"opsz": 60, "wght": 300}, italic=True),
    Cut("Editorial Display", 500, SERIF, {"opsz": 24, "wght": 500}),
    Cut("Editorial Text", 400, SERIF, {"opsz": 14, "wght": 400}),
    Cut("Editorial Text", 400, SERIF, {"opsz": 14, "wght": 400}, italic=True),
    Cut("Editorial Text", 600, SERIF, {"opsz": 14, "wght": 600}),
    Cut("Editorial Text", 700, SERIF, {"opsz": 14, "wght": 700}),
    Cut("Bold Display", 500, SCHIBSTED, {"wght": 500}),
    Cut("Bold Display", 700, SCHIBSTED, {"wght": 700}),
    Cut("Bold Display", 900, SCHIBSTED, {"wght": 900}),
    Cut("Bold Text", 400, SCHIBSTED, {"wght": 400}),
    Cut("Bold Text", 500, SCHIBSTED, {"wght": 500}),
    Cut("Bold Text", 700, SCHIBSTED, {"wght": 700}),
)


def make(cut: Cut, folder: Path) -> Path:
    """The cut, written to the folder as `<postscript name>.ttf`."""
    source = fontpkg.path(cut.source, style="italic" if cut.italic else "normal")
    font = TTFont(source, recalcTimestamp=False)
    font = instancer.instantiateVariableFont(font, dict(cut.place), inplace=True)
    _stand_in(font)
    _reduce(font)
    _name(font, cut)
    _classify(font, cut)
    for table in LEFTOVERS:
        if table in font:
            del font[table]
    font["head"].created = font["head"].modified = MODIFIED
    path = folder / f"{cut.postscript}.ttf"
    font.save(path, reorderTables=True)
    return path


def _stand_in(font: TTFont) -> None:
    """Characters the source has no place for, shown by a glyph that looks the same."""
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap |= {
                code: table.cmap[twin]
                for code, twin in STAND_INS.items()
                if code not in table.cmap and twin in table.cmap
            }


def _reduce(font: TTFont) -> None:
    """Only the scripts and features the brochures use; figures and small capitals stay reachable."""
    options = Options(
        layout_features=list(FEATURES),
        name_IDs=["*"],
        notdef_outline=True,
        hinting=False,
        legacy_kern=False,
        drop_tables=["BASE", "DSIG"],
        glyph_names=False,
        recalc_timestamp=False,
        prune_unicode_ranges=True,
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for script in SCRIPTS for code in script])
    subsetter.subset(font)


def _name(font: TTFont, cut: Cut) -> None:
    """A name table of ours from the ground up; of the old one only the copyright notice and the authors stay.

    The licence asks for the notice to be kept as it is.  The trademark line goes: these fonts do
    not bear the mark.
    """
    old = font["name"]
    new = font["name"] = table__n_a_m_e()
    new.names = []
    plain = cut.style in {"Regular", "Bold", "Italic"}
    records = {
        COPYRIGHT: old.getDebugName(COPYRIGHT),
        FAMILY: cut.family if plain else f"{cut.family} {cut.style}",
        STYLE: cut.style if plain else "Regular",
        UNIQUE: f"{VERSION};{cut.postscript}",
        FULL: f"{cut.family} {cut.style}",
        RELEASE: f"Version {VERSION}",
        POSTSCRIPT: cut.postscript,
        MAKER: "The brochures authors",
        DESIGNER: old.getDebugName(DESIGNER),
        TERMS: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        TERMS_ADDRESS: "https://openfontlicense.org",
    }
    if not plain:
        records |= {TYPOGRAPHIC_FAMILY: cut.family, TYPOGRAPHIC_STYLE: cut.style}
    for number, text in sorted(records.items()):
        new.setName(text, number, 3, 1, 0x409)


def _classify(font: TTFont, cut: Cut) -> None:
    """Weight and style bits as the names say, in all the tables that carry them."""
    bold = cut.style.startswith("Bold")
    os2, head = font["OS/2"], font["head"]
    os2.usWeightClass = cut.weight
    os2.usWidthClass = 5
    os2.panose.bWeight = PANOSE_WEIGHTS[cut.weight]
    os2.achVendID = "NONE"
    kept = os2.fsSelection & 0b1_1000_0000  # line spacing and naming model
    os2.fsSelection = kept | cut.italic | bold << 5 | (not cut.italic and not bold) << 6
    head.macStyle = bold | cut.italic << 1
    head.fontRevision = float(VERSION)


def main() -> None:
    """Cut all fonts into the folder named on the command line, or beside this script."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for cut in CUTS:
        path = make(cut, folder)
        sys.stdout.write(f"{path.name}  {path.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main()
