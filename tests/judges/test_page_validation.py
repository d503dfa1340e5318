"""page-validation, the judge without Java: the good file passes, and each fault is found by its own rule."""

import pytest

from brochures.making.verdicts import Flavour, page_validation
from tests.judges.broken import FAULTS, Break, broken
from tests.judges.good import WORDS, set_in_type


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_the_good_file_passes(tagged: bytes, flavour: Flavour) -> None:
    """Otherwise the negatives prove nothing."""
    verdict = page_validation(tagged, flavour)

    assert (verdict.passed, verdict.faults) == (True, ())


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: f"{case.flavour}-{case.name}")
def test_each_fault_is_found(tagged: bytes, case: Break) -> None:
    """A judge that cannot fail is no judge."""
    verdict = page_validation(broken(tagged, case), case.flavour)

    assert verdict.passed is False
    assert any(f"-{case.page_validation}-" in fault.rule for fault in verdict.faults)


def test_packed_metadata_is_found() -> None:
    """Programs that file documents read it without unpacking; only this judge minds."""
    verdict = page_validation(set_in_type(WORDS, squeeze=True), "2a")

    assert [fault.rule for fault in verdict.faults] == ["PDFA2A-METADATA-FILTER-001"]


def test_what_it_cannot_judge_is_no_verdict(tagged: bytes) -> None:
    """Neither passed nor failed, with the reason."""
    assert page_validation(tagged, "ua2").unjudged == "it does not know PDF/UA-2"
    assert page_validation(b"no PDF", "ua1").passed is None
    assert page_validation(b"no PDF", "ua1").unjudged
