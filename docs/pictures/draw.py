"""Draw the README's pictures from freshly rendered pieces: `make pictures`.

Every theme in every format, and the example clinics side by side, as contact sheets on grey.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
GROUND = (226, 228, 230)
GAP = 14
HEIGHT = 430
THEMES = ("clear", "editorial", "bold")
CLINICS = ("alder-dermatology", "maison-lys", "ferncroft-community")
SCALE = 1.3


def render(folder: Path, *arguments: str) -> list[Path]:
    """The PDFs of one call of the program, in its order."""
    command = [sys.executable, "-m", "brochures", "render", *arguments, "-q", "-o", str(folder)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - our own program
    return [Path(line) for line in done.stdout.splitlines()]


def page(pdf: Path, number: int, height: int = HEIGHT) -> Image.Image:
    """One page as a picture of that height in pixels, drawn larger first so that thin lines stay even."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[number]
        drawn = sheet.render(scale=SCALE * height / sheet.get_height()).to_pil().convert("RGB")
    finally:
        document.close()
    return drawn.resize((round(drawn.width * height / drawn.height), height), Image.Resampling.LANCZOS)


def row(pictures: list[Image.Image]) -> Image.Image:
    """Pictures side by side on the ground."""
    width = sum(picture.width for picture in pictures) + GAP * (len(pictures) + 1)
    sheet = Image.new("RGB", (width, max(picture.height for picture in pictures) + 2 * GAP), GROUND)
    x = GAP
    for picture in pictures:
        sheet.paste(picture, (x, GAP))
        x += picture.width + GAP
    return sheet


def column(pictures: list[Image.Image]) -> Image.Image:
    """Pictures under each other, centred."""
    width = max(picture.width for picture in pictures) + 2 * GAP
    sheet = Image.new("RGB", (width, sum(picture.height for picture in pictures) + GAP * (len(pictures) + 1)), GROUND)
    y = GAP
    for picture in pictures:
        sheet.paste(picture, ((width - picture.width) // 2, y))
        y += picture.height + GAP
    return sheet


def save(picture: Image.Image, name: str) -> None:
    """The picture with 256 colours: flat fields keep their edges, and the file stays small."""
    path = HERE / f"{name}.png"
    picture.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
    sys.stdout.write(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} KB\n")


def draw_theme(theme: str, folder: Path) -> None:
    """All formats of a theme: both sides of the tri-fold, the handout's first page, the comparison sheet."""
    trifold = render(folder, "botox-vs-fillers", "--format", "trifold", "--theme", theme)[0]
    handout = render(folder, "fillers", "--format", "handout", "--theme", theme)[0]
    sheet = render(folder, "botox-vs-fillers", "--format", "comparison", "--theme", theme)[0]
    save(row([page(trifold, 0), page(trifold, 1), page(handout, 0), page(sheet, 0)]), f"theme-{theme}")


def draw_clinics(folder: Path) -> None:
    """What the example clinics print, one clinic a column."""
    columns = []
    for name in CLINICS:
        clinic = ("--clinic", f"examples/{name}/clinic.yaml")
        trifold = render(folder, "botox", "--format", "trifold", *clinic)[0]
        handout = render(folder, "fillers", "--format", "handout", *clinic)[0]
        columns.append(column([page(trifold, 0, 340), page(trifold, 1, 340), page(handout, 0, 560)]))
    save(row(columns), "clinics")


def draw_formats(folder: Path, clinic: str = "alder-dermatology") -> None:
    """Every format as one clinic gives it: folded sheets, flat sheets, small pieces and the wall, screens."""
    given = ("--clinic", f"examples/{clinic}/clinic.yaml")

    def made(subject: str, name: str, *more: str) -> Path:
        return next(path for path in render(folder, subject, "--format", name, *given, *more) if path.suffix == ".pdf")

    trifold, zfold = made("botox", "trifold"), made("botox-vs-fillers", "zfold")
    bifold, handout = made("fillers", "bifold"), made("fillers", "handout")
    sheet, poster = made("botox-vs-fillers", "comparison"), made("botox-vs-fillers", "poster")
    rack, card = made("botox", "rack-card", "--edition", "press"), made("fillers", "card", "--edition", "press")
    phone, slide = made("fillers", "phone"), made("botox", "slide")
    folded = row([page(trifold, 0, 330), page(trifold, 1, 330), page(zfold, 0, 330), page(zfold, 1, 330)])
    flat = row([page(bifold, 0, 330), page(bifold, 1, 330), page(handout, 0, 430), page(sheet, 0, 430)])
    small = row([page(rack, 0, 470), page(rack, 1, 470), column([page(card, 0, 190), page(card, 1, 190)])])
    wall = row([small, page(poster, 0, 560)])
    slides = [column([page(slide, at, 182), page(slide, at + 1, 182)]) for at in (0, 2)]
    screens = row([*(page(phone, at, 380) for at in range(3)), *slides])
    save(column([folded, flat, wall, screens]), "formats")


def main() -> None:
    """All pictures."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        trifold = render(folder, "botox", "--format", "trifold")[0]
        save(page(trifold, 1, 620), "trifold")
        for theme in THEMES:
            draw_theme(theme, folder)
        draw_clinics(folder)
        draw_formats(folder)


if __name__ == "__main__":
    main()
