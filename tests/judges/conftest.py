"""The good files, made once."""

import pytest

from tests.judges.good import WORDS, for_press, set_in_type


@pytest.fixture(scope="session")
def tagged() -> bytes:
    """A file that keeps PDF/UA-1 and PDF/A-2a."""
    return set_in_type(WORDS)


@pytest.fixture(scope="session")
def inked(tagged: bytes) -> bytes:
    """A file that keeps our subset of PDF/X-4."""
    return for_press(tagged)
