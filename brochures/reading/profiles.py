"""A printing profile, the clinic's print shop's or one of ours, checked before colours are made with it. Floor 2."""

import io
import struct
from pathlib import Path
from typing import Final

from PIL import Image, ImageCms

from brochures.errors import Mark, Problem, SourceError, StyleFault
from brochures.model.clinic import Clinic
from brochures.model.formats import PaperName
from brochures.model.press import Press, PressShop, PrintProfile, Stock
from brochures.reading.confine import read_confined
from brochures.reading.source import Reading

MOST_BYTES: Final = 8_000_000
"""The largest profiles that shops give are 3 MB."""

_HEAD: Final = 132
_TAG: Final = 12
_MOST_TAGS: Final = 100
_LATEST: Final = 4
_OUT: Final = frozenset({b"B2A0", b"B2A1"})
_BACK: Final = frozenset({b"A2B0", b"A2B1"})
_ASK: Final = "ask the print shop for the ICC profile of its press, for CMYK output"
_OURS: Final[dict[tuple[PaperName, Stock], tuple[str, str]]] = {
    ("letter", "coated"): ("coated-gracol2006.icc", "CGATS TR 006"),
    ("a4", "coated"): ("coated-fogra39.icc", "FOGRA39"),
    ("letter", "uncoated"): ("uncoated-fogra29.icc", "FOGRA29"),
    ("a4", "uncoated"): ("uncoated-fogra29.icc", "FOGRA29"),
}
"""File, and the name of the condition in the registry of the ICC (https://www.color.org/registry)."""


def read_profile(clinic: Reading[Clinic], folder: Path) -> PrintProfile | None:
    """The profile that the clinic's print shop gave, or None where it gave none.

    Raises:
        SourceError: outside the clinic's folder, no profile for printing in CMYK, damaged, or too large.
    """
    shop = clinic.value.press
    if shop is None or shop.profile is None:
        return None
    mark = clinic.locate("press", "profile")
    _, raw = read_confined(folder, shop.profile, mark, MOST_BYTES)
    fault = _fault(raw)
    if fault:
        raise _refusal(shop.profile, fault, mark)
    try:
        label = _tried(raw)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError) as error:
        raise _refusal(shop.profile, "is a damaged profile", mark) from error
    return PrintProfile(raw, label, shop.condition or "Custom", is_own=True)


def press_for(shop: PressShop | None, own: PrintProfile | None, paper: PaperName, styles: Path) -> Press:
    """What the press edition on this paper is made for: the shop's own profile, else ours for the stock.

    Raises:
        StyleFault: a profile of ours is missing.
    """
    shop = shop or PressShop()
    return Press(own or _ours(paper, shop.stock, styles), shop.stock, shop.weight_gsm)


def _ours(paper: PaperName, stock: Stock, styles: Path) -> PrintProfile:
    name, condition = _OURS[paper, stock]
    path = styles / "profiles" / name
    if not path.is_file():
        raise StyleFault(
            f"the printing profile {name} is missing from {path.parent}: install brochures again, or name the "
            "print shop's own in clinic.yaml, under `press: {profile: …}`"
        )
    raw = path.read_bytes()
    return PrintProfile(raw, _tried(raw), condition)


def _fault(raw: bytes) -> str:
    """What the head and the list of parts say against it (ICC.1:2022, 7.2 and 7.3), or nothing."""
    if len(raw) < _HEAD or raw[36:40] != b"acsp":
        return "is no ICC profile"
    if raw[16:20] != b"CMYK":
        return f"is a profile for {raw[16:20].decode('ascii', 'replace').strip()}, not for CMYK"
    if raw[12:16] != b"prtr":
        return "is no profile of a press or printer"
    if raw[8] > _LATEST:
        return f"is an ICC profile of version {raw[8]}, which print shops cannot read yet"
    return _fault_of_parts(raw)


def _fault_of_parts(raw: bytes) -> str:
    count = int.from_bytes(raw[128:132], "big")
    if int.from_bytes(raw[:4], "big") != len(raw) or count > _MOST_TAGS or len(raw) < _HEAD + count * _TAG:
        return "is a damaged profile"
    tags = [struct.unpack_from(">4sII", raw, _HEAD + number * _TAG) for number in range(count)]
    if any(offset + length > len(raw) for _, offset, length in tags):
        return "is a damaged profile"
    names = {tag for tag, _, _ in tags}
    if not names & _OUT or not names & _BACK:
        return "describes colours in one direction only, and cannot print"
    return ""


def _tried(raw: bytes) -> str:
    """The profile's own name, after white went through it in both directions."""
    profile = ImageCms.ImageCmsProfile(io.BytesIO(raw))
    srgb = ImageCms.createProfile("sRGB")
    inks = ImageCms.applyTransform(
        Image.new("RGB", (1, 1), "white"), ImageCms.buildTransform(srgb, profile, "RGB", "CMYK")
    )
    if inks is None:
        raise ValueError("no colour came out")
    ImageCms.applyTransform(inks, ImageCms.buildTransform(profile, srgb, "CMYK", "RGB"))
    label = ImageCms.getProfileDescription(profile).strip()
    return "".join(c for c in label if c.isprintable())[:120] or "CMYK"


def _refusal(name: str, fault: str, mark: Mark) -> SourceError:
    return SourceError([Problem("bad-profile", f"`{name}` {fault}", _ASK, mark)])
