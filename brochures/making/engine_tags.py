"""What the engine's tags lack, put right through its private parts: written for 70.0, and for nothing else. Floor 4.

Each repair is a gap that no validator sees; `tests/making/test_engine_tags.py` shows each gap in the bare engine:
when a test there fails, its repair can go. What the public `finisher` can do is in `finishing.py`.

- language: `lang=` below the root, on its structure element;
- tables: the scope of each head, from `scope=`;
- figures: their box in points from the page's bottom left;
- links: one element for each `<a>`, whatever stands in it and over all its lines;
- lists: what stands in `::before` as the label, and how the list counts;
- artifacts: what is `aria-hidden`, a picture with `alt=""`, the margins of a page;
- words: the space at which a line was broken, so that no two words run together;
- sections: their `title=`, by which finishing finds them; and no element without content;
- streams: none ends in a line break, from which no reader could tell where it ends (ISO 19005-2, 6.1.7.1).
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any, Final

import pydyf

from brochures.errors import EngineMissing

WRITTEN_FOR: Final = "70.0"
_PT_PER_PX: Final = 0.75
_SCOPES: Final = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}
_END: Final = b"\nendstream"
_NOTHING_WHEN_EMPTY: Final = ("/Div", "/P", "/Span", "/NonStruct", "/Sect")


def install() -> None:
    """Puts the repairs into the engine of this process; a second call changes nothing.

    Raises:
        EngineMissing: the engine is of another version, whose private parts nobody has looked at.
    """
    import weasyprint
    from weasyprint.pdf import stream, tags

    if weasyprint.__version__ != WRITTEN_FOR:
        raise EngineMissing(
            f"the paper engine is version {weasyprint.__version__}; tags are put right for {WRITTEN_FOR} only",
            f"run `pip install weasyprint=={WRITTEN_FOR}`",
        )
    if not isinstance(tags._build_box_tree, _Tree):  # noqa: SLF001 - there is no public way
        pydyf.Stream.data = property(_parted(pydyf.Stream.data.fget))
        stream.Stream.marked = _marking(stream.Stream.marked)
        tags._build_box_tree = _Tree(tags._build_box_tree)  # noqa: SLF001 - there is no public way


def prepare(document: Any) -> None:  # noqa: ANN401 - the engine's document
    """Readies laid-out pages to be painted with tags: what is not read, where words end, one link for an `<a>`."""
    for page in document.pages:
        # Of the boxes in a link each would have an annotation of its own.
        page.links[:] = [link for link in page.links if link[3].element_tag == "a"]
        _look_over(page._page_box, is_unread=False)  # noqa: SLF001 - there is no public way


def _look_over(box: Any, *, is_unread: bool) -> None:  # noqa: ANN401 - an engine box
    box = _real(box)
    box.is_unread = is_unread = is_unread or _is_unread(box)
    children = [_real(child) for child in box.all_children()] if hasattr(box, "all_children") else []
    lines = [child for child in children if type(child).__name__ == "LineBox"]
    for number, line in enumerate(lines):
        _end_with_space(line, lines[number + 1] if number + 1 < len(lines) else None)
    for child in children:
        _look_over(child, is_unread=is_unread)


def _real(box: Any) -> Any:  # noqa: ANN401 - an engine box
    """The box itself, where a placeholder stands for one that is placed by number."""
    return getattr(box, "_box", box)


def _is_unread(box: Any) -> bool:  # noqa: ANN401 - an engine box
    if type(box).__name__ == "MarginBox":
        return True
    if box.element is None or "::" in (box.element_tag or ""):
        return False
    is_blank = box.element.tag == "img" and box.element.get("alt") == ""
    return bool(is_blank or box.element.get("aria-hidden") == "true")


def _end_with_space(line: Any, following: Any) -> None:  # noqa: ANN401 - engine boxes
    """Gives a line the space that the engine took from its end; a word that goes on in the next has none."""
    texts = _texts(line)
    if not texts or not texts[-1].text.strip() or texts[-1].text.endswith(" "):
        return
    last, first = _words(line)[-1:], _words(following)[:1] if following else []
    source = " ".join("".join(line.element.itertext()).split()) if line.element is not None else ""
    goes_on = first and "".join(last + first) in source and " ".join(last + first) not in source
    if not goes_on:
        texts[-1].pango_layout.text += " "


def _texts(line: Any) -> list[Any]:  # noqa: ANN401 - engine boxes
    return [box for box in line.descendants() if type(box).__name__ == "TextBox"]


def _words(line: Any) -> list[str]:  # noqa: ANN401 - an engine box
    return "".join(box.text for box in _texts(line)).split()


def _marking(marked: Any) -> Any:  # noqa: ANN401 - the engine is untyped
    def marking(stream: Any, box: Any, tag: str) -> AbstractContextManager[None]:  # noqa: ANN401 - the engine is untyped
        found: AbstractContextManager[None]
        found = stream.artifact() if getattr(box, "is_unread", False) else marked(stream, box, tag)
        return found

    return marking


def _parted(data: Any) -> Any:  # noqa: ANN401 - the engine is untyped
    """A byte after packed content that would end in a line break: the packing tells its own end, so it is not read."""

    def parted(stream: Any) -> bytes:  # noqa: ANN401 - the engine is untyped
        whole: bytes = data(stream)
        head, _, packed = whole.partition(b"stream\n")
        packed = packed.removesuffix(_END)
        if b"/FlateDecode" not in head or not packed.endswith((b"\r", b"\n")):
            return whole
        told, longer = (f"/Length {length}>>".encode() for length in (len(packed), len(packed) + 1))
        return head.replace(told, longer) + b"stream\n" + packed + b"\0" + _END

    return parted


class _Tree:
    """Stands for the engine's builder of the structure tree, and mends each element that it gives."""

    def __init__(self, build: Any) -> None:  # noqa: ANN401 - the engine is untyped
        self._build = build
        self._page_px = 0.0
        self._links: dict[Any, Any] = {}

    def __call__(  # noqa: PLR0913, PLR0917 - as the engine calls it
        self,
        box: Any,  # noqa: ANN401 - the engine is untyped
        parent: Any,  # noqa: ANN401 - the engine is untyped
        pdf: Any,  # noqa: ANN401 - the engine is untyped
        page: int,
        nums: dict[int, bytes],
        annotations: list[tuple[bytes, Any]],
        tags: Any,  # noqa: ANN401 - the engine is untyped
    ) -> Iterator[Any]:
        box = _real(box)
        if getattr(box, "is_unread", False):
            return
        if type(box).__name__ == "PageBox":
            self._page_px, self._links = box.margin_height(), {}
        for element in self._build(box, parent, pdf, page, nums, annotations, tags):
            if element["S"] in _NOTHING_WHEN_EMPTY and not element["K"]:
                element.clear()
            elif element["S"] == "/Link" and box.element in self._links:
                _join(self._links[box.element], element, pdf, nums, annotations)
            else:
                self._mend(element, box, pdf)
                yield element

    def _mend(self, element: Any, box: Any, pdf: Any) -> None:  # noqa: ANN401 - the engine is untyped
        source, kind = box.element, element["S"]
        if source is None or box.element_tag in {"html", "body"}:
            return
        if kind == "/NonStruct" and type(box).__name__ == "InlineBox":
            element["S"] = "/Span"
        if box.element_tag == "li::before":
            element["S"] = "/Lbl"
        elif "::" not in box.element_tag and source.get("lang"):
            element["Lang"] = pydyf.String(source.get("lang"))
        if kind == "/Link":
            self._links[source] = element
        elif kind == "/Figure":
            element["A"]["BBox"] = self._box_pt(box)
        elif kind in _MENDED:
            _MENDED[kind](element, source, pdf)

    def _box_pt(self, box: Any) -> Any:  # noqa: ANN401 - the engine is untyped
        left, top = box.content_box_x(), box.content_box_y()
        edges = (left, self._page_px - top - box.height, left + box.width, self._page_px - top)
        return pydyf.Array(round(edge * _PT_PER_PX, 3) for edge in edges)


