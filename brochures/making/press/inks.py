"""Screen colours become inks: through the printing profile, neutrals in black alone, never more than dries. Floor 4.

Ink is counted from 0.0 to 1.0 for each of cyan, magenta, yellow and black; 3.0 in all is what printers call 300 %.

A colour beyond the limit is mended by grey component replacement. Equal parts of cyan, magenta and yellow are
grey, so with  over = c + m + y + k - limit  and  grey = min(c, m, y, over / 2, 1 - k)  each of the three gives
`grey` away and black takes it: the sum falls by twice that. What is still too much is taken from the three
colours in proportion, and black stays.
"""

import io
from collections.abc import Iterable
from functools import partial
from math import floor, hypot
from typing import Any, Final, cast

from PIL import Image, ImageCms, ImageMath

from brochures.errors import StyleFault
from brochures.model.press import Press

Rgb = tuple[int, int, int]
Cmyk = tuple[float, float, float, float]

BLACK: Final[Cmyk] = (0.0, 0.0, 0.0, 1.0)
_FULL: Final = 255
_STEPS: Final = 100
_THREE: Final = 3
_HALF: Final = 0.5
_AS_BLACK: Final = 18.0
_DARK: Final = 50.0
_NEUTRAL: Final = 9.0
"""Lightness under which letters look black, that of dark letters, and how little colour looks grey; CIELAB."""


