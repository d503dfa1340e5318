"""The set-up script among stand-ins: no package is installed, no network used, no root needed."""

import os
import pty
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = ("sh", "awk", "cat", "cksum", "cp", "dirname", "find", "grep", "mkdir", "mktemp", "rm", "sed", "touch", "tr")
LIBRARIES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")

# Answers as Python does to each question of the script; what the system lacks stands in files.
PYTHON = """#!/bin/sh
case "$*" in
    *"version_info <"*) exit "${OLD:-0}" ;;
    *ensurepip*) [ ! -f "$STATE/no-ensurepip" ] ;;
    *ctypes*) echo "3.11.2 $(cksum <pyproject.toml | tr -d ' ')"; cat "$STATE/missing" 2>/dev/null || : ;;
    *platform.python_version*) echo 3.11.2 ;;
    "-m venv "*) echo venv >>"$STATE/log"; mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
    "-m pip "*) echo "$*" >>"$STATE/log"; echo "pip is talking"; exit "${PIP_FAILS:-0}" ;;
esac
"""
INSTALLER = """#!/bin/sh
echo "{name} $*" >>"$STATE/log"
case "$*" in *install*) [ -n "${{USELESS:-}}" ] || rm -f "$STATE/missing" "$STATE/no-ensurepip" ;; esac
"""
SUDO = '#!/bin/sh\necho sudo >>"$STATE/log"\nexec "$@"\n'


@dataclass
class Machine:
    """A pretended machine: what is on its PATH, what it lacks, and what was done to it."""

    home: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def state(self) -> Path:
        """Where stand-ins remember."""
        return self.home / "state"

    @property
    def folder(self) -> Path:
        """The source checkout, whose name holds a space."""
        return self.home / "our brochures"

    def stand_in(self, name: str, script: str) -> None:
        """Puts a program on the PATH."""
        path = self.home / "bin" / name
        path.unlink(missing_ok=True)
        path.write_text(script, encoding="utf-8")
        path.chmod(0o755)

    def lacks(self, *libraries: str, venv: bool = True) -> None:
        """From now on these libraries cannot be loaded, and perhaps no environment can be made."""
        (self.state / "missing").write_text("".join(f"{name}\n" for name in libraries), encoding="utf-8")
        if not venv:
            (self.state / "no-ensurepip").touch()

    def set_up(
        self, level: str = "render", *, typed: str | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Runs the script; with `typed`, at a terminal where that is answered."""
        everything = {
            "PATH": str(self.home / "bin"),
            "HOME": str(self.home),
            "STATE": str(self.state),
            "APT_LISTS": str(self.home / "lists"),
            "TEST_PACKAGES": "",
            **self.environment,
            **environment,
        }
        command: list[str | Path] = [self.home / "bin" / "sh", self.folder / "bootstrap.sh", level]
        if typed is None:
            return subprocess.run(
                command, env=everything, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
            )
        keyboard, terminal = pty.openpty()
        try:
            os.write(keyboard, typed.encode())
            return subprocess.run(command, env=everything, stdin=terminal, capture_output=True, text=True, check=False)
        finally:
            os.close(keyboard)
            os.close(terminal)

    def done(self) -> list[str]:
        """What the stand-ins were asked to do since the last look."""
        log = self.state / "log"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return lines


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A Debian with everything in place and nobody at the keyboard; not root."""
    made = Machine(tmp_path)
    for folder in (tmp_path / "bin", made.state, made.folder, tmp_path / "lists"):
        folder.mkdir()
    for name in TOOLS:
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or f"/bin/{name}")
    for name in ("bootstrap.sh", "pyproject.toml"):
        shutil.copy(ROOT / name, made.folder)
    (tmp_path / "lists" / "deb.example.org_main_Packages").touch()
    made.stand_in("python3", PYTHON)
    made.stand_in("apt-get", INSTALLER.format(name="apt-get"))
    made.stand_in("sudo", SUDO)
    made.stand_in("uname", "#!/bin/sh\necho Linux\n")
    made.stand_in("id", "#!/bin/sh\necho 1000\n")
    return made


@pytest.fixture
def root(machine: Machine) -> Machine:
    """The same machine, as root."""
    machine.stand_in("id", "#!/bin/sh\necho 0\n")
    return machine


