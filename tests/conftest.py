"""What all tests share: an engine that keeps quiet, pieces that are made once, and the reference judge."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from brochures.making import verapdf as reference
from tests.press import PAIR, SHORTEST, Press

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts all that asks for veraPDF last: once its Java machine runs in this process, it stays."""
    items.sort(key=lambda item: "verapdf" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def verapdf() -> ModuleType:
    """The reference judge, `verapdf.judge(pdf, "ua1")`; without Java its tests are skipped, but never in CI."""
    reason = reference.available()
    if reason and os.environ.get("CI"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    return reference
