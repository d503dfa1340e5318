"""Each repair of the engine's tags is needed, and works: the bare engine fails where ours passes."""

import io
import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pydyf
import pytest
import weasyprint

from brochures import shipped
from brochures.errors import EngineMissing
from brochures.making import engine_tags
from brochures.making.reading_aloud import script
from tests.press import Press
from tests.structure import marked_words

SQUARE = "data:image/svg+xml;utf8,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'%3E%3C/svg%3E"
PAGE = f"""<!doctype html><html lang="en" style="--page-width:100mm;--page-height:100mm;--font-text:'Clear Text';
--color-ink:#000;--color-brand-text:#000"><head><title>t</title><style>
@font-face {{ font-family: "Clear Text"; src: url(FONT); }}
@page {{ size: 100mm; margin: 5mm; @top-left {{ content: "MARGIN"; font-family: "Clear Text" }} }}
html {{ font-family: "Clear Text"; font-size: 8pt }} ol, ul {{ list-style: none }}
ol li::before {{ content: "7"; display: inline-block }} ul li::before {{ content: "–"; display: inline-block }}
svg {{ display: block; height: 4mm; width: 4mm }} .narrow {{ width: 14mm }} .empty {{ height: 1mm }}
</style></head><body>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>One two three</title><path d="M0 0H1V1Z"/></svg>
<section title="opening">
<p class="narrow">Several words follow-up lie over lines and averyveryverylongword.</p></section>
<p>Of <em lang="la">Clostridium</em>. <a href="https://a.example/x">See <strong>this</strong> page</a>.</p>
<p class="narrow"><a href="https://b.example/y">A link that takes several lines</a></p>
<ol><li>First</li></ol><ul><li>Second</li></ul><p aria-hidden="true">HIDDEN</p><div class="empty"></div>
<p><img src="{SQUARE}" alt="">Beside</p>
<table><thead><tr><th scope="col">C</th></tr></thead><tbody><tr><th scope="row">R</th></tr></tbody></table>
</body></html>"""
BARE = """
import sys, weasyprint, pydyf
sys.stdout.buffer.write(weasyprint.HTML(string=sys.stdin.read()).write_pdf(pdf_variant="pdf/a-2a"))
"""


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Every element that the tree reaches."""

    def below(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
        if isinstance(node, pikepdf.Array):
            for part in node:
                yield from below(part)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield node
            yield from below(node.get("/K", pikepdf.Array()))

    return below(pdf.Root.StructTreeRoot.K)


def of_kind(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Dictionary]:
    """The elements of one kind."""
    return [element for element in elements(pdf) if str(element.S) == f"/{kind}"]


def said(pdf: pikepdf.Pdf) -> str:
    """All that is read aloud."""
    return "\n".join(script(written(pdf)))


def written(pdf: pikepdf.Pdf) -> bytes:
    """The file as it is."""
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def figure_box(pdf: pikepdf.Pdf) -> list[float]:
    """Where the drawing is said to lie."""
    return [float(edge) for edge in of_kind(pdf, "Figure")[0].A.BBox]


IS_RIGHT: dict[str, Callable[[pikepdf.Pdf], bool]] = {
    "language": lambda pdf: [str(e.Lang) for e in elements(pdf) if "/Lang" in e] == ["la"],
    "heads": lambda pdf: [str(head.A.get("/Scope")) for head in of_kind(pdf, "TH")] == ["/Column", "/Row"],
    "boxes": lambda pdf: figure_box(pdf) == pytest.approx([14.173, 257.953, 25.512, 269.291], abs=0.01),
    "link elements": lambda pdf: len(of_kind(pdf, "Link")) == 2,
    "link annotations": lambda pdf: sum("/x" in str(note.A.URI) for note in pdf.pages[0].Annots) == 1,
    "labels": lambda pdf: [str(i.K[0].S) for i in of_kind(pdf, "LI")] == ["/Lbl", "/Lbl"],
    "numbering": lambda pdf: [str(e.A.ListNumbering) for e in of_kind(pdf, "L") if "/A" in e] == ["/Decimal", "/Disc"],
    "hidden words": lambda pdf: "HIDDEN" not in said(pdf),
    "hidden pictures": lambda pdf: all("/Alt" in figure for figure in of_kind(pdf, "Figure")),
    "margins": lambda pdf: "MARGIN" not in "".join(marked_words(written(pdf)).values()),
    "words": lambda pdf: "\nSeveral words follow-up lie over lines and averyveryverylongword.\n" in said(pdf),
    "sections": lambda pdf: [str(e.T) for e in elements(pdf) if "/T" in e] == ["opening"],
    "empty elements": lambda pdf: all(len(e.K) for e in of_kind(pdf, "Div")),
    "inline elements": lambda pdf: not of_kind(pdf, "NonStruct"),
}


@pytest.fixture(scope="module")
def bare() -> Iterator[pikepdf.Pdf]:
    """The page by the engine as it is, in a process of its own."""
    page = PAGE.replace("FONT", (shipped.styles() / "fonts" / "ClearText-400.ttf").as_uri())
    made = subprocess.run([sys.executable, "-c", BARE], input=page.encode(), capture_output=True, check=True)
    with pikepdf.open(io.BytesIO(made.stdout)) as pdf:
        yield pdf


@pytest.fixture(scope="module")
def mended(pair: Press) -> Iterator[pikepdf.Pdf]:
    """The page by the engine with our repairs."""
    page = re.sub(r"@font-face.*", "", PAGE)
    with pikepdf.open(io.BytesIO(pair.typeset(page, pair.piece("peel", "handout").pages).pdf)) as pdf:
        yield pdf


@pytest.mark.parametrize("repair", IS_RIGHT)
def test_every_repair_is_still_needed(bare: pikepdf.Pdf, repair: str) -> None:
    """When this fails the engine has healed: take the repair out of `engine_tags`."""
    try:
        is_right = IS_RIGHT[repair](bare)
    except (AttributeError, KeyError):
        is_right = False

    assert not is_right


@pytest.mark.parametrize("repair", IS_RIGHT)
def test_every_repair_works(mended: pikepdf.Pdf, repair: str) -> None:
    """On the same page on which the bare engine fails."""
    assert IS_RIGHT[repair](mended)


def test_a_stream_never_ends_in_a_line_break(pair: Press) -> None:
    """Its length would be told wrong by whoever looks for its end; what it holds stays the same."""
    assert pair.typesetter
    content = next(text for text in map(str.encode, map(str, range(99999))) if zlib.compress(text).endswith(b"\r"))
    data = pydyf.Stream([content], compress=True).data
    length = int(data.split(b"/Length ")[1].split(b">>")[0])
    body = data.split(b"stream\n", 1)[1]

    assert body[length:] == b"\nendstream"
    assert body[length - 1 : length] not in b"\r\n"
    assert zlib.decompressobj().decompress(body[:length]) == content


def test_another_engine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has looked at its private parts; the message says what to install."""
    monkeypatch.setattr(weasyprint, "__version__", "70.1")

    with pytest.raises(EngineMissing, match=r"70\.1") as caught:
        engine_tags.install()
    assert engine_tags.WRITTEN_FOR in caught.value.hint


def test_repairs_are_put_in_once(pair: Press) -> None:
    """However many engines are loaded in one process."""
    from weasyprint.pdf import tags

    assert pair.typesetter
    before = vars(tags)["_build_box_tree"]

    engine_tags.install()

    assert vars(tags)["_build_box_tree"] is before


def test_the_version_is_the_one_that_is_installed_with_us() -> None:
    """Else every render would be refused."""
    wanted = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")

    assert f'"weasyprint=={engine_tags.WRITTEN_FOR}"' in wanted