@pytest.fixture
def mac(machine: Machine) -> Machine:
    """A Mac with Homebrew."""
    (machine.home / "bin" / "apt-get").unlink()
    machine.stand_in("uname", "#!/bin/sh\necho Darwin\n")
    machine.stand_in(
        "brew", '#!/bin/sh\n[ "$1" != --prefix ] || { echo /opt/homebrew; exit; }\n' + INSTALLER.format(name="brew")
    )
    return machine


# ---- Nothing missing ----------------------------------------------------------------------------


def test_the_first_run_makes_the_environment_and_says_so(machine: Machine) -> None:
    """One line a step; pip itself is not heard."""
    result = machine.set_up()

    assert result.returncode == 0
    assert machine.done() == ["venv", "-m pip install -q --disable-pip-version-check -e ."]
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "brochures: making .venv with Python 3.11.2",
        "brochures: installing the Python packages (the first time takes a minute or two)",
        "brochures: ready",
    ]


def test_the_second_run_does_nothing(machine: Machine) -> None:
    """Every `make` passes through here."""
    machine.set_up()
    machine.done()

    result = machine.set_up()

    assert (result.returncode, result.stderr, machine.done()) == (0, "", [])


def test_tests_add_the_tools_to_the_same_environment(machine: Machine) -> None:
    """Groups need a pip that knows them; what is ready for tests is ready for rendering."""
    machine.set_up()
    machine.done()

    machine.set_up("test")

    assert machine.done() == [
        "-m pip install -q --disable-pip-version-check --upgrade pip>=25.1",
        "-m pip install -q --disable-pip-version-check -e . --group dev",
    ]
    assert machine.set_up("test").stderr == machine.set_up().stderr == ""


def test_a_changed_pyproject_installs_again(machine: Machine) -> None:
    """After an update of the checkout there may be new packages; the environment itself stays."""
    machine.set_up()
    machine.done()
    (machine.folder / "pyproject.toml").write_text("[project]\n", encoding="utf-8")

    machine.set_up()

    assert machine.done() == ["-m pip install -q --disable-pip-version-check -e ."]
    assert machine.set_up().stderr == ""


def test_a_moved_folder_is_noticed(machine: Machine) -> None:
    """Programs in an environment carry the path they were made for."""
    machine.set_up()
    machine.done()
    machine.folder.rename(machine.home / "elsewhere")
    (machine.home / "elsewhere").rename(machine.home / "moved")
    machine.folder.symlink_to(machine.home / "moved")

    result = machine.set_up()

    assert "from another folder" in result.stderr
    assert machine.done()[0] == "venv"


def test_a_set_up_that_was_cut_off_begins_afresh(machine: Machine) -> None:
    """Killed while packages were going in: nobody knows which are whole."""
    machine.set_up()
    machine.done()
    (machine.folder / ".venv" / "busy").touch()

    result = machine.set_up()

    assert "did not finish: starting afresh" in result.stderr
    assert machine.done()[0] == "venv"
    assert machine.set_up().stderr == ""


def test_half_an_environment_is_made_anew(machine: Machine) -> None:
    """Killed even earlier, or copied from another machine."""
    (machine.folder / ".venv" / "bin").mkdir(parents=True)

    result = machine.set_up()

    assert result.returncode == 0
    assert machine.done()[0] == "venv"


def test_what_pip_says_is_shown_when_it_fails(machine: Machine) -> None:
    """Without network, say; and the next run does not trust what is there."""
    result = machine.set_up(PIP_FAILS="1")

    assert result.returncode == 1
    assert "pip is talking" in result.stderr
    assert result.stderr.splitlines()[-1].startswith("error: the Python packages could not be installed")
    assert "did not finish" in machine.set_up().stderr


# ---- Python -------------------------------------------------------------------------------------


def test_no_new_python_is_one_line(machine: Machine) -> None:
    """And it names the package."""
    result = machine.set_up(OLD="1")

    assert result.returncode == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith("error: no Python 3.11 or newer here; install the package python3")


def test_a_python_that_is_asked_for_must_do(machine: Machine) -> None:
    """Another one is not taken in silence."""
    result = machine.set_up(PYTHON="python9")

    assert (result.returncode, result.stderr) == (1, "error: PYTHON=python9 is not a Python 3.11 or newer\n")


