"""The house's own fonts: named and licensed as the Open Font License asks, and fit to print with."""

import runpy
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "styles" / "fonts"
WEIGHTS = {
    "ClearDisplay-500": 500,
    "ClearDisplay-700": 700,
    "ClearText-400": 400,
    "ClearText-400-Italic": 400,
    "ClearText-600": 600,
    "ClearText-700": 700,
    "EditorialDisplay-300": 300,
    "EditorialDisplay-300-Italic": 300,
    "EditorialDisplay-500": 500,
    "EditorialText-400": 400,
    "EditorialText-400-Italic": 400,
    "EditorialText-600": 600,
    "EditorialText-700": 700,
    "BoldDisplay-500": 500,
    "BoldDisplay-700": 700,
    "BoldDisplay-900": 900,
    "BoldText-400": 400,
    "BoldText-500": 500,
    "BoldText-700": 700,
}
FAMILIES = {
    "ClearDisplay": "Clear Display",
    "ClearText": "Clear Text",
    "EditorialDisplay": "Editorial Display",
    "EditorialText": "Editorial Text",
    "BoldDisplay": "Bold Display",
    "BoldText": "Bold Text",
}
RESERVED = ("source", "adobe", "bricolage", "grotesque", "grotesk", "schibsted")
PRINTED = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)])) + "–—‘’“”…•·†‡−×÷±≤≥≈½¼¾°€£→\u2011\u202f"

NOT_DRAWN = set("¤ĈĉĔĕĜĝĤĥĬĭĴĵĸĿŀŉŎŏŜŝŢţŦŧſ")  # the display face: Esperanto, Sami, old spellings
NOT_DRAWN_BY = {
    "ClearDisplay": NOT_DRAWN,
    "BoldDisplay": {"ſ"},
    "BoldText": {"ſ"},
    "EditorialDisplay": set("ĬĭĲĳŦŧſ"),
    "EditorialText": set("ĬĭĲĳŦŧſ"),
}


@pytest.fixture(scope="module", params=sorted(WEIGHTS))
def font(request: pytest.FixtureRequest) -> TTFont:
    """Each shipped cut, opened."""
    return TTFont(FONTS / f"{request.param}.ttf")


def names(font: TTFont) -> dict[int, str]:
    """Every name record by its number; one language only."""
    return {record.nameID: record.toUnicode() for record in font["name"].names}


def test_the_folder_holds_these_cuts_and_no_other() -> None:
    """A font that nobody listed here is neither named nor licensed by what follows."""
    assert {path.stem for path in FONTS.glob("*.ttf")} == set(WEIGHTS)


def test_no_reserved_name_is_in_a_name(font: TTFont) -> None:
    """Only the copyright notice may speak of the original, and it must."""
    records = names(font)

    assert "Copyright" in records[0] or "©" in records[0]
    for number, text in records.items():
        assert number == 0 or not any(word in text.lower() for word in RESERVED), (number, text)


def test_every_record_of_a_language_says_the_same(font: TTFont) -> None:
    """No second platform or language keeps an old name."""
    assert {(record.platformID, record.langID) for record in font["name"].names} == {(3, 0x409)}
    assert font["OS/2"].achVendID == "NONE"


def test_a_font_is_called_as_its_file(font: TTFont) -> None:
    """Programs that sort by family see one for each use, with the styles inside."""
    records = names(font)
    family = FAMILIES[records[6].split("-")[0]]

    assert Path(font.reader.file.name).stem == records[6]
    assert records.get(16, records[1]) == family
    assert records[6] in records[3]


def test_weight_and_style_bits_agree(font: TTFont) -> None:
    """Layout engines choose by these: a 600 that says 400 is never found."""
    name = names(font)[6]
    os2, style = font["OS/2"], font["head"].macStyle
    bold, italic = os2.usWeightClass == 700, name.endswith("Italic")

    assert os2.usWeightClass == WEIGHTS[name]
    assert bool(style & 1) == bool(os2.fsSelection & 1 << 5) == bold
    assert bool(style & 2) == bool(os2.fsSelection & 1) == italic
    assert bool(os2.fsSelection & 1 << 6) == (not bold and not italic)


def test_no_trace_of_the_variable_font_is_left(font: TTFont) -> None:
    """A leftover axis table makes engines offer weights that are not there."""
    assert not {"fvar", "avar", "gvar", "HVAR", "MVAR", "STAT", "DSIG"} & set(font.keys())


def test_what_brochures_print_has_glyphs(font: TTFont) -> None:
    """No other font may step in, so a missing glyph would be an empty box on paper."""
    missing = {letter for letter in PRINTED if ord(letter) not in font.getBestCmap()}

    assert missing <= NOT_DRAWN_BY.get(names(font)[6].split("-")[0], set())


def test_the_text_face_also_writes_greek_cyrillic_and_vietnamese(font: TTFont) -> None:
    """Names of people and places turn up in all of these."""
    if names(font)[6].startswith("ClearText"):
        assert [letter for letter in "αβγΩжшЩҐếộ□✓" if ord(letter) not in font.getBestCmap()] == []


def test_kerning_and_figures_are_kept(font: TTFont) -> None:
    """Titles need kerning, tables need figures of one width."""
    name = names(font)[6]
    substitutions = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    positions = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}

    assert {"kern", "mark"} <= positions
    assert {"pnum", "frac", "sups", "case", "locl"} <= substitutions
    assert name.startswith("Bold") or "onum" in substitutions
    assert name.startswith(("ClearText", "Bold")) or {"tnum", "lnum"} <= substitutions
    assert "tnum" in substitutions or name.startswith("ClearText")


def test_the_licences_lie_beside_the_fonts() -> None:
    """The licence and the notices of the original authors travel with every copy."""
    first_words = {
        "ClearDisplay": "Copyright 2022 The Bricolage Grotesque Project Authors",
        "ClearText": "Copyright 2010-2020 Adobe",
        "Editorial": "Copyright 2014 The Source Serif 4 Project Authors",
        "Bold": "Copyright 2023 The Schibsted-Grotesk Project Authors",
    }
    licences = {name: (FONTS / f"OFL-{name}.txt").read_text(encoding="utf-8") for name in first_words}
    log = (FONTS / "FONTLOG.txt").read_text(encoding="utf-8")

    assert all(licences[name].startswith(words) for name, words in first_words.items())
    assert all("SIL OPEN FONT LICENSE Version 1.1" in licence for licence in licences.values())
    assert all(family in log for family in FAMILIES.values())


def test_cutting_again_gives_the_same_bytes(tmp_path: Path) -> None:
    """The fonts are what the script makes, on any day.  One cut stands for all: the others take long."""
    script = runpy.run_path(str(FONTS / "cut.py"))

    again: Path = script["make"](script["CUTS"][0], tmp_path)

    assert again.read_bytes() == (FONTS / again.name).read_bytes()
