"""The peers, each in the best way that it has for many copies: `python -m bench.engines NAME FOLDER PEOPLE OUT`.

One run of this module is one whole process of one engine, which writes a PDF a person into the folder, or one PDF
of all. Nothing here loads more than the engine that was asked for.
"""

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import IO, Any, Final

from bench.filling import MARK, Values, asked_of_typst, people, put_in


@dataclass(frozen=True, slots=True)
class Engine:
    """One way to print: what it is called, its package, which twin it prints, and what is to be known of it."""

    label: str
    package: str
    module: str
    twin: str
    way: str
    run: Callable[[Path, Path, Path], None]
    one_file: bool = False

    @property
    def version(self) -> str:
        """Of its package; empty where it is not installed."""
        try:
            found = version(self.package)
        except PackageNotFoundError:
            return ""
        if self.package == "playwright" and _chromium():
            told = subprocess.run([_chromium(), "--version"], check=True, capture_output=True, text=True).stdout
            return next((word for word in told.split() if word[:1].isdigit()), found)
        return found if self.package != "playwright" else ""

    @property
    def is_here(self) -> bool:
        """Whether it can be run on this machine."""
        return bool(self.version) and importlib.util.find_spec(self.module) is not None


def _numbered(source: Path, out: Path) -> Iterator[tuple[Path, Values]]:
    for number, values in enumerate(people(source)):
        yield out / f"{number:06}.pdf", values


def weasyprint(folder: Path, source: Path, out: Path) -> None:
    """The naive loop: the same HTML with other values, each from the beginning."""
    from weasyprint import HTML

    page = (folder / "page.html").read_text(encoding="utf-8")
    for target, values in _numbered(source, out):
        made = HTML(string=put_in(page, values), base_url=f"{folder}/")
        made.write_pdf(target, pdf_variant="pdf/ua-1")


def weasyprint_pages(folder: Path, _: Path, out: Path) -> None:
    """The naive loop over all pages of a folder."""
    from weasyprint import HTML

    for page in sorted(folder.glob("*.html")):
        HTML(filename=str(page)).write_pdf(out / f"{page.stem}.pdf", pdf_variant="pdf/ua-1")


def _typst(folder: Path, main: str | None = None) -> Any:  # noqa: ANN401 - the engine's own
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder / "fonts")])
    return typst.Compiler(input=main, root=str(folder / "typst"), font_paths=fonts)


def typst_module(folder: Path, source: Path, out: Path) -> None:
    """One compiler; the piece is a module that stays compiled, and each person a small file that asks for it."""
    compiler = _typst(folder)
    for target, values in _numbered(source, out):
        compiler.compile(input=asked_of_typst(values), output=str(target), pdf_standards=["ua-1"])


def typst_inputs(folder: Path, source: Path, out: Path) -> None:
    """One compiler, the values as `sys.inputs`, as its manual has it."""
    main = folder / "typst" / "inputs.typ"
    main.write_text('#import "twin.typ": piece\n#piece(sys.inputs)\n', encoding="utf-8")
    compiler = _typst(folder, str(main))
    for target, values in _numbered(source, out):
        compiler.compile(output=str(target), sys_inputs=values, pdf_standards=["ua-1"])


