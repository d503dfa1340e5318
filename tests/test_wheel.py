"""The wheel: built, installed into an empty environment, and used from another folder without a network."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ASKED = ("render", "botox", "--format", "handout")
NO_SOCKETS = """
import socket


def refuse(*_args, **_options):
    raise OSError("the network is closed in this test")


socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
"""


@dataclass(frozen=True)
class Installed:
    """An environment that has brochures from the wheel, and a folder to work in that is not ours."""

    programs: Path
    folder: Path

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """`brochures …`, with the network closed."""
        return closed([self.programs / "brochures", *words], self.folder)


def closed(command: Sequence[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command where there is no network: none at all where we may, else none for Python."""
    guard = folder / "guard"
    guard.mkdir(exist_ok=True)
    (guard / "sitecustomize.py").write_text(NO_SOCKETS, encoding="utf-8")
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(guard), "LC_ALL": "C.UTF-8"}
    unshare = shutil.which("unshare")
    alone = [unshare, "-n"] if unshare and os.geteuid() == 0 else []
    if alone and subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        alone = []  # root of a container that may not
    return subprocess.run([*alone, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with what is installed: an isolated build would fetch its backend."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment of its own.

    The libraries are borrowed from the environment of the tests by a path file, because installing
    them again would need the network.  Path files of a borrowed folder are not followed, so the
    source checkout that the tests use stays out.
    """
    home = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home / "venv"], check=True, capture_output=True)
    programs = home / "venv" / "bin"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", programs / "python", "install", "--no-deps", "--no-index", wheel],
        check=True,
        capture_output=True,
    )
    (site,) = (home / "venv" / "lib").glob("python*/site-packages")
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    elsewhere = home / "elsewhere"
    elsewhere.mkdir()
    return Installed(programs, elsewhere)


def test_the_wheel_carries_what_is_shipped(wheel: Path) -> None:
    """Content, profiles, templates, styles, fonts and schemas, file by file as in the checkout."""
    with zipfile.ZipFile(wheel) as archive:
        inside = {name.removeprefix("brochures/_shipped/") for name in archive.namelist() if "/_shipped/" in name}
    wanted = {
        path.relative_to(ROOT).as_posix()
        for folder in ("profiles", "schemas", "styles", "templates")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert inside == wanted | {"content.yaml"}


def test_the_wheel_carries_the_licences(wheel: Path) -> None:
    """Ours, and those of the fonts that travel with it."""
    with zipfile.ZipFile(wheel) as archive:
        licences = {Path(name).name for name in archive.namelist() if ".dist-info/licenses/" in name}

    assert {"LICENSE", "OFL-ClearDisplay.txt", "OFL-ClearText.txt", "FONTLOG.txt"} <= licences


def test_the_installed_package_is_not_the_checkout(installed: Installed) -> None:
    """Or all that follows would prove nothing."""
    asked = closed(
        [installed.programs / "python", "-c", "from brochures import shipped; print(shipped.styles())"],
        installed.folder,
    )

    assert asked.stdout.strip().endswith("/site-packages/brochures/_shipped/styles")


def test_the_network_is_really_closed(installed: Installed) -> None:
    """A judge that cannot fail is no judge."""
    asked = closed(
        [installed.programs / "python", "-c", "import socket; socket.create_connection(('192.0.2.1', 9), 5)"],
        installed.folder,
    )

    assert asked.returncode == 1
    assert "OSError" in asked.stderr


def test_an_installed_doctor_finds_everything(installed: Installed) -> None:
    """The fonts among it, which lie inside the package now."""
    answer = json.loads(installed.run("doctor", "--json").stdout)

    assert answer["able"] is True
    assert len(answer["fonts"]) == len(list((ROOT / "styles" / "fonts").glob("*.ttf")))


def test_a_wheel_renders_what_the_checkout_renders(installed: Installed, tmp_path: Path) -> None:
    """Byte by byte, from any folder, with nothing fetched."""
    away = installed.run(*ASKED, "-o", "out")
    here = subprocess.run(
        [sys.executable, "-m", "brochures", *ASKED, "-o", tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    rendered = {path.name: path.read_bytes() for path in (installed.folder / "out").rglob("*.pdf")}

    assert (away.returncode, here.returncode) == (0, 0), away.stderr + here.stderr
    assert list(rendered) == ["botox-handout-letter.pdf"]
    assert rendered == {path.name: path.read_bytes() for path in tmp_path.rglob("*.pdf")}
