"""Same in, same out: in any folder, in any process, whatever fonts the machine has."""

import io
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from tests.press import PAIR, Press

ROOT = Path(__file__).parent.parent
ASKED = ("peel", "peel-or-laser", "--format", "trifold", "--format", "comparison")
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
FONTS_CONF = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>{folders}<cachedir>{cache}</cachedir>
<match target="font"><edit name="hinting" mode="assign"><bool>true</bool></edit></match></fontconfig>"""


@dataclass(frozen=True)
class Run:
    """One process: its folder, and what it wrote."""

    folder: Path
    files: dict[str, bytes]


def run(folder: Path, **environment: str) -> Run:
    """Renders in a folder of its own, with an environment of its own."""
    folder.mkdir(parents=True)
    kept = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-m", "brochures", "render", *ASKED, "--content", PAIR, "-o", "out"],
        cwd=folder,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Run(folder, {path.name: path.read_bytes() for path in (folder / "out").glob("[!.]*")})


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """What the others are compared with."""
    return run(tmp_path_factory.mktemp("here") / "a", PYTHONHASHSEED="1")


def test_another_process_in_another_folder_gives_the_same_bytes(here: Run, tmp_path: Path) -> None:
    """With another seed for chance, another language, another zone and another day."""
    other = run(
        tmp_path / "a much longer name of a folder" / "ä" / "b",
        PYTHONHASHSEED="4242",
        TZ="Asia/Tokyo",
        LC_ALL="C.UTF-8",
        SOURCE_DATE_EPOCH="0",
        USER="somebody-else",
    )

    assert sorted(here.files) == [
        "peel-or-laser-comparison-letter.pdf",
        "peel-or-laser-trifold-letter.pdf",
        "peel-trifold-letter.pdf",
    ]
    assert other.files == here.files


def test_this_process_gives_the_same_bytes(here: Run, pair: Press) -> None:
    """One that has made other pieces before."""
    assert pair.piece("peel", "trifold").pdf == here.files["peel-trifold-letter.pdf"]
    assert pair.piece("peel-or-laser", "comparison").pdf == here.files["peel-or-laser-comparison-letter.pdf"]


@pytest.mark.skipif(not DEJAVU.is_dir(), reason="needs a font of the machine's own")
def test_fonts_of_the_machine_change_nothing(here: Run, tmp_path: Path) -> None:
    """Nor what it has configured for them, for everyone or for one user."""
    conf = tmp_path / "fonts.conf"
    conf.write_text(FONTS_CONF.format(folders=f"<dir>{DEJAVU}</dir>", cache=tmp_path / "cache"), encoding="utf-8")
    own = tmp_path / "home" / ".fonts"
    own.parent.mkdir()
    own.symlink_to(DEJAVU)

    rich = run(
        tmp_path / "rich",
        FONTCONFIG_FILE=str(conf),
        FONTCONFIG_PATH=str(tmp_path),
        HOME=str(own.parent),
        XDG_DATA_HOME=str(own.parent),
    )

    assert rich.files == here.files


def test_no_fonts_at_all_change_nothing(here: Run, tmp_path: Path) -> None:
    """A machine without any, and without a place to configure them."""
    poor = run(
        tmp_path / "poor",
        FONTCONFIG_FILE="/nonexistent/fonts.conf",
        FONTCONFIG_PATH="/nonexistent",
        FONTCONFIG_SYSROOT="/nonexistent",
        HOME="/nonexistent",
    )

    assert poor.files == here.files


def everything_in(pdf: bytes) -> bytes:
    """The file with all its streams unpacked."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        file.save(target, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False)
    return pdf + target.getvalue()


def test_nothing_of_the_machine_is_in_a_file(here: Run) -> None:
    """No path, no user, no host, no day."""
    machine = {str(ROOT), str(here.folder), str(Path.home()), os.uname().nodename, "file:", "assets.invalid", "/usr/"}
    for name, pdf in here.files.items():
        inside = everything_in(pdf)

        assert [word for word in machine if len(word) > 4 and word.encode() in inside] == [], name
        assert not re.search(rb"/(CreationDate|ModDate)\b", inside), name
        assert b"xmp:CreateDate" not in inside, name


def test_a_piece_of_a_clinic_holds_no_path_to_its_files(harbor: Press) -> None:
    """Nor where its file lies."""
    inside = everything_in(harbor.piece("peel", "trifold").pdf)
    assert harbor.clinic_file

    assert str(harbor.clinic_file.parent).encode() not in inside
    assert b"clinic.yaml" not in inside
