"""What a colour space of a PDF is: its family, its inks, and whether a profile says how it looks. Floor 4."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

import pikepdf

Family = Literal["grey", "RGB", "CMYK", "spot", "Lab", "pattern", "unknown"]

_DEVICE: Final[dict[str, tuple[Family, str]]] = {
    "/DeviceGray": ("grey", "/DefaultGray"),
    "/G": ("grey", "/DefaultGray"),
    "/DeviceRGB": ("RGB", "/DefaultRGB"),
    "/RGB": ("RGB", "/DefaultRGB"),
    "/DeviceCMYK": ("CMYK", "/DefaultCMYK"),
    "/CMYK": ("CMYK", "/DefaultCMYK"),
}
_CALIBRATED: Final[dict[str, Family]] = {"/CalGray": "grey", "/CalRGB": "RGB", "/Lab": "Lab"}
_BY_COMPONENTS: Final[dict[int, Family]] = {1: "grey", 3: "RGB", 4: "CMYK"}
_DEEPEST: Final = 4
_EVERY_INK: Final = "All"


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: `is_device` when no profile says how it looks; `inks` are those of spot colours."""

    family: Family
    is_device: bool = False
    inks: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """How a report names it."""
        if self.inks:
            return "spot " + " + ".join(self.inks)
        return self.family if self.is_device or self.family in ("Lab", "pattern", "unknown") else f"{self.family} (ICC)"


GREY: Final = Space("grey", is_device=True)
RGB: Final = Space("RGB", is_device=True)
CMYK: Final = Space("CMYK", is_device=True)
UNKNOWN: Final = Space("unknown")


def space_of(given: Any, resources: Any, depth: int = 0) -> Space:  # noqa: ANN401 - any object of a PDF
    """The space that a name or an array of a PDF means here; a default of the resources stands in for a device."""
    if depth > _DEEPEST or given is None:
        return UNKNOWN
    spaces = resources.get("/ColorSpace") if isinstance(resources, pikepdf.Dictionary) else None
    held = spaces if isinstance(spaces, pikepdf.Dictionary) else pikepdf.Dictionary()
    if isinstance(given, pikepdf.Name):
        if str(given) in _DEVICE:
            family, default = _DEVICE[str(given)]
            return Space(family, is_device=default not in held)
        if str(given) == "/Pattern":
            return Space("pattern")
        return space_of(held.get(str(given)), resources, depth + 1)
    if not isinstance(given, pikepdf.Array) or not len(given):
        return UNKNOWN
    return _of_array(str(given[0]), given, resources, depth)


def _of_array(kind: str, given: pikepdf.Array, resources: Any, depth: int) -> Space:  # noqa: ANN401 - as above
    if len(given) == 1 or kind == "/Pattern":
        return space_of(given[0], resources, depth + 1)
    if kind == "/ICCBased":
        return Space(_BY_COMPONENTS.get(int(given[1].get("/N", 0)), "unknown"))
    if kind in ("/Indexed", "/I"):
        return space_of(given[1], resources, depth + 1)
    if kind == "/Separation":
        return Space("spot", inks=(str(given[1]).lstrip("/"),))
    if kind == "/DeviceN":
        return Space("spot", inks=tuple(str(ink).lstrip("/") for ink in given[1]))
    return Space(_CALIBRATED.get(kind, "unknown"))


def ink_percent(space: Space, values: tuple[float, ...]) -> float:
    """How much ink this colour puts on one spot, 100 for each full ink; 0 where inks are not named.

    Registration colour, which is meant for marks, counts as none.
    """
    if space.family == "CMYK":
        return 100 * sum(values)
    if space.family == "spot" and _EVERY_INK not in space.inks:
        return 100 * sum(value for ink, value in zip(space.inks, values, strict=False) if ink != "None")
    return 0.0


def shade_colours(shading: Any) -> Iterator[tuple[float, ...]]:  # noqa: ANN401 - as above
    """The colours between which a gradient runs, as far as its functions are simple ones."""
    found = shading.get("/Function")
    functions = list(found) if isinstance(found, pikepdf.Array) else [found]
    if len(functions) > 1:  # one function for each component
        ends = [list(_ends(function)) for function in functions]
        if all(ends):
            yield tuple(values[0][0] for values in ends)
            yield tuple(values[-1][0] for values in ends)
    else:
        yield from _ends(functions[0])


def _ends(function: Any, depth: int = 0) -> Iterator[tuple[float, ...]]:  # noqa: ANN401 - as above
    if depth > _DEEPEST or not isinstance(function, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    if "/Functions" in function:
        for part in function["/Functions"]:
            yield from _ends(part, depth + 1)
    elif "/C0" in function or function.get("/FunctionType") == 2:  # noqa: PLR2004 - the format's number
        for key, default in (("/C0", [0.0]), ("/C1", [1.0])):
            yield tuple(float(value) for value in function.get(key, default))