def _join(first: Any, later: Any, pdf: Any, nums: dict[int, bytes], annotations: list[tuple[bytes, Any]]) -> None:  # noqa: ANN401 - the engine is untyped
    """A later line of a link goes into the element of its first."""
    for kid in _kids(pdf, later):
        if "P" in kid:
            kid["P"] = first.reference
    first["K"].extend(later["K"])
    old, new = later.reference, first.reference
    nums.update({mark: new for mark, owner in nums.items() if owner == old})
    annotations[:] = [(new if owner == old else owner, note) for owner, note in annotations]
    later.clear()


def _scope(head: Any, source: Any, _: Any) -> None:  # noqa: ANN401 - the engine is untyped
    head["A"]["Scope"] = _SCOPES.get(source.get("scope"), "/Column")


def _name(section: Any, source: Any, _: Any) -> None:  # noqa: ANN401 - the engine is untyped
    if source.get("title"):
        section["T"] = pydyf.String(source.get("title"))


def _tell_numbering(items: Any, source: Any, pdf: Any) -> None:  # noqa: ANN401 - the engine is untyped
    labelled = any(_kid(pdf, item, 0).get("S") == "/Lbl" for item in _kids(pdf, items))
    style = "/None" if not labelled else "/Decimal" if source.tag == "ol" else "/Disc"
    items["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": style})


def _take_out_label(item: Any, _: Any, pdf: Any) -> None:  # noqa: ANN401 - the engine is untyped
    """The label of a list's item stands beside its body, not in it."""
    for body in _kids(pdf, item):
        if body["S"] == "/LBody" and body["K"] and _kid(pdf, body, 0).get("S") == "/Lbl":
            label = body["K"].pop(0)
            _object(pdf, label)["P"] = item.reference
            item["K"].insert(0, label)
            return


def _kids(pdf: Any, element: Any) -> list[Any]:  # noqa: ANN401 - pydyf is untyped
    return [_object(pdf, kid) for kid in element["K"] if isinstance(kid, bytes)]


def _kid(pdf: Any, element: Any, place: int) -> Any:  # noqa: ANN401 - pydyf is untyped
    kid = element["K"][place]
    return _object(pdf, kid) if isinstance(kid, bytes) else {}


def _object(pdf: Any, reference: bytes) -> Any:  # noqa: ANN401 - pydyf is untyped
    return pdf.objects[int(reference.split()[0])]


_MENDED: Final = {"/TH": _scope, "/Sect": _name, "/L": _tell_numbering, "/LI": _take_out_label}