def test_a_python_that_can_make_environments_is_preferred(machine: Machine) -> None:
    """Then nothing has to be installed."""
    machine.stand_in("python3", PYTHON.replace('[ ! -f "$STATE/no-ensurepip" ]', "exit 1"))
    machine.stand_in("python3.12", PYTHON.replace("3.11.2", "3.12.1"))

    result = machine.set_up()

    assert result.returncode == 0
    assert "with Python 3.12.1" in result.stderr


@pytest.mark.parametrize(("python", "package"), [("python3", "python3-venv"), ("python3.13", "python3.13-venv")])
def test_the_missing_venv_is_named_after_its_python(root: Machine, python: str, package: str) -> None:
    """Debian keeps a part of Python apart, one for each version."""
    (root.home / "bin" / "python3").unlink()
    root.stand_in(python, PYTHON)
    root.lacks(venv=False)

    assert root.set_up().returncode == 0
    assert root.done()[0] == f"apt-get install -q -y --no-install-recommends {package}"


# ---- Debian and Ubuntu --------------------------------------------------------------------------


def test_root_installs_without_a_question(root: Machine) -> None:
    """All that is missing in one go, without what is only recommended."""
    root.lacks(*LIBRARIES, venv=False)

    result = root.set_up(CI="true")

    assert result.returncode == 0
    assert root.done()[0] == f"apt-get install -q -y --no-install-recommends python3-venv {' '.join(LIBRARIES)}"
    assert f"brochures: installing system packages: python3-venv {' '.join(LIBRARIES)}" in result.stderr


def test_an_empty_package_list_is_fetched_first(root: Machine) -> None:
    """Fresh containers have none, and would find no package."""
    next((root.home / "lists").iterdir()).unlink()
    root.lacks("libpango-1.0-0")

    root.set_up()

    assert root.done()[:2] == ["apt-get update -q", "apt-get install -q -y --no-install-recommends libpango-1.0-0"]


def test_what_the_tests_need_is_asked_for_tests_only(root: Machine) -> None:
    """Rendering must not bring tools that only tests use."""
    root.environment["TEST_PACKAGES"] = "poppler-utils"

    root.set_up()
    assert not any(line.startswith("apt-get") for line in root.done())

    result = root.set_up("test")
    assert root.done()[0] == "apt-get install -q -y --no-install-recommends poppler-utils"
    # The stand-in brings no program, so the script must notice.
    assert result.stderr.splitlines()[-1].startswith("error: still missing after the installation: poppler-utils")


@pytest.mark.parametrize(("version", "is_missing"), [("17.0.15", False), ("11", False), ("1.8.0_402", True)])
def test_a_java_that_is_there_must_be_new_enough(root: Machine, version: str, *, is_missing: bool) -> None:
    """One of the judges needs 11; an older one does not do, and a newer one is not brought again."""
    root.environment["TEST_PACKAGES"] = "default-jre-headless"
    root.stand_in("java", f"#!/bin/sh\necho 'openjdk version \"{version}\" 2025-04-15' >&2\n")

    root.set_up("test")

    assert any("default-jre-headless" in line for line in root.done()) is is_missing


def test_java_has_a_name_on_each_system(mac: Machine) -> None:
    """And none of them is Debian's."""
    mac.environment["TEST_PACKAGES"] = "default-jre-headless"
    on_mac = mac.set_up("test").stderr.splitlines()[-1]
    mac.stand_in("uname", "#!/bin/sh\necho Linux\n")
    mac.stand_in("dnf", INSTALLER.format(name="dnf"))

    assert on_mac == "error: run this, then try again: brew install openjdk"
    assert mac.set_up("test").stderr.splitlines()[-1].endswith("sudo dnf install -y java-17-openjdk-headless")


def test_without_a_terminal_the_command_is_printed_and_nothing_done(machine: Machine) -> None:
    """The one command, on the last line, to be copied."""
    machine.lacks(*LIBRARIES)

    result = machine.set_up()

    assert result.returncode == 1
    assert machine.done() == []
    assert result.stderr.splitlines()[-1].endswith(
        f": sudo apt-get install -q -y --no-install-recommends {' '.join(LIBRARIES)}"
    )


