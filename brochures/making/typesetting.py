"""HTML becomes laid-out pages and PDF: the only room that knows the paper engine. Floor 4.

No system font can enter: fontconfig is given a configuration without directories before the engine is
loaded. Nothing is fetched: the engine's fetcher serves our styles and fonts, and data addresses. Whatever
the engine says at WARNING or above fails the render.
"""

import io
import logging
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from brochures.errors import EngineMissing, StyleFault
from brochures.making import engine_speed, engine_start, engine_tags, finishing
from brochures.making.cutting import DISPLAY_OPTICAL_PT, TEXT_OPTICAL_PT, static
from brochures.making.font_rules import address, font_faces, used_faces
from brochures.model.brand import Look
from brochures.reading.ownfiles import own_file, own_names
from brochures.units import mm_from_px

_BASE: Final = "https://assets.invalid/"
_FONTS_CSS: Final = "styles/fonts.css"
_THEME_CSS: Final = "styles/theme.css"
_NO_FONTS: Final = "No fonts configured"
_LOGGER: Final = "weasyprint"
ARCHIVAL: Final = "pdf/a-2a"
"""The engine's name for tagged PDF that can be kept for long: what `print` and `screen` are."""

Arrange = Callable[[Any], None]
"""Called with the engine's laid-out document before it is painted."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF with what preflight wants to know of it: pages, and the boxes of all ids."""

    pdf: bytes
    page_count: int
    anchors: tuple[dict[str, tuple[float, float, float, float]], ...]
    """For each page: id to left, top, right, bottom in millimetres."""


class Typesetter:
    """The engine with one look's fonts and styles loaded; reused for every piece of that look."""

    def __init__(self, look: Look, styles: Path, clinic_folder: Path | None = None) -> None:
        self._engine = load_engine(styles)
        self._fetcher = _fetcher(styles, look, clinic_folder)
        try:
            with _silence():
                self._fonts = self._engine.text.fonts.FontConfiguration()
                self._css = self._engine.CSS(
                    url=f"{_BASE}styles/main.css", font_config=self._fonts, url_fetcher=self._fetcher
                )
        except StyleFault:
            self._blame(clinic_folder)
            raise

    def _blame(self, clinic_folder: Path | None) -> None:
        """Looks at each of the clinic's own stylesheets by itself: the engine names a line, and no file."""
        for name in own_names(clinic_folder, "styles") if clinic_folder else ():
            try:
                with _silence():
                    self._engine.CSS(url=f"{_BASE}styles/{name}", url_fetcher=self._fetcher)
            except StyleFault as fault:
                raise StyleFault(f"styles/{name}: {fault}") from None

    def serve(self, address: str) -> tuple[bytes, str]:
        """What stands at an address that a page of ours asks for, and its media type.

        Raises:
            StyleFault: there is nothing that the engine would be given.
        """
        with _silence():
            answer = self._fetcher.fetch(address)
            return answer.read(), answer.headers.get("Content-Type", "text/css")

    def measure(self, html: str, count: int) -> tuple[float, ...]:
        """Heights in millimetres of the boxes `m0` … of a measuring page, in order.

        Raises:
            StyleFault: a box is not there: a style hides it, or ends the endless page.
        """
        with engine_speed.undisturbed():
            document = self._render(html)
        boxes = _anchors(document.pages[0])
        if any(f"m{i}" not in boxes for i in range(count)):
            raise StyleFault("a stylesheet hides blocks, or breaks the page on which they are measured")
        return tuple(boxes[f"m{i}"][3] - boxes[f"m{i}"][1] for i in range(count))

    def typeset(  # noqa: PLR0913 - a page is set by all of these
        self,
        html: str,
        finish: finishing.Finish,
        *,
        variant: str = ARCHIVAL,
        is_tagged: bool = True,
        slug_mm: float = 0.0,
        arrange: Arrange | None = None,
    ) -> Typeset:
        """The PDF, in one of the engine's variants: PDF/A-2a, which `finish` makes PDF/UA-1 too, another's, or none.

        `slug_mm` is the paper round the trim: what is known of the pages counts from the trim's corner.
        `arrange` is given the laid-out pages before they are painted.

        Raises:
            StyleFault: the engine complained; its words are the message.
        """
        target = io.BytesIO()
        with engine_speed.undisturbed(), _silence():
            document = self._render(html, variant)
            if arrange:
                arrange(document)
            if is_tagged:
                engine_tags.prepare(document)
            document.write_pdf(target, pdf_variant=variant, finisher=finish)
        anchors = tuple(_anchors(page, slug_mm) for page in document.pages)
        return Typeset(target.getvalue(), len(document.pages), anchors)

    def _render(self, html: str, variant: str = ARCHIVAL) -> Any:  # noqa: ANN401 - the engine's own document
        with _silence():
            page = self._engine.HTML(string=html, base_url=_BASE, url_fetcher=self._fetcher)
            return page.render(stylesheets=[self._css], font_config=self._fonts, pdf_variant=variant)


