"""What a PDF carries beside its pages: how it wants to be printed and read. Floor 4."""

from collections.abc import Callable
from typing import Any, Final

import pydyf

from brochures.errors import StyleFault
from brochures.model.document import Document

Finish = Callable[[Any, Any], None]
"""The engine's public `finisher` hook: called with its document and its PDF before they are written."""

_READ_LAST: Final = ("back", "contact")
"""Frames that stand on the first side of a sheet and are read when all else is: the contact panel and its foot."""


def finish(document: Document) -> Finish:
    """A hook that writes the viewer's preferences, and moves the contact panel to the end of the reading order."""

    def finisher(_: Any, pdf: Any) -> None:  # noqa: ANN401 - the engine's types stay in typesetting
        pdf.catalog["ViewerPreferences"] = pydyf.Dictionary(
            {
                "DisplayDocTitle": "true",
                "PrintScaling": "/None",
                "Duplex": f"/{document.format.duplex}",
            }
        )
        _scope_heads(pdf)
        for number, page in enumerate(document.pages[:-1]):
            last = [place for place, frame in enumerate(page.frames) if frame.name in _READ_LAST]
            for gone, place in enumerate(last):
                _read_last(pdf, number, place - gone)

    return finisher


def _read_last(pdf: Any, page: int, place: int) -> None:  # noqa: ANN401 - the engine's types stay in typesetting
    """Moves the section of one frame from its page's part of the structure tree to the end of the last page's.

    The engine tags in the order of the markup, and all of one page before the next.
    """
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    pages = [part for part in _kids(pdf, _object(pdf, root["K"][0])) if part[1]["S"] == "/Div"]
    sections = [part for part in _kids(pdf, pages[page][1]) if part[1]["S"] == "/Sect"] if len(pages) > page else []
    if len(sections) <= place:
        raise StyleFault("the engine's structure tree is not as the markup: the contact panel was not found in it")
    reference, section = sections[place]
    last = pages[-1][1]
    pages[page][1]["K"].remove(reference)
    last["K"].append(reference)
    section["P"] = last.reference


def _scope_heads(pdf: Any) -> None:  # noqa: ANN401 - the engine's types stay in typesetting
    """Says of each table head whether it heads a column or a row; the engine links cells but names no scope."""
    for element in pdf.objects:
        if isinstance(element, pydyf.Dictionary) and element.get("S") == "/TH" and "A" in element:
            section = _object(pdf, _object(pdf, element["P"])["P"])
            element["A"]["Scope"] = "/Column" if section["S"] == "/THead" else "/Row"


def _kids(pdf: Any, element: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - pydyf is untyped
    """References and objects of the structure elements in `element`."""
    return [(kid, _object(pdf, kid)) for kid in element["K"] if isinstance(kid, (str, bytes)) and b" " in _raw(kid)]


def _object(pdf: Any, reference: Any) -> Any:  # noqa: ANN401 - pydyf is untyped
    return pdf.objects[int(_raw(reference).split()[0])]


def _raw(reference: str | bytes) -> bytes:
    return reference if isinstance(reference, bytes) else reference.encode()
