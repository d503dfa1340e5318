"""A real browser that looks at our markup, and axe-core's judgement of it."""

import contextlib
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

import axe_playwright_python
from playwright.sync_api import Page, sync_playwright

from brochures.errors import StyleFault
from brochures.making.typesetting import Typesetter

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
QUIET: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")
OF_SITES: Final = ("landmark-one-main", "region")
"""Rules about the regions of a site, which the pages of a printed piece do not have."""
INVENTED: Final = "https://assets.invalid/"
AXE: Final = Path(axe_playwright_python.__file__).parent / "axe.min.js"


def installed() -> str | None:
    """Where the machine's browser is, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@dataclass
class Browser:
    """One browser and one small server for all pieces; `violations` is what axe finds."""

    page: Page
    address: str
    _shown: dict[str, Any]

    def show(self, html: str, typesetter: Typesetter) -> None:
        """Loads a piece's markup with its own styles and fonts, as the engine sees them."""
        link = '<link rel="stylesheet" href="styles/main.css"></head>'
        self._shown.update(html=html.replace("</head>", link, 1), typesetter=typesetter)
        self.page.goto(f"{self.address}page.html", wait_until="load")
        # Words whose font is still on its way are not drawn, and not judged.
        self.page.evaluate("document.fonts.ready.then(() => true)")
        assert self.page.evaluate("getComputedStyle(document.querySelector('.frame')).position") == "absolute"

    def violations(self, html: str, typesetter: Typesetter) -> tuple[str, ...]:
        """What axe-core finds wrong: rule, how often, and the first place."""
        self.show(html, typesetter)
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        switched = {name: {"enabled": False} for name in OF_SITES}
        options = {"runOnly": list(RULES), "rules": switched, "resultTypes": ["violations"]}
        found = self.page.evaluate("options => axe.run(document, options)", options)["violations"]
        return tuple(f"{row['id']} ({len(row['nodes'])}): {row['nodes'][0]['html'][:160]}" for row in found)


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """The machine's Chromium, without a window."""
    shown: dict[str, Any] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body, kind = self._asked()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

        def _asked(self) -> tuple[bytes, str]:
            if self.path == "/page.html":
                return shown["html"].encode(), "text/html; charset=utf-8"
            try:
                body, kind = shown["typesetter"].serve(INVENTED + self.path.removeprefix("/"))
            except StyleFault:
                return b"", "text/plain"
            return body.replace(INVENTED.encode(), b"/") if kind == "text/css" else body, kind

        def log_message(self, *_: object) -> None:
            """Nothing is said."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            # The engine keeps system fonts out of this process; a browser without any draws no words of its own.
            usual: dict[str, str | float | bool] = {
                k: v for k, v in os.environ.items() if not k.startswith("FONTCONFIG")
            }
            chromium = playwright.chromium.launch(executable_path=installed(), args=list(QUIET), env=usual)
            page = chromium.new_page(viewport={"width": 1400, "height": 1000})
            yield Browser(page, f"http://127.0.0.1:{server.server_port}/", shown)
            chromium.close()
    finally:
        server.shutdown()
        server.server_close()