class Inks:
    """Turns sRGB into the inks of one press.

    `neutrals` are colours of text and lines, as `#rrggbb`, that are printed in black alone: four inks that do
    not meet exactly would blur small type. The darkest of them is full black; the others, and every other grey,
    take as much black as looks equally light on that paper. Paper white is no ink.
    """

    def __init__(self, press: Press, neutrals: Iterable[str]) -> None:
        self.most = press.most_ink
        target = ImageCms.ImageCmsProfile(io.BytesIO(press.profile.data))
        screen, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        relative, black_point = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        # A flat colour is printed as it is, or as near as the paper comes; a photograph keeps the steps in its shadows.
        self._to_press = ImageCms.buildTransform(screen, target, "RGB", "CMYK", relative)
        self._shades_to_press = ImageCms.buildTransform(screen, target, "RGB", "CMYK", relative, black_point)
        self._to_lab = ImageCms.buildTransform(screen, lab, "RGB", "LAB", relative)
        self._press_to_lab = ImageCms.buildTransform(target, lab, "CMYK", "LAB", relative)
        self._black = self._ramp()
        darkest = min(neutrals, key=lambda colour: self._lightness(_rgb(colour)), default="#000000")
        self._made: dict[Rgb, Cmyk] = {
            **{_rgb(colour): self._in_black(_rgb(colour)) for colour in neutrals},
            _rgb(darkest): BLACK,
        }

    def of(self, red: float, green: float, blue: float) -> Cmyk:
        """The inks of a screen colour, whose parts go from 0.0 to 1.0."""
        rgb = (round(red * _FULL), round(green * _FULL), round(blue * _FULL))
        if rgb not in self._made:
            self._made[rgb] = self._in_black(rgb) if max(rgb) == min(rgb) else self._in_all(rgb)
        return self._made[rgb]

    def of_words(self, red: float, green: float, blue: float) -> Cmyk:
        """The inks of letters in this colour: what reads as grey, or is as dark as black ink, is in black alone."""
        inks = self.of(red, green, blue)
        if not self.reads_grey(inks):
            return inks
        return self._in_black((round(red * _FULL), round(green * _FULL), round(blue * _FULL)))

    def reads_grey(self, inks: Cmyk) -> bool:
        """Whether these are dark inks in several colours that letters could have in black alone."""
        if max(inks[:3]) == 0:
            return False
        lightness, a, b = self.lab(inks)
        return lightness < _AS_BLACK or (lightness < _DARK and hypot(a, b) < _NEUTRAL)

    def capped(self, inks: Cmyk) -> Cmyk:
        """The inks, with no more in all than the stock bears; whole hundredths, as printers read them."""
        *colours, black = inks
        over = sum(inks) - self.most
        if over > 0:
            grey = max(0.0, min(*colours, over / 2, 1.0 - black))
            black += grey
            colours = [ink - grey for ink in colours]
            share = max(0.0, self.most - black) / sum(colours) if sum(colours) + black > self.most else 1.0
            return cast(
                "Cmyk", tuple(floor(ink * _STEPS + 1e-6) / _STEPS for ink in (*(c * share for c in colours), black))
            )
        return cast("Cmyk", tuple(round(ink * _STEPS) / _STEPS for ink in inks))

    def lab(self, inks: Cmyk) -> tuple[float, float, float]:
        """How these inks look on that paper: lightness from 0 to 100, and the two axes of colour."""
        dot = Image.new("CMYK", (1, 1), cast("tuple[int, ...]", tuple(round(ink * _FULL) for ink in inks)))
        lightness, a, b = _applied(dot, self._press_to_lab).tobytes()
        # The two axes are signed bytes.
        return lightness * 100 / _FULL, (a + 128) % 256 - 128, (b + 128) % 256 - 128

    def picture(self, image: Image.Image) -> Image.Image:
        """A picture in the inks: greys in black alone, colours through the profile, neither beyond the limit."""
        if image.mode in {"1", "L", "I;16", "I"}:
            grey = image.convert("L")
            none = Image.new("L", image.size)
            levels = [round(self._black_for(self._lightness((step,) * 3)) * _FULL) for step in range(_FULL + 1)]
            return Image.merge("CMYK", (none, none, none, grey.point(levels)))
        if image.mode == "CMYK":
            return self._capped_picture(image)
        return self._capped_picture(_applied(image.convert("RGB"), self._shades_to_press))

    def _capped_picture(self, image: Image.Image) -> Image.Image:
        """As `capped`, for every pixel at once."""
        values: dict[str, Any] = dict(zip("cmyk", (band.convert("I") for band in image.split()), strict=True))
        values |= {"most": int(self.most * _FULL), "full": _FULL}
        values["grey"] = ImageMath.lambda_eval(_greys, **values)
        values |= {band: ImageMath.lambda_eval(partial(_less, band), **values) for band in "cmy"}
        values["k"] = ImageMath.lambda_eval(_more, **values)
        values["sums"] = ImageMath.lambda_eval(_sums, **values)
        scaled = [ImageMath.lambda_eval(partial(_scaled, band), **values) for band in "cmy"]
        return Image.merge("CMYK", [band.convert("L") for band in (*scaled, values["k"])])

    def _in_all(self, rgb: Rgb) -> Cmyk:
        pixel = _applied(Image.new("RGB", (1, 1), rgb), self._to_press).tobytes()
        return self.capped(cast("Cmyk", tuple(byte / _FULL for byte in pixel)))

    def _in_black(self, rgb: Rgb) -> Cmyk:
        return (0.0, 0.0, 0.0, self._black_for(self._lightness(rgb)))

    def _black_for(self, lightness: float) -> float:
        """The least black that looks as dark, in whole hundredths; full black where even that is lighter."""
        return next((step / _STEPS for step, light in enumerate(self._black) if light <= lightness + _HALF), 1.0)

    def _lightness(self, rgb: Rgb) -> float:
        return _applied(Image.new("RGB", (1, 1), rgb), self._to_lab).tobytes()[0] * 100 / _FULL

    def _ramp(self) -> tuple[float, ...]:
        """The lightness of black in steps of a hundredth, from bare paper."""
        ramp = Image.new("CMYK", (_STEPS + 1, 1))
        for step in range(_STEPS + 1):
            ramp.putpixel((step, 0), (0, 0, 0, round(step * _FULL / _STEPS)))
        return tuple(byte * 100 / _FULL for byte in _applied(ramp, self._press_to_lab).tobytes()[::_THREE])


def _greys(at: dict[str, Any]) -> Any:  # noqa: ANN401 - the library's sums of pictures have no public type
    """How much grey each pixel's colours give to black."""
    least, most = at["min"], at["max"]
    over = at["c"] + at["m"] + at["y"] + at["k"] - at["most"]
    colours = least(least(at["c"], at["m"]), at["y"])
    return most(least(least(colours, (over + 1) / 2), at["full"] - at["k"]), 0)


def _less(band: str, at: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
    return at[band] - at["grey"]


def _more(at: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
    return at["k"] + at["grey"]


def _sums(at: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
    return at["c"] + at["m"] + at["y"]


def _scaled(band: str, at: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
    """A colour's share of what black leaves of the limit, where that is less than there is."""
    return at["min"](at[band], at[band] * (at["most"] - at["k"]) / at["max"](at["sums"], 1))


def _applied(image: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    made = ImageCms.applyTransform(image, transform)
    if made is None:
        raise StyleFault("the printing profile gave no colours back")
    return made


def _rgb(colour: str) -> Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
