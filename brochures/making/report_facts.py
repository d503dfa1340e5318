"""What any PDF holds, as rows for a report: pages and boxes, fonts, colours, pictures, tags, links. Floor 4."""

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pikepdf

from brochures.making.colourspaces import ink_percent
from brochures.making.painted import Painted
from brochures.units import mm_from_pt

_SUBSET_MARK: Final = 6
_FONT_FILES: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_FONT_KINDS: Final = {"/CIDFontType0": "CFF", "/CIDFontType2": "TrueType", "/MMType1": "Type 1", "/Type1": "Type 1"}
_MOST_ELEMENTS: Final = 200_000
_DEEPEST: Final = 40


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages that follow one another and are alike: first and last from 1, boxes as widths and heights in mm.

    `bleed_mm` is the least that the page goes on past its trim; None without a trim box.
    """

    first: int
    last: int
    media_mm: tuple[float, float]
    crop_mm: tuple[float, float] | None
    trim_mm: tuple[float, float] | None
    bleed_mm: float | None
    turned: int


@dataclass(frozen=True, slots=True)
class Font:
    """One font: its name, kind of outlines, and whether all or part of it is in the file."""

    name: str
    kind: str
    is_embedded: bool
    is_subset: bool


@dataclass(frozen=True, slots=True)
class Colours:
    """One colour space, what it is used for, and the most ink that one of its colours asks for (0: not known)."""

    name: str
    uses: tuple[str, ...]
    most_ink_percent: int


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture as it is placed: page from 1, pixels, pixels on an inch of paper, colours."""

    page: int
    width_px: int
    height_px: int
    ppi: int
    colours: str


@dataclass(frozen=True, slots=True)
class Structure:
    """What a screen reader is told: tags (how many of each kind), language, title, bookmarks."""

    is_tagged: bool
    tags: dict[str, int]
    language: str
    title: str
    shows_title: bool
    bookmarks: int


@dataclass(frozen=True, slots=True)
class Link:
    """One target of links, and the pages from 1 that link to it."""

    target: str
    pages: tuple[int, ...]


def pages(file: pikepdf.Pdf) -> tuple[Pages, ...]:
    """All pages, those that are alike as one."""
    found: list[Pages] = []
    for number, page in enumerate(file.pages, 1):
        row = _page(page, number)
        if found and _alike(found[-1]) == _alike(row):
            row = Pages(found[-1].first, number, *_alike(row))
            found.pop()
        found.append(row)
    return tuple(found)


def _alike(row: Pages) -> tuple[Any, ...]:
    return row.media_mm, row.crop_mm, row.trim_mm, row.bleed_mm, row.turned


def _page(page: pikepdf.Page, number: int) -> Pages:
    media, crop = _size(page.mediabox), _size(page.cropbox)
    turned = int(page.obj.get("/Rotate", 0)) % 360
    if "/TrimBox" not in page.obj:
        return Pages(number, number, media, None if crop == media else crop, None, None, turned)
    bleed, trim = ([float(value) for value in box] for box in (page.bleedbox, page.trimbox))
    least = min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])
    size = _size(page.trimbox)
    return Pages(number, number, media, None if crop == media else crop, size, round(mm_from_pt(least), 2), turned)


def _size(box: Any) -> tuple[float, float]:  # noqa: ANN401 - an array of a PDF
    left, bottom, right, top = (float(value) for value in box)
    return round(mm_from_pt(abs(right - left)), 1), round(mm_from_pt(abs(top - bottom)), 1)


