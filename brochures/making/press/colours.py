"""Every colour of a PDF written anew in the inks of a press: pages, drawings, patterns, shadings, pictures. Floor 4.

Soft masks stay as they are: they say how much shows, not in which colour.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, cast

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Stream

from brochures.errors import StyleFault
from brochures.making.press.inks import BLACK, Cmyk, Inks
from brochures.making.press.pictures import separate_picture

Instruction = tuple[list[Any], Operator]

_PAINTS: Final = {
    **dict.fromkeys(("rg", "g", "k", "cs", "sc", "scn"), "k"),
    **dict.fromkeys(("RG", "G", "K", "CS", "SC", "SCN"), "K"),
}
"""Every operator that sets a colour, and the one that sets it in the four inks: of areas, and of lines."""
_MARKS: Final = {"BMC", "BDC", "EMC", "MP", "DP"}
_SPACES: Final = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK"}
_GREY: Final = 1
_RGB: Final = 3
_CMYK: Final = 4
_STITCHED: Final = 3
_PLACES: Final = 4


def separate(pdf: pikepdf.Pdf, inks: Inks) -> None:
    """Writes every colour of the file in `inks`.

    Raises:
        StyleFault: a colour is written in a way that cannot be turned into inks.
    """
    masks = _masks(pdf)
    for page in pdf.pages:
        start: list[Instruction] = [(list(BLACK), Operator(name)) for name in ("k", "K")]
        written = [*start, *_separated(pikepdf.parse_content_stream(page), inks)]
        page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(written))
        page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
        _separate_resources(page.obj.get("/Resources"), inks)
    for thing in list(pdf.objects):
        if not isinstance(thing, (Dictionary, Stream)) or thing.objgen in masks:
            continue
        if isinstance(thing, Stream) and thing.get("/Subtype") == Name.Image:
            separate_picture(thing, inks)
        elif isinstance(thing, Stream) and (thing.get("/Subtype") == Name.Form or thing.get("/PatternType") == 1):
            thing.write(pikepdf.unparse_content_stream(list(_separated(pikepdf.parse_content_stream(thing), inks))))
            _separate_resources(thing.get("/Resources"), inks)
            if "/Group" in thing and "/CS" in thing.Group:
                thing.Group.CS = Name.DeviceCMYK
        elif "/ShadingType" in thing:
            _separate_shading(thing, inks)


def _masks(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """The drawings and pictures that are soft masks."""
    found: set[tuple[int, int]] = set()
    for thing in pdf.objects:
        if isinstance(thing, Stream) and isinstance(thing.get("/SMask"), Stream):
            found.add(thing.SMask.objgen)
        elif isinstance(thing, Dictionary):
            states = (thing, *(thing.get("/ExtGState") or {}).values()) if "/ExtGState" in thing else (thing,)
            for state in states:
                mask = state.get("/SMask") if isinstance(state, Dictionary) else None
                if isinstance(mask, Dictionary) and "/G" in mask:
                    found |= set(_within(mask.G))
    return found


def _within(form: Any) -> Iterator[tuple[int, int]]:  # noqa: ANN401 - pikepdf gives any object
    """A mask's drawing and all that it draws with."""
    yield form.objgen
    resources = form.get("/Resources") or Dictionary()
    for kind in ("/XObject", "/Shading", "/Pattern"):
        for thing in (resources.get(kind) or Dictionary()).values():
            yield thing.objgen
            if thing.get("/Subtype") == Name.Form:
                yield from _within(thing)
            if "/Shading" in thing:
                yield thing.Shading.objgen


@dataclass(slots=True)
class _Colour:
    """A colour in force: its space, its inks for areas and lines, and its inks for letters."""

    space: str = "/DeviceGray"
    inks: Cmyk = BLACK
    words: Cmyk = BLACK


