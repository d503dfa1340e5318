"""Is this machine able to make brochures, and if not, which one command mends it? Floor 6.

Looks only: nothing is written, installed or fetched.  The engine is tried in a process of its own,
because a broken system library may end the process that loads it.
"""

import ctypes
import hashlib
import locale
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from types import MappingProxyType
from typing import Final

from brochures import shipped
from brochures.errors import StyleFault

OLDEST_PYTHON: Final = (3, 11)
ENGINE_SECONDS: Final = 60

# Debian's name of each system library, and the file it is loaded by on Linux, macOS and Windows.
LIBRARIES: Final = MappingProxyType(
    {
        "libpango-1.0-0": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
        "libpangoft2-1.0-0": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
        "libharfbuzz-subset0": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.dylib", "libharfbuzz-subset-0.dll"),
    }
)
VERSIONS: Final = (
    ("Pango", LIBRARIES["libpango-1.0-0"], "pango_version_string"),
    ("HarfBuzz", ("libharfbuzz.so.0", "libharfbuzz.dylib", "libharfbuzz-0.dll"), "hb_version_string"),
)
# The same libraries as other systems package them.
ELSEWHERE: Final = MappingProxyType(
    {
        "brew install": ("pango",),
        "dnf install -y": ("pango", "harfbuzz"),
        "pacman -S --needed": ("pango", "harfbuzz"),
        "zypper install -y": ("libpango-1_0-0", "libharfbuzz-subset0"),
    }
)
HOMEBREW: Final = (Path("/opt/homebrew/lib"), Path("/usr/local/lib"))