def fonts(file: pikepdf.Pdf) -> tuple[Font, ...]:
    """Every font, by name."""
    found = set()
    for thing in file.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
            kind = str(thing.get("/Subtype", ""))
            if kind == "/Type0":  # names a font that stands beside it
                continue
            name = str(thing.get("/BaseFont", thing.get("/Name", "/unnamed"))).lstrip("/")
            is_subset = name[_SUBSET_MARK : _SUBSET_MARK + 1] == "+"
            descriptor = thing.get("/FontDescriptor") or pikepdf.Dictionary()
            is_embedded = kind == "/Type3" or any(key in descriptor for key in _FONT_FILES)
            plain = name[_SUBSET_MARK + 1 :] if is_subset else name
            found.add(Font(plain, _FONT_KINDS.get(kind, kind.lstrip("/")), is_embedded, is_subset))
    return tuple(sorted(found, key=lambda font: (font.name, font.kind)))


def colours(seen: Painted) -> tuple[Colours, ...]:
    """Every colour space that is used, the most used first."""
    by_name: dict[str, list[tuple[str, float]]] = {}
    for paint in seen.paints:
        used = (paint.kind, ink_percent(paint.space, paint.values))
        by_name.setdefault(paint.space.name, []).append(used)
    rows = (
        Colours(name, tuple(sorted({kind for kind, _ in uses})), round(max(ink for _, ink in uses)))
        for name, uses in by_name.items()
    )
    return tuple(sorted(rows, key=lambda row: (-len(by_name[row.name]), row.name)))


def pictures(seen: Painted) -> tuple[Picture, ...]:
    """Every picture, in the order of the pages."""
    return tuple(
        Picture(image.page + 1, image.width_px, image.height_px, image.ppi, image.space.name) for image in seen.images
    )


def structure(file: pikepdf.Pdf) -> Structure:
    """What a screen reader is told."""
    root = file.Root
    marks = root.get("/MarkInfo") or pikepdf.Dictionary()
    viewer = root.get("/ViewerPreferences") or pikepdf.Dictionary()
    tree = root.get("/StructTreeRoot")
    kinds = itertools.islice(_kinds(tree), _MOST_ELEMENTS) if tree is not None else ()
    return Structure(
        bool(marks.get("/Marked", False)) and tree is not None,
        dict(sorted(Counter(kinds).items())),
        str(root.get("/Lang", "")),
        _title(file),
        bool(viewer.get("/DisplayDocTitle", False)),
        sum(1 for _ in itertools.islice(_bookmarks(root.get("/Outlines")), _MOST_ELEMENTS)),
    )


def _title(file: pikepdf.Pdf) -> str:
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
        return str(said.get("dc:title") or file.docinfo.get("/Title", ""))


def _kinds(node: Any, depth: int = 0) -> Iterator[str]:  # noqa: ANN401 - objects of a PDF
    """The kind of each element below this one."""
    kids = node.get("/K") if isinstance(node, pikepdf.Dictionary) else None
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid and depth < _DEEPEST:
            yield str(kid["/S"]).lstrip("/")
            yield from _kinds(kid, depth + 1)


def _bookmarks(node: Any, depth: int = 0) -> Iterator[None]:  # noqa: ANN401 - as above
    entry = node.get("/First") if isinstance(node, pikepdf.Dictionary) else None
    while isinstance(entry, pikepdf.Dictionary):
        yield None
        if depth < _DEEPEST:
            yield from _bookmarks(entry, depth + 1)
        entry = entry.get("/Next")


def links(file: pikepdf.Pdf) -> tuple[Link, ...]:
    """Every target, in the order of the pages."""
    found: dict[str, list[int]] = {}
    for number, page in enumerate(file.pages, 1):
        for note in page.obj.get("/Annots", []):
            if note.get("/Subtype") == "/Link":
                found.setdefault(_target(note), []).append(number)
    return tuple(Link(target, tuple(dict.fromkeys(numbers))) for target, numbers in found.items())


def _target(note: Any) -> str:  # noqa: ANN401 - as above
    action = note.get("/A") or pikepdf.Dictionary()
    if "/URI" in action:
        return str(action["/URI"])
    kind = str(action.get("/S", "")).lstrip("/")
    return "a place in this file" if "/Dest" in note or kind == "GoTo" else kind or "nowhere"