def _separated(instructions: Iterable[Any], inks: Inks) -> Iterator[Instruction]:
    """The instructions with every colour in inks; no marks of content, which belong to the tags that are gone."""
    colours = {"k": _Colour(), "K": _Colour()}
    saved: list[dict[str, _Colour]] = []
    is_text = False
    for instruction in instructions:
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            raise StyleFault("a picture stands inside a drawing's own text, where its colours cannot be changed")
        operands, operator = list(instruction.operands), instruction.operator
        name = str(operator)
        if name in _MARKS:
            continue
        if name == "q":
            saved.append({paint: replace(colour) for paint, colour in colours.items()})
        elif name == "Q" and saved:
            colours = saved.pop()
        paint = _PAINTS.get(name)
        if paint:
            yield from _coloured(name, operands, colours[paint], inks, paint, is_text=is_text)
            continue
        yield operands, operator
        if name in {"BT", "ET"}:
            is_text = name == "BT"
            yield from (
                _setting(paint, colour, is_text=is_text) for paint, colour in colours.items() if _differs(colour)
            )


def _coloured(  # noqa: PLR0913 - a colour's instruction is all of these
    name: str, operands: list[Any], colour: _Colour, inks: Inks, paint: str, *, is_text: bool
) -> Iterator[Instruction]:
    """What stands in the place of one colour's instruction."""
    if name in {"cs", "CS"}:
        colour.space, colour.inks, colour.words = str(operands[0]), BLACK, BLACK
        if colour.space == "/Pattern":
            yield operands, Operator(name)
            return
        if colour.space not in _SPACES:
            raise StyleFault("a stylesheet writes a colour that cannot be turned into inks: write it like #0b5260")
    elif name in {"sc", "scn", "SC", "SCN"} and colour.space == "/Pattern":
        yield operands, Operator(name)
        return
    else:
        parts = [float(part) for part in operands]
        colour.space, colour.inks, colour.words = "", _inks_of(parts, inks), _inks_of(parts, inks, is_text=True)
    yield _setting(paint, colour, is_text=is_text)


def _setting(paint: str, colour: _Colour, *, is_text: bool) -> Instruction:
    return list(colour.words if is_text else colour.inks), Operator(paint)


def _differs(colour: _Colour) -> bool:
    return colour.space != "/Pattern" and colour.inks != colour.words


def _inks_of(parts: list[float], inks: Inks, *, is_text: bool = False) -> Cmyk:
    turned = inks.of_words if is_text else inks.of
    if len(parts) == _GREY:
        return turned(parts[0], parts[0], parts[0])
    if len(parts) == _RGB:
        return turned(*parts)
    if len(parts) == _CMYK:
        return inks.capped(cast("Cmyk", tuple(parts)))
    raise StyleFault("a colour has neither one, three nor four parts")


def _separate_resources(resources: Any, inks: Inks) -> None:  # noqa: ANN401 - pikepdf gives any object
    """Shadings that stand in the page's own list, and the list of colour spaces, which nothing asks for any more."""
    if resources is None:
        return
    if "/ColorSpace" in resources:
        del resources.ColorSpace
    for shading in (resources.get("/Shading") or Dictionary()).values():
        _separate_shading(shading, inks)
    for pattern in (resources.get("/Pattern") or Dictionary()).values():
        if "/Shading" in pattern:
            _separate_shading(pattern.Shading, inks)


def _separate_shading(shading: Any, inks: Inks) -> None:  # noqa: ANN401 - pikepdf gives any object
    """A gradient between inks; once done it is left alone."""
    space = str(shading.get("/ColorSpace"))
    if space == "/DeviceCMYK":
        return
    if space not in _SPACES or "/Function" not in shading:
        raise StyleFault("a drawing has a gradient that cannot be turned into inks")
    shading.Function = _separated_function(shading.Function, inks)
    shading.ColorSpace = Name.DeviceCMYK
    if "/Background" in shading:
        shading.Background = _numbers(_inks_of([float(part) for part in shading.Background], inks))


def _separated_function(function: Any, inks: Inks) -> Dictionary:  # noqa: ANN401 - pikepdf gives any object
    made = Dictionary(
        {key: value for key, value in function.items() if key not in {"/C0", "/C1", "/Functions", "/Range"}}
    )
    if int(function.FunctionType) == _STITCHED:
        made.Functions = Array([_separated_function(part, inks) for part in function.Functions])
        return made
    if "/C0" not in function or "/C1" not in function:
        raise StyleFault("a drawing has a gradient that cannot be turned into inks")
    made.C0, made.C1 = (_numbers(_inks_of([float(part) for part in function[key]], inks)) for key in ("/C0", "/C1"))
    return made


def _numbers(inks: Cmyk) -> Array:
    return Array([round(ink, _PLACES) for ink in inks])