def test_at_a_terminal_yes_installs(machine: Machine) -> None:
    """The command is shown before the question."""
    machine.lacks("libpangoft2-1.0-0")

    result = machine.set_up(typed="y\n")

    assert result.returncode == 0
    assert machine.done()[:2] == ["sudo", "apt-get install -q -y --no-install-recommends libpangoft2-1.0-0"]
    assert (
        "    sudo apt-get install -q -y --no-install-recommends libpangoft2-1.0-0\n\nRun this now? [y/N]"
        in result.stderr
    )


@pytest.mark.parametrize("typed", ["n\n", "\n", "\x04"])
def test_at_a_terminal_anything_else_does_nothing(machine: Machine, typed: str) -> None:
    """No is the answer of whoever just presses return, or ends the input."""
    machine.lacks("libpangoft2-1.0-0")

    result = machine.set_up(typed=typed)

    assert result.returncode == 1
    assert machine.done() == []
    assert result.stderr.splitlines()[-1].endswith("error: nothing was installed")


def test_ci_is_never_asked(machine: Machine) -> None:
    """Some build machines give a terminal that nobody sits at."""
    machine.lacks("libpangoft2-1.0-0")

    result = machine.set_up(typed="y\n", CI="true")

    assert result.returncode == 1
    assert machine.done() == []


def test_an_installation_that_does_not_help_is_said(root: Machine) -> None:
    """Instead of going on to an error that nobody understands."""
    root.lacks("libpango-1.0-0")

    result = root.set_up(USELESS="1")

    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == "error: still missing after the installation: libpango-1.0-0"


def test_a_library_that_went_away_is_noticed(root: Machine) -> None:
    """The packages in .venv are still right, and are left alone."""
    root.set_up()
    root.done()
    root.lacks("libpango-1.0-0")

    assert root.set_up().returncode == 0
    assert root.done() == ["apt-get install -q -y --no-install-recommends libpango-1.0-0"]


# ---- Other systems ------------------------------------------------------------------------------


def test_a_mac_uses_homebrew_without_sudo(mac: Machine) -> None:
    """Three Debian packages are one there."""
    mac.lacks(*LIBRARIES)

    result = mac.set_up(typed="y\n")

    assert result.returncode == 0
    assert mac.done()[0] == "brew install pango"


def test_a_mac_without_anybody_there_prints_the_command(mac: Machine) -> None:
    """The same rule everywhere: nothing for the whole system without a yes."""
    mac.lacks(*LIBRARIES)

    result = mac.set_up()

    assert (result.returncode, mac.done()) == (1, [])
    assert result.stderr.splitlines()[-1] == "error: run this, then try again: brew install pango"


def test_a_mac_without_homebrew_is_told_where_to_get_it(mac: Machine) -> None:
    """And what to run then."""
    (mac.home / "bin" / "brew").unlink()
    mac.lacks(*LIBRARIES)

    assert "https://brew.sh, then run: brew install pango" in mac.set_up().stderr


def test_a_mac_whose_python_is_blind_gets_the_hint(mac: Machine) -> None:
    """Pythons from elsewhere do not look where Homebrew puts libraries."""
    mac.lacks(*LIBRARIES)

    assert "DYLD_FALLBACK_LIBRARY_PATH=$(brew --prefix)/lib" in mac.set_up(typed="y\n", USELESS="1").stderr


def test_fedora_gets_its_own_names_and_nothing_is_run(machine: Machine) -> None:
    """Not even for root: that branch is only advice."""
    (machine.home / "bin" / "apt-get").unlink()
    machine.stand_in("dnf", INSTALLER.format(name="dnf"))
    machine.lacks(*LIBRARIES)

    result = machine.set_up(typed="y\n")

    assert (result.returncode, machine.done()) == (1, [])
    assert result.stderr.splitlines()[-1].endswith("sudo dnf install -y pango harfbuzz")


def test_an_unknown_system_gets_debians_names(machine: Machine) -> None:
    """Better than nothing, and said to be so."""
    (machine.home / "bin" / "apt-get").unlink()
    machine.lacks("libpango-1.0-0")

    assert "libpango-1.0-0 (Debian's names); install them" in machine.set_up().stderr


def test_an_unknown_level_is_refused(machine: Machine) -> None:
    """A typing error must not pass for `render`."""
    assert machine.set_up("tests").stderr == "error: bootstrap.sh knows render, test and fonts, not tests\n"
