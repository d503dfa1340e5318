"""All figures by name. Each function computes numbers; `templates/figures/` writes them as SVG. Floor 4.

| function        | template            | template also takes        |
|-----------------|---------------------|----------------------------|
| `cover_motif`   | `cover_motif.svg`   | `paint`                    |
| `face_map`      | `face_map.svg`      | `paint`, `face`            |
| `onset_chart`   | `onset_chart.svg`   | `paint`, `face`            |
| `lasting_chart` | `lasting_chart.svg` | `paint`, `face`            |
| `lasting_bar`   | `lasting_bar.svg`   | `paint`                    |
| `rate_dots`     | `rate_dots.svg`     | `paint`                    |
| `icon`          | `icon.svg`          | nothing: it has its colour |
| `cover_bold`    | `bold/cover_motif.svg` | `paint`                 |
| `sign`          | `bold/sign.svg`     | nothing: it has its colour |

Every template takes `fig`; `paint` is the palette, `face` the name of the text family.
Sizes are millimetres, so a figure is set at `fig.width_mm` by `fig.height_mm` and its type is true to size.
"""

from brochures.making.drawing_cover import CoverMotif, cover_motif
from brochures.making.drawing_cover_bold import BoldCover, cover_bold
from brochures.making.drawing_cover_editorial import EditorialCover, cover_editorial
from brochures.making.drawing_dots import RateDots, rate_dots
from brochures.making.drawing_icons import ICONS, IconFigure, icon, icon_data_uri
from brochures.making.drawing_lasting import LastingBar, LastingChart, Span, lasting_bar, lasting_chart, nice_months
from brochures.making.drawing_map import FaceMapFigure, Numbered, face_map
from brochures.making.drawing_onset import OnsetChart, OnsetLabels, onset_chart
from brochures.making.drawing_signs import Sign, sign
from brochures.making.figures_qr import qr

__all__ = [
    "ICONS",
    "BoldCover",
    "CoverMotif",
    "EditorialCover",
    "FaceMapFigure",
    "IconFigure",
    "LastingBar",
    "LastingChart",
    "Numbered",
    "OnsetChart",
    "OnsetLabels",
    "RateDots",
    "Sign",
    "Span",
    "cover_bold",
    "cover_editorial",
    "cover_motif",
    "face_map",
    "icon",
    "icon_data_uri",
    "lasting_bar",
    "lasting_chart",
    "nice_months",
    "onset_chart",
    "qr",
    "rate_dots",
    "sign",
]