def prince(folder: Path, source: Path, out: Path) -> None:
    """One process of Prince for all, through its control interface."""
    import prince_pdf

    page = (folder / "page.html").read_text(encoding="utf-8")
    what = {"src": "job-resource:0", "type": "html", "base": f"{folder}/"}
    job = json.dumps({"input": what, "pdf": {"pdf-profile": "PDF/UA-1"}, "job-resource-count": 1}).encode()
    with subprocess.Popen(
        [str(prince_pdf.executable()), "--control"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as engine:
        to, back = engine.stdin, engine.stdout
        if to is None or back is None:
            raise RuntimeError("Prince was started without pipes")
        _chunk(back)
        for target, values in _numbered(source, out):
            data = put_in(page, values).encode()
            to.write(b"job %d\n%b\ndat %d\n%b\n" % (len(job), job, len(data), data))
            to.flush()
            kind, pdf = _chunk(back)
            if kind != b"pdf":
                raise RuntimeError(pdf.decode()[:300])
            _chunk(back)
            target.write_bytes(pdf)
        to.write(b"end 0\n\n")


def _chunk(back: IO[bytes]) -> tuple[bytes, bytes]:
    kind, size = back.readline().split()
    data = back.read(int(size))
    back.read(1)
    return kind, data


def plutoprint(folder: Path, source: Path, out: Path) -> None:
    """A book for each person."""
    import plutoprint as engine

    page = _linked(folder)
    size, margins = engine.PageSize(*_size(folder)), engine.PageMargins(0, 0, 0, 0)
    for target, values in _numbered(source, out):
        book = engine.Book(size, margins)
        book.load_html(put_in(page, values), base_url=f"{folder}/")
        book.write_to_pdf(str(target))


def _linked(folder: Path) -> str:
    page = (folder / "placed.html").read_text(encoding="utf-8")
    sheets = "".join(f'<link rel="stylesheet" href="{name}">' for name in ("styles/fonts.css", "placed.css"))
    # Without this its text loses every word with a ligature: it writes no letters for the glyph.
    plain = "<style>*{font-variant-ligatures:none}</style>"
    return page.replace("</head>", f"{sheets}{plain}</head>")


def _size(folder: Path) -> tuple[float, float]:
    sheet = (folder / "placed.css").read_text(encoding="utf-8").partition("size:")[2].partition(";")[0]
    width, height = (float(side.removesuffix("pt")) for side in sheet.split())
    return width, height


def _chromium() -> str:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")


def chromium(folder: Path, source: Path, out: Path) -> None:
    """One browser and one tab; a page for each person."""
    from playwright.sync_api import sync_playwright

    page, at = (folder / "page.html").read_text(encoding="utf-8"), folder / "chromium.html"
    with sync_playwright() as engine:
        tab = engine.chromium.launch(executable_path=_chromium()).new_page()
        for target, values in _numbered(source, out):
            at.write_text(put_in(page, values), encoding="utf-8")
            tab.goto(at.as_uri())
            tab.pdf(path=target, prefer_css_page_size=True, print_background=True, tagged=True, outline=True)


def _fullbleed(folder: Path) -> tuple[Any, str, str]:
    import fullbleed  # type: ignore[import-untyped] # it carries no types

    width, height = _size(folder)
    engine = fullbleed.PdfEngine(
        page_width=f"{width}pt",
        page_height=f"{height}pt",
        margin="0pt",
        font_files=[str(path) for path in sorted((folder / "fonts").glob("*.ttf"))],
        document_lang="en-US",
        document_title="Twin",
    )
    page = (folder / "placed.html").read_text(encoding="utf-8")
    return engine, page, (folder / "placed.css").read_text(encoding="utf-8")


def fullbleed_files(folder: Path, source: Path, out: Path) -> None:
    """The page compiled once, bound to one person at a time."""
    engine, page, style = _fullbleed(folder)
    compiled, names = engine.compile_pdf(page, style), sorted(set(MARK.findall(page)))
    for target, values in _numbered(source, out):
        compiled.render_pdf_bindings_to_file({name: [values.get(name) or "\u00a0"] for name in names}, str(target))


def fullbleed_one(folder: Path, source: Path, out: Path) -> None:
    """The page compiled once, bound to all people at once: one PDF in their order."""
    engine, page, style = _fullbleed(folder)
    everybody = list(people(source))
    columns = {name: [one.get(name) or "\u00a0" for one in everybody] for name in set(MARK.findall(page))}
    engine.compile_pdf(page, style).render_pdf_bindings_to_file(columns, str(out / "all.pdf"))


ENGINES: Final[dict[str, Engine]] = {
    "weasyprint": Engine("WeasyPrint, naive loop", "weasyprint", "weasyprint", "page", "our final HTML", weasyprint),
    "typst": Engine("Typst", "typst", "typst", "typst", "module reused, tagged UA-1", typst_module),
    "typst-inputs": Engine("Typst, `sys.inputs`", "typst", "typst", "typst", "as its manual, UA-1", typst_inputs),
    "prince": Engine("Prince", "prince-pdf", "prince_pdf", "page", "control interface, UA-1", prince),
    "plutoprint": Engine("plutoprint", "plutoprint", "plutoprint", "placed", "lines placed, no tags", plutoprint),
    "chromium": Engine("Chromium", "playwright", "playwright", "page", "one browser, tagged", chromium),
    "fullbleed": Engine("Fullbleed, a file each", "fullbleed", "fullbleed", "placed", "compiled", fullbleed_files),
    "fullbleed-one": Engine(
        "Fullbleed, one file", "fullbleed", "fullbleed", "placed", "compiled", fullbleed_one, one_file=True
    ),
}


def main() -> None:
    """Runs one engine."""
    name, folder, source, out = sys.argv[1:5]
    run = weasyprint_pages if name == "pages" else ENGINES[name].run
    run(Path(folder), Path(source), Path(out))


if __name__ == "__main__":
    main()