_Anchors = dict[str, tuple[float, float, float, float]]


def _anchors(page: Any, slug_mm: float = 0.0) -> _Anchors:  # noqa: ANN401 - an engine page
    return {
        name: (
            mm_from_px(box[0]) - slug_mm,
            mm_from_px(box[1]) - slug_mm,
            mm_from_px(box[2]) - slug_mm,
            mm_from_px(box[3]) - slug_mm,
        )
        for name, box in page.anchors.items()
    }


class _Complaints(logging.Handler):
    """Collects what the engine says."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if _NO_FONTS not in message:
            self.said.append(message)


@contextmanager
def _silence() -> Iterator[None]:
    """Turns what the engine logs into a StyleFault; that there are no system fonts is as we want it."""
    logger = logging.getLogger(_LOGGER)
    complaints = _Complaints()
    before, propagate = logger.handlers[:], logger.propagate
    logger.handlers, logger.propagate = [complaints], False
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=_NO_FONTS)
            # The engine leaves its colour profile to the garbage collector.
            warnings.filterwarnings("ignore", message=r"unclosed file .*\.icc", category=ResourceWarning)
            yield
    except BaseException as error:
        # The fetcher's own error derives from BaseException, so that no handler of the engine swallows it.
        if type(error).__name__ not in ("FatalURLFetchingError", "URLFetchingError"):
            raise
        asked = str(error).removeprefix(_BASE)
        raise StyleFault(f"what a template or stylesheet asks for is refused: {asked}") from None
    finally:
        logger.handlers, logger.propagate = before, propagate
    if complaints.said:
        raise StyleFault("the engine complained: " + "; ".join(dict.fromkeys(complaints.said)))


def load_engine(styles: Path) -> Any:  # noqa: ANN401 - the engine module, which stays in this room
    """The engine, with our repairs, and without fonts of the system.

    Raises:
        EngineMissing: a library of the system is missing, or the engine is of another version.
    """
    configuration = styles / "fonts" / "none.conf"
    os.environ["FONTCONFIG_FILE"] = str(configuration)
    try:
        # The engine prints a block of advice when a library is missing; ours is one line.
        with _silence(), redirect_stdout(io.StringIO()):
            weasyprint = engine_start.load()
    except OSError as error:
        raise EngineMissing(
            f"a system library of the paper engine is missing: {str(error).splitlines()[0]}",
            "run `brochures doctor`: it names the one command that installs it",
        ) from None
    engine_tags.install()
    engine_speed.install()
    return weasyprint


def _fetcher(styles: Path, look: Look, clinic_folder: Path | None) -> Any:  # noqa: ANN401 - the engine's class
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    faces = used_faces(look)
    fonts = {f"{_BASE}{address(i)}": face for i, face in enumerate(faces)}
    root = styles.resolve()

    class Fetcher(URLFetcher):  # type: ignore[misc] # the engine is untyped
        """Serves our styles or the clinic's in their place, the look's fonts and data addresses, and nothing else."""

        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ANN401 - the engine's own types
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if url == _BASE + _FONTS_CSS:
                return URLFetcherResponse(url, font_faces(faces, _BASE).encode(), {"Content-Type": "text/css"})
            if url == _BASE + _THEME_CSS:
                url = f"{_BASE}styles/themes/{look.theme.name}.css"
            if url in fonts:
                face = fonts[url]
                size = DISPLAY_OPTICAL_PT if face.family == look.display_family else TEXT_OPTICAL_PT
                return URLFetcherResponse(url, static(face, size), {"Content-Type": "font/ttf"})
            name = url.removeprefix(f"{_BASE}styles/")
            if name == url:
                raise FatalURLFetchingError(url)
            try:
                own = own_file(clinic_folder, "styles", name)
            except StyleFault as fault:
                raise FatalURLFetchingError(str(fault)) from None
            if own:
                return URLFetcherResponse(url, own[1].encode(), {"Content-Type": "text/css"})
            path = (root / name).resolve()
            if path.suffix == ".css" and path.is_relative_to(root):
                return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "text/css"})
            raise FatalURLFetchingError(url)

    return Fetcher(timeout=1)
