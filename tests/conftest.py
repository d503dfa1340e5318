"""What all tests share: an engine that keeps quiet, pieces that are made once, and the reference judge."""

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from brochures.cachehome import PLACE
from brochures.making import verapdf as reference
from tests.press import PAIR, SHORTEST, Press

SHARED = {
    "verapdf": "judges",
    "chromium": "judges",
    "press": "press",
    "harbor": "harbor",
    "pair": "pair",
    "small": "small",
}
"""By what a test asks for, the process in which it runs; the first that fits."""
DEAR = ("judges", "press", "pair", "test_examples", "test_hostile_clinics", "harbor", "small")
"""What takes longest, in the order in which it is begun."""

CLINIC = """\
name: Harbor Dermatology
address: [12 Harbor Street, "Portland, ME 04101"]
phone: (555) 010-0142
emergency_line: (555) 010-0143
hours: [{days: Monday to Friday, times: "8:00 to 17:00"}]
site: https://harbor.example/care
booking: https://harbor.example/book
clinicians: [{name: Dana Reyes, credentials: MD}]
disclaimers: ["Harbor* gives [no] advice by mail, 2 < 3."]
brand: {color: {primary: "#0b6e6e"}}
"""


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@pytest.fixture(autouse=True)
def engine_is_silent() -> Iterator[None]:
    """Whatever the engine says at WARNING or above fails the test in which it was said."""
    heard = _Heard()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(heard)
    yield
    logger.removeHandler(heard)

    assert heard.said == []


@pytest.fixture(scope="session")
def press() -> Press:
    """Everything that ships, without a clinic."""
    return Press()


@pytest.fixture(scope="session")
def small() -> Press:
    """The least topic there can be."""
    return Press(SHORTEST)


@pytest.fixture(scope="session")
def pair() -> Press:
    """Two small topics and their comparison."""
    return Press(PAIR)


@pytest.fixture(scope="session")
def clinic_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clinic with every contact."""
    path = tmp_path_factory.mktemp("clinic") / "clinic.yaml"
    path.write_text(CLINIC, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def harbor(clinic_file: Path) -> Press:
    """The two small topics and their comparison, given by a clinic."""
    return Press(PAIR, clinic_file)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Tests remember in a cache of their own, which all processes of one run share."""
    if not hasattr(config, "workerinput"):
        os.environ[PLACE] = tempfile.mkdtemp(prefix="brochures-cache-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """And leave nothing behind."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(PLACE), ignore_errors=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Puts what is fast first, and says which tests share a process where there are several.

    All that asks for veraPDF or a browser shares one, so that there is one Java machine and one browser; all that asks
    for the same press, so that no piece is made twice; else every module.
    """
    items.sort(key=_turn)
    if config.pluginmanager.hasplugin("xdist"):
        for item in items:
            item.add_marker(pytest.mark.xdist_group(_process(item)))


def _turn(item: pytest.Item) -> int:
    """Fast ones, then the dear by what they take, so that no process is left alone with a long one at the end."""
    process = _process(item)
    return DEAR.index(process) + 1 if process in DEAR else 0


def _process(item: pytest.Item) -> str:
    asked = getattr(item, "fixturenames", ())
    return next((process for fixture, process in SHARED.items() if fixture in asked), item.path.stem)


@pytest.fixture(scope="session")
def verapdf() -> ModuleType:
    """The reference judge, `verapdf.judge(pdf, "ua1")`; without Java its tests are skipped, but never in CI."""
    reason = reference.available()
    if reason and os.environ.get("CI"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    return reference
