"""The doctor: what it sees, and the one command it gives."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import FrozenInstanceError, asdict
from importlib import metadata
from pathlib import Path

import pytest
from click.testing import CliRunner

from brochures import machine, shipped
from brochures.cli.doctor import command as doctor
from brochures.machine import examine

ROOT = Path(__file__).parent.parent
BLOCK = "-----\n\nWeasyPrint could not import some external libraries.\n\n-----\n"


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Debian where the person at the keyboard is not root."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    monkeypatch.setattr(machine, "TRY_ENGINE", "print(70)")  # not what is looked at here, and slow


@pytest.fixture
def without_pangoft2(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system where one library cannot be loaded."""
    monkeypatch.setattr(machine, "LIBRARIES", {**machine.LIBRARIES, "libpangoft2-1.0-0": ("libnowhere.so.9",)})


def test_a_machine_that_runs_the_tests_is_able() -> None:
    """All that is needed is here, so no command is given."""
    report = examine()

    assert report.able
    assert report.command == ""


def test_versions_that_decide_the_bytes_are_listed() -> None:
    """Same bytes are promised for the same engine, Pango and fonts; so they can be compared."""
    report = examine()
    engine = {finding.name: finding.found for finding in report.engine}

    assert engine["WeasyPrint"] == metadata.version("weasyprint")
    assert re.fullmatch(r"\d+\.\d+\.\d+", engine["Pango"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", engine["HarfBuzz"])
    assert {finding.name: finding.found for finding in report.fonts} == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (ROOT / "styles" / "fonts").glob("*.ttf")
    }


def test_every_package_asked_for_is_looked_at() -> None:
    """The list comes from the installed package itself and cannot go stale."""
    names = {finding.name for finding in examine().packages}

    assert {"brochures", "weasyprint", "pydantic", "ruamel-yaml", "pikepdf"} <= names


@pytest.mark.usefixtures("debian", "without_pangoft2")
def test_a_missing_library_gives_one_command() -> None:
    """Only what is missing is asked for."""
    report = examine()

    assert not report.able
    assert report.command == "sudo apt-get install -y --no-install-recommends libpangoft2-1.0-0"


@pytest.mark.usefixtures("debian", "without_pangoft2")
def test_root_needs_no_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    """Containers often have none."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    assert examine().command.startswith("apt-get install")


@pytest.mark.usefixtures("debian", "without_pangoft2")
@pytest.mark.parametrize(
    ("platform", "manager", "command"),
    [
        ("darwin", "brew", "brew install pango"),
        ("linux", "dnf", "sudo dnf install -y pango harfbuzz"),
        ("linux", "pacman", "sudo pacman -S --needed pango harfbuzz"),
    ],
)
def test_other_systems_get_their_own_command(
    monkeypatch: pytest.MonkeyPatch, platform: str, manager: str, command: str
) -> None:
    """Packages are named as the system names them; Homebrew never runs under sudo."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(machine, "HOMEBREW", ())
    monkeypatch.setattr(shutil, "which", lambda name: name if name == manager else None)

    assert examine().command == command


@pytest.mark.usefixtures("debian", "without_pangoft2")
def test_a_python_that_does_not_see_homebrew_is_shown_the_way(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """To install once more what is there would not help."""
    (tmp_path / "libpango-1.0.dylib").touch()
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(machine, "LIBRARIES", {**machine.LIBRARIES, "libpango-1.0-0": ("no.so", "libpango-1.0.dylib")})
    monkeypatch.setattr(machine, "HOMEBREW", (tmp_path,))

    assert examine().command == f"export DYLD_FALLBACK_LIBRARY_PATH={tmp_path}"


def test_a_missing_package_is_asked_for_as_brochures_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The version limits travel into the command, quoted."""
    monkeypatch.setattr(machine, "_required", lambda: {"no-such-package": "no-such-package<3,>=2"})

    report = examine()

    assert not report.able
    assert report.command == f"{sys.executable} -m pip install 'no-such-package<3,>=2'"


def test_what_the_engine_prints_becomes_one_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The engine prints a block of advice of its own when a library is missing; ours is one command."""
    monkeypatch.setattr(machine, "TRY_ENGINE", f"print({BLOCK!r})\nraise OSError('cannot load library')")

    report = examine()

    assert report.engine[0].found == "does not start: OSError: cannot load library"
    assert not report.able
    assert report.command.endswith("pip install --force-reinstall weasyprint")
    assert capfd.readouterr() == ("", "")


def test_a_library_that_kills_the_process_does_not_kill_the_doctor(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine is tried in a process of its own."""
    monkeypatch.setattr(machine, "TRY_ENGINE", "import os\nos.abort()")

    assert examine().engine[0].found.startswith("does not start: ended with -")


def test_a_checkout_without_fonts_gets_them_back(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Installing again would not bring files of the checkout."""
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "styles").mkdir()
    monkeypatch.setattr(shipped, "PACKAGE", tmp_path / "brochures")

    report = examine()

    assert not report.able
    assert report.command == f"git -C {tmp_path} checkout -- styles"


def test_surroundings_are_told_but_stop_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be written to is no fault of the machine: `-o` names another."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setenv("FONTCONFIG_FILE", "/somewhere/fonts.conf")

    report = examine()
    told = {finding.name: finding for finding in report.surroundings}

    assert report.able
    assert not told["folder"].ok
    assert told["Fontconfig"].found == "FONTCONFIG_FILE=/somewhere/fonts.conf"


def test_a_report_is_plain_frozen_data() -> None:
    """It can be sent as it is."""
    report = examine()

    with pytest.raises(FrozenInstanceError):
        report.command = "rm"  # type: ignore[misc]
    assert json.loads(json.dumps(asdict(report)))["command"] == ""


def test_looking_at_a_machine_loads_no_engine() -> None:
    """`doctor` must work where the engine does not."""
    code = "import sys, brochures.cli.doctor; print({'weasyprint', 'pikepdf', 'pydantic'} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)

    assert done.stdout.strip() == "set()"


def test_the_set_up_and_the_doctor_know_the_same_libraries() -> None:
    """Two programs name them, because one must run before Python does."""
    script = (ROOT / "bootstrap.sh").read_text(encoding="utf-8")
    rows = re.findall(r'^    \("(lib[^"]+)", \((.+)\)\),$', script, re.MULTILINE)

    assert {name: tuple(re.findall(r'"([^"]+)"', files)) for name, files in rows} == {
        name: files[:2] for name, files in machine.LIBRARIES.items()
    }


def test_doctor_ends_well_on_an_able_machine() -> None:
    """Exit 0, the verdict last."""
    result = CliRunner().invoke(doctor)

    assert result.exit_code == 0
    assert result.output.splitlines()[-1] == "This machine can make brochures."


@pytest.mark.usefixtures("debian", "without_pangoft2")
def test_doctor_names_what_is_missing_and_the_cure() -> None:
    """Exit 1, the command alone on the last line, to be copied."""
    result = CliRunner().invoke(doctor)

    assert result.exit_code == 1
    assert re.search(r"NO +libpangoft2-1\.0-0 +missing", result.output)
    assert result.output.splitlines()[-1].strip().endswith("install -y --no-install-recommends libpangoft2-1.0-0")


def test_doctor_speaks_json() -> None:
    """For whoever compares two machines."""
    answer = json.loads(CliRunner().invoke(doctor, ["--json"]).output)

    assert answer["able"] is True
    assert [finding["name"] for finding in answer["engine"]] == ["WeasyPrint", "Pango", "HarfBuzz"]
