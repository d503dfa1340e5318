"""Our own stamped files against full renders of the same people: words, structure, letters, pixels, judges."""

import io
import re
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from bench import subject
from bench.filling import Values
from bench.filling import people as values_in
from bench.gates import judge, text_of
from bench.montage import montage
from bench.results import Figure
from bench.setup import PICTURES, Setup
from brochures import shipped
from brochures.making import markup
from brochures.making.finishing import finish
from brochures.making.personal import filled
from brochures.making.typesetting import Typesetter

_SAMPLE: Final = 20
_PICTURED: Final = 3
_DPI: Final = 150
_NOISE: Final = 8
_SHARE: Final = 0.001
_SPACE: Final = re.compile(r"\s+")


def gates(setup: Setup) -> Iterator[Figure]:
    """What our files are worth; the count of those that pass, of those that were looked at."""
    count = 4 if setup.quick else _SAMPLE
    wanted = {values["phone"]: values for values in values_in(setup.people(count)[1])}
    setup.merge(count)
    files = sorted((setup.folder / "out" / "ours").rglob("*.pdf"))
    setter = Typesetter(subject.personal().look, shipped.styles())
    found: dict[str, list[bool]] = {name: [] for name in ("words", "text", "structure", "letters", "UA-1", "A-2a")}
    pixels: list[float] = []
    for path in files:
        values = _whose(path, wanted)
        if values is None:
            raise SystemExit(f"{path.name} belongs to nobody")
        whole = _full(setter, values)
        mine = path.read_bytes()
        gate = judge(path, setup.words(values), standards=True)
        found["words"].append(gate.passes)
        found["text"].append(_even(text_of(mine)) == _even(text_of(whole)))
        found["structure"].append(structure(mine) == structure(whole))
        found["letters"].append(not _blanks(mine))
        for name, verdict in gate.verdicts:
            found[name].append(verdict == "pass")
        if len(pixels) < _PICTURED:
            pixels.append(_differs(mine, whole))
    setup.gates["ours"] = judge(files[0], setup.words(_whose(files[0], wanted) or {}), standards=True)
    montage(files[0], PICTURES / "bench-ours.png")
    about = {
        "words": "two pages, all words, fonts inside",
        "text": "text equal to a full render",
        "structure": "structure equal to a full render",
        "letters": "no letter that is blank or missing",
        "UA-1": "veraPDF, PDF/UA-1",
        "A-2a": "veraPDF, PDF/A-2a",
    }
    for name, answers in found.items():
        if answers:
            share = sum(answers) / len(answers)
            yield Figure(
                "gates", about[name], ours=f"{sum(answers)} of {len(answers)}", ratio=share, goal=1, bound="at least"
            )
        else:
            yield Figure("gates", about[name], gap="veraPDF is not installed")
    worst = max(pixels, default=0.0)
    told = f"{statistics.fmean(pixels):.3%} of pixels"
    yield Figure("gates", f"pixels that differ, {len(pixels)} files", ours=told, ratio=worst, goal=_SHARE)


def _whose(path: Path, wanted: dict[str, Values]) -> Values | None:
    text = text_of(path.read_bytes())
    return next((values for phone, values in wanted.items() if phone in text), None)


def _full(setter: Typesetter, values: Values) -> bytes:
    made = subject.personal()
    document = filled(made.document, values)  # type: ignore[arg-type] # the names are those of the people file
    return setter.typeset(markup.html(document, made.look, shipped.templates()), finish(document)).pdf


def _even(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def structure(pdf: bytes) -> list[str]:
    """The tags of the file in order, each with how deep it stands."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return list(_tags(opened.Root.StructTreeRoot, 0))


def _tags(node: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - pikepdf's own
    import pikepdf

    if isinstance(node, pikepdf.Array):
        for inner in node:
            yield from _tags(inner, depth)
    elif isinstance(node, pikepdf.Dictionary):
        yield f"{depth} {node.get('/S', '')} {node.get('/Alt', '')}"
        if "/K" in node:
            yield from _tags(node["/K"], depth + 1)


def _blanks(pdf: bytes) -> int:
    """How many letters stand for no character, or for the font's sign of a missing one."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage() for page in document]
        return sum(
            1
            for text in texts
            for at in range(text.count_chars())
            if pdfium.FPDFText_HasUnicodeMapError(text.raw, at) == 1
            or pdfium.FPDFText_GetUnicode(text.raw, at) in (0, 0xFFFD)
        )


def _differs(mine: bytes, whole: bytes) -> float:
    """The share of pixels that differ by more than the engine's own noise."""
    import pypdfium2
    from PIL import ImageChops

    shares = []
    with pypdfium2.PdfDocument(mine) as left, pypdfium2.PdfDocument(whole) as right:
        for one, other in zip(left, right, strict=True):
            pages = [page.render(scale=_DPI / 72).to_pil().convert("RGB") for page in (one, other)]
            bands = ImageChops.difference(*pages).split()
            worst = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
            shares.append(sum(worst.histogram()[_NOISE + 1 :]) / (worst.width * worst.height))
    return max(shares)
