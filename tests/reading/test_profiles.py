"""Printing profiles: the shop's own is taken when it is one, and ours when there is none."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import ImageCms

from brochures import shipped
from brochures.errors import SourceError, StyleFault
from brochures.model.press import MOST_INK, PressShop, PrintProfile, Stock
from brochures.reading.clinics import read_clinic
from brochures.reading.profiles import MOST_BYTES, press_for, read_profile

OURS = (shipped.styles() / "profiles" / "coated-fogra39.icc").read_bytes()


def given(folder: Path, profile: bytes, more: str = "") -> PrintProfile | None:
    """What is read of a clinic whose shop gave this profile."""
    (folder / "shop.icc").write_bytes(profile)
    path = folder / "clinic.yaml"
    path.write_text(f"name: Harbor\npress: {{profile: shop.icc{more}}}\n", encoding="utf-8")
    return read_profile(read_clinic(path), folder)


def changed(at: int, data: bytes) -> bytes:
    """Our profile with other bytes at one place."""
    return OURS[:at] + data + OURS[at + len(data) :]


def test_a_shops_own_profile_is_taken(tmp_path: Path) -> None:
    """It knows its press; the condition is named as the shop names it."""
    found = given(tmp_path, OURS, ", condition: FOGRA51, stock: uncoated")

    assert found is not None
    assert (found.data, found.condition, found.is_own) == (OURS, "FOGRA51", True)
    assert press_for(PressShop(), found, "a4", shipped.styles()).profile is found


def test_a_profile_without_a_name_is_custom(tmp_path: Path) -> None:
    """A name that the profile does not have would mislead the shop."""
    found = given(tmp_path, OURS)

    assert found is not None
    assert found.condition == "Custom"
    assert "FOGRA39" in found.label


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: b"no profile", "is no ICC profile"),
        (lambda: ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), "for RGB, not for CMYK"),
        (lambda: changed(12, b"mntr"), "no profile of a press"),
        (lambda: changed(8, b"\x05"), "version 5"),
        (lambda: OURS[:-1000], "is a damaged profile"),
        (lambda: changed(128, b"\xff\xff\xff\xff"), "is a damaged profile"),
        (lambda: changed(136, b"\x7f\xff\xff\xff"), "is a damaged profile"),
        (lambda: OURS.replace(b"B2A", b"xxx"), "in one direction only"),
        (lambda: OURS[:600] + bytes(len(OURS) - 600), "is a damaged profile"),
    ],
)
def test_what_is_no_profile_of_a_press_is_refused(tmp_path: Path, make: Callable[[], bytes], words: str) -> None:
    """At its line, in the words of a manager, and with what to ask the shop for."""
    with pytest.raises(SourceError) as caught:
        given(tmp_path, make())

    (problem,) = caught.value.problems
    assert problem.code == "bad-profile"
    assert words in problem.message
    assert "ask the print shop" in problem.hint
    assert problem.mark is not None
    assert problem.mark.line == 2


def test_a_profile_lies_in_the_clinics_folder(tmp_path: Path) -> None:
    """No file elsewhere on the machine is embedded in what leaves it; nor one that is too large to be a profile."""
    path = tmp_path / "home" / "clinic.yaml"
    path.parent.mkdir()
    (tmp_path / "shop.icc").write_bytes(OURS)
    path.write_text("name: Harbor\npress: {profile: ../shop.icc}\n", encoding="utf-8")
    with pytest.raises(SourceError) as outside:
        read_profile(read_clinic(path), path.parent)
    with pytest.raises(SourceError) as large:
        given(tmp_path, bytes(MOST_BYTES + 1))

    assert outside.value.problems[0].code == "outside-folder"
    assert large.value.problems[0].code == "file-too-large"


def test_a_condition_needs_its_profile(tmp_path: Path) -> None:
    """The name of one condition over the profile of another makes a file that no shop can trust."""
    path = tmp_path / "clinic.yaml"
    path.write_text("name: Harbor\npress: {condition: FOGRA51}\n", encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        read_clinic(path)

    assert [problem.code for problem in caught.value.problems] == ["condition-alone"]


@pytest.mark.parametrize(
    ("paper", "stock", "condition"),
    [("letter", "coated", "CGATS TR 006"), ("a4", "coated", "FOGRA39"), ("a4", "uncoated", "FOGRA29")],
)
def test_ours_stand_for_paper_and_stock(paper: str, stock: Stock, condition: str) -> None:
    """Without a shop's word: what is usual where that paper is."""
    press = press_for(PressShop(stock=stock), None, "letter" if paper == "letter" else "a4", shipped.styles())

    assert press.profile.condition == condition
    assert press.profile.data[12:20] == b"prtrCMYK"
    assert press.most_ink == MOST_INK[stock]


def test_a_missing_profile_of_ours_is_named(tmp_path: Path) -> None:
    """With the two ways out."""
    with pytest.raises(StyleFault, match="install brochures again, or name the print shop's own"):
        press_for(None, None, "a4", tmp_path)
