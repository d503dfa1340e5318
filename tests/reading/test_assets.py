"""Logos from the clinic's folder, and nothing from beside it."""

from pathlib import Path

import pytest

from brochures.errors import Mark, Problem, SourceError
from brochures.reading.assets import logo_warnings, read_logo

from .pictures import jpeg, png, svg

MARK = Mark("clinic.yaml", 3, 9, "  logo: logo.svg")


def logo_problem(folder: Path, name: str) -> Problem:
    """The one problem of a logo."""
    with pytest.raises(SourceError) as caught:
        read_logo(folder, name, MARK)
    (only,) = caught.value.problems
    return only


@pytest.mark.parametrize(
    ("raw", "kind", "aspect"),
    [
        (svg("<path/>"), "svg", 4.0),
        (png(400, 200), "png", 2.0),
        (png(600, 60), "png", 10.0),
        (jpeg(300, 300), "jpeg", 1.0),
    ],
)
def test_a_logo_is_known_by_its_content(tmp_path: Path, raw: bytes, kind: str, aspect: float) -> None:
    """Whatever its file is called."""
    (tmp_path / "logo.bin").write_bytes(raw)

    logo = read_logo(tmp_path, "logo.bin", MARK)

    assert (logo.kind, logo.aspect) == (kind, aspect)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (png(100, 50), "logo-pixels"),
        (jpeg(100, 50), "logo-pixels"),
        (jpeg(300, 300, channels=4), "bad-logo"),
        (png(400, 200)[:-20], "bad-logo"),
        (png(400, 200)[:40], "bad-logo"),
        (png(400, 200).replace(b"IDAT", b"IDAX"), "bad-logo"),
        (png(0, 200), "bad-logo"),
        (jpeg(300, 300)[:-2], "bad-logo"),
        (jpeg(300, 300)[:12], "bad-logo"),
        (b"\xff\xd8\xff" + b"\xff" * 50, "bad-logo"),
        (b"\xff\xd8\xff\xe0\x00\x00" * 50, "bad-logo"),
        (b"GIF89a", "bad-logo"),
        (b"RIFFxxxxWEBP", "bad-logo"),
        (b"%PDF-1.4", "bad-logo"),
        (b"", "bad-logo"),
        (svg("<script/>"), "bad-logo"),
        (b" " * 5_000_001, "file-too-large"),
    ],
)
def test_what_cannot_be_printed_is_refused_at_its_line(tmp_path: Path, raw: bytes, code: str) -> None:
    """Too few pixels, damaged, of another kind, or too large."""
    (tmp_path / "logo.svg").write_bytes(raw)

    problem = logo_problem(tmp_path, "logo.svg")

    assert (problem.code, problem.mark) == (code, MARK)
    assert problem.hint


def test_a_giant_of_pixels_is_refused(tmp_path: Path) -> None:
    """A few bytes may unpack to gigabytes."""
    (tmp_path / "logo.png").write_bytes(png(30_000, 2_000))

    assert "far more" in logo_problem(tmp_path, "logo.png").message


@pytest.mark.parametrize(
    "name",
    [
        "../logo.svg",
        "images/../../logo.svg",
        "/etc/passwd",
        "C:\\logo.svg",
        "..\\logo.svg",
        "\\\\server\\logo.svg",
        "~/logo.svg",
        "file:///etc/passwd",
        "https://a.example/logo.svg",
        "//a.example/logo.svg",
        "data:image/svg+xml,x",
        "logo\0.svg",
    ],
)
def test_no_path_leads_out_of_the_clinics_folder(tmp_path: Path, name: str) -> None:
    """And no address is fetched."""
    (tmp_path / "logo.svg").write_bytes(svg("<path/>"))
    (tmp_path / "clinic").mkdir()

    assert logo_problem(tmp_path / "clinic", name).code == "outside-folder"


def test_no_link_leads_out_of_the_clinics_folder(tmp_path: Path) -> None:
    """Neither of a file nor of a folder; one that stays inside is followed."""
    (tmp_path / "logo.svg").write_bytes(svg("<path/>"))
    clinic = tmp_path / "clinic"
    clinic.mkdir()
    (clinic / "own.svg").write_bytes(svg("<path/>"))
    (clinic / "out.svg").symlink_to("../logo.svg")
    (clinic / "out").symlink_to(tmp_path)
    (clinic / "in.svg").symlink_to("own.svg")
    (clinic / "loop.svg").symlink_to("loop.svg")

    assert logo_problem(clinic, "out.svg").code == "outside-folder"
    assert logo_problem(clinic, "out/logo.svg").code == "outside-folder"
    assert logo_problem(clinic, "loop.svg").code == "file-missing"
    assert read_logo(clinic, "in.svg", MARK).kind == "svg"


def test_a_folder_and_a_missing_file_are_no_logo(tmp_path: Path) -> None:
    """Both are told as missing."""
    (tmp_path / "images").mkdir()

    assert logo_problem(tmp_path, "images").code == "file-missing"
    assert logo_problem(tmp_path, "logo.svg").code == "file-missing"
    assert logo_problem(tmp_path, "x" * 5000).code == "file-missing"


def test_live_text_is_a_warning(tmp_path: Path) -> None:
    """The logo is still printed."""
    (tmp_path / "logo.svg").write_bytes(svg("<text>Harbor</text>"))
    (tmp_path / "logo.png").write_bytes(png(400, 200))

    (warning,) = logo_warnings(read_logo(tmp_path, "logo.svg", MARK), "logo.svg", MARK)

    assert (warning.code, warning.severity) == ("logo-text", "warning")
    assert not logo_warnings(read_logo(tmp_path, "logo.png", MARK), "logo.png", MARK)