TRY_ENGINE: Final = """
import contextlib, io
with contextlib.redirect_stdout(io.StringIO()):  # its advice is printed; ours is one line
    import weasyprint
print(weasyprint.__version__)
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what was found, and whether brochures can be made with that."""

    name: str
    found: str
    ok: bool = True
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, in the order they are read, and the command that mends what is missing (or nothing)."""

    system: str
    python: tuple[Finding, ...]
    packages: tuple[Finding, ...]
    libraries: tuple[Finding, ...]
    engine: tuple[Finding, ...]
    fonts: tuple[Finding, ...]
    surroundings: tuple[Finding, ...]
    command: str

    @property
    def able(self) -> bool:
        """Nothing that is needed is amiss."""
        groups = (self.python, self.packages, self.libraries, self.engine, self.fonts, self.surroundings)
        return all(finding.ok for group in groups for finding in group if finding.needed)


def examine() -> Report:
    """What this machine has of all that brochures are made with."""
    required = _required()
    packages = tuple(_package(name) for name in ("brochures", *required))
    libraries = tuple(_library(name) for name in LIBRARIES)
    engine = _engine()
    fonts = _fonts()
    absent = [required[finding.name] for finding in packages[1:] if not finding.ok]
    unloadable = [finding.name for finding in libraries if not finding.ok]
    fontless = not all(finding.ok for finding in fonts)
    # An engine that fails although nothing is missing is a broken installation: the engine comes anew.
    broken = not absent and not unloadable and not all(finding.ok for finding in engine)
    commands = [
        _system_command(unloadable),
        _our_own_command(fontless=fontless) if fontless or not packages[0].ok else "",
        _pip_command(absent, broken=broken),
    ]
    return Report(
        system=platform.platform(),
        python=(Finding("Python", platform.python_version(), sys.version_info >= OLDEST_PYTHON),),
        packages=packages,
        libraries=libraries,
        engine=engine,
        fonts=fonts,
        surroundings=_surroundings(),
        command=" && ".join(filter(None, commands)),
    )


def _required() -> dict[str, str]:
    """Each package brochures asks for, by name, as it asks: `weasyprint` and `weasyprint<71,>=70`."""
    try:
        lines = metadata.requires("brochures") or []
    except metadata.PackageNotFoundError:
        return {}
    plain = [line.partition(";")[0].strip() for line in lines if "extra ==" not in line]
    return {re.split(r"[^A-Za-z0-9._-]", line)[0]: line for line in plain}


def _package(name: str) -> Finding:
    try:
        return Finding(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, "missing", ok=False)


def _load(files: tuple[str, ...]) -> ctypes.CDLL | None:
    """The first of the files that the system can load."""
    for file in files:
        try:
            return ctypes.CDLL(file)
        except OSError:
            continue
    return None


def _library(name: str) -> Finding:
    if _load(LIBRARIES[name]) is None:
        return Finding(name, "missing", ok=False)
    return Finding(name, "found")


def _engine() -> tuple[Finding, ...]:
    """Versions of the engine and of what it draws letters with; the bytes of a PDF hang on all of them."""
    findings = [_started()]
    for name, files, function in VERSIONS:
        library = _load(files)
        if library is None:
            findings.append(Finding(name, "missing", ok=False))
            continue
        ask = getattr(library, function)
        ask.restype = ctypes.c_char_p
        findings.append(Finding(name, ask().decode()))
    return tuple(findings)


def _started() -> Finding:
    """The engine's version, or the last line of what it said instead of starting."""
    try:
        tried = subprocess.run(  # noqa: S603 - our own Python with a line of ours
            [sys.executable, "-P", "-c", TRY_ENGINE],
            capture_output=True,
            text=True,
            timeout=ENGINE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        return Finding("WeasyPrint", f"does not start: {fault}", ok=False)
    if tried.returncode == 0:
        return Finding("WeasyPrint", tried.stdout.strip())
    said = tried.stderr.strip().splitlines() or [f"ended with {tried.returncode}"]
    return Finding("WeasyPrint", f"does not start: {said[-1]}", ok=False)


def _fonts() -> tuple[Finding, ...]:
    """Every shipped font with the SHA-256 of its file."""
    try:
        folder = shipped.styles() / "fonts"
    except StyleFault as fault:
        return (Finding("fonts", str(fault), ok=False),)
    files = sorted(path for path in folder.glob("*") if path.suffix in {".ttf", ".otf"})
    if not files:
        return (Finding("fonts", f"none in {folder}", ok=False),)
    return tuple(Finding(path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files)


def _surroundings() -> tuple[Finding, ...]:
    """What may surprise, though brochures can be made without it."""
    here = Path.cwd()
    font_settings = [
        f"{name}={os.environ[name]}" for name in ("FONTCONFIG_FILE", "FONTCONFIG_PATH") if name in os.environ
    ]
    encoding = locale.getpreferredencoding(False)  # noqa: FBT003 - the standard library's own parameter
    return (
        Finding("Fontconfig", ", ".join(font_settings) or "not set; system fonts are kept out", needed=False),
        Finding(
            "folder",
            f"{here} ({'may' if os.access(here, os.W_OK) else 'may not'} be written to)",
            os.access(here, os.W_OK),
            needed=False,
        ),
        Finding("encoding", encoding, encoding.upper().replace("-", "") == "UTF8", needed=False),
    )


def _system_command(missing: list[str]) -> str:
    """Installs the libraries on this system; where we do not know how, says what is wanted."""
    if not missing:
        return ""
    sudo = "" if os.name == "nt" or os.geteuid() == 0 else "sudo "
    if shutil.which("apt-get") and sys.platform == "linux":
        return f"{sudo}apt-get install -y --no-install-recommends {' '.join(missing)}"
    if sys.platform == "darwin":
        # Installed, and still not loaded: a Python from elsewhere does not look where Homebrew puts things.
        homes = [home for home in HOMEBREW if (home / LIBRARIES["libpango-1.0-0"][1]).exists()]
        return f"export DYLD_FALLBACK_LIBRARY_PATH={homes[0]}" if homes else "brew install pango"
    for verb, names in ELSEWHERE.items():
        if shutil.which(verb.split()[0]):
            return f"{sudo}{verb} {' '.join(names)}"
    return f"(install Pango and HarfBuzz with its subset library: {', '.join(missing)})"


def _our_own_command(*, fontless: bool) -> str:
    """Brings brochures itself anew: from the wheel's index, or in a source checkout from there."""
    root = shipped.PACKAGE.parent
    if not (root / "pyproject.toml").exists():
        return f"{_pip()} --force-reinstall brochures"
    if fontless:
        return f"git -C {shlex.quote(str(root))} checkout -- styles"
    return f"{_pip()} -e {shlex.quote(str(root))}"


def _pip_command(absent: list[str], *, broken: bool) -> str:
    """Brings what is absent into the Python that runs this."""
    if broken:
        return f"{_pip()} --force-reinstall weasyprint"
    return f"{_pip()} {shlex.join(absent)}" if absent else ""


def _pip() -> str:
    return shlex.join([sys.executable, "-m", "pip", "install"])
