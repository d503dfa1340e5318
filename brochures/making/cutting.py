"""Static cuts of variable fonts. Floor 4. The only home of fontTools.

The engine sets a variable font's bold rightly but writes the widths of its regular: the judges of PDF/UA
refuse that (7.21.5), and letters can stand apart. So each weight is cut once into a font of its own and
kept in the user's cache, where a cut that is not whole is noticed and made again.
"""

import hashlib
import io
from pathlib import Path
from typing import Final

from brochures.making import kept
from brochures.model.brand import CUT_LETTERS, FontFace

DISPLAY_OPTICAL_PT: Final = 40.0
TEXT_OPTICAL_PT: Final = 11.0


def is_variable(path: Path) -> bool:
    """Whether the font has axes: a table `fvar` in its directory."""
    with path.open("rb") as file:
        head = file.read(12 + 16 * 64)
    count = int.from_bytes(head[4:6], "big")
    return any(head[at : at + 4] == b"fvar" for at in range(12, 12 + 16 * count, 16))


def static(face: FontFace, optical_pt: float) -> bytes:
    """The font as one static face; a font without axes as it is."""
    raw = face.path.read_bytes()
    if not is_variable(face.path):
        return raw
    import fontTools

    key = f"{fontTools.version} {face.weight} {optical_pt} {len(CUT_LETTERS)}".encode()
    place = kept.folder("fonts") / f"{hashlib.sha256(raw + key).hexdigest()}.cut"
    found = kept.found(place)
    if found is None:
        found = _cut(raw, face.weight, optical_pt)
        kept.keep(place, found)
    return found


def _cut(raw: bytes, weight: int, optical_pt: float) -> bytes:
    # Loaded here: cuts are kept, so that most runs make none.
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(io.BytesIO(raw), recalcTimestamp=False)
    options = Options(name_IDs=["*"], notdef_outline=True, hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CUT_LETTERS)
    subsetter.subset(font)
    wanted = {"wght": float(weight), "opsz": optical_pt}
    limits = {
        axis.axisTag: min(max(wanted.get(axis.axisTag, axis.defaultValue), axis.minValue), axis.maxValue)
        for axis in font["fvar"].axes
    }
    target = io.BytesIO()
    instancer.instantiateVariableFont(font, limits, inplace=True).save(target)
    return target.getvalue()
