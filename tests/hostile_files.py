"""What a hostile clinic's folder holds and cannot lie in a repository well: links, pipes, bombs, files of megabytes."""

import io
import os
import shutil
import struct
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from PIL import Image

HOSTILE: Final = Path(__file__).parent / "hostile"
OUTSIDE: Final = "outside"
"""The folder of what nobody may open; it lies two floors above the clinic's."""

_FONT: Final = Path(__file__).parent.parent / "styles" / "fonts" / "ClearText-400.ttf"
_SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">'
_NAME: Final = "name: Harbor Skin Clinic\n"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_GPS: Final = 0x8825
_OWNER: Final = 0xA430
CAMERA_NOTES: Final = "Dana Reyes 43.6591N"
"""The photographer's name and place, as the camera wrote them down."""


def names() -> tuple[str, ...]:
    """Every case."""
    return tuple(sorted(path.name for path in HOSTILE.iterdir() if path.is_dir()))


def lay_out(work: Path) -> None:
    """All cases under `work/cases`, and beside them a folder of good files that lie outside every clinic."""
    outside = work / OUTSIDE
    outside.mkdir()
    (outside / "secret.svg").write_text(f'{_SVG}<rect width="40" height="10"/></svg>', encoding="utf-8")
    (outside / "secret.txt").write_text("secret", encoding="utf-8")
    (outside / "secret.css").write_text(".lead { font-size: 14pt }\n", encoding="utf-8")
    template = "{% macro render(block, level, pictures) %}<p>secret</p>{% endmacro %}\n"
    (outside / "secret.html").write_text(template, encoding="utf-8")
    (outside / "templates" / "components").mkdir(parents=True)
    (outside / "templates" / "components" / "lead.html").write_text(template, encoding="utf-8")
    (outside / "_brand.yml").write_text('color: {primary: "#0b5260"}\n', encoding="utf-8")
    (outside / "secret.jpg").write_bytes(_photo(1200, 900))
    shutil.copy(_FONT, outside / "secret.ttf")
    for name in names():
        folder = work / "cases" / name
        shutil.copytree(HOSTILE / name, folder, ignore=shutil.ignore_patterns("expected.txt"))
        if name in BUILT:
            BUILT[name](folder)
    shutil.copy(outside / "secret.svg", work / "cases" / "logo.svg")


def _clinic(text: str) -> Callable[[Path], None]:
    return lambda folder: _write(folder / "clinic.yaml", f"{_NAME}{text}".encode())


def _file(name: str, make: Callable[[], bytes]) -> Callable[[Path], None]:
    return lambda folder: _write(folder / name, make())


def _write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)


def _link(name: str, target: str) -> Callable[[Path], None]:
    def build(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(target)

    return build


def _photo(width: int, height: int) -> bytes:
    """A JPEG of a quiet slope of grey."""
    target = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(target, "JPEG")
    return target.getvalue()


def _half(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


def _photo_with_place() -> bytes:
    """A JPEG whose camera wrote down where it was and whose it is, and that lies on its side."""
    notes = Image.Exif()
    notes[0x0112] = 6  # to be turned by a quarter
    notes[0x013B] = CAMERA_NOTES  # the artist
    notes.get_ifd(_GPS).update({1: "N", 2: (43.0, 39.0, 32.8), 3: "W", 4: (70.0, 15.0, 17.3)})
    notes.get_ifd(0x8769)[_OWNER] = CAMERA_NOTES
    target = io.BytesIO()
    picture = Image.linear_gradient("L").resize((1200, 900)).convert("RGB")
    picture.save(target, "JPEG", exif=notes.tobytes(), comment=CAMERA_NOTES.encode())
    return target.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, pixels: bytes, *extra: tuple[bytes, bytes]) -> bytes:
    """A PNG of 8-bit grey that says it is this large, whatever its pixels are."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), *extra, (b"IDAT", pixels), (b"IEND", b""))
    return _PNG + b"".join(_chunk(kind, data) for kind, data in chunks)


def _grey(width: int, height: int) -> bytes:
    return zlib.compress((b"\0" + b"\x80" * width) * height)


@cache
def _bomb() -> bytes:
    """Three hundred million zeros, packed: less than a megabyte on the disk."""
    packer = zlib.compressobj(9)
    million = bytes(1_000_000)
    return b"".join([packer.compress(million) for _ in range(300)]) + packer.flush()


def _animated() -> bytes:
    """A PNG of two frames."""
    control = struct.pack(">IIIIIHHBB", 0, 800, 200, 0, 0, 1, 10, 0, 0)
    return _png(800, 200, _grey(800, 200), (b"acTL", struct.pack(">II", 2, 0)), (b"fcTL", control))


def _cmyk() -> bytes:
    target = io.BytesIO()
    Image.new("CMYK", (800, 200), (10, 200, 30, 0)).save(target, "JPEG")
    return target.getvalue()


def _gif() -> bytes:
    target = io.BytesIO()
    Image.new("P", (800, 200)).save(target, "GIF")
    return target.getvalue()


def _laughs() -> bytes:
    """Entities that would grow to a hundred megabytes."""
    rows = ['<!ENTITY a0 "ha ha ha ha">']
    rows += [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 8)]
    return f'<?xml version="1.0"?>\n<!DOCTYPE svg [{"".join(rows)}]>\n{_SVG}<text>&a7;</text></svg>'.encode()


def _nested(depth: int) -> bytes:
    return f'{_SVG}{"<g>" * depth}<rect width="40" height="10"/>{"</g>" * depth}</svg>'.encode()


def _doubling() -> bytes:
    """Thirty groups, each of which draws the one before it twice: a thousand million parts."""
    rows = "".join(f'<g id="g{i}"><use href="#g{i - 1}"/><use href="#g{i - 1}"/></g>' for i in range(1, 31))
    return f'{_SVG}<rect id="g0" width="1" height="1"/>{rows}</svg>'.encode()


def _font_file(folder: Path) -> None:
    (folder / "fonts").mkdir()
    shutil.copy(_FONT, folder / "fonts" / "harbor.ttf")


def _pipe(name: str) -> Callable[[Path], None]:
    def build(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(folder / name)

    return build


def _device(folder: Path) -> None:
    (folder / "logo.svg").symlink_to("/dev/zero")


BUILT: Final[dict[str, Callable[[Path], None]]] = {
    "colour-long": _clinic(f'brand:\n  color: {{primary: "{"#0b5260 " * 500}"}}\n'),
    "contact-5000-letters": _clinic(f'booking: "https://harbor.example/{"a" * 5000}"\n'),
    "name-400-letters": _file("clinic.yaml", f"name: {'Harbor ' * 57}\n".encode),
    "yaml-deep": _clinic(f"address: {'[' * 20_000}{']' * 20_000}\n"),
    "yaml-huge": _clinic("# a line that says nothing\n" * 80_000),
    "yaml-empty": _file("clinic.yaml", lambda: b""),
    "yaml-not-text": _file("clinic.yaml", lambda: _PNG + b"\x00\x01\x02\xff"),
    "logo-link-out": _link("logo.svg", f"../../{OUTSIDE}/secret.svg"),
    "logo-folder-link-out": _link("images", f"../../{OUTSIDE}"),
    "logo-link-to-itself": _link("logo.svg", "logo.svg"),
    "logo-pipe": _pipe("logo.svg"),
    "logo-device": _device,
    "svg-billion-laughs": _file("logo.svg", _laughs),
    "svg-nested": _file("logo.svg", lambda: _nested(200_000)),
    "svg-nested-a-little": _file("logo.svg", lambda: _nested(5_000)),
    "svg-many-parts": _file("logo.svg", f"{_SVG}{'<g/>' * 50_000}</svg>".encode),
    "svg-uses-doubling": _file("logo.svg", _doubling),
    "svg-empty": _file("logo.svg", lambda: b""),
    "svg-other-encoding": _file("logo.svg", lambda: f"{_SVG}<title>Harbor</title></svg>".encode("utf-16")),
    "pixels-three": _file("logo.png", lambda: _png(3, 3, _grey(3, 3))),
    "pixels-bomb": _file("logo.png", lambda: _png(800, 200, _bomb())),
    "pixels-declared-huge": _file("logo.png", lambda: _png(60_000, 60_000, _grey(800, 200))),
    "pixels-none": _file("logo.png", lambda: _png(800, 200, b"these are no pixels")),
    "pixels-animated": _file("logo.png", _animated),
    "pixels-cmyk": _file("logo.jpg", _cmyk),
    "pixels-cut-short": _file("logo.jpg", lambda: _half(_photo(1200, 900))),
    "pixels-gif-named-png": _file("logo.png", _gif),
    "pixels-pdf-named-svg": _file("logo.svg", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    "brand-file-linked-outside": _link("_brand.yml", f"../../{OUTSIDE}/_brand.yml"),
    "font-linked-outside": _link("fonts/harbor.ttf", f"../../../{OUTSIDE}/secret.ttf"),
    "font-breaks-out-of-css": _font_file,
    "font-hides-the-page": _font_file,
    "own-style-link-out": _link("styles/components/lead.css", f"../../../../{OUTSIDE}/secret.css"),
    "own-template-folder-link-out": _link("templates", f"../../{OUTSIDE}/templates"),
    "own-template-link-out": _link("templates/components/lead.html", f"../../../../{OUTSIDE}/secret.html"),
    "own-template-pipe": _pipe("templates/components/lead.html"),
    "photo-with-place": _file("room.jpg", _photo_with_place),
    "photo-linked-outside": _link("room.jpg", f"../../{OUTSIDE}/secret.jpg"),
    "photo-declared-huge": _file("room.png", lambda: _png(60_000, 60_000, _grey(800, 200))),
    "photo-bomb": _file("room.png", lambda: _png(1200, 900, _bomb())),
    "photo-cut-short": _file("room.jpg", lambda: _half(_photo(1200, 900))),
    "photo-three-pixels": _file("room.png", lambda: _png(3, 3, _grey(3, 3))),
}
"""How the folder of a case is completed, by the case's name."""
